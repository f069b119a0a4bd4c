"""C502: a measure drifts away from the merge base."""

from collections.abc import Iterator

from framing.checking.averages import average, most_words_over
from framing.checking.budgets import measure_named
from framing.checking.view import CorpusFound, CorpusRule, CorpusView
from framing.diagnostic import RuleCard
from framing.rule_case import CaseArticle, FolderCase

__all__ = ["RULE"]

_WORDING = {"loaded_terms_own": "loaded terms", "subjective_words_own": "subjective words"}


def _find(view: CorpusView) -> Iterator[CorpusFound]:
    known = {file.path for file in view.before}
    for name in view.options["measures"]:
        measure = measure_named(name, "C502")
        then = [file for file in view.before if measure in file.measures]
        now = [file for file in view.files if file.path in known and measure in file.measures]
        before, after = average(then, measure), average(now, measure)
        if before is None or after is None or sum(file.words for file in now) < int(view.options["least-words"]):
            continue
        if after - before >= float(view.options["least-rise"]) and after >= float(view.options["least-ratio"]) * before:
            words = _WORDING.get(measure, measure.replace("_", " "))
            yield CorpusFound(
                path=most_words_over(now, measure, upper=True).path,
                message=f"This change raises {words} from {before:.1f} to {after:.1f} per 1,000 words.",
                text=f"drift {name}",
                reason=f"Counted in the {len(now)} changed articles that the merge base has too.",
            )


def _articles(**rates: float) -> tuple[CaseArticle, ...]:
    return tuple(CaseArticle(f"{name}.md", 100, "loaded_terms_own", rate) for name, rate in rates.items())


RULE = CorpusRule(
    card=RuleCard(
        code="C502",
        name="drift",
        summary="A change raises a measure against the merge base.",
        what="Measures the changed articles as they were at the merge base and as they are now, and compares.",
        why="Rewriting adds judgement a word at a time; no single word shows what the whole change does.",
        evidence="recasens2013: edits to an article add and take away subjective words.",
        known_problems="New articles have nothing to be compared with and are left out.",
        finds=(
            FolderCase(_articles(a=6.4, b=6.4), ("drift loaded-per-1000",), before=_articles(a=3.1, b=3.1)),
            FolderCase(_articles(a=9, b=1), ("drift loaded-per-1000",), before=_articles(a=1, b=1)),
            FolderCase(_articles(a=3), ("drift loaded-per-1000",), before=_articles(a=1), options={"least-words": 100}),
        ),
        leaves=(
            FolderCase(_articles(a=6.4, b=6.4), before=_articles(a=6, b=6)),
            FolderCase(_articles(a=3, b=3), before=_articles(a=1.1, b=1.1)),
            FolderCase(_articles(a=12.1, b=12.1), before=_articles(a=9, b=9)),
            FolderCase(_articles(a=6, b=6), before=_articles(a=9, b=9)),
            FolderCase(_articles(a=1, b=1, new=20), before=_articles(a=1, b=1)),
            FolderCase(_articles(a=9), before=_articles(a=1)),
        ),
        options={
            "measures": ("loaded-per-1000", "subjective-per-1000"),
            "least-rise": 2.0,
            "least-ratio": 1.5,
            "least-words": 150,
        },
    ),
    needs=frozenset({"attributions", "sentences", "frames", "measures"}),
    setting="diff-base",
    find=_find,
)
