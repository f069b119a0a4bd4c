"""A construct's entries by the words with which their forms begin."""

import json
from collections.abc import KeysView, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from framing.packaged import well_formed
from framing.resources import lexicons_folder

__all__ = ["CompiledEntry", "Index", "Row", "Seconds", "element", "longest_first", "stored_file"]

Seconds = Mapping[str, Sequence[Sequence[Any]]]
"""Second word (empty for one-word forms) → [further words, entry numbers], longest first."""
Row = Mapping[str, Any]
"""An entry as it is stored; what is usual is left out."""


class CompiledEntry(NamedTuple):
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
        reach: Words to either side of a hit that guards see at most, without those that see the whole sentence.
        pattern: As in the file, of entries with alternatives; empty for others, as are the next three.
        pos: As in the file.
        inflect: As in the file.
        forms: As in the file.
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
    reach: int = 0
    pattern: str = ""
    pos: str = ""
    inflect: bool = True
    forms: tuple[str, ...] = ()


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

    def lists(self, word: str) -> bool:
        """Return whether a word alone is a form, whatever its guards say."""
        return word in self.first_words and "" in self.seconds(word)

    def seconds(self, word: str) -> Seconds:
        """Return what follows a first word.

        Raises:
            ModelError: If the stored form is damaged.
        """
        found = self._seconds[word]
        if isinstance(found, bytes):
            found = self._seconds[word] = element(found)
        return found

    def entry(self, number: int) -> CompiledEntry:
        """Return an entry by its number in the index.

        Raises:
            ModelError: If the stored form is damaged.
        """
        found = self._built.get(number)
        if found is None:
            row = self._rows[number]
            found = self._built[number] = _entry(element(row) if isinstance(row, bytes) else row)
        return found

    def overridden(self, tree: Mapping[str, Seconds], rows: Sequence[Row], *, shared: bool) -> "Index":
        """Return an index with further entries, which take forms from this one's.

        Args:
            tree: What follows each first word of the further entries, as ``compile_lexicons`` gives it.
            rows: The further entries.
            shared: Whether a form may be that of several entries, one of each category.
        """
        before = len(self._rows)
        merged = dict(self._seconds)
        for word, seconds in tree.items():
            known = self.seconds(word) if word in merged else {}
            held = {second: {tuple(rest): numbers for rest, numbers in found} for second, found in known.items()}
            for second, found in seconds.items():
                forms = held.setdefault(second, {})
                for rest, numbers in found:
                    taken = {rows[number]["category"] for number in numbers}
                    kept = [n for n in forms.get(tuple(rest), ()) if shared and self.entry(n).category not in taken]
                    forms[tuple(rest)] = [*kept, *(before + number for number in numbers)]
            merged[word] = {
                second: sorted(([list(rest), numbers] for rest, numbers in forms.items()), key=longest_first)
                for second, forms in held.items()
            }
        return Index(merged, [*self._rows, *rows])

    def entries(self) -> tuple[CompiledEntry, ...]:
        """Return all entries in the index's order."""
        return tuple(self.entry(number) for number in range(len(self._rows)))


def longest_first(row: Sequence[Any]) -> tuple[int, Sequence[str]]:
    """Return by what the forms behind two words are sorted: the longest is tried first."""
    return -len(row[0]), row[0]


def stored_file() -> Path:
    """Return where the stored form of the shipped lexicons lies."""
    return lexicons_folder() / "compiled.json"


def element(line: bytes) -> Any:  # noqa: ANN401 -- whatever it holds
    """Return what a line of the stored form holds.

    Raises:
        ModelError: If it is damaged.
    """
    # Asked for thousands of times in a run: where the file lies is only found out for an error.
    try:
        return json.loads(line.removesuffix(b","))
    except (RecursionError, ValueError):
        with well_formed(stored_file()):
            raise


def _entry(row: Row) -> CompiledEntry:
    guards = {name: tuple(map(tuple, phrases)) for name, phrases in row.get("guards", {}).items()}
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
        guards=guards,
        reach=max((len(phrase) for name in guards if "_near" not in name for phrase in guards[name]), default=0),
        pattern=row.get("pattern", ""),
        pos=row.get("pos", ""),
        inflect=row.get("inflect", True),
        forms=tuple(row.get("forms", ())),
    )
