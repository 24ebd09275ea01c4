"""Prints which near-copies of articles `boilerplate/near-duplicate-article` finds, by paragraphs and by MinHash.

    python benchmarks/boilerplate_near.py FOLDER [--articles N] [--seed N]

Planted ones are articles below FOLDER with words changed, paragraphs left out or sentences added. Real ones are all
pairs below FOLDER that a comparison of all words with difflib finds: 75 % of the longer article's words in common and
in one order. Needs the extra `near`.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from artlint.readers import READERS
from artlint.testing import check_files, read
from artlint_boilerplate.near_duplicates import NearDuplicateArticle
from artlint_boilerplate.unit import SILENT
from artlint_boilerplate.units import units

_LEAST = 0.75
_FEWEST_WORDS = 50
# A sequence of words in more articles than this makes no candidates for difflib.
_MOST_ARTICLES = 40
_SHARED = 0.3

Change = Callable[[list[str], random.Random], list[str]]


def word_in_twenty(paragraphs: list[str], chance: random.Random) -> list[str]:
    return [_changed(paragraph, 20, chance) for paragraph in paragraphs]


def word_in_each_paragraph(paragraphs: list[str], chance: random.Random) -> list[str]:
    return [_changed(paragraph, len(paragraph.split()), chance) for paragraph in paragraphs]


def paragraphs_left_out(paragraphs: list[str], chance: random.Random) -> list[str]:
    left = set(chance.sample(range(len(paragraphs)), len(paragraphs) // 6))
    return [paragraph for number, paragraph in enumerate(paragraphs) if number not in left]


def sentence_added(paragraphs: list[str], _: random.Random) -> list[str]:
    return [*paragraphs, "This report was first printed in our weekly letter, and the harbour office has read it."]


CHANGES: Mapping[str, Change] = {
    "a sentence added": sentence_added,
    "a sixth of the paragraphs left out": paragraphs_left_out,
    "a word changed in each paragraph": word_in_each_paragraph,
    "every twentieth word changed": word_in_twenty,
}


def _changed(paragraph: str, every: int, chance: random.Random) -> str:
    words = paragraph.split(" ")
    for at in range(chance.randrange(max(1, min(every, len(words)))), len(words), max(2, every)):
        words[at] = f"x{words[at][::-1]}"
    return " ".join(words)


def texts_of(folder: Path) -> dict[str, list[str]]:
    """By path, the prose paragraphs of each article that is long enough."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in READERS and path.is_file():
            name = f"{path.relative_to(folder)}"
            article = read(name, path.read_text(encoding="utf-8", errors="replace"))
            prose = [" ".join(unit.visible.split()) for unit in article.derived(units) if unit.kind not in SILENT]
            if sum(len(text.split()) for text in prose) >= _FEWEST_WORDS:
                found[name] = prose
    return found


def found_in(files: Mapping[str, Sequence[str]], minhash: bool) -> set[str]:
    """The paths that the rule tells of."""
    texts = {f"{path}.md": "\n\n".join(paragraphs) + "\n" for path, paragraphs in files.items()}
    rule = NearDuplicateArticle(minhash=minhash)
    return {finding.path.removesuffix(".md") for finding in check_files(rule, texts).findings}


def real_pairs(texts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    words = {path: " ".join(paragraphs).casefold().split() for path, paragraphs in texts.items()}
    shingles = {path: set(zip(its, its[1:], its[2:], strict=False)) for path, its in words.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for path, its_shingles in shingles.items():
        for shingle in its_shingles:
            holders[shingle].append(path)
    common = Counter(
        pair for paths in holders.values() if len(paths) <= _MOST_ARTICLES for pair in combinations(paths, 2)
    )
    for (one, other), count in common.items():
        if count >= _SHARED * max(len(shingles[one]), len(shingles[other])) and words[one] != words[other]:
            matcher = SequenceMatcher(None, words[one], words[other], autojunk=False)
            same = sum(block.size for block in matcher.get_matching_blocks())
            if same >= _LEAST * max(len(words[one]), len(words[other])):
                yield one, other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance, texts = random.Random(arguments.seed), texts_of(arguments.folder)  # noqa: S311  a sample, not a secret
    print(f"{'':38}{'copies':>8}{'paragraphs':>12}{'MinHash':>9}")
    sample = chance.sample(sorted(texts), min(arguments.articles, len(texts)))
    for name, change in CHANGES.items():
        files = {path: texts[path] for path in sample}
        copies = {f"{path}~": change(list(texts[path]), chance) for path in sample}
        free, near = (len(found_in(files | copies, minhash) & copies.keys()) for minhash in (False, True))
        print(f"{name:38}{len(copies):>8}{free:>12}{near:>9}")
    real = {max(pair) for pair in real_pairs(texts)}
    free, near = (found_in(texts, minhash) for minhash in (False, True))
    print(f"{'real ones':38}{len(real):>8}{len(free & real):>12}{len(near & real):>9}")
    print(f"{'others told of':38}{'':8}{len(free - real):>12}{len(near - real):>9}")


if __name__ == "__main__":
    main()
