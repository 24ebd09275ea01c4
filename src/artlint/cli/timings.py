"""`artlint check --timings`: where a run's time goes."""

from collections.abc import Callable
from time import perf_counter

import click

from artlint.plugin_loading import load_plugins
from artlint.run import Outcome, Request
from artlint.timing import Seconds, measured


def timed(request: Request, run: Callable[[Request], Outcome]) -> Outcome:
    """The outcome of a run in one process without stored results, with its timings told on standard error."""
    plugins = load_plugins(request.plugins)
    began = perf_counter()
    with measured(plugins.rules, set(plugins.readers.values())) as seconds:
        outcome = run(request._replace(jobs=1, no_cache=True))
    _tell(seconds, perf_counter() - began)
    return outcome


def _tell(seconds: Seconds, whole: float) -> None:
    """A line for each part, the longest first."""
    rest = {"everything else": whole - sum(seconds.values())}
    for label, taken in sorted({**seconds, **rest}.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{taken * 1000:>10,.1f} ms {taken / whole:>5.0%}  {label}", err=True)
    click.echo(f"{whole * 1000:>10,.1f} ms  100%  the whole run, in one process, without stored results", err=True)
