"""The rules of the family, one module each."""

from artlint import Rule
from artlint_navigation.rules.ambiguous_target import AmbiguousTarget
from artlint_navigation.rules.asymmetric import Asymmetric
from artlint_navigation.rules.case_mismatch import CaseMismatch
from artlint_navigation.rules.conflicting import Conflicting
from artlint_navigation.rules.cycle import Cycle
from artlint_navigation.rules.inexact_target import InexactTarget
from artlint_navigation.rules.listed_twice import ListedTwice
from artlint_navigation.rules.missing_target import MissingTarget
from artlint_navigation.rules.no_target import NoTarget
from artlint_navigation.rules.one_sided import OneSided
from artlint_navigation.rules.orphan import Orphan
from artlint_navigation.rules.other_edition import OtherEdition
from artlint_navigation.rules.out_of_order import OutOfOrder
from artlint_navigation.rules.outside_project import OutsideProject
from artlint_navigation.rules.redirected_target import RedirectedTarget
from artlint_navigation.rules.self_reference import SelfReference
from artlint_navigation.rules.swapped import Swapped
from artlint_navigation.rules.title_drift import TitleDrift
from artlint_navigation.rules.unknown_key import UnknownKey
from artlint_navigation.rules.unpublished_target import UnpublishedTarget

RULES: tuple[type[Rule], ...] = (
    MissingTarget,
    NoTarget,
    SelfReference,
    CaseMismatch,
    Asymmetric,
    Conflicting,
    Swapped,
    Cycle,
    AmbiguousTarget,
    InexactTarget,
    TitleDrift,
    OtherEdition,
    UnpublishedTarget,
    RedirectedTarget,
    OneSided,
    OutOfOrder,
    Orphan,
    ListedTwice,
    UnknownKey,
    OutsideProject,
)
