"""MinHash signatures of articles, and the articles whose signatures are alike; needs the extra `near`."""

from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from operator import eq
from typing import NamedTuple

from artlint import Article, ConfigError, Fact, Facts, digest
from artlint_boilerplate.gathering import Whole
from artlint_boilerplate.unit import SILENT, size
from artlint_boilerplate.units import units
from artlint_boilerplate.wording import shingles

# 32 bands of 4: articles that have 60 % of their shingles in common meet with a probability of 98.8 %, those with
# 20 % of them with 5 %. The similarity that 128 values tell has a standard error of 4 points there.
_VALUES, _BANDS, _SEED = 128, 32, 1
_BAND_BYTES = 4 * _VALUES // _BANDS
# Earlier articles of one band that an article is compared with; more would make the search quadratic.
_CANDIDATES = 20


class Signature(NamedTuple):
    """An article's MinHash, and how many shingles it has."""

    whole: Whole
    values: "array[int]"
    shingles: int

    def share(self, other: "Signature") -> float:
        """Which share of the longer article's shingles both have."""
        alike = float(sum(map(eq, self.values, other.values))) / _VALUES
        return alike / (1 + alike) * (self.shingles + other.shingles) / max(self.shingles, other.shingles)


@dataclass(frozen=True)
class SignatureCollector:
    """Gathers one fact of each article: its MinHash, filed under the digest of its text."""

    def collect(self, article: Article) -> Iterator[Fact]:
        prose = [unit.text for unit in article.derived(units) if unit.kind not in SILENT]
        its_shingles = set(shingles(" ".join(prose)))
        if its_shingles:
            its_units = article.derived(units)
            place = article.place(its_units[0].start, its_units[0].end)
            value = (sum(map(size, prose)), len(its_shingles), b64encode(_minhash(its_shingles)).decode())
            yield Fact(digest("\n".join(unit.text for unit in its_units)), place, value)


def require_rensa() -> None:
    """Nothing; raises ConfigError where rensa is not installed."""
    try:
        import_module("rensa")
    except ImportError:
        raise ConfigError(
            'boilerplate/near-duplicate-article: option "minhash" needs rensa; install artlint[near]'
        ) from None


def alike(facts: Facts, min_words: int) -> Iterator[tuple[Signature, Signature]]:
    """Each two articles that share a band of their signatures, the earlier path first; copies are left out."""
    bands: dict[bytes, list[Signature]] = defaultdict(list)
    for signature in _signatures(facts):
        if signature.whole.words < min_words:
            continue
        met: dict[str, Signature] = {}
        content = signature.values.tobytes()
        for band in range(_BANDS):
            key = content[band * _BAND_BYTES : (band + 1) * _BAND_BYTES] + bytes((band,))
            met.update((other.whole.path, other) for other in bands[key])
            if len(bands[key]) < _CANDIDATES:
                bands[key].append(signature)
        yield from ((other, signature) for other in met.values())


def _signatures(facts: Facts) -> Iterator[Signature]:
    """One for each text."""
    seen: set[int | str] = set()
    for fact in facts:
        if fact.key not in seen and isinstance(fact.value, Sequence):
            seen.add(fact.key)
            words, count, values = map(str, fact.value)
            whole = Whole(fact.path, fact.place, int(words))
            yield Signature(whole, array("I", b64decode(values)), int(count))


def _minhash(its_shingles: set[str]) -> bytes:
    rensa = import_module("rensa")  # an extra, without types of its own
    minhash = rensa.RMinHash(num_perm=_VALUES, seed=_SEED)
    minhash.update(its_shingles)
    return array("I", minhash.digest()).tobytes()
