"""What `artlint one.md` loads is pinned: a hook pays for every module at each commit.

After a change that is meant: `python tests/cli/test_startup.py > tests/cli/modules_loaded.txt`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

PINNED = Path(__file__).with_name("modules_loaded.txt")
# Parts of the standard library that cost 2 ms or more and that one article without findings has no use for.
HEAVY = frozenset(
    ("asyncio", "concurrent.futures", "difflib", "email", "hashlib", "html", "http", "importlib.metadata", "logging")
    + ("multiprocessing", "sqlite3", "ssl", "subprocess", "tomllib", "unittest", "urllib.request", "xml", "zipfile")
)
LISTING = """
import sys
sys.argv = ["artlint", "--no-cache", "one.md"]
from artlint.cli import main
try:
    main()
except SystemExit as ended:
    assert ended.code == 0, ended.code
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


def modules_loaded() -> set[str]:
    """All modules that a run on one Markdown article with front matter has loaded."""
    with tempfile.TemporaryDirectory() as folder:
        article = "---\ntitle: Harbour Report\n---\n\nThe ferry runs again, and the fish market is open.\n"
        Path(folder, "one.md").write_text(article)
        command = [sys.executable, "-c", LISTING]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


def ours_and_third_parties(modules: set[str]) -> list[str]:
    """Our modules, and the packages of others by name; the standard library differs between versions."""
    known = sys.stdlib_module_names
    ours = {name for name in modules if name.startswith("artlint")}
    others = {name.partition(".")[0] for name in modules - ours}
    # What the installer of an environment or of Cython modules puts there.
    accidental = {"__main__", "__mp_main__", "cython_runtime", "sitecustomize", "_virtualenv", "_distutils_hack"}
    third = {name for name in others - known - accidental if not name.startswith(("_cython", "__editable", "_pytest"))}
    return sorted(ours | third)


def test_modules() -> None:
    assert ours_and_third_parties(modules_loaded()) == PINNED.read_text().split()


def test_nothing_heavy() -> None:
    assert modules_loaded() & HEAVY == set()


if __name__ == "__main__":
    print(*ours_and_third_parties(modules_loaded()), sep="\n")
