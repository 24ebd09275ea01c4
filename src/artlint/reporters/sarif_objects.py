"""The objects of SARIF 2.1.0 that the SARIF report uses, named as the standard names them."""

from typing import NotRequired, TypedDict


class Message(TypedDict):
    """Section 3.11; `markdown` only beside `text`."""

    text: str
    markdown: NotRequired[str]


class ArtifactLocation(TypedDict):
    """Section 3.4."""

    uri: str
    uriBaseId: str


class ArtifactContent(TypedDict):
    """Section 3.3."""

    text: str


class Region(TypedDict):
    """Section 3.30; the end column is the first one after the region, without it the line's end."""

    startLine: int
    startColumn: int
    endLine: int
    endColumn: NotRequired[int]
    snippet: NotRequired[ArtifactContent]


class PhysicalLocation(TypedDict):
    """Section 3.29."""

    artifactLocation: ArtifactLocation
    region: NotRequired[Region]


class Location(TypedDict):
    """Section 3.28; related ones have an id, to which messages link."""

    id: NotRequired[int]
    message: NotRequired[Message]
    physicalLocation: PhysicalLocation


class Replacement(TypedDict):
    """Section 3.57."""

    deletedRegion: Region
    insertedContent: ArtifactContent


class ArtifactChange(TypedDict):
    """Section 3.56."""

    artifactLocation: ArtifactLocation
    replacements: list[Replacement]


class Fix(TypedDict):
    """Section 3.55."""

    description: Message
    artifactChanges: list[ArtifactChange]


class Result(TypedDict):
    """Section 3.27."""

    ruleId: str
    ruleIndex: NotRequired[int]
    level: str
    message: Message
    locations: list[Location]
    relatedLocations: NotRequired[list[Location]]
    fixes: NotRequired[list[Fix]]
    partialFingerprints: dict[str, str]


class Configuration(TypedDict):
    """Section 3.50."""

    level: str


RuleProperties = TypedDict(
    "RuleProperties",
    {"tags": list[str], "precision": str, "problem.severity": str},
)


class ReportingDescriptor(TypedDict):
    """Section 3.49: a rule."""

    id: str
    name: str
    shortDescription: Message
    fullDescription: Message
    help: Message
    defaultConfiguration: Configuration
    properties: RuleProperties


class Notification(TypedDict):
    """Section 3.58."""

    level: str
    message: Message
    locations: NotRequired[list[Location]]


class Invocation(TypedDict):
    """Section 3.20."""

    executionSuccessful: bool
    toolExecutionNotifications: list[Notification]
