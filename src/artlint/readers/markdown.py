"""Markdown (CommonMark with tables, footnotes and task lists) with front matter and template tags."""

import re
from collections.abc import Iterator, Sequence

from artlint.article import Article, Block, Entry, Title
from artlint.readers.front_matter import FrontMatter, split_front_matter
from artlint.readers.inline_html import visible_text
from artlint.readers.markdown_blocks import parse_blocks


class MarkdownReader:
    """Reads Markdown and MDX."""

    name: str = "markdown"

    def read(self, path: str, text: str) -> Article:
        front = split_front_matter(text)
        blocks, links = parse_blocks(text, front.body)
        if path.endswith(".mdx"):
            blocks = [_of_mdx(block) for block in blocks]
        return Article(
            path,
            text,
            self.name,
            blocks=blocks,
            links=links,
            titles=[*front_matter_titles(front), *heading_titles(text, blocks)],
            metadata=front.metadata,
            language=front_matter_language(front),
            body=front.body,
            problems=front.problems,
        )


def front_matter_titles(front: FrontMatter) -> Iterator[Title]:
    """The front matter's title, as it was written."""
    entry = front.metadata.get("title")
    if entry and entry.text:
        yield Title(entry.text, "front matter", entry.start, entry.end)


def front_matter_language(front: FrontMatter) -> str:
    """The language that the front matter declares, else ""."""
    entries = (front.metadata.get(key, Entry(None, "", 0, 0)) for key in ("lang", "language", "locale"))
    return next((entry.text for entry in entries if entry.text), "")


def heading_titles(text: str, blocks: Sequence[Block]) -> Iterator[Title]:
    """The first heading of any level, and the first of level 1 if that is another."""
    found = 0
    for kind, visible, start, end, level, _ in blocks:
        if kind == "heading":
            if found and level > 1:
                continue  # most headings
            headings = [(level, Title(" ".join(visible.split()), _source(level), start, end))]
        elif kind == "html":
            headings = list(_html_headings(text, start, end))
        else:
            continue
        for its_level, title in headings:
            if title.text and (not found or (its_level == 1 and found > 1)):
                yield title
                found = its_level
        if found == 1:
            return


def _source(level: int) -> str:
    return "h1" if level == 1 else "heading"


def _html_headings(text: str, start: int, end: int) -> Iterator[tuple[int, Title]]:
    """Level and title of each `<h1>` to `<h6>` in a block of HTML."""
    source = text[start:end]
    if "<h" not in source and "<H" not in source:
        return  # in a tenth of the time
    opened: re.Match[str] | None = None
    for tag in re.finditer(r"<(/?)h([1-6])\b[^<>]*>", source, re.IGNORECASE):
        if not tag[1]:
            opened = tag
        elif opened and opened[2] == tag[2]:
            visible = " ".join(visible_text(text[start + opened.end() : start + tag.start()]).split())
            yield int(tag[2]), Title(visible, _source(int(tag[2])), start + opened.start(), start + tag.end())
            opened = None


def _of_mdx(block: Block) -> Block:
    """`block` as MDX means it: `import` and `export` statements are code."""
    is_code = block.kind == "paragraph" and block.text.startswith(("import ", "export "))
    return block._replace(kind="code") if is_code else block
