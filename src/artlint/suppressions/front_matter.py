"""Suppressions in front matter: `artlint: {disable: {RULE: REASON}}`, for the whole article."""

from collections.abc import Iterator

from artlint.article import Article, Entry
from artlint.suppressions.coverage import last_line
from artlint.suppressions.directive import date_fault
from artlint.suppressions.removal import entry_removal
from artlint.suppressions.suppression import Suppression

KEY = "artlint"
_KEYS = ("disable",)
_VALUE_KEYS = ("reason", "until")


def front_matter_suppressions(article: Article, entry: Entry) -> Iterator[Suppression]:
    """What `entry`, the value of the key `artlint`, silences; and what is wrong with it."""
    if not isinstance(entry.value, dict):
        yield _faulty(
            article, entry, f'front matter key "{KEY}" holds no mapping; expected "disable:" with rules below'
        )
        return
    for key, value in entry.keys.items():
        if key not in _KEYS:
            yield _faulty(article, value, _unknown(f'front matter key "{KEY}"', key, _KEYS))
    disable = entry.keys.get("disable")
    if disable is not None:
        names = list(_names(disable))
        for name, value in names:
            yield _suppression(
                article, name, value, _only_holder((entry, disable), value) if len(names) == 1 else value
            )


def _only_holder(holders: tuple[Entry, ...], value: Entry) -> Entry:
    """The outermost mapping that holds nothing but the value; the value where a TOML table's head holds it."""
    sole = [
        holder for holder in holders if holder.key_start >= 0 and len(holder.keys or holder.items or (holder,)) == 1
    ]
    return sole[0] if sole else value


def _names(disable: Entry) -> list[tuple[str, Entry]]:
    """Each rule's name with what is said of it: of a mapping, a list or a single name."""
    if isinstance(disable.value, dict):
        return list(disable.keys.items())
    if disable.value is None:
        return []
    return [(item.text or "", item) for item in disable.items or (disable,)]


def _suppression(article: Article, name: str, value: Entry, removable: Entry) -> Suppression:
    start, end = _span(value)
    said = value.key_start >= 0 and value.value is not None and value.raw != name
    details = value.keys
    until = (details["until"].text or "") if "until" in details else ""
    reason = details["reason"].text if "reason" in details else value.text if said and not details else ""
    return Suppression(
        name,
        article.place(start, end),
        1,
        last_line(article),
        reason=" ".join((reason or "").split()),
        until=until,
        origin="front matter",
        fault=_fault(name, value),
        removal=entry_removal(article.text, *_whole(article, removable)),
    )


def _fault(name: str, value: Entry) -> str:
    if not name:
        return 'front matter key "disable" names no rule; expected rules, families or "all"'
    unknown = [key for key in value.keys if key not in _VALUE_KEYS]
    if unknown:
        return _unknown(f'suppression of "{name}"', unknown[0], _VALUE_KEYS)
    if value.key_start >= 0 and value.items:
        return f'suppression of "{name}" holds a list; expected a reason'
    return date_fault(value.keys["until"].text or "") if "until" in value.keys else ""


def _faulty(article: Article, entry: Entry, fault: str) -> Suppression:
    return Suppression("", article.place(*_span(entry)), origin="front matter", fault=fault)


def _unknown(owner: str, key: str, known: tuple[str, ...]) -> str:
    from artlint.config.wording import nearest, printable  # for misspelt keys alone

    return f'{owner} has no key "{printable(key)}"{nearest(key, known)}'


def _span(entry: Entry) -> tuple[int, int]:
    """The key; the value where there is none."""
    return (entry.key_start, entry.key_end) if entry.key_start >= 0 else (entry.start, entry.end)


def _whole(article: Article, entry: Entry) -> tuple[int, int]:
    """From the key to the end of the value."""
    return (entry.key_start if entry.key_start >= 0 else entry.start), max(_end(article.text, entry), entry.key_end)


def _end(text: str, entry: Entry) -> int:
    """The end of the value; that of its last part where a block only ends with what follows it."""
    parts = [*entry.items, *entry.keys.values()]
    is_block = bool(parts) and text[entry.end - 1] not in "]}"
    return max(_end(text, part) for part in parts) if is_block else entry.end
