"""`artlint config [PATH]`: what holds for a path, and where it was set."""

import os
from pathlib import Path

import click

from artlint.cli.options import config_options, plugin_options
from artlint.cli.requesting import project_request
from artlint.config import Rulesets, config_files_in, effective
from artlint.reporters.escaping import visible
from artlint.run import Project, open_project


@click.command("config", short_help="Show each effective setting for a path and where it came from")
@click.argument("path", default=".")
@click.option("--changed-only", is_flag=True, help="Leave out what has its default value.")
@config_options
@plugin_options
def command(
    path: str,
    changed_only: bool,
    configs: tuple[str, ...],
    isolated: bool,
    plugin_files: tuple[str, ...],
    no_plugins: bool,
) -> None:
    """Show each setting of each rule that holds for PATH, with its value and its origin."""
    request = project_request((path,), plugin_files, no_plugins, configs, isolated)
    project = open_project(request._replace(paths=(Path(path),)))
    for line in _head(project):
        click.echo(line)
    relative = os.path.relpath(Path(path).resolve(), project.config.root).replace(os.sep, "/")
    rulesets = Rulesets(project.config, project.plugins.rules)
    for setting in effective(project.config, rulesets, relative):
        if changed_only and setting.origin == "default":
            continue
        click.echo(
            f"{setting.rule}.{setting.name} = {_shown(setting.value)}  {click.style(f'# {setting.origin}', dim=True)}"
        )


def _head(project: Project) -> list[str]:
    """Where the project is and what it consists of."""
    config = project.config
    file = str(config.file) if config.file else "none"
    lines = [f"# root: {visible(str(config.root))}", f"# configuration file: {visible(file)}"]
    if config.file:
        unread = [str(other) for other in config_files_in(config.root) if other != config.file]
        lines += [f"# not read, since another was found first: {visible(other)}" for other in unread]
    for name, patterns in (("collection", config.collection), ("include", config.include), ("exclude", config.exclude)):
        if patterns:
            lines.append(f"# {name}: {visible(', '.join(patterns))}")
    lines.append(f"# fail-on: {config.fail_on.label}")
    return lines


def _shown(value: object) -> str:
    import json  # the values are plain; JSON is how the configuration would take them

    return json.dumps(value, ensure_ascii=False)
