"""The rows of the table of entities."""

from dataclasses import dataclass, field
from typing import NamedTuple

from framing.entities.cluster import Cluster
from framing.entities.mentions import Mention
from framing.entities.name_words import UNIONS_OF_STATES
from framing.entities.names import Name
from framing.entities.roles import Role
from framing.spans import Span

__all__ = ["Credited", "Row", "row_of_cluster"]


class Credited(NamedTuple):
    """One whom a source mention credits: the number of the row, and the words of the mention that name this one."""

    row: int
    span: Span


@dataclass(slots=True)
class Row:
    """One entity of the article, with all that is gathered about it.

    Attributes:
        kind: ``person``, ``body``, ``single``, ``place``, ``description``, ``pronoun`` or ``several`` (joined names).
        name: The fullest form.
        names: Where it is named.
        roles: Titles and appositions beside its names.
        phrases: Source mentions that describe it.
        sources: All its source mentions.
        plural: Whether it stands for several.
        members: The rows of joined names.
    """

    kind: str
    name: str
    names: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    phrases: list[Mention] = field(default_factory=list)
    sources: list[Mention] = field(default_factory=list)
    plural: bool = False
    members: tuple[int, ...] = ()


def row_of_cluster(cluster: Cluster) -> Row:
    """Return the row of a cluster, before roles and source mentions are known."""
    kind = "place" if cluster.name.lower() in UNIONS_OF_STATES else cluster.kind
    return Row(kind, cluster.name, list(cluster.names))
