"""What can go wrong outside of the articles themselves; each is one clear line and exit code 2."""


class ArtlintError(Exception):
    """The run is incomplete or not to be trusted; the text is one line for the user."""


class UsageError(ArtlintError):
    """The command line asks for something that cannot be done."""


class ConfigError(ArtlintError):
    """The configuration is wrong; `problems` holds one line each, all of them at once."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PluginError(ArtlintError):
    """A plugin cannot be found, loaded or used; the text names it and its distribution."""


class ReadError(ArtlintError):
    """An article cannot be read at all: missing, unreadable, too large, binary."""


class StoreError(Exception):
    """What an earlier run kept cannot be used; where `is_damaged`, it is to be thrown away."""

    def __init__(self, cause: str, is_damaged: bool) -> None:
        super().__init__(cause)
        self.is_damaged = is_damaged
