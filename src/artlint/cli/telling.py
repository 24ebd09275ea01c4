"""What the user is told besides the report, on standard error."""

import sys


def tell(message: str) -> None:
    """A line of artlint's own."""
    say(f"artlint: {message}")


def say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
