"""What `artlint check` is to fix, and what the user is told of it."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from artlint.cli.telling import tell
from artlint.errors import UsageError
from artlint.reporters.escaping import visible
from artlint.reporters.paths import from_here

if TYPE_CHECKING:
    from artlint.fixing.ordering import Mended, Order


class Fixing(NamedTuple):
    """What the options ask for."""

    fix: bool
    unsafe_fixes: bool
    fix_only: bool
    diff: bool
    interactive: bool

    @property
    def hides_findings(self) -> bool:
        """Whether standard output has no place for a report."""
        return self.fix_only or self.diff


def order_of(fixing: Fixing, reads_stdin: bool) -> "Order | None":
    """What is to be fixed, None where nothing is; raises UsageError where the options contradict each other."""
    if not any(fixing):
        return None
    if fixing.unsafe_fixes and not any(fixing._replace(unsafe_fixes=False)):
        raise UsageError("--unsafe-fixes says which fixes; give --fix, --fix-only, --diff or --interactive with it")
    if fixing.interactive and reads_stdin:
        raise UsageError("--interactive reads answers from standard input, which is an article or a list of paths here")
    from artlint.fixing.ordering import Order  # fixes alone need it

    if not fixing.interactive:
        return Order(fixing.unsafe_fixes, fixing.diff)
    from artlint.cli.asking import Questions

    return Order(fixing.unsafe_fixes, fixing.diff, Questions())


def show_fixes(mended: "Mended", fixing: Fixing, stdin: tuple[str, bytes] | None, hook: bool, quiet: bool) -> None:
    """Tell on standard error what was fixed and what could not be; of a `hook`, that the commit has it not yet.

    The patch, where it is asked for, or else the article that came from standard input goes to standard output.
    """
    shown = from_here(mended.report.root)
    if fixing.diff:
        from artlint.cli.patches import write_patch  # patches alone need it

        write_patch(_patch(mended))
    elif stdin:
        sys.stdout.flush()
        sys.stdout.buffer.write(_content(mended, *stdin))
        sys.stdout.buffer.flush()
    if fixing.hides_findings:
        for failure in mended.report.failures:
            tell(f"{visible(shown(failure.path))}: {visible(failure.message)}")
    for line in () if quiet else _notices(mended, fixing, shown):
        tell(f"{line}")
    if hook and mended.changes and not fixing.diff and not quiet:
        tell("the fixes are not in the commit yet; `git add` them and commit again")


def exit_code(mended: "Mended", fixing: Fixing, hook: bool, code: int) -> int:
    """The exit code where findings are not reported: 2 for failures, 1 for a patch that is not empty.

    A `hook` that changed files gives 1, so that no commit goes without the changes.
    """
    if hook and mended.changes:
        return max(code, 1)
    if code == 2 or not fixing.hides_findings:
        return code
    return int(fixing.diff and bool(mended.changes))


def _patch(mended: "Mended") -> bytes:
    """The changes with paths from the working folder: git takes none that begin with "..", so none is longer."""
    from artlint.fixing.diff import patch

    paths = (os.path.relpath(mended.report.root / change.path).replace(os.sep, "/") for change in mended.changes)
    return b"".join(patch(path, change.old, change.new) for path, change in zip(paths, mended.changes, strict=True))


def _content(mended: "Mended", name: str, content: bytes) -> bytes:
    """What the article of that name is now."""
    path = os.path.relpath(os.path.abspath(name), mended.report.root).replace(os.sep, "/")  # noqa: PTH100
    return next((change.new for change in mended.changes if change.path == path), content)


def _notices(mended: "Mended", fixing: Fixing, shown: Callable[[str], str]) -> Iterator[str]:
    for refusal in mended.refused:
        yield f"{visible(shown(refusal.path))}: {visible(refusal.message)}"
    if mended.made:
        articles = len({proposal.path for proposal in mended.made})
        done = "would fix" if fixing.diff else "fixed"
        yield f"{done} {_counted(len(mended.made), 'finding')} in {_counted(articles, 'article')}"
    unsafe = mended.report.unsafe_fixes
    if unsafe and fixing.hides_findings:  # else the report's summary says it
        yield f"{unsafe:,} more can be fixed with --unsafe-fixes, which may change what an article says"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
