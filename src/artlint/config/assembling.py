"""All layers of settings joined into one configuration, or all that is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from artlint.article import Entry
from artlint.config.layers import COMMAND_LINE, Layer, file_layers, inline_layers
from artlint.config.model import ENABLED, Config, Override, PathSuppression, RuleSetting
from artlint.config.problems import Problems
from artlint.config.reader_settings import Readers, configured_reader, read_readers
from artlint.config.rule_names import Rules, addressed, unknown_rule
from artlint.config.rule_settings import RulesSection, read_rules
from artlint.config.rulesets import built_rule, options_set, resolved
from artlint.config.suppression_settings import read_suppressions
from artlint.config.wording import printable
from artlint.finding import Severity

MAX_LAYERS = 100

Value = TypeVar("Value")


@dataclass(frozen=True)
class Request:
    """What the user asked for: a file, and what the command line sets over it."""

    root: Path
    file: Path | None
    inline: Sequence[str]
    select: Sequence[str]
    ignore: Sequence[str]


def assemble(request: Request, rules: Rules, readers: Readers) -> Config:
    """The configuration that `request` makes; raises ConfigError with all that is wrong."""
    problems = Problems()
    files, inline = _layers(request, problems)
    layers = [*files, *inline]
    keys = [layer.keys for layer in layers]
    selected = _chosen(request.select, rules, "--select", problems) if request.select else None
    config = Config(
        request.root,
        request.file,
        collection=_last((key.collection for key in keys), ()),
        include=_last((key.include for key in keys), ()),
        exclude=_last((key.exclude for key in keys), ()),
        fail_on=_last((key.fail_on for key in keys), Severity.WARNING),
        readers=_readers(layers, readers, problems),
        rules=(
            *_rule_settings(files, rules, problems),
            *_selected(selected or (), request.select),
        ),
        overrides=tuple(_overrides(layers, rules, problems)),
        command_line=(
            *_rule_settings(inline, rules, problems),
            *_switched([] if selected is None else rules.keys() - selected, "--select", on=False),
            *_switched(_chosen(request.ignore, rules, "--ignore", problems), "--ignore", on=False),
        ),
        suppressions=tuple(_suppressions(layers, rules, problems)),
        baseline=_last((key.baseline for key in keys), ""),
    )
    _try_out(config, rules, problems)
    problems.raise_any()
    return config


def _layers(request: Request, problems: Problems) -> tuple[Sequence[Layer], Sequence[Layer]]:
    """The layers that files make, those that the command line extends included, and those it makes itself."""
    layers = chain(
        file_layers(request.file, request.root, problems) if request.file else (),
        *(inline_layers(text, request.root, problems) for text in request.inline),
    )
    read = list(islice(layers, MAX_LAYERS + 1))
    if len(read) > MAX_LAYERS:
        problems.add(read[-1].source, -1, f"more than {MAX_LAYERS} files are extended one by the other")
    files = [layer for layer in read if not layer.source.is_command_line]
    return files, [layer for layer in read if layer.source.is_command_line]


def _last(values: Iterable[Value | None], default: Value) -> Value:
    """The last value that is set."""
    return [default, *(value for value in values if value is not None)][-1]


def _rule_settings(layers: Iterable[Layer], rules: Rules, problems: Problems) -> Iterator[RuleSetting]:
    for layer in layers:
        if layer.keys.rules:
            yield from read_rules(layer.keys.rules, RulesSection(layer.source, problems.about(layer.source), rules))


def _overrides(layers: Iterable[Layer], rules: Rules, problems: Problems) -> Iterator[Override]:
    for layer in layers:
        section = RulesSection(layer.source, problems.about(layer.source), rules, for_paths=True)
        for override in layer.keys.overrides:
            yield Override(override.paths, read_rules(override.rules, section))


def _suppressions(layers: Iterable[Layer], rules: Rules, problems: Problems) -> Iterator[PathSuppression]:
    for layer in layers:
        yield from read_suppressions(layer, rules, problems.about(layer.source))


def _readers(layers: Iterable[Layer], readers: Readers, problems: Problems) -> Mapping[str, Mapping[str, object]]:
    """The options set for each reader; later layers win."""
    options: dict[str, dict[str, object]] = {}
    for layer in layers:
        complain = problems.about(layer.source)
        section = layer.keys.readers or Entry(None, "", 0, 0)
        for name, given in read_readers(section, readers, complain).items():
            options[name] = options.get(name, {}) | {option: value for option, (value, _) in given.items()}
            _try_reader(name, readers[name], options[name], partial(complain, section.keys[name].key_start))
    return options


def _try_reader(name: str, reader: object, options: Mapping[str, object], complain: Callable[[str], None]) -> None:
    try:
        configured_reader(reader, options)
    except ValueError as error:
        complain(f"reader {name}: {printable(str(error))}")


def _chosen(names: Iterable[str], rules: Rules, flag: str, problems: Problems) -> set[str]:
    """The ids of the rules that the names given with `flag` mean; `all` means every rule."""
    chosen: set[str] = set()
    for name in names:
        meant = rules if name == "all" else addressed(name, rules)
        if not meant:
            problems.say(f"{COMMAND_LINE}: {flag}: {unknown_rule(name, rules)}")
        chosen.update(meant)
    return chosen


def _selected(rule_ids: Iterable[str], names: Sequence[str]) -> Iterator[RuleSetting]:
    """Rules that are named, or all, are on; of a family those that are on by default or by a file."""
    for rule_id in sorted(rule_ids):
        is_on = True if rule_id in names or "all" in names else None
        yield RuleSetting(rule_id, ENABLED, is_on, COMMAND_LINE, f"{COMMAND_LINE}: --select")


def _switched(rule_ids: Iterable[str], flag: str, *, on: bool) -> Iterator[RuleSetting]:
    for rule_id in sorted(rule_ids):
        yield RuleSetting(rule_id, ENABLED, on, COMMAND_LINE, f"{COMMAND_LINE}: {flag}")


def _try_out(config: Config, rules: Rules, problems: Problems) -> None:
    """Complain of every rule that rejects the options which the top level or one override gives it."""
    for overrides in ((), *((number,) for number in range(len(config.overrides)))):
        for rule_id, settings in resolved(config, overrides).items():
            try:
                built_rule(rules[rule_id], settings)
            except ValueError as error:
                problems.say(f"{options_set(settings)[-1].place}: {rule_id}: {printable(str(error))}")
