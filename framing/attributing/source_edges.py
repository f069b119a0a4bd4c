"""Where the mention of a source begins and ends: words around a noun phrase or a pronoun are no part of it.

A tagger marks words, and now and then too many ("He noted", "in my audience"), or none that can be a source
("whether", "issuing a statement").
"""

from framing.article import Article
from framing.attributing.credit import sourced
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["with_whole_source"]

_PRONOUN_FIRST = expression(r"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Ww]ho) (?!and\b|all\b|both\b|or\b)\S")
"""A pronoun and the verb behind it: "He noted", "who touts his rating"."""
_LEADING = expression(
    r"(?:(?:for|in|from|by|to|of|with|and|or|but|that|whether|as|while|when|if|because|since|than|into|on|at)\b ?)+"
)
"""Small words in front of a mention."""
_TRAILING = expression(
    r"(?: (?:and|or|of|the|a|an|his|her|its|their|our|my|to|in|for|with|that|by|is|are|was|were|has|have|had))+$"
)
_NO_NOUN = expression(r"(?:an?|the|more|less|most|\w+ly|to|there|\w+ing (?:an?|the|his|her|its|their) .*)?")
"""What is no source: an article, an adverb, a participle with its object ("issuing a statement")."""


def with_whole_source(article: Article, attribution: Attribution) -> Attribution:
    """Return an attribution whose source is a noun phrase or a pronoun, or which has none."""
    if attribution.source is None:
        return attribution
    span = attribution.source.span
    start, end = span
    written = article.text[start:end]
    pronoun = _PRONOUN_FIRST.match(written)
    if pronoun:
        end = start + pronoun.end("pronoun")
    else:
        leading = _LEADING.match(written)
        start += leading.end() if leading else 0
        trailing = _TRAILING.search(article.text, start, end)
        end = trailing.start() if trailing else end
    if end <= start or _NO_NOUN.fullmatch(article.text, start, end):
        return sourced(article, attribution, None)
    return attribution if (start, end) == span else sourced(article, attribution, Span(start, end))
