"""Lexicons in a form that loads in milliseconds: an index of forms for each construct.

``lexicons/compiled.json`` is written by ``framing lexicon compile`` and carries the hash of the files it was made
from; where a file has changed since, the index is built afresh from the files, so that it can never be stale. It is an
array with an element a line: what it holds, then for each construct its first words, what follows each of them, and its
entries. One text needs a few hundred of the thirty thousand lines, and only these are parsed.
"""

import hashlib
import json
from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.lexicons.entry import GUARDS, Entry, Lexicon
from framing.lexicons.load import load_file, shipped, shipped_files
from framing.lexicons.patterns import expand, form_words, phrase_words
from framing.packaged import hashes, packaged_bytes, packaged_json, well_formed
from framing.resources import artifacts_folder, lexicons_folder
from framing.segmenting.words import find_tokens

__all__ = ["CompiledEntry", "Index", "compile_lexicons", "shipped_indexes", "with_files", "write_compiled"]

FORMAT = 2
"""Raised when the stored form changes."""

Seconds = Mapping[str, Sequence[Sequence[Any]]]
"""Second word (empty for one-word forms) → [further words, entry numbers], longest first."""
Row = Mapping[str, Any]
"""An entry as it is stored; what is usual is left out."""


@dataclass(frozen=True, slots=True)
class CompiledEntry:
    """An entry at run time.

    Attributes:
        key: ``file/id``.
        category: As in the file.
        severity: 1 to 3, 0 for constructs without.
        weight: The entry's weight in its category.
        rarity: Natural logarithm of news articles over articles that hold the entry (at least 1 of the sample's
            6,006): the weight of a hit falls with how common the entry is in real news.
        safe: Whether the first alternative is right in every context.
        alternatives: Neutral wordings.
        reason: Why the entry is listed.
        references: Keys of ``references.bib``.
        case: ``lower``, ``capital`` or ``exact``, empty without.
        written: For ``exact``, the words as they must be written.
        guards: For each guard its phrases as word tuples, longest context first in the text's order.
    """

    key: str
    category: str
    severity: int
    weight: float
    rarity: float
    safe: bool
    alternatives: tuple[str, ...]
    reason: str
    references: tuple[str, ...]
    case: str
    written: frozenset[str]
    guards: Mapping[str, tuple[tuple[str, ...], ...]]


class Index:
    """A construct's entries by first and second word; forms and entries are read when they are first met."""

    __slots__ = ("_built", "_rows", "_seconds")

    def __init__(self, tree: Mapping[str, Seconds | bytes], rows: Sequence[Row | bytes]) -> None:
        """Make an index of what ``compile_lexicons`` gives, or of the lines in which that is stored.

        Args:
            tree: What follows each first word.
            rows: The entries.
        """
        self._seconds = dict(tree)
        self._rows = rows
        self._built: dict[int, CompiledEntry] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def first_words(self) -> KeysView[str]:
        """The words with which forms begin."""
        return self._seconds.keys()

    def seconds(self, word: str) -> Seconds:
        """Return what follows a first word.

        Raises:
            ModelError: If the stored form is damaged.
        """
        found = self._seconds[word]
        if isinstance(found, bytes):
            found = self._seconds[word] = _element(found)
        return found

    def entry(self, number: int) -> CompiledEntry:
        """Return an entry by its number in the index.

        Raises:
            ModelError: If the stored form is damaged.
        """
        found = self._built.get(number)
        if found is None:
            row = self._rows[number]
            found = self._built[number] = _entry(_element(row) if isinstance(row, bytes) else row)
        return found

    def entries(self) -> tuple[CompiledEntry, ...]:
        """Return all entries in the index's order."""
        return tuple(self.entry(number) for number in range(len(self._rows)))


def _element(line: bytes) -> Any:  # noqa: ANN401 -- whatever it holds
    with well_formed(_stored_file()):
        return json.loads(line.removesuffix(b","))


def _entry(row: Row) -> CompiledEntry:
    return CompiledEntry(
        key=row["key"],
        category=row["category"],
        severity=row.get("severity", 0),
        weight=row.get("weight", 1.0),
        rarity=row.get("rarity", 0.0),
        safe=row.get("safe", False),
        alternatives=tuple(row.get("alternatives", ())),
        reason=row.get("reason", ""),
        references=tuple(row.get("references", ())),
        case=row.get("case", ""),
        written=frozenset(row.get("written", ())),
        guards={name: tuple(map(tuple, phrases)) for name, phrases in row.get("guards", {}).items()},
    )


