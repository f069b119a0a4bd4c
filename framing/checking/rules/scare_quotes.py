"""W107: a word held at a distance by quotation marks."""

from collections.abc import Iterator

from framing.article import Voice
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

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
            "Finds up to three words in quotation marks in the outlet's own voice that are nobody's: no speaker, no "
            "title, no nickname."
        ),
        why="The marks say “so-called” without saying why, and leave the reader to guess who doubts.",
        evidence="guardianstyle, apstylebook2022: no quotation marks for emphasis or doubt.",
        known_problems=(
            "Marks around a term that is being named look the same. 41 of 50 were right in a sample of the news set."
        ),
        finds=(
            RuleCase("The “experts” of the ministry had no answer.", ("experts",)),
            RuleCase("Nobody in Odden has seen the so-called “reform” of the harbour.", ("reform",)),
            RuleCase("# Odden waits\n\nThe mayor's 'plan' has three pages and no date.", ("plan",)),
        ),
        leaves=(
            RuleCase("“We have no answer,” the experts of the ministry said."),
            RuleCase("The “Tarn Times” printed the plan on Monday."),
            RuleCase("The novel “Mud” is set at the harbour."),
            RuleCase("Ada Holm calls her neighbours “experts”."),
            RuleCase("The experts of the ministry had no answer."),
        ),
        parts=("own voice",),
        level="note",
        default=False,
        precision=0.82,
        judged=50,
    ),
    needs=frozenset({}),
    find=_find,
)
