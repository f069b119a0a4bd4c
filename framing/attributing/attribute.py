"""Attributions of an article: stretches tagged, linked, and each source named, typed and identified."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.article import Article
from framing.attributing.anonymity import is_explained, is_relayed
from framing.attributing.continuation import with_speakers
from framing.attributing.forms import with_forms
from framing.attributing.inside import with_inner_speech
from framing.attributing.passives import is_acted_upon
from framing.attributing.plausible import is_empty_subject, is_hearsay, stands
from framing.attributing.polled import with_polled
from framing.attributing.spoken import SPOKEN, was_spoken
from framing.attributing.tagged import tagged
from framing.attribution import Attribution, Source
from framing.entities import build_table
from framing.entity import Entity
from framing.modelling.article_words import ArticleWords, read_words
from framing.modelling.gazetteer import load_gazetteer
from framing.modelling.known_names import load_known_names
from framing.modelling.linking import link
from framing.modelling.tagging import AttributionModel, attribution_model, linking_text, tag
from framing.source_typing import OpenData, describe, find_words
from framing.source_typing.case import Case
from framing.source_typing.judge import TypeModel
from framing.spans import Span

__all__ = ["Attributed", "attribute", "attributed", "models", "speakers"]


_BEFORE, _BEHIND = 2, 1
"""Blocks around a word in which what is said of it stands: a speaker goes on over the next paragraphs, and a quotation
may be announced behind it."""


class Attributed(NamedTuple):
    """Who says what, and who is who.

    Attributes:
        attributions: In text order.
        entities: In the order of their first mentions; ``Source.entity`` is a place in it.
        cases: What each entity's type was judged by.
    """

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    cases: tuple[Case, ...]


def attribute(article: Article, model: AttributionModel | None = None) -> tuple[Attribution, ...]:
    """Return the attributions alone; see ``attributed``."""
    return attributed(article, read_words(article), model).attributions


def attributed(
    article: Article,
    words: ArticleWords,
    model: AttributionModel | None = None,
    *,
    open_data: bool = True,
    types: TypeModel | None = None,
    speech: Mapping[str, float] | None = None,
) -> Attributed:
    """Return the attributions and the entities of an English article.

    Args:
        article: The segmented text.
        words: Its words as the models and the lexicons see them.
        model: Another model than the shipped one: cross-validation's.
        open_data: Whether a full name of which the page tells nothing may be typed by what is known from elsewhere.
        types: Another model of source types than the shipped one: training's.
        speech: Other weights of what was spoken than the shipped ones; empty where the lexicons alone decide.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not len(article.tokens):
        return Attributed((), (), ())
    known = OpenData(load_gazetteer(), load_known_names()) if open_data else None
    return _described(article, words, _standing(article, words, model, speech), known, types)


def speakers(article: Article, words: ArticleWords, places: Sequence[int] | None = None) -> tuple[Attribution, ...]:
    """Return the attributions with sources that have no name, type and identity: enough to tell whose words are whose.

    Who speaks inside of what somebody reports is left out: the words are no more the outlet's for it.

    Args:
        article: The segmented text.
        words: Its words as the models and the lexicons see them.
        places: Offsets of which alone it must be known whose words they are: only the blocks around them are read.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    parts = None if places is None else _around(article, places)
    return tuple(
        replace(one, source=None) if one.source is not None and is_acted_upon(article, one) else one
        for one in _standing(article, words, None, None, parts, inner=False)
    )


def _around(article: Article, places: Iterable[int]) -> list[tuple[int, int]]:
    """Return the runs of blocks that tell whose words stand at some places."""
    starts = [block.start for block in article.blocks]
    blocks = {bisect_right(starts, place) - 1 for place in places}
    wanted = sorted({near for number in blocks for near in range(number - _BEFORE, number + _BEHIND + 1)})
    runs: list[tuple[int, int]] = []
    for number in wanted:
        if not 0 <= number < len(starts):
            continue
        joins = bool(runs) and runs[-1][1] == number
        runs[-1 if joins else len(runs) :] = [(runs[-1][0] if joins else number, number + 1)]
    return runs


def _standing(
    article: Article,
    words: ArticleWords,
    model: AttributionModel | None,
    speech: Mapping[str, float] | None,
    parts: Sequence[tuple[int, int]] | None = None,
    *,
    inner: bool = True,
) -> tuple[Attribution, ...]:
    """Return the attributions that stand, their sources as mentions; some runs of blocks may be read alone."""
    if not len(article.tokens):
        return ()
    model = model or attribution_model()
    features, found = tag(article, words.symmetric, model, parts)
    if parts is not None:
        read = {number for first, last in parts for number in range(first, last)}
        article = replace(article, sentences=tuple(one for one in article.sentences if one.block in read))
    links = link(linking_text(article, features, found), model.cue_weights, model.source_weights)
    bare = with_forms(article, words, tuple(tagged(article, found, links)))
    spoken = with_speakers(article, bare)
    standing = tuple(one for one in spoken if stands(article, one))
    if speech is None or speech:
        standing = tuple(_heard(article, one, speech) for one in standing)
    standing = with_polled(article, standing)
    return with_inner_speech(article, features, standing, model, speech) if inner else standing


def _heard(article: Article, attribution: Attribution, weights: Mapping[str, float] | None) -> Attribution:
    """Return an attribution as what somebody did where its words were hardly spoken.

    A clause that nobody is credited with is a report all the same: "there are estimates that the mill will close",
    "as is widely believed"; so is what stands at a mark alone ("Holm: mill will close") or is shown by its form.
    """
    cue = article.slice(attribution.cue.span) if attribution.cue else ""
    told = attribution.source is None and (
        is_empty_subject("it", cue) or is_hearsay(cue) or article.text.startswith("that ", attribution.content[0].start)
    )
    told = told or not any(letter.isalpha() for letter in cue)
    spoken = attribution.act != "speech" or told or was_spoken(article, attribution, weights) >= SPOKEN
    return attribution if spoken else replace(attribution, act="plan")


def models() -> dict[str, str]:
    """Return the versions of the model and of the open data by their names."""
    return {
        "attribution": attribution_model().version,
        "gazetteer": load_gazetteer().as_of,
        "known_names": load_known_names().as_of,
    }


def _described(
    article: Article,
    words: ArticleWords,
    bare: tuple[Attribution, ...],
    open_data: OpenData | None,
    types: TypeModel | None,
) -> Attributed:
    """Give each source its entity's name, type, party and identity, and say what is known of anonymity and relaying."""
    typing = find_words(article, words.compared)
    nouns = {Span(hit.start, hit.end): hit.entry.category for hit in typing.roles}
    table = build_table(article, words.symmetric, bare, nouns)
    described = describe(article, table, typing, open_data, bare, types)
    result: list[Attribution] = []
    for attribution in bare:
        if attribution.source is None:
            result.append(attribution)
            continue
        span = attribution.source.span
        entity = described.entities[described.of_row[table.row_of[span]]]
        source = Source(
            span, entity.name, entity.type, entity.party, entity.identity, entity.evidence, entity=entity.id
        )
        explained = is_explained(article, attribution, source) if source.identity == "anonymous" else None
        relayed = attribution.relayed or is_relayed(article, attribution, source)
        # Who is acted upon is somebody that the next "he" may stand for, and yet no speaker.
        speaks = None if is_acted_upon(article, attribution) else source
        explained = explained if speaks else None
        result.append(replace(attribution, source=speaks, anonymity_explained=explained, relayed=relayed))
    return Attributed(tuple(result), described.entities, described.cases)
