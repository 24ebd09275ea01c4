"""First-party plugin: blocks that stand more than once, in one article or in many."""

from collections.abc import Iterable, Mapping

from artlint import Rule, hookimpl
from artlint_boilerplate.corpus_limits import CorpusLimit
from artlint_boilerplate.drifted import DriftedBlock
from artlint_boilerplate.duplicates import DuplicateArticle
from artlint_boilerplate.known_phrases import KnownPhrase
from artlint_boilerplate.near_duplicates import NearDuplicateArticle
from artlint_boilerplate.near_repeated import NearRepeatedBlock
from artlint_boilerplate.repeated import RepeatedBlock
from artlint_boilerplate.repetition import RepetitionRatio
from artlint_boilerplate.sentences import RepeatedSentence
from artlint_boilerplate.shared import SharedBlock
from artlint_boilerplate.stuttered import StutteredBlock


@hookimpl
def artlint_rules() -> Iterable[type[Rule]]:
    return (
        RepeatedBlock,
        StutteredBlock,
        RepeatedSentence,
        NearRepeatedBlock,
        SharedBlock,
        DriftedBlock,
        DuplicateArticle,
        NearDuplicateArticle,
        KnownPhrase,
        RepetitionRatio,
        CorpusLimit,
    )


@hookimpl
def artlint_commands() -> Mapping[str, object]:
    from artlint_boilerplate.command import boilerplate  # loads difflib's users and click

    return {"boilerplate": boilerplate}
