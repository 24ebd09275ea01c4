"""One HTML page for people who were not there: summary, pictures, findings with excerpts, filter and search.

It needs nothing but itself: style and script stand in it, its policy lets nothing else run or load, and what
comes from articles is text.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from artlint.report import Report
from artlint.reporters.escaping import in_xml
from artlint.reporters.html.findings import finding_sections, suppressed_section
from artlint.reporters.html.overview import failure_list, filters, overview, rule_table
from artlint.reporters.html.panels import panel_sections, panels_of

_TITLE = "artlint report"


def write(report: Report) -> Iterator[str]:
    """The page, in pieces; findings are shown by article, and by rule on request."""
    style, script = _part("page.css"), _part("page.js")
    yield _head(style, script)
    yield from overview(report)
    yield from failure_list(report)
    yield from rule_table(report)
    yield from _contents(report)
    yield from panel_sections(report)
    yield from filters(report)
    yield from finding_sections(report)
    yield from suppressed_section(report)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _contents(report: Report) -> Iterator[str]:
    """Links to the parts of a page that may be long."""
    titles = [(f"panel{number}", panel.title) for number, panel in enumerate(panels_of(report), 1)]
    parts = [*titles, *([("findings", "Findings")] if report.findings else [])]
    links = "".join(f'<a href="#{name}">{in_xml(title)}</a>' for name, title in parts)
    yield f"<nav>{links}</nav>\n" if len(parts) > 1 else ""


def _head(style: str, script: str) -> str:
    policy = (
        f"default-src 'none'; style-src '{_hash_of(style)}'; script-src '{_hash_of(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{_TITLE}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash_of(text: str) -> str:
    """The source expression that lets `text` alone be the page's inline style or script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
