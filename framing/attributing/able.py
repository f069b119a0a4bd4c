"""Who can speak at all: nobody speaks by showing ("past trends suggest"), and no event says anything.

What decides is the head of the source's noun phrase. People, bodies and texts speak; abstract nouns do not, whether a
lexicon lists them ("the confrontation", "the trend") or their ending tells ("-ness", "-ity"). A verb of showing needs a
source that is known to speak: "the tests showed" reports no words, "the study showed" does.
"""

import re
from functools import lru_cache

from framing.article import Article, Sentence
from framing.attributing.clauses import SHOWING
from framing.attribution import Attribution
from framing.entities.name_words import GENERIC_BODIES, WRITTEN
from framing.entities.personal_nouns import THRONGS, is_personal
from framing.entities.relatives import noun_before
from framing.entities.shares import is_share
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.modelling.canonical import is_ordinary
from framing.segmenting.words import find_tokens

__all__ = ["can_speak"]

_HEAD_END = expression(
    r",(?!\d)| --?(?= )|[—–(]| (?:of|in|for|at|with|without|from|to|on|by|against|about|between|over|inside|across"
    r"|among|near|as|who|that|which|whose|including|like|last|late|early|this|yesterday|today)\b"
    r"|(?<!ewly)(?<!ently) (?:released|published|conducted|obtained|compiled|posted|shared|sent|written|filed|issued"
    r"|signed|held|made|taken|dated|headlined|provided|presented|read)\b"
)
"""Where the head of a noun phrase ends."""
_COUNTING = expression(
    r"(?!the (?:\w+ )?number of)(?:(?:an?|the|about|nearly|almost|some|most|more than) )?(?:\w+ )?"
    rf"(?:number|group|dozens?|hundreds|thousands|majority|coalition|couple|pair|{THRONGS}|one|two|three"
    r"|some|most|many|all|none|several|few|each|either|both|neither|any|half|\d+) of "
    r"(?:(?:the|these|those|his|her|its|their) )?",
    re.IGNORECASE,
)
"""Words that count those who speak: "a number of [senators]", "one of the [pilots]"; "the number of" is a figure."""
_ABSTRACT = expression(
    r"(?:[ts]ion|ment|ness|it(?:y|ie)|ism|ance|ence|anc(?:y|ie)|enc(?:y|ie)|ship|sis|log(?:y|ie)|hood|dom|tude)s?"
)
_AGENTIVE = expression(
    r"(?:[^b]er|[^t]or|ist|[ai]an|man|men|woman|women|people|eer|person|folk|ee|ess|mate|crat|ic|ant)s?"
)
_ANYBODY = frozenset(
    "he she they it we i you them us who which that one ones two three four five some many most others other another "
    "all both several few more none each everybody everyone someone somebody anyone those half".split()
)
_OF_THINGS = frozenset({"which", "that"})
_SHORTEST = 4
"""Letters in front of an ending that makes a noun abstract or a person. Set by hand: "city" and "nation" are roots."""


def can_speak(article: Article, attribution: Attribution) -> bool:
    """Return whether the source of an attribution may have said, written or printed the content.

    Args:
        article: The article.
        attribution: With its source's mention; without one, nothing is in doubt.
    """
    if attribution.source is None or attribution.kind == "direct":
        return True
    mention = article.slice(attribution.source.span)
    if mention in _OF_THINGS:
        noun = noun_before(article.text, attribution.source.span.start)
        if noun is None and mention == "that":
            return False
        mention = article.slice(noun) if noun else mention
    able = _is_able(mention)
    if able is not True and mention.istitle() and re.search(rf"[a-z,] {re.escape(mention)}\b", article.text):
        return True  # a name that is also an ordinary word: "Day"
    if able is None and attribution.cue is not None:
        return not _shows(article.slice(attribution.cue.span))
    return able is not False


@lru_cache(maxsize=16_384)
def _is_able(mention: str) -> bool | None:
    """Return whether a mention's head can speak; ``None`` where neither is known."""
    counted = _COUNTING.match(mention)
    head = _HEAD_END.split(mention[counted.end() if counted else 0 :].strip(' “”"‘'), maxsplit=1)[0].rstrip(' .”"’')
    noun = head.rsplit(maxsplit=1)[-1] if head else ""
    bare = noun.lower()
    single = bare.removesuffix("s") or bare
    capital = noun[:1].isupper() and (noun != mention[: len(noun)] or not is_ordinary(bare))
    if not noun or capital or bare in _ANYBODY or is_share(mention) or noun[-1].isdigit() or "@" in noun or "." in noun:
        return True
    listed = _listed(head)
    if listed is not None:
        return listed == "able"
    if is_personal(bare) or is_personal(single) or SHOWING.search(head):
        return True
    if {bare, single} & (GENERIC_BODIES.keys() | WRITTEN.keys()):
        return True
    if _ends(bare, _ABSTRACT):
        return False
    return True if _ends(bare, _AGENTIVE) or bare.endswith("-year-old") else None


def _ends(noun: str, ending: re.Pattern[str]) -> bool:
    return any(ending.fullmatch(noun, place) for place in range(_SHORTEST - 1, len(noun)))


def _listed(head: str) -> str | None:
    """Return what the lexicons say of the noun at the end of a noun phrase; the longest entry decides."""
    tokens = comparable(find_tokens(head), [Sentence(0, len(head), 0)])
    indexes = shipped_indexes()
    found = [
        (match.start, match.entry.category if construct == "speaker" else "able")
        for construct in ("source_type", "title", "party", "speaker")
        for match in find(tokens, indexes[construct])
        if match.end == len(head) and match.entry.category != "showing"
    ]
    return min(found)[1] if found else None


@lru_cache(maxsize=16_384)
def _shows(cue: str) -> bool:
    """Return whether a cue is a verb of showing."""
    tokens = comparable(find_tokens(cue), [Sentence(0, len(cue), 0)])
    return any(match.entry.category == "showing" for match in find(tokens, shipped_indexes()["speaker"]))
