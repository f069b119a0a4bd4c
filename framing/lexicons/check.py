"""Faults of lexicon files: duplicates, unreachable entries, missing references, examples that do not hold.

Each fault is a sentence that names file and entry; a file with ten faults gets ten sentences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.article import Sentence
from framing.errors import LexiconError
from framing.expressions import expression
from framing.lexicons.check_alternatives import alternative_faults
from framing.lexicons.compiled import compile_lexicons
from framing.lexicons.entry import SHARED_FORMS, Entry, Lexicon
from framing.lexicons.index import Index
from framing.lexicons.match import Words, comparable, find
from framing.lexicons.patterns import form_words
from framing.packaged import hashes, packaged_bytes, packaged_json, well_formed
from framing.resources import artifacts_folder, lexicons_folder
from framing.segmenting.words import find_tokens

__all__ = ["MOST_SENTENCES", "bibliography_keys", "faults"]

MOST_SENTENCES = 0.02
"""Share of the news sample's sentences above which an entry says nothing about a text."""

_UNCOUNTED = frozenset(
    {
        "reporting",
        "act",
        "source_type",
        "title",
        "party",
        "policy_frame",
        "generic_frame",
        "not_loaded",
        "short_name",
        "body_ending",
        "speaker",
        "circumstance",
        "clause",
    }
)
"""Constructs whose entries may be as common as they like: a source noun or a neutral verb is no finding."""
_PART_OF_SPEECH = expression(r"^The (?:noun|verb|adjective|adverb)\b")


def bibliography_keys() -> frozenset[str]:
    """Return the keys of ``references.bib``."""
    path = lexicons_folder() / "references.bib"
    with well_formed(path):
        text = packaged_bytes(path).decode("utf-8")
    return frozenset(re.findall(r"^@\w+\{\s*([^,\s]+)\s*,", text, re.MULTILINE))


def sentence_shares() -> Mapping[str, float]:
    """Return, by entry key, the share of the news sample's sentences that hold it; unlisted entries hold none."""
    path = artifacts_folder() / "lexicon_sentence_shares.json"
    if not path.is_file() and not hashes():
        return {}
    with well_formed(path):
        return {str(key): float(share) for key, share in packaged_json(path).items()}


def faults(lexicons: Sequence[Lexicon]) -> list[str]:
    """Return what is wrong with lexicons, file by file, empty where nothing is.

    Args:
        lexicons: Files to check together; duplicates are looked for across all files of a construct.

    Raises:
        LexiconError: If a pattern cannot be expanded at all.
    """
    keys = bibliography_keys()
    shares = sentence_shares()
    told: list[str] = []
    for lexicon in lexicons:
        told.extend(
            f"{lexicon.id}: reference '{key}' is not in references.bib" for key in lexicon.references if key not in keys
        )
        for entry in lexicon.entries:
            place = f"{lexicon.id}, entry '{entry.pattern}'"
            told.extend(f"{place}: {fault}" for fault in _entry_faults(entry, keys))
            # The reason is printed beside whatever the word is in its sentence: "a plunge", "they plunge".
            if lexicon.construct == "loaded" and _PART_OF_SPEECH.match(entry.reason):
                told.append(f"{place}: its reason names a part of speech, and a form may stand as another")
            share = shares.get(f"{lexicon.id}/{entry.id}", 0.0)
            if share > MOST_SENTENCES and lexicon.construct not in _UNCOUNTED:
                told.append(
                    f"{place}: fires on {share:.1%} of the sentences of real news (at most {MOST_SENTENCES:.0%})"
                )
    for construct in sorted({lexicon.construct for lexicon in lexicons}):
        members = [lexicon for lexicon in lexicons if lexicon.construct == construct]
        told.extend(_duplicates(members))
        told.extend(_example_faults(construct, members))
    return told


def _entry_faults(entry: Entry, keys: frozenset[str]) -> Iterator[str]:
    if not entry.references:
        yield "has no reference"
    for key in entry.references:
        if key not in keys:
            yield f"reference '{key}' is not in references.bib"
    if entry.guarded or entry.severity == 3:
        for name in ("hits", "misses"):
            if not getattr(entry, name):
                yield f"needs a sentence in '{name}' (it is {'guarded' if entry.guarded else 'of severity 3'})"
    if entry.safe and not entry.alternatives:
        yield "is 'safe' and has no alternative"
    yield from alternative_faults(entry)
    for name, guard in entry.guards.items():
        opposite = name.replace("not_", "only_") if name.startswith("not_") else name
        if name != opposite and set(guard) & set(entry.guards.get(opposite, ())):
            yield f"can never be found: '{name}' and '{opposite}' share a phrase"


def _duplicates(lexicons: Iterable[Lexicon]) -> Iterator[str]:
    """A form that two entries give; where one may have several categories, within one. Guards tell no twins apart."""
    owners: dict[tuple[str, tuple[str, ...]], tuple[str, Entry]] = {}
    for lexicon in lexicons:
        shared = lexicon.construct in SHARED_FORMS
        for entry in lexicon.entries:
            reached = False
            first_owner = ""
            for words in form_words(lexicon.id, entry):
                slot = (entry.category if shared else "", words)
                if slot in owners:
                    first_owner = first_owner or f"form '{' '.join(words)}' is already given by {owners[slot][0]}"
                else:
                    owners[slot] = (f"{lexicon.id}, entry '{entry.pattern}'", entry)
                    reached = True
            if first_owner:
                yield f"{lexicon.id}, entry '{entry.pattern}': {first_owner}"
            if not reached:
                yield f"{lexicon.id}, entry '{entry.pattern}': can never be found: all its forms belong to others"


def _example_faults(construct: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """Each entry against its own examples, alone: neighbours must not decide whether an example holds."""
    for lexicon in lexicons:
        for entry in lexicon.entries:
            if not entry.hits and not entry.misses:
                continue
            alone = Lexicon(lexicon.id, "", "", construct, (), "", (), (entry,))
            try:
                stored = compile_lexicons([alone], {})[construct]
            except LexiconError:
                continue
            index = Index(stored["tree"], stored["rows"])
            place = f"{lexicon.id}, entry '{entry.pattern}'"
            for text in entry.hits:
                if not any(True for _ in find(_single(text), index)):
                    yield f"{place}: must hit and does not: {text}"
            for text in entry.misses:
                if any(True for _ in find(_single(text), index)):
                    yield f"{place}: must miss and hits: {text}"


def _single(text: str) -> Words:
    return comparable(find_tokens(text), [Sentence(0, len(text), 0)])
