"""`boilerplate/repeated-block`: the same block twice in one article."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Article, Finding, Related
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.blocks import Floors, Run, counted
from artlint_boilerplate.includes import are_in_tabs, are_included, are_meanings, id_before
from artlint_boilerplate.removal import without_copies
from artlint_boilerplate.runs import Repeat, repeats
from artlint_boilerplate.sections import Outline
from artlint_boilerplate.unit import LISTED, SILENT, Unit, is_legal, weight
from artlint_boilerplate.units import units

# Formats in which a line is a unit as it was written; Markdown's short paragraphs recur by design.
_LINE_FORMATS = ("text", "html")

# A short quotation is quoted again to be discussed.
_FEWEST_QUOTED = 30


class RepeatedBlock(BoilerplateRule):
    """A block stands in the article a second time.

    A widget that was scraped twice, a paragraph that was pasted and forgotten: readers meet it again and
    wonder. The longest run of lines or paragraphs is one finding, placed at its second standing. Headings,
    code, tables, links, images, lead-ins that end in a colon, questions and short list items are never
    reported alone. Where the copies are the same to the letter, the unsafe fix takes the later ones out.

    Options:
        min_words: fewest words of a block; 15 leaves the set phrases of manuals alone
        min_words_in_lines: fewest words of two or more whole lines of plain text or HTML, three a line;
            "No time to read? / Get a summary" has 7

    Bad:
        Harbour reopens after the storm

        In a hurry?
        Hear this story

        The harbour was closed for two days. Ferries run again from noon.

        In a hurry?
        Hear this story

    Good:
        Harbour reopens after the storm

        In a hurry?
        Hear this story

        The harbour was closed for two days. Ferries run again from noon.
    """

    id: ClassVar[str] = "boilerplate/repeated-block"
    min_words: int = 15
    min_words_in_lines: int = 5

    def check_article(self, article: Article) -> Iterator[Finding]:
        floors = Floors(self.min_words, self.min_words_in_lines)
        for repeat in article.derived(repeated_units):
            if repeat.is_stutter:
                continue
            runs = standings(article, repeat, floors)
            if runs and not self.allows(runs[0].units):
                yield _finding(article, runs)


def repeated_units(article: Article) -> Sequence[Repeat]:
    """The repeated runs of the article's units, none where none of them says anything.

    To be had by `article.derived(repeated_units)`.
    """
    its_units = article.derived(units)
    speaking = [unit[0] for unit in its_units if unit[3] not in SILENT]
    if len(set(speaking)) == len(speaking):
        return ()  # in most articles
    if not any(weight(text, "") for text, count in Counter(speaking).items() if count > 1):
        return ()
    return list(repeats(_keys(its_units)))


def _keys(its_units: Sequence[Unit]) -> Sequence[str]:
    """The wordings by which units are the same; a heading or code is never the same as prose."""
    counts = Counter([unit[0] for unit in its_units])
    return [f"{kind}\0{text}" if kind in SILENT and counts[text] > 1 else text for text, _, _, kind, _, _ in its_units]


def standings(article: Article, repeat: Repeat, floors: Floors) -> list[Run]:
    """Each standing of the repeat, the first one first; none where it says too little for a finding."""
    its_units, short_lines = article.derived(units), article.format in _LINE_FORMATS
    if _says_little(its_units[repeat.first : repeat.first + repeat.length], short_lines, floors):
        return []  # in most cases, and before the headings are asked
    starts = (repeat.first, *repeat.later)
    outline = article.derived(Outline)
    floors = outline.floors(starts, repeat.length, floors)
    runs = [counted(its_units[start : start + repeat.length], short_lines, floors) for start in starts]
    found = [run for run in runs if run]
    if len(found) < 2 or _is_cut_list(outline, repeat, found[0]):
        return []
    if outline.is_of_licences or any(is_legal(unit.text) for unit in found[0].units):
        return []
    if article.format == "html" and _are_set_twice(article, found):
        return []
    quoted = all(unit.kind == "quote" for run in found for unit in run.units)
    return [] if quoted and found[0].words < _FEWEST_QUOTED else found


def _are_set_twice(article: Article, runs: Sequence[Run]) -> bool:
    """Whether a page of HTML has the runs by one include, in tabs or as what terms of a glossary mean."""
    spans = [(run.units[0].start, run.units[-1].end) for run in runs]
    if are_included(id_before(article, start) for start, _ in spans) or are_in_tabs(article, spans):
        return True
    return are_meanings(article, [start for start, _ in spans])


def _says_little(block: Sequence[Unit], short_lines: bool, floors: Floors) -> bool:
    """Whether the block is under the lowest floor, wherever it stands."""
    words = sum([weight(unit.text, unit.kind) for unit in block])
    return words < (min(floors) if short_lines and len(block) > 1 else floors.words)


def _is_cut_list(outline: Outline, repeat: Repeat, run: Run) -> bool:
    """Whether the run is part of a list, as where an overview lists some of what follows in full."""
    if any(unit.kind not in LISTED for unit in run.units):
        return False
    return any(outline.cuts_list(start, repeat.length) for start in (repeat.first, *repeat.later))


def _finding(article: Article, runs: Sequence[Run]) -> Finding:
    first, second = runs[0].place(article), runs[1]
    if len(runs) == 2:
        message = f"{second.name} already stands at line {first.line}: {second.excerpt}"
    else:
        message = f"{second.name} stands {len(runs)} times, first at line {first.line}: {second.excerpt}"
    others = (Related(article.path, run.place(article), "stands again here") for run in runs[2:])
    related = (Related(article.path, first, "first stands here"), *others)
    fix = without_copies(article, runs)
    return Finding(message, second.place(article), related=related, fix=fix, identity=second.id)
