"""Speech inside of what is reported: "The Tarn Times reported that Holm told staff that the mill would close".

A tagger marks one level. The content of an indirect report is read once more as a text of its own; who is credited with
speech there is the one who spoke, and the outer source passes it on.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.acts import following, listed_act
from framing.attributing.credit import is_quoted, word_count
from framing.attributing.passives import is_acted_upon
from framing.attributing.plausible import stands
from framing.attributing.spoken import AHEAD, was_spoken
from framing.attributing.tagged import tagged
from framing.attribution import Attribution
from framing.entities.shares import is_share
from framing.modelling.labels import Stretch, Stretches
from framing.modelling.linking import link
from framing.modelling.tagging import AttributionModel, linking_text, tag_inside
from framing.modelling.token_features import TokenFeatures

__all__ = ["with_inner_speech"]

_FEWEST_TOKENS = 5
"""Tokens of a content in which a source, a cue and a content may stand."""
_SPOKEN = 0.9
"""Probability from which speech inside of speech is shown. From 0.75 on readers' names would be right in 0.003 more;
PolNeAR, which marks one level, would count 0.003 fewer contents."""
_PASSED_ON = 0.5
"""Share of a content that others' words, cues and mentions hold, from which the outer source only passes them on."""
_PRONOUNS = frozenset(
    "i we you he she it they who which that one this these those my our your his her its their whose".split()
)
"""They stand for the outer source more often than for another one: "Holm said that she had warned the board"."""


def with_inner_speech(
    article: Article,
    features: TokenFeatures,
    attributions: Sequence[Attribution],
    model: AttributionModel,
    weights: Mapping[str, float] | None,
) -> tuple[Attribution, ...]:
    """Return the attributions in text order, with those inside of indirect speech, and the words of each its own.

    Args:
        article: The article.
        features: Its tokens as the tagger sees them.
        attributions: Those that stand, in text order.
        model: The tagger and linker.
        weights: Weights of what was spoken; ``None`` for the shipped ones.
    """
    places: list[tuple[int, Stretch]] = []
    for number, attribution in enumerate(attributions):
        if attribution.act == "speech" and attribution.kind != "direct" and attribution.source is not None:
            places += [(number, stretch) for stretch in _stretches(article, attribution)]
    if not places:
        return tuple(attributions)
    marked = tag_inside(features, [stretch for _, stretch in places], model)
    inner: list[Attribution] = []
    outer = list(attributions)
    taken = {place for one in attributions if one.cue for place in range(*one.cue.span)}
    for (number, _), found in zip(places, marked, strict=True):
        told = [
            one
            for one in _told(article, features, found, model)
            if one.cue is not None
            and taken.isdisjoint(range(*one.cue.span))
            and was_spoken(article, one, weights) >= _SPOKEN
        ]
        inner += told
        outer[number] = _passing_on(article, outer[number], told)
    return tuple(sorted((*outer, *inner), key=lambda one: one.content[0].start))


def _stretches(article: Article, attribution: Attribution) -> Iterator[Stretch]:
    starts = article.tokens.starts
    for span in attribution.content:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if last - first >= _FEWEST_TOKENS:
            yield Stretch(first, last)


def _told(
    article: Article, features: TokenFeatures, found: Stretches, model: AttributionModel
) -> Iterator[Attribution]:
    """Yield the speech that a named or described source is credited with in one content, not what one is to say."""
    if not (found.contents and found.cues and found.sources):
        return
    links = link(linking_text(article, features, found), model.cue_weights, model.source_weights)
    for one in tagged(article, found, links):
        if one.cue is None or one.source is None:
            continue
        announcing = one.cue.span
        # A poll's shares are what the poll says: "found that 60 percent of the voters blamed the board".
        told_by = article.slice(one.source.span)
        if (
            told_by.lower() in _PRONOUNS
            or is_share(told_by.removeprefix("that "))
            or AHEAD.search(article.slice(announcing))
            or is_quoted(article, announcing.start)
        ):
            continue
        listed = listed_act(article.slice(announcing), following(article, one)) == "speech"
        if listed and one.act == "speech" and stands(article, one) and not is_acted_upon(article, one):
            yield one


def _passing_on(article: Article, outer: Attribution, told: Sequence[Attribution]) -> Attribution:
    """Return an outer attribution that keeps the words which are not an inner one's."""
    if not told:
        return outer
    passed = sum(one.words for one in told)
    announced = sum(word_count(article, part.span) for one in told for part in (one.cue, one.source) if part)
    relayed = passed + announced >= _PASSED_ON * sum(word_count(article, span) for span in outer.content)
    return replace(outer, words=max(outer.words - passed, 0), relayed=relayed)
