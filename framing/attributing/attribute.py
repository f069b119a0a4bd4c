"""Attributions of an article: the tagger marks stretches, the linker joins them, and each source is named and typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing.anonymity import is_explained, is_relayed
from framing.attributing.inside import with_inner_speech
from framing.attributing.passives import is_acted_upon
from framing.attributing.rating import Sureness, rated
from framing.attributing.repeats import without_repeats
from framing.attributing.standing import standing_attributions
from framing.attribution import Attribution, Source
from framing.encoding.encoded import EncodedArticle
from framing.entities import build_table
from framing.entities.rows import Row
from framing.entity import Entity
from framing.modelling.article_words import ArticleWords, read_words
from framing.modelling.gazetteer import load_gazetteer
from framing.modelling.known_names import load_known_names
from framing.modelling.named_weights import load_named_weights
from framing.modelling.public_figures import load_public_figures
from framing.modelling.state_weights import StateWeights, weights_for
from framing.modelling.tagging import AttributionModel, attribution_model
from framing.modelling.token_features import token_features
from framing.source_typing import OpenData, describe, find_words
from framing.source_typing.case import Case
from framing.source_typing.judge import TypeModel
from framing.spans import Span

__all__ = ["Attributed", "Learned", "attribute", "attributed", "models"]

_PERSONAL = frozenset({"I", "he", "she", "they", "we"})


class Attributed(NamedTuple):
    """Who says what, and who is who.

    Attributes:
        attributions: In text order.
        entities: In the order of their first mentions; ``Source.entity`` is a place in it.
        cases: What each entity's type was judged by.
        states: What the tagger's network made of each token, of shape (n_tokens, states); none where nobody is named.
    """

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    cases: tuple[Case, ...]
    states: NDArray[np.float16] = np.zeros((0, 0), dtype=np.float16)


class Learned(NamedTuple):
    """Other weights than the shipped ones, for training and for tests.

    Attributes:
        types: Of source types.
        speech: For whether a cue tells of speech; without weights the lexicons alone say it.
        attitudes: For whether somebody thinks or wants what is told of them; empty to call all sure.
        certainty: For whether an attribution of speech is right; without weights all are sure.
        tails: For whether a content ends in words of the writer's; without weights none does.
    """

    types: TypeModel | None = None
    speech: StateWeights | None = None
    attitudes: Mapping[str, float] | None = None
    certainty: StateWeights | None = None
    tails: StateWeights | None = None


SHIPPED = Learned()
"""The shipped weights of all."""


def attribute(article: Article, model: AttributionModel | None = None) -> tuple[Attribution, ...]:
    """Return the attributions alone; see ``attributed``."""
    return attributed(article, read_words(article), model).attributions


def attributed(
    article: Article,
    words: ArticleWords,
    model: AttributionModel | None = None,
    *,
    open_data: bool = True,
    learned: Learned = SHIPPED,
    encoded: EncodedArticle | None = None,
) -> Attributed:
    """Return the attributions and the entities of an English article.

    Args:
        article: The segmented text.
        words: Its words as the models and the lexicons see them.
        model: Another model than the shipped one: cross-validation's.
        open_data: Whether open data and other articles may give a name its type and its pronoun where the page does
            not.
        learned: Other weights than the shipped ones.
        encoded: What the encoder says of the article, to mark the stretches by too.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not len(article.tokens):
        return Attributed((), (), ())
    known = OpenData(load_gazetteer(), load_known_names(), load_public_figures()) if open_data else None
    model = model or attribution_model()
    features = token_features(article, words.symmetric, model.vocabulary)
    standing, states, heard = standing_attributions(article, words, features, model, learned.speech, encoded=encoded)
    standing = with_inner_speech(article, features, standing, model, learned.speech.named if learned.speech else None)
    every = _described(article, words, standing, known, learned.types)
    sureness = Sureness(
        load_named_weights("attitudes") if learned.attitudes is None else learned.attitudes,
        learned.certainty or weights_for(model, "certain"),
        learned.tails or weights_for(model, "tails"),
    )
    once = tuple(_without_own_relays(without_repeats(every.attributions)))
    marked = rated(article, words.symmetric, once, every.entities, states, heard, sureness)
    return every._replace(attributions=tuple(marked), states=states)


def _without_own_relays(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; whoever says that they said something, or that it was said, passes on nobody's words."""
    spoken = [one for one in attributions if one.act == "speech"]
    for outer in attributions:
        inside = [inner.source for inner in spoken if _is_cued_inside(inner, outer)] if outer.relayed else []
        own = all(source is None or (outer.source and source.entity == outer.source.entity) for source in inside)
        yield replace(outer, relayed=False) if inside and own else outer


def _is_cued_inside(inner: Attribution, outer: Attribution) -> bool:
    cue = inner.cue.span if inner.cue else None
    return cue is not None and any(span.start <= cue.start and cue.end <= span.end for span in outer.content)


def _is_nobody(row: Row) -> bool:
    """Return whether a row is a pronoun for no person ("it", "which", "their") that stands for nobody on the page."""
    return row.kind == "pronoun" and row.name not in _PERSONAL


def models() -> dict[str, str]:
    """Return the versions of the model and of the open data by their names."""
    return {
        "attribution": attribution_model().version,
        "gazetteer": load_gazetteer().as_of,
        "known_names": load_known_names().as_of,
        "public_figures": load_public_figures().as_of,
    }


def _described(
    article: Article,
    words: ArticleWords,
    bare: tuple[Attribution, ...],
    open_data: OpenData | None,
    types: TypeModel | None,
) -> Attributed:
    """Give each source the name, type, party and identity of its entity; mark anonymity and words passed on."""
    typing = find_words(article, words.compared)
    nouns = {Span(hit.start, hit.end): hit.entry.category for hit in typing.roles}
    known_gender = open_data.gender if open_data else None
    table = build_table(article, words.symmetric, bare, nouns, known_gender)
    described = describe(article, table, typing, open_data, bare, types)
    result: list[Attribution] = []
    for attribution in bare:
        if attribution.source is None:
            result.append(attribution)
            continue
        credited = table.credited[attribution.source.span]
        for number, (row, span) in enumerate(credited):
            entity = described.entities[described.of_row[row]]
            source = Source(
                span, entity.name, entity.type, entity.party, entity.identity, entity.evidence, entity=entity.id
            )
            explained = is_explained(article, attribution, source) if source.identity == "anonymous" else None
            relayed = attribution.relayed or is_relayed(article, attribution)
            # Somebody who is acted upon ("Holm was told") does not speak, but the next "he" may stand for them.
            speaks = None if is_acted_upon(article, attribution) or _is_nobody(table.rows[row]) else source
            explained = explained if speaks else None
            # What several say together is shared evenly among them, so that no word counts twice.
            share = attribution.words // len(credited) + (number < attribution.words % len(credited))
            result.append(
                replace(attribution, source=speaks, anonymity_explained=explained, relayed=relayed, words=share)
            )
            if speaks is None:
                break
    return Attributed(tuple(result), described.entities, described.cases)
