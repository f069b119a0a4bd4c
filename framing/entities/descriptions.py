"""Descriptions that stand for somebody named: "the chairman", "the Ostvale senator", "the ministry"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.entities.cluster import Clusters
from framing.entities.mentions import Mention
from framing.entities.name_words import GENERIC_BODIES
from framing.entities.person_names import surname_of
from framing.entities.personal_nouns import offices_of
from framing.entities.rows import Row
from framing.entities.shares import Polls, is_share, named_poll
from framing.entities.wordings import bare_description
from framing.entities.written import Written
from framing.expressions import expression
from framing.modelling.canonical import canonical_words
from framing.spans import Span

__all__ = ["Descriptions"]

_SHORT = expression(
    r"(?P<definite>the |this |that |these |those )?(?P<noun>(?:[\w.’'-]+ ){0,3}[\w’'-]+)", re.IGNORECASE
)
_ABBREVIATED = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "supt": "superintendent",
    "pres": "president",
    "prof": "professor",
    "dr": "doctor",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "gen": "general",
    "det": "detective",
}
_THINGS = frozenset(
    "report study poll survey video memo letter statement law bill document article story post tweet book paper "
    "complaint lawsuit company agency ministry government administration department court committee council group "
    "party network website newspaper team office majority".split()
)
"""Nouns for things and bodies, which are no titles."""
_SAME_DOCUMENT = (
    frozenset("report study analysis research paper findings review audit investigation inquiry assessment".split()),
    frozenset("law act statute legislation ordinance".split()),
    frozenset("bill measure legislation proposal".split()),
    frozenset("dossier document file memo".split()),
    frozenset("poll survey polling".split()),
    frozenset("letter memo email e-mail note message".split()),
    frozenset("lawsuit complaint suit filing petition motion".split()),
    frozenset("piece op-ed essay article column editorial".split()),
    frozenset("tweet post thread".split()),
)
"""Nouns that news uses in turn for one document."""
_FAR_MORE = 3
"""How many times as often a title's bearer is named as the last one that bore it, to be meant by the title alone."""
_SHORTEST = 2
"""Letters above which a word of a body's name may call it: "the act"."""
_FEWEST_WORDS = 2
"""A body with more words than this may be called without the last: "Tarn police" for the Tarn Police Department."""
_VAGUE = frozenset(
    "unidentified unnamed anonymous same former first second other new recent latest leaked confidential".split()
)
_PART_OF = expression(
    r"(?P<whole>(?:the |this |that )?[\w-]+)[’']s? (?:findings|results|conclusions?|figures|numbers|executive summary)",
    re.IGNORECASE,
)
"""What a document holds, which says the same: "the survey's findings"."""
_SURVEY = expression(
    r"(?:(?:the |that |this |its )(?:new |latest |same )?"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:month|week))[’']s )(?:poll|survey|polling)",
    re.IGNORECASE,
)
_A_POLL = expression(
    r"(?:an? )?(?:(?:latest|national|new|recent|statewide) ){0,2}(?:poll|survey)"
    r"(?: (?:out|published|released|unveiled)(?: on)?(?: late)? \w+)?",
    re.IGNORECASE,
)
"""A poll of which a report's first words say no more: the one that it names below."""
_ROLE_END = expression(
    r",| (?:by|into|about|against|of|for|at|with|from|in|on|to|and|who|that|since|representing) "
    r"| (?:briefed|close|familiar|involved)\b"
)
_WORD = expression(r"[\w’'-]+")


class _Bearer(NamedTuple):
    """Somebody whom the page gives an office: where it does, the row, and the words of the title or apposition."""

    start: int
    row: int
    words: frozenset[str]


