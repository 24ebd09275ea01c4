"""Which of the files met in a folder are articles, by their names: not those of tools, builds, courts and tests."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

# Folders of tools and builds, and of page templates, which are no articles; a file given by name is always read.
_SKIPPED_FOLDERS = frozenset(
    (
        "__pycache__",
        "_sources",
        "node_modules",
        "bower_components",
        "site-packages",
        "_site",
        "_build",
        "_layouts",
        "_includes",
        "_templates",
        "venv",
    )
)
# Text files that programs read.
_SKIPPED_NAMES = frozenset(("robots.txt", "humans.txt", "ads.txt", "security.txt", "llms.txt", "cmakelists.txt"))
_LICENCES = frozenset(("license", "licence", "copying", "notice", "unlicense"))
# Folders of tests, where there are programs in them; what they check is no article but data.
_TESTS = frozenset(
    ("test", "tests", "testdata", "test-data", "test_data", "__tests__", "__snapshots__")
    + ("fixture", "fixtures", "__fixtures__", "spec", "specs")
)
_PROGRAMS = (".py", ".js", ".mjs", ".cjs", ".ts", ".tsx", ".go", ".rs", ".rb", ".java", ".php", ".c", ".cpp", ".sh")


def kept(paths: Collection[str], among: Collection[str] = ()) -> list[str]:
    """Those of the files met in a folder, relative to it, that may be articles; they stand `among` others there."""
    tests = tuple(sorted(_folders_of_tests(among or paths)))
    return [path for path in paths if _is_article(path) and not (tests and path.startswith(tests))]


def _folders_of_tests(paths: Iterable[str]) -> Iterator[str]:
    """The folders of tests that have programs in them, each with a slash behind it."""
    for folder in {path.rpartition("/")[0] for path in paths if path.endswith(_PROGRAMS)}:
        parts = folder.split("/")
        yield from ("/".join(parts[: depth + 1]) + "/" for depth, name in enumerate(parts) if name.lower() in _TESTS)


def _is_article(path: str) -> bool:
    """Whether a file met in a folder is an article rather than a tool's or a template."""
    folder, _, name = path.rpartition("/")
    return _is_kept_folder(folder) and _is_kept_name(name.lower())


@lru_cache(maxsize=100_000)
def _is_kept_folder(folder: str) -> bool:
    names = folder.split("/")
    return _SKIPPED_FOLDERS.isdisjoint(names) and not any(name.startswith(".") for name in names)


@lru_cache(maxsize=100_000)  # a hook asks for the states before and after
def _is_kept_name(name: str) -> bool:
    return not (name.startswith(".") or name in _SKIPPED_NAMES or _is_for_machines_or_courts(name))


def _is_for_machines_or_courts(name: str) -> bool:
    """Whether the name is that of a list of requirements or of a licence, copies of which stand everywhere."""
    stem = name.rpartition(".")[0]
    words = stem.replace("_", "-").replace(".", "-").split("-")
    is_licence = stem in _LICENCES or (len(words) > 1 and not {"license", "licence"}.isdisjoint((words[0], words[-1])))
    is_list = name.endswith(".txt") and (stem.startswith("requirements") or stem.endswith("requirements"))
    return is_list or is_licence


def suffix_of(path: str) -> str:
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")  # a Path for each of 100,000 names costs a second, os.path.splitext a tenth
    return name[dot:].lower() if dot > 0 and name[:dot].strip(".") else ""
