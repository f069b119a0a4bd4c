"""Headlines with a colon: "Mill fire was arson: police", "Holm: mill will close"."""

import re
from collections.abc import Collection, Iterator, Sequence

from framing.article import Article, Block, Sentence
from framing.attributing.credit import credit, word_count
from framing.attribution import Attribution
from framing.entities.cased_words import words_of
from framing.entities.names import find_names
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["find_headline_speakers"]

_COLON = expression(r"(?<=[\w’'”\")]):\s+(?=\S)")
_CAPITALISED = expression(r"[^\W\d_]+")
_TO_WHOM = expression(r" (?:to|on|at|in|vs|and)\b.*", re.IGNORECASE)
_TOPIC = expression(r"^(?:why|how|what|who|where|when|from|the|a|an|\d+ things)\b|\?$", re.IGNORECASE)
"""Beginnings and ends of words about a topic, which nobody said: "Holm: the mayor who came back"."""
_SERIES = expression(
    r"(?:the|special|analysis|opinion|exclusive|.*\b(?:bills?|emails?|lawsuits?|memo|deaths?))\b.*", re.IGNORECASE
)
_LONGEST_SPEAKER = 5
"""Words of the longest speaker in a headline. Set by hand: longer sides are what is said."""
_FEWEST_WORDS = 3
"""Words of the shortest statement: "live" in "Budget: live" is none."""


def find_headline_speakers(article: Article, symmetric: Sequence[str]) -> Iterator[Attribution]:
    """Yield what a headline says on one side of its colon, where the other side names a speaker.

    A headline of which no sentence is read is passed over: for its speaker, all names of the article are looked for.
    """
    surnames: frozenset[str] | None = None
    read = {sentence.block for sentence in article.sentences}
    for number, block in enumerate(article.blocks):
        if block.kind != "headline" or number not in read:
            continue
        colons = list(_COLON.finditer(article.text, block.start, block.end))
        if len(colons) != 1:
            continue
        before, after = Span(block.start, colons[0].start()), _trimmed(article, Span(colons[0].end(), block.end))
        if surnames is None and (_may_be_named(article, block, before) or _may_be_named(article, block, after)):
            surnames = _names(article, symmetric, block)
        for source, content in ((after, before), (before, after)):
            speaker = _speaker(article, source, surnames or ())
            said = word_count(article, content) >= _FEWEST_WORDS and not _TOPIC.search(article.slice(content))
            if speaker is not None and said:
                yield credit(article, [content], Span(colons[0].start(), colons[0].start() + 1), speaker)
                break


def _trimmed(article: Article, span: Span) -> Span:
    return Span(span.start, span.start + len(article.slice(span).rstrip(" .")))


def _names(article: Article, symmetric: Sequence[str], headline: Block) -> frozenset[str]:
    """Return the names and surnames of the persons that the article names behind its headline."""
    written = find_names(article, words_of(article, symmetric))
    names = [name.name for name in written if name.kind == "person" and name.span.start > headline.end]
    return frozenset(_plain(name) for name in names) | {_plain(name.split()[-1]) for name in names}


def _may_be_named(article: Article, headline: Block, span: Span) -> bool:
    """Return whether the first word on a side of a headline stands behind it too, and few or none follow."""
    words = article.slice(span)
    first = _CAPITALISED.match(words)
    short = len(words.split()) <= _LONGEST_SPEAKER or _TO_WHOM.search(words) is not None
    return first is not None and short and article.text.find(first.group(), headline.end) != -1


def _plain(name: str) -> str:
    return name.replace("’", "'")


def _speaker(article: Article, span: Span, names: Collection[str]) -> Span | None:
    """Return the speaker on one side of a headline: a person of the article, or a phrase with a noun for sources."""
    words = article.slice(span)
    to_whom = _TO_WHOM.search(words)
    if to_whom is not None and _plain(words[: to_whom.start()]) in names:
        return Span(span.start, span.start + to_whom.start())
    if not words or len(words.split()) > _LONGEST_SPEAKER or to_whom is not None or _SERIES.fullmatch(words):
        return None
    if _plain(words) in names:
        return span
    tokens = comparable(find_tokens(words), [Sentence(0, len(words), 0)])
    indexes = shipped_indexes()
    nouns = [*find(tokens, indexes["source_type"]), *find(tokens, indexes["title"])]
    last = max((match.end for match in nouns), default=0)
    return span if last and words[last:].strip() in {"", *names} else None
