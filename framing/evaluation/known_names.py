"""Count what the articles of the news sample tell of names: ``framing train known_names``.

Articles that were read blind to measure the product are left out, so that no figure on them knows what they tell.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from framing.attribution import NAMED, SOURCE_TYPES, SourceType
from framing.entities import build_table
from framing.entities.genders import Gender
from framing.evaluation.source_types import START
from framing.expressions import expression
from framing.modelling.article_words import read_words
from framing.modelling.artifact import save_artifact
from framing.modelling.gazetteer import hash_of
from framing.modelling.known_names import known_keys
from framing.modelling.training.news import read_news
from framing.modelling.training.soft_labels import held_back
from framing.reading import document
from framing.resources import gold_folder
from framing.segmenting import segment
from framing.source_typing import describe, find_words
from framing.source_typing.bearers import is_like_person
from framing.spans import Span

__all__ = ["Telling", "counted", "counted_genders", "train"]

_SURE = 0.6
"""Probability from which what one page tells is counted."""
_FEWEST = 2
"""Articles that have to tell of a name."""
_CLEAR = 0.6
"""Share of them that has to tell the most frequent type; those who govern and other politicians change places."""
_NEVER = 3
"""Articles that have to name somebody as no person for the name to be a body's."""
_RARELY = 9
"""How often as many articles have to name it otherwise as treat it as a person."""
_ALONE = 8
"""Articles that have to print a surname's bearer in full."""
_BEARER = 0.85
"""Share of the articles with a surname in which one person has to bear it, for the surname to say who is meant."""
_MOST = 255
"""The greatest count that one byte holds."""
_NO_FULL_NAME = ("surname ", "body ")
"""How the keys begin that are no person's full name."""
_LEFT = expression(r"\b(?:former|ex|then|late|retired|onetime|one-time)\b", re.IGNORECASE)
"""What somebody was says little of what they are."""


class Telling(NamedTuple):
    """What a page tells of a name.

    Attributes:
        name: The name in full.
        kind: Whether a person or a body bears it.
        type: What kind of source it is, ``None`` where the page does not tell.
        personal: Whether the page treats the name as a person's.
        gender: The gender that the page prints with the name, ``None`` where it prints none.
    """

    name: str
    kind: str
    type: SourceType | None
    personal: bool = True
    gender: Gender | None = None


def train(data: Path, output: Path) -> dict[str, int]:
    """Write ``known_names.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        How many articles were read, of how many names types can be looked up, and of how many genders.
    """
    left_out = held_back() | _read_blind()
    pages: list[list[Telling]] = []
    last = ""
    for row in read_news(data):
        if row["id"] in left_out:
            continue
        last = max(last, row["date"][:4] if row["date"][:4].isdigit() else "")
        authors = [Telling(name.strip(), "person", "media") for name in row["authors"].split(",")]
        pages.append([*_tellings(f"{row['title']}\n\n{row['text']}"), *authors])
    kept = {hash_of(key): count for key, count in counted(pages).items()}
    names = sorted(kept)
    table = [[min(kept[name][kind], _MOST) for kind in SOURCE_TYPES] for name in names]
    printed = {hash_of(key): count for key, count in counted_genders(pages).items()}
    gendered = sorted(printed)
    genders = [[printed[name]["she"], printed[name]["he"]] for name in gendered]
    save_artifact(
        output,
        "known_names",
        {
            "names": np.array(names, dtype=np.uint64),
            "counts": np.array(table, dtype=np.uint8),
            "gendered": np.array(gendered, dtype=np.uint64),
            "genders": np.array(genders, dtype=np.uint16).reshape(-1, 2),
        },
        {"version": last, "as_of": last, "data": f"{len(pages)} articles of the news sample (Baly et al. 2020)"},
    )
    return {"articles": len(pages), "names": len(names), "gendered": len(gendered)}


def counted(pages: Iterable[Sequence[Telling]]) -> dict[str, Counter[SourceType]]:
    """Return in how many articles each type was told of each name, and of each surname that one person bears."""
    counts: dict[str, Counter[SourceType]] = {}
    keyed = _keyed(pages)
    for page in keyed:
        for key, one in page.items():
            if one.type is not None:
                counts.setdefault(key, Counter())[one.type] += 1
    kept = {key: count for key, count in counts.items() if _is_clear(count) and not key.startswith("surname ")}
    borne = {surname: key for surname, key in _bearers(keyed).items() if key in kept}
    return kept | {surname: kept[key] for surname, key in borne.items()}


