"""The findings of the HTML report, by article, each with its excerpt and related places."""

from collections.abc import Callable, Iterator
from itertools import groupby

from artlint.finding import Finding
from artlint.report import Report
from artlint.reporters.escaping import in_xml
from artlint.reporters.excerpts import excerpts
from artlint.reporters.paths import from_here, message_of
from artlint.reporters.wording import counted, severity_of

# Browsers lay out so many findings within seconds; the other formats hold all.
_MOST_FINDINGS = 10_000
_MOST_LINES = 6
_MOST_RELATED = 10
_WIDEST = 240


def finding_sections(report: Report) -> Iterator[str]:
    """A section for each article that has findings."""
    shown = from_here(report.root)
    numbered = list(enumerate(report.findings[:_MOST_FINDINGS], 1))
    yield '<div id="list">\n'
    for path, group in groupby(numbered, lambda each: each[1].path):
        found = list(group)
        yield f'<section class="group"><h3><code>{in_xml(shown(path))}</code> <small>{len(found):,}</small></h3>\n'
        source = report.sources(path)
        for number, finding in found:
            yield from _finding(number, finding, source, shown)
        yield "</section>\n"
    yield "</div>\n"
    left_out = len(report.findings) - len(numbered)
    if left_out:
        yield f"<p>{counted(left_out, 'more finding')}: see another format, such as csv</p>\n"


def suppressed_section(report: Report) -> Iterator[str]:
    """What was found and silenced, with the reasons; nothing where nothing was."""
    if not report.suppressed:
        return
    shown = from_here(report.root)
    number = counted(len(report.suppressed), "silenced finding")
    yield f'<section><details><summary>{number}</summary><div class="wide"><table>\n'
    heads = "".join(f"<th>{name}</th>" for name in ("place", "finding", "rule", "silenced by", "reason"))
    yield f"<thead><tr>{heads}</tr></thead><tbody>\n"
    for finding, reason, origin in report.suppressed[:_MOST_FINDINGS]:
        place = f"<code>{in_xml(shown(finding.path))}:{finding.place.line}:{finding.place.column}</code>"
        cells = (place, *map(in_xml, (message_of(finding, shown), finding.rule, origin, reason)))
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
    yield "</tbody></table></div></details></section>\n"


def _finding(number: int, finding: Finding, source: str, shown: Callable[[str], str]) -> Iterator[str]:
    severity, place = severity_of(finding).label, finding.place
    path, rule = in_xml(shown(finding.path)), in_xml(finding.rule)
    yield f'<article class="finding" id="f{number}" data-severity="{severity}" data-rule="{rule}" data-path="{path}">\n'
    yield f'<p><span class="badge {severity}">{severity}</span> <a class="place" href="#f{number}">'
    yield f'<span class="path">{path}:</span>{place.line}:{place.column}</a> {in_xml(message_of(finding, shown))}'
    yield f' <code class="id">{rule}</code>{_fix_note(finding)}</p>\n'
    yield from _excerpt(finding, source)
    yield from _related(finding, shown)
    yield "</article>\n"


def _fix_note(finding: Finding) -> str:
    if not finding.fix:
        return ""
    kind = "safe fix" if finding.fix.safe else "unsafe fix"
    return f' <span class="fix">{kind}: {in_xml(finding.fix.description)}</span>'


def _excerpt(finding: Finding, source: str) -> Iterator[str]:
    lines = list(excerpts(source, finding.place, _MOST_LINES, _WIDEST))
    if not lines:
        return
    yield '<pre class="excerpt">'
    for found in lines:
        before, marked, after = (
            found.text[: found.first],
            found.text[found.first : found.last],
            found.text[found.last :],
        )
        text = f"{in_xml(before)}<mark>{in_xml(marked)}</mark>{in_xml(after)}"
        text = f"{'…' * found.cut_before}{text}{'…' * found.cut_after}"
        yield f'<span class="row"><span class="line">{found.line}</span>{text}</span>'
    more = finding.place.end_line - finding.place.line + 1 - _MOST_LINES
    yield (
        f'<span class="row"><span class="line"></span>and {counted(more, "more line")}</span></pre>\n'
        if more > 0
        else "</pre>\n"
    )


def _related(finding: Finding, shown: Callable[[str], str]) -> Iterator[str]:
    if not finding.related:
        return
    yield '<ul class="related">'
    for related in finding.related[:_MOST_RELATED]:
        place = f"{in_xml(shown(related.path))}:{related.place.line}:{related.place.column}"
        yield f"<li><code>{place}</code> {in_xml(related.message or 'also here')}</li>"
    more = len(finding.related) - _MOST_RELATED
    yield f"<li>and {counted(more, 'more place')}</li></ul>\n" if more > 0 else "</ul>\n"
