"""The vocabulary of the fourteen policy frames in a text: what the frames' shares are made of.

A hit weighs its entry's weight times its rarity in real news (sparck1972), so common words weigh little.
"""

from framing.article import FURNITURE
from framing.finding import POLICY_FRAMES, Evidence
from framing.lexicons.match import find
from framing.scoring.words_found import LexiconText

__all__ = ["score"]


def score(text: LexiconText) -> dict[str, tuple[Evidence, ...]]:
    """Return the words of each frame in text order, page furniture left out, in the codebook's order of frames."""
    article = text.article
    by_frame: dict[str, list[Evidence]] = {name: [] for name in POLICY_FRAMES}
    for match in find(text.words, text.indexes["policy_frame"]):
        if article.blocks[article.sentences[match.sentence].block].kind not in FURNITURE:
            weight = round(match.entry.weight * match.entry.rarity, 4)
            by_frame[match.entry.category].append(Evidence(match.start, match.end, weight))
    return {name: tuple(evidence) for name, evidence in by_frame.items()}
