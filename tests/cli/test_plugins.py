"""Plugins that work, and each way in which one can be broken: exit 2, plugin and distribution named."""

from importlib import import_module
from pathlib import Path

import pluggy
import pytest
from cli.conftest import Run

from artlint import hookspecs

PLUGINS = Path(__file__).parents[2] / "plugins"

WORKING = '''
from dataclasses import dataclass
from typing import ClassVar
from artlint import Finding, Rule, hookimpl

@dataclass(frozen=True)
class Cat(Rule):
    """The article names a cat."""
    id: ClassVar[str] = "house/cat"
    word: str = "cat"

    def check_article(self, article):
        at = article.text.find(self.word)
        if at >= 0:
            yield Finding(f"names a {self.word}", article.place(at, at + len(self.word)))

@hookimpl
def artlint_rules():
    print("a plugin that prints")
    return [Cat]
'''
IMPORTS = (
    "from artlint import Rule, Finding, hookimpl\nfrom dataclasses import dataclass\nfrom typing import ClassVar\n"
)


def install(folder: Path, name: str, source: str, module: str = "") -> str:
    """A distribution `name` 1.2 with one plugin, as an installer leaves it; returns the path to put on PYTHONPATH."""
    site = folder / "site"
    info = site / f"{name}-1.2.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    module = module or f"{name}_module"
    site.joinpath(f"{module}.py").write_text(source)
    info.joinpath("entry_points.txt").write_text(f"[console_scripts]\nx = y:z\n\n[artlint]\n{name} = {module}\n")
    info.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    return str(site)


def article(folder: Path) -> None:
    (folder / "a.txt").write_text("A Headline\n\nThe cat sat.\n")


