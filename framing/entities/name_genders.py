"""The genders of those whom a page names: by the pronouns beside their names, and by what is known of the names."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Container

from framing.article import Article, Voice
from framing.entities.cluster import Clusters
from framing.entities.genders import KnownGender, gender_of_pronoun

__all__ = ["note_known_genders", "note_pronouns"]

_OPENING = 2
"""Words in front of a pronoun with which a sentence opens, at most: "But then she"."""


def note_pronouns(
    article: Article, clusters: Clusters, sentence_at: Callable[[int], int], sources: Collection[int]
) -> None:
    """A sentence that names one person and then says "she", or is followed by one that opens so, prints a gender.

    Args:
        article: The article.
        clusters: Its names; the genders are added to them.
        sentence_at: Returns the number of the sentence at an offset.
        sources: First characters of whoever is credited: for whom such a pronoun stands is still asked.
    """
    tokens = article.tokens
    owners = list(zip(clusters.starts, clusters.owners, strict=True))
    people = {n for n, cluster in enumerate(clusters.clusters) if cluster.kind == "person"}
    place = 0
    named: set[int] = set()
    sentence = -1
    printed = {text: gender_of_pronoun(text) for text in set(tokens.texts)}
    for start, text in zip(tokens.starts, tokens.texts, strict=True):
        gender = printed[text]
        if gender is None:
            continue
        current = sentence_at(start)
        if current != sentence:
            sentence, named = current, set()
            place = bisect_right(clusters.starts, article.sentences[current].start - 1)
        while place < len(owners) and owners[place][0] < start:
            # "“As Holm said …,” he added": whom somebody quotes is not "he".
            if owners[place][1] in people and article.voices.codes[owners[place][0]] == Voice.OWN:
                named.add(owners[place][1])
            place += 1
        one = named
        if not one and start not in sources:
            one = _named_before(article, clusters, people, current, start)
        if len(one) == 1 and article.voices.codes[start] == Voice.OWN:
            genders = clusters.clusters[next(iter(one))].genders
            genders[gender] = genders.get(gender, 0) + 1


def _named_before(article: Article, clusters: Clusters, people: Container[int], sentence: int, start: int) -> set[int]:
    """Return whom the sentence before names, where a pronoun opens the next: "Holm won. Then she left"."""
    last, current = article.sentences[max(sentence - 1, 0)], article.sentences[sentence]
    if last.block != current.block or len(article.text[current.start : start].split()) > _OPENING:
        return set()
    first, end = (bisect_right(clusters.starts, place - 1) for place in (last.start, last.end))
    return {owner for owner in clusters.owners[first:end] if owner in people}


def note_known_genders(clusters: Clusters, known: KnownGender) -> None:
    """Note what is known of the names of persons, and of single words that may name one."""
    for cluster in clusters.clusters:
        if cluster.kind in {"person", "single"}:
            cluster.known_gender = known(cluster.name, cluster.kind)
