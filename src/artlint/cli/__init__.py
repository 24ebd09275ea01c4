"""The command line; one module a command, imported when the command is called."""

import gc
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from artlint.cli.asked import plainly_asked
from artlint.cli.telling import say, tell
from artlint.errors import ArtlintError

_CLOSED_PIPE = 128 + 13  # as shells tell it of programs that SIGPIPE ends


class _Terminated(BaseException):
    """The process was asked to end (SIGTERM)."""


def main() -> NoReturn:
    """The console script: runs a command and exits with its code, never with a traceback."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    code = _run()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()
        code = _CLOSED_PIPE
    gc.freeze()  # the last look for garbage, which would take 2 ms, finds nothing that does not go with the process
    sys.exit(code)


def _run() -> int:
    """The exit code of the command that the arguments name."""
    try:
        asked = plainly_asked(sys.argv[1:])
        if asked is None:
            from artlint.cli.root import called  # click, see `plainly_asked`

            return called()
        from artlint.cli.checking import check  # last, so that Ctrl-C and errors are ours to tell from here on

        return check(asked)
    except ArtlintError as error:
        _tell(str(error))
        return 2
    except KeyboardInterrupt:
        say("")  # what the terminal shows of Ctrl-C keeps a line of its own
        _tell("interrupted")
        return 130
    except _Terminated:
        _tell("terminated")
        return 143
    except BrokenPipeError:
        _close_stdout()
        return _CLOSED_PIPE
    except OSError as error:
        _tell(str(error))
        return 2


def _tell(message: str) -> None:
    """One line a problem on standard error."""
    from artlint.reporters.escaping import visible  # with `check` there already

    for line in message.splitlines():
        tell(visible(line))


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise _Terminated


def _close_stdout() -> None:
    """Whoever read the output has gone; what is still buffered must not raise at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
