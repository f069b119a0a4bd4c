"""What stands around "Holm said, “…”" is no part of what Holm said: "On the Tarn Hour", "Turning to the mill".

The tagger takes such an opening for the first half of a sentence split by its cue. One that has no verb of its own
tells when, where or how the quotation was said. So does a noun phrase behind the cue of a quotation: "“…,” Holm said in
announcing [the new pier]".
"""

from framing.article import Article
from framing.attributing.clauses import FINITE
from framing.attributing.content_ends import NAMING
from framing.attributing.credit import credit, is_quoted
from framing.attributing.repair import sentence_at
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["without_circumstance", "without_lead", "without_opening"]

_OPENING = expression(
    r"(?:About|After|Amid|Among|As|At|Before|By|During|For|From|In|Like|Of|On|Over|Since|Through|To|Under|Upon|With|Within"
    r"|Without|Earlier|Last|Later|Then|The (?:other|same|next|previous)"
    r"|(?!(?:Any|Every|No|Some)thing\b|(?:Even|Morn|[^\WAEIOUaeiouy]+)ing\b)[A-Z][a-z]+ing)\b"
)
"""How an adverbial begins; a participle has a vowel in front of its "ing", and "Spring" has none."""
_TITLE = expression(r"[“\"](?:(?:[A-Z0-9][\w.’'&-]*|a|an|and|at|for|in|of|on|the|to),? ?)+[”\"]")
"""The title of what the source writes in: "In a post titled [“The Last Herring,”] Holm said that"."""
_CLAUSE = expression(rf"{FINITE.pattern}|\b(?:who|which|that|he|she|it|they|we|I)\b|\b[a-z]{{2,}}ed\b")
"""What a clause has and a plain adverbial has not."""
_CONCESSION = expression(r"(?:(?:But|And|Yet) )?(?i:though|although|while|even (?:as|though)|despite|in spite of) ")
"""How the writer concedes something: "[Though the mill is old], Holm said it would hold"."""
_JOINED = expression(r"\b(?:although|and|because|but|since|so|though|while)$")
_PASSING_ON = expression(r", as $")
"""Behind the writer's half of a sentence: "[The pier must close because], as Holm said, it is rotten"."""
_ADDRESSED = expression(
    r"(?:his|her|its|their) (?:[\w’'-]+ ){0,2}(?:\w+(?:[eo]r|[ai]n|ague|ee|end|ide|ist|mate|nt)s|audience|cabinet|crew"
    r"|family|party|staff|team) (?=(?:about|how|that|what|when|whether|why)\b)"
)
"""Whom somebody asks or tells something: "asked [her aides] whether"; not "told her story about"."""
_ADDRESSING = expression(r"\b(?:ask|brief|remind|tell|warn)(?:s|ed|ing)?$|\btold$")
_CALLED = expression(
    r"what (?:he|it|she|they)(?: [\w’-]+){0,2}? (?:called|described as|dubbed|termed) (?!(?:for|off|on|out|up)\b)"
    rf"(?=(?:(?!{FINITE.pattern})[^“”\"]|[“\"][^“”\"]*[”\"])*$)"
)
"""The writer's words in front of what is quoted: "decried [what she called] “a farce”"; no subject of a clause."""
_MARKS = ("“", '"', "‘", "'")
_CLOSING = ("”", '"', "’", "'")
_LED = expression(
    r"\b(?:about|after|amid|before|by|despite|during|in|of|on|over|upon|when|while|with|without)(?: \w+ing)?"
    r"(?: (?:answer|reaction|reference|reply|response))?(?: (?:about|at|for|in|of|on|over|to|with))?"
    r"(?: (?:an?|the|his|her|its|their))? $"
)
"""What leads from the cue of a quotation to its occasion: "said in response to [the audit]"."""


def without_opening(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution of a quotation behind its cue, without the adverbial in front of its source."""
    cue = attribution.cue.span if attribution.cue else None
    if cue is None or len(attribution.content) != 2:
        return attribution
    first, last = attribution.content
    text = article.slice(first)
    apart = first.end <= cue.start and cue.end <= last.start
    titled = last.start - cue.end == 1 and _TITLE.fullmatch(text) is not None
    source = attribution.source.span if attribution.source else None
    if apart and source is not None and _is_writers_clause(article, first, source, cue, last):
        return credit(article, [last], cue, source)
    opening = article.slice(last).startswith(_MARKS) and _OPENING.match(text) is not None
    if not apart or not (titled or opening) or _CLAUSE.search(text):
        return attribution
    return credit(article, [Span(*last)], cue, source)


def _is_writers_clause(article: Article, first: Span, source: Span, cue: Span, last: Span) -> bool:
    """Return whether the clause in front of a source is the writer's, who concedes something or gives a reason."""
    if not first.end <= source.start < cue.end <= last.start or is_quoted(article, first.end - 1):
        return False
    led = _PASSING_ON.search(article.text, first.end, source.start) is not None
    if led:
        return _JOINED.search(article.slice(first)) is not None
    sentence = sentence_at(article, first.start)
    conceded = _CONCESSION.match(article.text, *sentence) if sentence else None
    return last.start - cue.end == 1 and conceded is not None and first.start <= conceded.end()


def without_lead(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution without whom its source tells ("told [his crew] that"), and without "what he called"."""
    cue, first = attribution.cue, attribution.content[0]
    if cue is None or first.start - cue.span.end != 1 or is_quoted(article, first.start):
        return attribution
    addressing = _ADDRESSING.search(article.slice(cue.span)) is not None
    lead = (_ADDRESSED.match(article.text, *first) if addressing else None) or _CALLED.match(article.text, *first)
    if lead is None:
        return attribution
    source = attribution.source.span if attribution.source else None
    return credit(article, [Span(lead.end(), first.end), *attribution.content[1:]], cue.span, source)


def without_circumstance(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution of a quotation in front of its cue, without the noun phrases behind that cue."""
    cue, quoted = attribution.cue, attribution.content[0]
    sentence = sentence_at(article, cue.span.start) if cue else None
    first = article.slice(quoted)
    whole = first.startswith(_MARKS) and first.endswith(_CLOSING)
    if cue is None or sentence is None or quoted.end > cue.span.start or not whole:
        return attribution
    behind = Span(cue.span.start, sentence.end)
    contents = [span for span in attribution.content if not _tells_when(article, span, behind, cue.span.end)]
    if len(contents) == len(attribution.content):
        return attribution
    return credit(article, contents, cue.span, attribution.source.span if attribution.source else None)


def _tells_when(article: Article, span: Span, clause: Span, cue_end: int) -> bool:
    """Return whether a content of a clause that begins with its cue is a noun phrase of an adverbial."""
    if not cue_end < span.start < clause.end or is_quoted(article, span.start):
        return False
    between, text = article.text[clause.start : span.start], article.slice(span)
    if any(mark in text for mark in '“"') or FINITE.search(text) or NAMING.search(between):
        return False
    return _LED.search(between) is not None
