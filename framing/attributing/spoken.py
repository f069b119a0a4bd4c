"""Whether a cue tells of speech: a logistic model over cue, content and source.

The lexicons of acts and of reporting verbs know what a verb can mean. What it means here depends on the words around
it: "announced that the mill would close" and "announced the closure" report words; "announced no date", "will announce"
and "backed the repeal" do not. The weights are learned from what blind readers marked (``framing train speech``), once
for the words alone and once with what the tagger's network makes of them before it labels them.
"""

import math
import re
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing.acts import following, listed_act
from framing.attributing.clauses import FIRST_PERSON, SHOWING
from framing.attributing.network_states import attribution_states
from framing.attribution import Attribution
from framing.entities.shares import is_share
from framing.expressions import expression
from framing.modelling.named_weights import chance_of, load_named_weights
from framing.modelling.state_weights import StateWeights, chance_by_states

__all__ = ["AHEAD", "CLAUSE", "SPOKEN", "Heard", "as_told", "heard", "speech_features", "was_heard", "was_spoken"]

SPOKEN = 0.36
"""Probability from which an attribution is speech: in cross-validation 0.89 of what is shown as speech then is speech
(docs/models/speech.md)."""

_FINITE = expression(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should"
    r"|[A-Za-z]+n[’']t)\b|[’'](?:s|re|ll|d|ve|m)\b",
    re.IGNORECASE,
)
_NEGATED = expression(
    r"\b(?:not|never|no|without|neither|nor|none|yet to|unable|declin\w+|refus\w+|fail\w+)\b|n[’']t\b", re.IGNORECASE
)
AHEAD = expression(r"\b(?:will|would|could|can|should|may|might|must|to|going)\b|[’']ll\b", re.IGNORECASE)
"""Words in front of what somebody has not said yet: "must warn"."""
_BEING = expression(r"\b(?:is|are|was|were|be|been|being|get|got)\b", re.IGNORECASE)
_FIRST = expression(r"[\s“\"'‘]*([\w’']+)")
CLAUSE = frozenset("that whether if how why what when where who which".split())
_LITTLE = frozenset("that to about of on for with as by in the a at into from against".split())
_ENDINGS = expression(r"(?:ing|ed|es|s|e|d)$")
_DOCUMENT = expression(
    rf"{SHOWING.pattern}|\b(?:bill|complaint|law|lawsuit|letter|plan|results?|rules?|statement)$", re.IGNORECASE
)
"""Texts that state something, as sources."""
_OPENERS = frozenset(
    "to will would should could may might must can has have had is are was were be did does do not no also"
    " who a the".split()
)
"""First words of a cue that tell how it is meant: "to argue", "has long attacked", "would call for"."""
_FIRST_PERSON = frozenset(map(str.lower, FIRST_PERSON))
_THINGS = frozenset("it that which this".split())
_PRONOUNS = frozenset("he she they who i we".split())
_ANYBODY = frozenset("everybody everyone nobody people many some".split())
_MOST_CUE_WORDS = 5
"""Longer cues share the weight of this many words: few are longer."""
_LONGEST = 6
"""Lengths of a content are classed by powers of two; from this power on (64 words) they share a weight."""


class Heard(NamedTuple):
    """What tells whether an attribution is speech.

    Attributes:
        features: Its ``speech_features``.
        states: Its ``attribution_states``.
    """

    features: tuple[str, ...]
    states: NDArray[np.float32]


def was_spoken(article: Article, attribution: Attribution, weights: Mapping[str, float] | None = None) -> float:
    """Return the probability that a reader calls an attribution speech, by its words alone.

    Args:
        article: The article.
        attribution: With its source's mention; the source's name is not read.
        weights: Other weights than the shipped ones: training's.
    """
    known = weights if weights is not None else load_named_weights("speech")
    return chance_of(speech_features(article, attribution), known)


def heard(article: Article, attribution: Attribution, states: NDArray[np.float16]) -> Heard:
    """Return what tells whether an attribution is speech.

    Args:
        article: The article.
        attribution: With its source's mention; the source's name is not read.
        states: What the tagger's network makes of each token, of shape (n_tokens, states).
    """
    return Heard(
        tuple(speech_features(article, attribution)),
        attribution_states(article, attribution, states),
    )


