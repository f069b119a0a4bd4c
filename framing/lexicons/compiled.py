"""Lexicons in a form that loads in milliseconds: an index of forms for each construct.

``lexicons/compiled.json`` is written by ``framing lexicon compile`` and carries the hash of the files it was made
from; where a file has changed since, the index is built afresh from the files, so that it can never be stale. It is an
array with an element a line: what it holds, then for each construct its first words, what follows each of them, and its
entries. One text needs a few hundred of the thirty thousand lines, and only these are parsed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.lexicons.entry import GUARDS, SHARED_FORMS, Entry, Lexicon
from framing.lexicons.index import Index, Seconds, element, longest_first, stored_file
from framing.lexicons.load import load_file, shipped, shipped_files
from framing.lexicons.patterns import expand, form_words, phrase_words
from framing.on_disk import is_waiting
from framing.packaged import hashes, packaged_bytes, packaged_json, well_formed
from framing.resources import artifacts_folder
from framing.segmenting.words import find_tokens

__all__ = ["compile_lexicons", "shipped_indexes", "with_files", "write_compiled"]

FORMAT = 3
"""Raised when the stored form changes."""


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
    for lexicon in lexicons:
        of_construct = rows.setdefault(lexicon.construct, [])
        owners = forms.setdefault(lexicon.construct, {})
        for entry in lexicon.entries:
            key = f"{lexicon.id}/{entry.id}"
            if key in removed:
                continue
            number = len(of_construct)
            # First, as it tells what is wrong with a pattern or a guard.
            written = form_words(lexicon.id, entry)
            of_construct.append(_row(key, entry, rarities.get(key, usual)))
            for words in written:
                held = owners.setdefault(words, [])
                if lexicon.construct not in SHARED_FORMS:
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
    row |= {name: list(getattr(entry, name)) for name in ("alternatives", "references") if getattr(entry, name)}
    if entry.alternatives:
        row |= _pattern(entry)
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


def _pattern(entry: Entry) -> dict[str, Any]:
    """Return what tells in which form an entry was found."""
    row: dict[str, Any] = {"pattern": entry.pattern, "pos": entry.pos}
    if not entry.inflect:
        row["inflect"] = False
    if entry.forms:
        row["forms"] = list(entry.forms)
    return row


def _tree(forms: Mapping[tuple[str, ...], list[int]]) -> dict[str, Seconds]:
    """Return what follows each first word."""
    tree: dict[str, dict[str, list[list[Any]]]] = {}
    for words in sorted(forms):
        second = words[1] if len(words) > 1 else ""
        tree.setdefault(words[0], {}).setdefault(second, []).append([list(words[2:]), forms[words]])
    for seconds in tree.values():
        for rows in seconds.values():
            rows.sort(key=longest_first)
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


def write_compiled() -> int:
    """Write ``compiled.json`` beside the lexicons and return its size in bytes."""
    constructs = compile_lexicons(shipped(), rarities())
    sizes = [[name, len(stored["tree"]), len(stored["rows"])] for name, stored in constructs.items()]
    elements: list[object] = [{"fingerprint": _fingerprint(_sources()), "constructs": sizes}]
    for stored in constructs.values():
        elements += [" ".join(stored["tree"]), *stored["tree"].values(), *stored["rows"]]
    lines = [json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for one in elements]
    return stored_file().write_bytes(("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8"))


@cache
def shipped_indexes() -> Mapping[str, Index]:
    """Return the shipped lexicons' indexes by construct.

    Raises:
        ModelError: If the stored form is damaged.
    """
    path = stored_file()
    lines = packaged_bytes(path).split(b"\n") if path.is_file() or hashes() else []
    with well_formed(path):
        about = element(lines[1]) if len(lines) > 1 else {}
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
        tree = dict(zip(element(lines[first]).split(" "), lines[forms:rows], strict=True))
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
    # A run asks for the same files at every article; between those of a server they may change.
    return _with_contents(tuple(paths), tuple(map(_content, paths)))


def _content(path: Path) -> bytes | None:
    try:
        return None if is_waiting(path) else path.read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=4)
def _with_contents(paths: Sequence[Path], _contents: Sequence[bytes | None]) -> Mapping[str, Index]:
    own = tuple(load_file(path) for path in paths)
    taken = {lexicon.id for lexicon in own} & {path.stem for path in shipped_files()}
    if taken:
        raise LexiconError(f"{min(taken)}.toml", "", "id", "is the name of a shipped lexicon; choose another")
    if any(lexicon.removes for lexicon in own):
        # What an entry had taken from another one goes back to that.
        return _indexes(compile_lexicons((*shipped(), *own), rarities()))
    indexes = dict(shipped_indexes())
    for name, made in compile_lexicons(own, rarities()).items():
        of_construct = indexes.get(name) or Index({}, [])
        indexes[name] = of_construct.overridden(made["tree"], made["rows"], shared=name in SHARED_FORMS)
    return indexes


def _indexes(constructs: Mapping[str, Any]) -> dict[str, Index]:
    return {name: Index(stored["tree"], stored["rows"]) for name, stored in constructs.items()}
