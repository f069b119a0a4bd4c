"""Three to five plain sentences that follow from a report's measures: a module a sentence."""

from framing.report import Report
from framing.statement import Statement
from framing.summing_up.framed import framed
from framing.summing_up.judging_words import judging_words
from framing.summing_up.not_heard import not_heard
from framing.summing_up.stands_out import stands_out
from framing.summing_up.who_speaks import who_speaks

__all__ = ["sum_up"]


def sum_up(report: Report) -> tuple[Statement, ...]:
    """Return what is to be said of an article, in the order of ``STATEMENTS``; nothing where nothing was measured.

    Each sentence is said only where the interval of its figure allows it. None says that an article "is biased".
    """
    if not report.measures:
        return ()
    statements = (who_speaks(report), not_heard(report), framed(report), judging_words(report), stands_out(report))
    return tuple(statement for statement in statements if statement is not None)