def as_told(attribution: Attribution) -> Hashable:
    """Return all of an attribution that ``heard`` reads: two that are alike in it are heard alike."""
    source = attribution.source.span if attribution.source else None
    return attribution.act, attribution.kind, attribution.content, attribution.cue, source, attribution.words


def was_heard(told: Heard, weights: StateWeights) -> float:
    """Return the probability that a reader calls an attribution speech, by what the tagger's network makes of it too.

    Args:
        told: What tells it.
        weights: The shipped ones, or training's.
    """
    return chance_by_states(told.features, told.states, weights)


def speech_features(article: Article, attribution: Attribution) -> Iterator[str]:
    """Yield the names of an attribution's features; none reads a name, a party, a country or a sex."""
    kind, content = attribution.kind, article.text[attribution.content[0].start : attribution.content[-1].end]
    cue = article.slice(attribution.cue.span) if attribution.cue else ""
    listed = str(listed_act(cue, following(article, attribution))) if cue else "no cue"
    place = "none"
    if attribution.cue:
        place = "behind" if attribution.content[0].start >= attribution.cue.span.end else "in front"
    first = _FIRST.match(content)
    opening = first.group(1).lower() if first else ""
    clause = "phrase"
    if opening in CLAUSE:
        clause = "that"
    elif _FINITE.search(content):
        clause = "finite"
    elif opening == "to" or opening.endswith("ing"):
        clause = opening[-3:]
    yield "1"
    yield f"act {attribution.act}"
    yield f"kind {kind}"
    yield f"listed {listed}"
    yield f"listed {listed}, {kind}"
    yield f"content {place}"
    yield f"clause {clause}"
    yield f"clause {clause}, listed {listed}"
    yield f"clause {clause}, {place}"
    yield f"words {min(int(math.log2(attribution.words + 1)), _LONGEST)}"
    yield f"block {article.kind_at(attribution.content[0].start)}"
    if attribution.cue:
        yield f"stance {attribution.cue.stance}"
        yield from _of_cue(cue, kind, sourced=attribution.source is not None)
    yield from _of_source(article, attribution)


@lru_cache(maxsize=16_384)
def _of_cue(cue: str, kind: str, *, sourced: bool) -> tuple[str, ...]:
    """Return the features of a cue's words: most cues of an archive are a few hundred."""
    return tuple(_cue_features(cue, kind, sourced=sourced))


def _cue_features(cue: str, kind: str, *, sourced: bool) -> Iterator[str]:
    words = re.findall(r"[a-z]+", cue.lower())
    verb = next((word for word in reversed(words) if word not in _LITTLE), "")
    if _NEGATED.search(cue):
        yield "negated"
        yield f"negated, {kind}"
    if AHEAD.search(cue):
        yield "ahead"
    if _BEING.search(cue):
        yield "being"
        yield f"being, {'somebody' if sourced else 'nobody'}"
    if words and words[0] in _OPENERS:
        yield f"opens with {words[0]}"
    if words and words[-1] in _LITTLE:
        yield "ends with a little word"
    if words and words[0].endswith("ing"):
        yield "begins with a participle"
    yield f"verb {_ENDINGS.sub('', verb)}"
    yield f"verb ends {next((end for end in ('ed', 'ing', 's') if verb.endswith(end)), '')}"
    yield f"cue words {min(len(cue.split()), _MOST_CUE_WORDS)}"


def _of_source(article: Article, attribution: Attribution) -> Iterator[str]:
    if attribution.source is None:
        yield "nobody"
        yield f"nobody, {attribution.kind}"
        return
    written = article.slice(attribution.source.span).strip().lower()
    if is_share(written):
        yield "a share"
    if _DOCUMENT.search(written):
        yield "a document"
    if written in _FIRST_PERSON:
        yield "first person"
    if written in _THINGS:
        yield "a thing"
    elif written in _PRONOUNS:
        yield "a pronoun"
    elif written in _ANYBODY:
        yield "anybody"
    else:
        yield "a phrase" if article.slice(attribution.source.span)[:1].islower() else "a capital"
    if attribution.cue and attribution.source.span.start > attribution.cue.span.start:
        yield "source behind"
