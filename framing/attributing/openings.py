"""What stands in front of "Holm said, “…”" is no part of what Holm said: "On the Tarn Hour", "Turning to the mill".

The tagger takes such an opening for the first half of a sentence split by its cue. One that has no verb of its own
tells when, where or how the quotation was said.
"""

from framing.article import Article
from framing.attributing.clauses import FINITE
from framing.attributing.credit import credit
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["without_opening"]

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
_MARKS = ("“", '"', "‘", "'")


def without_opening(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution of a quotation behind its cue, without the adverbial in front of its source."""
    cue = attribution.cue.span if attribution.cue else None
    if cue is None or len(attribution.content) != 2:
        return attribution
    first, last = attribution.content
    text = article.slice(first)
    apart = first.end <= cue.start and cue.end <= last.start
    titled = last.start - cue.end == 1 and _TITLE.fullmatch(text) is not None
    opening = article.slice(last).startswith(_MARKS) and _OPENING.match(text) is not None
    if not apart or not (titled or opening) or _CLAUSE.search(text):
        return attribution
    source = attribution.source.span if attribution.source else None
    return credit(article, [Span(*last)], cue, source)
