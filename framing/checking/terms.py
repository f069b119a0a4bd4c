"""Findings from loaded terms: what the rules about words have in common."""

from collections.abc import Collection, Iterator
from functools import cache

from framing.checking.fixes import replacement
from framing.checking.view import Found, View
from framing.finding import LoadedTerm
from framing.lexicons.load import shipped_files

__all__ = ["found_terms", "is_shipped"]

_CONFIDENCE = {1: 0.5, 2: 0.7, 3: 0.9}
"""By severity: the lexicon's judgement of how sure a reader can be that the word judges."""


def found_terms(view: View, categories: Collection[str], blocks: Collection[str], where: str) -> Iterator[Found]:
    """Yield the loaded terms of some categories and blocks that are the outlet's own words.

    Whose words they are is what the report says: what somebody is credited with, in quotation marks or not, is theirs.

    Args:
        view: What the rule sees.
        categories: Categories of the lexicons.
        blocks: Kinds of blocks.
        where: How the message says where it stands, such as "in the headline".
    """
    least = int(view.options.get("least-severity", 1))
    for term in view.report.analysis.loaded_terms:
        in_place = term.category in categories and term.block in blocks
        own = term.voice == "own" and not term.scare
        if in_place and own and (term.severity or 1) >= least and is_shipped(term):
            yield _found(view, term, where)


def is_shipped(term: LoadedTerm) -> bool:
    """Return whether a term comes from the shipped lexicons, not from the user's own."""
    return term.entry.partition("/")[0] in _shipped()


@cache
def _shipped() -> frozenset[str]:
    return frozenset(path.stem for path in shipped_files())


def _found(view: View, term: LoadedTerm, where: str) -> Found:
    text = view.report.analysis.article.slice(term.span)
    name = term.category.replace("_", " ")
    return Found(
        start=term.span.start,
        end=term.span.end,
        message=f"'{' '.join(text.split())}' {where}: {name}.",
        confidence=_CONFIDENCE[term.severity or 1],
        text=text,
        reason=term.reason,
        alternatives=term.alternatives,
        references=term.references,
        fix=replacement(term),
    )
