"""Which findings are not to be reported: suppressed ones and those of a baseline."""

from pathlib import Path
from typing import NamedTuple

from artlint.errors import UsageError
from artlint.run import Request


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
