"""Site generators, told by the files that they leave at a project's top."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Generator(NamedTuple):
    """A site generator: what marks its projects, the preset that fits most of them, and folders it writes."""

    name: str
    marks: tuple[str, ...]
    preset: str
    written: tuple[str, ...] = ()


# Marks and output folders as each generator's own documentation names them.
GENERATORS = (
    Generator("Docusaurus", ("docusaurus.config.js", "docusaurus.config.ts"), "docs", ("build/",)),
    Generator("VitePress", (".vitepress", "docs/.vitepress"), "docs", (".vitepress/dist/",)),
    Generator("MkDocs", ("mkdocs.yml", "mkdocs.yaml"), "docs", ("site/",)),
    Generator("mdBook", ("book.toml",), "docs", ("book/",)),
    Generator("Sphinx", ("conf.py", "docs/conf.py", "doc/conf.py", "docs/source/conf.py"), "docs", ("_build/",)),
    Generator("Quarto", ("_quarto.yml",), "docs", ("_site/", "_book/")),
    Generator("Zensical", ("zensical.toml",), "docs", ("site/",)),
    Generator("Jekyll", ("_config.yml", "_config.yaml", "_config.toml"), "blog", ("_site/",)),
    Generator("Hugo", ("hugo.toml", "hugo.yaml", "hugo.json", "config/_default"), "blog", ("public/",)),
    Generator("Eleventy", (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs"), "blog", ("_site/",)),
    Generator("Pelican", ("pelicanconf.py",), "blog", ("output/",)),
    Generator("Gatsby", ("gatsby-config.js", "gatsby-config.ts"), "blog", ("public/",)),
    Generator("Astro", ("astro.config.mjs", "astro.config.ts", "astro.config.js"), "blog", ("dist/",)),
    Generator("Hexo", ("_config.landscape.yml", "scaffolds"), "blog", ("public/",)),
)


def generators_of(root: Path) -> Iterator[Generator]:
    """The generators whose marks stand in the project, docs first."""
    for generator in GENERATORS:
        if any((root / mark).exists() for mark in generator.marks):
            yield generator
