"""The rules that compare articles: drifted blocks, copies and near-copies of articles."""

import re
import sys
from collections.abc import Sequence

import pytest

from artlint.errors import ConfigError
from artlint.testing import check_files
from artlint_boilerplate.drifted import DriftedBlock
from artlint_boilerplate.duplicates import DuplicateArticle
from artlint_boilerplate.near_duplicates import NearDuplicateArticle

PITCH = "This report was first printed in our weekly letter, which you can have free of charge every Friday."
MANUAL = "".join(f"<h2>On {name}</h2>" for name in ("boats", "oars", "nets", "eels"))
BODY = (
    "The harbour was closed for two days, and the ferries stayed at the quay until the wind had gone down.\n\n"
    "They run again from noon, and the market is open as usual. The harbour master counted nine boats that had "
    "lost their moorings; all of them were found on the east bank, most with damage that can be mended by summer.\n"
)


def with_pitch(count: int, **others: str) -> dict[str, str]:
    files = {f"{number:02}.md": f"Ship {number} came in.\n\n{PITCH}\n" for number in range(count)}
    return files | {f"{name}.md": f"Ship {name} came in.\n\n{text}\n" for name, text in others.items()}


@pytest.mark.parametrize(
    ("files", "places"),
    [
        pytest.param(with_pitch(5, z=PITCH.replace("charge", "chrage")), [("z.md", 3)], id="a typo"),
        pytest.param(with_pitch(5, z=PITCH.replace("This", "The")), [("z.md", 3)], id="another first word"),
        pytest.param(with_pitch(5, z=PITCH.replace("Friday", "Sunday")), [("z.md", 3)], id="another last word"),
        pytest.param(with_pitch(4, z=PITCH.replace("charge", "chrage")), [], id="too few articles"),
        pytest.param(with_pitch(5, z=PITCH), [], id="the same wording"),
        pytest.param(
            with_pitch(5, **{name: PITCH.replace("letter", name) for name in ("fax", "tape", "radio")}),
            [],
            id="a slot that each article fills",
        ),
        pytest.param(with_pitch(5, radio=PITCH.replace("letter", "radio")), [], id="the article's own name"),
        pytest.param(
            with_pitch(5, v=f"{PITCH} Friday.", x=PITCH.replace("free", "half"), y=PITCH.replace("printed", "read")),
            [],
            id="as many wordings as articles",
        ),
        pytest.param(
            with_pitch(5, z=PITCH.replace("which", "with MoorBoats which")), [], id="a name of program text more"
        ),
        pytest.param(
            {
                path: text.replace("our weekly letter", "QUAY_DIR" if path == "z.md" else "BOAT_DIR")
                for path, text in with_pitch(5, z=PITCH).items()
            },
            [],
            id="a name of program text",
        ),
        pytest.param(with_pitch(5, radio=PITCH.replace("letter", "fax")), [("radio.md", 3)], id="another name"),
        pytest.param(with_pitch(5, z=f"This report was first read {'on the radio ' * 6}"), [], id="another text"),
        pytest.param(with_pitch(5, z=f"{PITCH} We thank all who helped us."), [], id="a sentence more"),
        pytest.param(with_pitch(5, z=PITCH.replace("free", "wholly and ever free")), [], id="a phrase more"),
        pytest.param(with_pitch(5, z=PITCH.replace("can have", "can always have")), [("z.md", 3)], id="a word more"),
        pytest.param(
            with_pitch(5, x=f"{PITCH} In 1.", y=f"{PITCH} In 2.", z=f"{PITCH} In 3."), [], id="slots of a form"
        ),
        pytest.param(with_pitch(5, z=f"{PITCH}\n\n{PITCH.replace('This', 'The')}"), [], id="both in one article"),
        pytest.param(with_pitch(5, z=PITCH.replace("Friday", "fortnight")), [("z.md", 3)], id="another word"),
        pytest.param(
            with_pitch(5, z=PITCH.replace("charge every Friday", "fees in winter")), [], id="three other words"
        ),
        pytest.param(
            with_pitch(9, **{name: PITCH.replace("Friday", "fortnight") for name in "vwxyz"}), [], id="two wordings"
        ),
        pytest.param(
            {path: text.replace("charge", "1.2.x") for path, text in with_pitch(12).items()}
            | with_pitch(0, z=PITCH.replace("charge", "1.3.x")),
            [],
            id="another version",
        ),
        pytest.param(with_pitch(5, myfortnight=PITCH.replace("Friday", "fortnight")), [], id="a part of its own name"),
        pytest.param(
            with_pitch(5) | {"z.md": f"# moor(boat)\n\n{PITCH.replace('charge', 'chrage')}\n"},
            [],
            id="the page of a function",
        ),
    ],
)
def test_drift(files: dict[str, str], places: list[tuple[str, int]]) -> None:
    assert check_files(DriftedBlock(), files).places == places


