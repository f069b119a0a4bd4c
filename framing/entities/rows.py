"""A row of the table of entities while it is gathered."""

from dataclasses import dataclass, field

from framing.entities.mentions import Mention
from framing.entities.names import Name
from framing.entities.roles import Role

__all__ = ["Row"]


@dataclass(slots=True)
class Row:
    """An entity while it is gathered.

    Attributes:
        kind: ``person``, ``body``, ``single``, ``place``, ``description``, ``pronoun`` or ``several`` (joined names).
        name: The fullest form.
        names: Where it is named.
        roles: What the page says beside its names.
        phrases: Descriptions that stand for it as a source.
        sources: All of its mentions as a source.
        plural: Whether it is several.
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
