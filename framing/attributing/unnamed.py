"""Who speaks, without name, type and identity: enough to tell the outlet's own words from other people's."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.inside import with_inner_speech
from framing.attributing.passives import is_acted_upon
from framing.attributing.runs import runs_around
from framing.attributing.standing import standing_attributions
from framing.attribution import Attribution
from framing.encoding.encoded import EncodedArticle
from framing.entities.relatives import RELATIVE, noun_before
from framing.modelling.article_words import ArticleWords
from framing.modelling.tagging import attribution_model
from framing.modelling.token_features import token_features
from framing.source_typing.identities import is_anonymous
from framing.spans import Span

__all__ = ["speakers", "speakers_unless_anonymous"]


def speakers(
    article: Article,
    words: ArticleWords,
    places: Iterable[int] | None = None,
    encoded: EncodedArticle | None = None,
) -> tuple[Attribution, ...]:
    """Return the attributions with source mentions alone.

    Speech inside of indirect speech is left out, because the words around it are not the outlet's anyway.

    Args:
        article: The segmented text.
        words: Its words as the models and the lexicons see them.
        places: Offsets of words outside of quotation marks whose speaker is asked for; only their own blocks are read,
            and one that ends with a colon in front. ``None`` for all. Of 1,500 articles of the news sample, whose words
            a loaded term is was never told by another block.
        encoded: What the encoder says of the article, to mark the stretches by too.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not len(article.tokens):
        return ()
    model = attribution_model()
    features = token_features(article, words.symmetric, model.vocabulary)
    parts = None if places is None else runs_around(article, places)
    return _speaking(
        article, standing_attributions(article, words, features, model, parts=parts, encoded=encoded).attributions
    )


def speakers_unless_anonymous(
    article: Article, words: ArticleWords, places: Iterable[int], signs: Sequence[int]
) -> tuple[Attribution, ...] | None:
    """Return what ``speakers`` returns, ``None`` where ``attributed`` may call a source anonymous.

    Most texts with a sign of anonymity speak of sources of energy, or of insiders who say nothing: the blocks with the
    signs tell, and no source need be named.

    Args:
        article: The segmented text.
        words: Its words as the models and the lexicons see them.
        places: Offsets of words whose speaker is asked for.
        signs: From ``signs_of_anonymity``: their blocks are read, too.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not signs:
        return speakers(article, words, places)
    model = attribution_model()
    features = token_features(article, words.symmetric, model.vocabulary)
    parts = runs_around(article, places, signs)
    found = standing_attributions(article, words, features, model, parts=parts).attributions
    holding = [one for one in found if any(start <= sign < end for start, end in one.content for sign in signs)]
    inner = with_inner_speech(article, features, holding, model, None)
    mentions = {one.source.span for one in (*found, *inner) if one.source is not None}
    return None if any(_may_be_anonymous(article, mention) for mention in mentions) else _speaking(article, found)


def _speaking(article: Article, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return attributions, those of whoever is acted upon without a source."""
    return tuple(
        replace(one, source=None) if one.source is not None and is_acted_upon(article, one) else one
        for one in attributions
    )


def _may_be_anonymous(article: Article, mention: Span) -> bool:
    """Return whether a mention may be of somebody anonymous: of a relative pronoun, the noun in front of it tells."""
    relative = article.slice(mention).lstrip('“" ').lower().startswith(RELATIVE)
    noun = noun_before(article.text, mention.start) if relative else None
    return any(is_anonymous(article.text, span) for span in (mention, noun) if span is not None)
