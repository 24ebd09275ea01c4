"""The peers put into a folder, from PyPI and npm, in the versions that `pins/` names."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from against.programs import REMARK_PRESETS, TEXTLINT_RULES, duplicate_finders, html_checkers, linters

PINS = Path(__file__).with_name("pins")
NOT_IN_A_REGISTRY = {
    "vale": "its packages on PyPI and npm download the program from elsewhere",
    "text-dedup": "needs Spark and two gigabytes of packages; datatrove does the same work",
}


def install(root: Path, with_datatrove: bool) -> None:
    """Install what is not there yet; what cannot be installed is told and left out."""
    root.mkdir(parents=True, exist_ok=True)
    _try("python", lambda: _environment(root / "python", PINS / "python.txt"))
    _try("node", lambda: _packages(root / "node"))
    if with_datatrove:
        _try("datatrove", lambda: _environment(root / "dedup", PINS / "dedup.txt"))


def versions(root: Path) -> list[str]:
    """A line for each peer: its version, or why it is not here."""
    pinned = {**_pinned(PINS / "python.txt"), **_pinned(PINS / "dedup.txt"), **_pinned_in_lock()}
    peers = [*linters(root), *html_checkers(root), *duplicate_finders(root)]
    named = {peer.package or re.split("[ ,]", peer.name)[0]: peer for peer in peers}
    there = {
        f"{name} {pinned.get(name) or pinned[f'{name}-bin']}" + ("" if peer.is_installed else ": not installed")
        for name, peer in named.items()
    }
    return sorted([*there, *(f"{name}: not installed: {reason}" for name, reason in NOT_IN_A_REGISTRY.items())])


def machine() -> str:
    """The machine that the figures hold for."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, {python}"


def _environment(folder: Path, requirements: Path) -> None:
    done = folder / "installed.txt"
    if done.exists() and done.read_text() == requirements.read_text():
        return
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    _quietly([str(folder / "bin" / "pip"), "install", "--requirement", str(requirements)], folder)
    shutil.copy(requirements, done)


def _packages(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / ".textlintrc.json").write_text(TEXTLINT_RULES)
    (folder / ".remarkrc.json").write_text(REMARK_PRESETS)
    lock, done = PINS / "package-lock.json", folder / "node_modules" / ".installed.json"
    if done.exists() and done.read_text() == lock.read_text():
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PINS / name, folder / name)
    _quietly(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
    shutil.copy(lock, done)


def _try(what: str, install: Callable[[], object]) -> None:
    try:
        install()
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", "") or str(error)
        print(f"{what}: not installed: {reason.strip().splitlines()[-1]}", file=sys.stderr)


def _quietly(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8")


def _pinned(requirements: Path) -> dict[str, str]:
    lines = requirements.read_text("utf-8").splitlines()
    return {name: version for name, _, version in (line.partition("==") for line in lines)}


def _pinned_in_lock() -> dict[str, str]:
    """The versions of all packages of npm, by name."""
    packages = json.loads((PINS / "package-lock.json").read_text("utf-8"))["packages"]
    return {path.removeprefix("node_modules/"): package["version"] for path, package in packages.items() if path}
