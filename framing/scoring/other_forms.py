"""Hits of a lexicon of stance that are another form of the word: a name with a possessive, a verb with an object.

"Indeed's workers" is a firm of that name, and "frightening the buyers" says what somebody does to whom.
"""

from bisect import bisect_left

from framing.lexicons.match import Match, Words
from framing.lexicons.word_forms import is_plural

__all__ = ["is_other_form"]

_POSSESSIVE = ("'s", "’s")
_CONTRACTED = frozenset("that it he she there what who how where here".split())
"""Words whose 's is a verb: "shows that's true"."""
_OBJECTS = frozenset(
    "the a an this these those his her its their our my your him them us me you everyone everybody anyone someone "
    "other many several most thousands millions".split()
)
"""What stands behind a verb, and not behind an adjective before its noun or before a clause with "that"."""
_SAID_FIRST = frozenset("how it find finds found".split())
"""What stands before an adjective that is said before its subject: "it's shocking the way they did it"."""
_NEAR = 3
"""Words behind the hit among which its object's noun stands."""


def is_other_form(words: Words, match: Match) -> bool:
    """Return whether a hit is no adjective or adverb of stance where it stands.

    Args:
        words: The article's words.
        match: The hit.
    """
    first = bisect_left(words.numbers, bisect_left(words.tokens.starts, match.start))
    last = bisect_left(words.numbers, bisect_left(words.tokens.starts, match.end)) - 1
    if words.tokens.texts[words.numbers[last]].endswith(_POSSESSIVE) and words.words[last] not in _CONTRACTED:
        return True
    if match.entry.category != "evaluative_adjective" or not words.words[last].endswith("ing"):
        return False
    low, high = words.bounds[match.sentence]
    before = words.words[first - 1] if first > low else ""
    if last + 1 >= high or before in _SAID_FIRST:
        return False
    return words.words[last + 1] in _OBJECTS or (before == "and" and _goes_on_a_verb(words, low, first, last, high))


def _goes_on_a_verb(words: Words, low: int, first: int, last: int, high: int) -> bool:
    """Return whether the words before hold another verb in -ing with an object, and an object's noun follows."""
    earlier = any(
        words.words[place].endswith("ing") and words.words[place + 1] in _OBJECTS for place in range(low, first - 1)
    )
    return earlier and any(is_plural(word) for word in words.words[last + 1 : min(last + 1 + _NEAR, high)])
