"""Which paths the configuration wants: `include`, `exclude` and `collection` as functions of a path."""

from collections.abc import Callable, Sequence

from artlint.config import Config
from artlint.config.rulesets import path_matcher

Matches = Callable[[str], bool]


def wanted_by(config: Config) -> Matches:
    """Whether the configuration includes a path; `exclude` wins."""
    include, exclude = _matcher(config.include), _matcher(config.exclude)
    return lambda path: (include is None or include(path)) and not (exclude and exclude(path))


def collection_of(config: Config) -> Matches | None:
    """Whether a path belongs to the configured collection; None where the choice is the engine's."""
    return _matcher(config.collection)


def _matcher(patterns: Sequence[str]) -> Matches | None:
    return path_matcher(patterns) if patterns else None
