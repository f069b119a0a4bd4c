"""Persuasion techniques in sentences, each shown with the words that decided.

Shipped are techniques that reach a useful precision across articles (``docs/models/techniques.md``). The span runs
from the first to the last of the words that carry the score, and holds whole what it would cut of a listed phrase.
"""

from bisect import bisect_left
from collections.abc import Sequence

from framing.article import Article
from framing.finding import LoadedTerm, Technique
from framing.modelling.linear import probabilities
from framing.modelling.sentences import Scored, WordWeight, sentence_models
from framing.spans import Span, overlaps

__all__ = ["score"]

_CARRYING = 0.6
"""Share of the words' positive weight that the shown span holds."""
_SHORTEST = 4
"""Words of a sentence that is looked at: techniques take a clause."""
_BLOCKS = frozenset({"headline", "deck", "body", "subhead", "pull_quote"})


def score(article: Article, scored: Scored, terms: Sequence[LoadedTerm] = ()) -> tuple[Technique, ...]:
    """Return the techniques of an article in text order.

    Args:
        article: The article.
        scored: What the models say of its sentences.
        terms: Its listed words and phrases that judge.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    models = sentence_models()
    manifest = models.manifests["techniques"]
    chance = probabilities(scored.scores["techniques"])
    listed = sorted(term.span for term in terms)
    longest = max((end - start for start, end in listed), default=0)
    techniques: list[Technique] = []
    for row, sentence in enumerate(article.sentences):
        if scored.words[row] < _SHORTEST or article.blocks[sentence.block].kind not in _BLOCKS:
            continue
        for output, (name, threshold) in enumerate(zip(manifest["outputs"], manifest["thresholds"], strict=True)):
            if chance[row, output] >= threshold:
                start, end = _deciding(models.word_weights(article.slice(sentence[:2]), "techniques", output))
                span = Span(sentence.start + start, sentence.start + end)
                near = slice(bisect_left(listed, (span.start - longest, 0)), bisect_left(listed, (span.end, 0)))
                span = _whole(span, listed[near])
                techniques.append(Technique(name, span, float(chance[row, output])))
    return tuple(sorted(techniques, key=lambda technique: (technique.span, technique.name)))


def _whole(span: Span, listed: Sequence[Span]) -> Span:
    """Return a span with all of the listed phrases that it holds a part of: "witch" alone says nothing."""
    held = [one for one in listed if overlaps(one, span)]
    return Span(min([span.start, *(one.start for one in held)]), max([span.end, *(one.end for one in held)]))


def _deciding(words: Sequence[WordWeight]) -> tuple[int, int]:
    """Return the shortest run of words that holds the carrying share of the positive weight."""
    weights = [max(word.weight, 0.0) for word in words]
    wanted = _CARRYING * sum(weights)
    best = (0, len(words) - 1)
    first = 0
    held = 0.0
    for last, weight in enumerate(weights):
        held += weight
        while first < last and held - weights[first] >= wanted:
            held -= weights[first]
            first += 1
        if held >= wanted > 0 and last - first < best[1] - best[0]:
            best = (first, last)
    return words[best[0]].start, words[best[1]].end
