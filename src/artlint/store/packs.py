"""The facts of a whole collection: keys at hand, places and values fetched where they are asked for."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from artlint.errors import StoreError
from artlint.facts import PACK_DIGEST_BYTES, FactPack, pack_digest

if TYPE_CHECKING:
    from artlint.store.database import Known, Store

_FETCHED_AT_ONCE: Final = 500


class StoredPacks:
    """`Packs` of one collector; of some articles the store has them, of others they are in memory.

    Methods raise StoreError where the store cannot be used or has other facts, as when another run changed it.
    """

    def __init__(self, store: "Store", collector: int, packs: "Sequence[Known | FactPack]") -> None:
        """`packs[i]` is what is known of the article with number i, or its pack."""
        self._store = store
        self._collector = collector
        self._packs = packs
        keys_by_article = store.keys(collector)
        try:
            self.keys = [each.keys if isinstance(each, FactPack) else keys_by_article[each.id] for each in packs]
        except KeyError:
            raise _missing() from None

    def packs(self, numbers: Sequence[int]) -> Iterator[FactPack]:
        """The whole packs of these articles, in the order of the numbers."""
        waiting = iter(numbers)
        while chunk := list(islice(waiting, _FETCHED_AT_ONCE)):
            yield from self._fetched(chunk)

    def _fetched(self, numbers: Sequence[int]) -> Iterator[FactPack]:
        known = [self._packs[number] for number in numbers]
        ids = [each.id for each in known if not isinstance(each, FactPack)]
        details = self._store.details(self._collector, ids) if ids else {}
        for number, each in zip(numbers, known, strict=True):
            if isinstance(each, FactPack):
                yield each
                continue
            if each.id not in details:
                raise _missing()
            pack = FactPack(self.keys[number], *details[each.id])
            start = self._collector * PACK_DIGEST_BYTES
            if pack_digest(pack) != each.packs[start : start + PACK_DIGEST_BYTES]:
                raise StoreError("facts are not those that were kept", is_damaged=True)
            yield pack


def _missing() -> StoreError:
    return StoreError("facts are missing", is_damaged=True)
