"""BLAKE2b without OpenSSL: `hashlib` loads that library, 3 ms, though its own blake2b does not use it."""

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython, or a later one that renamed the module
    from hashlib import blake2b

__all__ = ["blake2b"]
