"""Results of earlier runs, kept in one SQLite file; losing it costs time and nothing else."""

from artlint.store.cleaning import discard_file, remove_store
from artlint.store.database import Entry, Known, Store, StoreError, open_store
from artlint.store.signatures import NO_SIGNATURE, Signature, signature_of, trusted
from artlint.store.specification import specification

__all__ = [
    "NO_SIGNATURE",
    "Entry",
    "Known",
    "Signature",
    "Store",
    "StoreError",
    "discard_file",
    "open_store",
    "remove_store",
    "signature_of",
    "specification",
    "trusted",
]
