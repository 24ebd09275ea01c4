"""The console script: lets Ctrl-C end the process quietly while the rest is being imported."""

import gc
import signal
from typing import NoReturn

# Start-up makes some 30,000 objects that stay. Looking for garbage among them each time that 700 more were made, which
# is Python's default, took a tenth of a run on one article.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main() -> NoReturn:
    """Run the command line."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # `artlint.cli.main` takes over once it is there
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from artlint.cli import main as run

    run()
