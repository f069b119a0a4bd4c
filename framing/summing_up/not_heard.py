"""Who is not heard: people whom the article speaks about often, none of whom is credited with a word."""

from framing.report import Report
from framing.statement import Statement
from framing.summing_up.wording import number_word, quoted

__all__ = ["not_heard"]


def not_heard(report: Report) -> Statement | None:
    """Return the sentence on the group that is named most and never heard; ``None`` where there is no such group.

    It says what the page shows and no more: that nobody who is called so has a word. A quotation that is credited to
    nobody could be theirs, so that it stops the sentence.
    """
    groups = [group for group in report.unheard if group.reason == "affected"]
    if not groups or any(said.source is None and said.kind != "indirect" for said in report.analysis.speech):
        return None
    group = max(groups, key=lambda group_named: len(group_named.mentions))
    times = f"{number_word(len(group.mentions))} times"
    text = f"The article speaks of {quoted(group.name)} {times}, and nobody whom it calls so is quoted or reported."
    return Statement("not_heard", text, group.mentions)
