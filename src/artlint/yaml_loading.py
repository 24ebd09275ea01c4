"""YAML with the place of every key and value, within limits; for front matter and configuration alike.

Values are built from the parser's events rather than by `yaml.load`: that one loses duplicate keys and the
places, and its C loader dies on deep nesting. Scalars are typed as YAML 1.1 does; `Entry.raw` keeps the text.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple, Protocol, cast

from artlint.article import Entry
from artlint.flat_yaml import flat_mapping

_new = tuple.__new__  # a NamedTuple's own constructor takes 2.5 times as long

MAX_CHARACTERS = 1_000_000
_LONGEST_FLAT = 20_000  # no limit below can be passed by less
MAX_DEPTH = 50
MAX_ENTRIES = 100_000

_SCALAR_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "binary", "timestamp", "str")
)


class YamlError(Exception):
    """The text is no YAML within the limits; `offset` is where, in code points."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Document:
    """A parsed text: its root (None if empty) and the later copies of keys that stand twice, where the last won."""

    def __init__(self, root: Entry | None = None) -> None:
        self.root = root
        self.repeated_keys: list[_Key] = []


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """What is used of PyYAML's events; each kind has some of the names."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    implicit: tuple[bool, bool]


class _Key(NamedTuple):
    """A key of a mapping: its text and place."""

    raw: str
    start: int
    end: int


class _Container:
    """A list or mapping that is still open."""

    __slots__ = ("anchor", "entries", "items", "key", "start")

    def __init__(self, start: int, anchor: str | None, items: list[Entry] | None) -> None:
        self.start = start
        self.anchor = anchor
        self.items = items  # None for a mapping
        self.entries: dict[str, Entry] = {}
        self.key: _Key | None = None


def load_yaml(text: str, offset: int = 0) -> Document:
    """The single document in `text`; all offsets are raised by `offset`.

    Raises YamlError where the text is not YAML, holds a second document or passes a limit.
    """
    if len(text) > MAX_CHARACTERS:
        raise YamlError(f"has {len(text):,} characters; at most {MAX_CHARACTERS:,}", offset)
    flat = flat_mapping(text, offset) if len(text) <= _LONGEST_FLAT else None
    return load_by_parser(text, offset) if flat is None else Document(flat)


def load_by_parser(text: str, offset: int = 0) -> Document:
    """The same, whatever the text looks like; raises YamlError too."""
    return _Builder(offset).build(text)


def plain(entry: Entry) -> object:
    """The value without its places."""
    if isinstance(entry.value, list):
        return [plain(item) for item in entry.value]
    if isinstance(entry.value, dict):
        return {key: plain(item) for key, item in entry.value.items()}
    return entry.value


class _Builder:
    """Builds one document from events, without recursion."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.document = Document()
        self.open: list[_Container] = []
        self.anchors: dict[str, Entry] = {}
        self.sizes: dict[str, int] = {}
        self.entries = 0
        self.documents = 0

    def build(self, text: str) -> Document:
        for event in _events(text, self.offset):
            kind = type(event).__name__
            if kind == "ScalarEvent":
                self.add_scalar(event)
            else:
                self.take(kind, event)
        return self.document

    def take(self, kind: str, event: _Event) -> None:
        start, end = event.start_mark.index + self.offset, event.end_mark.index + self.offset
        match kind:
            case "MappingStartEvent" | "SequenceStartEvent":
                if len(self.open) >= MAX_DEPTH:
                    raise YamlError(f"nested more than {MAX_DEPTH} levels deep", start)
                self.open.append(_Container(start, event.anchor, [] if kind == "SequenceStartEvent" else None))
            case "MappingEndEvent" | "SequenceEndEvent":
                done = self.open.pop()
                value = _merged(done.entries) if done.items is None else done.items
                self.add(Entry(value, "", done.start, end), done.anchor)
            case "AliasEvent":
                self.add_alias(str(event.anchor), start, end)
            case "DocumentStartEvent":
                self.documents += 1
                if self.documents > 1:
                    raise YamlError("a second document begins here; one was expected", start)

    def add_scalar(self, event: _Event) -> None:
        """File a scalar; a key, whose text counts as it stands, is not typed."""
        start, end = event.start_mark.index + self.offset, event.end_mark.index + self.offset
        parent = self.open[-1] if self.open else None
        if parent is None or event.anchor:
            self.add(Entry(_typed(event), event.value, start, end), event.anchor)
            return
        self.count(1, start)
        if parent.items is not None:
            parent.items.append(Entry(_typed(event), event.value, start, end))
        elif parent.key is None:
            parent.key = _new(_Key, (event.value, start, end))
        else:
            raw, key_start, key_end = self.taken_key(parent, parent.key)
            parent.entries[raw] = _new(Entry, (_typed(event), event.value, start, end, key_start, key_end))

    def add_alias(self, name: str, start: int, end: int) -> None:
        if name not in self.anchors:
            raise YamlError(f'alias "{name}" has no anchor before it', start)
        self.count(self.sizes[name], start)
        self.add(self.anchors[name]._replace(start=start, end=end), None)

    def add(self, entry: Entry, anchor: str | None) -> None:
        """File a finished value where it belongs: as key, value, item or root."""
        self.count(1, entry.start)
        if anchor:
            self.anchors[anchor] = entry
            self.sizes[anchor] = _size(entry)
        if not self.open:
            self.document.root = entry
            return
        parent = self.open[-1]
        if parent.items is not None:
            parent.items.append(entry)
        elif parent.key is None:
            if isinstance(entry.value, list | dict):
                raise YamlError("a list or mapping cannot be a key", entry.start)
            parent.key = _Key(entry.raw, entry.start, entry.end)
        else:
            key = self.taken_key(parent, parent.key)
            parent.entries[key.raw] = entry._replace(key_start=key.start, key_end=key.end)

    def taken_key(self, parent: _Container, key: _Key) -> _Key:
        """The key that waited for its value; from now on the mapping waits for the next."""
        if key.raw in parent.entries:
            self.document.repeated_keys.append(key)
        parent.key = None
        return key

    def count(self, entries: int, start: int) -> None:
        self.entries += entries
        if self.entries > MAX_ENTRIES:
            raise YamlError(f"more than {MAX_ENTRIES:,} values", start)


