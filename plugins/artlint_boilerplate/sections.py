"""Where a run stands among the headings, by which a form's phrases are told from a paste."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import log2

from artlint import Article
from artlint_boilerplate.blocks import Floors
from artlint_boilerplate.entries import Sections, have_names, is_signature, may_be_signature, says_generated
from artlint_boilerplate.unit import LISTED, Unit, is_legal, weight
from artlint_boilerplate.units import units

# A page with this many sections side by side is a reference or a report, whose entries share their phrases.
_FEWEST_SIBLINGS = 3
# A page of Markdown or HTML with so many headings is parted into sections; one with so many blocks is long. Manuals in
# HTML have likes of all their phrases: of 26 labelled repeats with fewer words 5 were right.
_FEWEST_HEADINGS, _FEWEST_UNITS, _ON_PAGE = 4, 60, 45
# What the head of an article on the web holds for those who link to it.
_HEAD, _SITE_MARKS = 20_000, ("og:", "twitter:", "datePublished", "articleBody", "article:published_time")
# Fewest words there: of two standings anywhere, of two at the same place of their sections or with a list, and of
# more: of what stands in three entries only whole passages are worth a word. Two sections are enough where a list
# stands at the same place of both; below the same heading it takes a whole passage.
_APART, _ALIKE, _MANY = 30, 40, 60
# Of a field of a form, `Help wanted: …`.
_FORM = 100
# Of the like sections of several chapters, `Options` in each page of a manual.
_CHAPTER = 150
# Entries of a reference, `fs.open()` and `fs.close()`, are looked up one by one and may say the same at any length.
_NEVER = 1_000_000
# Articles with so many blocks or lines of program text explain like things in like sentences: fewest words there,
# and where a run stands in several of their sections.
_TECHNICAL = ((60, 150), (20, 60), (8, 30))
_TECHNICAL_APART = 60
# Such a share of the blocks is program text in 28 to 93 % of the pages of eleven manuals in Markdown, and in 2 to 18 %
# of those of four blogs.
_FEWEST_IN_MANUAL, _SHARE_IN_MANUAL = 3, 0.05
# Two short lines come back by chance in a long text: fewest words by the number of its lines, 5 up to 512 of them, 9
# of a thousand, 30 of forty thousand.
_LINES, _WORDS_IN_LINES, _WORDS_A_DOUBLING = 512, 5, 4
_EDGE = 12  # lines that hold a scraped page's title and widgets, or its widgets and neighbours, and count there
# A page with so many signatures outside of headings, at least one in so many units, is a reference of program text.
_FEWEST_SIGNATURES, _UNITS_A_SIGNATURE = 3, 25
_NO_SIGNATURES, _NO_ENTRIES = frozenset(("heading", "rule", "image")), frozenset(("code", "item"))
_FEWEST_LICENCES = 3
# `73/3`, `(12)`, `5.1a`
_NUMBER, _LONGEST_NUMBER = r"\(?\d+(?:[./]\d+)*[a-z]?[.)]?", 8
_FEWEST_NUMBERS, _NUMBERS_SHARE = 10, 0.25
_FEWEST_PARTS = 3
_FIELD = re.compile(r"[^\W\d_][\w' ]{1,28}:\s")


class Outline:
    """The headings of an article; to be had by `article.derived(Outline)`."""

    def __init__(self, article: Article) -> None:
        self.units, self.format, self.head = article.derived(units), article.format, article.text[:_HEAD]

    @cached_property
    def headings(self) -> Sequence[int]:
        return [number for number, unit in enumerate(self.units) if unit.kind == "heading"]

    @cached_property
    def sections(self) -> Sections:
        return Sections([self.units[number] for number in self.headings])

    @cached_property
    def signatures(self) -> Sequence[int]:
        """The units that are names of program text by themselves, as those that an entry of a reference opens with.

        None where they are too few to make a reference of the page.
        """
        fewest = max(_FEWEST_SIGNATURES, len(self.units) / _UNITS_A_SIGNATURE)
        candidates = [
            number
            for number, (_, _, _, kind, visible, _) in enumerate(self.units)
            if kind not in _NO_SIGNATURES and may_be_signature(visible)
        ]
        found: list[int] = []
        for others, number in zip(reversed(range(len(candidates))), candidates, strict=True):
            if is_signature(self.units[number].visible):
                found.append(number)
            if len(found) + others < fewest:
                return ()  # in most articles, after one or two
        return found

    @property
    def has_signatures(self) -> bool:
        """Whether so many units are signatures that the page is a reference."""
        return bool(self.signatures)

    @cached_property
    def is_generated(self) -> bool:
        """Whether the article says that a program wrote it."""
        return says_generated(self.head, self.format)

    @cached_property
    def is_numbered(self) -> bool:
        """Whether the paragraphs of a page have numbers, as in laws and standards, where each must be whole."""
        if self.format != "html":
            return False
        pairs = pairwise((unit.text, unit.kind) for unit in self.units)
        numbered = sum(
            kind == "paragraph" and len(text) <= _LONGEST_NUMBER and re.fullmatch(_NUMBER, text) is not None
            for (text, kind), (below, _) in pairs
            if " " in below
        )
        return numbered >= max(_FEWEST_NUMBERS, _NUMBERS_SHARE * len(self.units))

    @property
    def is_reference(self) -> bool:
        """Whether a page was made by a program, of comments in code for instance, or has numbers for paragraphs."""
        return self.format == "html" and (self.is_generated or self.is_numbered)

    @property
    def is_technical(self) -> bool:
        """Whether the article shows much program text."""
        return self.blocks_of_code >= _TECHNICAL[-1][0]

    @cached_property
    def is_of_licences(self) -> bool:
        """Whether the article collects licences, which say the same."""
        if not is_legal("\n".join([unit.text for unit in self.units])):
            return False  # most articles, told in a fifth of the time
        return sum(is_legal(unit.text) for unit in self.units) >= _FEWEST_LICENCES

    @cached_property
    def is_page_of_manual(self) -> bool:
        """Whether the article is a long page of HTML without the marks by which sites of news and blogs are shared."""
        is_long = len(self.headings) >= _FEWEST_HEADINGS or len(self.units) >= _FEWEST_UNITS
        return self.format == "html" and is_long and not any(map(self.head.__contains__, _SITE_MARKS))

    @property
    def is_manual(self) -> bool:
        """Whether program text has such a share of the article as in manuals, and seldom in news and blogs."""
        return self.blocks_of_code >= max(_FEWEST_IN_MANUAL, _SHARE_IN_MANUAL * len(self.units))

    @cached_property
    def blocks_of_code(self) -> int:
        return [unit[3] for unit in self.units].count("code")

    def floors(self, starts: Sequence[int], length: int, floors: Floors) -> Floors:
        """`floors`, raised in technical articles and where the run stands in several entries of a reference."""
        is_description = self.is_reference or self._describes(starts[0], length) or self.are_in_entries(starts)
        raised = _NEVER if is_description else self._raised(starts, length)
        technical = next((words for code, words in _TECHNICAL if self.blocks_of_code >= code), 0)
        on_page = _ON_PAGE if self.is_page_of_manual else 0
        at_edge = [start < _EDGE or start + length > len(self.units) - _EDGE for start in starts]
        by_chance = max(0 if any(at_edge) else self._by_chance, 0 if all(at_edge) else on_page)
        in_lines = max(floors.words_in_lines, raised, by_chance)
        return Floors(max(floors.words, raised, technical, on_page), in_lines)

    @property
    def _by_chance(self) -> int:
        """The floor of lines that may have come back by chance."""
        doublings = log2(max(1, len(self.units) / _LINES))
        return round(_WORDS_IN_LINES + _WORDS_A_DOUBLING * doublings) if doublings else 0

    def stands_apart(self, starts: Sequence[int]) -> bool:
        """Whether the units stand in several sections."""
        return len({bisect_left(self.headings, start) for start in starts}) > 1

    def are_in_entries(self, starts: Sequence[int]) -> bool:
        """Whether the standings belong to several entries of a reference, each below its signature."""
        owners = {self._signature_of(start) for start in starts} if self.has_signatures else set()
        return len(owners) > 1 and -1 not in owners

    @property
    def has_entries(self) -> bool:
        """Whether the article is a reference of program text, by its headings or by signatures."""
        if self.has_signatures:
            return True
        return have_names([self.units[number] for number in self.headings]) and self.sections.have_names

    def is_in_entry(self, number: int) -> bool:
        """Whether the unit belongs to an entry of such a reference, by a heading or a signature above.

        What stands below program text or an item alone may be an explanation that several pages share.
        """
        owner = self._signature_of(number) if self.has_signatures else -1
        if owner >= 0 and self.units[owner].kind not in _NO_ENTRIES:
            return True
        return self.sections.is_in_named(bisect_right(self.headings, number) - 1)

    @cached_property
    def _openings(self) -> Sequence[int]:
        """The headings that open a section; "Arguments", which comes back, is a part of each entry."""
        counts = Counter(self.units[number].text for number in self.headings)
        return [number for number in self.headings if counts[self.units[number].text] < _FEWEST_PARTS]

    def _signature_of(self, number: int) -> int:
        """The unit with the signature that the unit `number` belongs to, -1 for none in its section."""
        at = bisect_right(self.signatures, number)
        section = bisect_right(self._openings, number)
        above = self._openings[section - 1] if section else -1
        return self.signatures[at - 1] if at and self.signatures[at - 1] > above else -1

    def cuts_list(self, start: int, length: int) -> bool:
        """Whether the run is a part of a longer list."""
        around = [self.units[number] for number in (start - 1, start + length) if 0 <= number < len(self.units)]
        return any(unit.kind in LISTED for unit in around)

    def _describes(self, start: int, length: int) -> bool:
        """Whether the run is description: entries for the most part, of program text or in a page of HTML."""
        run = [unit for unit in self.units[start : start + length] if not _speaks_not(unit)]
        is_reference = self.is_technical or self.format == "html"
        return is_reference and 2 * sum(unit.kind == "entry" for unit in run) > len(run)

    def _raised(self, starts: Sequence[int], length: int) -> int:
        """The floor that the headings around the standings ask for; 0 for none."""
        if self._fills_field(starts, length):
            return _FORM
        sections = [bisect_right(self.headings, start) - 1 for start in starts]
        return max(self._raised_apart(sections), self._raised_among(sections, starts, length))

    def _raised_apart(self, sections: Sequence[int]) -> int:
        """The floor of what stands in several sections of a reference, a manual or a form."""
        apart = self.sections.apart(sections)
        if self.sections.has_entry(apart):
            return _NEVER
        if self.sections.are_of_one_form(sections):
            return _CHAPTER
        if apart and self.is_technical and min(sections) >= self._first_section:
            return _TECHNICAL_APART
        if self.sections.are_answers(sections):
            return _MANY
        if self.format == "text" or len(self.headings) < _FEWEST_HEADINGS:
            return 0
        is_apart = bool(apart) and min(sections) >= self._first_section
        return _APART if is_apart or self.is_manual else 0

    @property
    def _first_section(self) -> int:
        """The number of the first heading below the title; before it stands the lead."""
        return int(len(self.headings) > 1 and self.units[self.headings[0]].level < self.units[self.headings[1]].level)

    def _raised_among(self, sections: Sequence[int], starts: Sequence[int], length: int) -> int:
        """The floor of what stands in sections side by side."""
        if min(sections) < 0 or len(set(sections)) < len(sections) or len(self.headings) < _FEWEST_SIBLINGS:
            return 0
        if _FIELD.match(self.units[starts[0]].visible):
            return _FORM
        if len(starts) > 2:
            return _MANY
        return self._raised_for_two(starts, length, [self.headings[section] for section in sections])

    def _raised_for_two(self, starts: Sequence[int], length: int, headings: Sequence[int]) -> int:
        """The same for a run that stands below two headings."""
        first, second = (self.units[number] for number in headings)
        if first.level != second.level:
            return 0
        is_level = starts[0] - headings[0] == starts[1] - headings[1]
        before = all(self._is_silent(start - 1) for start in starts)
        after = all(self._is_silent(start + length) for start in starts)
        has_list = any(unit.kind in LISTED for unit in self.units[starts[0] : starts[0] + length])
        is_form = is_level and has_list and (before or after)
        if is_form and first.text == second.text:
            return _MANY
        if not is_form and self._siblings(first.level) < _FEWEST_SIBLINGS:
            return 0
        return _ALIKE if is_level or before or after or has_list else _APART

    def _fills_field(self, starts: Sequence[int], length: int) -> bool:
        """Whether the run is a field, `Help wanted: …`, with its list; others of the article begin so too."""
        first, *others = self.units[starts[0] : starts[0] + length]
        match = _FIELD.match(first.visible) if all(unit.kind in LISTED for unit in others) else None
        name = match[0].strip().casefold() if match else ""
        return bool(name) and sum(unit.text.startswith(name) for unit in self.units) > max(2, len(starts))

    def _siblings(self, level: int) -> int:
        return sum(self.units[number].level == level for number in self.headings)

    def _is_silent(self, number: int) -> bool:
        return number >= len(self.units) or _speaks_not(self.units[number])


def _speaks_not(unit: Unit) -> bool:
    return weight(unit.text, unit.kind) == 0
