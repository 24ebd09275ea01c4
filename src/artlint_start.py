"""The console script: lets Ctrl-C end the process quietly while the rest is being imported."""

import signal
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # `artlint.cli.main` takes over once it is there
    from artlint.cli import main as run

    run()
