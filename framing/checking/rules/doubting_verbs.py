"""S207: doubting verbs for one side, neutral ones for the other."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

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
        example="'The Left claims …, insists …, alleges …; the Right said …, said …, said …' is found.",
        parts=("own voice",),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-difference": 0.5},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
