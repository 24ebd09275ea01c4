"""`artlint schema`: the configuration's JSON Schema."""

import json

import click

from artlint.cli.options import plugin_options
from artlint.cli.requesting import plugin_choice
from artlint.config import schema
from artlint.plugin_loading import load_plugins


@click.command("schema", short_help="Print the JSON Schema of the configuration")
@plugin_options
def command(plugin_files: tuple[str, ...], no_plugins: bool) -> None:
    """Print the JSON Schema of .artlint.yaml, with the options of all rules that are installed."""
    plugins = load_plugins(plugin_choice(plugin_files, no_plugins))
    readers = {reader.name: reader for reader in plugins.readers.values()}
    click.echo(json.dumps(schema(plugins.rules, readers), indent=2, ensure_ascii=False))
