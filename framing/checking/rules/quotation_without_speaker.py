"""S208: a direct quotation with no speaker."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase
from framing.spans import merge

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    analysis = view.report.analysis
    article = analysis.article
    told = merge(span for a in analysis.attributions if a.source is not None for span in a.content)
    for quotation in article.quotations:
        text = article.text[quotation.start : quotation.end]
        if quotation.kind != "quotation" or len(text.split()) < int(view.options["least-words"]):
            continue
        after = bisect_right(told, quotation.start, key=attrgetter("end"))
        covered = after < len(told) and told[after].start < quotation.end
        if article.kind_at(quotation.start) == "body" and not covered:
            yield Found(
                quotation.start,
                quotation.end,
                f"No speaker found for this quotation of {len(text.split())} words.",
                0.6,
                text,
            )


RULE = Rule(
    card=RuleCard(
        code="S208",
        name="quotation-without-speaker",
        summary="A quotation of a sentence or more, and no speaker is found.",
        what=(
            "Finds quotations of eight words and more, neither titles nor scare quotes, that no attribution with "
            "a source covers."
        ),
        why="A reader must know who said it.",
        evidence="reutershandbook2008, apstylebook2022: every quotation has a speaker.",
        known_problems="Speakers named far before or after are missed by the tagger; so are song texts and slogans.",
        finds=(
            RuleCase(
                "The council met on Monday in the hall of Odden.\n\n"
                "“We shall never again sell a harbour to a stranger.”\n\n"
                "The hall was full.",
                ("We shall never again sell a harbour to a stranger.",),
            ),
            RuleCase(
                "The plan has nine pages. “Nobody is going to leave this town before the work is done.” "
                "The road is closed.",
                ("Nobody is going to leave this town before the work is done.",),
            ),
            RuleCase(
                "The plan has nine pages.\n\n“Nobody leaves this town.”\n\nThe road is closed.",
                ("Nobody leaves this town.",),
                options={"least-words": 4},
            ),
        ),
        leaves=(
            RuleCase("“We shall never again sell a harbour to a stranger,” Ada Holm said."),
            RuleCase("The plan has nine pages.\n\n“Nobody leaves this town.”\n\nThe road is closed."),
            RuleCase("The council met on Monday and closed the road to the old harbour."),
            RuleCase(
                "---\nkind: opinion\n---\n\n"
                "The plan has nine pages. “Nobody is going to leave this town before the work is done.” "
                "The road is closed."
            ),
        ),
        parts=("quotation",),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-words": 8},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
