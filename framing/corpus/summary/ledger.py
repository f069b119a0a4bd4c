"""A ledger of sources: one row for each person and body that an archive quotes, kept by hand and brought up to date."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from framing.corpus.summary.mentions import full_names, rows_of
from framing.corpus.summary.opening import Corpus
from framing.errors import ConfigError
from framing.expressions import expression
from framing.packages import needed

__all__ = ["COLUMNS", "FIGURES", "Ledger", "LedgerRow", "make_ledger"]

_PRONOUNS = {name: name for name in ("he", "she", "they", "it")} | {"his": "he", "her": "she", "their": "they"}
"""The pronouns that may stand for a source, by their forms."""
_IDENTITIES = {"named_person": "person", "named_organisation": "body", "document": "document"}
COLUMNS = ("name", "kind", "title", "pronoun", "type", "party")
"""What people may correct."""
FIGURES = ("first", "last", "words", "attributions", "articles", "outlets", "repeats")
"""What each run counts again."""
_SHORTEST_ACRONYM = 2
"""Words of a name, and letters of an acronym, from which one may stand for the other."""
_DATE = expression(r"\d{4}-\d{2}-\d{2}")
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss"})
"""Forms of address are no titles."""
_CLEAR = 0.75
"""Of the articles that print a party, those that have to print the same one."""
_SELDOM = 0.1
"""Of the pronouns for a source: rarer ones are a wrong reading somewhere, not how articles speak of it."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A person, body or document that is quoted.

    Attributes:
        keys: The names by which the archive's articles call it: what the row is found again by.
        name: In full, or as corrected.
        kind: ``person``, ``body`` or ``document``.
        title: A person's title or apposition that articles print most often; empty where they print none.
        pronoun: The pronouns that stand for it as a source, one in ten of them or more, as printed; never guessed
            from a name.
        type: The source type that most attributions give.
        party: The party that at least three in four of the articles print that print one.
        first: The earliest date in ISO form of an article that quotes it; empty where articles have none.
        last: The latest.
        words: Attributed words of speech.
        attributions: How often it is credited with speech.
        articles: In how many articles.
        outlets: In how many outlets.
        repeats: Articles after the first: how often the archive came back to it.
        added: Columns that people added, by name.
    """

    keys: tuple[str, ...]
    name: str
    kind: str = ""
    title: str = ""
    pronoun: str = ""
    type: str = ""
    party: str = ""
    first: str = ""
    last: str = ""
    words: int = 0
    attributions: int = 0
    articles: int = 0
    outlets: int = 0
    repeats: int = 0
    added: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows, most words first.

    Attributes:
        rows: One for each source.
        repeated: Share of credits that go to sources whom more than one article quotes, 0 to 1; ``None`` without any.
    """

    rows: tuple[LedgerRow, ...]
    repeated: float | None

    def __repr__(self) -> str:
        """Return one line: a ledger's rows are too many to be read in a prompt."""
        return f"<Ledger of {len(self.rows):,} sources>"


class _Tally:
    """What is counted of a source while rows are read."""

    __slots__ = (
        "articles",
        "attributions",
        "dates",
        "kinds",
        "outlets",
        "parties",
        "printed",
        "pronouns",
        "titles",
        "types",
        "words",
    )

    def __init__(self) -> None:
        self.words = self.attributions = 0
        self.articles: set[str] = set()
        self.outlets: set[str] = set()
        self.dates: list[str] = []
        self.printed: set[tuple[str, str]] = set()
        self.kinds: Counter[str] = Counter()
        self.titles: Counter[str] = Counter()
        self.pronouns: Counter[str] = Counter()
        self.types: Counter[str] = Counter()
        self.parties: Counter[str] = Counter()

    def add(self, row: Mapping[str, Any]) -> None:
        """Count a credit."""
        self.words += row["words"] or 0
        self.attributions += 1
        self.articles.add(row["article"])
        if row["outlet"]:
            self.outlets.add(row["outlet"])
        if row["date"] and (date := _DATE.match(row["date"])):
            dates = [*self.dates, date.group()]
            self.dates = [min(dates), max(dates)]
        self.kinds[_IDENTITIES[row["identity"]]] += 1
        pronoun = _PRONOUNS.get((row["mention"] or "").lower())
        kind = row["type"] if row["type"] != "other" else None
        role = row["role"] if (row["role"] or "").rstrip(".").lower() not in _ADDRESS else None
        for counter, value in ((self.titles, role), (self.parties, row["party"])):
            # An article prints these once for all its credits.
            if value and (row["article"], value) not in self.printed:
                self.printed.add((row["article"], value))
                counter[value] += 1
        for counter, value in ((self.pronouns, pronoun), (self.types, kind)):
            if value:
                counter[value] += 1


