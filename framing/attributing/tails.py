"""Tails: whether the writer speaks again behind what somebody said, in the same sentence.

"Holm said that the mill would close[, leaving the town without work]." · "Kirk said that the mill[, which is owned by a
Tarn bank,] would close." Nine in ten joints of a reported sentence go on with the source's words, and no joint tells by
itself. Readers were asked of 4,000 whose the rest is; a logistic model learned it from the words around the joint and
from what the tagger's network makes of the tokens before it labels them. It is too seldom right to cut contents by; an
attribution with a tail that may be the writer's is less sure (``docs/models/tails.md``).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing.clauses import FINITE, FIRST_PERSON
from framing.attributing.credit import is_quoted
from framing.attribution import Attribution
from framing.expressions import expression
from framing.modelling.state_weights import StateWeights, chance_by_states
from framing.spans import Span

__all__ = ["joints", "tail_chance", "tail_features", "tail_states"]

_JOINT = expression(
    r" (?:—|–|--|-) |[;(] ?|, (?=[A-Za-z])"
    r"| (?=(?:after|although|amid|and|as|because|but|despite|even|following|since|so|that|though|when|where|which|while"
    r"|who|with|without)\b)"
)
_FEWEST = 3
"""Words on either side of a joint."""
_MARKS = {",": "comma", " ": "none", ";": "semicolon", "(": "bracket"}
_WORD = expression(r"\w[\w’'-]*|[^\w\s]")
_MODAL = expression(r"\b(?:will|would|can|could|may|might|must|shall|should)\b|[’'](?:ll|d)\b")
_PRESENT = expression(r"\b(?:is|are|has|have|does|do|[’']s|[’']re|[’']ve)\b")
_PAST = expression(r"\b(?:was|were|had|did|[a-z]{2,}ed)\b")
_TENSES = (("modal", _MODAL), ("present", _PRESENT), ("past", _PAST))
_FIRST_PERSON = expression(rf"\b(?:{'|'.join(FIRST_PERSON)})\b")
_QUOTED = expression(r"[“\"”]")
_CLAUSE = expression(r"(?:that|how|whether|why|what)\b")
_IN_TAIL = (
    ("he", expression(r"\b(?:Mr|Ms|Mrs)\.|\b(?:he|she|his|her)\b")),
    ("they", expression(r"\b(?:they|their|them)\b")),
    ("it", expression(r"\b(?:it|its)\b")),
    ("number", expression(r"\d")),
    ("comma", expression(r"(?<=.),")),
    (
        "time",
        expression(
            r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year)|(?:19|20)\d\d|earlier"
            r"|recently|later|since)\b"
        ),
    ),
    (
        "saying",
        expression(r"\b(?:said|says|told|asked|called|announced|reported|claimed|argued|added|according)\b"),
    ),
)
_BACKSHIFT = expression(r"\b(?:would|had)\b")
_MORE_JOINTS = expression(r", | and | but | — | -- | while | as ")
_MOST_JOINTS, _MOST_CUE_WORDS = 3, 4
_LENGTHS = (4, 6, 9, 13, 18, 25, 35)
"""Words from which on a head or a tail has one weight more."""
_SAID = frozenset({"said", "told", "wrote", "found"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})


def tail_chance(
    article: Article,
    symmetric: Sequence[str],
    attribution: Attribution,
    states: NDArray[np.float16],
    model: StateWeights,
) -> float:
    """Return the probability that a content ends in words of the writer's: the highest of those at its joints.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
        attribution: With cue and source; of others it is 0.
        states: What the tagger's network makes of each token, of shape (n_tokens, states).
        model: The weights.
    """
    last = attribution.content[-1]
    chances = (
        chance_by_states(
            tail_features(article, symmetric, attribution, place), tail_states(article, last, place, states), model
        )
        for place in (joints(article, attribution) if model.named and attribution.source else ())
    )
    return max(chances, default=0.0)


def joints(article: Article, attribution: Attribution) -> Iterator[int]:
    """Yield the places of an attribution's last content, behind its cue, from which the rest may be the writer's."""
    last, cue = attribution.content[-1], attribution.cue
    if cue is None or last.end <= cue.span.start:
        return
    for joint in _JOINT.finditer(article.text, last.start, last.end):
        if is_quoted(article, joint.start()) or is_quoted(article, joint.end()):
            continue
        head, tail = article.text[last.start : joint.start()], article.text[joint.end() : last.end]
        if min(len(head.split()), len(tail.split())) >= _FEWEST:
            yield last.start + len(head.rstrip())


def tail_states(article: Article, content: Span, place: int, states: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return what the network makes of a tail's first token, of the whole tail and of what stands before it."""
    starts = article.tokens.starts
    head, first, last = (bisect_left(starts, offset) for offset in (content.start, place, content.end))
    before, tail = states[head:first].astype(np.float32), states[first:last].astype(np.float32)
    return np.concatenate([tail[0], tail.mean(0), before.mean(0)])


