"""Options that say which findings are not to be reported: suppressed ones and those of a baseline."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from artlint.errors import UsageError
from artlint.run import Request

Function = TypeVar("Function", bound=Callable[..., Any])  # Any: click calls with the options' values


class Accepting(NamedTuple):
    """What the command line says; "" and None where it says nothing."""

    no_suppressions: bool
    add_suppressions: str | None
    baseline: str
    baseline_from_ref: str
    no_baseline: bool

    def applied_to(self, request: Request) -> Request:
        """The request with what was said; raises UsageError where two things cannot hold at once."""
        said = [bool(self.baseline), bool(self.baseline_from_ref), self.no_baseline]
        if sum(said) > 1:
            raise UsageError("--baseline, --baseline-from-ref and --no-baseline cannot hold at once; give one of them")
        if self.add_suppressions is not None:
            self._check_adding(request)
        return request._replace(
            no_suppressions=self.no_suppressions,
            baseline=Path(self.baseline).absolute() if self.baseline else None,
            baseline_revision=self.baseline_from_ref,
            no_baseline=self.no_baseline,
        )

    def _check_adding(self, request: Request) -> None:
        """Raise UsageError where no suppressions can be added."""
        from artlint.suppressions.adding import reason_fault  # runs that write suppressions alone

        if self.no_suppressions:
            raise UsageError("--add-suppressions and --no-suppressions cannot hold at once; give one of them")
        if request.stdin or request.comparison or request.order:
            raise UsageError("--add-suppressions works on files alone, without --hook, --changed, -, or fixes")
        fault = reason_fault(self.add_suppressions or "")
        if fault:
            raise UsageError(f"--add-suppressions: {fault}")


_OPTIONS = (
    click.option("--no-suppressions", is_flag=True, help="Report suppressed findings too."),
    click.option("--add-suppressions", metavar="REASON", help="Write a suppression with this reason for each finding."),
    click.option("--baseline", default="", metavar="FILE", help="Leave out the findings that this file holds."),
    click.option(
        "--baseline-from-ref", default="", metavar="REF", help="Leave out the findings that a git revision had."
    ),
    click.option("--no-baseline", is_flag=True, help="Report what the configuration's baseline holds too."),
)


def accepting_options(function: Function) -> Function:
    """Add the options; the command gets them as one value, `accepting`."""

    @wraps(function)
    def with_accepting(
        *arguments: object,
        no_suppressions: bool,
        add_suppressions: str | None,
        baseline: str,
        baseline_from_ref: str,
        no_baseline: bool,
        **options: object,
    ) -> object:
        accepting = Accepting(no_suppressions, add_suppressions, baseline, baseline_from_ref, no_baseline)
        return function(*arguments, accepting=accepting, **options)

    decorated: Any = with_accepting  # click keeps the options on the function it is given
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]  # the same function, as click sees it
