"""Words that tell the same act in another part of speech or an irregular form: "resigned" and "resignation", "sold".

A family is known by its shortest stem. Endings by which English makes nouns and adjectives of verbs are taken off where
what is left is a word of news, and is used in the same surroundings: "closure" leads to "close", "commission" not to
"commit". Source of the endings: quirk1985, appendix I.
"""

from functools import cache, lru_cache

from framing.inflection import irregular_forms
from framing.modelling.meanings import load_meanings, stem

__all__ = ["family"]

_ENDINGS = (
    ("ization", "iz"), ("isation", "is"), ("ification", "if"), ("ication", "i"), ("ation", ""), ("ation", "at"),
    ("ition", ""), ("ition", "it"), ("tion", "t"), ("ution", "v"), ("sion", "d"), ("sion", "s"), ("sion", "t"),
    ("ssion", "t"), ("ssion", "d"), ("ment", ""), ("al", ""), ("ur", ""), ("anc", ""), ("enc", ""), ("ag", ""),
)  # fmt: skip
"""Of stems without a last e: what is taken off, and what is put in its place."""
_NEAR = 0.3
"""Similarity of the vectors below which two words only look alike."""
_SHORTEST = 3
"""Letters of the shortest stem."""
_STEPS = 3
"""Endings that may be taken off one after another: constitutional, constitution, constitute."""


@lru_cache(maxsize=65_536)
def family(word: str) -> str:
    """Return the stem by which a word's family is known; the word itself where nothing shorter is.

    Args:
        word: As ``framing.modelling.meanings.stem`` writes it.

    Examples:
        >>> family("resignation"), family("decision"), family("sold"), family("commission")
        ('resign', 'decid', 'sell', 'commission')
    """
    root = word
    for _ in range(_STEPS):
        shorter = _irregular().get(root) or _without_ending(root)
        if shorter is None or shorter == root:
            break
        root = shorter
    return root


def _without_ending(word: str) -> str | None:
    """Return the nearest word that another ending makes this one of, ``None`` where there is none."""
    candidates = {
        word[: len(word) - len(ending)] + left
        for ending, left in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) + len(left) >= _SHORTEST
    }
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        candidates.add(word[:-1])  # "cancelled" beside "cancel"
    near = ((_similarity(word, candidate), candidate) for candidate in sorted(candidates))
    return max((near_word for near_word in near if near_word[0] >= _NEAR), default=(0.0, None))[1]


def _similarity(one: str, other: str) -> float:
    meanings = load_meanings()
    first, second = meanings.vector(one), meanings.vector(other)
    return 0.0 if first is None or second is None else float(first @ second)


@cache
def _irregular() -> dict[str, str]:
    """Return the stem of the base form by the stem of each irregular one; not where that is a base form too."""
    bases = {stem(base) for base, _ in irregular_forms()}
    return {
        form: stem(base)
        for base, forms in irregular_forms()
        for form in map(stem, forms)
        if form not in bases and form != stem(base)
    }
