"""The genders of those whom a page names: by the pronouns beside their names, and by what is known of the names."""

from bisect import bisect_right
from collections.abc import Callable

from framing.article import Article, Voice
from framing.entities.cluster import Clusters
from framing.entities.genders import Gender, gender_of_pronoun

__all__ = ["KnownGender", "note_known_genders", "note_pronouns"]

KnownGender = Callable[[str, str], Gender | None]
"""Returns the gender that is known of a name from outside of the page, given the name and the kind of its row."""


def note_pronouns(article: Article, clusters: Clusters, sentence_at: Callable[[int], int]) -> None:
    """A sentence that names one person and then says "she" prints that person's gender.

    Args:
        article: The article.
        clusters: Its names; the genders are added to them.
        sentence_at: Returns the number of the sentence at an offset.
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
            if owners[place][1] in people:
                named.add(owners[place][1])
            place += 1
        if len(named) == 1 and article.voices.codes[start] == Voice.OWN:
            genders = clusters.clusters[next(iter(named))].genders
            genders[gender] = genders.get(gender, 0) + 1


def note_known_genders(clusters: Clusters, known: KnownGender) -> None:
    """Note what is known of the names of persons, and of single words that may name one."""
    for cluster in clusters.clusters:
        if cluster.kind in {"person", "single"}:
            cluster.known_gender = known(cluster.name, cluster.kind)
