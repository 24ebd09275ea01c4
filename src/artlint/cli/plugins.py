"""`artlint plugins`: what is installed and what it brings."""

import click

from artlint.cli.options import plugin_options
from artlint.cli.requesting import plugin_choice
from artlint.plugin_loading import load_plugins
from artlint.reporters.escaping import visible


@click.command("plugins", short_help="List the plugins and what they bring")
@plugin_options
def command(plugin_files: tuple[str, ...], no_plugins: bool) -> None:
    """List the plugins that a run would load, each with its distribution, module and rules."""
    loaded = load_plugins(plugin_choice(plugin_files, no_plugins))
    for plugin in loaded.found:
        source = plugin.file or " ".join(filter(None, (plugin.distribution, plugin.version, f"({plugin.module})")))
        click.echo(f"{click.style(visible(plugin.name), bold=True)}  {visible(source)}")
        for rule_id in loaded.rules_by_plugin.get(plugin.name, ()):
            click.echo(f"  {rule_id}")
