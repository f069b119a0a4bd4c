"""A second verb of saying with the same subject: "Holm said the dam leaks [and warned] that it may burst".

The tagger takes it for a part of what was said. The tense tells: behind "said", what is said in the present or foreseen
is not followed by a verb of saying in the past. The verbs stand in the lexicon of clauses.
"""

import re
from collections.abc import Iterator
from functools import cache

from framing.article import Article
from framing.attributing.clauses import FINITE
from framing.attributing.credit import credit, is_quoted, word_count
from framing.attribution import Attribution
from framing.expressions import expression
from framing.lexicons.forms import alternatives_of
from framing.spans import Span

__all__ = ["with_second_cues"]

_PAST_CUE = expression(r"(?:said|told|wrote|\w{2,}ed)\b")
_PAST = expression(r"\b(?:was|were|had|did|said|told|\w{2,}ed)\b")
"""Past tenses, which may go on behind "and"."""
_FEWEST = 2
"""Words of the shortest part."""


def with_second_cues(article: Article, attribution: Attribution) -> Iterator[Attribution]:
    """Yield an attribution, in two if a verb of saying with the same subject stands in its content."""
    cue, last = attribution.cue, attribution.content[-1]
    if cue is None or attribution.source is None or last.start < cue.span.end:
        yield attribution
        return
    found = _second().search(article.text, *last)
    head, rest = (Span(last.start, found.start()), Span(found.end() + 1, last.end)) if found else (last, last)
    told = article.slice(head)
    if (
        found is None
        or is_quoted(article, found.start("cue"))
        or not _PAST_CUE.search(article.slice(cue.span))
        or not FINITE.search(told)
        or _PAST.search(told)
        or min(word_count(article, head), word_count(article, rest)) < _FEWEST
    ):
        yield attribution
        return
    source = attribution.source.span
    yield credit(article, [*attribution.content[:-1], head], cue.span, source)
    yield credit(article, [rest], Span(*found.span("cue")), source)


@cache
def _second() -> re.Pattern[str]:
    """Return what joins a second verb of saying to the first report, with the verb as "cue"."""
    with_that, alone = (alternatives_of("clause", category) for category in ("second_with_that", "second"))
    return re.compile(
        r",? (?:and|but) (?:also |later |then )?(?:\w+ly )?"
        rf"(?P<cue>(?:{with_that})(?= that\b)|(?:{alone})(?= ))"
    )
