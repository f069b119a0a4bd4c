"""Where the mention of a source begins and ends: words around a noun phrase or a pronoun are no part of it.

A tagger marks words, and now and then too many ("He noted", "in my audience"), or none that can be a source
("whether", "issuing a statement").
"""

import re

from framing.article import Article
from framing.attributing.credit import sourced
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["with_whole_source"]

_PRONOUN_FIRST = expression(r"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Ww]ho) (?!and\b|all\b|both\b|or\b)\S")
"""A pronoun and the verb behind it: "He noted", "who touts his rating"."""
_LEADING = expression(
    r"(?:(?:for|in|from|by|to|of|with|and|or|but|that|whether|as|while|when|if|because|since|than|into|on|at"
    r"|despite)\b ?)+"
    r"|(?:Of|From|By|To|With|And|Or|But|Whether|As|While|When|If|Because|Since|Than|Into|Despite)(?: of)?(?: |$)"
    r"|(?:For|In|On|At)(?: (?=(?:an?|the|his|her|its|their)\b|\d)|$)"
)
"""Small words in front of a mention; with a capital, some of them begin names ("In Touch")."""
_TRAILING = expression(
    r"(?: (?:and|or|of|the|a|an|his|her|its|their|our|my|to|in|for|with|that|by|is|are|was|were|has|have|had))+$"
)
_NO_NOUN = expression(
    r"(?:(?i:an?|the)|more|less|most|[a-z]\w*ly|[A-Z]\w*(?:ed|ent)ly|Early|Only|to|there"
    r"|\w+ing (?:an?|the|his|her|its|their) .*)?"
)
"""What is no source: an article, an adverb, a participle with its object ("issuing a statement"). Names end as adverbs
do ("Connolly"): with a capital, only two endings are no name's ("Recently", "Reportedly")."""
_NOBODY = expression(r"(?i:any|every|more|none(?: of .+)?|such|these|this|what|whatever)|That")
"""Words that stand for a thing, an event or nobody at all, and say nothing; "that" may be a relative."""
_COPY = expression(r"(?:an? |the |its |his |her )?(?:[\w-]+ )?cop(?:y|ies) of (?=\w)", re.IGNORECASE)
"""What somebody holds of a text, which itself is the source: "a copy of [the memo]"."""
_PRONOUN_LAST = expression(r"[a-z0-9]\w* (?P<pronoun>he|she|they|I|we)$")
"""A noun and the subject of a relative clause without its verb: "a Chirper post he [wrote]"."""
_VERB_BEHIND = expression(
    r"(?<=[\w.’'”\"]) (?:is|was|are|were|has|had|have|(?:added|claimed|countered|noted|said|says|told|wrote|writes)\b"
    r"(?! by\b))\b.*$",
    re.DOTALL,
)
"""A finite verb behind a noun phrase: "Host Ada Holm countered"."""
_RELATIVE = expression(r"\b(?:who|whom|whose|which|that|what|—)(?: |$)| [–—-] ")
_DATED = expression(
    r"(?P<owner>.*\w)[’'](?:s|(?<=s[’']))"
    r"(?: (?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,4},?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,4},?|first|second|last|latest|new|recent|own|initial|repeated|early|earlier|previous))+"
)
"""An owner with a date or an ordinal behind, which belong to the noun that is the cue: "the agency's May 2011
[ruling]"."""


def with_whole_source(article: Article, attribution: Attribution) -> Attribution | None:
    """Return an attribution whose source is a noun phrase or a pronoun, or which has none.

    ``None`` where a thing or an event ("that", "any") is all that a paraphrase is credited to: nobody said it.
    """
    if attribution.source is None:
        return attribution
    span = attribution.source.span
    start, end = span
    written = article.text[start:end]
    if written == "that":
        return attribution
    pronoun = _PRONOUN_FIRST.match(written)
    relative = _PRONOUN_LAST.search(written)
    if pronoun:
        end = start + pronoun.end("pronoun")
    elif relative:
        start += relative.start("pronoun")
    else:
        leading = _LEADING.match(written)
        start += leading.end() if leading else 0
        copy = _COPY.match(article.text, start, end)
        start = copy.end() if copy else start
        dated = _DATED.fullmatch(article.text, start, end)
        end = dated.end("owner") if dated else end
        verb = _VERB_BEHIND.search(article.text, start, end)
        end = verb.start() if verb and not _RELATIVE.search(article.text, start, verb.start()) else end
        trailing = _TRAILING.search(article.text, start, end)
        end = trailing.start() if trailing else end
    if _NOBODY.fullmatch(article.text, start, end) or _NOBODY.fullmatch(written):
        return sourced(article, attribution, None) if attribution.kind == "direct" else None
    if end <= start or _NO_NOUN.fullmatch(article.text, start, end):
        return sourced(article, attribution, None)
    return attribution if (start, end) == span else sourced(article, attribution, Span(start, end))
