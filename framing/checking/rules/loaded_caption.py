"""W103: a loaded term in a caption."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


_CATEGORIES = frozenset(
    {"group_label", "dysphemism", "emotive", "partisan_coinage", "sensational", "dehumanising_metaphor"}
)


def _find(view: View) -> Iterator[Found]:
    yield from found_terms(view, _CATEGORIES, {"caption"}, "in a caption")


RULE = Rule(
    card=RuleCard(
        code="W103",
        name="loaded-caption",
        summary="A word that judges, in a picture's caption.",
        what="Finds loaded terms in captions, that nobody is credited with.",
        why="A caption says what a picture shows. Agencies send them neutral; judging words come in at the desk.",
        evidence="apillegal2013, reutershandbook2008: labels for people are avoided in captions as in text.",
        known_problems="Titles of works and names of groups in captions can hold the same words.",
        finds=(
            RuleCase(
                "<article><h1>Odden plans</h1><p>The council of Odden met on Tuesday to talk about the "
                "plan for the old harbour. Work begins in May.</p><figure><img src='a.png' "
                "alt=''><figcaption>Illegal immigrants wait at the border post of "
                "Odden.</figcaption></figure></article>",
                ("Illegal immigrants",),
            ),
            RuleCase(
                "<article><h1>Odden plans</h1><p>The council of Odden met on Tuesday to talk about the "
                "plan for the old harbour. Work begins in May.</p><figure><img src='a.png' "
                "alt=''><figcaption>The harbour of Odden after a terrifying "
                "night.</figcaption></figure></article>",
                ("terrifying",),
            ),
            RuleCase(
                "<article><h1>Odden plans</h1><p>The council of Odden met on Tuesday to talk about the "
                "plan for the old harbour. Work begins in May.</p><figure><img src='a.png' "
                "alt=''><figcaption>Thugs at the gate of the old harbour on "
                "Monday.</figcaption></figure></article>",
                ("Thugs",),
            ),
        ),
        leaves=(
            RuleCase(
                "<article><h1>Odden plans</h1><p>The council of Odden met on Tuesday to talk about the "
                "plan for the old harbour. Work begins in May.</p><figure><img src='a.png' "
                "alt=''><figcaption>Migrants wait at the border post of "
                "Odden.</figcaption></figure></article>"
            ),
            RuleCase(
                "<article><h1>Odden plans</h1><p>The council of Odden met on Tuesday to talk about the "
                "plan for the old harbour. Work begins in May.</p><figure><img src='a.png' "
                "alt=''><figcaption>“Thugs”, Ada Holm said of the men at the "
                "gate.</figcaption></figure></article>"
            ),
            RuleCase(
                "<article><h1>Odden plans</h1><p>It was a terrifying night for the town. Work begins in "
                "May, and the council met on Tuesday.</p><figure><img src='a.png' alt=''><figcaption>The "
                "harbour of Odden on Monday.</figcaption></figure></article>"
            ),
        ),
        parts=("caption",),
        confidence=0.6,
        default=False,
        options={"least-severity": 2},
    ),
    needs=frozenset({"terms"}),
    find=_find,
    terms=_CATEGORIES,
)
