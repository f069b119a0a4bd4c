"""W107: a word held at a distance by quotation marks."""

from collections.abc import Iterator

from framing.article import Voice
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    article = view.report.analysis.article
    for quotation in article.quotations:
        if quotation.kind != "scare" or article.voices.codes[quotation.start] != Voice.SCARE:
            continue
        text = article.text[quotation.start : quotation.end]
        yield Found(
            quotation.start,
            quotation.end,
            f"{' '.join(text.split())}: quotation marks that quote nobody.",
            0.8,
            text,
            reason="Say who uses the word, or in words what is doubtful about it.",
        )


RULE = Rule(
    card=RuleCard(
        code="W107",
        name="scare-quotes",
        summary="Quotation marks that hold a word at a distance instead of quoting somebody.",
        what=(
            "Finds words in quotation marks in the outlet's own voice that are nobody's: no speaker, no term "
            "explained, no title."
        ),
        why="The marks say “so-called” without saying why, and leave the reader to guess who doubts.",
        evidence="guardianstyle, apstylebook2022: no quotation marks for emphasis or doubt.",
        known_problems=(
            "Marks around a term that is being named look the same. 41 of 50 were right in a sample of the news set."
        ),
        example="'The “experts” had no answer' is found; '“No answer”, the experts said' is not.",
        parts=("own voice",),
        level="note",
        default=False,
        precision=0.82,
        judged=50,
    ),
    needs=frozenset({}),
    find=_find,
)