def _merged(entries: dict[str, Entry]) -> dict[str, Entry]:
    """`entries` with the mappings under YAML's merge key `<<` poured in; own keys win, then earlier ones."""
    merge = entries.get("<<")
    if merge is None or not isinstance(merge.value, dict | list):
        return entries
    poured = {key: value for source in reversed(merge.items or (merge,)) for key, value in source.keys.items()}
    return poured | {key: value for key, value in entries.items() if key != "<<"}


def _events(text: str, offset: int) -> Iterator[_Event]:
    """PyYAML's events; raises YamlError in place of its errors."""
    import yaml  # 15 ms that an article without front matter need not pay

    # The bare parser: a loader would be made with a constructor and a resolver that nobody asks.
    parser_type = yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.SafeLoader  # type: ignore[attr-defined]  # not in the stubs
    try:
        parser = parser_type(text)
        while event := parser.get_event():
            yield cast(_Event, event)
    except yaml.MarkedYAMLError as error:
        from artlint.yaml_causes import cannot_begin, in_plain_words  # not before there is something wrong

        cause = str(error.problem or error.context)
        words, at_opening = in_plain_words(cause)
        mark = (error.context_mark if at_opening else None) or error.problem_mark or error.context_mark
        place = mark.index if mark else 0
        raise YamlError(cannot_begin(text[place : place + 1]) if words is None else words, offset + place) from None
    except yaml.reader.ReaderError as error:
        character = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
        place = max(0, text.find(chr(character)))  # the error's own counts bytes
        raise YamlError(f"character U+{character:04X} is not allowed", offset + place) from None


def _typed(event: _Event) -> object:
    """The scalar's value by YAML 1.1's rules for plain scalars; quoted ones and unknown tags are text."""
    value, tag = event.value, event.tag
    if tag is None or tag == "!":
        return _resolved(value) if event.implicit[0] else value
    return _yaml_typing()[1](tag, value) if tag.startswith("tag:yaml.org,2002:") else value


@lru_cache(maxsize=1000)  # articles of a collection share dates, versions, flags: a look-up takes a tenth of the time
def _resolved(value: str) -> object:
    """The value of a plain scalar."""
    resolvers, construct = _yaml_typing()
    for candidate, pattern in resolvers.get(value[:1], ()):
        if pattern.match(value):
            return construct(candidate, value)
    return value


class _Pattern(Protocol):
    def match(self, text: str, /) -> object: ...


class _Construct(Protocol):
    def __call__(self, tag: str, value: str, /) -> object: ...


@cache
def _yaml_typing() -> tuple[Mapping[str, list[tuple[str, _Pattern]]], _Construct]:
    """PyYAML's patterns for plain scalars by first character, and its way from text to value."""
    import yaml  # loaded already, see _events

    constructor = yaml.constructor.SafeConstructor()

    def construct(tag: str, value: str) -> object:
        method = yaml.constructor.SafeConstructor.yaml_constructors.get(tag) if tag in _SCALAR_TAGS else None
        try:
            return method(constructor, yaml.ScalarNode(tag, value)) if method else value
        except (ValueError, LookupError, AttributeError, OverflowError, yaml.YAMLError):
            return value  # looks like a date or number, or is said to be one, but there is none such: 2024-02-31

    resolvers = yaml.SafeLoader.yaml_implicit_resolvers  # none of them is for any first character
    return cast(Mapping[str, list[tuple[str, _Pattern]]], resolvers), construct


def _size(entry: Entry) -> int:
    """How many values stand in `entry`, itself included."""
    size, waiting = 0, [entry]
    while waiting:
        current = waiting.pop()
        size += 1
        waiting.extend(current.items)
        waiting.extend(current.keys.values())
    return size
