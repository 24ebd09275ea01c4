"""What the rules judge, made once a run; the modules behind it are loaded where an article has references."""

from typing import TYPE_CHECKING

from artlint import Facts

if TYPE_CHECKING:
    from artlint_navigation.book import Book
    from artlint_navigation.chains import Chains
    from artlint_navigation.suggesting import Suggester


def book(facts: Facts) -> "Book":
    """The collection's articles and resolved references."""
    from artlint_navigation.book import book_of  # see above

    return facts.derived(book_of)


def chains(facts: Facts) -> "Chains":
    """Where neighbours disagree."""
    from artlint_navigation.chains import chains_of  # see above

    return facts.derived(chains_of)


def suggester(facts: Facts) -> "Suggester":
    """What finds the article that a missing target most likely means."""
    from artlint_navigation.suggesting import suggester_of  # see above

    return facts.derived(suggester_of)
