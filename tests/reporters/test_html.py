"""The HTML report: one harmless page, complete without its script."""

import re
from html.parser import HTMLParser

import pytest
from reporters.reports import HOSTILE, finding, report, written

from artlint import Edit, Failure, Fix, Place, Related, Report
from artlint.panel import Bar, ChainGraph, ChainLink, ChainNode, HeatRow, HeatTable, Histogram
from artlint.report import Suppressed
from artlint.reporters.escaping import visible

_VOID = {"meta", "input"}


class Elements(HTMLParser):
    """The elements and texts of a page; raises AssertionError where tags don't match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] not in (["script"], ["style"]):
            self.texts.append(data)


def panels(text: str) -> tuple[ChainGraph, HeatTable, Histogram]:
    nodes = [ChainNode("a", text, text), ChainNode("b", "B")]
    links = [ChainLink("a", "b", "next"), ChainLink("b", text, "next", text)]
    return (
        ChainGraph(text, nodes, links, text),
        HeatTable(text, [text, "b"], [HeatRow(text, [0, 3], text), HeatRow("c", [1, 30])], text),
        Histogram(text, text, [Bar(0, 9, 4), Bar(10, 19, 0), Bar(20, 29, 2)], 5, 19, text),
    )


def full_report(text: str = "plain") -> Report:
    source = f"one\n{' '.join(text.split())} words\n"
    place = finding(source, "words").place
    fix = Fix((Edit(0, 1, "o", "O"),), True, text)
    one = finding(source, "words", text, text, related=[Related(text, place, text)] * 12, fix=fix)
    made = report(one, finding(path="docs/b.txt", rule="title/missing"), sources=source, failures=[Failure(text, text)])
    suppressed = (Suppressed(one, text, "comment"),)
    return made._replace(panels=panels(text), suppressed=suppressed)


@pytest.mark.parametrize("text", ["plain", *HOSTILE])
def test_texts_stay_texts(text: str) -> None:
    plain, hostile = Elements(written("html", full_report())), Elements(written("html", full_report(text)))
    shape = [(tag, sorted(attributes)) for tag, attributes in plain.tags if tag not in {"section", "h3", "small"}]
    assert [(tag, sorted(each)) for tag, each in hostile.tags if tag not in {"section", "h3", "small"}] == shape
    assert any(visible(text).replace("\\x23", "#") in each for each in hostile.texts)


def test_nothing_is_loaded_and_nothing_else_runs() -> None:
    page = Elements(written("html", full_report()))
    policy = next(each["content"] for tag, each in page.tags if each.get("http-equiv") == "Content-Security-Policy")
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; "
        r"base-uri 'none'; form-action 'none'",
        policy or "",
    )
    names = {name for _, attributes in page.tags for name in attributes}
    assert not names & {"src", "srcset", "style", "action", "formaction"}
    assert not any(name.startswith("on") for name in names)
    targets = [attributes.get("href") or "" for tag, attributes in page.tags if "href" in attributes]
    assert all(target.startswith("#") for target in targets)
    assert sum(tag == "script" for tag, _ in page.tags) == 1


def test_links_within_the_page_lead_somewhere() -> None:
    page = Elements(written("html", full_report()))
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(names) == len(set(names))
    assert {attributes["href"] for _, attributes in page.tags if "href" in attributes} <= {f"#{name}" for name in names}


def test_what_stands_in_it() -> None:
    text = " ".join(" ".join(Elements(written("html", full_report())).texts).split())
    assert "2 findings in 2 articles (2 errors); 2 articles checked, 3 more known" in text
    assert "length/title The title is too long." in text
    assert "and 2 more places" in text
    assert "safe fix: plain" in text
    assert "1 chain , 1 of them with broken references" in text.replace("chain,", "chain ,")
    assert "1 silenced finding" in text
    assert "2 plain words" in text


def test_an_empty_report() -> None:
    text = " ".join(Elements(written("html", report())).texts)
    assert "no findings; 2 articles checked, 3 more known" in text


def test_articles_without_references_make_no_picture() -> None:
    page = Elements(written("html", report()._replace(panels=(ChainGraph("chains", [ChainNode("a", "A")], []),))))
    assert "chains" not in page.texts


def test_bars_beyond_a_limit_are_marked() -> None:
    page = Elements(written("html", report()._replace(panels=panels("x"))))
    classes = [each.get("class") for tag, each in page.tags if tag == "rect" and "bar" in (each.get("class") or "")]
    assert classes == ["bar", "bar", "bar beyond"]


def test_a_long_chain_stands_in_rows() -> None:
    nodes = [ChainNode(str(number), f"no. {number}") for number in range(100)]
    links = [ChainLink(str(number), str(number + 1), "next") for number in range(99)]
    broken = [ChainLink(str(number), "0" if number == 20 else "", "previous", "wrong") for number in range(20, 100, 20)]
    page = Elements(written("html", report()._replace(panels=(ChainGraph("t", nodes, [*links, *broken]),))))
    pictures = [attributes["aria-label"] for tag, attributes in page.tags if tag == "svg"]
    assert pictures == [
        "chain of 38 articles, 1 broken reference",
        "chain of 20 articles, 1 broken reference",
        "chain of 20 articles, 1 broken reference",
        "chain of 22 articles, 1 broken reference",
    ]
    assert "← no. 0" in page.texts
    assert "← (nothing)" in page.texts


def test_findings_of_many_articles_have_a_table() -> None:
    place = Place(0, 1, 1, 1, 1, 2)
    related = [Related(path, place) for path in ("a/1.txt", "a/2.txt", "b/1.txt")]
    page = Elements(written("html", report(finding(path="a/0.txt", message="shared", related=related), sources="")))
    cells = page.texts[page.texts.index("shared") + 1 :][:3]
    assert cells == ["4", "3", "1"]


def test_heat_follows_the_value() -> None:
    table = HeatTable("t", ["a"], [HeatRow(str(value), [value]) for value in (0, 1, 10, 100)])
    page = Elements(written("html", report()._replace(panels=(table,))))
    heats = [each["class"] for tag, each in page.tags if tag == "td" and "class" in each]
    assert heats == ["heat1", "heat5", "heat9"]


def test_no_more_findings_than_a_browser_can_show() -> None:
    page = written("html", report(*[finding(path=f"{number}.txt") for number in range(10_001)], sources=""))
    assert page.count('<article class="finding"') == 10_000
    assert "1 more finding: see another format" in page


def test_places_of_related_findings_are_told() -> None:
    related = Related("b.txt", Place(0, 1, 7, 3, 7, 4), "first stands here")
    assert "<code>b.txt:7:3</code> first stands here" in written("html", report(finding(related=[related])))
