"""Findings that were accepted earlier: kept in a file, or read off a git revision."""

from artlint.baseline.file import Baseline, read_baseline, write_baseline
from artlint.baseline.splitting import Split, split

__all__ = ["Baseline", "Split", "read_baseline", "split", "write_baseline"]
