"""Progress on standard error: for a person at a terminal, and only where the work takes long."""

import os
import sys
import time
from collections.abc import Callable

from artlint.run import Progress

_SILENT_SECONDS = 1.0
_REDRAW_SECONDS = 0.2


def progress_on_terminal(quiet: bool) -> Progress:
    """Tells how many articles are done, from the second second on; silent where nobody watches."""
    if quiet or not sys.stderr.isatty() or os.environ.get("CI"):
        return lambda _articles: lambda _finished: None
    return _counting


def _counting(articles: int) -> Callable[[int], None]:
    done = 0
    drawn = time.monotonic() + _SILENT_SECONDS - _REDRAW_SECONDS
    shown = False

    def advance(finished: int) -> None:
        nonlocal done, drawn, shown
        done += finished
        now = time.monotonic()
        if done >= articles and shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        elif done < articles and now - drawn >= _REDRAW_SECONDS:
            drawn, shown = now, True
            sys.stderr.write(f"\r\x1b[K{done:,} of {articles:,} articles read")
            sys.stderr.flush()

    return advance
