"""The vocabulary of the fourteen policy frames in a text: what the frames' shares are made of.

A hit weighs its entry's weight times its rarity in real news (sparck1972), so common words weigh little. A word inside
of a longer name is no evidence ("Secretary of State Ana Holm", "the Department of Labor, Licensing and Regulation"),
but that offices and bodies of politics and of courts are what these two frames are about: there a hit counts that
begins its name ("Senate Budget Committee", "Judge Moll").
"""

from framing.article import Article
from framing.finding import POLICY_FRAMES, Evidence
from framing.lexicons.match import Match, find
from framing.scoring.inside_names import Names
from framing.scoring.words_found import NOT_TOLD, LexiconText

__all__ = ["score"]

_OF_OFFICES = frozenset({"political", "legality_constitutionality_and_jurisprudence"})
"""Frames of which the names of offices and bodies speak."""


def score(text: LexiconText) -> dict[str, tuple[Evidence, ...]]:
    """Return the words of each frame in text order, in the codebook's order of frames.

    Page furniture, captions, a headline that is printed again and words inside of names are left out.
    """
    article = text.article
    told = _told(article)
    names = Names(article)
    by_frame: dict[str, list[Evidence]] = {name: [] for name in POLICY_FRAMES}
    for match in find(text.words, text.indexes["policy_frame"]):
        found = by_frame[match.entry.category]
        if told[article.sentences[match.sentence].block] and _tells(match, names, found):
            weight = round(match.entry.weight * match.entry.rarity, 4)
            found.append(Evidence(match.start, match.end, weight))
    return {name: tuple(evidence) for name, evidence in by_frame.items()}


def _told(article: Article) -> list[bool]:
    """Return for each block whether it tells the story, and is not the headline once more."""
    headlines: set[str] = set()
    told: list[bool] = []
    for block in article.blocks:
        written = " ".join(article.slice((block.start, block.end)).split())
        told.append(block.kind not in NOT_TOLD and written not in headlines)
        if block.kind == "headline":
            headlines.add(written)
    return told


def _tells(match: Match, names: Names, found: list[Evidence]) -> bool:
    before, goes_on = names.around(match.start, match.end, match.sentence)
    if match.entry.category not in _OF_OFFICES:
        return before is None and not goes_on and not names.is_listed(match.start, match.sentence)
    # "Senate Democrats": the second word goes on from the first.
    return before is None or bool(found and found[-1].end == before)
