"""W102: a loaded term in a headline."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


_CATEGORIES = frozenset({"group_label", "dysphemism", "emotive", "partisan_coinage", "sensational"})


def _find(view: View) -> Iterator[Found]:
    yield from found_terms(view, _CATEGORIES, {"headline", "subhead"}, "in a headline")


RULE = Rule(
    card=RuleCard(
        code="W102",
        name="loaded-headline",
        summary="A word that judges, in a headline or subhead.",
        what="Finds loaded terms of any category in headline and subheads, that nobody is credited with.",
        why="More people read the headline than the article, and it steers how they understand what follows.",
        evidence=(
            "chakraborty2016: headlines are worded to pull readers in; apstylebook2022 holds them to the standard"
            " of the text."
        ),
        known_problems="Headlines are short: a word that is plain in the body's context can stand alone there.",
        finds=(
            RuleCase(
                "# Terrifying night at the harbour of Odden\n\nTwo boats sank on Monday, and nobody was hurt.",
                ("Terrifying",),
            ),
            RuleCase("# Regime rams harbour bill through\n\nThe council of Odden voted on Monday.", ("Regime",)),
            RuleCase(
                "# Odden votes\n\n"
                "The council voted on Monday.\n\n"
                "## Heinous plan for the harbour\n\n"
                "Work begins in May.",
                ("Heinous",),
            ),
        ),
        leaves=(
            RuleCase("# Two boats sink at the harbour of Odden\n\nIt was a terrifying night for the town."),
            RuleCase("# Holm: “A regime of thugs”\n\nThe council of Odden voted on Monday."),
            RuleCase("# Minister criticises the government\n\nThe council of Odden voted on Monday."),
            RuleCase(
                "---\nkind: opinion\n---\n\n# Terrifying night at the harbour of Odden\n\nTwo boats sank on Monday."
            ),
        ),
        parts=("headline",),
        kinds=("news", "press-release"),
        confidence=0.6,
        options={"least-severity": 2},
        precision=0.9,
        judged=50,
    ),
    needs=frozenset({"terms"}),
    find=_find,
    terms=_CATEGORIES,
)
