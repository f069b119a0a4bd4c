"""W108: a word on the user's own list."""

from collections.abc import Iterator

from framing.checking.fixes import replacement
from framing.checking.terms import is_shipped
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

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
                fix=replacement(term),
            )


_LIST = """\
[lexicon]
id         = "house"
version    = "2026.1"
title      = "Words that we do not write"
construct  = "loaded"
language   = "en"
licence    = "CC0-1.0"
compiled   = "by the desk"
references = []
caveat     = "None."

[[group]]
category   = "dysphemism"
severity   = 1
pos        = "noun"
reason     = "Say what they own."
references = []
entries = [
  { pattern = "fat cat~", not_near = ["food"], hits = ["The fat cats left."], misses = ["The fat cat eats its food."] },
]
"""

RULE = Rule(
    card=RuleCard(
        code="W108",
        name="house-style",
        summary="A word on your own list.",
        what="Finds the entries of the lexicon files that your settings name, outside of quotation marks.",
        why="A newsroom's style guide knows words that no general list can.",
        evidence="Your own style guide.",
        known_problems="It finds what your list says; guards in the list keep it from finding too much.",
        finds=(
            RuleCase("The fat cats left the hall early.", ("fat cats",), lexicon=_LIST),
            RuleCase("# Fat cats leave Odden\n\nThe council met on Monday.", ("Fat cats",), lexicon=_LIST),
            RuleCase("Ada Holm said that a fat cat had bought the harbour.", ("fat cat",), lexicon=_LIST),
        ),
        leaves=(
            RuleCase("The owners left the hall early.", lexicon=_LIST),
            RuleCase("“Fat cats,” Ada Holm said.", lexicon=_LIST),
            RuleCase("The fat cat eats its food at the harbour.", lexicon=_LIST),
            RuleCase("The regime of thugs left the hall early.", lexicon=_LIST),
        ),
        parts=("headline", "own voice", "reported speech", "caption"),
    ),
    needs=frozenset({}),
    find=_find,
)
