"""The five generic news frames (semetko2000), from their lexicon.

A frame's density is the summed weight of its evidence per 100 words of headline, deck, body and subheads; a hit
weighs its entry's weight times its rarity in real news. The score is density / (density + the frame's mean density
in the news sample): 0.5 is what an article has on average. A frame is present from its threshold on. Readers find
conflict in three of four articles of politics, where one word of it is enough; the others need two different entries.
"""

from collections.abc import Mapping
from functools import cache

from framing.finding import GENERIC_FRAMES, Evidence, FrameScore
from framing.lexicons.match import find
from framing.packaged import packaged_json, well_formed
from framing.resources import artifacts_folder
from framing.scoring.words_found import LexiconText

__all__ = ["SCORED_BLOCKS", "density", "score"]

SCORED_BLOCKS = frozenset({"headline", "deck", "body", "subhead", "pull_quote"})
_PRESENT: Mapping[str, float] = {
    "conflict": 0.25,
    "human_interest": 0.75,
    "economic_consequences": 2 / 3,
    "morality": 0.6,
    "responsibility": 0.6,
}
"""Set once, on 23 articles that were read blind, in steps as coarse as so few articles bear."""
_FEWEST_ENTRIES: Mapping[str, int] = {name: 1 if name == "conflict" else 2 for name in GENERIC_FRAMES}


@cache
def _usual() -> Mapping[str, float]:
    path = artifacts_folder() / "generic_frames.json"
    with well_formed(path):
        stored = packaged_json(path)
        return {name: float(stored[name]) for name in GENERIC_FRAMES}


def density(text: LexiconText) -> dict[str, tuple[float, list[Evidence], int]]:
    """Return for each frame its weight per 100 words, the evidence and the number of different entries."""
    article = text.article
    scored = [block.kind in SCORED_BLOCKS for block in article.blocks]
    is_word, numbers = article.tokens.words, text.words.numbers
    words = sum(
        sum([is_word[number] for number in numbers[first:last]])
        for (first, last), sentence in zip(text.words.bounds, article.sentences, strict=True)
        if scored[sentence.block]
    )
    evidence: dict[str, list[Evidence]] = {name: [] for name in GENERIC_FRAMES}
    entries: dict[str, set[str]] = {name: set() for name in GENERIC_FRAMES}
    for match in find(text.words, text.indexes["generic_frame"]):
        if scored[article.sentences[match.sentence].block]:
            weight = round(match.entry.weight * match.entry.rarity, 4)
            evidence[match.entry.category].append(Evidence(match.start, match.end, weight))
            entries[match.entry.category].add(match.entry.key)
    return {
        name: (100 * sum(e.weight for e in found) / words if words else 0.0, found, len(entries[name]))
        for name, found in evidence.items()
    }


def score(text: LexiconText) -> dict[str, FrameScore]:
    """Return the generic frames of an article by name."""
    usual = _usual()
    result: dict[str, FrameScore] = {}
    for name, (value, evidence, entries) in density(text).items():
        share = value / (value + usual[name]) if value else 0.0
        present = share >= _PRESENT[name] and entries >= _FEWEST_ENTRIES[name]
        result[name] = FrameScore(round(share, 6), present, tuple(evidence))
    return result
