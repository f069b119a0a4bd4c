"""Lexicons in a form that loads in milliseconds: an index of forms for each construct.

``lexicons/compiled.json`` is written by ``framing lexicon compile`` and carries the hash of the files it was made
from; where a file has changed since, the index is built afresh from the files, so that it can never be stale.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.lexicons.entry import GUARDS, Entry, Lexicon
from framing.lexicons.load import load_file, shipped, shipped_files
from framing.lexicons.patterns import expand, form_words, phrase_words
from framing.packaged import hashes, packaged_json, well_formed
from framing.resources import artifacts_folder, lexicons_folder
from framing.segmenting.words import find_tokens

__all__ = ["CompiledEntry", "Index", "compile_lexicons", "shipped_indexes", "with_files", "write_compiled"]

FORMAT = 1
"""Raised when the stored form changes."""

Tree = dict[str, dict[str, list[list[Any]]]]


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
    """A construct's entries by first and second word; entries are built when they are first hit."""

    __slots__ = ("_built", "_rows", "tree")

    def __init__(self, tree: Tree, rows: Sequence[Mapping[str, Any]]) -> None:
        self.tree = tree
        self._rows = rows
        self._built: dict[int, CompiledEntry] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def entry(self, number: int) -> CompiledEntry:
        """Return an entry by its number in the index."""
        found = self._built.get(number)
        if found is None:
            row = self._rows[number]
            found = self._built[number] = CompiledEntry(
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
        return found

    def entries(self) -> tuple[CompiledEntry, ...]:
        """Return all entries in the index's order."""
        return tuple(self.entry(number) for number in range(len(self._rows)))


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


def _tree(forms: Mapping[tuple[str, ...], list[int]]) -> Tree:
    """Return first word → second word (empty for one-word forms) → [further words, entry numbers], longest first."""
    tree: Tree = {}
    for words in sorted(forms):
        second = words[1] if len(words) > 1 else ""
        tree.setdefault(words[0], {}).setdefault(second, []).append([list(words[2:]), forms[words]])
    for seconds in tree.values():
        for rows in seconds.values():
            rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return tree


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


def write_compiled() -> int:
    """Write ``compiled.json`` beside the lexicons and return its size in bytes."""
    stored = {"fingerprint": _fingerprint(_sources()), "constructs": compile_lexicons(shipped(), rarities())}
    content = json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    return (lexicons_folder() / "compiled.json").write_bytes(content.encode("utf-8"))


@cache
def shipped_indexes() -> Mapping[str, Index]:
    """Return the shipped lexicons' indexes by construct."""
    path = lexicons_folder() / "compiled.json"
    with well_formed(path):
        stored: dict[str, Any] = packaged_json(path) if path.is_file() or hashes() else {}
        if stored.get("fingerprint") != _fingerprint(_sources()):
            stored = {"constructs": compile_lexicons(shipped(), rarities())}
        return _indexes(stored["constructs"])


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
