"""References that are plain text: a label line and a title, `Next: Title`, labels and titles in columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from artlint import Article
from artlint_navigation.labels import Label, Labels
from artlint_navigation.lines import INFO_HEADER, Line, goes_on
from artlint_navigation.link_lines import label_and_title, leads_to_article
from artlint_navigation.reference import Reference

UNSURE = "text:line"  # form of what is a reference only if it leads somewhere, or if others of its family do
_COLUMNS = r"\s*[|│┃]\s*|\t+|\s{3,}"
_GLUED = r"(Previous|Prev|Next)(\d[\d.]*\s+\S.*)"
_INFO = r"File: [^,]+,\s+Node: ([^,]+),"
_INFO_PART = r"(Next|Prev): ([^,]+)"
_ADDRESSED = r"(?P<label>[^:|]{1,50}):\s*\|?(?P<target>[\w./-]+\.(?:txt|md|html?|rst))\|?(?P<title>(?:\s.*)?)$"
_PAGE = r"(?:page|seite|pagina|página|sida|side|strona|страница|第|ページ|pg\.?)"
_PAGE_NUMBER = rf"\W*(?:{_PAGE}\s*\d+.*|\d+\s*(?:of|/|von|de|sur|из)\s*\d+)\W*"
_NUMBER = r"\d{1,2}(?:\.\d+)*\.?"  # what a legend of buttons shows
_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "《": "》", "「": "」", "『": "』"}
# 99.9 % of the titles of 14,000 real articles are shorter than 150 characters.
_LONGEST_TITLE = 150
_LONGEST_SENTENCE = 12  # words of a title that ends in a full stop


def text_references(
    article: Article, lines: Sequence[Line], after: Sequence[Line], labels: Labels
) -> Iterator[Reference]:
    """The references that the lines of one block hold in words; `after` are the lines that follow the block."""
    before: Line | None = None  # the line before, where it is no reference itself
    for number, line in enumerate(lines):
        prose, before = before, line
        may_be = labels.may_stand_in(line.text) or line.text.startswith(INFO_HEADER)
        if line.links or "[[" in line.text or not may_be or (prose and goes_on(article, prose, line)):
            continue
        following = chain(lines[number + 1 :], after)
        for found in _of_line(article, line, following, labels):
            before = None
            yield found


def info_node(text: str) -> str:
    """The name of the Info node whose header the line is; "" if it is none."""
    match = re.match(_INFO, text)
    return match[1].strip() if match else ""


def _of_line(article: Article, line: Line, following: Iterable[Line], labels: Labels) -> Iterator[Reference]:
    if addressed := re.match(_ADDRESSED, line.text):
        yield from _addressed(article, line, addressed, labels)
    elif line.text.rstrip().endswith((".", ",", ";")) and labels.read(line.text):
        return  # the end of a sentence
    elif label := labels.read(line.text):
        yield from _after_label(article, line, label, following, labels)
    elif re.match(_INFO, line.text):
        for part in re.finditer(_INFO_PART, line.text):
            direction = "next" if part[1] == "Next" else "previous"
            # "(dir)" is the list of all manuals; nodes of one file follow each other within it.
            if not part[2].strip().startswith("(") and not article.derived(_has_several_nodes):
                yield _reference(article, line, Label(direction, is_strong=True), part[2].strip(), form="info")
    elif _has_columns(line.text) and len(columns := re.split(_COLUMNS, line.text.strip())) > 1:
        yield from _in_columns(article, line, columns, following, labels)
    elif found := label_and_title(line.text.strip(), labels) or _label_and_quotation(line.text.strip(), labels):
        if _reads_like_title(found[1]):
            # In Markdown "Next chapter: try it yourself" is an item of some list more often than a reference;
            # as a paragraph's line it is one where titles are found after such labels.
            is_plain = article.format == "text"
            label = found[0]._replace(is_strong=found[0].is_strong and (is_plain or line.kind == "paragraph"))
            form = "text" if is_plain else UNSURE
            yield _reference(article, line, label, _unquoted(found[1]), label=found[2], form=form)
    elif glued := re.match(_GLUED, line.text.strip()):
        direction = "next" if glued[1] == "Next" else "previous"
        yield _reference(article, line, Label(direction, is_strong=False), glued[2], label=glued[1])


def _addressed(article: Article, line: Line, found: re.Match[str], labels: Labels) -> Iterator[Reference]:
    """A label, a file name and perhaps a title: `Next chapter: |usr_03.txt|  Moving around`."""
    label, start = labels.read(found["label"]), article.text.find(found["target"], line.start, line.end)
    if label and start >= 0:
        end = start + len(found["target"])
        yield Reference(
            label.direction,
            "text:address",
            article.place(_first_visible(line), end),
            found["target"],
            found["title"].strip(),
            label=found["label"].strip(),
            level=label.level,
            is_weak=not label.is_strong,
            address=(start, end),
        )


def _has_several_nodes(article: Article) -> bool:
    """Whether the article is an Info file rather than one node of it."""
    return len(re.findall(rf"(?m)^{_INFO}", article.text)) > 1


def _label_and_quotation(text: str, labels: Labels) -> tuple[Label, str, str] | None:
    """A label and a title in quotation marks: `Next article "The old town"`."""
    match = re.fullmatch(rf"(.{{1,50}}?)\s+([{''.join(_CLOSING)}].+)", text)
    label = labels.read(match[1]) if match and _unquoted(match[2]) != match[2] else None
    return (label, match[2], match[1]) if match and label else None


def _unquoted(title: str) -> str:
    """The title without quotation marks around the whole of it."""
    inner = title[1:-1]
    is_quoted = len(title) > 2 and title[-1] in _CLOSING.get(title[0], "")
    return title if not is_quoted or title[0] in inner or title[-1] in inner else inner.strip()


def _has_columns(text: str) -> bool:
    """Whether `text` can have several columns; four lookups are a tenth of a split."""
    return "   " in text or "|" in text or "\t" in text or "│" in text or "┃" in text


def _after_label(
    article: Article, line: Line, label: Label, following: Iterable[Line], labels: Labels
) -> Iterator[Reference]:
    """A label alone on its line: the title is the next one, unless that is a label itself."""
    lines = iter(following)
    title, more = next(lines, None), next(lines, None)
    written = line.text.strip()
    if title is None or _begins_reference(title, labels):
        if label.is_strong and not label.is_paged and line.kind != "heading":
            yield _reference(article, line, label, "", label=written)
        return
    if (link := title.sole_link) and (line.kind != "heading" or label.is_strong):
        if leads_to_article(link.target):
            yield _linked(article, title, label, written)
        return
    if title.links or line.kind == "heading" or not _reads_like_title(title.text):
        return
    goes_on = more is not None and more.end <= title.end + 200 and not more.links and not labels.read(more.text)
    second = more.text.strip() if goes_on and more is not None and more.start <= title.end + 2 else ""
    title_text = _unquoted(title.text.strip())
    yield _reference(article, title, label, title_text, begin=line, label=written, more=second[:_LONGEST_TITLE])


def _begins_reference(line: Line, labels: Labels) -> bool:
    return not line.links and (
        labels.read(line.text) is not None or label_and_title(line.text.strip(), labels) is not None
    )


def _in_columns(
    article: Article, line: Line, columns: Sequence[str], following: Iterable[Line], labels: Labels
) -> Iterator[Reference]:
    """Labels in one line and titles in the same columns of the next; labels alone name nothing."""
    found = [labels.read(column) for column in columns]
    directions = {label.direction for label in found if label}
    titles = next(iter(following), None)
    if len(directions) < 2 or titles is None:
        return
    texts = re.split(_COLUMNS, titles.text.strip())
    if len(texts) != len(columns) or titles.links:
        return
    for label, title, written in zip(found, texts, columns, strict=True):
        if label and title.strip():
            yield _reference(article, titles, label, title.strip(), begin=line, label=written)


def _reads_like_title(text: str) -> bool:
    text = text.strip()
    if len(text) > _LONGEST_TITLE or re.fullmatch(f"(?i){_PAGE_NUMBER}", text) or text.endswith((":", ",", ";")):
        return False
    return not (text.endswith(".") and len(text.split()) > _LONGEST_SENTENCE)


def _reference(
    article: Article,
    line: Line,
    its: Label,
    title: str,
    *,
    begin: Line | None = None,
    label: str = "",
    more: str = "",
    form: str = "text",
) -> Reference:
    """The reference that `title` on `line` makes; it begins on the line of its label, `begin` if that is another."""
    if re.fullmatch(_NUMBER, title):
        form = UNSURE  # an article may be called "4.2"; more often it is a number in a legend of buttons
    start, end = line.start, line.end
    found = article.text.find(title, start, end) if title else -1
    if found >= 0:
        start, end = found, found + len(title)
    return Reference(
        its.direction,
        form,
        article.place(_first_visible(begin) if begin else start, end),
        None,
        title,
        more,
        label,
        its.level,
        is_weak=not its.is_strong,
        address=(start, end) if found >= 0 else (0, 0),
    )


def _first_visible(line: Line) -> int:
    return line.start + len(line.text) - len(line.text.lstrip())


def _linked(article: Article, line: Line, label: Label, written: str) -> Reference:
    link = line.links[0]
    found = article.text.rfind(link.target, link.start, link.end)
    address = (found, found + len(link.target)) if found >= 0 else (0, 0)
    family = "html" if article.format == "html" else "markdown"
    return Reference(
        label.direction,
        f"{family}:link",
        article.place(link.start, link.end),
        link.target,
        link.text,
        label=written,
        level=label.level,
        address=address,
    )


def paired(references: Sequence[Reference]) -> Iterator[Reference]:
    """The text references of one article; labels with nouns and titles in both directions make each other strong."""
    directions = {found.direction for found in references if found.level and found.text}
    for found in references:
        is_pair = len(directions) == 2 and bool(found.level)
        yield found._replace(is_weak=False) if is_pair else found
