"""Clusters of an article's names, by evidence on the page; nobody is known beforehand.

Two full names are one person's if the surname agrees and a given name (or its short form), an initial or a nickname. A
surname alone goes to whoever has the title in front of it, was named last, or is named most often. Initials go to the
person, an acronym or a short form to the body.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from framing.entities.body_forms import Bodies
from framing.entities.cluster import Cluster, Clusters
from framing.entities.extents import Name
from framing.entities.genders import KnownGender
from framing.entities.name_words import REGNAL
from framing.entities.people import People, front_of, is_relative
from framing.spans import Span

__all__ = ["cluster_names"]


def cluster_names(
    text: str, names: Sequence[Name], nouns: Collection[Span], known_gender: KnownGender | None = None
) -> Clusters:
    """Return the clusters of an article's names.

    Args:
        text: The article's characters.
        names: All names, in text order.
        nouns: Names and nouns of sources that the lexicons know.
        known_gender: What tells a full name's gender where the page prints none; ``None`` if only the page is asked.
    """
    clusters: list[Cluster] = []
    owner: dict[Span, int] = {}
    people = People(clusters, text, names, known_gender)
    for name in names:
        if name.kind == "person":
            owner[name.span] = people.full(name)
            people.note_title(text, name, owner[name.span])
    bodies = Bodies(clusters)
    for name in names:
        if name.kind == "body":
            owner[name.span] = bodies.add(text, name)
    bodies.join(owner)
    _give_singles(text, names, nouns, _Given(clusters, owner, people, bodies))
    return _ordered(names, clusters, owner)


class _Given(NamedTuple):
    """The clusters of names of several words, and the cluster number of each name."""

    clusters: list[Cluster]
    owner: dict[Span, int]
    people: People
    bodies: Bodies


def _give_singles(text: str, names: Sequence[Name], nouns: Collection[Span], given: _Given) -> None:
    """Give each single word to a cluster that it fits at its place in the text, else to one of its own."""
    singles: dict[str, int] = {}
    latest = dict.fromkeys(range(len(given.clusters)), 0)
    for name in names:
        if name.kind != "single":
            if not is_relative(text, name):
                latest[given.owner[name.span]] = name.span.start
            continue
        cluster = given.people.single(text, name, latest, known=name.span in nouns)
        if cluster is None:
            cluster = given.bodies.short(text, name)
        if cluster is None and name.span not in nouns:
            cluster = given.people.initialled(name.name, label=text.startswith(":", name.span.end))
        if cluster is None:
            key = name.name.lower()
            if key not in singles:
                given.clusters.append(Cluster("body" if name.span in nouns else "single", name.name))
                singles[key] = len(given.clusters) - 1
            cluster = singles[key]
            if given.people.titled(text, name):
                given.clusters[cluster].kind = "person"
                given.clusters[cluster].name = given.people.told_apart(text, name) or given.clusters[cluster].name
            if text.endswith(REGNAL, 0, name.span.start) and given.clusters[cluster].name == name.name:
                given.clusters[cluster].name = f"{front_of(text, name).split()[-1]} {name.name}"
        given.people.note_title(text, name, cluster)
        given.owner[name.span] = cluster
        latest[cluster] = name.span.start


def _ordered(names: Sequence[Name], clusters: Sequence[Cluster], owner: dict[Span, int]) -> Clusters:
    """Give each cluster its names, and number the clusters by their first name."""
    order: dict[int, int] = {}
    for name in names:
        order.setdefault(owner[name.span], len(order))
        clusters[owner[name.span]].names.append(name)
    kept = [clusters[number] for number in order]
    return Clusters(kept, [name.span.start for name in names], [order[owner[name.span]] for name in names])
