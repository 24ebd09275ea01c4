"""First-party plugin: titles."""