def tail_features(article: Article, symmetric: Sequence[str], attribution: Attribution, place: int) -> Iterator[str]:
    """Yield the names of what holds for a tail; none reads a name, a party, a country or a sex.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
        attribution: With cue and source.
        place: Where the tail begins, as ``joints`` gives it.
    """
    last = attribution.content[-1]
    head, tail = article.text[last.start : place], article.text[place : last.end]
    mark = "dash" if tail[:1] == " " and not tail[1:2].isalpha() else _MARKS.get(tail[:1], "none")
    first, second = _first_words(article, symmetric, place)
    clause = _kind_of_clause(head)
    yield from ("1", f"mark {mark}", f"first {first}", f"{mark}, first {first}", f"second {second}")
    yield from (f"first {first}, {second}", f"clause {clause}", f"{first}, {clause}", f"{mark}, {clause}")
    yield f"kind {attribution.kind}"
    yield from _tenses(head, tail, mark, first)
    for name, pattern in _IN_TAIL:
        if pattern.search(tail):
            yield f"tail {name}"
    if _BACKSHIFT.search(head):
        yield "head shifted"
    yield "ends" if article.text[last.end : last.end + 1] in {".", "", "”", '"'} else "goes on"
    yield f"joints {min(len(_MORE_JOINTS.findall(head)), _MOST_JOINTS)}"
    for name, text in (("head", head), ("tail", tail)):
        count = len(text.split())
        yield from (f"{name} over {length}" for length in _LENGTHS if count > length)
    yield from _of_cue(article, attribution)


def _first_words(article: Article, symmetric: Sequence[str], place: int) -> tuple[str, str]:
    """Return the symmetric forms of a tail's first two words; of a participle the ending too."""
    number = bisect_left(article.tokens.starts, place)
    words = (
        (text, form)
        for text, form in zip(article.tokens.texts[number:], symmetric[number:], strict=False)
        if text[0].isalnum()
    )
    (text, form), (_, second) = next(words, ("", "")), next(words, ("", ""))
    if form.endswith("ing") and text[0].islower():
        return "ing", second
    return ("capital" if text[:1].isupper() and not form.startswith("<") else form), second


def _kind_of_clause(head: str) -> str:
    if _CLAUSE.match(head):
        return "that"
    if head.startswith("to "):
        return "to"
    return "clause" if FINITE.search(head) else "noun"


def _tenses(head: str, tail: str, mark: str, first: str) -> Iterator[str]:
    """Yield which tenses, persons and marks stand on either side of the joint."""
    both = ""
    for name, text in (("head", head), ("tail", tail)):
        found = [tense for tense, pattern in _TENSES if pattern.search(text)]
        both += "".join(tense[:3] for tense in found) + "/"
        yield from (f"{name} {tense}" for tense in found)
        if not FINITE.search(text):
            found.append("no finite")
            yield f"{name} no finite"
        if _FIRST_PERSON.search(text):
            yield f"{name} we"
        if _QUOTED.search(text):
            yield f"{name} marks"
        if name == "tail":
            yield from (f"{mark}, {first}, {tense}" for tense in found)
    yield f"tenses {both}"


def _of_cue(article: Article, attribution: Attribution) -> Iterator[str]:
    words = _WORD.findall(article.slice(attribution.cue.span).lower()) if attribution.cue else []
    last = words[-1] if words else ""
    yield f"cue {last}"
    yield "cue past" if last.endswith("ed") or last in _SAID else "cue other"
    yield f"cue words {min(len(words), _MOST_CUE_WORDS)}"
    if attribution.source and article.slice(attribution.source.span).lower() in _PRONOUNS:
        yield "pronoun"
