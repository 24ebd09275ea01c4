"""Markdown (CommonMark with tables, footnotes and task lists) with front matter and template tags."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from artlint.article import Article, Block, Entry, Title
from artlint.readers.front_matter import FrontMatter, split_front_matter
from artlint.readers.markdown_blocks import parse_blocks

_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class MarkdownReader:
    """Reads Markdown and MDX."""

    name: str = "markdown"

    def read(self, path: str, text: str) -> Article:
        front = split_front_matter(text)
        blocks, links = parse_blocks(text, front.body)
        if path.endswith(".mdx"):
            blocks = [_without_module_code(block) for block in blocks]
        return Article(
            path,
            text,
            self.name,
            blocks=blocks,
            links=links,
            titles=[*front_matter_titles(front), *_heading_titles(text, blocks)],
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


def _heading_titles(text: str, blocks: Sequence[Block]) -> Iterator[Title]:
    """The first heading of any level, and the first of level 1 if that is another."""
    found = 0
    for block in blocks:
        for level, title in _headings(text, block):
            if title.text and (not found or (level == 1 and found > 1)):
                yield title
                found = level
        if found == 1:
            return


def _headings(text: str, block: Block) -> Iterator[tuple[int, Title]]:
    if block.kind == "heading":
        source = "h1" if block.level == 1 else "heading"
        yield block.level, Title(" ".join(block.text.split()), source, block.start, block.end)
    elif block.kind == "html":
        for match in _HTML_HEADING.finditer(text, block.start, block.end):
            visible = " ".join(re.sub(r"<[^>]*>", "", match[2]).split())
            level = int(match[1])
            yield level, Title(visible, "h1" if level == 1 else "heading", match.start(), match.end())


def _without_module_code(block: Block) -> Block:
    """MDX's `import` and `export` statements as code rather than as prose."""
    is_code = block.kind == "paragraph" and block.text.startswith(("import ", "export "))
    return block._replace(kind="code") if is_code else block
