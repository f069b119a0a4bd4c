"""W108: a word on the user's own list."""

from collections.abc import Iterator

from framing.checking.fixes import replacement
from framing.checking.terms import is_shipped
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    article = view.report.analysis.article
    for term in view.report.analysis.loaded_terms:
        if term.origin == "lexicon" and not is_shipped(term) and term.voice != "quoted":
            text = article.slice(term.span)
            yield Found(
                term.span.start,
                term.span.end,
                f"'{' '.join(text.split())}' is on your list ({term.entry}).",
                1.0,
                text,
                reason=term.reason,
                alternatives=term.alternatives,
                references=term.references,
                fix=replacement(article, term),
            )


RULE = Rule(
    card=RuleCard(
        code="W108",
        name="house-style",
        summary="A word on your own list.",
        what="Finds the entries of the lexicon files that your settings name, outside of quotation marks.",
        why="A newsroom's style guide knows words that no general list can.",
        evidence="Your own style guide.",
        known_problems="It finds what your list says; guards in the list keep it from finding too much.",
        example="With an entry for 'fat cat', 'The fat cats left early' is found.",
        parts=("headline", "own voice", "reported speech", "caption"),
    ),
    needs=frozenset({}),
    find=_find,
)
