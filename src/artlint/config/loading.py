"""From files and the command line to the configuration of a run."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from artlint.config.model import Config
from artlint.rule import Rule


def load_config(
    *,
    root: Path,
    file: Path | None,
    inline: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Mapping[str, type[Rule]],
    readers: Mapping[str, object],
) -> Config:
    """The configuration that `file` and the command line make; defaults where there is neither.

    `inline` holds `KEY = VALUE` texts. `select` switches on exactly the rules and families it names, `ignore`
    switches off; both know `all`. `rules` are those installed by id, `readers` by name. Raises ConfigError
    with every problem at once.
    """
    if file is None and not (inline or select or ignore):
        return Config(root)
    from artlint.config.assembling import (
        Request,
        assemble,
    )  # the whole reader of settings, which a bare run need not load

    return assemble(Request(root, file, inline, select, ignore), rules, readers)
