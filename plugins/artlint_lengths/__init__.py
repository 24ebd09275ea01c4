"""First-party plugin: lengths."""
