"""The words of an article that tell types and parties, found once: titles, nouns for sources, parties, seats."""

from collections.abc import Sequence
from typing import NamedTuple

from framing.article import Article
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Match, Words, find
from framing.modelling.canonical import canonical_words
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["TypingWords", "find_words"]


class TypingWords(NamedTuple):
    """Lexicon hits of an article in text order.

    Attributes:
        roles: Titles and nouns for sources.
        parties: Names of parties.
        seats: Places that stand for the government that sits there.
    """

    roles: Sequence[Match]
    parties: Sequence[Match]
    seats: frozenset[Span]


def find_words(article: Article, words: Words) -> TypingWords:
    """Return the words that tell types and parties, among an article's words as the lexicons compare them."""
    indexes = shipped_indexes()
    titles = [_without_people(article, hit) for hit in find(words, indexes["title"])]
    parties = sorted(find(words, indexes["party"]), key=_in_order)
    nouns = [_without_people(article, hit) for hit in find(words, indexes["source_type"])]
    nouns = _without_adjectives(nouns, titles, parties)
    seats = {(hit.start, hit.end) for hit in nouns if hit.entry.key.startswith("seats_of_government/")}
    roles = _whole(sorted((hit for hit in (*nouns, *titles) if (hit.start, hit.end) not in seats), key=_in_order))
    return TypingWords(roles, parties, frozenset(Span(*seat) for seat in seats))


def _whole(hits: Sequence[Match]) -> list[Match]:
    """Return the hits without those that begin inside another and end behind it.

    "Tarn Research Council President" holds no council president.
    """
    kept: list[Match] = []
    for hit in hits:
        if not any(longer.start < hit.start < longer.end < hit.end for longer in kept[-3:]):
            kept.append(hit)
    return kept


def _in_order(hit: Match) -> tuple[int, int]:
    return hit.start, hit.end


def _without_people(article: Article, hit: Match) -> Match:
    """Return a hit without the adjective for a people: the French and the Kenyan "government" are alike.

    Only some countries' bodies have an entry of their own.
    """
    if not article.text[hit.start].isupper() or hit.entry.key.startswith("seats_of_government/"):
        return hit
    tokens = find_tokens(article.slice((hit.start, hit.end)))
    people = len(tokens) > 1 and canonical_words(tokens.texts, [0])[0] in {"<demonym>", "<country>"}
    return hit._replace(start=hit.start + tokens.starts[1]) if people else hit


def _without_adjectives(nouns: Sequence[Match], titles: Sequence[Match], parties: Sequence[Match]) -> list[Match]:
    """Return the nouns without a party's in front of another noun: in "a Republican mayor" the mayor decides.

    Without this, parties whose adjective is also a noun ("Republican") would make other types than those whose
    adjective is not ("Democratic").
    """
    named = {hit.start for hit in parties}
    opened = {hit.start for hit in (*nouns, *titles)}
    return [hit for hit in nouns if hit.start not in named or hit.end + 1 not in opened]
