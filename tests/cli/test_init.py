"""`artlint init`: the generator that is found, limits from the articles, a configuration that can be read."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from artlint.cli.init import command
from artlint.generators import sites_of
from artlint.run import Request, open_project


def project(folder: Path, *names: str) -> Path:
    """`folder` with empty files and, for names that end in "/", folders."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(exist_ok=True) if name.endswith("/") else path.touch()
    return folder


@pytest.mark.parametrize(
    ("names", "found"),
    [
        pytest.param(["_config.yml", "_posts/"], ["Jekyll"], id="Jekyll"),
        pytest.param(["_config.yml", "source/_posts/"], ["Hexo", "Jekyll"], id="Hexo before Jekyll"),
        pytest.param(["_config.yml", "_toc.yml"], ["Jupyter Book", "Jekyll"], id="Jupyter Book before Jekyll"),
        pytest.param(["hugo.toml"], ["Hugo"], id="Hugo"),
        pytest.param(["config.toml", "content/", "archetypes/"], ["Hugo"], id="Hugo of old"),
        pytest.param(["config.toml", "content/", "templates/"], ["Zola"], id="Zola"),
        pytest.param(["config.toml"], [], id="somebody's config.toml"),
        pytest.param(["conf.py", "index.rst"], ["Sphinx"], id="Sphinx"),
        pytest.param(["docs/source/conf.py"], ["Sphinx in docs/"], id="Sphinx below docs/"),
        pytest.param(["conf.py", "posts/", "pages/"], ["Nikola", "Sphinx"], id="Nikola before Sphinx"),
        pytest.param(["mkdocs.yml"], ["MkDocs"], id="MkDocs"),
        pytest.param(["book.toml"], ["mdBook"], id="mdBook"),
        pytest.param(["docs/.vitepress/"], ["VitePress in docs/"], id="VitePress"),
        pytest.param(["website/docusaurus.config.ts"], ["Docusaurus in website/"], id="Docusaurus"),
        pytest.param(["astro.config.mjs"], ["Astro"], id="Astro"),
        pytest.param(["astro.config.mjs", "src/content/docs/"], ["Starlight", "Astro"], id="Starlight before Astro"),
        pytest.param([".eleventy.js"], ["Eleventy"], id="Eleventy"),
        pytest.param(["gatsby-config.js"], ["Gatsby"], id="Gatsby"),
        pytest.param(["pelicanconf.py"], ["Pelican"], id="Pelican"),
        pytest.param(["antora.yml"], ["Antora"], id="Antora"),
        pytest.param(["a.md"], [], id="none"),
    ],
)
def test_generators(tmp_path: Path, names: list[str], found: list[str]) -> None:
    sites = list(sites_of(project(tmp_path, *names)))
    assert [f"{site.generator.name} in {site.folder}".removesuffix(" in ") for site in sites] == found


def written(folder: Path) -> str:
    """The configuration that `artlint init` writes there."""
    result = CliRunner().invoke(command, [str(folder), "--quiet"])
    assert result.exit_code == 0, result.output
    return (folder / ".artlint.yaml").read_text(encoding="utf-8")


def test_what_is_written_is_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project(tmp_path, "website/docusaurus.config.ts"))
    for number in range(30):
        text = f"# The ferry {'runs and ' * 10}stops {number}\n\nIt is {'cold and ' * number}dark.\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    text = written(tmp_path)
    assert "extends: preset:docs  # Docusaurus in website/\nexclude: [website/build/]" in text
    assert "\n  length/title: {max: 110}  # 0 of 30 are longer; by default 70\n" in text
    assert re.search(r"\n#   length/section: \{max: \d+\}  # \d of 30 are longer; off by default\n", text)
    config = open_project(Request(paths=(Path(),))).config
    assert config.file
    uncommented = text.replace("\n#   length", "\n  length")
    (tmp_path / ".artlint.yaml").write_text(uncommented, encoding="utf-8")
    assert open_project(Request(paths=(Path(),))).config


def test_a_configuration_that_is_there_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".artlint.yaml").write_text("rules: {length: off}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command, ["."])
    assert result.exit_code != 0
    assert (tmp_path / ".artlint.yaml").read_text(encoding="utf-8") == "rules: {length: off}\n"


def test_a_collection_without_a_generator_or_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "# extends: preset:news" in written(tmp_path)
    assert open_project(Request(paths=(Path(),))).config.file
