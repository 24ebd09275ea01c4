"""First-party plugin: boilerplate."""
