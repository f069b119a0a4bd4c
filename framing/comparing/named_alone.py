"""Persons whom one account alone names, from each account's table of entities.

Bodies are left out: in accounts of 20 events two in five of such names were pieces of longer ones ("House Democrat").
"""

from collections.abc import Sequence

from framing.aligned import NamedAlone
from framing.comparing.sources import same_name
from framing.entity import Entity
from framing.expressions import expression
from framing.finding import Analysis

__all__ = ["named_alone"]

_NAMED = "named_person"
_LEAST = 2
"""Mentions of somebody who has a part in an account."""
_AFTER_NAMES = expression(r",? (?:Jr|Sr|II|III|IV)\.?$")


def named_alone(analyses: Sequence[Analysis]) -> tuple[NamedAlone, ...]:
    """Return the persons of whom no other account has the name: by articles, most often named first.

    Args:
        analyses: One for each article.
    """
    texts = [_plain(analysis.article.text) for analysis in analyses]
    named = [
        NamedAlone(number, entity.name, len(entity.mentions), *entity.mentions[0])
        for number, analysis in enumerate(analyses)
        for entity in analysis.entities
        if _has_a_part(entity, analysis)
        if not any(_names(texts[place], other, entity) for place, other in enumerate(analyses) if place != number)
    ]
    return tuple(sorted(named, key=lambda one: (one.article, -one.mentions, one.start)))


def _has_a_part(entity: Entity, analysis: Analysis) -> bool:
    """Return whether an entity is surely a person: with two names, and spoken of otherwise too ("Holm", "she")."""
    if entity.kind != "person" or entity.identity != _NAMED or " " not in entity.name:
        return False
    otherwise = any(entity.name not in analysis.article.text[start:end] for start, end in entity.mentions)
    return otherwise and len(entity.mentions) >= _LEAST


def _names(text: str, analysis: Analysis, entity: Entity) -> bool:
    """Return whether an account has a person's last name anywhere, or names the same person otherwise."""
    name = _AFTER_NAMES.sub("", entity.name)
    return _plain(name.split()[-1]) in text or any(
        same_name((name, entity.identity), (other.name, other.identity)) for other in analysis.entities
    )


def _plain(name: str) -> str:
    return name.replace(".", "").casefold()
