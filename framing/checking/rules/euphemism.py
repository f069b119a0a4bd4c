"""W105: a softer word than the thing."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


_CATEGORIES = frozenset({"euphemism"})


def _find(view: View) -> Iterator[Found]:
    yield from found_terms(view, _CATEGORIES, {"headline", "deck", "body", "subhead"}, "in the outlet's own words")


RULE = Rule(
    card=RuleCard(
        code="W105",
        name="euphemism",
        summary="A softer word than the thing, in the outlet's own words.",
        what="Finds euphemisms for force, loss, blame and status, that nobody is credited with.",
        why="A euphemism hides from the reader what happened, and often comes from the side that did it.",
        evidence="allanburridge2006, lutz1989: euphemism and doublespeak.",
        known_problems=(
            "Some euphemisms are terms of an office or a law ('downsizing', 'collateral damage') and are reported"
            " as such."
        ),
        finds=(
            RuleCase("The agents used enhanced interrogation on two prisoners.", ("enhanced interrogation",)),
            RuleCase(
                "# Odden counts\n\nThe mayor spoke in the hall. The raid ended with collateral damage in two streets.",
                ("collateral damage",),
            ),
            RuleCase("# Firm rightsizes its office\n\nThe firm in Odden has fifty clerks.", ("rightsizes",)),
        ),
        leaves=(
            RuleCase("The agents tortured two prisoners."),
            RuleCase("Ada Holm said that it was enhanced interrogation."),
            RuleCase("“Collateral damage”, the officer said, “is always possible.”"),
            RuleCase("The firm dismissed fifty clerks."),
        ),
        parts=("headline", "own voice"),
        level="note",
        confidence=0.6,
        default=False,
    ),
    needs=frozenset({"terms"}),
    find=_find,
    terms=_CATEGORIES,
)
