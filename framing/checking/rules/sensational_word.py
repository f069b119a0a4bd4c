"""W106: a word that makes more of a thing than it is."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


_CATEGORIES = frozenset({"sensational"})


def _find(view: View) -> Iterator[Found]:
    yield from found_terms(view, _CATEGORIES, {"headline", "deck", "body", "subhead"}, "makes more of it than it is")


RULE = Rule(
    card=RuleCard(
        code="W106",
        name="sensational-word",
        summary="A word that makes more of a thing than it is.",
        what="Finds sensational words ('slams', 'bombshell', 'jaw-dropping') that nobody is credited with.",
        why="It promises more than the facts hold, and readers trust the article less.",
        evidence="chakraborty2016, molek2013: the wording of clickbait and of sensational news.",
        known_problems="Sports and entertainment live on such words; set the rule off there by path.",
        finds=(
            RuleCase("The scandal-plagued agency gave no answer on Monday.", ("scandal-plagued",)),
            RuleCase("# Bombshell report on the harbour of Odden\n\nThe council met on Monday.", ("Bombshell report",)),
            RuleCase(
                "# Odden votes\n\nThe council met on Monday. The jaw-dropping sum surprised the town.",
                ("jaw-dropping",),
            ),
        ),
        leaves=(
            RuleCase("The report criticises the agency."),
            RuleCase("Ada Holm said that the report was a bombshell."),
            RuleCase("The bomb shell was found at the harbour and taken away."),
            RuleCase("---\nkind: opinion\n---\n\nThe scandal-plagued agency gave no answer on Monday."),
        ),
        parts=("headline", "own voice"),
        kinds=("news", "press-release"),
        confidence=0.6,
        options={"least-severity": 2},
        precision=0.87,
        judged=39,
    ),
    needs=frozenset({"terms"}),
    find=_find,
    terms=_CATEGORIES,
)
