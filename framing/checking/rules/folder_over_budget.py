"""C501: a folder's average over its budget."""

from collections.abc import Iterator

from framing.checking.averages import average, most_words_over
from framing.checking.budgets import budgets_of
from framing.checking.view import CorpusFound, CorpusRule, CorpusView
from framing.diagnostic import RuleCard
from framing.rule_case import CaseArticle, FolderCase

__all__ = ["RULE"]


def _find(view: CorpusView) -> Iterator[CorpusFound]:
    least = int(view.options["least-articles"])
    for folder, limits in sorted(view.folders.items()):
        inside = [file for file in view.files if f"/{file.path}".find(f"/{folder.strip('/')}/") >= 0]
        for budget in budgets_of(limits, f"folders.{folder}"):
            counted = [file for file in inside if budget.measure in file.measures]
            value = average(counted, budget.measure)
            if len(counted) < least or not budget.missed(value):
                continue
            measure = budget.measure.replace("_", " ")
            end = "at most" if budget.upper else "at least"
            yield CorpusFound(
                path=most_words_over(counted, budget.measure, upper=budget.upper).path,
                message=f"{folder}: {measure} {value:.3g} over {len(counted)} articles; {end} {budget.limit:g} is set.",
                text=f"{folder} {budget.name}",
                reason="The average of the articles, weighted by their words; this one moves it most.",
            )


def _articles(*rates: float, folder: str = "politics") -> tuple[CaseArticle, ...]:
    return tuple(
        CaseArticle(f"{folder}/{number}.md", 100, "loaded_terms_own", rate) for number, rate in enumerate(rates)
    )


_AT_MOST_4 = {"politics": {"max-loaded-per-1000": 4}}

RULE = CorpusRule(
    card=RuleCard(
        code="C501",
        name="folder-over-budget",
        summary="The average of a desk or folder is over its budget.",
        what=(
            "Compares the average of a measure over a folder's articles, weighted by their words, with the limits that "
            "the setting 'folders' gives the folder."
        ),
        why="One article may have its reasons; a desk that is over its budget month after month has a habit.",
        evidence="The limits are your own; a report's percentiles say where news usually lies.",
        known_problems=(
            "It sees the files of one run: with a hook that is given changed files only, a folder is not seen whole."
        ),
        finds=(
            FolderCase(_articles(6, 6, 6, 6, 6), ("politics max-loaded-per-1000",), folders=_AT_MOST_4),
            FolderCase(
                (*_articles(3, 3, 3, 3), CaseArticle("politics/4.md", 900, "loaded_terms_own", 5.0)),
                ("politics max-loaded-per-1000",),
                folders=_AT_MOST_4,
            ),
            FolderCase(
                _articles(1, 1),
                ("politics min-loaded-per-1000",),
                folders={"politics": {"min-loaded-per-1000": 2}},
                options={"least-articles": 2},
            ),
        ),
        leaves=(
            FolderCase(_articles(6, 6, 6, 1, 1), folders=_AT_MOST_4),
            FolderCase(_articles(6, 6, 6, 6), folders=_AT_MOST_4),
            FolderCase(_articles(6, 6, 6, 6, 6, folder="sports"), folders=_AT_MOST_4),
            FolderCase(_articles(4, 4, 4, 4, 4), folders=_AT_MOST_4),
        ),
        options={"least-articles": 5},
    ),
    needs=frozenset({"attributions", "sentences", "frames", "measures"}),
    setting="folders",
    find=_find,
)
