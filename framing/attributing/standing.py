"""The attributions that stand: what the tagger marked and the linker joined, mended and judged."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing.able import can_speak
from framing.attributing.content_ends import ended
from framing.attributing.continuation import with_speakers
from framing.attributing.forms import with_forms
from framing.attributing.main_clauses import with_main_clauses
from framing.attributing.plausible import is_empty_subject, is_hearsay, is_inverted, stands
from framing.attributing.polled import with_polled
from framing.attributing.second_cues import with_second_cues
from framing.attributing.source_edges import with_whole_source
from framing.attributing.spoken import SPOKEN, Heard, as_told, heard, was_heard
from framing.attributing.tagged import tagged
from framing.attribution import Attribution
from framing.encoding.encoded import EncodedArticle
from framing.modelling.article_words import ArticleWords
from framing.modelling.linking import link
from framing.modelling.state_weights import StateWeights, weights_for
from framing.modelling.tagging import AttributionModel, linking_text, tag
from framing.modelling.token_features import TokenFeatures

__all__ = ["Standing", "standing_attributions"]


class Standing(NamedTuple):
    """Attributions that are kept.

    Attributes:
        attributions: With source mentions.
        states: What the tagger's network makes of each token, of shape (n_tokens, states); zeros where it read nothing.
        heard: What told of those that were in doubt whether they are speech, by ``as_told``.
    """

    attributions: tuple[Attribution, ...]
    states: NDArray[np.float16]
    heard: Mapping[Hashable, Heard]


def standing_attributions(
    article: Article,
    words: ArticleWords,
    features: TokenFeatures,
    model: AttributionModel,
    speech: StateWeights | None = None,
    parts: Sequence[tuple[int, int]] | None = None,
    encoded: EncodedArticle | None = None,
) -> Standing:
    """Return the attributions that are kept.

    Args:
        article: The article.
        words: Its words.
        features: Its tokens as the tagger sees them.
        model: The tagger.
        speech: Other weights than the shipped ones for whether a cue tells of speech; without any the lexicons say it.
        parts: Runs of blocks that alone are read; ``None`` for all.
        encoded: What the encoder says of the article.
    """
    stretches, states = tag(article, features, model, parts, encoded)
    if parts is not None:
        read = {number for first, last in parts for number in range(first, last)}
        article = replace(
            article, sentences=tuple(sentence for sentence in article.sentences if sentence.block in read)
        )
    links = link(linking_text(article, features, stretches), model.cue_weights, model.source_weights)
    bare = with_forms(article, words, tuple(tagged(article, stretches, links)))
    whole = (with_whole_source(article, attribution) for attribution in bare)
    spoken = with_speakers(article, tuple(attribution for attribution in whole if attribution is not None))
    standing = tuple(one for one in spoken if stands(article, one) and can_speak(article, one))
    whole_clauses = (ended(article, one) for one in with_main_clauses(article, standing))
    standing = tuple(part for one in whole_clauses for part in with_second_cues(article, one))
    weights = weights_for(model, "heard", words_alone="speech") if speech is None else speech
    doubted = [one for one in standing if weights.named and _is_in_doubt(article, one)]
    told = {as_told(one): heard(article, one, states) for one in doubted}
    unspoken = {one for one, seen in told.items() if was_heard(seen, weights) < SPOKEN}
    standing = tuple(replace(one, act="plan") if as_told(one) in unspoken else one for one in standing)
    return Standing(with_polled(article, standing), states, told)


def _is_in_doubt(article: Article, attribution: Attribution) -> bool:
    """Return whether an attribution of speech may be a plan, as its words tell.

    Some attributions are reports whatever the model says: a clause without a source ("there are estimates that the mill
    will close", "as is widely believed"), a cue that is a mark alone ("Holm: mill will close"), and one between a
    clause and its subject ("the mill will close, agrees Holm").
    """
    cue = article.slice(attribution.cue.span) if attribution.cue else ""
    told = attribution.source is None and (
        is_empty_subject("it", cue) or is_hearsay(cue) or article.text.startswith("that ", attribution.content[0].start)
    )
    told = told or not any(letter.isalpha() for letter in cue) or is_inverted(article, attribution)
    return attribution.act == "speech" and not told
