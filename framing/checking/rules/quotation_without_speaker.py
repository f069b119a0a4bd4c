"""S208: a direct quotation with no speaker."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
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
        example="A paragraph that is only a quotation, after a paragraph about nobody, is found.",
        parts=("quotation",),
        kinds=("news",),
        level="note",
        default=False,
        options={"least-words": 8},
    ),
    needs=frozenset({"attributions"}),
    find=_find,
)
