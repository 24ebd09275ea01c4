"""Plants known faults into articles of several languages and prints what the boilerplate rules find of them.

    python benchmarks/boilerplate_recall.py [--seed N] [--articles N] [--corpus FOLDER]

Articles are made of this project's own sentences, or are those below FOLDER. Each fault is planted alone, so a
finding of its rule at its line is a hit, a further one that the unchanged article has not is a false alarm.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from artlint import Rule
from artlint.testing import check_files
from artlint_boilerplate.drifted import DriftedBlock
from artlint_boilerplate.near_repeated import NearRepeatedBlock
from artlint_boilerplate.repeated import RepeatedBlock
from artlint_boilerplate.sentences import RepeatedSentence
from artlint_boilerplate.shared import SharedBlock
from artlint_boilerplate.stuttered import StutteredBlock

_SENTENCES = Path(__file__).with_name("boilerplate_sentences.txt")
_UNSPACED = ("zh", "ja", "th")
_WORDS = 20
_PROSE = re.compile(r"[^\W\d_][^|<>{}\[\]`=]*[.!?]")


class Material(NamedTuple):
    """What articles of one language are made of."""

    language: str
    widget: tuple[str, str]
    notices: Sequence[str]
    sentences: Sequence[str]
    suffixes: Sequence[str] = ("md", "txt")


class Planted(NamedTuple):
    """Files with one fault, the files without it, the rule that must find it and where."""

    files: Mapping[str, str]
    clean: Mapping[str, str]
    rule: Rule
    path: str
    line: int


class Score(NamedTuple):
    """How many faults were planted, found, and what was found besides."""

    planted: int = 0
    found: int = 0
    false: int = 0

    def plus(self, other: "Score") -> "Score":
        return Score(*(one + two for one, two in zip(self, other, strict=True)))


Article = Sequence[str]  # paragraphs
Plant = Callable[[Material, Article, random.Random], Planted]


def materials() -> Iterator[Material]:
    text = _SENTENCES.read_text(encoding="utf-8")
    for section in text.split("\n[")[1:]:
        language, _, body = section.partition("]\n")
        lines = body.strip().split("\n")
        yield Material(language, (lines[0], lines[1]), lines[2:4], lines[4:])


def article(material: Material, chance: random.Random) -> list[str]:
    """Five paragraphs of three sentences, none twice."""
    sentences = chance.sample(material.sentences, 15)
    separator = "" if material.language in _UNSPACED else " "
    return [separator.join(sentences[start : start + 3]) for start in range(0, 15, 3)]


def planted(rule: Rule, clean: Article, parts: Sequence[str], at: int, suffix: str = "md") -> Planted:
    """The fault is the part `at` of `parts`, which get a title."""
    path, title = f"a.{suffix}", "# 1842" if suffix == "md" else "1842"
    line = 3 + sum(part.count("\n") + 2 for part in parts[:at])
    return Planted({path: _text([title, *parts])}, {path: _text([title, *clean])}, rule, path, line)


def _text(parts: Article) -> str:
    return "\n\n".join(parts) + "\n"


def widget_twice(material: Material, paragraphs: Article, _: random.Random) -> Planted:
    widget = "\n".join(material.widget)
    parts = [paragraphs[0], widget, *paragraphs[1:], widget]
    return planted(RepeatedBlock(), paragraphs, parts, len(parts) - 1, "txt")


def widget_glued(material: Material, paragraphs: Article, _: random.Random) -> Planted:
    """The second widget stands at the end of a paragraph, a label glued to it."""
    widget = "\n".join(material.widget)
    last = f"{paragraphs[-1]}\n{widget}\nPrevious Article"
    parts = [paragraphs[0], widget, *paragraphs[1:-1], last]
    found = planted(RepeatedBlock(), paragraphs, parts, len(paragraphs), "txt")
    return found._replace(line=found.line + 1 + paragraphs[-1].count("\n"))


def pasted(material: Material, paragraphs: Article, chance: random.Random) -> Planted:
    number = chance.randrange(len(paragraphs) - 1)
    at = chance.randrange(number + 2, len(paragraphs) + 1)
    parts = [*paragraphs[:at], paragraphs[number], *paragraphs[at:]]
    return planted(RepeatedBlock(), paragraphs, parts, at, chance.choice(material.suffixes))


def stuttered(material: Material, paragraphs: Article, chance: random.Random) -> Planted:
    number = chance.randrange(len(paragraphs))
    parts = [*paragraphs[: number + 1], *paragraphs[number:]]
    return planted(StutteredBlock(), paragraphs, parts, number + 1, chance.choice(material.suffixes))


def repunctuated(_: Material, paragraphs: Article, chance: random.Random) -> Planted:
    """A copy in which somebody has changed the punctuation."""
    number = chance.randrange(len(paragraphs) - 1)
    copy = paragraphs[number].rstrip(".。") + " …"
    return planted(NearRepeatedBlock(), paragraphs, [*paragraphs, copy], len(paragraphs))


def rewritten(material: Material, paragraphs: Article, _: random.Random) -> Planted:
    """A copy whose last sentence is another one."""
    mark = "。" if material.language in ("zh", "ja") else ". "
    kept = max((paragraph.split(mark)[:2] for paragraph in paragraphs), key=lambda pair: min(map(len, pair)))
    text = "".join(paragraphs)
    other = next((sentence for sentence in material.sentences if sentence not in text), material.notices[0])
    copy = mark.join([*kept, other])
    return planted(RepeatedSentence(), paragraphs, [*paragraphs, copy], len(paragraphs))


def collection(material: Material, chance: random.Random, count: int) -> list[list[str]]:
    return [article(material, chance) for _ in range(count)]


def shared(material: Material, _: Article, chance: random.Random) -> Planted:
    """A notice in some of twenty articles."""
    articles, notice = collection(material, chance, 20), chance.choice(material.notices)
    clean = {f"{number:02}.md": _text(parts) for number, parts in enumerate(articles)}
    holders = sorted(chance.sample(range(20), chance.randrange(3, 12)))
    files = clean | {f"{number:02}.md": _text([*articles[number], notice]) for number in holders}
    line = 2 * len(articles[0]) + 1
    return Planted(files, clean, SharedBlock(), f"{holders[0]:02}.md", line)


def drifted(material: Material, _: Article, chance: random.Random) -> Planted:
    """A notice in nine articles, in a tenth with one word or character changed."""
    articles, notice = collection(material, chance, 10), chance.choice(material.notices)
    files = {f"{number:02}.md": _text([*parts, notice]) for number, parts in enumerate(articles)}
    odd = chance.randrange(10)
    changed = {f"{odd:02}.md": _text([*articles[odd], _changed(notice, chance)])}
    return Planted(files | changed, files, DriftedBlock(), f"{odd:02}.md", 2 * len(articles[odd]) + 1)


def _changed(notice: str, chance: random.Random) -> str:
    """The notice with a word left out or misspelt, or with one character changed where no blanks stand."""
    words = notice.split(" ")
    if len(words) < 8:
        at = chance.randrange(len(notice) - 1)
        return notice[:at] + "々" + notice[at + 1 :]
    at = chance.randrange(len(words))
    longer = [number for number, word in enumerate(words) if len(word) > 4]
    if chance.random() < 0.5:
        return " ".join(words[:at] + words[at + 1 :])
    at = chance.choice(longer)
    words[at] = words[at][:1] + words[at][2] + words[at][1] + words[at][3:]
    return " ".join(words) if " ".join(words) != notice else f"Note: {notice}"


PLANTS: Mapping[str, Plant] = {
    "widget twice": widget_twice,
    "widget glued": widget_glued,
    "paragraph pasted": pasted,
    "stutter": stuttered,
    "copy with other punctuation": repunctuated,
    "copy rewritten in part": rewritten,
    "block shared": shared,
    "block drifted": drifted,
}


def score(fault: Planted) -> Score:
    found = check_files(fault.rule, fault.files).places
    before = check_files(fault.rule, fault.clean).places
    hits = found.count((fault.path, fault.line))
    return Score(1, min(1, hits), max(0, len(found) - min(1, hits) - len(before)))


def corpus_articles(folder: Path, suffix: str, chance: random.Random, count: int) -> list[list[str]]:
    """Paragraphs of real articles: those with at least five of 20 words or more."""
    paths = sorted(folder.rglob(f"*.{suffix}"))
    chance.shuffle(paths)
    found = []
    for path in paths:
        parts = path.read_text(encoding="utf-8", errors="replace").split("\n\n")
        prose = [part.strip() for part in parts if len(part.split()) >= _WORDS and _PROSE.fullmatch(part.strip())]
        if len(prose) >= 5 and len(set(prose)) == len(prose):
            found.append(prose[:12])
        if len(found) == count:
            break
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=25)
    parser.add_argument("--corpus", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311  a sample, not a secret
    totals: dict[tuple[str, str], Score] = defaultdict(Score)
    for each in materials():
        material, real = each, list[list[str]]()
        if arguments.corpus:
            suffix = "md" if next(arguments.corpus.rglob("*.md"), None) else "txt"
            real = corpus_articles(arguments.corpus, suffix, chance, arguments.articles)
            material = material._replace(suffixes=(suffix,))
        for number in range(arguments.articles):
            for kind, plant in PLANTS.items():
                paragraphs = real[number % len(real)] if real else article(material, chance)
                found = score(plant(material, paragraphs, chance))
                totals[kind, material.language] = totals[kind, material.language].plus(found)
    show(totals)


def show(totals: Mapping[tuple[str, str], Score]) -> None:
    print(f"{'kind':30}{'planted':>8}{'recall':>9}{'precision':>11}   missed in")
    for kind in PLANTS:
        by_language = {language: found for (its_kind, language), found in totals.items() if its_kind == kind}
        total = Score()
        for found in by_language.values():
            total = total.plus(found)
        lacking = {language: each.planted - each.found for language, each in by_language.items()}
        missed = [f"{language} {count}" for language, count in lacking.items() if count]
        precision = total.found / max(1, total.found + total.false)
        print(f"{kind:30}{total.planted:>8}{total.found / total.planted:>9.1%}{precision:>11.1%}   {', '.join(missed)}")


if __name__ == "__main__":
    main()
