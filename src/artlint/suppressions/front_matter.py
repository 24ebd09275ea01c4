"""Suppressions in front matter: `artlint: {disable: {RULE: REASON}}`, for the whole article."""

from collections.abc import Iterator
from typing import NamedTuple

from artlint.article import Article, Entry
from artlint.suppressions.directive import date_fault
from artlint.suppressions.removal import entry_removal
from artlint.suppressions.suppression import Suppression

KEY = "artlint"
_DISABLE = "disable"
_VALUE_KEYS = ("reason", "until")
_NAMELESS = f'front matter key "{_DISABLE}" names no rule; expected rules, families or "all"'
_NO_MAPPING = f'front matter key "{KEY}" holds no mapping; expected "{_DISABLE}:" with rules below'


class _Named(NamedTuple):
    """A rule's name, where it stands, and what is said of it; None where the form has no place for that."""

    name: str
    entry: Entry
    said: Entry | None


def front_matter_suppressions(article: Article, entry: Entry) -> Iterator[Suppression]:
    """What `entry`, the value of the key `artlint`, silences; and what is wrong with it."""
    if not isinstance(entry.value, dict):
        yield _faulty(article, entry, _NO_MAPPING)
        return
    for key, value in entry.keys.items():
        if key != _DISABLE:
            yield _faulty(article, value, _unknown(f'front matter key "{KEY}"', key, (_DISABLE,)))
    disable = entry.keys.get(_DISABLE, Entry(None, "", 0, 0))
    names = list(_names(disable))
    for named in names:
        removable = named.entry if len(names) > 1 else _only_holder(entry, disable, named.entry)
        yield _suppression(article, named, removable)


def _names(disable: Entry) -> Iterator[_Named]:
    """Each name in a mapping, a list or alone."""
    if isinstance(disable.value, dict):
        yield from (_Named(name, said, said) for name, said in disable.keys.items())
    elif disable.value is not None:
        yield from (_Named(item.text or "", item, None) for item in disable.items or (disable,))


def _suppression(article: Article, named: _Named, removable: Entry) -> Suppression:
    reason, until = _reason_and_day(named.said)
    has_place = removable.key_start >= 0 or named.said is None  # readers of TOML don't find every key's
    return Suppression(
        named.name,
        article.place(*_span(named.entry)),
        1,
        len(article.line_starts),
        " ".join(reason.split()),
        until,
        origin="front matter",
        fault=_fault(named),
        removal=entry_removal(article.text, *_whole(article, removable)) if has_place else None,
    )


def _reason_and_day(said: Entry | None) -> tuple[str, str]:
    """The reason and the last day; "" for what is not said."""
    if said is None or not said.keys:
        return (said.text or "" if said else ""), ""
    reason, until = (said.keys[key].text if key in said.keys else None for key in _VALUE_KEYS)
    return reason or "", until or ""


def _fault(named: _Named) -> str:
    if not named.name:
        return _NAMELESS
    if named.said is None:
        return ""
    if named.said.items:
        return f'suppression of "{named.name}" holds a list; expected a reason'
    unknown = next((key for key in named.said.keys if key not in _VALUE_KEYS), None)
    if unknown:
        return _unknown(f'suppression of "{named.name}"', unknown, _VALUE_KEYS)
    return date_fault(named.said.keys["until"].text or "") if "until" in named.said.keys else ""


def _faulty(article: Article, entry: Entry, fault: str) -> Suppression:
    return Suppression("", article.place(*_span(entry)), origin="front matter", fault=fault)


def _unknown(owner: str, key: str, known: tuple[str, ...]) -> str:
    from artlint.config.wording import nearest, printable  # for misspelt keys alone

    return f'{owner} has no key "{printable(key)}"{nearest(key, known)}'


def _span(entry: Entry) -> tuple[int, int]:
    """The key; the value where there is none."""
    return (entry.key_start, entry.key_end) if entry.key_start >= 0 else (entry.start, entry.end)


def _only_holder(entry: Entry, disable: Entry, only: Entry) -> Entry:
    """The outermost key that holds nothing but `only`; a head of a TOML table is no such key."""
    holder = entry if len(entry.keys) == 1 else disable
    return holder if holder.key_start >= 0 else only


def _whole(article: Article, entry: Entry) -> tuple[int, int]:
    """From the key to the end of the value."""
    return (entry.key_start if entry.key_start >= 0 else entry.start), max(_end(article.text, entry), entry.key_end)


def _end(text: str, entry: Entry) -> int:
    """The end of the value; that of its last part where a block only ends with what follows it."""
    parts = [*entry.items, *entry.keys.values()]
    is_block = bool(parts) and text[entry.end - 1] not in "]}"
    return max(_end(text, part) for part in parts) if is_block else entry.end
