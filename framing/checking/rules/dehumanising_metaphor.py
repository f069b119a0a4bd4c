"""W104: people as water, animals, disease, an army or waste."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


_CATEGORIES = frozenset({"dehumanising_metaphor"})


def _find(view: View) -> Iterator[Found]:
    blocks = {"headline", "deck", "body", "subhead", "caption"}
    yield from found_terms(view, _CATEGORIES, blocks, "speaks of people as things")


RULE = Rule(
    card=RuleCard(
        code="W104",
        name="dehumanising-metaphor",
        summary="People spoken of as water, animals, disease, an army or waste.",
        what=(
            "Finds metaphors for people from the lexicon of dehumanising metaphors that nobody is credited with, "
            "anywhere in the text."
        ),
        why="A flood is fought, a swarm is destroyed: such metaphors take away that people act and suffer.",
        evidence="santaana2002, musolff2015: water, vermin and disease metaphors of migrants in the press.",
        known_problems=(
            "Real floods and animals: entries are guarded by the words beside them, which does not always suffice."
        ),
        finds=(
            RuleCase("A flood of migrants reached the town on Monday.", ("flood of migrants",)),
            RuleCase(
                "# Odden counts\n\nThe mayor spoke in the hall. The town was swamped by refugees in May.",
                ("swamped by refugees",),
            ),
            RuleCase(
                "# Tsunami of migrants reaches Odden\n\nForty people arrived at the harbour on Monday.",
                ("Tsunami of migrants",),
            ),
            RuleCase(
                "<article><h1>Odden counts</h1><p>The mayor of Odden spoke in the town hall on Monday "
                "about the harbour.</p><figure><img src='a.png' alt=''><figcaption>A swarm of migrants at "
                "the harbour.</figcaption></figure></article>",
                ("swarm of migrants",),
            ),
        ),
        leaves=(
            RuleCase("A flood reached the camp of the migrants on Monday."),
            RuleCase("Ada Holm said that a tsunami of migrants had reached the town."),
            RuleCase("“A tsunami of migrants” is coming, Ada Holm said."),
            RuleCase("Forty migrants reached the town on Monday."),
        ),
        parts=("headline", "own voice"),
        confidence=0.5,
        precision=0.81,
        judged=42,
    ),
    needs=frozenset({"terms"}),
    find=_find,
    terms=_CATEGORIES,
)
