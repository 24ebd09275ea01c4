"""Articles with a title in the front matter and one top-level heading: whether a collection words them alike."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from artlint import Article, Fact, Facts, Finding, Place, Related
from artlint_titles.title_facts import normal, shown

# Where half of ten articles or more begin at a heading in other words, it is the collection's way: the front
# matter's title is for lists and search results, the heading for the page.
_LEAST_ARTICLES = 10
_SAME, OTHER = "pair of one wording", "pair of two wordings"


class Pair(NamedTuple):
    """The heading and the title; `is_first` where nothing but pictures and markup stands above the heading."""

    heading: str
    title: str
    is_first: bool
    place: Place

    @classmethod
    def of(cls, fact: Fact) -> "Pair":
        heading, title, is_first, *place = cast(tuple[str, str, bool, int], fact.value)
        return cls(heading, title, is_first, Place._make(cast(tuple[int, ...], place)))

    def finding(self, fact: Fact, message: str) -> Finding:
        """The finding at the heading that names the title's place."""
        related = Related(fact.path, self.place, "the front matter title")
        return Finding(message, fact.place, fact.path, (related,), identity=self.heading)


def pair_facts(article: Article) -> Iterator[Fact]:
    """One fact where the article has a title in the front matter and one top-level heading that stands for itself."""
    title = article.title
    if title is None or title.source != "front matter" or article.format == "html":
        return
    tops = [block for block in article.blocks if block.kind == "heading" and block.level == 1 and not block.group]
    if len(tops) != 1 or not tops[0].text.strip():
        return
    heading = shown(" ".join(tops[0].text.split()))
    place = article.place(tops[0].start, tops[0].end)
    if heading.startswith(":::"):
        return  # a directive of mkdocstrings
    if normal(heading) == normal(title.text):
        yield Fact(_SAME, place)
        return
    above = (block.kind for block in article.blocks if block.start < tops[0].start)
    is_first = not any(kind in ("paragraph", "item", "quote", "heading") for kind in above)
    yield Fact(OTHER, place, (heading, title.text, is_first, *article.place(title.start, title.end)))


def unusual_pairs(facts: Facts) -> Sequence[Fact]:
    """The pairs that say something else; without those at the head of the page where that is the collection's way."""
    others = facts[OTHER]
    first = sum(Pair.of(fact).is_first for fact in others)
    if first < _LEAST_ARTICLES or first < len(facts[_SAME]):
        return others
    return [fact for fact in others if not Pair.of(fact).is_first]