def counted_genders(pages: Iterable[Sequence[Telling]]) -> dict[str, Counter[Gender]]:
    """Return in how many articles each gender was printed with each name, and with each surname that one person bears.

    A surname that others bear as a given name is left out: of a given name alone no gender is told.
    """
    counts: dict[str, Counter[Gender]] = {}
    keyed = _keyed(pages)
    given: Counter[str] = Counter()
    for page in keyed:
        for key, one in page.items():
            if not key.startswith(_NO_FULL_NAME):
                given[key.split()[0]] += 1
                if one.gender is not None:
                    counts.setdefault(key, Counter())[one.gender] += 1
    kept = {key: count for key, count in counts.items() if count.total() >= _FEWEST}
    borne = {surname: key for surname, key in _bearers(keyed, given).items() if key in kept}
    return kept | {surname: kept[key] for surname, key in borne.items()}


def _keyed(pages: Iterable[Sequence[Telling]]) -> list[dict[str, Telling]]:
    """Return what each page tells by the keys of names: once of each, with its type and its gender where told."""
    pages = list(pages)
    bodies = _bodies(pages)
    found: list[dict[str, Telling]] = []
    for page in pages:
        keyed: dict[str, Telling] = {}
        for one in page:
            for key in known_keys(one.name, one.kind)[:1]:
                known = f"body {one.name.lower()}" if key in bodies else key
                before = keyed.get(known, one)
                genders = {before.gender, one.gender} - {None}
                keyed[known] = (before if before.type is not None else one)._replace(
                    gender=genders.pop() if len(genders) == 1 else None
                )
        found.append(keyed)
    return found


def _bearers(keyed: Sequence[Mapping[str, Telling]], given: Mapping[str, int] | None = None) -> dict[str, str]:
    """Return the keys of surnames that nearly all articles with them mean one person by, with that person's.

    Args:
        keyed: From ``_keyed``.
        given: In how many articles a word is somebody's given name, where that counts as another bearer.
    """
    bearers: dict[str, Counter[str]] = {}
    for page in keyed:
        for key in page:
            if not key.startswith(_NO_FULL_NAME):
                bearers.setdefault(key.split()[1], Counter())[key] += 1
    alone: dict[str, str] = {}
    for surname, of in bearers.items():
        most, articles = of.most_common(1)[0]
        others = given.get(surname, 0) if given else 0
        if articles >= max(_ALONE, _BEARER * (of.total() + others)):
            alone[f"surname {surname}"] = most
    return alone


def _bodies(pages: Sequence[Sequence[Telling]]) -> frozenset[str]:
    """Return the keys of names that look like a person's and are hardly ever treated as one."""
    seen: dict[str, Counter[bool]] = {}
    for page in pages:
        for one in page:
            if one.kind == "person":
                for key in known_keys(one.name, one.kind)[:1]:
                    seen.setdefault(key, Counter())[one.personal] += 1
    return frozenset(key for key, count in seen.items() if count[False] >= max(_NEVER, _RARELY * count[True]))


def _is_clear(count: Counter[SourceType]) -> bool:
    """Return whether enough articles tell the same: what is told of two namesakes is told of nobody."""
    public = count["government"] + count["politician"]
    return count.total() >= _FEWEST and max(public, *count.values()) >= _CLEAR * count.total()


def _tellings(text: str) -> list[Telling]:
    """Return what one article's own words tell of each name in it; who speaks needs not be known for that."""
    article = segment(document(text))
    seen = read_words(article)
    words = find_words(article, seen.compared)
    nouns = {Span(hit.start, hit.end): hit.entry.category for hit in words.roles}
    table = build_table(article, seen.symmetric, (), nouns)
    clusters = table.clusters.clusters
    tellings: list[Telling] = []
    described = describe(article, table, words, None, model=START)
    for number, entity in described.of_row.items():
        one, row = described.entities[entity], table.rows[number]
        if one.identity in NAMED:
            sure = one.type != "other" and one.confidence >= _SURE
            left = any(_LEFT.search(article.slice(role)) for role in one.roles)
            personal = is_like_person(article, row)
            gender = clusters[number].printed_gender if number < len(clusters) else None
            tellings.append(Telling(one.name, row.kind, one.type if sure and not left else None, personal, gender))
    return tellings


def _read_blind() -> frozenset[str]:
    """Return the ids of the articles in which readers marked who speaks: names and types are measured on no others."""
    files = sorted(gold_folder().glob("speakers*.jsonl"))
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    return frozenset(row["id"] for row in map(json.loads, lines))
