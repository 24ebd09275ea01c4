"""Which sections of a page are the entries of a reference, by their headings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from artlint_boilerplate.unit import Unit, is_question

# So many names among the headings of one level, and so large a share of them, make a reference of the page.
_FEWEST_NAMES, _SHARE = 3, 0.5
# `fs.write(fd)`, `SSL_CTX_new`, `std::vector`, `--verbose`, `<Proxy>` stand for themselves in a heading of any length.
_CODE = r"\w\(|\w_\w|::|(?:^| )--?\w|<\w+>"
_IDENTIFIER, _LONGEST_TITLE = r"\w_\w", 4
# `CacheFile`, `SSLEngine`: brands are written so too, so these count in a heading of two words at most.
_CAMEL = r"[a-z][A-Z]|[A-Z]{2}[a-z]"
_LONGEST_CAMEL = 2
# One word may have its parts joined by dots and colons too: `Gtk.Window:default-width`.
_ONE_WORD = rf"{_CAMEL}|[^\W\d][.:]\w"
# `1.2.0-alpha.1`, `v2.5 (2015-07-31)`, `Buildbot 0.9.0b1`; section numbers have words behind them.
_VERSION = r"(?:[^\W\d]\w* )?v?\d+(?:\.\d+)+[\w.+-]*(?: ?[(\-–—:,]* ?(?:\w+ )?\d[\w.,/ -]*\)?)?"
_SIGNS = " ¶#\uf0c1"  # links to the heading itself
# `ssize_t tty_line_name(struct tty_driver *driver)`: what stands before the bracket and behind it has few words. But
# `Example(s)` is a label, and an address or an image is no name.
_CALL, _NO_SIGNATURES = r"\((?<=\w\()(?!e?s\))", ("//", "](", "(s)")
_HEAD, _TEXT_OF_PAGE = 1_000, r"(?i)<(?:p|h\d|div|td|li)\b"
_GENERATED = (
    r"(?i)do not edit|cannot be edited|auto-?generated|automatically generated|@generated\b"
    r"|generat(?:ed by |or[\"']? content=[\"']?)(?:javadoc|doxygen|jsdoc|phpdoc|rdoc|typedoc|yard|ldoc|gtk-doc)\b"
)
_ARROW, _TYPE = "→", " :: "
_SENTENCE_SIGNS = frozenset(".?!:,。！？，")
_LONGEST_NAME, _LONGEST_ENTRY, _LONGEST_RESULT, _LONGEST_SIGNATURE = 2, 6, 6, 300


class Sections:
    """The sections of a page; each is known by the number of its heading."""

    def __init__(self, headings: Sequence[Unit]) -> None:
        self._parents = list(_parents(headings))
        self._texts = [heading.visible.strip(_SIGNS) for heading in headings]
        self._levels = [heading.level for heading in headings]
        children: dict[int, list[int]] = defaultdict(list)
        for number, parent in enumerate(self._parents):
            children[parent].append(number)
        self._names = frozenset(_names(self._texts, children))

    def apart(self, numbers: Sequence[int]) -> frozenset[int]:
        """The sections at any depth that some, but not all of the sections `numbers` are or lie in."""
        chains = [frozenset(self._chain(number)) for number in set(numbers)]
        return frozenset.union(*chains) - frozenset.intersection(*chains)

    def has_entry(self, numbers: frozenset[int]) -> bool:
        """Whether one of the sections tells of a name, as another of them does or most of those beside it."""
        if self.are_versions(numbers) or self.are_functions(numbers):
            return True
        named = [number for number in numbers if _is_name(self._texts[number])]
        parents = {self._parents[number] for number in named}
        return len(parents) < len(named) or not self._names.isdisjoint(named)

    def are_versions(self, numbers: frozenset[int]) -> bool:
        """Whether two of the sections tell of two versions; a change of both is told for each."""
        versions = {text for text in map(self._texts.__getitem__, numbers) if re.fullmatch(_VERSION, text)}
        return len(versions) > 1

    def are_functions(self, numbers: frozenset[int]) -> bool:
        """Whether two of the sections have one word in capitals for a heading: `FINV` and `CHISQ.INV`."""
        return sum(text.isupper() and " " not in text for text in map(self._texts.__getitem__, numbers)) > 1

    @property
    def have_names(self) -> bool:
        """Whether some of the sections are entries with names of program text."""
        return bool(self._names)

    def is_in_named(self, number: int) -> bool:
        """Whether the section, or one that it lies in, is such an entry."""
        return not self._names.isdisjoint(self._chain(number))

    def are_answers(self, numbers: Sequence[int]) -> bool:
        """Whether each of several sections answers a question."""
        return len(set(numbers)) > 1 and all(number >= 0 and is_question(self._texts[number]) for number in numbers)

    def are_of_one_form(self, numbers: Sequence[int]) -> bool:
        """Whether the sections bear one heading in several chapters."""
        if min(numbers) < 0:
            return False
        parents = {self._parents[number] for number in numbers}
        headings = {(self._levels[number], self._texts[number]) for number in numbers}
        return len(headings) == 1 and len(parents) > 1 and min(parents) >= 0

    def _chain(self, number: int) -> Iterator[int]:
        while number >= 0:
            yield number
            number = self._parents[number]


def _parents(headings: Sequence[Unit]) -> Iterator[int]:
    """For each heading the number of the section that it stands in, -1 for none."""
    above: list[int] = []
    for number, heading in enumerate(headings):
        while above and headings[above[-1]].level >= heading.level:
            above.pop()
        yield above[-1] if above else -1
        above.append(number)


def _names(texts: Sequence[str], children: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The sections with a name for a heading, where most of those beside it have one."""
    for siblings in children.values():
        named = [number for number in siblings if _is_name(texts[number])]
        if len(named) >= max(_FEWEST_NAMES, _SHARE * len(siblings)):
            yield from named


