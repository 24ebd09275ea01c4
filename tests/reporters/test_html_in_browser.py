"""The HTML report in Chromium: it filters, groups, fits a phone, and its policy holds."""

from pathlib import Path

import pytest
from reporters.browser import Page
from reporters.reports import HOSTILE, finding, report, written
from reporters.test_html import full_report

from artlint import Severity

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

_VISIBLE = "[...document.querySelectorAll('.finding')].filter(each => each.checkVisibility()).map(each => each.id)"


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Page:
    """The page with four findings in three articles."""
    found = [
        finding(path="a.txt", message="first words", severity=Severity.INFO),
        finding(path="a.txt", rule="title/missing", message="second"),
        finding(path="b.txt", message="third words"),
        finding(path="docs/c.txt", message="fourth", severity=Severity.WARNING),
    ]
    return shown(page, tmp_path, written("html", report(*found, sources="")))


def shown(page: Page, folder: Path, text: str, width: int = 1200, scheme: str = "light") -> Page:
    file = folder / "report.html"
    file.write_text(text, "utf-8")
    page.problems.clear()
    page.open(file, width=width, scheme=scheme)
    return page


def choose(page: Page, control: str, value: str) -> list[str]:
    """The findings that stay visible when the control has this value."""
    page.run(f"(c => {{ c.value = {value!r}; c.dispatchEvent(new Event('input')) }})({control})")
    found = page.run(_VISIBLE)
    assert isinstance(found, list)
    return found


def test_search(opened: Page) -> None:
    assert opened.run(_VISIBLE) == ["f1", "f2", "f3", "f4"]
    assert choose(opened, "document.getElementById('search')", "WORDS a.txt") == ["f1"]
    assert opened.run("document.getElementById('shown').textContent") == "1 of 4 shown"
    assert choose(opened, "document.getElementById('search')", "nowhere") == []


def test_filters(opened: Page) -> None:
    assert choose(opened, "document.getElementById('rule')", "title/missing") == ["f2"]
    assert choose(opened, "document.getElementById('rule')", "") == ["f1", "f2", "f3", "f4"]
    opened.run("document.querySelector('input[value=error]').click()")
    assert opened.run(_VISIBLE) == ["f1", "f4"]
    opened.run("document.querySelector('button.rule[data-rule=\"length/title\"]').click()")
    assert opened.run("document.getElementById('rule').value") == "length/title"


def test_grouping(opened: Page) -> None:
    headings = "[...document.querySelectorAll('.group:not([hidden]) h3')].map(each => each.textContent)"
    assert opened.run(headings) == ["a.txt 2", "b.txt 1", "docs/c.txt 1"]
    assert choose(opened, "document.getElementById('grouping')", "rule") == ["f1", "f3", "f4", "f2"]
    assert opened.run(headings) == ["length/title 3", "title/missing 1"]
    assert choose(opened, "document.getElementById('grouping')", "path") == ["f1", "f2", "f3", "f4"]


def test_five_thousand_findings_are_no_burden(page: Page, tmp_path: Path) -> None:
    """Without `content-visibility` on each finding, grouping by rule took ten times as long."""
    found = [finding(path=f"{number // 3}.txt", message=f"no. {number}") for number in range(5000)]
    shown(page, tmp_path, written("html", report(*found)))
    assert (tmp_path / "report.html").stat().st_size < 5_000_000
    for control, value in (("search", "4999"), ("search", ""), ("grouping", "rule"), ("grouping", "path")):
        choose_value = f"c.value = '{value}'; c.dispatchEvent(new Event('input')); document.body.offsetHeight"
        began = page.run("performance.now()")
        page.run(f"(c => {{ {choose_value} }})(document.getElementById('{control}'))")
        assert page.run("performance.now()") - began < 10_000
    assert page.run("document.getElementById('shown').textContent") == "5,000 of 5,000 shown"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_nothing(page: Page, tmp_path: Path, text: str) -> None:
    shown(page, tmp_path, written("html", full_report(text)))
    assert page.run("document.querySelectorAll('script, img, iframe, b > *').length") == 1
    assert choose(page, "document.getElementById('grouping')", "rule") == ["f1", "f2"]
    assert page.problems == []


def test_its_policy_stops_what_is_foreign(page: Page, tmp_path: Path) -> None:
    text = written("html", full_report())
    smuggled = text.replace("</main>", '<script>window.ran = 1</script><p style="color:red">x</p></main>')
    shown(page, tmp_path, smuggled)
    assert page.run("window.ran === undefined")
    assert page.run("getComputedStyle(document.querySelector('p[style]')).color") != "rgb(255, 0, 0)"
    assert len(page.problems) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits_and_can_be_read(page: Page, tmp_path: Path, width: int, scheme: str) -> None:
    long = "a/very/long/path/without/any/place/to/break/it/" * 4
    shown(page, tmp_path, written("html", full_report(long)), width, scheme)
    assert page.run("document.documentElement.scrollWidth") <= width
    assert page.run(_CONTRAST) >= 4.5
    page.screenshot(tmp_path / f"{scheme}-{width}.png")
    assert (tmp_path / f"{scheme}-{width}.png").stat().st_size > 10_000


# The least contrast of text to ground by the rules of WCAG 2, of which 4.5 is what its level AA wants.
_CONTRAST = """(() => {
  const light = color => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(each => each / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    const color = getComputedStyle(element).backgroundColor;
    return color === 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : color;
  };
  const texts = document.querySelectorAll('p, code, mark, a, li, .badge, h1, h2, h3, small, .line, button');
  return Math.min(...[...texts].map(element => {
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  }));
})()"""
