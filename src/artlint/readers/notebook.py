"""Jupyter notebooks: Markdown cells as text and code cells as code, each at its place in the JSON source."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from artlint.article import Article, Block, Entry, Link, Problem, Title
from artlint.readers.markdown import heading_titles

if TYPE_CHECKING:
    from artlint.readers.notebook_cells import Cell, Notebook

Placed = TypeVar("Placed", Block, Link, Title)


class NotebookReader:
    """Reads Jupyter notebooks of the formats 3 and 4; raw cells and outputs are left out."""

    name: str = "notebook"

    def read(self, path: str, text: str) -> Article:
        from artlint.readers.notebook_cells import NotebookError, read_notebook  # compiles what notebooks alone need

        article = Article(path, text, self.name)
        if not text.strip():
            return article
        try:
            notebook = read_notebook(text)
        except NotebookError as error:
            end = min(error.offset + 1, len(text))
            problem = Problem("format", f"notebook cannot be read: {error}", min(error.offset, end), end)
            article.problems = (problem,)
            return article
        return _article(article, notebook)


def _article(article: Article, notebook: "Notebook") -> Article:
    """`article` with what the cells hold, each at its place in the source."""
    blocks: list[Block] = []
    links: list[Link] = []
    groups = 0
    for cell in notebook.cells:
        its_blocks, its_links = _parsed(cell)
        links += (link._replace(block=link.block + len(blocks)) for link in its_links)
        blocks += (block._replace(group=block.group + groups) if block.group else block for block in its_blocks)
        groups += max((block.group for block in its_blocks), default=0)
    titles = list(heading_titles(notebook.text, blocks))
    declared = notebook.metadata.get("title")
    article.blocks = [_moved(block, notebook) for block in blocks]
    article.links = [_moved(link, notebook) for link in links]
    article.titles = [*_declared_title(declared), *(_moved(title, notebook) for title in titles)]
    article.metadata = notebook.metadata
    return article


def _declared_title(entry: Entry | None) -> Iterator[Title]:
    if entry and entry.text:
        yield Title(entry.text, "front matter", entry.start, entry.end)


def _parsed(cell: "Cell") -> tuple[Sequence[Block], Sequence[Link]]:
    """The blocks and links of one cell, at their places in the notebook's joined text."""
    start, end = cell.start, cell.start + len(cell.text)
    if not cell.text.strip():
        return (), ()
    if cell.kind == "code":
        lead = len(cell.text) - len(cell.text.lstrip("\n"))
        return [Block("code", cell.text.strip("\n"), start + lead, start + len(cell.text.rstrip()))], ()
    if cell.kind == "heading":
        return [Block("heading", " ".join(cell.text.split()), start, end, cell.level)], ()
    if cell.kind != "markdown":
        return (), ()
    from artlint.readers.markdown_blocks import parse_blocks  # loads the Markdown parser

    blocks, links = parse_blocks(cell.text, 0)
    return (
        [block._replace(start=block.start + start, end=block.end + start) for block in blocks],
        [link._replace(start=link.start + start, end=link.end + start) for link in links],
    )


def _moved(placed: Placed, notebook: "Notebook") -> Placed:
    return placed._replace(start=notebook.source_start(placed.start), end=notebook.source_end(placed.end))
