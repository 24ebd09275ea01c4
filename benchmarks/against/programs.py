"""The peers: how each is called, and where the installation puts it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# What rumdl has on titles, headings, line length and links: the rules that are nearest to ours.
RUMDL_CONTENT = "MD001,MD013,MD024,MD025,MD041,MD042,MD051,MD057"

TEXTLINT_RULES = """{"rules": {"sentence-length": {"max": 250}, "terminology": true,
 "no-dead-link": {"checkRelative": true, "ignore": ["http://**", "https://**"]}}}
"""
REMARK_PRESETS = """{"plugins": ["remark-frontmatter", "remark-preset-lint-recommended",
 "remark-preset-lint-consistent"]}
"""


class Peer(NamedTuple):
    """A peer as a command: the paths to check come behind it.

    `most` is the number of articles above which it would take minutes, so that it is left out unless it is
    asked for. `home` is the folder to run in where it finds its rules nowhere else; `package` is what its registry
    calls it, where that is not the first word of its name.
    """

    name: str
    command: Sequence[str]
    most: int
    home: Path | None = None
    package: str = ""

    @property
    def is_installed(self) -> bool:
        return Path(self.command[0]).exists()


def python_tool(root: Path, name: str) -> str:
    return str(root / "python" / "bin" / name)


def node_tool(root: Path, name: str) -> str:
    return str(root / "node" / "node_modules" / ".bin" / name)


def linters(root: Path) -> list[Peer]:
    """Those that check Markdown, without what they kept of earlier runs."""
    rumdl = (python_tool(root, "rumdl"), "check", "--no-cache")
    remark = (node_tool(root, "remark"), "--rc-path", str(root / "node" / ".remarkrc.json"))
    return [
        Peer("rumdl", rumdl, 100_000),
        Peer("rumdl, content rules", (*rumdl, "--enable", RUMDL_CONTENT), 100_000),
        Peer("typos", (python_tool(root, "typos"),), 100_000),
        Peer("markdownlint-cli2", (node_tool(root, "markdownlint-cli2"),), 10_000),
        Peer("remark", (*remark, "--no-stdout", "--quiet", "--frail"), 1_000, package="remark-cli"),
        Peer("textlint", (node_tool(root, "textlint"),), 100, root / "node"),
        Peer("proselint", (python_tool(root, "proselint"), "check"), 100),
        Peer("pymarkdownlnt", (python_tool(root, "pymarkdownlnt"), "scan", "-r"), 100),
    ]


def warm_rumdl(root: Path) -> Peer:
    """The one of the linters that keeps results, with what it kept of its last run."""
    return Peer("rumdl", (python_tool(root, "rumdl"), "check"), 100_000)


def duplicate_finders(root: Path) -> list[Peer]:
    native = root / "node" / "node_modules" / "jscpd-linux-x64-gnu" / "bin" / "jscpd"
    silent = ("--reporters", "silent", "--format", "markdown")
    minhash = Path(__file__).with_name("datatrove_minhash.py")
    return [
        Peer("jscpd 4", (node_tool(root, "jscpd"), *silent), 1_000),
        Peer("jscpd 5", (str(native), *silent), 100_000, package=native.parents[1].name),
        Peer("datatrove", (str(root / "dedup" / "bin" / "python"), str(minhash)), 10_000),
    ]


def html_checkers(root: Path) -> list[Peer]:
    return [
        Peer("lychee", (python_tool(root, "lychee"), "--offline", "--no-progress"), 100_000),
        Peer("htmlhint", (node_tool(root, "htmlhint"),), 100_000),
    ]
