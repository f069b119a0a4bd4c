"""Two sentences as two articles with a link between them: what the questions over links are asked with."""

from framing.aligned import Link, Passage
from framing.article import Document, VoiceMap
from framing.finding import Analysis
from framing.segmenting import segment


def bare(text: str) -> Analysis:
    """An article of which nothing is known but its sentences."""
    return Analysis(segment(Document(text)), VoiceMap(bytes(len(text))), (), (), (), {}, {}, {}, (), (), None, {})


def passage(article: int, start: int, end: int, sentence: int = 0) -> Passage:
    return Passage(article, sentence, start, end, "middle")


def link(one: str, other: str, probability: float = 0.9, score: float = 0.5) -> Link:
    """A link between the whole of two texts."""
    return Link(passage(0, 0, len(one)), passage(1, 0, len(other)), score, probability)
