"""Whether somebody is truly said to think or want something: a logistic model over cue, content and holder.

The tagger marks what a verb with an object tells of anybody: "nominated Holm", "this seems to be late", "must consider
the cost". A careful reader signs only what says that somebody other than the writer thinks, knows, fears, wants, plans
or refuses something that the content names. The weights are learned from the attitudes and plans that blind readers
marked (``framing train attitudes``). What is not one stays the outlet's own words, credited to nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from framing.article import Article
from framing.attributing.acts import following, listed_as
from framing.attributing.spoken import CLAUSE, speech_features
from framing.attribution import Attribution
from framing.expressions import expression
from framing.modelling.named_weights import chance_of, load_named_weights

__all__ = ["HELD", "attitude_features", "has_holder", "held"]

HELD = 0.5
"""Probability from which an attitude or a plan is shown: three in four are ones that a careful reader signs
(docs/models/attitudes.md)."""

_UNRESOLVED = frozenset(
    "i we you he she it they who which that this these those one my our your his her its their whose me us him them"
    " myself ourselves nobody none anybody anyone everybody everyone no-one".split()
)
"""Names of rows that are no name: pronouns that stand for nobody on the page, and words for nobody in particular."""
_NOBODY = expression(r"no one|(?:no|any|every)\b", re.IGNORECASE)
_MODAL = expression(r"\b(?:must|should|would|could|can|cannot|may|might|ought)\b|[’']d\b", re.IGNORECASE)
_WILL = expression(r"\bwill\b|[’']ll\b", re.IGNORECASE)
_NEGATED = expression(r"\b(?:not|never|no|without|hardly|barely)\b|n[’']t\b", re.IGNORECASE)
_HYPOTHETICAL = expression(r"\b(?:if|whether|unless|when|until|suppose|imagine|let)\b[^.,;:]*$", re.IGNORECASE)
_POINTERS = frozenset("it this that them him her these those himself herself themselves so us me".split())
_MOST_POINTING = 3
"""Words of a content that only points back: "it", "this at all"."""
_DETERMINER = frozenset("a an the his her its their our my your this these those any some no more".split())
_RELATIVE = frozenset("who which that".split())
_POSSESSIVE = expression(r"(?:[’']s|s[’']|^his|^her|^its|^their|^our|^my|^your)$", re.IGNORECASE)
_GLUED = expression(
    r"(?:and|but|though|although|as|if|including|with|by|than|when|while|because|for|of|to)\b", re.IGNORECASE
)
"""First words of a source that is cut wrongly: "but they"."""
_LONG = 4
"""Words from which a short content is not told apart any more."""
_NEAR = 20
"""Characters between holder and cue that an auxiliary or an adverb may fill."""


def held(article: Article, attribution: Attribution, weights: Mapping[str, float] | None = None) -> float:
    """Return the probability that a reader marks an attribution as an attitude or a plan of its source.

    Args:
        article: The article.
        attribution: One that is no speech, with its source as the report credits it.
        weights: Other weights than the shipped ones: training's.
    """
    if not has_holder(attribution):
        return 0.0
    known = weights if weights is not None else load_named_weights("attitudes")
    return chance_of(attitude_features(article, attribution), known)


def has_holder(attribution: Attribution) -> bool:
    """Return whether somebody is credited who can be told: no bare pronoun, and not "no one"."""
    source = attribution.source
    return source is not None and source.name.lower() not in _UNRESOLVED and not _NOBODY.match(source.name)


def attitude_features(article: Article, attribution: Attribution, spoken: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the names of an attribution's features; none reads a name, a party, a country or a sex.

    Args:
        article: The article.
        attribution: One with its source as the report credits it.
        spoken: Its ``speech_features`` where they are known already.
    """
    told = speech_features(article, attribution) if spoken is None else spoken
    # A refusal is a plan, though it is no speech: negation is told apart by class below.
    yield from (name for name in told if not name.startswith("negated"))
    content = article.text[attribution.content[0].start : attribution.content[-1].end]
    cue = article.slice(attribution.cue.span) if attribution.cue else ""
    listed = str(listed_as(cue, following(article, attribution)))
    yield f"class {listed}"
    words = re.findall(r"[\w’'-]+", content)
    first = words[0].lower() if words else ""
    opening = "other"
    if first == "to" or first in CLAUSE:
        opening = first
    elif first in _DETERMINER:
        opening = "determiner"
    elif first.endswith("ing"):
        opening = "ing"
    elif content[:1].isupper():
        opening = "capital"
    yield f"opening {opening}"
    yield f"class {listed}, opening {opening}"
    yield f"short {min(len(words), _LONG)}"
    if len(words) <= _MOST_POINTING and first in _POINTERS:
        yield "pointer"
    for name, pattern in (("modal", _MODAL), ("will", _WILL), ("not", _NEGATED)):
        if pattern.search(cue):
            yield name
            yield f"{name}, class {listed}"
    yield from _of_holder(article, attribution)


def _of_holder(article: Article, attribution: Attribution) -> Iterator[str]:
    source, cue = attribution.source, attribution.cue
    if source is None:
        return
    written = article.slice(source.span).strip()
    yield f"identity {source.identity}"
    yield "type known" if source.type != "other" else f"type unknown, {source.identity}"
    if _POSSESSIVE.search(written):
        yield "possessive"
    if written.lower() in _RELATIVE:
        yield "relative"
    if _GLUED.match(source.name):
        yield "glued"
    begin = min(source.span.start, cue.span.start if cue else source.span.start)
    if _HYPOTHETICAL.search(article.text, max(begin - 40, 0), begin):
        yield "hypothetical"
    if cue:
        gap, ahead = cue.span.start - source.span.end, attribution.content[0].start - cue.span.end
        yield f"holder {'behind' if gap < 0 else 'adjoining' if gap <= 1 else 'near' if gap < _NEAR else 'far'}"
        yield f"content {'in front' if ahead < 0 else 'adjoining' if ahead <= 1 else 'apart'}"
    if len(attribution.content) > 1:
        yield "in parts"
