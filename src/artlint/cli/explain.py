"""`artlint explain RULE`: the rule's page."""

from difflib import get_close_matches

import click

from artlint.cli.options import plugin_options
from artlint.cli.requesting import plugin_choice
from artlint.errors import UsageError
from artlint.plugin_loading import load_plugins
from artlint.rule_docs import page_of


@click.command("explain", short_help="Explain a rule with its examples")
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
@plugin_options
def command(names: tuple[str, ...], plugin_files: tuple[str, ...], no_plugins: bool) -> None:
    """Explain rules: what is wrong, why, the options with their defaults, a bad and a good example.

    RULE is an id such as title/missing, or a family for all of its rules; `all` for every rule.
    """
    rules = load_plugins(plugin_choice(plugin_files, no_plugins)).rules
    chosen: list[str] = []
    for name in names:
        matching = [rule_id for rule_id in rules if name in (rule_id, rule_id.partition("/")[0], "all")]
        if not matching:
            nearest = get_close_matches(name, rules, 1)
            hint = f'; did you mean "{nearest[0]}"?' if nearest else "; `artlint rules` lists them"
            raise UsageError(f'unknown rule "{name}"{hint}')
        chosen += matching
    click.echo("\n".join(page_of(rules[rule_id]) for rule_id in dict.fromkeys(chosen)), nl=False)