def test_an_installed_plugin_is_found(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    site = install(tmp_path, "feline", WORKING)
    done = artlint("-f", "json", "--select", "house", "a.txt", PYTHONPATH=site)
    assert '"rule": "house/cat"' in done.stdout
    assert done.stdout.startswith("{"), "what the plugin prints must not get into the report"
    assert "a plugin that prints" in done.stderr
    listed = artlint("plugins", PYTHONPATH=site).stdout
    assert "feline  feline 1.2 (feline_module)\n  house/cat\n" in listed


def test_the_version_names_the_plugins_without_loading_them(artlint: Run, tmp_path: Path) -> None:
    site = install(tmp_path, "feline", "raise SystemExit(7)\n")
    done = artlint("--version", PYTHONPATH=site)
    assert done.stdout.startswith("artlint 0.1.0 (Python 3.")
    assert 'plugin "feline" (feline 1.2)\n' in done.stdout
    assert 'plugin "navigation" (artlint ' in done.stdout
    assert done.returncode == 0


def test_the_marks_of_pluggy_are_understood(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    marked = "import pluggy\nhookimpl = pluggy.HookimplMarker('artlint')\n"
    site = install(tmp_path, "feline", marked + WORKING.replace("Rule, hookimpl", "Rule"))
    assert "[house/cat]" in artlint("a.txt", PYTHONPATH=site).stdout


def test_own_plugins_alone(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    site = install(tmp_path, "feline", WORKING)
    assert artlint("--no-plugins", "a.txt", PYTHONPATH=site).returncode == 0


def test_a_local_file_is_a_plugin(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "house.py").write_text(WORKING)
    done = artlint("--plugin", "house.py", "--config", "rules.house/cat.word = sat", "a.txt")
    assert "a.txt:3:9: warning names a sat [house/cat]" in done.stdout
    assert done.returncode == 1


def test_a_local_rule_runs_in_worker_processes(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "b.txt").write_text("B Headline\n\nThe other cat.\n")
    (tmp_path / "house.py").write_text(WORKING)
    done = artlint("--plugin", "house.py", "-j", "2", "a.txt", "b.txt")
    assert done.stdout.count("[house/cat]") == 2


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param("import nowhere_to_be_found\n", "ModuleNotFoundError", id="import fails"),
        pytest.param("raise SystemExit(0)\n", "SystemExit", id="exits when imported"),
        pytest.param("def (\n", "SyntaxError", id="no Python"),
        pytest.param("x = 1\n", "registers nothing", id="no hook"),
        pytest.param(IMPORTS + "@hookimpl\ndef artlint_rulez(): return []\n", "artlint_rulez", id="misspelt hook"),
        pytest.param(
            IMPORTS + "@hookimpl\ndef artlint_rules(): return []\ndef artlint_readers(): return {}\n",
            "artlint_readers is not marked",
            id="hook without its mark",
        ),
        pytest.param(
            IMPORTS + "@hookimpl\ndef artlint_outlines(): return 'contents.yml'\n",
            "artlint_outlines returned str; expected file names",
            id="a name in place of names",
        ),
        pytest.param(IMPORTS + "@hookimpl\ndef artlint_rules(config): return []\n", "config", id="unknown argument"),
        pytest.param(
            IMPORTS
            + "@dataclass\nclass R(Rule):\n    id: ClassVar[str] = 'house/cat'\n"
            + "@hookimpl\ndef artlint_rules(): return [R]\n",
            "expected @dataclass(frozen=True)",
            id="rule that can change",
        ),
        pytest.param(IMPORTS + "@hookimpl\ndef artlint_rules(): return 7\n", "returned int", id="not iterable"),
        pytest.param(IMPORTS + "@hookimpl\ndef artlint_rules(): return [7]\n", "not a subclass", id="not a rule"),
        pytest.param(IMPORTS + "@hookimpl\ndef artlint_rules(): raise KeyError('x')\n", "KeyError", id="hook raises"),
        pytest.param(
            IMPORTS
            + "@dataclass(frozen=True)\nclass R(Rule):\n    id: ClassVar[str] = 'House'\n"
            + "@hookimpl\ndef artlint_rules(): return [R]\n",
            'has the id "House"; expected family/fault',
            id="rule id without family",
        ),
        pytest.param(
            IMPORTS
            + "@dataclass(frozen=True)\nclass R(Rule):\n    id: ClassVar[str] = 'title/missing'\n"
            + "@hookimpl\ndef artlint_rules(): return [R]\n",
            "both bring the rule title/missing",
            id="rule id that another has",
        ),
    ],
)
def test_a_broken_plugin_is_named(artlint: Run, tmp_path: Path, source: str, said: str) -> None:
    article(tmp_path)
    site = install(tmp_path, "broken", source)
    done = artlint("a.txt", PYTHONPATH=site)
    assert said in done.stderr
    assert 'plugin "broken" (broken 1.2)' in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.returncode == 2


def test_a_missing_plugin_file(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    done = artlint("--plugin", "gone.py", "a.txt")
    assert 'plugin "gone"' in done.stderr
    assert done.returncode == 2


def test_a_rule_that_raises_costs_its_article_alone(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "b.txt").write_text("no title here, only a sentence that goes on and ends.\n")
    (tmp_path / "house.py").write_text(WORKING.replace("at = ", "at = 1 / article.path.count('b') * "))
    done = artlint("--plugin", "house.py", "a.txt", "b.txt")
    assert "a.txt: failure house/cat failed: ZeroDivisionError" in done.stdout
    assert "[title/missing]" in done.stdout
    assert done.returncode == 2


def test_a_configuration_cannot_load_code(artlint: Run, tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "house.py").write_text(WORKING)
    (tmp_path / ".artlint.yaml").write_text("plugins: [house.py]\n")
    done = artlint("a.txt")
    assert "--plugin" in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize("name", ["artlint.own_rules", *sorted(path.name for path in PLUGINS.glob("artlint_*"))])
def test_our_own_plugins_pass_the_checks_that_others_go_through(name: str) -> None:
    module = import_module(name)
    manager = pluggy.PluginManager("artlint")
    for hook in hookspecs.HOOKS:
        pluggy.HookspecMarker("artlint")(getattr(hookspecs, hook))
    manager.add_hookspecs(hookspecs)
    manager.register(module)
    manager.check_pending()
    hooks = {caller.name for caller in manager.get_hookcallers(module) or ()}
    assert hooks
    assert hooks == {hook for hook in hookspecs.HOOKS if hasattr(module, hook)}
