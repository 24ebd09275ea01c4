"""References and names in the front matter: `prev:`, `next_section:`, `pagination_next:`, `prevpage: {url, title}`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from artlint import Article, Entry
from artlint_navigation.labels import NEXT, PREVIOUS
from artlint_navigation.link_lines import leads_to_article
from artlint_navigation.reference import Reference

_NOUNS = (
    "page|section|post|article|chapter|lesson|part|episode|story|entry|topic|step|doc|tutorial"
    "|link|url|path|slug|file|id"
)
_KEYS = rf"(?:pagination|nav|page|post|doc)?(?P<name>prev|previous|next)(?:{_NOUNS})*"
_GROUPS = ("nav", "navigation", "pagination", "params", "extra", "links")
_ADDRESS_KEYS = ("url", "link", "href", "path", "file", "permalink", "slug", "to", "page", "id", "ref")
_TITLE_KEYS = ("title", "text", "label", "name", "caption")
_WIKI = r"\[\[(?P<target>[^\]\[|#]+)(?:#[^\]|]*)?(?:\|(?P<text>[^\]]*))?\]\]"
_LONGEST_ADDRESS = 300
_PATH_LIKE = (
    r"[^\s]*(?:/[^\s]*|\.(?:md|mdx|markdown|html?|ipynb|txt|rst|adoc))(?:[#?]\S*)?|[a-z0-9]+(?:[-_.][a-z0-9]+)*"
)


def metadata_references(article: Article, extra: tuple[tuple[str, str], ...]) -> Iterator[Reference]:
    """What the front matter says of neighbours; an explicit end (`false`, null) is a reference too."""
    if article.format == "html" and not article.body:
        return  # its metadata are those of the page's head
    yield from _of_keys(article, article.metadata, dict(extra))


def _of_keys(
    article: Article, entries: Mapping[str, Entry], extra: Mapping[str, str], depth: int = 0
) -> Iterator[Reference]:
    for key, entry in entries.items():
        if direction := extra.get(key) or _direction_of_key(key):
            is_weak = key.lower().startswith("previous") and _is_address_key(key) and not _has_counterpart(key, entries)
            for reference in _of_entry(article, key, entry, direction):
                yield reference._replace(is_weak=is_weak or reference.is_weak)
        elif depth == 0 and key in _GROUPS and entry.keys:
            yield from _of_keys(article, entry.keys, extra, depth + 1)


def _is_address_key(key: str) -> bool:
    return key.lower().endswith(("url", "link", "path", "slug", "file", "id"))


def _has_counterpart(key: str, entries: Mapping[str, Entry]) -> bool:
    """Whether `next_url` stands beside `previous_url`, which alone may be the article's former address."""
    counterpart = key.lower().replace("previous", "next")
    return any(other.lower() == counterpart for other in entries)


@cache
def _direction_of_key(key: str) -> str:
    found = re.fullmatch(_KEYS, re.sub(r"[-_]", "", key).lower())
    return "" if not found else NEXT if found["name"] == "next" else PREVIOUS


def _of_entry(article: Article, key: str, entry: Entry, direction: str) -> Iterator[Reference]:
    form = f"front matter:{key}"
    if entry.keys:
        yield from _of_mapping(article, form, entry, direction)
    elif entry.value is None or entry.value is False:
        place = article.place(entry.key_start, max(entry.end, entry.key_end))
        yield Reference(direction, form, place, is_end=True)
    elif entry.value is not True:
        for item in entry.items or (entry,):
            start = entry.key_start if item is entry and entry.key_start >= 0 else item.start
            if wiki := re.fullmatch(_WIKI, item.text or ""):
                yield _wiki(article, form, direction, (start, item.end), item, wiki)
            elif item.text and leads_to_article(item.text):
                found = _reference(article, form, direction, (start, item.end), item, None)
                yield found._replace(is_weak=isinstance(item.value, int))  # an id, or a number that only templates know


def _wiki(
    article: Article, form: str, direction: str, span: tuple[int, int], item: Entry, wiki: re.Match[str]
) -> Reference:
    """`next: "[[b|Old town]]"`, as Obsidian has it."""
    target = wiki["target"].strip()
    found = article.text.find(target, item.start, item.end)
    address = (found, found + len(target)) if found >= 0 else (0, 0)
    return Reference(direction, form, article.place(*span), target, (wiki["text"] or "").strip(), address=address)


def _of_mapping(article: Article, form: str, entry: Entry, direction: str) -> Iterator[Reference]:
    address = _first(entry.keys, _ADDRESS_KEYS)
    title = _first(entry.keys, _TITLE_KEYS)
    start = entry.key_start if entry.key_start >= 0 else entry.start
    ends = [item.end for item in (address, title) if item]
    if address and address.text and leads_to_article(address.text):
        yield _reference(article, form, direction, (start, max(ends)), address, title)


def _is_path_like(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and bool(re.fullmatch(_PATH_LIKE, text))


def _first(entries: Mapping[str, Entry], names: Sequence[str]) -> Entry | None:
    return next((entries[name] for name in names if name in entries and entries[name].text), None)


def _reference(
    article: Article, form: str, direction: str, span: tuple[int, int], address: Entry, title: Entry | None
) -> Reference:
    written = address.text or ""
    is_address = title is not None or _is_path_like(written) or "://" in written
    found = article.text.find(written, address.start, max(address.end, address.start + len(written) + 2))
    return Reference(
        direction,
        form,
        article.place(*span),
        written if is_address else None,
        (title.text or "") if title else "" if is_address else written,
        address=(found, found + len(written)) if found >= 0 else (0, 0),
    )
