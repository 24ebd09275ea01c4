"""Facts packed and looked up: nothing is lost on the way, and keys are counted by article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artlint import Fact, FactColumns, Place, Places
from artlint.facts import PackedFacts, PacksInMemory, digest, digests, pack, unpack

PLACE = Place(1, 2, 3, 4, 5, 6)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)
places = st.tuples(*[st.integers(0, 2**32 - 1)] * 6).map(Place._make)


@given(st.lists(st.builds(Fact, st.integers(0, 2**64 - 1), places, plain), max_size=6))
def test_what_is_packed_comes_back(facts: list[Fact]) -> None:
    assert list(unpack(pack(facts), "a.txt")) == [fact._replace(path="a.txt") for fact in facts]


@given(st.lists(st.text(st.sampled_from('ab\x1e\n"\\')), min_size=1, max_size=6))
def test_texts_come_back(texts: list[str]) -> None:
    facts = pack(Fact(number, PLACE, text) for number, text in enumerate(texts))
    assert [fact.value for fact in unpack(facts, "a.txt")] == texts
    assert [fact.value for fact in unpack(facts, "a.txt", {len(texts) - 1})] == texts[-1:]


@given(st.lists(st.builds(Fact, st.integers(0, 2**64 - 1), places, plain), min_size=1, max_size=6))
def test_columns_are_facts(facts: list[Fact]) -> None:
    keys, its_places, values, _ = zip(*facts, strict=True)
    packed = pack(FactColumns(keys, Places(*zip(*its_places, strict=True)), values))
    assert packed == pack(facts)


def test_the_last_columns_need_no_places() -> None:
    first, last = unpack(pack(FactColumns((1, 2), Places(*[(number,) for number in PLACE]), ("one", "two"))), "a.txt")
    assert (first.place, last.place) == (PLACE, Place(0, 0, 0, 0, 0, 0))


@given(st.lists(st.binary(max_size=8), max_size=4))
def test_digests_are_those_of_each(contents: list[bytes]) -> None:
    assert list(digests(contents)) == [digest(content) for content in contents]


def test_text_keys_are_digests() -> None:
    (fact,) = unpack(pack([Fact("title", PLACE)]), "a.txt")
    assert fact.key == digest("title") == 7530813165274739851


def facts_of(*keys_by_article: list[int]) -> PackedFacts:
    paths = [f"{number}.txt" for number in range(len(keys_by_article))]
    return PackedFacts(paths, PacksInMemory([pack(Fact(key, PLACE) for key in keys) for keys in keys_by_article]))


def test_groups_count_articles_not_facts() -> None:
    facts = facts_of([1, 1, 2], [2, 3], [2], [])
    assert [key for key, _ in facts.groups(2)] == [2]
    assert [key for key, _ in facts.groups(3)] == [2]
    assert [key for key, _ in facts.groups(4)] == []
    assert [(key, len(group)) for key, group in facts.groups()] == [(1, 2), (2, 3), (3, 1)]


def test_keys_are_counted_and_their_facts_found_in_one_pass() -> None:
    facts = facts_of([1, 1, 2], [2, 3], [2], [])
    assert (facts.keys(2), facts.keys()) == ({2}, {1, 2, 3})
    assert {key: [fact.path for fact in group] for key, group in facts.of({1, 3, 9}).items()} == {
        1: ["0.txt", "0.txt"],
        3: ["1.txt"],
    }
    assert facts.of(set()) == {}


def test_facts_of_one_article() -> None:
    facts = facts_of([5, 6, 5], [], [6])
    assert [(fact.path, fact.key) for fact in facts.in_article("0.txt")] == [("0.txt", 5), ("0.txt", 6), ("0.txt", 5)]
    assert [fact.key for fact in facts.in_article("2.txt")] == [6]
    assert [list(facts.in_article(path)) for path in ("1.txt", "11.txt", "9.txt", "")] == [[], [], [], []]


def test_lookup_and_order() -> None:
    facts = facts_of([5, 6], [6])
    assert [fact.path for fact in facts[6]] == ["0.txt", "1.txt"]
    assert facts[7] == []
    assert [(fact.path, fact.key) for fact in facts] == [("0.txt", 5), ("0.txt", 6), ("1.txt", 6)]


def test_derived_is_computed_once() -> None:
    calls = []
    facts = facts_of([1])
    for _ in range(2):
        facts.derived(calls.append)
    assert calls == [facts]


@pytest.mark.parametrize(
    ("keys", "values", "places"),
    [
        pytest.param([1, 2], ["a"], 2, id="a value too few"),
        pytest.param([1], ["a", "b"], 1, id="a value too many"),
        pytest.param([], ["a"], 0, id="no key"),
        pytest.param([1], ["a"], 2, id="a place too many"),
    ],
)
def test_columns_that_do_not_fit(keys: list[int], values: list[str], places: int) -> None:
    with pytest.raises(ValueError, match=r"columns of \d keys, \d values and \d places; expected as many values"):
        pack(FactColumns(keys, Places(*[[1] * places for _ in Places._fields]), values))
