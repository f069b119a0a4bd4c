"""Where a paraphrase ends inside of its sentence: behind some joints it is the writer who speaks again.

"Holm said that the mill was safe, even though two tests had failed." · "Holm said that it would close but gave none."
· "Holm said that it would close, the Tarn Times reported."

Most joints tell nothing: readers let nine in ten contents go on behind "and", "but", "as" or a dash, and no model
learned which of them end there (docs/models/attribution.md).
"""

import re
from collections.abc import Iterator

from framing.article import Article
from framing.attributing.clauses import FINITE, SHOWING
from framing.attributing.credit import credit, is_quoted, word_count
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["ended"]

_CONCESSION = expression(r",\s(?:(?:even )?though|although|even as)\s(?P<rest>[^;]+)$")
_FORESEEN = expression(r"\b(?:will|would|can|could|may|might|must|shall|should|ought)\b|[’'](?:ll|d)\b|\bwon[’']t\b")
"""Modal verbs: what they concede is mostly part of what the source foresees."""
_TELLING = (
    r"(?:comment|commit|confirm|disclos|elaborat|explain|giv|identif|nam|offer|provid|releas|reveal|rul|say|said|specif"
    r"|tell|told)\w*"
)
_SILENT = expression(
    rf",? (?:but|and) (?:(?:did|has|have|had|does|do)(?: not|n[’']t)(?: \w+ly)? {_TELLING}\b"
    rf"|(?:gave|offered|provided) (?:no|few|little)\b|(?:declined|refused) to {_TELLING}\b)"
)
"""What the source did not tell: the writer says so."""
_DAY = r"(?:on |last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|today|yesterday)"
_RELAYED = expression(
    r",? according to (?!(?:the )?(?:plans?|law)\b)[^,;“”\"]+$"
    r"|, (?!(?:where|which|who|whom|whose|that|than|as|how|what|when)\b)(?:[\w.’'&-]+ ){1,7}"
    r"(?<!is )(?<!was )(?<!are )(?<!were )(?<!be )(?<!been )(?<!than )"
    rf"(?:said|says|reported|reports|noted|wrote)(?: {_DAY})?$"
)
"""Somebody else who passes the words on, named behind them."""
_RELATIVE = expression(r"\b(?:which|who|whom) ?(?:the |an? )?$")
_RESUMED = expression(rf"(?<=,[”\"]) (?={FINITE.pattern}).+$", re.DOTALL)
"""The main clause that goes on behind a relative clause: "the ferry, which Holm called “a wreck,” [was sold]"."""
_NAMING = expression(r"\b(?:brand|call|characteri[sz]|describ|dub|label|liken|nam|term)\w*", re.IGNORECASE)
_NAMED_WHEN = expression(
    rf"(?<=[”\"]) (?!.*{FINITE.pattern})(?:{_DAY}|(?:at|during|in) an? \w+|on [A-Z]\w+)\b"
    r"[^,;“”\"]*(?:[“\"][^“”\"]{1,40}[”\"])?$"
)
"""When and where somebody called something so: the day belongs to the calling, and not to what it was called."""
_FEWEST = 3
"""Words that stay in a content that is cut. Set by hand: fewer begin a clause that goes on ("that, although")."""


def ended(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution without what the writer adds, outside of quotation marks, at the end of its content."""
    cue, last = attribution.cue, attribution.content[-1]
    if cue is None or attribution.kind == "direct" or last.start < cue.span.end:
        return attribution
    source = attribution.source.span if attribution.source else None
    # What a poll concedes ("although fewer were keen") is what it found.
    shown = any(SHOWING.search(article.slice(span)) for span in (source, cue.span) if span)
    places = [*_places(article, last, concedes=not shown), *_behind_marks(article, attribution, cue.span, last)]
    kept = Span(last.start, min(places, default=last.end))
    if kept == last or word_count(article, kept) < _FEWEST:
        return attribution
    return credit(article, [*attribution.content[:-1], kept], cue.span, source)


def _places(article: Article, span: Span, *, concedes: bool) -> Iterator[int]:
    """Yield the places in a content at which the writer may speak again."""
    text = article.slice(span)
    conceded = _CONCESSION.search(text) if concedes else None
    if conceded and (not FINITE.search(conceded["rest"]) or _FORESEEN.search(conceded["rest"])):
        conceded = None
    for found in (conceded, _SILENT.search(text), _RELAYED.search(text)):
        if found and not any(is_quoted(article, span.start + place) for place in (found.start() + 1, found.end() - 1)):
            yield span.start + found.start()


def _behind_marks(article: Article, attribution: Attribution, cue: Span, last: Span) -> Iterator[int]:
    """Yield the ends of quotations behind which the writer speaks of the naming, or takes up the main clause again."""
    text = article.slice(last)
    subject = attribution.source.span.start if attribution.source else cue.start
    relative = _RELATIVE.search(article.text, max(subject - 12, 0), subject) is not None
    named = _NAMED_WHEN.search(text) if _NAMING.search(article.slice(cue)) else None
    for found in (named, _RESUMED.search(text) if relative else None):
        if found and not is_quoted(article, last.start + found.start()):
            yield last.start + found.start()
