"""Properties of fixes over real articles."""

import re
import shutil
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artlint.finding import Edit
from artlint.fixing.edits import edited, source_of
from artlint.fixing.guards import words_lost
from artlint.fixing.ordering import Order
from artlint.plugin_loading import PluginChoice, load_plugins
from artlint.run import Request, run

pytestmark = pytest.mark.corpora

PLUGIN = Path(__file__).with_name("house_fixes.py")
WITHOUT_END = ("house/again", "house/pair", "house/ping", "house/pong")
LINE_END = re.compile(rb"\r\n|\n|\r")
FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@cache
def articles(corpora: Path) -> list[Path]:
    """Up to 40 articles of each collection, evenly spread."""
    found = []
    for collection in sorted(path for path in corpora.iterdir() if path.is_dir() and path.name != "truth"):
        suffixes = {".md", ".mdx", ".txt", ".html", ".htm", ".markdown"}
        files = sorted(path for path in collection.rglob("*") if path.suffix in suffixes and path.is_file())
        found += files[:: max(1, len(files) // 40)][:40]
    return found


@FEW
@given(data=st.data())
def test_bytes_outside_of_edits_stay(corpora: Path, data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(articles(corpora)), "article").read_bytes()[:20_000]
    content = content.decode("utf-8", "ignore").encode() if content.startswith(b"\xef\xbb\xbf") else content
    content = (
        LINE_END.sub(lambda _: end, content) if (end := data.draw(st.sampled_from([b"", b"\r\n", b"\r"]))) else content
    )
    content = (
        data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + content + data.draw(st.sampled_from([b"", b"\xe9\xff"]))
    )
    source = source_of(content)
    words = [match.span() for match in re.finditer(r"\w+", source.text)]
    chosen = sorted(data.draw(st.sets(st.sampled_from(words), max_size=5))) if words else []
    edits = [Edit(start, end, source.text[start:end], data.draw(st.text("ab ", min_size=1))) for start, end in chosen]
    edits = [edit for edit in edits if edit.old != edit.new]
    if not edits:
        return
    after = edited(source, edits)
    for first, second in pairwise([None, *edits, None]):
        kept = source.text[first.end if first else 0 : second.start if second else None]
        assert kept.encode("utf-8", "surrogateescape") in after
    changed = sum(len(edit.new) - len(edit.old.encode()) for edit in edits)
    assert len(after) == len(content) + changed
    assert LINE_END.findall(after) == LINE_END.findall(content)


def doubled(content: bytes, place: int, distance: int) -> bytes:
    """The content with a paragraph repeated some paragraphs further on."""
    paragraphs = content.split(b"\n\n")
    at = place % len(paragraphs)
    paragraphs.insert(min(len(paragraphs), at + 1 + distance), paragraphs[at])
    return b"\n\n".join(paragraphs)


def cut(content: bytes, place: int, lines: int) -> bytes:
    """The content without some of its lines: a title, a reference's title, one half of a pair."""
    kept = content.splitlines(keepends=True)
    at = place % max(1, len(kept))
    return b"".join(kept[:at] + kept[at + 1 + lines :])


def said(content: bytes, place: int, number: int) -> bytes:
    """The content with something that a rule takes out or changes."""
    texts = (
        b"<!-- artlint-disable-next-line title/missing -- why -->\n",
        b"&amp;amp; ",
        "\u200b".encode(),
        b"Next Article\n\n",
    )
    lines = content.splitlines(keepends=True)
    lines.insert(place % min(4, len(lines) + 1), texts[number % len(texts)])
    return b"".join(lines)


CHANGES = st.tuples(st.sampled_from([doubled, cut, said]), st.integers(0, 30), st.integers(0, 3))


@FEW
@given(data=st.data())
def test_fixing_twice_is_fixing_once(corpora: Path, data: st.DataObject, tmp_path: Path) -> None:
    """With all rules that there are, also those that are off by default, on articles with faults put in."""
    folder = tmp_path / "articles"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, path in enumerate(data.draw(st.lists(st.sampled_from(articles(corpora)), min_size=1, max_size=4))):
        content = path.read_bytes()
        for change, place, amount in data.draw(st.lists(CHANGES, max_size=3)):
            content = change(content, place, amount)
        (folder / f"{number}{path.suffix}").write_bytes(content)
    fixed_once(folder, Order(unsafe=data.draw(st.booleans())))


def fixed_once(folder: Path, order: Order) -> None:
    """Fix all below the folder, and see that nothing is left to do and nothing was lost."""
    plugins = PluginChoice((str(PLUGIN),), own_only=True)
    rules = tuple(rule for rule in load_plugins(plugins).rules if rule not in WITHOUT_END)
    request = Request(paths=(folder,), plugins=plugins, order=order, select=rules, no_cache=True)
    first = run(request)
    contents = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    second = run(request)
    assert first.mended is not None
    assert second.mended is not None
    assert not [failure for failure in first.report.failures if "come to no end" in failure.message]
    assert second.mended.changes == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == contents
    assert second.report.findings == first.report.findings
    for change in first.mended.changes:
        quoted = [edit.old for made in first.mended.made if made.path == change.path for edit in made.fix.edits]
        old, new = (content.decode("utf-8", "surrogateescape") for content in (change.old, change.new))
        assert words_lost(old, new, quoted) == []
        assert set(LINE_END.findall(change.new)) <= set(LINE_END.findall(change.old)) | {b"\n"}


@pytest.mark.parametrize("unsafe", [False, True])
def test_all_collections(corpora: Path, tmp_path: Path, unsafe: bool) -> None:
    """A dozen articles of each, as they are, in a folder each."""
    for path in articles(corpora)[::3]:
        copy = tmp_path / path.relative_to(corpora)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    fixed_once(tmp_path, Order(unsafe=unsafe))