class Descriptions:
    """Looks up whom a description stands for, in the order of the text."""

    def __init__(self, article: Article, clusters: Clusters, rows: Sequence[Row]) -> None:
        self._article = article
        self._rows = rows
        self._sentences = [sentence.start for sentence in article.sentences]
        self._polls = Polls(article.text)
        self._written = Written(article.text, rows)
        self._surnames = {
            surname_of(row.name): number for number, row in enumerate(rows) if row.kind in {"person", "single"}
        }
        self._latest: dict[str, int] = {}
        self._begun: dict[str, set[int]] = {}
        self._holding: dict[str, list[tuple[int, int]]] = {}
        self._bearing: dict[str, list[_Bearer]] = {}
        for number in range(len(clusters.clusters)):
            row = rows[number]
            if row.kind == "body":
                words = row.name.lower().split()
                if len(words) > _FEWEST_WORDS:
                    self._begun.setdefault(" ".join(words[:-1]), set()).add(number)
                for word in {word for word in words if len(word) > _SHORTEST}:
                    self._holding.setdefault(word, []).extend((name.span.start, number) for name in row.names)
            elif row.kind in {"person", "single"}:
                self._note_roles(number, row)
        for places in self._holding.values():
            places.sort()
        for bearers in self._bearing.values():
            bearers.sort(key=_start)

    def _note_roles(self, number: int, row: Row) -> None:
        for role in row.roles:
            if role.place == "member":
                continue
            written = self._article.slice(role.span).lower()
            words = [_ABBREVIATED.get(word, word) for word in _WORD.findall(written)]
            head = _WORD.findall(_ROLE_END.split(written, maxsplit=1)[0])
            heads = {_ABBREVIATED.get(word, word) for word in head[-1:]}
            heads |= {word.split("-")[-1] for word in heads}
            for noun in heads - _THINGS:
                self._bearing.setdefault(noun, []).append(_Bearer(role.span.start, number, frozenset(words)))

    def poll_of(self, mention: Mention) -> str | None:
        """Return the name of the poll that a share comes from, that "the survey" stands for or a description names."""
        named = named_poll(bare_description(mention.name))
        if named is None and (is_share(mention.name) or _SURVEY.fullmatch(mention.name)):
            named = self._polls.near(mention.span.start, self._sentence_of(mention.span.start))
        if named is None and _A_POLL.fullmatch(mention.name):
            named = self._polls.only()
        return named and self._polls.called(named)

    def written_by(self, mention: Mention) -> int | None:
        """Return the row of the writer of "the letter"; ``None`` for other descriptions, and if no writer is told."""
        return self._written.by(mention.name, mention.span.start)

    def _sentence_of(self, start: int) -> Span:
        place = bisect_right(self._sentences, start) - 1
        sentence = self._article.sentences[max(place, 0)]
        return Span(sentence.start, sentence.end)

    def said(self, row: int, span: Span) -> None:
        """Note a source, so that "the spokesman" finds "a police spokesman" and "the essay" its writer later on."""
        if self._rows[row].kind != "pronoun":
            self._written.said(row, span, self._sentence_of(span.start))
        if self._rows[row].kind == "description":
            head = _ROLE_END.split(self._rows[row].name.lower(), maxsplit=1)[0].split()
            for word in head[-1:]:
                self._latest[word] = row
                if _is_document(word):
                    self._latest["document"] = row
                for words in _SAME_DOCUMENT:
                    self._latest.update(dict.fromkeys(words, row) if word in words else {})

    def meant(self, mention: Mention) -> int | None:
        """Return the row that a description stands for; ``None`` if it needs a row of its own."""
        written = self._article.slice(mention.span).strip(" ,.")
        if written[:1].isupper() and written.lower() in self._surnames:
            return self._surnames[written.lower()]
        bare = bare_description(written)
        begun = self._begun.get(bare.lower(), set())
        if len(begun) == 1 and bare[0].isupper() and bare.rsplit(maxsplit=1)[-1][0].islower():
            return next(iter(begun))
        part = _PART_OF.fullmatch(mention.name)
        short = _SHORT.fullmatch(part["whole"] if part and _is_document(part["whole"]) else mention.name)
        headline = self._article.kind_at(mention.span.start) in {"headline", "deck", "subhead"}
        if short is None:
            return None
        if not (short.group("definite") or headline):
            alone = short.group("noun").lower()
            return self._latest.get(alone) if mention.plural and " " not in alone else None
        *modifiers, office = short.group("noun").lower().split()
        modifiers = [word for word in modifiers if word not in _VAGUE]
        if mention.plural and part is None:
            return self._latest.get(office) if not modifiers else None
        offices = offices_of(office)
        start = mention.span.start
        bearers = sorted((bearer for name in offices for bearer in self._bearing.get(name, ())), key=_start)
        fitting = [bearer for bearer in bearers if _holds(modifiers, bearer.words)]
        before = [bearer for bearer in fitting if bearer.start < start]
        # "The Democratic leader" is whose title says so, before any other leader.
        before = [bearer for bearer in before if bearer.words >= set(modifiers)] or before
        # "The ministry" is the Ministry of Health, and so is "the health ministry"; "the sailing group" is the Tarn
        # Sailing Club.
        held = modifiers if modifiers and office in GENERIC_BODIES else [*modifiers, office]
        holding = [
            (place, number)
            for place, number in (self._holding.get(held[0], ()) if held else ())
            if place < start and set(held) <= set(self._rows[number].name.lower().split())
        ]
        # "The law" is the Clean Shore Act.
        for word in {word for words in _SAME_DOCUMENT if not modifiers and office in words for word in words}:
            holding += [
                (place, number)
                for place, number in self._holding.get(word, ())
                if place < start and self._rows[number].name.lower().endswith(f" {word}")
            ]
        holding.sort()
        if before and not modifiers and not holding:
            return self._most_likely([*before, *self._unnamed(office, before[-1].start)], start)
        named = [*((bearer.start, bearer.row) for bearer in before[-1:]), *holding[-1:]]
        if named:
            return max(named)[1]
        holders = {bearer.row for bearer in fitting}
        if headline and len(holders) == 1:
            return next(iter(holders))
        return self._latest.get(office) if not modifiers else None

    def _unnamed(self, office: str, since: int) -> Iterator[_Bearer]:
        """Yield who bears an office without a name, and spoke after an offset: "a ministry official"."""
        sources = self._rows[self._latest[office]].sources if office in self._latest else ()
        if sources and sources[-1].span.start > since:
            yield _Bearer(sources[-1].span.start, self._latest[office], frozenset())

    def _most_likely(self, bearers: Sequence[_Bearer], start: int) -> int:
        """Return who of several with one title is meant: the last by title, or who is named far more often by then."""
        counts = {row: bisect_left(self._places(row), start) for row in dict.fromkeys(bearer.row for bearer in bearers)}
        last = bearers[-1].row
        most = max(counts, key=lambda row: counts[row])
        return most if counts[most] >= _FAR_MORE * counts[last] else last

    def _places(self, row: int) -> list[int]:
        named = self._rows[row]
        return sorted([*(name.span.start for name in named.names), *(said.span.start for said in named.sources)])


def _is_document(noun: str) -> bool:
    """Return whether a noun, with its article or without, is one for a document."""
    return any(noun.lower().rsplit(maxsplit=1)[-1] in words for words in _SAME_DOCUMENT)


def _start(bearer: _Bearer) -> int:
    return bearer.start


def _holds(modifiers: Sequence[str], words: frozenset[str]) -> bool:
    """Return whether the words in front of an office fit somebody's title: "the Ostvale governor".

    A word for a party always fits ("the Republican governor"); any other word must stand in the title.
    """
    classes = canonical_words([word.title() for word in modifiers])
    return all(word in words or kind == "<party>" for word, kind in zip(modifiers, classes, strict=True))
