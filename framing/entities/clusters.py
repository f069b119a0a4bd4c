"""Names that are one person's or one body's: clusters by evidence on the page.

Full names agree where surname and a given name (or its short form), an initial or a nickname in marks agree; a surname
alone is whose title it bears, who was last named with it or is so most often; a speaker's initials are the speaker's, a
body's acronym and short form the body's. Nobody is known beforehand.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from framing.entities.body_forms import Bodies
from framing.entities.cluster import Cluster, Clusters
from framing.entities.extents import Name
from framing.entities.name_words import REGNAL
from framing.entities.people import People, front_of
from framing.spans import Span

__all__ = ["cluster_names"]


def cluster_names(text: str, names: Sequence[Name], nouns: Collection[Span]) -> Clusters:
    """Return the clusters of an article's names.

    Args:
        text: The article's characters.
        names: All names, in text order.
        nouns: Names and nouns of sources that the lexicons know.
    """
    clusters: list[Cluster] = []
    owner: dict[Span, int] = {}
    people = People(clusters, names)
    for one in names:
        if one.kind == "person":
            owner[one.span] = people.full(one)
            people.note_title(text, one, owner[one.span])
    bodies = Bodies(clusters)
    for one in names:
        if one.kind == "body":
            owner[one.span] = bodies.add(text, one)
    bodies.join(owner)
    _give_singles(text, names, nouns, _Given(clusters, owner, people, bodies))
    return _ordered(names, clusters, owner)


class _Given(NamedTuple):
    """The clusters of the names of several words, and whose each name is."""

    clusters: list[Cluster]
    owner: dict[Span, int]
    people: People
    bodies: Bodies


def _give_singles(text: str, names: Sequence[Name], nouns: Collection[Span], given: _Given) -> None:
    """Give each single word to whom it names by then, or to a cluster of its own."""
    singles: dict[str, int] = {}
    latest = dict.fromkeys(range(len(given.clusters)), 0)
    for one in names:
        if one.kind != "single":
            latest[given.owner[one.span]] = one.span.start
            continue
        found = given.people.single(text, one, latest, known=one.span in nouns)
        if found is None:
            found = given.bodies.short(one.name)
        if found is None and one.span not in nouns:
            found = given.people.initialled(one.name, label=text.startswith(":", one.span.end))
        if found is None:
            key = one.name.lower()
            if key not in singles:
                given.clusters.append(Cluster("body" if one.span in nouns else "single", one.name))
                singles[key] = len(given.clusters) - 1
            found = singles[key]
            if given.people.titled(text, one):
                given.clusters[found].kind = "person"
            if text.endswith(REGNAL, 0, one.span.start) and given.clusters[found].name == one.name:
                given.clusters[found].name = f"{front_of(text, one).split()[-1]} {one.name}"
        given.people.note_title(text, one, found)
        given.owner[one.span] = found
        latest[found] = one.span.start


def _ordered(names: Sequence[Name], clusters: Sequence[Cluster], owner: dict[Span, int]) -> Clusters:
    """Give each cluster its names, and number them by their first."""
    order: dict[int, int] = {}
    for one in names:
        order.setdefault(owner[one.span], len(order))
        clusters[owner[one.span]].names.append(one)
    kept = [clusters[number] for number in order]
    return Clusters(kept, [one.span.start for one in names], [order[owner[one.span]] for one in names])
