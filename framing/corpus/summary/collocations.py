"""Which words stand beside a loaded term more often than chance would have it: what an archive uses the term of."""

from collections import Counter
from collections.abc import Mapping, Sequence

from framing.expressions import expression
from framing.packages import needed

__all__ = ["Context", "collocations"]

Context = tuple[str, int, int]
"""A sentence, and the term's start and end in it."""
_WORD = expression(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NEAR = 4
"""Words on either side of the term."""
_FEWEST = 5
"""Sentences of a term in which a word has to stand beside it."""
_LEAST = 10.83
"""Dunning's log-likelihood ratio that chance reaches once in a thousand words (chi-squared, one degree of freedom)."""
_MOST = 5
"""Words shown beside a term."""
_FUNCTION_WORDS = frozenset(
    "about after again against all also although among and any are because been before being between both but can "
    "could did does during each for from had has have her here him his how into its just like many may more most much "
    "must not now off only other our out over own said same says shall she should since some still such than that the "
    "their them then there these they this those through too under until upon very was were what when where whether "
    "which while who whom whose why will with within would yet you your".split()
)


def collocations(contexts: Mapping[str, Sequence[Context]]) -> dict[str, tuple[str, ...]]:
    """Return for each term the words that stand beside it, those that chance explains least first, at most five.

    The association is Dunning's log-likelihood ratio (1993), against all sentences of all the terms.

    Args:
        contexts: Sentences of each term.

    Raises:
        InstallError: If NLTK is not installed.
    """
    ratio = needed("nltk.metrics.association").BigramAssocMeasures.likelihood_ratio
    everywhere: Counter[str] = Counter()
    beside: dict[str, Counter[str]] = {}
    for term, sentences in contexts.items():
        near: Counter[str] = Counter()
        for text, start, end in sentences:
            before, behind = _words(text[:start]), _words(text[end:])
            everywhere.update([*before, *behind])
            near.update({*before[-_NEAR:], *behind[:_NEAR]})
        beside[term] = near
    total = sum(everywhere.values())
    by_term: dict[str, tuple[str, ...]] = {}
    for term, near in beside.items():
        inside = sum(near.values())
        scored = [
            (ratio(count, (inside, everywhere[word]), total), word)
            for word, count in near.items()
            if count >= _FEWEST and word not in _FUNCTION_WORDS and count * total > inside * everywhere[word]
        ]
        kept = sorted(
            ((score, word) for score, word in scored if score >= _LEAST), key=lambda pair: (-pair[0], pair[1])
        )
        by_term[term] = tuple(word for _, word in kept[:_MOST])
    return by_term


def _words(text: str) -> list[str]:
    """Return words of three letters and more, in small letters."""
    return [match.group().lower() for match in _WORD.finditer(text) if len(match.group()) > 2]
