"""References in template macros: `{{PreviousMenuNext("a", "b", "menu")}}` and its kin."""

import re
from collections.abc import Iterator

from artlint import Article
from artlint_navigation.reference import Reference

# The macros of MDN; what each argument is, in order.
MACROS = (
    ("PreviousMenuNext", "previous next menu"),
    ("PreviousNext", "previous next"),
    ("PreviousMenu", "previous menu"),
    ("NextMenu", "next menu"),
    ("Previous", "previous"),
    ("Next", "next"),
)
_CALL = r"\{\{[<%]?\s*(\w+)\s*\(([^(){}]*)\)\s*[>%]?\}\}"
_ARGUMENT = r"\"([^\"]*)\"|'([^']*)'"


def macro_references(article: Article, extra: tuple[tuple[str, str], ...]) -> Iterator[Reference]:
    """The references in the article's macros."""
    if "{{" not in article.text:
        return
    meanings = {name.casefold(): meaning.split() for name, meaning in (*MACROS, *extra)}
    for call in re.compile(_CALL).finditer(article.text, article.body):
        if not _stands_alone(article, call.start(), call.end()):
            continue
        meaning = meanings.get(call[1].casefold(), ())
        for role, argument in zip(meaning, re.finditer(_ARGUMENT, call[2]), strict=False):
            target = argument[1] if argument[1] is not None else argument[2]
            if role in ("previous", "next") and target:
                start = call.start(2) + argument.start() + 1
                yield Reference(
                    role,
                    f"macro:{call[1]}",
                    article.place(call.start(), call.end()),
                    target,
                    address=(start, start + len(target)),
                )


def _stands_alone(article: Article, start: int, end: int) -> bool:
    """Whether the line holds nothing but macros, and no code; in a sentence a macro is talked about."""
    place = article.line_place(article.place(start, end).line)
    rest = re.sub(_CALL, "", article.text[place.start : place.end])
    inside = (block for block in article.blocks if block.kind == "code" and block.start <= start < block.end)
    return not rest.strip() and next(inside, None) is None
