"""Speech inside of indirect speech: "The Tarn Times reported that Holm told staff that the mill would close".

The tagger marks one level of attribution. The content of each indirect attribution is therefore tagged a second time.
The inner source ("Holm") spoke, and the outer source ("The Tarn Times") passes the words on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.able import can_speak
from framing.attributing.acts import following, listed_act
from framing.attributing.anonymity import RELAYED
from framing.attributing.clauses import FINITE
from framing.attributing.content_ends import NAMING, ended
from framing.attributing.credit import is_quoted, word_count
from framing.attributing.passives import is_acted_upon
from framing.attributing.plausible import stands
from framing.attributing.spoken import AHEAD, was_spoken
from framing.attributing.tagged import tagged
from framing.attribution import Attribution
from framing.entities.shares import is_share
from framing.expressions import expression
from framing.modelling.labels import Stretch
from framing.modelling.linking import LinkingText, link
from framing.modelling.tagging import AttributionModel, linking_text, tag_inside
from framing.modelling.token_features import TokenFeatures

__all__ = ["with_inner_speech"]

_FEWEST_TOKENS = 5
"""Tokens of the shortest content that can hold a source, a cue and a content of its own."""
_SPOKEN = 0.75
"""Probability from which inner speech is shown. From 0.9 on, 0.005 fewer of the readers' names are right (0.012 on 48
articles never looked at); from 0.5 on, 0.003 more, and 0.003 fewer rows of the panel."""
_PASSED_ON = 0.5
"""Share of a content in inner attributions (content, cue and source) from which the outer source only passes it on. Set
by hand: most of it."""
_OWN = expression(r"(?:his|her|its|their|my|our) own\b", re.IGNORECASE)
"""How an inner subject begins that is the outer source's: "its own survey"."""
_UNREAL = expression(
    r"\b(?:[Ii]t(?: is| was|[’']s) (?:about |high )?time|wish(?:es|ed)?|if only|as if|as though) (?:that )?"
    r"(?:the |an? )?$"
)
"""In front of what nobody has said yet: "it is time [the board admitted]"."""
_LOOKED_BACK = 27
"""Characters in front of an inner subject that hold such words."""
_CLAUSE = expression(
    rf"(?<!to )(?:{FINITE.pattern})|\b(?:[a-z]{{2,}}ed|because)\b|^(?:that|he|she|it|they|we|I|you)\b|^[“\"]?[A-Z]"
)
"""What a clause has and a phrase has not; the whole of a quoted sentence has its capital."""
_PRONOUNS = frozenset(
    "i we you he she it they who which that one this these those my our your his her its their whose".split()
)
"""Inner subjects that are mostly the outer source itself: "Holm said that she had warned the board"."""


def with_inner_speech(
    article: Article,
    features: TokenFeatures,
    attributions: Sequence[Attribution],
    model: AttributionModel,
    weights: Mapping[str, float] | None,
) -> tuple[Attribution, ...]:
    """Return the attributions in text order, inner ones included; each word counts for one attribution.

    Args:
        article: The article.
        features: Its tokens as the tagger sees them.
        attributions: The outer ones, in text order.
        model: The tagger and linker.
        weights: Weights of ``was_spoken``; ``None`` for the shipped ones.
    """
    places: list[tuple[int, Stretch]] = []
    for number, attribution in enumerate(attributions):
        if attribution.act == "speech" and attribution.kind != "direct" and attribution.source is not None:
            places += [(number, stretch) for stretch in _stretches(article, attribution)]
    if not places:
        return tuple(attributions)
    marked = tag_inside(features, [stretch for _, stretch in places], model)
    seen = linking_text(article, features, marked[0])
    inner: list[Attribution] = []
    outer = list(attributions)
    taken = {place for attribution in attributions if attribution.cue for place in range(*attribution.cue.span)}
    for (number, _), stretches in zip(places, marked, strict=True):
        told = [
            reported
            for reported in _told(article, seen.holding(stretches), model, outer[number])
            if reported.cue is not None
            and taken.isdisjoint(range(*reported.cue.span))
            and was_spoken(article, reported, weights) >= _SPOKEN
        ]
        inner += told
        outer[number] = _passing_on(article, outer[number], told)
    return tuple(sorted((*outer, *inner), key=lambda attribution: attribution.content[0].start))


def _stretches(article: Article, attribution: Attribution) -> Iterator[Stretch]:
    starts = article.tokens.starts
    for span in attribution.content:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if last - first >= _FEWEST_TOKENS:
            yield Stretch(first, last)


def _told(article: Article, seen: LinkingText, model: AttributionModel, outer: Attribution) -> Iterator[Attribution]:
    """Yield the inner speech of one content: by a source with a name or description, and already said."""
    stretches = seen.found
    if not (stretches.contents and stretches.cues and stretches.sources):
        return
    links = link(seen, model.cue_weights, model.source_weights)
    for attribution in tagged(article, stretches, links):
        if attribution.cue is None or attribution.source is None:
            continue
        announcing = attribution.cue.span
        # A poll's shares are what the poll says: "found that 60 percent of the voters blamed the board".
        told_by = article.slice(attribution.source.span)
        if (
            told_by.lower() in _PRONOUNS
            or _OWN.match(told_by)
            or _UNREAL.search(
                article.text, max(attribution.source.span.start - _LOOKED_BACK, 0), attribution.source.span.start
            )
            or is_share(told_by.removeprefix("that "))
            or AHEAD.search(article.slice(announcing))
            or is_quoted(article, announcing.start)
        ):
            continue
        listed = listed_act(article.slice(announcing), following(article, attribution)) == "speech"
        if (
            listed
            and attribution.act == "speech"
            and stands(article, attribution)
            and can_speak(article, replace(attribution, kind="indirect"))
            and not _is_retold(article, attribution, outer)
            and not is_acted_upon(article, attribution)
        ):
            yield ended(article, attribution)


def _is_retold(article: Article, inner: Attribution, outer: Attribution) -> bool:
    """Return whether quoted words inside of indirect speech are the outer source's own: they are no clause and no name.

    "Holm said that Orr reminded voters of “a wet weekend”" quotes Holm. Somebody who calls something a name, or says a
    whole clause, is quoted where it is told; whoever reports or cites quotes others.
    """
    reports = outer.cue is None or RELAYED.search(article.slice(outer.cue.span)) is not None
    if reports or inner.kind == "indirect" or inner.cue is None or NAMING.search(article.slice(inner.cue.span)):
        return False
    return not any(_CLAUSE.search(article.slice(span)) for span in inner.content)


def _passing_on(article: Article, outer: Attribution, told: Sequence[Attribution]) -> Attribution:
    """Return an outer attribution without the words that belong to an inner one."""
    if not told:
        return outer
    passed = sum(attribution.words for attribution in told)
    announced = sum(
        word_count(article, part.span) for attribution in told for part in (attribution.cue, attribution.source) if part
    )
    relayed = passed + announced >= _PASSED_ON * sum(word_count(article, span) for span in outer.content)
    return replace(outer, words=max(outer.words - passed, 0), relayed=relayed)
