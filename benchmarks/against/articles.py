"""What the peers are measured on: generated articles, and real ones of Debian's documentation packages."""

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import make_articles

PACKAGES = ("docker-doc", "git-doc", "nodejs-doc", "postgresql-doc-15")
"""Documentation packages with Markdown (Docker, Node.js), AsciiDoc as plain text (git) and HTML (PostgreSQL, git)."""

_PARAGRAPH = re.compile(r"(?<=\n\n)(?=[A-Z][a-z]+ )")
_PER_FOLDER = 500


def generated(folder: Path, number: int) -> Path:
    """A folder of `number` generated Markdown articles, as a git work tree."""
    return _once(folder / f"generated-{number}", lambda new: make_articles.write(new, number))


def real(folder: Path, number: int) -> Path:
    """A folder of `number` articles: Debian's Markdown and text, varied as often as it takes, as a git work tree."""
    sources = [path for path in sorted(_unpacked(folder).rglob("*")) if path.suffix in (".md", ".txt") and _fits(path)]

    def write(new: Path) -> None:
        for position, (path, text) in zip(range(number), _varied(sources), strict=False):
            file = new / f"{position // _PER_FOLDER:04}" / f"{position % _PER_FOLDER:03}{path.suffix}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    return _once(folder / f"real-{number}", write)


def manual(folder: Path) -> Path | None:
    """PostgreSQL's manual as HTML pages; None where the package cannot be had."""
    found = list(_unpacked(folder).glob("usr/share/doc/postgresql-doc-*/html"))
    return found[0] if found else None


def article(folder: Path) -> Path:
    """One generated article of about 6 kB, with front matter and nothing to find, in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = make_articles.article(500, 1)
    (folder / "one.md").write_text(whole[: whole.rindex("\n## ")] if len(whole) > 7000 else whole, "utf-8")
    return folder / "one.md"


def bytes_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.suffix in (".md", ".txt", ".html"))


def _varied(sources: list[Path]) -> Iterator[tuple[Path, str]]:
    """Each article as it is, then again and again with a number in every paragraph, so that none is a copy."""
    for edition in count():
        for path in sources:
            text = path.read_text("utf-8")
            yield path, _PARAGRAPH.sub(f"In edition {edition}: ", text) if edition else text


def _fits(path: Path) -> bool:
    try:
        return 500 < len(path.read_text("utf-8")) < 50_000
    except UnicodeDecodeError:
        return False


def _unpacked(folder: Path) -> Path:
    """The packages' files, fetched with apt-get once; those that cannot be had are told."""
    unpacked = folder / "debian"
    for package in PACKAGES if not unpacked.exists() else ():
        try:
            _fetch(folder, unpacked, package)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{package}: not fetched: {error}", file=sys.stderr)
    return unpacked


def _fetch(folder: Path, unpacked: Path, package: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", package], cwd=folder, check=True, capture_output=True)
    for file in folder.glob(f"{package}_*.deb"):
        subprocess.run(["dpkg-deb", "-x", file, unpacked], check=True)
        file.unlink()
    for file in unpacked.rglob("*.md.gz"):
        file.with_suffix("").write_bytes(gzip.decompress(file.read_bytes()))
        file.unlink()


def _once(folder: Path, write: Callable[[Path], object]) -> Path:
    """The folder, written by `write` and put under git where it is not there yet."""
    if not folder.exists():
        new = folder.with_name(f"{folder.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        write(new)
        subprocess.run(["git", "init", "--quiet"], cwd=new, check=True)
        subprocess.run(["git", "add", "."], cwd=new, check=True)
        new.rename(folder)
    return folder
