"""Attributions made of spans: content, cue and source mention. Kind, words and act follow from what the spans hold.

Who the source is comes later.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from framing.article import Article, Voice
from framing.attributing.acts import FOLLOWING, act_of
from framing.attributing.stances import stance_of
from framing.attribution import Act, Attribution, Cue, Kind, Source
from framing.expressions import expression
from framing.spans import Span

__all__ = ["credit", "is_quoted", "sourced", "word_count"]

_DIRECT = 0.9
"""Share of quoted letters from which a content is direct. With any quoted word a content is mixed: of the
readers' attributions in ``speakers.jsonl`` with up to a twelfth in quotation marks, 28 are mixed and 17 indirect."""
_JUDGED = expression(r"\b(?:as|for|of|over|that)\b")
_CALLED = expression(r"(?:also |is |was |been |now )*(?:called|dubbed|named)")
_PROPER = expression(r"(?:(?:[Tt]he|of|and|for|in)\s|[A-Z][\w.’'-]*(?:,?\s|[.,]?$))+")
"""A proper name is what something is called, and no judgement."""
_QUOTING = frozenset({int(Voice.QUOTED), int(Voice.SCARE)})
_QUOTED_RUN = expression(rb"[%c%c]+" % (Voice.QUOTED, Voice.SCARE))


def credit(
    article: Article, contents: Sequence[Span], cue: Span | None, source: Span | None, *, quoted: bool = False
) -> Attribution:
    """Return an attribution of contents, in text order, to a source that is not yet named.

    Args:
        article: The article.
        contents: The credited words.
        cue: The announcing words.
        source: The mention of who is credited.
        quoted: Whether the page shows the words as somebody's without quotation marks (a post, a transcript).
    """
    spans = tuple(contents)
    kind: Kind = "direct" if quoted else _kind(article, spans)
    words = sum(word_count(article, span) for span in spans)
    attribution = Attribution(
        kind=kind,
        content=spans,
        cue=Cue(cue, stance_of(article.slice(cue))) if cue else None,
        source=None,
        anonymity_explained=None,
        relayed=False,
        words=words,
        act=_act(article, cue, spans, kind, words),
    )
    return sourced(article, attribution, source)


def sourced(article: Article, attribution: Attribution, source: Span | None) -> Attribution:
    """Return an attribution credited to another mention, or to nobody."""
    named = Source(source, article.slice(source), "other", None, "unnamed_person") if source else None
    return replace(attribution, source=named)


def word_count(article: Article, span: Span) -> int:
    """Return how many words a span holds."""
    tokens = article.tokens
    return sum(tokens.words[bisect_left(tokens.starts, span.start) : bisect_left(tokens.starts, span.end)])


def is_quoted(article: Article, place: int) -> bool:
    """Return whether a character stands inside quotation marks."""
    return article.voices.codes[place] in _QUOTING


def _act(article: Article, cue: Span | None, spans: tuple[Span, ...], kind: Kind, words: int) -> Act:
    if cue is None:
        return act_of("", "", kind, words)
    after = next((span for span in spans if 0 <= span.start - cue.end <= 1), None)
    following = article.text[after.start : min(after.end, after.start + FOLLOWING)] if after else ""
    if _CALLED.fullmatch(article.slice(cue)) and all(_PROPER.fullmatch(article.slice(span)) for span in spans):
        return "attitude"
    judged = any(_JUDGED.search(article.slice(span)) for span in spans)
    return act_of(article.slice(cue), following, kind, words, judged=judged)


def _kind(article: Article, spans: Sequence[Span]) -> Kind:
    codes = article.voices.codes
    if all(codes.find(code, start, end) < 0 for start, end in spans for code in _QUOTING):
        return "indirect"
    text = article.text
    letters = sum(_letters(text[start:end]) for start, end in spans)
    runs = (run.span() for start, end in spans for run in _QUOTED_RUN.finditer(codes, start, end))
    quoted = sum(_letters(text[start:end]) for start, end in runs)
    share = quoted / letters if letters else 0.0
    return "direct" if share >= _DIRECT else "mixed" if quoted else "indirect"


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