def make_ledger(corpus: Corpus, kept: Sequence[LedgerRow] = ()) -> Ledger:
    """Return the ledger of an archive, with what people corrected and added in the one before.

    Rows to which people gave one name are one source. A source of the ledger before that the archive no longer quotes
    stays, with figures of nought.

    Args:
        corpus: The datasets, with detail.
        kept: The rows of the ledger before; none for a first run.

    Raises:
        ConfigError: If the dataset ``attributions`` is missing or cannot be read.
    """
    tallies = _tallies(corpus)
    groups = _merged(tallies)
    corrected: dict[str, LedgerRow] = {}
    keys: dict[str, set[str]] = {}
    for row in kept:
        corrected.setdefault(row.name, row)
        keys.setdefault(row.name, set()).update(row.keys)
    owner = {key: name for name, own in keys.items() for key in own}
    rows: list[LedgerRow] = []
    for names in groups.values():
        owners = {owner[name] for name in names if name in owner}
        if len(owners) == 1:
            keys[owners.pop()].update(names)  # a new short form of a known source
        elif not owners:
            rows.append(_row(names, tallies))
    for name, row in corrected.items():
        counted = _row(sorted(keys[name]), tallies)
        values = {column: getattr(row, column) for column in COLUMNS}
        rows.append(replace(counted, **values, added=row.added))
    ordered = tuple(sorted(rows, key=lambda row: (-row.words, row.name)))
    credited = sum(row.attributions for row in ordered)
    repeated = sum(row.attributions for row in ordered if row.articles > 1)
    return Ledger(ordered, repeated / credited if credited else None)


def _tallies(corpus: Corpus) -> dict[str, _Tally]:
    """Return what is counted of each name that articles give a source of speech."""
    if "attributions" not in corpus.details:
        raise ConfigError(f"{corpus.folder}: has no dataset 'attributions'; framing corpus score --detail writes it")
    chosen = needed("pyarrow.dataset").field("identity").isin(list(_IDENTITIES))
    columns = ("article", "outlet", "date", "source", "mention", "role", "type", "party", "identity", "act", "words")
    tallies: dict[str, _Tally] = {}
    for row in rows_of(corpus, "attributions", columns, chosen):
        values = dict(zip(columns, row, strict=True))
        if values["source"] and values["act"] == "speech":
            tallies.setdefault(values["source"], _Tally()).add(values)
    return tallies


def _merged(tallies: Mapping[str, _Tally]) -> dict[str, list[str]]:
    """Return the names of each source by its fullest one: initials, bare surnames, short forms of bodies."""
    words = {name: tally.words for name, tally in tallies.items()}
    persons = {name: count for name, count in words.items() if _kind(tallies[name]) == "person"}
    bodies = {name: count for name, count in words.items() if name not in persons}
    fullest = {**full_names(persons), **_full_bodies(bodies)}
    groups: dict[str, list[str]] = {}
    for name in sorted(words, key=lambda name: (-words[name], name)):
        groups.setdefault(fullest.get(name, name), []).append(name)
    return groups


def _kind(tally: _Tally) -> str:
    return tally.kinds.most_common(1)[0][0]


def _full_bodies(words: Mapping[str, int]) -> dict[str, str]:
    """Return the full name of bodies called by its initials, where only one body of the archive has these."""
    bearers: dict[str, list[str]] = {}
    for name in words:
        capitals = "".join(part[0] for part in name.replace("-", " ").split() if part[:1].isupper())
        if len(name.split()) >= _SHORTEST_ACRONYM:
            bearers.setdefault(capitals, []).append(name)
    plain = {name: name.replace(".", "") for name in words if " " not in name}
    return {
        name: bearers[letters][0]
        for name, letters in plain.items()
        if letters.isupper() and len(letters) >= _SHORTEST_ACRONYM and len(bearers.get(letters, ())) == 1
    }


def _row(names: Sequence[str], tallies: Mapping[str, _Tally]) -> LedgerRow:
    group = [tallies[name] for name in names if name in tallies]
    dates = [date for tally in group for date in tally.dates]
    articles = len({article for tally in group for article in tally.articles})
    pronouns: Counter[str] = sum((tally.pronouns for tally in group), Counter())
    often = [name for name, count in pronouns.items() if count >= _SELDOM * sum(pronouns.values())]
    kind = _most([tally.kinds for tally in group])
    fullest = max(names, key=lambda name: (len(name.split()), len(name), name))
    return LedgerRow(
        keys=tuple(sorted(names)),
        name=fullest,
        kind=kind,
        title=_most([tally.titles for tally in group]) if kind == "person" else "",
        pronoun=", ".join(sorted(often, key=lambda name: (-pronouns[name], name))),
        type=_most([tally.types for tally in group]) or "other",
        party=_most([tally.parties for tally in group], least=_CLEAR),
        first=min(dates, default=""),
        last=max(dates, default=""),
        words=sum(tally.words for tally in group),
        attributions=sum(tally.attributions for tally in group),
        articles=articles,
        outlets=len({outlet for tally in group for outlet in tally.outlets}),
        repeats=max(articles - 1, 0),
    )


def _most(counters: Sequence[Counter[str]], least: float = 0.0) -> str:
    """Return the value that is counted most, where it has at least a share of the whole."""
    total: Counter[str] = sum(counters, Counter())
    leading = min(total, key=lambda name: (-total[name], name), default="")
    return leading if total[leading] >= least * sum(total.values()) else ""
