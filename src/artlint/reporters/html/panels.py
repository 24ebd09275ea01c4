"""The pictures of the HTML report: heat tables, histograms, and chains of previous/next references."""

from collections.abc import Iterator
from math import log

from artlint.panel import Bar, ChainGraph, HeatTable, Histogram, Panel
from artlint.report import Report
from artlint.reporters.escaping import in_xml
from artlint.reporters.html.chain_picture import chain_pictures
from artlint.reporters.html.finding_tables import findings_of_many, folders_and_rules
from artlint.reporters.wording import counted

_MOST_ROWS = 40
_MOST_COLUMNS = 24
_HEAT_STEPS = 9


def panels_of(report: Report) -> list[Panel]:
    """The tables that the findings themselves give, then what the rules show."""
    shown = (panel for panel in report.panels if not isinstance(panel, ChainGraph) or panel.links)
    return [*folders_and_rules(report.findings), *findings_of_many(report.findings), *shown]


def panel_sections(report: Report) -> Iterator[str]:
    """A section for each panel."""
    for number, panel in enumerate(panels_of(report), 1):
        heading = f'<h2 id="panel{number}">{in_xml(panel.title)}</h2>'
        yield f'<section class="panel"><details open><summary>{heading}</summary>\n'
        yield f"<p>{in_xml(panel.note)}</p>\n" if panel.note else ""
        yield from _drawn(panel)
        yield "</details></section>\n"


def _drawn(panel: Panel) -> Iterator[str]:
    if isinstance(panel, HeatTable):
        yield from _heat_table(panel)
    elif isinstance(panel, Histogram):
        yield from _histogram(panel)
    else:
        yield from chain_pictures(panel)


def _heat_table(table: HeatTable) -> Iterator[str]:
    """The table, cut to what can be read; the warmest step is the highest value."""
    rows = table.rows[:_MOST_ROWS]
    highest = max((value for row in rows for value in row.values), default=0)
    yield '<div class="wide"><table class="heat"><thead><tr><td></td>'
    yield from (f'<th scope="col"><span>{in_xml(name)}</span></th>' for name in table.columns[:_MOST_COLUMNS])
    yield "</tr></thead><tbody>\n"
    for row in rows:
        name = in_xml(row.path or row.label)
        yield f'<tr><th scope="row" title="{name}">{in_xml(row.label)}</th>'
        yield from (_heat_cell(value, highest) for value in row.values[:_MOST_COLUMNS])
        yield "</tr>\n"
    yield "</tbody></table></div>\n"
    yield from _left_out(len(table.rows) - _MOST_ROWS, "row")
    yield from _left_out(len(table.columns) - _MOST_COLUMNS, "column")


def _heat_cell(value: int, highest: int) -> str:
    """A cell whose class is a step of warmth, 1 to 9, by the logarithm; none for nothing."""
    if value <= 0:
        return "<td></td>"
    step = 1 + round((_HEAT_STEPS - 1) * log(value) / log(highest)) if highest > 1 else _HEAT_STEPS
    return f'<td class="heat{step}">{value:,}</td>'


def _histogram(histogram: Histogram) -> Iterator[str]:
    """Bars, those beyond a limit marked; each tells its range and count as a tooltip."""
    bars = histogram.bars
    highest = max((bar.size for bar in bars), default=0)
    if not highest:
        yield "<p>no values</p>\n"
        return
    width, height = 24, 140
    whole = max(320, len(bars) * width + 20)
    label = f"{histogram.title}: {counted(sum(bar.size for bar in bars), 'value')}"
    yield f'<div class="wide"><svg class="histogram" role="img" width="{whole}" height="{height + 50}"'
    yield f' viewBox="0 0 {whole} {height + 50}" aria-label="{in_xml(label)}">\n'
    for at, bar in enumerate(bars):
        size = max(1 if bar.size else 0, round(bar.size * height / highest))
        place = f'x="{10 + at * width}" y="{height - size + 14}" width="{width - 3}" height="{size}"'
        yield f'<rect class="{_bar_class(bar, histogram)}" {place}><title>{_bar_text(bar, histogram)}</title></rect>\n'
        if at % 3 == 0:
            yield f'<text x="{10 + at * width}" y="{height + 30}">{bar.low:,}</text>\n'
    yield f'<text class="top" x="10" y="10">{highest:,}</text>'
    unit = f"{in_xml(histogram.unit)}{_limits(histogram)}"
    yield f'<text class="unit" x="10" y="{height + 46}">{unit}</text></svg></div>\n'


def _bar_class(bar: Bar, histogram: Histogram) -> str:
    below = histogram.least is not None and bar.high < histogram.least
    above = histogram.most is not None and bar.low > histogram.most
    return "bar beyond" if below or above else "bar"


def _bar_text(bar: Bar, histogram: Histogram) -> str:
    return f"{bar.low:,} to {bar.high:,} {in_xml(histogram.unit)}: {bar.size:,}"


def _limits(histogram: Histogram) -> str:
    least = f"; at least {histogram.least:,}" if histogram.least is not None else ""
    return f"{least}; at most {histogram.most:,}" if histogram.most is not None else least


def _left_out(number: int, noun: str) -> Iterator[str]:
    if number > 0:
        yield f"<p>and {counted(number, f'more {noun}')}</p>\n"
