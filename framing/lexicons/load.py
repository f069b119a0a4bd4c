"""Lexicon files (TOML) to entries; every fault names file, entry and field."""

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.lexicons.entry import CATEGORIES, GUARDS, Entry, Lexicon
from framing.on_disk import is_waiting
from framing.packaged import packaged_bytes, packaged_files
from framing.resources import lexicons_folder
from framing.toml import parse_toml

__all__ = ["load_file", "shipped", "shipped_files"]

_STRINGS = ("pattern", "id", "pos", "category", "reason", "case", "note")
_LISTS = ("alternatives", "forms", "references", "hits", "misses", *GUARDS)
_FLAGS = ("safe", "inflect", "graded")
_FIELDS = frozenset((*_STRINGS, *_LISTS, *_FLAGS, "severity", "weight"))
_HEAD = frozenset(
    {
        "id",
        "version",
        "title",
        "construct",
        "language",
        "licence",
        "compiled",
        "references",
        "caveat",
        "removes",
    }
)
_CHOICES = {"pos": ("noun", "verb", "adjective", "adverb", "phrase"), "case": ("lower", "capital", "exact")}


def shipped_files() -> tuple[Path, ...]:
    """Return the shipped lexicon files in the order of their names."""
    return tuple(path for path in packaged_files(lexicons_folder(), ".toml") if path.stem != "retired")


def shipped() -> tuple[Lexicon, ...]:
    """Return the shipped lexicons, read from their files (slow: run-time code uses ``compiled``)."""
    return tuple(load_file(path) for path in shipped_files())


def _content(path: Path) -> dict[str, Any]:
    if is_waiting(path):
        raise LexiconError(str(path), "", "", "is a pipe or a device, not a file")
    try:
        stored = packaged_bytes(path) if path.parent == lexicons_folder() else path.read_bytes()
        return parse_toml(stored.decode("utf-8"))
    except OSError as error:
        raise LexiconError(str(path), "", "", f"cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise LexiconError(str(path), "", "", f"is not TOML: {error}") from error


def load_file(path: Path) -> Lexicon:
    """Return a file's lexicon.

    Raises:
        LexiconError: If the file cannot be read or anything in it is not as ``lexicons/README.md`` says.
        ModelError: If it is a shipped one, and missing or damaged.
    """
    name = path.name
    content = _content(path)
    head = content.get("lexicon")
    if not isinstance(head, dict):
        raise LexiconError(name, "", "lexicon", "the table [lexicon] is missing")
    for key in set(content) - {"lexicon", "group"}:
        raise LexiconError(name, "", key, "unknown table; a file has [lexicon] and [[group]]")
    for key in set(head) - _HEAD:
        raise LexiconError(name, "", key, f"unknown field of [lexicon]; known are {', '.join(sorted(_HEAD))}")
    for key in ("id", "version", "title", "construct"):
        if not isinstance(head.get(key), str) or not head[key]:
            raise LexiconError(name, "", key, "must be a string that is not empty")
    if head["id"] != path.stem:
        raise LexiconError(name, "", "id", f"is '{head['id']}', but the file's stem is '{path.stem}'")
    if head["construct"] not in CATEGORIES:
        raise LexiconError(
            name, "", "construct", f"unknown '{head['construct']}'; known are {', '.join(sorted(CATEGORIES))}"
        )
    entries = tuple(_entries(name, head["construct"], content.get("group", [])))
    _check_ids(name, entries)
    return Lexicon(
        id=head["id"],
        version=head["version"],
        title=head["title"],
        construct=head["construct"],
        references=_strings(name, "", "references", head.get("references", [])),
        caveat=str(head.get("caveat", "")),
        removes=_strings(name, "", "removes", head.get("removes", [])),
        entries=entries,
    )


def _check_ids(file: str, entries: tuple[Entry, ...]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise LexiconError(file, entry.pattern, "id", f"'{entry.id}' is already given; ids are unique in a file")
        seen.add(entry.id)


def _entries(file: str, construct: str, groups: object) -> Iterator[Entry]:
    if not isinstance(groups, list) or not groups:
        raise LexiconError(file, "", "group", "there is no [[group]]")
    for group in groups:
        rows = group.get("entries")
        if not isinstance(rows, list):
            raise LexiconError(file, "", "entries", "each [[group]] needs a list of entries")
        defaults = {key: value for key, value in group.items() if key not in {"entries", "title"}}
        for row in rows:
            if not isinstance(row, dict) or not isinstance(row.get("pattern"), str) or not row["pattern"].strip():
                raise LexiconError(file, str(row)[:60], "pattern", "each entry is a table with a pattern")
            yield _entry(file, construct, {**defaults, **row})


def _entry(file: str, construct: str, row: Mapping[str, Any]) -> Entry:
    _check_types(file, row)
    _check_class(file, construct, row)
    name = row["pattern"]
    lists = {key: _strings(file, name, key, row[key]) for key in _LISTS if key in row}
    return Entry(
        id=row.get("id") or _identifier(name),
        pattern=name,
        pos=row.get("pos", "phrase"),
        category=row["category"],
        severity=row.get("severity"),
        weight=float(row.get("weight", 1.0)),
        reason=row.get("reason", ""),
        alternatives=lists.get("alternatives", ()),
        safe=row.get("safe", False),
        forms=lists.get("forms", ()),
        inflect=row.get("inflect", True),
        graded=row.get("graded", False),
        case=row.get("case"),
        guards={key: lists[key] for key in GUARDS if lists.get(key)},
        references=lists.get("references", ()),
        hits=lists.get("hits", ()),
        misses=lists.get("misses", ()),
        note=row.get("note", ""),
    )


def _check_types(file: str, row: Mapping[str, Any]) -> None:
    name = row["pattern"]
    for key, value in row.items():
        if key not in _FIELDS:
            raise LexiconError(file, name, key, f"unknown field; known are {', '.join(sorted(_FIELDS))}")
        if key in _STRINGS and not isinstance(value, str):
            raise LexiconError(file, name, key, "must be a string")
        if key in _FLAGS and not isinstance(value, bool):
            raise LexiconError(file, name, key, "must be true or false")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise LexiconError(file, name, key, f"'{value}' is not one of {', '.join(_CHOICES[key])}")
    severity, weight = row.get("severity"), row.get("weight", 1.0)
    if severity is not None and (isinstance(severity, bool) or severity not in {1, 2, 3}):
        raise LexiconError(file, name, "severity", "must be 1, 2 or 3")
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight < math.inf:
        raise LexiconError(file, name, "weight", "must be a number above 0")


def _check_class(file: str, construct: str, row: Mapping[str, Any]) -> None:
    name, known = row["pattern"], CATEGORIES[construct]
    if not row.get("category"):
        raise LexiconError(file, name, "category", "is missing")
    if known is not None and row["category"] not in known:
        raise LexiconError(file, name, "category", f"'{row['category']}' is not one of {', '.join(sorted(known))}")
    if construct == "loaded":
        for key in ("severity", "reason"):
            if not row.get(key):
                raise LexiconError(file, name, key, "is required for loaded terms")


def _strings(file: str, entry: str, field: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise LexiconError(file, entry, field, "must be a list of strings that are not empty")
    return tuple(value)


def _identifier(pattern: str) -> str:
    """Return the pattern's words joined by underscores."""
    return "_".join(re.findall(r"[\w'*]+", pattern.lower().replace("’", "'"))).replace("'", "").replace("*", "any")
