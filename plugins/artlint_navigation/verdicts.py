"""What a reference leads to: the verdicts, and a reference with its own."""

from typing import NamedTuple

from artlint_navigation.reference import Reference

OK, MISSING, CASE, REDIRECT, AMBIGUOUS = "ok", "missing", "case", "redirect", "ambiguous"
EXTERNAL, OFF, NO_TARGET, SELF, OUTSIDE = "external", "off", "no-target", "self", "outside"


LED = (OK, CASE, REDIRECT)  # verdicts of references that reach another article


class Resolved(NamedTuple):
    """A reference and what it leads to.

    `verdict` is one of the names above; `path` the article that it names, None where there is none or more
    than one; `how` tells the way: `exact`, `suffix`, `alias`, or for titles `entities`, `case`, `typography`,
    `cut`, `site name`, `number`; `candidates` are the articles between which an ambiguous one cannot decide;
    `copies` the same reference elsewhere in the article, as in header and footer.
    """

    reference: Reference
    verdict: str
    path: str | None = None
    how: str = ""
    candidates: tuple[str, ...] = ()
    copies: tuple[Reference, ...] = ()
