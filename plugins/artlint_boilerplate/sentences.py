"""`boilerplate/repeated-sentence`: sentences that two paragraphs of an article share."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import ClassVar, NamedTuple

from artlint import Article, Finding, Related, Severity
from artlint_boilerplate.allowing import BoilerplateRule
from artlint_boilerplate.blocks import Floors
from artlint_boilerplate.near_repeated import what_differs
from artlint_boilerplate.sections import Outline
from artlint_boilerplate.unit import Unit, block_id, excerpt, is_legal, size, weight
from artlint_boilerplate.units import units

_PROSE = ("line", "paragraph", "quote")
# Ten words have more characters in any script; shorter sentences need not be counted.
_SHORTEST = 15
_OUTER = " .!?\"'“”„»«)("
_OUTER_BYTES = _OUTER.encode()
# A paragraph that shares half of its words, and so many, is a near-copy.
_SHARE, _SHARED_WORDS = 0.5, 15
# Words from which sentences in paragraphs of their own count; fewer are calls and set phrases.
_LONG = 30
# Fewest words in common in a technical article or a page of a manual, which explain like things in like sentences, and
# in two of its sections.
_TECHNICAL, _TECHNICAL_APART = 60, 150


class Overlap(NamedTuple):
    """What the unit `later` shares with the unit `first`."""

    first: int
    later: int
    sentences: tuple[str, ...]

    @property
    def words(self) -> int:
        return sum(map(size, self.sentences))


class RepeatedSentence(BoilerplateRule):
    """Two paragraphs of the article share a sentence.

    What is left of a paragraph that was pasted and then rewritten in part. A paragraph that has half of its
    words from the other is called a near-copy; less than that counts from 30 words on.

    Options:
        min_words: fewest words of a sentence

    Bad:
        Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay all night. Nobody was hurt.

        Ferries run again from noon. The harbour was closed for two days, and the ferries stayed at the quay
        all night. The market has moved to the old station.

    Good:
        Harbour reopens after the storm

        The harbour was closed for two days, and the ferries stayed at the quay all night. Nobody was hurt.

        Ferries run again from noon. The market has moved to the old station.
    """

    id: ClassVar[str] = "boilerplate/repeated-sentence"
    severity: ClassVar[Severity] = Severity.INFO
    min_words: int = 10

    def check_article(self, article: Article) -> Iterator[Finding]:
        its_units = article.derived(units)
        for overlap in _overlaps(its_units, self.min_words):
            outline = article.derived(Outline)
            least = self.min_words
            if outline.is_technical or article.format == "html":
                apart = outline.is_page_of_manual or outline.stands_apart((overlap.first, overlap.later))
                least = max(least, _TECHNICAL_APART if apart else _TECHNICAL)
            floor = outline.floors((overlap.first, overlap.later), 1, Floors(least, least)).words
            if (
                overlap.words >= floor
                and _counts(its_units, overlap)
                and not self.allows_texts([*overlap.sentences], _keys(overlap))
            ):
                yield _finding(article, its_units, overlap)


def _overlaps(its_units: Sequence[Unit], min_words: int) -> Iterator[Overlap]:
    """Each unit that shares sentences with earlier ones, and the one that it shares most with."""
    repeated = _repeated([unit[0] for unit in its_units if unit[3] in _PROSE], min_words)
    if not repeated:
        return  # in most articles
    copies = {text for text, count in Counter(unit.text for unit in its_units).items() if count > 1}
    first_by_sentence: dict[str, int] = {}
    for number, unit in enumerate(its_units):
        if unit.kind not in _PROSE or unit.text in copies:
            continue
        shared: dict[int, list[str]] = {}
        for sentence in filter(repeated.__contains__, _sentences(unit.text)):
            earlier = first_by_sentence.setdefault(sentence, number)
            if earlier != number:
                shared.setdefault(earlier, []).append(sentence)
        if shared:
            first = max(shared, key=lambda other: (sum(map(len, shared[other])), -other))
            yield Overlap(first, number, tuple(shared[first]))


def _repeated(texts: Sequence[str], min_words: int) -> Set[str]:
    """The sentences of `min_words` or more that stand more than once in the texts, copies of a whole text not counted.

    All texts are parted at once, which takes a third of the time of one after the other.
    """
    joined = _with_blanks(". ".join(dict.fromkeys(texts)))
    if not _may_repeat(joined, min_words):
        return frozenset()
    counts = Counter(_sentences(joined))
    return {sentence for sentence, count in counts.items() if count > 1 and weight(sentence, "") >= min_words}


def _may_repeat(joined: str, min_words: int) -> bool:
    """Whether such a sentence stands twice, or nearly so: true too often, but never untrue.

    Bytes are looked through faster than characters, and for one mark faster than for a mark and a blank.
    """
    content = joined.encode("utf-8", "surrogatepass").replace(b"!", b".").replace(b"?", b".")
    sentences = [piece.strip(_OUTER_BYTES) for piece in content.split(b". ") if len(piece) >= _SHORTEST]
    if len(set(sentences)) == len(sentences):
        return False  # in most articles
    twice = [sentence for sentence, count in Counter(sentences).items() if count > 1]
    return not all(sentence.isascii() and sentence.count(b" ") + 1 < min_words for sentence in twice)


def _with_blanks(text: str) -> str:
    """The text with a full stop and a blank for each mark that stands without a blank behind it."""
    if not text.isascii():
        for mark in filter(text.__contains__, "。！？؟।"):  # to replace one that is not there takes ten times as long
            text = text.replace(mark, ". ")
    return text


def _sentences(text: str) -> Sequence[str]:
    """The sentences of a normalised text that are long enough to matter, without their last mark."""
    text = _with_blanks(text)
    for mark in "!?":
        if mark in text:  # one character is looked for ten times as fast as two, and few texts have them
            text = text.replace(f"{mark} ", ". ")
    return [piece.strip(_OUTER) for piece in text.split(". ") if len(piece) >= _SHORTEST]


def _keys(overlap: Overlap) -> list[int]:
    return [Unit(sentence, 0, 0, "line", sentence).key for sentence in overlap.sentences]


def _counts(its_units: Sequence[Unit], overlap: Overlap) -> bool:
    """Whether the paragraphs share enough, and differ in more than punctuation; see near-repeated-block."""
    enough = _is_near_copy(its_units, overlap) or overlap.words >= _LONG
    if (
        not enough
        or any(map(is_legal, overlap.sentences))
        or all(_explains_code(its_units, number) for number in (overlap.first, overlap.later))
    ):
        return False
    return "letters" in what_differs(its_units[overlap.first].text, its_units[overlap.later].text)


def _explains_code(its_units: Sequence[Unit], number: int) -> bool:
    """Whether the unit is an entry of a reference: after program text, or a phrase that goes on from it."""
    return its_units[number - 1].kind in ("code", "definition") or its_units[number].visible[:1].islower()


def _is_near_copy(its_units: Sequence[Unit], overlap: Overlap) -> bool:
    return overlap.words >= max(_SHARED_WORDS, _SHARE * size(its_units[overlap.later].text))


def _finding(article: Article, its_units: Sequence[Unit], overlap: Overlap) -> Finding:
    first, unit = its_units[overlap.first], its_units[overlap.later]
    place, count = article.place(first.start, first.end), len(overlap.sentences)
    if _is_near_copy(its_units, overlap):
        percent = min(99, round(100 * overlap.words / max(1, size(unit.text))))
        message = f"{unit.kind} is a near-copy of line {place.line} ({percent} % the same)"
    else:
        what = "sentence already stands" if count == 1 else f"{count} sentences already stand"
        message = f"{what} at line {place.line}: {excerpt(overlap.sentences)}"
    related = (Related(article.path, place, "first stands here"),)
    its_place = article.place(unit.start, unit.end)
    return Finding(message, its_place, related=related, identity=block_id(_keys(overlap)))
