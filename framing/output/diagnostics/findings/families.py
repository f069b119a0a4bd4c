"""The family of a rule as formats name it."""

from framing.diagnostic import FAMILIES, RuleCard

__all__ = ["family_name"]


def family_name(card: RuleCard) -> str:
    """Return the family that the code's first letter tells, ``other`` for codes of packs and of the run itself."""
    return FAMILIES.get(card.code[:1], "other")
