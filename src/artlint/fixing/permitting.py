"""Which fixes may be made: the user's word over the rule's."""

from collections.abc import Iterable, Iterator

from artlint.config import ActiveRule, Rulesets
from artlint.finding import Finding


def with_permissions(findings: Iterable[Finding], rulesets: Rulesets) -> Iterator[Finding]:
    """The findings, each fix safe or unsafe or gone as the settings for its article say."""
    for finding in findings:
        if finding.fix is None:
            yield finding
            continue
        active = next((each for each in rulesets.for_path(finding.path) if each.rule.id == finding.rule), None)
        yield _permitted(finding, active) if active else finding


def _permitted(finding: Finding, active: ActiveRule) -> Finding:
    if active.fix == "off":
        return finding._replace(fix=None)
    if active.fix is None or finding.fix is None:
        return finding
    return finding._replace(fix=finding.fix._replace(safe=active.fix == "safe"))
