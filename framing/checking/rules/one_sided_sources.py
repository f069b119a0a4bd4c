"""S202: one type of source, or one party, has nearly all the words."""

from collections import Counter
from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    sources = view.report.sources
    if len(sources) < int(view.options["least-sources"]):
        return
    for label, key in (("party", "party"), ("type of source", "type")):
        words: Counter[str] = Counter()
        for source in sources:
            if name := getattr(source, key):
                words[name] += source.words
        total, known = sum(source.words for source in sources), sum(words.values())
        share = words.most_common(1)[0][1] / total if words and total else 0.0
        if share >= float(view.options["least-share"]) and known:
            name = words.most_common(1)[0][0].replace("_", " ")
            message = f"One {label} has {100 * share:.0f}% of the credited words: {name}."
            yield view.whole(message, f"{key}: {name}", 0.6)


RULE = Rule(
    card=RuleCard(
        code="S202",
        name="one-sided-sources",
        summary="One party, or one type of source, has nearly all credited words.",
        what="Adds the words credited to each party, and to each type of source, where at least three sources speak.",
        why="Who speaks defines the matter. The others’ view is missing, or told in the words of their opponents.",
        evidence="bennett1990: news follows the range of official views; herfindahl1950 for the share of the largest.",
        known_problems=(
            "Parties count only where the text names them. A report on a party's congress is one-sided by nature."
        ),
        finds=(
            RuleCase(
                "Senator Ada Holm (Labour) said that the harbour needed two cranes and a chapel. Senator "
                "Ben Ryder (Labour) said that the money was there. Carla Venn (Labour), a senator, said "
                "that work would begin in May.",
                (
                    "party: Labour Party (UK)",
                    "type: politician",
                ),
            ),
            RuleCase(
                "Police chief Ada Holm said that two men were arrested at the harbour on Monday. Police "
                "officer Ben Ryder said that the men were known. Police spokeswoman Carla Venn said that "
                "a third was sought.",
                ("type: law enforcement",),
            ),
            RuleCase(
                "# Odden plans\n\n"
                "Minister Ada Holm said that the harbour would be dredged. Governor Ben Ryder said that "
                "the money was there. Mayor Carla Venn said that work would begin in May.",
                ("type: government",),
            ),
        ),
        leaves=(
            RuleCase(
                "Senator Ada Holm (Labour) said that the harbour needed two cranes and a chapel. Senator "
                "Ben Ryder (Conservative) said that the money was not there and never had been. The "
                "resident Carla Venn said that nobody had asked her or her neighbours."
            ),
            RuleCase(
                "Police chief Ada Holm said that two men were arrested at the harbour. Police officer "
                "Ben Ryder said that the men were known."
            ),
            RuleCase(
                "Police chief Ada Holm said that two men were arrested at the harbour. The baker Ben "
                "Ryder, a neighbour, said that he had seen nothing at all on that night. Professor Carla "
                "Venn said that such thefts were rare in Norland."
            ),
            RuleCase(
                "---\nkind: opinion\n---\n\n"
                "Police chief Ada Holm said that two men were arrested at the harbour on Monday. Police "
                "officer Ben Ryder said that the men were known. Police spokeswoman Carla Venn said that "
                "a third was sought."
            ),
        ),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-sources": 3, "least-share": 0.9},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
