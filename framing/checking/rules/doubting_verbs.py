"""S207: doubting verbs for one side, neutral ones for the other."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    rows = [row for row in view.report.stances if row.by == "party" and sum(row.cues.values()) >= 3]
    shares = [(row.cues.get("doubting", 0) / sum(row.cues.values()), row.name) for row in rows]
    if len(shares) >= 2:
        (least, trusted), (most, doubted) = min(shares), max(shares)
        if most - least >= float(view.options["least-difference"]):
            message = f"Verbs doubt {doubted} in {100 * most:.0f}% of its cues, {trusted} in {100 * least:.0f}%."
            yield view.whole(message, f"{doubted} / {trusted}", 0.6)


RULE = Rule(
    card=RuleCard(
        code="S207",
        name="doubting-verbs",
        summary="One party's words are doubted by the verb, the other's are not.",
        what="Compares how often cues doubt ('claims', 'insists') for each party that has at least three cues.",
        why="The verb tells readers whom to believe before they have read what was said.",
        evidence="thompson1991, caldas1994: reporting verbs evaluate what they introduce.",
        known_problems="Few cues make large shares; a claim that was in fact false deserves the verb.",
        finds=(
            RuleCase(
                "Senator Ada Holm (Democrat) claimed that the harbour was safe. Holm alleged that the "
                "money was there. She claimed that work would begin in May.\n\n"
                "Senator Ben Ryder (Republican) said that the harbour was old. Ryder said that the money "
                "was gone. He said that nobody had asked him.",
                ("Democratic Party (US) / Republican Party (US)",),
            ),
            RuleCase(
                "Senator Ada Holm (Democrat) said that the harbour was safe. Holm said that the money "
                "was there. She added that work would begin in May.\n\n"
                "Senator Ben Ryder (Republican) claimed that the harbour was old. Ryder alleged that the "
                "money was gone. He insisted that nobody had asked him.",
                ("Republican Party (US) / Democratic Party (US)",),
            ),
            RuleCase(
                "Senator Ada Holm (Democrat) claimed that the harbour was safe. Holm said that the money "
                "was there. She said that work would begin in May.\n\n"
                "Senator Ben Ryder (Republican) said that the harbour was old. Ryder said that the money "
                "was gone. He said that nobody had asked him.",
                ("Democratic Party (US) / Republican Party (US)",),
                options={"least-difference": 0.3},
            ),
        ),
        leaves=(
            RuleCase(
                "Senator Ada Holm (Democrat) said that the harbour was safe. Holm said that the money "
                "was there. She said that work would begin in May.\n\n"
                "Senator Ben Ryder (Republican) said that the harbour was old. Ryder said that the money "
                "was gone. He said that nobody had asked him."
            ),
            RuleCase(
                "Senator Ada Holm (Democrat) claimed that the harbour was safe. Holm claimed that the "
                "money was there. She claimed that work would begin in May.\n\n"
                "Senator Ben Ryder (Republican) claimed that the harbour was old. Ryder claimed that the "
                "money was gone. He claimed that nobody had asked him."
            ),
            RuleCase(
                "Senator Ada Holm (Democrat) claimed that the harbour was safe. Holm said that the money "
                "was there. She said that work would begin in May.\n\n"
                "Senator Ben Ryder (Republican) said that the harbour was old. Ryder said that the money "
                "was gone. He said that nobody had asked him."
            ),
            RuleCase(
                "Senator Ada Holm (Democrat) claimed that the harbour was safe. Senator Ben Ryder "
                "(Republican) said that the harbour was old."
            ),
        ),
        parts=("own voice",),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-difference": 0.5},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
