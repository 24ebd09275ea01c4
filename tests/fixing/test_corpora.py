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
from artlint.fixing.ordering import Order
from artlint.plugin_loading import PluginChoice
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


@FEW
@given(data=st.data())
def test_fixing_twice_is_fixing_once(corpora: Path, data: st.DataObject, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, path in enumerate(data.draw(st.lists(st.sampled_from(articles(corpora)), min_size=1, max_size=4))):
        shutil.copyfile(path, folder / f"{number}{path.suffix}")
    plugins = PluginChoice((str(PLUGIN),), own_only=True)
    order = Order(unsafe=data.draw(st.booleans()))
    request = Request(paths=(folder,), plugins=plugins, order=order, ignore=WITHOUT_END)
    first = run(request)
    contents = {path: path.read_bytes() for path in folder.iterdir()}
    second = run(request)
    assert second.mended is not None
    assert second.mended.changes == []
    assert {path: path.read_bytes() for path in folder.iterdir()} == contents
    assert second.report.findings == first.report.findings
