"""The linter for collections of articles; what stands here is the public API of plugins."""

from artlint.article import Article, Block, Entry, Line, Link, Place, Places, Problem, Title
from artlint.errors import ArtlintError, ConfigError, PluginError, ReadError, UsageError
from artlint.facts import digest, digests
from artlint.finding import Edit, Finding, Fix, IfNew, Related, Severity
from artlint.hookspecs import Reader, Reporter, hookimpl
from artlint.report import Failure, Report
from artlint.rule import Collector, Fact, FactColumns, Facts, OutlineCollector, Proposal, Rule

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArtlintError",
    "Block",
    "Collector",
    "ConfigError",
    "Edit",
    "Entry",
    "Fact",
    "FactColumns",
    "Facts",
    "Failure",
    "Finding",
    "Fix",
    "IfNew",
    "Line",
    "Link",
    "OutlineCollector",
    "Place",
    "Places",
    "PluginError",
    "Problem",
    "Proposal",
    "ReadError",
    "Reader",
    "Related",
    "Report",
    "Reporter",
    "Rule",
    "Severity",
    "Title",
    "UsageError",
    "__version__",
    "digest",
    "digests",
    "hookimpl",
]