@pytest.mark.parametrize(
    ("text", "suffix", "found"),
    [
        pytest.param("Nobody comes to the market every month of the year.", "html", True, id="in one place alone"),
        pytest.param(
            "Nobody comes to the market in a fortnight of fog.", "html", False, id="said of the page's matter"
        ),
        pytest.param("Nobody comes to the market in a fortnight of fog.", "txt", True, id="in news"),
    ],
)
def test_drift_on_a_page_with_its_own_words(text: str, suffix: str, found: bool) -> None:
    pages = {str(number): (f"Ship {number} came in.", PITCH) for number in range(5)}
    pages["z"] = (text, PITCH.replace("Friday", "fortnight"))
    mould = MANUAL + "<p>{}</p>\n\n<p>{}</p>\n" if suffix == "html" else "{}\n\n{}\n"
    files = {f"{name}.{suffix}": mould.format(*texts) for name, texts in pages.items()}
    assert bool(check_files(DriftedBlock(), files).places) == found


def test_an_article_that_says_a_word_of_its_own_again_and_again_has_not_drifted() -> None:
    other = PITCH.replace("letter", "paper").replace("printed", "seen").replace("Friday", "morning")
    lead = f"{MANUAL}<p>It comes once in a fortnight, or in summer not at all.</p>"
    files = {f"{number}.html": f"{lead}\n<p>{PITCH}</p>\n<p>{other}</p><p>{number}</p>" for number in range(5)}
    first = f"{lead}\n<p>{PITCH.replace('Friday', 'fortnight')}</p>"
    own = f"{first}\n<p>{other.replace('morning', 'fortnight')}</p>"
    once = f"{first}\n<p>{other.replace('morning', 'summer')}</p>"
    assert check_files(DriftedBlock(), files | {"z.html": own}).places == []
    assert check_files(DriftedBlock(), files | {"z.html": once}).places == [("z.html", 2), ("z.html", 3)]


def test_drift_tells_the_words() -> None:
    [finding] = check_files(DriftedBlock(), with_pitch(5, z=PITCH.replace("charge", "chrage"))).findings
    assert finding.message == 'differs from the block that stands in 5 articles (00.md:3): "charge" -> "chrage"'
    assert finding.related[0].path == "00.md"


CHINESE = (
    "本报道最初刊登于我们的每周通讯，读者可以在每个星期五免费获取，"
    "也可以在港口的小店里拿到印刷版，欢迎大家写信告诉我们。"
)


def test_drift_without_blanks_is_told_without_blanks() -> None:
    notice = "\u672c\u6587\u9996\u53d1\u4e8e\u6bcf\u5468\u901a\u8baf" * 5
    files = {f"{number}.md": f"# {number}\n\n{notice} \u8bfb\u8005\u3002\n" for number in range(5)}
    odd = notice[:20] + "\u514d\u8d39" + notice[22:]
    [message] = check_files(DriftedBlock(), files | {"z.md": f"# Z\n\n{odd} \u8bfb\u8005\u3002\n"}).messages
    assert '-> "\u514d\u8d39"' in message


def test_drift_without_blanks() -> None:
    files = {f"{number:02}.md": f"第{number}艘船进港。\n\n{CHINESE}\n" for number in range(6)}
    files["z.md"] = f"第九艘船进港。\n\n{CHINESE.replace('星期五', '星期日')}\n"
    assert check_files(DriftedBlock(), files).messages == [
        'differs from the block that stands in 6 articles (00.md:3): "五" -> "日"'
    ]


@pytest.mark.parametrize(
    ("folders", "variant", "places"),
    [
        pytest.param("abcde", "news/z.md", [("news/z.md", 1)], id="five articles and another"),
        pytest.param(("de", "en", "fr", "it", "nl"), "sv/z.md", [], id="one page in five languages"),
        pytest.param("abcde", "v2/a/z.md", [], id="another edition of an article that has the block"),
    ],
)
def test_drift_between_editions(folders: Sequence[str], variant: str, places: list[tuple[str, int]]) -> None:
    files = {f"{folder}/z.md": PITCH for folder in folders} | {variant: PITCH.replace("charge", "chrage")}
    assert check_files(DriftedBlock(), files).places == places


@pytest.mark.parametrize(
    ("paths", "places"),
    [
        pytest.param(("a.md", "b.md"), [("b.md", 1)], id="in one folder"),
        pytest.param(("one/a.md", "two/a.md"), [("two/a.md", 1)], id="one name in two folders"),
        pytest.param(("one/a.html", "two/a.html"), [], id="one page of two manuals"),
        pytest.param(("a.md", "news/b.md", "old/c.md"), [("news/b.md", 1), ("old/c.md", 1)], id="three copies"),
        pytest.param(("en/a.md", "de/a.md"), [], id="editions in two languages"),
        pytest.param(("v1/a.md", "v2.0/a.md"), [], id="editions of two versions"),
        pytest.param(("help/C/a.html", "help/de/a.html"), [], id="a page of GNOME's help not yet translated"),
        pytest.param(("a.md", "a.html"), [], id="one page in two formats"),
        pytest.param(("guide/a.md", "guide/index.md"), [], id="a folder's page and its first one"),
        pytest.param(("a.md", "guide/index.md"), [("guide/index.md", 1)], id="the page of another folder"),
    ],
)
def test_duplicate_article(paths: tuple[str, ...], places: list[tuple[str, int]]) -> None:
    assert check_files(DuplicateArticle(), dict.fromkeys(paths, BODY)).places == places


