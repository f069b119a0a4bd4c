"""W103: a loaded term in a caption."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    categories = {"group_label", "dysphemism", "emotive", "partisan_coinage", "sensational", "dehumanising_metaphor"}
    yield from found_terms(view, categories, {"caption"}, "in a caption")


RULE = Rule(
    card=RuleCard(
        code="W103",
        name="loaded-caption",
        summary="A word that judges, in a picture's caption.",
        what="Finds loaded terms in captions, that nobody is credited with.",
        why="A caption says what a picture shows. Agencies send them neutral; judging words come in at the desk.",
        evidence="apillegal2013, reutershandbook2008: labels for people are avoided in captions as in text.",
        known_problems="Titles of works and names of groups in captions can hold the same words.",
        example="'Illegal immigrants wait at the border' is found; 'Migrants wait at the border' is not.",
        parts=("caption",),
        confidence=0.6,
        default=False,
        options={"least-severity": 2},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
