"""What the YAML parser finds wrong, in the words of a writer; loaded when there is something wrong."""

# What the parser says and what a writer can do about it; True where the place to look at is where it began.
_CAUSES = (
    ("mapping values are not allowed", '":" inside of a value; put the value in quotes', False),
    ("unexpected end of stream", "quotes are opened here and not closed", True),
    ("',' or ']'", '"[" is not closed, or a comma is missing after it', True),
    ("',' or '}'", '"{" is not closed, or a comma is missing after it', True),
    ("expected key", "more text after the end of a value, or a line indented unlike those above", False),
    ("'-' indicator", 'a line without "-" among list items', False),
    ("expected ':'", 'a line without "key:"', False),
    ("unknown escape character", "unknown escape in double quotes; use single quotes", False),
)


def in_plain_words(cause: str) -> tuple[str | None, bool]:
    """What to tell a writer, None for a character that cannot stand there; and whether to show where it began."""
    if "cannot start any token" in cause:
        return None, False
    return next(((words, begins) for said, words, begins in _CAUSES if said in cause), (cause, False))


def cannot_begin(character: str) -> str:
    if character == "\t":
        return "a tab in place of blanks; indent with blanks"
    return f'a value cannot begin with "{character}"; put it in quotes'