def compile_lexicons(lexicons: Iterable[Lexicon], rarities: Mapping[str, float]) -> dict[str, Any]:
    """Return the stored form of lexicons: for each construct a tree of forms and the entries' rows.

    Where two entries of a construct have one form, the later lexicon's wins, so that users' files override.

    Args:
        lexicons: In rising precedence.
        rarities: Rarity by key ``file/id``; missing entries get the median.

    Raises:
        LexiconError: If a pattern cannot be expanded.
    """
    lexicons = tuple(lexicons)
    removed = {key for lexicon in lexicons for key in lexicon.removes}
    usual = sorted(rarities.values())[len(rarities) // 2] if rarities else 1.0
    rows: dict[str, list[dict[str, Any]]] = {}
    forms: dict[str, dict[tuple[str, ...], list[int]]] = {}
    framed = {"policy_frame", "generic_frame"}
    for lexicon in lexicons:
        of_construct = rows.setdefault(lexicon.construct, [])
        owners = forms.setdefault(lexicon.construct, {})
        for entry in lexicon.entries:
            key = f"{lexicon.id}/{entry.id}"
            if key in removed:
                continue
            number = len(of_construct)
            of_construct.append(_row(key, entry, rarities.get(key, usual)))
            for words in form_words(lexicon.id, entry):
                held = owners.setdefault(words, [])
                # A term may signal two frames; in every other construct a form has one entry.
                if lexicon.construct not in framed:
                    held.clear()
                held[:] = [n for n in held if of_construct[n]["category"] != entry.category]
                held.append(number)
    return {name: {"tree": _tree(forms[name]), "rows": rows[name]} for name in sorted(rows)}


def _row(key: str, entry: Entry, rarity: float) -> dict[str, Any]:
    row: dict[str, Any] = {"key": key, "category": entry.category, "rarity": round(rarity, 4)}
    if entry.severity is not None:
        row["severity"] = entry.severity
    if entry.weight != 1.0:
        row["weight"] = entry.weight
    if entry.safe:
        row["safe"] = True
    for name in ("alternatives", "references"):
        if getattr(entry, name):
            row[name] = list(getattr(entry, name))
    if entry.reason:
        row["reason"] = entry.reason
    if entry.case is not None:
        row["case"] = entry.case
    if entry.case == "exact":
        written = (*expand(entry.pattern.replace("~", "")), *entry.forms)
        row["written"] = sorted({token for form in written for token in find_tokens(form).texts})
    guards = {
        name: [list(phrase_words(written)) for phrase in entry.guards[name] for written in expand(phrase.lower())]
        for name in GUARDS
        if name in entry.guards
    }
    if guards:
        row["guards"] = guards
    return row


def _tree(forms: Mapping[tuple[str, ...], list[int]]) -> dict[str, Seconds]:
    """Return what follows each first word."""
    tree: dict[str, dict[str, list[list[Any]]]] = {}
    for words in sorted(forms):
        second = words[1] if len(words) > 1 else ""
        tree.setdefault(words[0], {}).setdefault(second, []).append([list(words[2:]), forms[words]])
    for seconds in tree.values():
        for rows in seconds.values():
            rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return dict(tree)


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"format {FORMAT}\n".encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def rarities() -> dict[str, float]:
    """Return the shipped rarity of each entry, measured on the news sample; empty where it was not yet measured."""
    path = artifacts_folder() / "lexicon_rarity.json"
    if not path.is_file() and not hashes():
        return {}
    with well_formed(path):
        return {str(key): float(rarity) for key, rarity in packaged_json(path).items()}


def _sources() -> tuple[Path, ...]:
    measured = artifacts_folder() / "lexicon_rarity.json"
    return (*shipped_files(), *((measured,) if measured.is_file() else ()))


def _stored_file() -> Path:
    return lexicons_folder() / "compiled.json"


def write_compiled() -> int:
    """Write ``compiled.json`` beside the lexicons and return its size in bytes."""
    constructs = compile_lexicons(shipped(), rarities())
    sizes = [[name, len(stored["tree"]), len(stored["rows"])] for name, stored in constructs.items()]
    elements: list[object] = [{"fingerprint": _fingerprint(_sources()), "constructs": sizes}]
    for stored in constructs.values():
        elements += [" ".join(stored["tree"]), *stored["tree"].values(), *stored["rows"]]
    lines = [json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for one in elements]
    return _stored_file().write_bytes(("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8"))


@cache
def shipped_indexes() -> Mapping[str, Index]:
    """Return the shipped lexicons' indexes by construct.

    Raises:
        ModelError: If the stored form is damaged.
    """
    path = _stored_file()
    lines = packaged_bytes(path).split(b"\n") if path.is_file() or hashes() else []
    with well_formed(path):
        about = _element(lines[1]) if len(lines) > 1 else {}
        # In an installed package the file itself is held against a hash.
        if about and (hashes() or about["fingerprint"] == _fingerprint(_sources())):
            return _stored_indexes(about["constructs"], lines[2:])
    return _indexes(compile_lexicons(shipped(), rarities()))


def _stored_indexes(sizes: Sequence[tuple[str, int, int]], lines: Sequence[bytes]) -> dict[str, Index]:
    indexes: dict[str, Index] = {}
    first = 0
    for name, words, entries in sizes:
        forms = first + 1
        rows = forms + words
        tree = dict(zip(_element(lines[first]).split(" "), lines[forms:rows], strict=True))
        first = rows + entries
        indexes[name] = Index(tree, lines[rows:first])
    if lines[first:] != [b"]", b""]:
        raise ValueError("does not end where it should")
    return indexes


def with_files(paths: Sequence[Path]) -> Mapping[str, Index]:
    """Return the shipped lexicons overridden by a user's files, later ones winning.

    Raises:
        LexiconError: If a file is wrong; its message names file, entry and field.
    """
    if not paths:
        return shipped_indexes()
    own = tuple(load_file(path) for path in paths)
    taken = {lexicon.id for lexicon in own} & {path.stem for path in shipped_files()}
    if taken:
        raise LexiconError(f"{min(taken)}.toml", "", "id", "is the name of a shipped lexicon; choose another")
    return _indexes(compile_lexicons((*shipped(), *own), rarities()))


def _indexes(constructs: Mapping[str, Any]) -> dict[str, Index]:
    return {name: Index(stored["tree"], stored["rows"]) for name, stored in constructs.items()}
