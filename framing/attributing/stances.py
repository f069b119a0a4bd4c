"""The stance of a cue: whether its verb doubts, supports or only reports what is said (thompson1991, caldas1994)."""

from functools import lru_cache

from framing.article import Sentence
from framing.attribution import Stance
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens

__all__ = ["stance_of"]


@lru_cache(maxsize=16_384)
def stance_of(cue: str) -> Stance:
    """Return the stance of a cue's words; neutral where the lexicon has none of them.

    The last verb decides: "went on to claim" is doubting. A "not" changes nothing: "did not admit" has the stance of
    "admit".
    """
    words = comparable(find_tokens(cue), [Sentence(0, len(cue), 0)])
    stances: list[Stance] = [match.entry.category for match in find(words, shipped_indexes()["reporting"])]  # type: ignore[misc]
    coloured = [stance for stance in stances if stance != "neutral"]
    return coloured[-1] if coloured else "neutral"
