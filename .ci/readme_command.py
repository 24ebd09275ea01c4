"""Prints one of README's two commands: the shell block after the marker `<!-- command: NAME -->`."""

import re
import sys
from pathlib import Path

name = sys.argv[1]
readme = Path(__file__).parents[1].joinpath("README.md").read_text("utf-8")
found = re.search(rf"<!-- command: {re.escape(name)} -->\s*```(?:sh|bash)\n(.*?)```", readme, re.DOTALL)
if not found:
    sys.exit(f'README.md has no command "{name}"')
sys.stdout.write(found[1].strip() + "\n")
