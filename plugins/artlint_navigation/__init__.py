"""First-party plugin: navigation."""