def test_copies_in_parallel_folders_are_editions() -> None:
    files = {f"{folder}/{name}.md": f"{BODY}\n{name}\n" for name in "abcde" for folder in ("old", "site")}
    assert check_files(DuplicateArticle(), files).places == []
    assert check_files(DuplicateArticle(), {"old/a.md": BODY, "site/a.md": BODY}).places == [("site/a.md", 1)]


def test_duplicate_article_looks_at_the_wording_alone() -> None:
    files = {"a.md": f"---\ntitle: A\n---\n{BODY}", "b.md": f"---\ntitle: B\n---\n{BODY.replace('closed', '*closed*')}"}
    assert check_files(DuplicateArticle(), files).messages == ["same text as a.md"]


def test_notices_of_manuals_may_be_alike() -> None:
    notice = (
        "Names in this book may be trademarks; all of it is under copyright, and no permission is given to print it."
    )
    assert check_files(DuplicateArticle(), dict.fromkeys(("a1.md", "b1.md"), f"{BODY}\n{notice}\n")).places == []


def test_keys_and_lists_of_names_may_be_alike() -> None:
    key = "\n".join("MIIJKQIBAAKCAgEAopc/qeMD7V4sQSeLjI71Na9gabTXC5dxDV5T" for _ in range(60))
    names = "\n".join(f"- berth {number}\n" for number in range(60))
    for text in (key, names):
        assert check_files(DuplicateArticle(), dict.fromkeys(("a.md", "b.md"), f"# Berths\n\n{text}\n")).places == []


def test_stubs_may_be_alike() -> None:
    assert check_files(DuplicateArticle(), {"404.md": "Not found.\n", "500.md": "Not found.\n"}).places == []


@pytest.fixture(params=[pytest.param(False, id="by paragraphs"), pytest.param(True, id="by MinHash")])
def near(request: pytest.FixtureRequest) -> NearDuplicateArticle:
    if request.param:
        pytest.importorskip("rensa", reason="needs the extra near")
    return NearDuplicateArticle(minhash=bool(request.param))


LOG = "\n\n".join(
    f"Boat {name} left for the {name} islands with {name} and came back at {name}." for name in "abcdefgh"
)


def test_near_duplicate_article(near: NearDuplicateArticle) -> None:
    files = {"a.md": f"{BODY}\n{LOG}\n\nPrinted on Friday.\n", "b.md": f"{BODY}\n{LOG}\n\nPrinted on Sunday.\n"}
    [finding] = check_files(near, files).findings
    assert (finding.path, finding.related[0].path) == ("b.md", "a.md")
    assert re.fullmatch(r"9\d % the same as a.md", finding.message)
    assert check_files(near, {"a.md": files["a.md"], "b.md": files["a.md"]}).messages == []
    assert check_files(near, files | {"b.md": f"{LOG}\n\nPrinted on Sunday.\n"}).messages == []
    assert check_files(near, {"en/a.md": files["a.md"], "de/a.md": files["b.md"]}).messages == []


def test_near_duplicates_of_many_are_told_once_each(near: NearDuplicateArticle) -> None:
    files = {f"{number:02}.md": f"{BODY}\n{LOG}\n\nPrinted on day {number}.\n" for number in range(40)}
    assert [finding.path for finding in check_files(near, files).findings] == sorted(files)[1:]


def test_minhash_finds_an_edit_in_every_paragraph() -> None:
    pytest.importorskip("rensa", reason="needs the extra near")
    words = [f"{one}{other}" for one in "abcdefgh" for other in "klmnopqrstuvw"]
    paragraphs = [" ".join(words[start : start + 26]) for start in range(0, len(words), 26)]
    files = {"a.md": "\n\n".join(paragraphs), "b.md": "\n\n".join(f"{text} again" for text in paragraphs)}
    assert check_files(NearDuplicateArticle(), files).messages == []
    assert [finding.path for finding in check_files(NearDuplicateArticle(minhash=True), files).findings] == ["b.md"]


def test_minhash_in_chinese() -> None:
    pytest.importorskip("rensa", reason="needs the extra near")
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))
    files = {"a.md": f"{text}\u3002\n", "b.md": f"{text[:100]}\u9fa0{text[101:]}\u3002\n"}
    assert [finding.path for finding in check_files(NearDuplicateArticle(minhash=True), files).findings] == ["b.md"]


def test_minhash_without_the_extra_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    with pytest.raises(ConfigError, match=r'option "minhash" needs rensa; install artlint\[near\]'):
        NearDuplicateArticle(minhash=True)
