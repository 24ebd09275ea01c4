"""Titles that two articles share."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar, Literal

from artlint import Collector, Fact, Facts, Finding, Related, Rule
from artlint_titles.editions import edition, page_name
from artlint_titles.generic_titles import is_generic
from artlint_titles.parallels import forks, parallel_folders
from artlint_titles.title_facts import TitleFacts, TitleValue, folder_of, headed_alike, shared_titles

# A title of hundreds of articles is compared with the first of them alone.
_MOST_COMPARED = 20
_LONGEST_SUBJECT, _LONGEST_WIDE_SUBJECT = 30, 8
_WIDE = "\u2e80"
_INDEXES = ("index.", "_index.", "readme.")
# Generators of books write the first page again under these names.
_FRONTS = frozenset(("index.html", "index.htm", "readme.html", "title-page.html", "current.html", "latest.html"))


class DuplicateTitle(Rule):
    """Two articles have the same title.

    In search results, feeds and lists nobody can tell them apart. Case, kinds of quotes and dashes and blanks
    do not count. Each title is one finding, at the first article in the order of the paths; the others are
    related places. Redirects, drafts, includes and templates are no articles here.

    Under the scope `edition` these are left alone: the same page in another language or version (by folder,
    file name or declared language), pages of the same name in different folders (`a/usage.md`,
    `b/usage.md`), folders that repeat at least a third of each other's titles (a print and a web edition), and
    in different folders titles that name a page's role ("Introduction", "FAQ") or a subject in one or two words
    ("Error handling"), which the section tells apart. Folders that are numbers, as of years, are no sections.

    Options:
        scope: where a title must be unique: `edition` (within one language and version), `folder`, or
            `collection` (everywhere, without the exceptions above)
        key: an entry of the front matter, for example `category`; titles are compared only among articles
            with the same value of it

    Bad:
        --- 2024/flood.md
        # River leaves its bed

        On Monday the water stood at the bridge.
        --- 2025/rain.md
        # River leaves its bed

        A wet spring came to its end on Friday.

    Good:
        --- en/flood.md
        # River leaves its bed

        On Monday the water stood at the bridge.
        --- en/rain.md
        # River leaves its bed again

        A wet spring came to its end on Friday.
        --- nl/flood.md
        # River leaves its bed

        (Not translated yet.)
    """

    id: ClassVar[str] = "title/duplicate"
    scope: Literal["edition", "folder", "collection"] = "edition"
    key: str = ""

    def collector(self) -> Collector:
        return TitleFacts(self.key)

    def check_collection(self, facts: Facts) -> Iterator[Finding]:
        untitled = facts.derived(headed_alike)
        for key, group in facts.derived(shared_titles):
            titled = [fact for fact in group if (folder_of(fact.path), key) not in untitled]
            for same in self._scopes(titled):
                if self.scope == "edition":
                    same = _without_parallels(_without_fronts(same), facts)
                if len(same) > 1:
                    yield _finding(same)

    def _scopes(self, group: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
        """The facts of `group` by the scope in which they must differ."""
        scopes: dict[tuple[object, ...], list[Fact]] = {}
        for fact in group:
            scopes.setdefault((TitleValue.of(fact).key, self._scope_of(fact)), []).append(fact)
        yield from scopes.values()

    def _scope_of(self, fact: Fact) -> object:
        value = TitleValue.of(fact)
        if self.scope == "folder" or (self.scope == "edition" and is_generic(value.text)):
            return folder_of(fact.path)
        if self.scope == "collection":
            return ""
        return edition(fact.path), value.language, _section(fact.path) if _is_subject(value.text) else ""


def _is_subject(title: str) -> bool:
    """Whether the title is but one or two words: a subject that each section of a manual may treat."""
    most = _LONGEST_SUBJECT if max(title, default="") < _WIDE else _LONGEST_WIDE_SUBJECT
    return len(title) <= most and len(title.split()) <= 2


def _section(path: str) -> str:
    """The folder in which the page stands, without parts that are numbers; an index page stands in the one above."""
    parts = path.split("/")
    names = parts[:-2] if parts[-1].lower().startswith(_INDEXES) else parts[:-1]
    return "/".join(name for name in names if not name.isdecimal())


def _without_fronts(group: Sequence[Fact]) -> Sequence[Fact]:
    """The facts but for the project's README, and for HTML index pages that are copies of a page below them."""
    paths = [fact.path for fact in group]
    return [fact for fact in group if not _is_front(fact.path, paths)]


def _is_front(path: str, paths: Sequence[str]) -> bool:
    folder, _, name = path.rpartition("/")
    first, _, suffix = name.lower().rpartition(".")
    if f"{first.partition('.')[0]}.{suffix}" not in _FRONTS:
        return not folder and name.lower() == "readme.md"
    below = f"{folder}/" if folder else ""
    return any(other != path and other.startswith(below) for other in islice(paths, _MOST_COMPARED))


def _without_parallels(group: Sequence[Fact], facts: Facts) -> Sequence[Fact]:
    """The facts but for pages that an earlier one of another folder stands beside: same name, or parallel folders."""
    parallel = facts.derived(parallel_folders)
    kept: dict[str, Fact] = {}
    for fact in group:
        name = page_name(fact.path)
        earlier = islice(kept.values(), _MOST_COMPARED) if parallel else ()
        if name in kept or any(forks(fact.path, other.path) in parallel for other in earlier):
            continue
        kept[name] = fact
    return list(kept.values())


def _finding(facts: Sequence[Fact]) -> Finding:
    first, *others = facts
    title = TitleValue.of(first).text
    more = f" and {len(others) - 1:,} more articles" if len(others) > 2 else ""
    more = f" and {others[1].path}" if len(others) == 2 else more
    related = tuple(Related(fact.path, fact.place, "the same title") for fact in others)
    return Finding(
        f'title "{title}" is also that of {others[0].path}{more}', first.place, first.path, related, identity=title
    )
