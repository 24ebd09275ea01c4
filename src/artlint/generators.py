"""Site generators, told by the files that they leave at the top of a project or of its folder for the site."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Generator(NamedTuple):
    """A site generator: what marks its projects, the preset that fits most of them, and folders it writes.

    Each mark is one path or several, parted by blanks, that stand together.
    """

    name: str
    marks: tuple[str, ...]
    preset: str
    written: tuple[str, ...] = ()


class Site(NamedTuple):
    """A generator's site in a project; `folder` is "" or ends in "/"."""

    generator: Generator
    folder: str

    @property
    def written(self) -> tuple[str, ...]:
        """The folders that the generator writes."""
        return tuple(f"{self.folder}{name}" for name in self.generator.written)


# Marks and output folders as each generator's own documentation names them. Where two share a mark, the one with
# more of its own stands first.
_GENERATORS = (
    Generator(
        "Docusaurus", ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"), "docs", ("build/",)
    ),
    Generator("VitePress", (".vitepress",), "docs", (".vitepress/dist/",)),
    Generator("VuePress", (".vuepress",), "docs", (".vuepress/dist/",)),
    Generator("MkDocs", ("mkdocs.yml", "mkdocs.yaml"), "docs", ("site/",)),
    Generator("Zensical", ("zensical.toml",), "docs", ("site/",)),
    Generator("mdBook", ("book.toml",), "docs", ("book/",)),
    Generator("Antora", ("antora.yml", "antora-playbook.yml"), "docs", ("build/site/",)),
    Generator(
        "Starlight", ("astro.config.mjs src/content/docs", "astro.config.ts src/content/docs"), "docs", ("dist/",)
    ),
    Generator("HonKit or GitBook", ("book.json SUMMARY.md", ".gitbook.yaml"), "docs", ("_book/",)),
    Generator("docsify", (".nojekyll _sidebar.md",), "docs"),
    Generator("Quarto", ("_quarto.yml",), "docs", ("_site/", "_book/")),
    Generator("Jupyter Book", ("_config.yml _toc.yml", "myst.yml"), "docs", ("_build/",)),
    Generator("Nikola", ("conf.py posts pages", "conf.py posts galleries"), "blog", ("output/", "cache/")),
    Generator("Sphinx", ("conf.py", "source/conf.py"), "docs", ("_build/", "build/")),
    Generator(
        "Hexo", ("_config.yml scaffolds", "_config.yml source/_posts", "_config.landscape.yml"), "blog", ("public/",)
    ),
    Generator("Jekyll", ("_config.yml", "_config.yaml", "_config.toml"), "blog", ("_site/",)),
    Generator(
        "Hugo",
        (
            "hugo.toml",
            "hugo.yaml",
            "hugo.json",
            "config/_default",
            "config.toml archetypes",
            "config.toml content layouts",
        )
        + ("config.yaml archetypes", "config.yaml content layouts"),
        "blog",
        ("public/",),
    ),
    Generator("Zola", ("config.toml content templates", "config.toml content sass"), "blog", ("public/",)),
    Generator(
        "Eleventy",
        tuple(f"{name}.{end}" for name in (".eleventy", "eleventy.config") for end in ("js", "mjs", "cjs")),
        "blog",
        ("_site/",),
    ),
    Generator("Pelican", ("pelicanconf.py",), "blog", ("output/",)),
    Generator("Gatsby", ("gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs"), "blog", ("public/",)),
    Generator("Astro", ("astro.config.mjs", "astro.config.ts", "astro.config.js"), "blog", ("dist/",)),
)
# Where projects that are more than a site keep it.
_FOLDERS = ("", "docs/", "doc/", "website/", "site/", "www/")


def sites_of(root: Path) -> Iterator[Site]:
    """The sites whose marks stand in the project, the one at its top first."""
    for folder in _FOLDERS:
        for generator in _GENERATORS:
            if any(_is_there(root / folder, mark) for mark in generator.marks):
                yield Site(generator, folder)


def _is_there(folder: Path, mark: str) -> bool:
    return all((folder / name).exists() for name in mark.split())
