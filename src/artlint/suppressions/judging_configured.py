"""What is wrong with the suppressions of the configuration; only a run over the whole collection can tell."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from artlint.config import PathSuppression
from artlint.config.wording import readable
from artlint.finding import Finding
from artlint.suppressions.applying import matcher
from artlint.suppressions.judging import ActiveRule, Certainty
from artlint.suppressions.suppression import UNUSED, WITHOUT_REASON, is_over


@dataclass(frozen=True)
class Whole:
    """The whole collection: its root and paths, and what this run can tell of the article at a path."""

    root: Path
    collection: Sequence[str]
    certainty: Callable[[str], Certainty]


def judged_configuration(
    configured: Sequence[PathSuppression],
    used: Collection[tuple[PathSuppression, str]],
    whole: Whole,
    active: Mapping[str, ActiveRule],
    today: str,
) -> Iterator[Finding]:
    """What the rules on suppressions in `active` find in a configuration file below the root.

    `used` are the suppressions that silenced a finding, each with the name that did.
    """
    for each in configured:
        path = _path(each, whole.root)
        if not path:
            continue  # a preset's or package's, which is not this project's to mend
        for rule_id, message in _faults(each, used, whole, today):
            if rule_id in active:
                own = active[rule_id]
                severity = own.severity or own.rule.severity
                identity = " ".join((*each.paths, *each.names))
                yield Finding(message, each.place, path, identity=identity, severity=severity, rule=rule_id)


def _path(suppression: PathSuppression, root: Path) -> str:
    """The configuration file relative to the root; "" where it lies elsewhere."""
    file = Path(suppression.file)
    base = root.resolve()
    return file.relative_to(base).as_posix() if suppression.file and file.is_relative_to(base) else ""


def _faults(
    suppression: PathSuppression, used: Collection[tuple[PathSuppression, str]], whole: Whole, today: str
) -> Iterator[tuple[str, str]]:
    """The id of a rule on suppressions with its message."""
    shown = f"{', '.join(map(readable, suppression.names))} in {', '.join(map(readable, suppression.paths))}"
    if not suppression.reason:
        yield WITHOUT_REASON, f"suppression of {shown} gives no reason"
    if is_over(suppression.until, today):
        yield UNUSED, f"suppression of {shown} ended on {suppression.until}; it silences nothing any more"
        return
    matches = matcher(suppression.paths)
    paths = [path for path in whole.collection if matches(path)]
    if not paths:
        yield UNUSED, f"suppression of {shown} matches no article"
        return
    for name in suppression.names:
        if (suppression, name) not in used and _is_needless(name, paths, whole):
            yield UNUSED, f"suppression of {readable(name)} silences nothing in {_counted(len(paths))}"


def _is_needless(name: str, paths: Sequence[str], whole: Whole) -> bool:
    return all(whole.certainty(path).is_needless(name) for path in paths)


def _counted(articles: int) -> str:
    return "1 article" if articles == 1 else f"{articles:,} articles"
