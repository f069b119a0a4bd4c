"""Repairs of tagged attributions that any tagger needs.

A tagger labels tokens one by one. It may run into the next sentence, mark a cue inside a quotation, or mark words both
as content and as source. The page itself shows that this is wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from framing.article import Article, Sentence
from framing.attributing.credit import credit, is_quoted, sourced, word_count
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["repaired", "sentence_at"]

_EDGE = " \t\n\u00a0,;:–—-"
_TO = "according to "
_FARTHEST = 1500
"""Characters of a sentence that are read on each side of a cue, so that a text without full stops takes linear time."""
_ASKING = expression(r"\bask(?:s|ed|ing)?$", re.IGNORECASE)
_ASKED = expression(r"\s+((?:[A-Z][\w.’'-]*\s?){1,4}|(?:the|a|an|his|her|their) [\w’'-]+(?: [\w’'-]+)?)(?=[.,])")


def repaired(article: Article, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the repaired attributions; those that have no content left are dropped, and an answer gets its own.

    Args:
        article: The article.
        attributions: As tagged and linked, in text order.
    """
    for tagged in attributions:
        attribution = _beside_phrase(article, tagged)
        cue = attribution.cue.span if attribution.cue else None
        if cue is not None and _is_inside_marks(article, cue):
            continue
        source = attribution.source.span if attribution.source else None
        contents = [piece for span in attribution.content for piece in _allowed(article, span, cue, source)]
        contents = [piece for piece in contents if word_count(article, piece)]
        if not contents:
            continue
        kept, answer = _without_answer(article, contents, cue)
        if tuple(kept) == attribution.content:
            yield attribution
        else:
            yield credit(article, kept, cue, source)
        if answer:
            asked = _ASKED.match(article.text, cue.end if cue else 0)
            yield credit(article, answer, None, Span(*asked.span(1)) if asked else None)


def sentence_at(article: Article, place: int) -> Span | None:
    """Return the sentence that holds an offset; of a very long one, the part near the offset."""
    number = bisect_right(article.sentences, place, key=lambda sentence: sentence.start) - 1
    sentence = article.sentences[number] if number >= 0 else None
    if sentence is None or place >= sentence.end:
        return None
    return Span(max(sentence.start, place - _FARTHEST), min(sentence.end, place + _FARTHEST))


def _beside_phrase(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution, its source without a crediting phrase in front: "According to Tarn24, [an aide] said"."""
    source = attribution.source.span if attribution.source else None
    if source is None or attribution.cue is None or ", " not in article.slice(source):
        return attribution
    opens = article.text[max(source.start - len(_TO), 0) : source.start].lower() == _TO
    if not opens or attribution.cue.span.start < source.end:
        return attribution
    return sourced(article, attribution, Span(source.start + article.slice(source).index(", ") + 2, source.end))


def _is_inside_marks(article: Article, cue: Span) -> bool:
    """Return whether a cue stands in a quotation: the speaker tells it, or it is part of a quoted title."""
    letters = [place for place in range(*cue) if article.text[place].isalpha()]
    if article.text[cue.start - 1 : cue.start] in {"“", "„"}:
        return True
    return bool(letters) and any(
        quotation.start <= letters[0] and letters[-1] < quotation.end for quotation in _around(article, letters[0])
    )


def _around(article: Article, place: int) -> Iterator[Span]:
    """Yield the last three quotations that begin at an offset or before it."""
    number = bisect_right(article.quotations, place, key=lambda quotation: quotation.start)
    for quotation in article.quotations[max(number - 3, 0) : number]:
        yield Span(quotation.start, quotation.end)


def _allowed(article: Article, span: Span, cue: Span | None, source: Span | None) -> Iterator[Span]:
    """Yield the parts of a content that are outside of its cue and source, up to the end of an unquoted sentence."""
    parts = [span]
    for taken in (cue, source):
        if taken is not None:
            parts = [part for whole in parts for part in _without(whole, taken)]
    for part in parts:
        trimmed = _trimmed(article, _within_sentences(article, part, cue))
        if trimmed.end > trimmed.start:
            yield trimmed


def _without(whole: Span, taken: Span) -> list[Span]:
    if taken.end <= whole.start or whole.end <= taken.start:
        return [whole]
    parts = (Span(whole.start, taken.start), Span(taken.end, whole.end))
    return [part for part in parts if part.end > part.start]


def _within_sentences(article: Article, span: Span, cue: Span | None) -> Span:
    """Return a content up to the end of its sentence; it goes on into further sentences only inside quotation marks."""
    announced = sentence_at(article, cue.start) if cue is not None else None
    first = bisect_right(article.sentences, span.start, key=lambda sentence: sentence.start) - 1
    end = span.end
    for number in range(max(first, 0), len(article.sentences)):
        sentence = article.sentences[number]
        if sentence.start >= span.end:
            break
        later = announced is not None and sentence.start >= announced.end
        goes_on = sentence.start > span.start
        if (later or goes_on) and not _begins_quoted(article, sentence, span):
            end = max(sentence.start, span.start)
            break
    return Span(span.start, end)


def _begins_quoted(article: Article, sentence: Sentence, span: Span) -> bool:
    start = max(sentence.start, span.start)
    letter = next((place for place in range(start, min(sentence.end, span.end)) if article.text[place].isalpha()), None)
    return letter is None or is_quoted(article, letter)


def _trimmed(article: Article, span: Span) -> Span:
    text = article.slice(span)
    start = span.start + len(text) - len(text.lstrip(_EDGE))
    return Span(start, max(span.start + len(text.rstrip(_EDGE.replace(",", ""))), start))


def _without_answer(article: Article, contents: list[Span], cue: Span | None) -> tuple[list[Span], list[Span]]:
    """Return a question's contents and its answer's: "“Why?” Orr asked Holm. “Because.”" has two speakers."""
    if cue is None or len(contents) < 2 or not _ASKING.search(article.slice(cue)):
        return contents, []
    for number, (before, after) in enumerate(pairwise(contents), 1):
        question = article.slice(before).rstrip("”’\"' ").endswith("?")
        if question and before.end <= cue.start and after.start >= cue.end:
            return contents[:number], contents[number:]
    return contents, []
