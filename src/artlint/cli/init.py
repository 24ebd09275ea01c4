"""`artlint init`: a first configuration, from what the collection looks like."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from artlint.cli.progress import progress_on_terminal
from artlint.errors import UsageError
from artlint.generators import sites_of
from artlint.plugin_loading import Plugins
from artlint.reporters.escaping import visible
from artlint.rule import Proposal, Rule
from artlint.run import Project, Request, collect, open_project

_FILE = ".artlint.yaml"
_HEAD_OF_LIMITS = (
    "",
    "# Lengths that 95 of 100 texts of this collection keep, in the units of `artlint stats`. Those that are looser",
    "# than the default are set; the others ask for more than it and wait for the number sign and its blank to go.",
)
_HOOK = """\
As a pre-commit hook, in .pre-commit-config.yaml:

repos:
  - repo: https://github.com/artlint/artlint
    rev: v0.1.0
    hooks:
      - id: artlint
"""


@click.command("init", short_help="Write a first configuration")
@click.argument("path", default=".")
@click.option("--print", "is_printed", is_flag=True, help="Show the configuration; write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no advice on standard error.")
def command(path: str, is_printed: bool, quiet: bool) -> None:
    """Write .artlint.yaml for the project around PATH, with a comment on each setting.

    The preset follows the site generator that is found; the limits follow the articles themselves: each is
    the length that 95 % of them keep. A limit that would be stricter than the default is only a comment.
    """
    project = open_project(Request(paths=(Path(path),)))
    file = project.config.root / _FILE
    if project.config.file and not is_printed:
        raise UsageError(f"{project.config.file} is there already; `artlint init --print` shows what would be proposed")
    text = "".join(f"{line}\n" for line in _lines(project, _proposals(path, project.plugins, quiet)))
    if is_printed:
        click.echo(text, nl=False)
        return
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None
    if not quiet:
        click.echo(f"wrote {visible(str(file))}\n\n{_HOOK}", err=True, nl=False)


def _proposals(path: str, plugins: Plugins, quiet: bool) -> Mapping[str, list[Proposal]]:
    """What the rules propose for the articles, by rule."""
    found: dict[str, list[Proposal]] = {}
    for rule_id, rule in plugins.rules.items():
        if rule.proposals is Rule.proposals:
            continue
        facts = collect(Request(paths=(Path(path),)), rule_id, progress_on_terminal(quiet))
        for proposal in rule().proposals(facts):
            found.setdefault(proposal.rule, []).append(proposal)
    return found


def _lines(project: Project, proposals: Mapping[str, list[Proposal]]) -> Iterator[str]:
    yield "# Settings of artlint for this collection; `artlint config` shows what they come to."
    site = next(sites_of(project.config.root), None)
    if site:
        generator = site.generator
        where = f" in {site.folder}" if site.folder else ""
        yield f"extends: preset:{generator.preset}  # {generator.name}{where}"
        if site.written:
            yield f"exclude: [{', '.join(site.written)}]  # what it writes"
    else:
        yield "# extends: preset:news  # or blog, docs, scraped, corpus"
    if not proposals:
        return
    yield from _HEAD_OF_LIMITS
    tightened = all(proposal.is_stricter for each in proposals.values() for proposal in each)
    yield "# rules:" if tightened else "rules:"
    for rule_id, each in sorted(proposals.items()):
        for proposal in each:
            comment = "# " if proposal.is_stricter else ""
            yield f"{comment}  {rule_id}: {{{proposal.option}: {proposal.value}}}  # {proposal.reason}"
