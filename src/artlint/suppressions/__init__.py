"""Suppressions: read in each article, applied in one place after the rules, judged where they silence nothing.

What an article without suppressions needs is imported at once; the rest when it is asked for.
"""

from artlint.suppressions.reading import suppressions_of
from artlint.suppressions.suppression import Suppression

__all__ = ["Suppression", "suppressions_of"]
