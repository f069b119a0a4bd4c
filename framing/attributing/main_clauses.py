"""A content that was cut behind its subordinate clause goes on: "said that if it rained, [the mill would close]".

What stands in front of the comma says nothing alone. The main clause behind it is the source's as well, and with it
what the tagger marked there as somebody's thought or plan.
"""

import re
from collections.abc import Iterator, Sequence

from framing.article import Article
from framing.attributing.acts import listed_act
from framing.attributing.clauses import FINITE
from framing.attributing.credit import credit, is_quoted
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["with_main_clauses"]

_CLAUSE = r"(?:although|because|even if|even though|if|once|since|unless|until|when|whenever|while)"
_PHRASE = r"(?:after|amid|as|at|before|by|despite|during|for|given|in|instead of|on|since|under|unlike|with|without)"
_SUBORDINATE = expression(rf"(?:{_CLAUSE}|that (?:{_CLAUSE}|{_PHRASE}))\b")
"""How a content begins that ends in front of its main clause."""
_ASKING = expression(r"\b(?:ask|enquir|inquir|question|quer|wonder)\w*", re.IGNORECASE)
"""Verbs of saying with a question as their content: "asked if"."""


def with_main_clauses(article: Article, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, each cut content up to the end of its sentence, and nothing twice.

    Args:
        article: The article.
        attributions: In text order.
    """
    whole = {number: rest for number, one in enumerate(attributions) if (rest := _main_clause(article, one))}
    if not whole:
        yield from attributions
        return
    spoken = [
        (one.cue.span.start if one.cue else one.content[0].start, one)
        for one in attributions
        if one.act == "speech" and (one.cue or (one.source and one.kind == "direct"))
    ]
    whole = {
        number: rest
        for number, rest in whole.items()
        if not any(
            rest.start <= place < rest.end
            and (one.cue or _source(article, one) != _source(article, attributions[number]))
            for place, one in spoken
        )
    }
    for number, one in enumerate(attributions):
        rest = whole.get(number)
        place = one.cue.span.start if one.cue else one.content[0].start
        if rest is not None and one.cue is not None:
            last = Span(one.content[-1].start, rest.end)
            source = one.source.span if one.source else None
            yield credit(article, [*one.content[:-1], last], one.cue.span, source)
        elif not any(span.start <= place < span.end for span in whole.values()):
            yield one


def _says(cue: str) -> bool:
    return listed_act(cue, "") == "speech" and _ASKING.search(cue) is None


def _source(article: Article, attribution: Attribution) -> str:
    return article.slice(attribution.source.span).rsplit(maxsplit=1)[-1] if attribution.source else ""


def _main_clause(article: Article, attribution: Attribution) -> Span | None:
    """Return the rest of the sentence behind a content that is a subordinate clause alone."""
    cue, last = attribution.cue, attribution.content[-1]
    if cue is None or attribution.act != "speech" or last.start < cue.span.end or is_quoted(article, last.end - 1):
        return None
    text = article.slice(last).rstrip(",")
    sentence = sentence_at(article, last.start)
    end = last.start + len(text)
    cut = sentence is not None and article.text.startswith(", ", end) and "," not in text
    if sentence is None or not cut or not _says(article.slice(cue.span)) or not _SUBORDINATE.match(text):
        return None
    rest = Span(end, sentence.start + len(article.slice(sentence).rstrip(" .\n")))
    return rest if rest.end > rest.start and FINITE.search(article.slice(rest)) else None
