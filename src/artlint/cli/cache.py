"""`artlint cache`: the results of earlier runs."""

import os
from pathlib import Path

import click

from artlint.run import Request, open_project
from artlint.store.cleaning import remove_store


@click.group("cache", short_help="Throw away the results of earlier runs")
def command() -> None:
    """Results of earlier runs, which make the next one fast."""


@command.command("clean")
@click.argument("path", default=".")
@click.option(
    "--cache-dir", metavar="FOLDER", envvar="ARTLINT_CACHE_DIR", help="Where they are, if not in the project."
)
def clean(path: str, cache_dir: str | None) -> None:
    """Delete the kept results of the project around PATH."""
    root = open_project(Request(paths=(Path(path),), isolated=False)).config.root
    folder = Path(cache_dir) if cache_dir else root / ".artlint_cache"
    removed = remove_store(folder)
    click.echo(f"{'deleted' if removed else 'nothing kept in'} {os.path.relpath(folder)}", err=True)
