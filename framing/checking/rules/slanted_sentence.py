"""B401: a sentence in own voice that reads as slanted."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


_LEAST_OWN = 0.8
"""Share of a sentence in own voice."""


def _find(view: View) -> Iterator[Found]:
    analysis = view.report.analysis
    article = analysis.article
    if not view.declared and analysis.genre is not None and analysis.genre.label == "opinion":
        return  # it reads as a column: only who says that it is a report is held to one
    for sentence, scores in zip(article.sentences, analysis.sentences, strict=True):
        if article.blocks[sentence.block].kind != "body" or scores.slant is None:
            continue
        if scores.slant >= float(view.options["least-probability"]) and analysis.own_share(sentence) >= _LEAST_OWN:
            text = article.text[sentence.start : sentence.end]
            message = f"Reads as slanted ({100 * scores.slant:.0f}%)."
            yield Found(sentence.start, sentence.end, message, scores.slant, text)


_PLAIN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old "
    "harbour. Work begins in May, and residents could comment on it until the end of June."
)
_SLANTED = "The shameless regime bullied its helpless critics again and again, as cowards do."

RULE = Rule(
    card=RuleCard(
        code="B401",
        name="slanted-sentence",
        summary="A sentence of a report, in the outlet's own words, that reads as slanted.",
        what=(
            "Finds body sentences that a reader of the article very likely calls slanted and that are mostly in own "
            "voice, in what is declared as news, or what the genre model takes for reporting."
        ),
        why="Readers call such sentences slanted; in a report they should be a speaker's.",
        evidence="spinde2021: sentences labelled by trained readers; the model's card has figures on whole articles.",
        known_problems=(
            "The article counts: in a slanted piece plainer sentences are found than in a plain one. A pointer, not a "
            "verdict. A report that reads as a column is left alone, unless its kind is declared."
        ),
        finds=(
            RuleCase(
                f"{_PLAIN} {_SLANTED}",
                ("The shameless regime bullied its helpless critics again and again, as cowards do.",),
            ),
            RuleCase(
                "# Odden plans\n\n"
                f"{_PLAIN} The corrupt mayor and his cronies lied to the hard-working people of Odden "
                "once more.",
                ("The corrupt mayor and his cronies lied to the hard-working people of Odden once more.",),
            ),
            RuleCase(
                f"{_PLAIN} The mayor foolishly refused to see what everybody in the town knew.",
                ("The mayor foolishly refused to see what everybody in the town knew.",),
                options={"least-probability": 0.5},
            ),
        ),
        leaves=(
            RuleCase(_PLAIN),
            RuleCase(f"{_PLAIN} “{_SLANTED}” Ada Holm said."),
            RuleCase(f"---\nkind: opinion\n---\n\n{_PLAIN} {_SLANTED}"),
            RuleCase(
                f"{_PLAIN} Ada Holm said that the shameless regime had bullied its helpless critics again "
                "and again, as cowards do."
            ),
        ),
        parts=("own voice",),
        kinds=("news",),
        default=True,
        options={"least-probability": 0.8},
        precision=0.82,
        judged=50,
    ),
    needs=frozenset({"slant", "genre"}),
    find=_find,
    least_own=_LEAST_OWN,
)
