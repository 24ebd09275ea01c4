"""`boilerplate/shared-block`: one block in many articles."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from artlint import Collector, Facts, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.blocks import Floors
from artlint_boilerplate.gathering import UnitCollector
from artlint_boilerplate.recurring import Block, RecurringBlocks, is_worth_telling
from artlint_boilerplate.unit import normalised

# A site's template rather than a pasted text: in half of the articles of a collection that has this many.
_TEMPLATE_SHARE, _TEMPLATE_ARTICLES = 0.5, 20
# A block of fewer words must stand in so many articles, or in such a share of them: of 12 labelled ones in fewer 7 were
# right, and of 24 in more 23.
_SHORT, _OFTEN, _OFTEN_SHARE = 20, 5, 0.2
# So many blocks of the same articles tell of one thing: that these were made from each other.
_ONE_RELATION = 3
# So many blocks whose first characters are the same are one form, filled in by kinds of pages.
_FEWEST_FORMS, _OPENING = 6, 40


class SharedBlock(BoilerplateRule):
    """The same block stands in many articles.

    A pitch for the newsletter, a note on sources, an "about us" that was pasted into every article: it ages in
    a hundred places at once. One finding tells of one block, at the first article that has it, with every
    other place; three blocks or more of the same articles are one finding too. Where it stands in half of the
    collection it is part of the site's template, and an info alone. Copies of whole articles count once; see
    `boilerplate/duplicate-article`.

    Options:
        min_words: fewest words of a block; 15 leaves set phrases alone; in manuals 25 at least, 20 of a note on a page
        min_words_in_lines: fewest words of two or more whole lines of plain text that follow each other
        min_articles: fewest articles; 0 takes one in 200, at least 3 and at most 10, 5 for less than 20 words

    Bad:
        --- a.md
        # Ferries return

        The ferry runs again from noon on all days but Sunday.

        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- b.md
        # Market moves

        The market has moved to the old station.

        This report was first printed in our weekly letter, which you can have free of charge every Friday.
        --- c.md
        # Bridge closed

        The bridge is closed until the engineers have seen it.

        This report was first printed in our weekly letter, which you can have free of charge every Friday.

    Good:
        --- a.md
        # Ferries return

        The ferry runs again from noon on all days but Sunday.
        --- b.md
        # Market moves

        The market has moved to the old station.
        --- c.md
        # Bridge closed

        The bridge is closed until the engineers have seen it.
    """

    id: ClassVar[str] = "boilerplate/shared-block"
    min_words: int = 15
    min_words_in_lines: int = 5
    min_articles: int = 0

    def collector(self) -> Collector:
        return UnitCollector()

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        floors, articles = Floors(self.min_words, self.min_words_in_lines), len(facts.articles)
        found = facts.derived(RecurringBlocks(self.min_articles))
        told = (block for block in found if self.min_articles or not _is_seldom(block, articles))
        blocks = [block for block in told if is_worth_telling(block, floors) and not self._allows(block)]
        blocks_by_paths: dict[frozenset[str], list[Block]] = {}
        for block in _without_forms(blocks):
            paths = frozenset(occurrence.path for occurrence in block.occurrences)
            blocks_by_paths.setdefault(paths, []).append(block)
        for blocks in blocks_by_paths.values():
            if len(blocks) >= _ONE_RELATION:
                yield _finding(blocks, articles)
            else:
                yield from (_finding([block], articles) for block in blocks)

    def _allows(self, block: Block) -> bool:
        return self.allows_texts([normalised(unit.text) for unit in block.units], [unit.key for unit in block.units])


def _is_seldom(block: Block, articles: int) -> bool:
    """Whether a short block of prose stands in few articles: a pointer, or one thing said in one way."""
    is_short = block.words < _SHORT and any(unit.kind != "line" for unit in block.units)
    return is_short and block.articles < min(_OFTEN, _OFTEN_SHARE * articles)


def _without_forms(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, of six or more that begin alike, as a form does that was filled in, the commonest alone."""
    alike: dict[str, list[Block]] = {}
    for block in blocks:
        alike.setdefault(normalised(block.units[0].text)[:_OPENING], []).append(block)
    for forms in alike.values():
        yield from forms if len(forms) < _FEWEST_FORMS else [max(forms, key=lambda block: block.articles)]


def _finding(blocks: Sequence[Block], articles: int) -> Finding:
    """The finding at the first place of the first of `blocks`, which stand in the same articles."""
    block = blocks[0]
    first, *others = block.occurrences
    if len(blocks) == 1:
        message = f"the same {block.words}-word block stands in {block.articles:,} of {articles:,} articles"
    else:
        words = sum(each.words for each in blocks)
        message = (
            f"the same {len(blocks)} blocks of {words:,} words stand in {block.articles:,} of {articles:,} articles"
        )
        others += [occurrence for each in blocks[1:] for occurrence in each.occurrences]
    is_template = articles >= _TEMPLATE_ARTICLES and block.articles >= _TEMPLATE_SHARE * articles
    return Finding(
        f"{message}: {block.excerpt}",
        first.place,
        first.path,
        related=tuple(Related(other.path, other.place, "stands here too") for other in others),
        identity=block.id,
        severity=Severity.INFO if is_template else None,
    )
