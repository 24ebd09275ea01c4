"""Collections of any size for benchmarks: articles of about 6 kB with headings, lists, links, code and neighbours.

    python benchmarks/make_articles.py FOLDER COUNT

The text is drawn with a fixed seed from sentences of the Jargon File, which is in the public domain, as quoted
in `sentences.txt`; every article links its neighbours, one in two hundred carries a widget twice, and one in
forty shares a notice with others, so that rules have something to find.
"""

import random
import sys
from pathlib import Path

SENTENCES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
PER_FOLDER = 500
NOTICE = "This page is kept by volunteers, who would like to hear of mistakes in it before the next printed edition."
WIDGET = "Short on time today, or only half awake?\nRead the summary that somebody else wrote for you first.\n"


def article(number: int, count: int) -> str:
    """The article with this number out of `count`, about 6 kB of Markdown."""
    draw = random.Random(number)  # noqa: S311  the same article on every machine, no secret
    lines = ["---", f"title: {_title(number, draw)}"]
    lines += [f"prev: {name(number - 1)}"] if number % PER_FOLDER else []
    lines += [f"next: {name(number + 1)}"] if (number + 1) % PER_FOLDER and number + 1 < count else []
    lines += ["---", ""]
    for section in range(4):
        lines += [f"## {_title(number * 10 + section, draw)}", ""]
        for _ in range(3):
            lines += [_paragraph(draw), ""]
        lines += [f"- [{draw.choice(SENTENCES)[:30]}](https://example.org/{draw.randrange(9999)})" for _ in range(3)]
        lines += ["", "```sh", f"run --number {draw.randrange(9999)}", "```", ""]
    if number % 40 == 0:
        lines += [NOTICE, ""]
    if number % 200 == 0:
        lines += [WIDGET, _paragraph(draw), "", WIDGET]
    return "\n".join(lines) + "\n"


def name(number: int) -> str:
    return f"{number % PER_FOLDER:03}.md"


def write(folder: Path, count: int) -> None:
    """Write `count` articles below `folder`, 500 to a folder."""
    for number in range(count):
        file = folder / f"{number // PER_FOLDER:04}" / name(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article(number, count), "utf-8")


def _title(number: int, draw: random.Random) -> str:
    words = [word for word in draw.choice(SENTENCES).replace(":", "").split()[:6] if word.isalpha()]
    return f"{' '.join(words)} {number}".strip().capitalize()


def _paragraph(draw: random.Random) -> str:
    """Four sentences, each with a word of its own, so that no two paragraphs are the same."""
    sentences = []
    for _ in range(4):
        words = draw.choice(SENTENCES).split()
        words.insert(draw.randrange(len(words)), f"*{draw.choice(SENTENCES).split()[0]}{draw.randrange(10**6)}*")
        sentences.append(" ".join(words))
    return " ".join(sentences)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
