"""`artlint rules`: every rule, a line each."""

import click

from artlint.cli.options import plugin_options
from artlint.cli.requesting import plugin_choice
from artlint.finding import Severity
from artlint.plugin_loading import load_plugins
from artlint.rule_docs import summary_of


@click.command("rules", short_help="List all rules")
@plugin_options
def command(plugin_files: tuple[str, ...], no_plugins: bool) -> None:
    """List all rules: id, severity, whether it is on by default, and what it finds."""
    rules = load_plugins(plugin_choice(plugin_files, no_plugins)).rules
    width = max(map(len, rules))
    for rule_id, rule in rules.items():
        state = Severity(rule.severity).label if rule.enabled else "off"
        click.echo(f"{rule_id:<{width}}  {state:<7}  {summary_of(rule)}")
