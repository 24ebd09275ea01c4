"""A folder of articles that is checked with the two rules of shouting.py and those on suppressions."""

from dataclasses import dataclass
from pathlib import Path

from artlint.plugin_loading import PluginChoice
from artlint.report import Report
from artlint.run import Request, run

PLUGIN = PluginChoice((str(Path(__file__).with_name("shouting.py")),))
RULES = "rules: {boilerplate: off, length: off, navigation: off, title: off}\n"


@dataclass(frozen=True)
class Collection:
    """The articles below `root`."""

    root: Path

    def put(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")

    def configure(self, text: str = "") -> None:
        self.put(".artlint.yaml", RULES + text)

    def request(self, *paths: str) -> Request:
        return Request(tuple(self.root / path for path in paths or ("",)), PLUGIN)

    def report(self, *paths: str, **changes: object) -> Report:
        return run(self.request(*paths)._replace(**changes)).report  # type: ignore[arg-type]  # tests give what fits

    def found(self, *paths: str, **changes: object) -> list[str]:
        """`path:line rule` of each finding."""
        findings = self.report(*paths, **changes).findings
        return [f"{finding.path}:{finding.place.line} {finding.rule}" for finding in findings]
