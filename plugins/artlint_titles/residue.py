"""Titles with remains of other formats: entities, tags, broken encodings, invisible characters."""

import re
from collections.abc import Iterator
from typing import ClassVar

from artlint import Article, Edit, Fact, Facts, Finding, Fix, Related, Rule, Title
from artlint_titles.articlehood import is_part, is_templated
from artlint_titles.comparing import last_part
from artlint_titles.title_facts import normal

_SUSPECT = r"[&<\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffdÃÂâï]|utm_|fbclid|gclid|\[/?[a-z]"
_SUSPECTS = ("&", "<", "[", "utm_", "clid")
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
_PAIRED_TAG = r"(?i)<(b|i|em|strong|span|a|font|u|small|sup|sub|big|center|p|div)\b[^>]*>.*</\1\s*>|<br\s*/>|</?wbr/?>"
_SHORT_CODE = r"(?i)\[(b|i|u|url|color|size)(?:=[^\]]*)?\].*\[/\1\]"
_TRACKING = r"[?&](?:utm_[a-z]+|fbclid|gclid|mc_cid)=|\butm_(?:source|medium|campaign)\b"
# UTF-8 read as Latin-1 or Windows-1252: the first byte's letter and a character that no word goes on with.
_MOJIBAKE = (
    r"Ã[\u0080-\u00ba\u00bc-\u00bfƒŠŒŽšœžŸ€‚„…†‡ˆ‰‹‘’“”•–—˜™›]|Â[\u0080-\u00bf]|â€[\u0080-\u00bf™œ˜“”¦¢¡]|ï»¿|\ufffd"
)
_INVISIBLE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]"
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
# Decoded into front matter, these would end a string or begin something else.
_UNSAFE = frozenset("\"'<>\\:#{}[]|")
_FAULTS = (
    (_ENTITY, "entity"),
    (_PAIRED_TAG, "markup"),
    (_SHORT_CODE, "markup"),
    (_TRACKING, "tracking mark"),
    (_MOJIBAKE, "wrongly decoded text"),
    (_INVISIBLE, "invisible character"),
)
_LONGEST = 1000  # what is looked at: hostile titles have no end
_LEAST_TITLES = 6
_LEAST_SHARE = 0.5


class TitleResidue(Rule):
    """The title holds remains of another format.

    These are HTML entities and pairs of tags that readers would see as written, tracking parameters, text in
    a wrong encoding, control and invisible characters, and a site's name that half of all titles carry
    although it belongs to the page's frame. Tags alone are left alone, since titles of reference pages name
    them (`<br>: the line break element`), and so are zero-width joiners and the zero-width spaces of scripts
    that part words by them. A title element may carry the site's name.

    The safe fix decodes entities and takes invisible characters out, where the title stands in the source as
    it is read.

    Bad:
        --- a.md
        ---
        title: Bread &amp; water
        ---

        The bakery has opened again.

    Good:
        --- a.md
        ---
        title: Bread & water
        ---

        The bakery has opened again.
    """

    id: ClassVar[str] = "title/residue"

    def check_article(self, article: Article) -> Iterator[Finding]:
        title = article.title
        if title is None or not _is_suspect(title.text) or is_part(article) or is_templated(title.text):
            return
        text = _without_code(title, article)[:_LONGEST]
        for pattern, what in _FAULTS:
            match = re.search(pattern, text)
            if match and _is_fault(what, match, article):
                message = f'{what} "{_visible(match[0])}" in the title'
                place = article.place(title.start, title.end)
                yield Finding(message, place, fix=_fix(article, title, what), identity=f"{what} {match[0]}")

    def collect(self, article: Article) -> Iterator[Fact]:
        """What stands behind the last separator of the title, and that there is a title."""
        title = article.title
        if title is None or title.source in ("title element", "og:title") or is_part(article):
            return
        part = last_part(title.text)
        if part:
            yield Fact(f"suffix\0{normal(part)}", article.place(title.start, title.end), part)

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        least = max(_LEAST_TITLES, _LEAST_SHARE * len(facts.articles))
        for _, group in facts.groups(min_articles=int(least + 0.5)):
            first, *others = group
            related = tuple(Related(fact.path, fact.place, "the same suffix") for fact in others)
            message = f'site suffix "{first.value}" stands in {len(group):,} of {len(facts.articles):,} titles'
            yield Finding(message, first.place, first.path, related, identity=str(first.value))


def _is_suspect(text: str) -> bool:
    """Whether anything may be wrong, told without a pattern where the title is plain."""
    if text.isascii() and text.isprintable() and not any(map(text.__contains__, _SUSPECTS)):
        return False
    return bool(re.search(_SUSPECT, text))


def _unescaped(text: str) -> str:
    from html import unescape  # 4 ms that few titles need

    return unescape(text)


def _without_code(title: Title, article: Article) -> str:
    """The title without what stands in code marks: there, tags and entities are meant."""
    if article.format == "markdown" and title.source != "front matter":
        return (
            re.sub(r"`[^`]*`", "", article.text[title.start : title.end])
            if "`" in article.text[title.start : title.end]
            else title.text
        )
    return re.sub(r"`[^`]*`", "", title.text)


def _is_fault(what: str, match: re.Match[str], article: Article) -> bool:
    if what == "entity":
        return _unescaped(match[0]) != match[0]
    if match[0] in "\u00ad\u200b":  # where a long word may be broken: meant in pages and in some scripts
        return article.format != "html" and not re.search(_UNSPACED, match.string)
    return True


def _visible(text: str) -> str:
    """`text` with invisible characters by their code points, cut where it is long."""
    shown = "".join(f"U+{ord(character):04X}" if re.match(_INVISIBLE, character) else character for character in text)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


def _fix(article: Article, title: Title, what: str) -> Fix | None:
    """The repair of all entities or invisible characters of the title, or None where it is not certain."""
    source = article.text[title.start : title.end]
    if article.format == "html" or what not in ("entity", "invisible character"):
        return None
    pattern = _ENTITY if what == "entity" else _INVISIBLE
    edits = tuple(
        Edit(
            title.start + match.start(),
            title.start + match.end(),
            match[0],
            _unescaped(match[0]) if what == "entity" else "",
        )
        for match in re.finditer(pattern, source)
    )
    if not edits or any(_UNSAFE.intersection(edit.new) for edit in edits):
        return None
    return Fix(edits, safe=True, description="decode the entities" if what == "entity" else "take out what nobody sees")
