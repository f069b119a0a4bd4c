"""W106: a word that makes more of a thing than it is."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    yield from found_terms(
        view, {"sensational"}, {"headline", "deck", "body", "subhead"}, "makes more of it than it is"
    )


RULE = Rule(
    card=RuleCard(
        code="W106",
        name="sensational-word",
        summary="A word that makes more of a thing than it is.",
        what="Finds sensational words ('slams', 'bombshell', 'jaw-dropping') that nobody is credited with.",
        why="It promises more than the facts hold, and readers trust the article less.",
        evidence="chakraborty2016, molek2013: the wording of clickbait and of sensational news.",
        known_problems="Sports and entertainment live on such words; set the rule off there by path.",
        example="'The bombshell report slams the agency' is found twice; 'The report criticises the agency' is not.",
        parts=("headline", "own voice"),
        kinds=("news", "press-release"),
        confidence=0.6,
        options={"least-severity": 2},
        precision=0.91,
        judged=98,
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
