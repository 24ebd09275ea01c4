"""A rule is a frozen dataclass whether it says so or not, and made one only when its options are asked for."""

from dataclasses import FrozenInstanceError, dataclass, field, fields
from typing import ClassVar

import pytest

from artlint import Rule
from artlint.rule import completed
from artlint.rule_docs import page_of


def test_defaults_need_no_dataclass() -> None:
    class Plain(Rule):
        id: ClassVar[str] = "test/plain"
        words: int = 3

    assert Plain().words == 3
    assert "__dataclass_params__" not in vars(Plain)
    assert Plain() == Plain()
    assert len({Plain(), Plain()}) == 1
    with pytest.raises(FrozenInstanceError):
        Plain().words = 4  # type: ignore[misc]  # that it is refused is the test


def test_options_make_it_one() -> None:
    class Plain(Rule):
        id: ClassVar[str] = "test/plain"
        words: int = 3

    assert Plain(words=5).words == 5
    assert Plain(words=5) == Plain(words=5) != Plain()
    with pytest.raises(TypeError):
        Plain(wrods=5)  # type: ignore[call-arg]  # that it is refused is the test


def test_fields_with_more_than_a_default() -> None:
    class Limited(Rule):
        id: ClassVar[str] = "test/limited"
        least: int = field(default=2, metadata={"min": 0})

    class Derived(Limited):
        id: ClassVar[str] = "test/derived"
        most: int = 9

    assert (Limited().least, Derived().least, Derived().most) == (2, 2, 9)
    assert Derived(least=1, most=2) == Derived(least=1, most=2)
    assert [(each.name, each.metadata.get("min")) for each in fields(completed(Derived))] == [
        ("least", 0),
        ("most", None),
    ]


def test_an_explicit_dataclass_stays_as_it_is() -> None:
    @dataclass(frozen=True)
    class Explicit(Rule):
        id: ClassVar[str] = "test/explicit"
        least: int = field(default=2, metadata={"min": 0})

    Explicit(least=1)
    assert fields(completed(Explicit))[0].metadata == {"min": 0}


def test_the_page_shows_the_options_of_either() -> None:
    class Plain(Rule):
        """Something is wrong."""

        id: ClassVar[str] = "test/plain"
        least_words: int = 3

    assert "least-words: 3" in page_of(Plain)


def test_a_default_that_overrides_a_dataclass_s() -> None:
    @dataclass(frozen=True)
    class Base(Rule):
        id: ClassVar[str] = "test/base"
        most: int = 9

    class Derived(Base):
        id: ClassVar[str] = "test/derived"
        most: int = 5

    assert Derived().most == 5
    assert Derived(most=7).most == 7
