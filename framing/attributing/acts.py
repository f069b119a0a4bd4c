"""The act that a cue tells of: somebody spoke, or is only said to think, want or do something (quirk1985).

A verb in the lexicon of acts is no speech; any other verb in the lexicon of reporting verbs is. Where neither lexicon
has the cue, the content decides: a quotation or a clause was said, anything else is what somebody did.
"""

import re
from functools import lru_cache
from typing import Literal

from framing.article import Article, Sentence
from framing.attribution import Act, Attribution, Kind
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Match, comparable, find
from framing.segmenting.words import find_tokens

__all__ = ["FOLLOWING", "Listed", "act_of", "following", "listed_act", "listed_as"]

Listed = Literal["speech", "attitude", "appearance", "plan", "deed", "judgement", "naming"]
"""What the lexicons call a cue: how something appears is told with a verb of thought, a deed with one of a plan."""

FOLLOWING = 24
"""Characters of the content behind a cue that may belong to a lexicon entry: "agreed [to leave]". Set by hand."""
_FEWEST_QUOTED = 4
"""Quoted words from which a thought or wish counts as said: "wants “to fix it once and for all”". Set by hand: fewer
are single words in quotation marks."""
_ADVERBS = expression(
    r" (?:(?!(?:alleg|report)edly)\w+ly|also|now|still|often|even|just|then|later|once|never|always|already|long)\b",
    re.IGNORECASE,
)
_BEING = expression(
    r"\b(?:am|is|are|was|were|be|been|being|can|could|may|might|must|should|would)\b|[’']s\b", re.IGNORECASE
)
"""Verbs that tell nothing, whatever clause follows: "are so secret that"."""
_CLAUSE = expression(r"(?:that|whether|if|how|why|what|when|where|who)\b", re.IGNORECASE)


def act_of(cue: str, following: str, kind: Kind, words: int, *, judged: bool = False) -> Act:
    """Return what kind of act a cue tells of.

    Args:
        cue: Its words; empty where there is none.
        following: The beginning of the content where it stands directly behind the cue, else empty.
        kind: Whether the content is quoted.
        words: Words of the content.
        judged: Whether the content says what the judgement is: "praised as", "blamed for", "accused of".
    """
    if not cue:
        return "speech"
    listed = listed_act(cue, following)
    if listed == "naming":
        return "attitude"
    if kind == "direct" and words >= _FEWEST_QUOTED:
        return "speech"
    clause = _CLAUSE.match(following) is not None
    if listed == "judgement":
        return "speech" if kind != "indirect" or judged or clause else "attitude"
    if listed is not None:
        return listed
    told = clause and not _BEING.search(cue)
    return "speech" if kind != "indirect" or told or not any(letter.isalpha() for letter in cue) else "plan"


def listed_act(cue: str, following: str) -> Act | Literal["judgement", "naming"] | None:
    """Return the act that a lexicon lists for a cue; see ``listed_as``."""
    listed = listed_as(cue, following)
    return "attitude" if listed == "appearance" else "plan" if listed == "deed" else listed


@lru_cache(maxsize=16_384)
def listed_as(cue: str, following: str) -> Listed | None:
    """Return the category of the first listed word or phrase of a cue; of overlapping ones, the longest."""
    return _listed(_ADVERBS.sub("", cue), following)


def following(article: Article, attribution: Attribution) -> str:
    """Return the first characters of the content if it stands directly behind its cue; else an empty string."""
    cue = attribution.cue
    after = next((span for span in attribution.content if cue and 0 <= span.start - cue.span.end <= 1), None)
    return article.text[after.start : min(after.end, after.start + FOLLOWING)] if after else ""


def _listed(cue: str, following: str) -> Listed | None:
    text = f"{cue} {following}"
    words = comparable(find_tokens(text), [Sentence(0, len(text), 0)])
    indexes = shipped_indexes()
    acts = [match for match in find(words, indexes["act"]) if match.start < len(cue)]
    reports = [match for match in find(words, indexes["reporting"]) if match.start < len(cue)]
    acts = [act for act in acts if not any(_begins_before(report, act) for report in reports)]
    first = min((*acts, *reports), key=lambda match: (match.start, match not in acts), default=None)
    if first is None:
        return None
    if first in acts:
        return first.entry.category  # type: ignore[return-value]
    noun = first.entry.key.endswith("_noun") and not first.entry.key.endswith("according_to_noun")
    return "judgement" if noun else "speech"


def _begins_before(report: Match, act: Match) -> bool:
    """Return whether the word for an act is the end of a reporting phrase: "expressed [concern]"."""
    return report.start < act.start < report.end
