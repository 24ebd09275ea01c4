"""The rules of the family, one module each."""
