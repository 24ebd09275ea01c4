"""`boilerplate/stuttered-block`: a block that is repeated right after itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import ClassVar

from artlint import Article, Edit, Finding, Fix, Related
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.blocks import Run
from artlint_boilerplate.entries import may_be_signature
from artlint_boilerplate.includes import are_in_tabs, have_anchors
from artlint_boilerplate.repeated import repeated_units
from artlint_boilerplate.runs import Repeat
from artlint_boilerplate.sections import Outline
from artlint_boilerplate.unit import LISTED, SENTENCE_ENDS, size, weight
from artlint_boilerplate.units import units

# Short items stand twice in lists of files, scores and steps.
_FEWEST_ITEM_WORDS = 8
# What may be deleted together with a copy: blanks and markers, or the end tag and start tag of one element.
_BETWEEN = re.compile(r"[\s>*+\-]*|\s*</([a-zA-Z]\w*)\s*>\s*<\1\b[^<>]*>\s*")
# Between cells, terms and numbered items, each of which says something of its own.
_ENTRIES = r"(?i)<(?:td|th|tr|dt|dd|li\b[^<>]*\bvalue)\b"
# Between elements of which one is shown: components of MDX, `<AppOnly>` and `<PagesOnly>`, what is hidden, and what
# is declared as another property, `property="dc:title"`.
_ALTERNATIVE = r"""<[A-Z]\w|\bhidden\b|(?<![-\w])property=["']"""
_NUMBER = r"\s*\d+[.)]\s"
# A paragraph of fewer words that ends no sentence is a label: of 11 labelled findings of such none was right.
_FEWEST_WORDS, _CLOSING = 6, "\"'”’)"
# On long pages of manuals the title of an entry and its formal name have more.
_FEWEST_IN_MANUAL = 12
# What the name of an entry stands in.
_NAMES = frozenset(("cell", "links"))
# How far above a list's item its list's start tag is looked for.
_LIST_START = 20_000
# A shorter copy may be a remark on two things that stand side by side.
_SAFE_CHARACTERS = 25


class StutteredBlock(BoilerplateRule):
    """A block is repeated right after itself.

    The classic slip of cut and paste. Headings, code, tables, links and numbers are left alone. Where the
    copies are the same to the letter, the fix takes the later ones out; it is unsafe for lines of plain text
    in one paragraph, which may be a refrain or what a program wrote.

    Options:
        min_words: fewest words of the block; shorter ones are refrains and labels

    Bad:
        Harbour reopens after the storm

        Ferries run again from noon.

        Ferries run again from noon.

    Good:
        Harbour reopens after the storm

        Ferries run again from noon.

        Ferries run again from midnight.
    """

    id: ClassVar[str] = "boilerplate/stuttered-block"
    min_words: int = 3

    def check_article(self, article: Article) -> Iterator[Finding]:
        for repeat in article.derived(repeated_units):
            if repeat.is_stutter and self._counts(article, repeat):
                yield _finding(article, repeat)

    def _counts(self, article: Article, repeat: Repeat) -> bool:
        block = article.derived(units)[repeat.first : repeat.first + repeat.length]
        weights = [weight(unit.text, unit.kind) for unit in block]
        if not all(weights) or sum(weights) < self.min_words or self.allows(block):
            return False
        if len({word for unit in block for word in unit.text.split()}) == 1 < block[0].text.count(" ") + 1:
            return False  # `expr expr expr`
        if len(block) == 1 and _is_label(article, block[0].text):
            return False
        if any(unit.kind in LISTED and words < _FEWEST_ITEM_WORDS for unit, words in zip(block, weights, strict=True)):
            return False
        if all(may_be_signature(unit.visible) for unit in block):
            return False
        if _are_alternatives(article, repeat) or _describes(article, repeat):
            return False
        return _is_exact(article, repeat) and not _are_entries(article, repeat)


def _is_label(article: Article, text: str) -> bool:
    """Whether a paragraph is a few words without an end, as above the tabs of a box, below pictures, in references."""
    if article.format == "text" or text.rstrip(_CLOSING)[-1:] in SENTENCE_ENDS:
        return False
    return size(text) < (_FEWEST_IN_MANUAL if article.derived(Outline).is_page_of_manual else _FEWEST_WORDS)


def _is_exact(article: Article, repeat: Repeat) -> bool:
    """Whether the copies have the same letters, small and capital."""
    its_units = article.derived(units)
    starts = (repeat.first, *repeat.later)
    wordings = {
        tuple(" ".join(unit.visible.split()) for unit in its_units[start : start + repeat.length]) for start in starts
    }
    return len(wordings) == 1


def _describes(article: Article, repeat: Repeat) -> bool:
    """Whether a page of a reference has the summary of an entry below its name, and then a description that is it.

    So have pages that a program made of comments in code.
    """
    outline, above = article.derived(Outline), article.derived(units)[max(0, repeat.first - 1)]
    return outline.is_reference or (article.format == "html" and above.kind in _NAMES and outline.has_signatures)


def _are_alternatives(article: Article, repeat: Repeat) -> bool:
    """Whether the copies are links to several pages, or stand in elements of which a reader is shown one."""
    its_units = article.derived(units)
    starts = (repeat.first, *repeat.later)
    spans = [(its_units[start].start, its_units[start + repeat.length - 1].end) for start in starts]
    if any(re.search(_ALTERNATIVE, article.text[end:start]) for (_, end), (start, _) in pairwise(spans)):
        return True
    if article.format == "html" and (
        are_in_tabs(article, spans) or have_anchors(article, [start for start, _ in spans])
    ):
        return True
    return len({tuple(_targets(article, start, end)) for start, end in spans}) > 1


def _targets(article: Article, start: int, end: int) -> Iterator[str]:
    """Where the links that begin in the range lead to."""
    first, stop = (bisect_left(article.links, place, key=attrgetter("start")) for place in (start, end))
    return (link.target for link in article.links[first:stop])


def _are_entries(article: Article, repeat: Repeat) -> bool:
    """Whether the copies stand in cells, beside terms or in items with numbers."""
    its_units = article.derived(units)
    first, second = its_units[repeat.first + repeat.length - 1], its_units[repeat.later[0]]
    gap = article.text[first.end : second.start]
    if article.format != "html":
        return first.kind in LISTED and re.match(_NUMBER, gap) is not None
    if re.search(_ENTRIES, gap):
        return True
    above = article.text[max(0, first.start - _LIST_START) : first.start].lower()
    return first.kind in LISTED and above.rfind("<ol") > above.rfind("<ul")


def _finding(article: Article, repeat: Repeat) -> Finding:
    starts = (repeat.first, *repeat.later)
    runs = [Run(article.derived(units)[start : start + repeat.length], 0) for start in starts]
    if len(runs) == 2:
        message = f"{runs[1].name} repeats the one before: {runs[1].excerpt}"
    else:
        message = f"{runs[1].name} stands {len(runs):,} times in a row: {runs[1].excerpt}"
    end = runs[-1].units[-1].end
    return Finding(
        message,
        article.place(runs[1].units[0].start, end),
        related=(Related(article.path, runs[0].place(article), "first stands here"),),
        fix=_fix(article, runs, end),
        identity=runs[1].id,
    )


def _fix(article: Article, runs: Sequence[Run], end: int) -> Fix | None:
    """The later copies taken out; None where they are not the same to the letter, markup and all."""
    sources = {article.text[run.units[0].start : run.units[-1].end] for run in runs}
    gaps = [article.text[one.units[-1].end : other.units[0].start] for one, other in pairwise(runs)]
    if len(sources) > 1 or not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        return None
    start = runs[0].units[-1].end
    is_paragraph = article.format != "text" or all("\n\n" in gap.replace("\r", "") for gap in gaps)
    # A line that stands twice within a paragraph of plain text may be a refrain, a verse or a program's output.
    is_safe = is_paragraph and runs[0].units[-1].end - runs[0].units[0].start >= _SAFE_CHARACTERS
    return Fix((Edit(start, end, article.text[start:end], ""),), is_safe, "take the copy out")
