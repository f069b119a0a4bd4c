"""What kind of source each is: type, party and identity, with the words that decided.

Evidence is looked for in the mention, then in what the article says of the name elsewhere (a title in front of it, an
apposition behind it). Within a mention the head decides: "a customs memo" is a document, "a spokesman for the police"
speaks for law enforcement. Nothing is read from a person's name.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.article import Article
from framing.attributing.mentions import Mention, NamedPlace, named_places
from framing.attribution import Identity, Source, SourceType
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Match, comparable, find
from framing.spans import Span

__all__ = ["describe"]

_LETTER_PARTY = re.compile(r"[,(] ?\(?([DRI])-[A-Z][\w. ]{1,14}")
_PARTY_LETTERS = {"D": "Democratic Party (US)", "R": "Republican Party (US)", "I": "Independent"}
_ANONYMOUS = re.compile(
    r"\b(?:anonym\w*|(?:a|an|one|two|three|several|some|multiple|many|other|the) (?:\w+ ){0,4}"
    r"(?:sources?|insiders?|aides?)\b"
    r"|sources?\b|insiders?\b|(?:person|people|official|officials|individual) (?:familiar|close|with knowledge|briefed)"
    r"|(?:who|which) (?:spoke|asked|requested|declined|insisted))",
    re.IGNORECASE,
)
_NOT_NAMED = re.compile(
    r"condition of anonymity|not (?:be|to be) (?:named|identified)|not authori[sz]ed to (?:speak|discuss)"
)
_HEAD_END = re.compile(
    r",| \((?![A-Z.]{2,8}\))|—| (?:who|which|that|with|close|familiar) "
    r"| (?:from|in|at|on|for|of|to) (?=(?:the |a |an )?[a-z“\"])"
    r"| (?:from|in|at|on|for|with) (?=the [A-Z])"
)
"""Where a mention's head noun phrase ends; prepositions inside names ("Department of Labor") do not end it."""
_APPOSITION = 90
_BEFORE = 70


@dataclass(frozen=True, slots=True)
class _Clue:
    """A lexicon hit that speaks for a type; the nearer to the head the higher its rank."""

    span: Span
    type: SourceType
    rank: int


def describe(article: Article, mentions: Mapping[Span, Mention], names: Mapping[Span, str]) -> dict[Span, Source]:
    """Return each source mention as a source with name, type, party, identity and evidence.

    Args:
        article: The article.
        mentions: What each mention is.
        names: Its canonical name.
    """
    words = comparable(article.tokens, article.sentences)
    indexes = shipped_indexes()
    nouns = list(find(words, indexes["source_type"]))
    titles = list(find(words, indexes["title"]))
    parties = list(find(words, indexes["party"]))
    contexts = _contexts(article, names)
    result: dict[Span, Source] = {}
    by_name: dict[str, tuple[SourceType, str | None, tuple[Span, ...]]] = {}
    for name in dict.fromkeys(names[span] for span in sorted(mentions)):
        own = sorted(span for span in mentions if names[span] == name)
        by_name[name] = _judged(article, own, contexts[name], (nouns, titles, parties))
    for span, mention in mentions.items():
        kind, party, evidence = by_name[names[span]]
        identity = _identity(article, mention, names[span], kind)
        result[span] = Source(span, names[span], kind, party, identity, evidence)
    return result


def _contexts(article: Article, names: Mapping[Span, str]) -> dict[str, list[tuple[Span, Span]]]:
    """For each name, the places where the article says who it is: (the words around, the name itself)."""
    by_name: dict[str, list[NamedPlace]] = {}
    for place in named_places(article):
        by_name.setdefault(place.name, []).append(place)
    sentences = [sentence.start for sentence in article.sentences]
    found: dict[str, list[tuple[Span, Span]]] = {}
    for name in set(names.values()):
        windows: list[tuple[Span, Span]] = []
        for place in by_name.get(name, []):
            number = max(bisect_left(sentences, place.span.start + 1) - 1, 0)
            sentence = article.sentences[number]
            start = max(sentence.start, place.span.start - _BEFORE)
            windows.append((Span(start, min(sentence.end, place.span.end + _APPOSITION)), place.span))
        found[name] = windows
    return found


def _judged(
    article: Article,
    own: Sequence[Span],
    contexts: Iterable[tuple[Span, Span]],
    hits: tuple[Sequence[Match], Sequence[Match], Sequence[Match]],
) -> tuple[SourceType, str | None, tuple[Span, ...]]:
    nouns, titles, parties = hits
    clues: list[_Clue] = []
    party: str | None = None
    party_places: list[Span] = []
    for span in own:
        clues += _head_clues(article, span, [*nouns, *titles])
        party, place = _party(article, span, span.end, parties)
        party_places += [place] if place else []
        if party:
            break
    for window, name in contexts:
        clues += _window_clues(article, window, name, nouns, titles)
        if party is None:
            party, place = _party(article, name, window.end, parties, window.start)
            party_places += [place] if place else []
    best = min(clues, key=lambda clue: clue.rank, default=None)
    if best is None or (party_places and best.type in {"other", "citizen"}):
        return ("politician" if party_places else "other"), party, tuple(party_places[:1])
    return best.type, party, (best.span, *(place for place in party_places[:1] if place != best.span))