def have_names(headings: Sequence[Unit]) -> bool:
    """Whether there are names enough among the headings to ask which sections they are the names of."""
    if len(headings) < _FEWEST_NAMES:
        return False
    return len([heading for heading in headings if _is_name(heading.visible.strip(_SIGNS))]) >= _FEWEST_NAMES


def names_program_text(title: str) -> bool:
    """Whether a title has a name of program text in it: `Function core::ptr::swap`, `git-branch(1)`."""
    return re.search(_CODE, title) is not None


def is_program_text(title: str) -> bool:
    """Whether a title is a name of program text and no more: `MPI_Test`, `stk::ADSR Class Reference`."""
    if "_" in title and title.count(" ") < _LONGEST_NAME:
        return re.search(_IDENTIFIER, title) is not None
    return ("::" in title or "()" in title) and title.count(" ") < _LONGEST_TITLE


def says_generated(text: str, form: str) -> bool:
    """Whether an article says in its first lines that a program wrote it, of comments in code for instance.

    In HTML that is before the first text.
    """
    head = text[:_HEAD]
    if form == "html":
        head = re.split(_TEXT_OF_PAGE, head, maxsplit=1)[0]
    lower = head.lower()  # to look for two words first takes a twentieth of the time
    return ("edit" in lower or "generat" in lower) and re.search(_GENERATED, head) is not None


def may_be_signature(text: str) -> bool:
    """Whether the text has a sign of program text and no end of a sentence, and is short or has a bracket.

    Few texts are so, and the others need not be searched.
    """
    if len(text) > _LONGEST_SIGNATURE:
        return False
    if _ARROW in text or (":" in text and _TYPE in text):
        return True
    if text[-1:] in _SENTENCE_SIGNS:
        return False
    return ("(" in text and ")" in text) or (_has_sign(text) and len(text.split()) <= _LONGEST_ENTRY)


def is_signature(text: str) -> bool:
    """Whether a text that may be one is a name of program text, or a call with its arguments."""
    words = text.split(None, _LONGEST_ENTRY)
    # `c_fail - counter`, `--force FILE`, `Frames & stk::tick`
    ends = f"{words[0]} {words[-1]}" if len(words) <= _LONGEST_TITLE else words[0]
    is_name = len(words) <= _LONGEST_ENTRY and re.search(_CODE, ends) is not None
    is_typed = _ARROW in text or (len(words) > 1 and words[1] == _TYPE.strip())  # `(peek port) → char?`, `peek :: Int`
    return (is_name or is_typed or _is_call(text)) and not any(map(text.__contains__, _NO_SIGNATURES))


def _is_call(text: str) -> bool:
    call = re.search(_CALL, text)
    if not call or ")" not in text:
        return False
    before, after = text[: call.start()], text[text.rindex(")") + 1 :]
    return max(before.count(" "), after.count(" ")) < _LONGEST_RESULT


def _is_name(text: str) -> bool:
    """Whether the heading is a name of program text rather than a phrase."""
    if _has_sign(text) and re.search(_CODE, text):
        return True
    words = text.split(None, _LONGEST_CAMEL)
    if not words:
        return False  # a sign that links to the heading, and no more
    if words[0].endswith(":") and words[0][0].islower():
        return True  # `size: number | string`
    if len(words) == 1:
        return words[0][0].islower() or re.search(_ONE_WORD, text) is not None
    return len(words) <= _LONGEST_CAMEL and any(re.search(_CAMEL, word) for word in words)


def _has_sign(text: str) -> bool:
    """Whether a sign stands in the text without which `_CODE` finds nothing; to look takes a tenth of the time."""
    has_hyphen = "-" in text and (text[0] == "-" or " -" in text)
    return has_hyphen or "(" in text or "_" in text or "<" in text or "::" in text
