"""Whether two strings name the same source, as a reader would say."""

from framing.entities.name_words import PERSONAL_TITLES
from framing.expressions import expression

__all__ = ["same_name"]

_WORD = expression(r"[^\W_]+(?:['’][^\W_]+)*")
_LITTLE = frozenset(
    "a an the of in at for from on with by and his her their its our s some several many most few all other others "
    "another one two three four five six seven eight nine ten latest new recent".split()
)
"""Words that do not tell one description from another."""
_TITLES = PERSONAL_TITLES | {"mr", "mrs", "ms", "dr"}
_ABOVE_HALF = 0.5
"""Share of two descriptions' words in common above which they name the same."""


def same_name(shown: str, gold: str, *, described: bool) -> bool:
    """Return whether a shown name is the gold's.

    Args:
        shown: What the report says.
        gold: The fullest form that the page prints, as a reader wrote it down.
        described: Whether the gold describes one without a name. Descriptions ("residents of the valley") are compared
            without little words, and may be longer or shorter: all words of one stand in the other, or more than half
            are the same. Names need the same words, but for what stands between the first and the last (a middle name,
            an initial); a surname alone is not the fullest form.
    """
    shown_words, other = _words(shown), _words(gold)
    if not shown_words or not other:
        return False
    if described:
        mine, theirs = set(shown_words), set(other)
        return mine <= theirs or theirs <= mine or len(mine & theirs) / len(mine | theirs) > _ABOVE_HALF
    # Where a page prints a surname alone, readers wrote the title in front as a part of the name: "President Kirk".
    shown_words, other = _untitled(shown_words), _untitled(other)
    if shown_words == other:
        return True
    ends = len(shown_words) > 1 and len(other) > 1 and (shown_words[0], shown_words[-1]) == (other[0], other[-1])
    return ends and (set(shown_words) <= set(other) or set(other) <= set(shown_words))


def _untitled(words: list[str]) -> list[str]:
    return words[1:] if len(words) == 2 and words[0] in _TITLES else words


def _words(name: str) -> list[str]:
    folded = [word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(name)]
    # "Others" and "some" are all that is printed of some: then the little words tell one from another.
    return [word for word in folded if word not in _LITTLE] or folded
