"""The head of the HTML report: figures, failures, rules and the controls of the list."""

from collections import Counter
from collections.abc import Iterator

from artlint.finding import Severity
from artlint.report import Report
from artlint.reporters.escaping import in_xml
from artlint.reporters.paths import from_here
from artlint.reporters.wording import SEVERITIES, severity_of, summary
from artlint.rule_docs import summary_of


def overview(report: Report) -> Iterator[str]:
    """The title, the summary in a sentence, and its figures."""
    yield f"<header><h1>artlint report</h1><p>{in_xml(summary(report))}</p></header>\n"
    counts = Counter(map(severity_of, report.findings))
    figures = [
        (len(report.findings), "findings", ""),
        *((counts[each], f"{each.label}{'' if each is Severity.INFO else 's'}", each.label) for each in SEVERITIES),
        (len({finding.path for finding in report.findings}), "articles with findings", ""),
        (report.articles, "articles checked", ""),
        (report.collection, "articles known", ""),
        (len(report.failures), "failures", "error"),
    ]
    yield '<ul class="figures">'
    for number, name, kind in figures:
        marked = f' class="{kind}"' if number and kind else ""
        yield f"<li{marked}><b>{number:,}</b> {name}</li>"
    yield "</ul>\n"


def failure_list(report: Report) -> Iterator[str]:
    """What kept the run from being complete; nothing where nothing did."""
    if not report.failures:
        return
    shown = from_here(report.root)
    yield '<section class="failures"><h2>Failures</h2><ul>\n'
    for failure in report.failures:
        place = f"<code>{in_xml(shown(failure.path))}</code>: " if failure.path else ""
        yield f"<li>{place}{in_xml(failure.message)}</li>\n"
    yield "</ul></section>\n"


def rule_table(report: Report) -> Iterator[str]:
    """Each rule that found something: how often, how bad, and what it is about."""
    counts = Counter((finding.rule, severity_of(finding)) for finding in report.findings)
    if not counts:
        return
    yield '<section><h2>Rules</h2><div class="wide"><table class="rules">\n'
    yield "<thead><tr><th>findings</th><th>severity</th><th>rule</th><th>what is wrong</th></tr></thead><tbody>\n"
    for (rule_id, severity), count in sorted(counts.items(), key=lambda each: (-each[0][1], -each[1], each[0][0])):
        rule = report.rules.get(rule_id)
        text = in_xml(summary_of(rule)) if rule else ""
        button = f'<button type="button" class="rule" data-rule="{in_xml(rule_id)}">{in_xml(rule_id)}</button>'
        badge = f'<span class="badge {severity.label}">{severity.label}</span>'
        yield f'<tr><td class="number">{count:,}</td><td>{badge}</td><td>{button}</td><td>{text}</td></tr>\n'
    yield "</tbody></table></div></section>\n"


def filters(report: Report) -> Iterator[str]:
    """The controls above the list; the script puts them to work."""
    if not report.findings:
        return
    yield '<section><h2 id="findings">Findings</h2>\n<form class="filters" role="search">\n'
    yield '<label>Search <input type="search" id="search" placeholder="text, path or rule"></label>\n'
    yield '<label>Rule <select id="rule"><option value="">all</option>'
    for rule in sorted({finding.rule for finding in report.findings}):
        yield f"<option>{in_xml(rule)}</option>"
    yield '</select></label>\n<label>By <select id="grouping"><option value="path">article</option>'
    yield '<option value="rule">rule</option></select></label>\n<fieldset><legend>Severity</legend>'
    for severity in SEVERITIES:
        name = severity.label
        yield f'<label><input type="checkbox" name="severity" value="{name}" checked> {name}</label>'
    yield '</fieldset>\n<output id="shown" aria-live="polite"></output>\n</form>\n'
    yield "<noscript><p>Search and filters need the script of this page; the list below is complete.</p></noscript>\n"
    yield "</section>\n"
