"""A project folder to configure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from config.house_rules import READERS, RULES

from artlint import ConfigError
from artlint.config import Config, Rulesets, load_config


@dataclass(frozen=True)
class Project:
    """A folder with configuration files; the working folder of the test."""

    root: Path

    def put(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def load(self, text: str = "", *inline: str, name: str = ".artlint.yaml", **command_line: Sequence[str]) -> Config:
        """The configuration that `text` in the file `name` makes with what the command line sets."""
        file = self.put(name, text)
        return load_config(
            root=self.root,
            file=file,
            inline=inline,
            select=command_line.get("select", ()),
            ignore=command_line.get("ignore", ()),
            rules=RULES,
            readers=READERS,
        )

    def rulesets(self, text: str = "", *inline: str, **command_line: Sequence[str]) -> Rulesets:
        return Rulesets(self.load(text, *inline, **command_line), RULES)

    def problems(
        self, text: str, *inline: str, name: str = ".artlint.yaml", **command_line: Sequence[str]
    ) -> list[str]:
        """All that is wrong; nothing for a sound configuration."""
        try:
            self.load(text, *inline, name=name, **command_line)
        except ConfigError as error:
            return list(error.problems)
        return []
