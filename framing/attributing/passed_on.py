"""Quotations that somebody passes on with their speaker: "“The mill will close,” she wrote, the Tarn Times reported".

The tagger credits whoever passes them on with all of it. The words are the inner speaker's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.article import Article
from framing.attributing.acts import listed_act
from framing.attributing.credit import credit, is_quoted
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["with_inner_speakers"]

_TAIL = expression(r"(?<=[”\"’'])\s[^”\"“\n]+\Z")
"""What stands behind the quotation and ends the content."""
_LONGEST = 150
"""Characters of the longest of them."""
_WORD = expression(r"[\w.’'-]+")
_MOST_NAMING = 4
"""Words of a name or a description in front of the word of speaking."""
_PRONOUNS = frozenset({"he", "she", "they"})
_ARTICLES = frozenset({"a", "an", "the"})
_INVERTED = frozenset({"said", "says", "wrote", "writes", "asked", "added"})
"""Words of speaking that stand in front of whoever spoke: "said Ada Holm"."""


def with_inner_speakers(article: Article, attribution: Attribution) -> Iterator[Attribution]:
    """Yield an attribution; where its content ends in who said its quotation, theirs and what is passed on of it."""
    inner = _inner(article, attribution)
    if inner is None:
        yield attribution
        return
    yield inner
    yield replace(attribution, words=max(attribution.words - inner.words, 0), relayed=True)


def _inner(article: Article, attribution: Attribution) -> Attribution | None:
    if attribution.cue is None or attribution.source is None or attribution.act != "speech":
        return None
    for number, span in enumerate(attribution.content):
        tail = _TAIL.search(article.text, max(span.start, span.end - _LONGEST), span.end)
        if tail is None or not is_quoted(article, tail.start() - 1) or is_quoted(article, tail.end() - 1):
            continue
        told = _told(article.text, [Span(*word.span()) for word in _WORD.finditer(article.text, *tail.span())])
        if told is None:
            continue
        contents = list(attribution.content)
        contents[number] = Span(span.start, tail.start())
        return credit(article, contents, *told)
    return None


def _told(text: str, words: Sequence[Span]) -> tuple[Span, Span] | None:
    """Return the word of speaking and whoever spoke, of words such as "he wrote in May" and "said Ada Holm"."""
    written = [text[word.start : word.end] for word in words]
    if written and written[0] in _INVERTED and _is_someone(written[1:]):
        return words[0], Span(words[1].start, words[-1].end)
    for number in range(1, min(len(words), _MOST_NAMING + 1)):
        if listed_act(written[number], "") == "speech" and _is_someone(written[:number]):
            return words[number], Span(words[0].start, words[number - 1].end)
    return None


def _is_someone(words: Sequence[str]) -> bool:
    """Return whether words are a pronoun, a name or a description that stands alone."""
    if not 0 < len(words) <= _MOST_NAMING or words[-1].endswith(("’s", "'s")):
        return False
    if len(words) == 1 and words[0] in _PRONOUNS:
        return True
    described = len(words) > 1 and words[0].lower() in _ARTICLES and words[-1].isalpha()
    return described or all(word[:1].isupper() for word in words)