def _head_clues(article: Article, span: Span, hits: Sequence[Match]) -> list[_Clue]:
    """Clues inside a mention: the last hit of its head noun phrase ranks first, then those behind "of" and "for"."""
    text = article.slice(span)
    cut = _HEAD_END.search(text)
    head_end = span.start + (cut.start() if cut else len(text))
    inside = [hit for hit in hits if span.start <= hit.start and hit.end <= span.end]
    clues = []
    for hit in inside:
        distance = head_end - hit.end
        rank = distance if distance >= 0 else 200 + hit.start - head_end
        clues.append(_Clue(Span(hit.start, hit.end), hit.entry.category, rank))  # type: ignore[arg-type]
    return clues


def _window_clues(
    article: Article, window: Span, name: Span, nouns: Sequence[Match], titles: Sequence[Match]
) -> list[_Clue]:
    """Clues around a name: a title or noun directly in front, or an apposition directly behind."""
    clues: list[_Clue] = []
    for hit in (*titles, *nouns):
        span = Span(hit.start, hit.end)
        if window.start <= hit.start and hit.end <= name.start:
            between = article.text[hit.end : name.start]
            if not re.search(r"[,;:.]\s|\b(?:and|that|said|with|to|by|was|were|is)\b", between) or not between.strip(
                " ."
            ):
                clues.append(_Clue(span, hit.entry.category, 300 + len(between)))  # type: ignore[arg-type]
        elif name.end <= hit.start and hit.end <= window.end:
            between = article.text[name.end : hit.start]
            opens = re.match(r"(?:, | \(|, who (?:is|was|heads|leads|runs) |, an? | is an? | was an? )", between)
            if opens and not re.search(r",.*,|[.;:]\s", between):
                clues.append(_Clue(span, hit.entry.category, 320 + len(between)))  # type: ignore[arg-type]
        elif name.start <= hit.start and hit.end <= name.end:
            clues.append(_Clue(span, hit.entry.category, 290))  # type: ignore[arg-type]
    return clues


def _party(
    article: Article, name: Span, end: int, parties: Sequence[Match], start: int | None = None
) -> tuple[str | None, Span | None]:
    """The party that stands with a name: "Rep. Lopez, D-Minn.", "the Republican senator"."""
    first = name.start if start is None else start
    letter = _LETTER_PARTY.search(article.text, name.start, min(end + 30, name.end + 30))
    if letter:
        return _PARTY_LETTERS[letter.group(1)], Span(letter.start(1), letter.end())
    for hit in parties:
        if first <= hit.start and hit.end <= name.end:
            between = article.text[hit.end : name.start] if hit.end <= name.start else ""
            if not re.search(r"[,.;:]|\b(?:and|that|said|against|by)\b", between):
                return hit.entry.category, Span(hit.start, hit.end)
        if (
            name.end <= hit.start
            and hit.end <= end
            and re.match(r", (?:an? |the )?(?:\w+ )?$", article.text[name.end : hit.start])
        ):
            return hit.entry.category, Span(hit.start, hit.end)
    return None, None


def _identity(article: Article, mention: Mention, name: str, kind: SourceType) -> Identity:
    text = article.slice(mention.span)
    organisation_types = {"media", "government", "ngo", "international_organisation", "business", "law_enforcement"}
    if mention.kind == "name":
        return "named_organisation" if kind in organisation_types or name.isupper() else "named_person"
    if mention.kind == "person" or (mention.kind == "pronoun" and _looks_like_person(name)):
        return "named_person"
    if kind == "document":
        return "document"
    near = article.text[mention.span.start : mention.span.end + 160]
    if mention.kind == "description" and (_ANONYMOUS.search(text) or _NOT_NAMED.search(near.split("\n")[0])):
        return "anonymous"
    if mention.kind == "organisation" or (name[:1].isupper() and name[-1:] != "." and not mention.plural):
        return "named_organisation"
    return "unnamed_group" if mention.plural or _is_group(name) else "unnamed_person"


def _looks_like_person(name: str) -> bool:
    words = name.split()
    return 1 < len(words) <= 4 and all(word[0].isupper() or word in {"de", "van", "von", "al", "bin"} for word in words)


def _is_group(name: str) -> bool:
    return bool(
        re.search(
            r"(?:s|people|police|public|government|administration|ministry|department|agency|company|team|staff|"
            r"committee|court|group|party|campaign|opposition|military|army)$",
            name.split(" of ", maxsplit=1)[0].split(" in ", maxsplit=1)[0].lower(),
        )
    )
