"""Who is spoken about and never heard: groups that are affected, persons that are accused.

A group counts as affected when the article's body names it at least three times by a plural noun for people
("migrants", "residents") and credits no word to a source that carries the same noun or is an affected person. Words for
a sex, for kin and for those who answer a poll name no such group: a woman who speaks is seldom called "women". Neither
is a group unheard that begins a sentence which goes on with a verb of saying, nor any where a poll is a source: it is
how groups answer. A person counts as
accused when the body says that they were accused, charged, blamed, convicted, arrested, indicted or suspected, and no
attribution credits them, their lawyer or their family. Absence from the text is all that this shows: whether they were
asked, the text cannot tell (the right of reply of press codes: pressecodex2017, ipso2021).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from framing.article import Article
from framing.expressions import expression
from framing.finding import Analysis
from framing.lexicons.index import Index
from framing.lexicons.match import Words, find
from framing.report import Unheard
from framing.scoring.generic_frames import SCORED_BLOCKS
from framing.spans import Span

__all__ = ["find_unheard"]

_FEWEST_MENTIONS = 3
"""Mentions of a group from which it is missed as a source. Set by hand: fewer are in passing."""
_WORD = expression(r"\w+")
_EDGE = expression(r"\b")
_GROUPS = frozenset({"affected_person", "citizen"})
_NO_GROUP = frozenset(
    "men women boys girls husbands wives sons daughters brothers sisters mothers fathers parents relatives uncles "
    "aunts cousins nephews nieces grandparents grandmothers grandfathers widows widowers people respondents critics "
    "supporters fans suspects attendees folks citizens children kids babies infants toddlers families households "
    "couples".split()
)
"""Nouns that name a sex, kin, an opinion or a part in a poll: their bearers speak without being called so, or, being
children, not at all."""
_POLLS = ("poll", "polls", "survey", "surveys")
"""What speaks for the groups that it asked."""
_PLURAL = expression(r"(?:[^\W\d_]+(?<!s)s|children|people|fishermen|\w+men)$")
_PASSIVE_BE = expression(r"\b(?:be|been|being|is|are|was|were) (?:\w+ )?$")
"""Who "was asked" has not spoken."""
_FIRST_WORDS = 3
"""Words of a sentence before a mention that is its subject."""
_NAME = r"(?:[A-Z][\w’'-]+)(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}"
_PASSIVE = expression(
    rf"({_NAME}),?(?: [a-z]+ly)? (?:was|is|has been|had been) (?:[a-z]+ly )?"
    r"(?:accused|charged|blamed|convicted|arrested|indicted|suspected)\b"
)
_ACTIVE = expression(rf"\b(?:accused|charged|arrested|indicted|convicted) ({_NAME})(?= (?:of|with|for|on|in)\b)")

_CHARGES = ("accused", "charged", "blamed", "convicted", "arrested", "indicted", "suspected")
"""One of these stands in whatever the two find; most texts have none."""


def find_unheard(analysis: Analysis, indexes: Mapping[str, Index], words: Words) -> tuple[Unheard, ...]:
    """Return who is spoken about and never credited, affected groups first, most mentions first.

    Args:
        analysis: The article's findings.
        indexes: The lexicons by construct.
        words: The article's words as the lexicons compare them.
    """
    article = analysis.article
    attributions = analysis.speech
    heard = " | ".join(
        f"{attribution.source.name} | {article.slice(attribution.source.span)}"
        for attribution in attributions
        if attribution.source is not None
    )
    types = {attribution.source.type for attribution in attributions if attribution.source is not None}
    spoken = _Heard(heard.lower())
    answered = "affected_person" in types or any(poll in spoken for poll in _POLLS)
    groups = () if answered else tuple(_affected(article, indexes, words, spoken))
    return (*groups, *_accused(article, _Heard(heard)))


class _Heard:
    """The sources' names and descriptions, in which words are looked up at whole words."""

    def __init__(self, written: str) -> None:
        self._written = written

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word starts; most articles ask for none."""
        places: dict[str, list[int]] = {}
        for word in _WORD.finditer(self._written):
            places.setdefault(word.group(), []).append(word.start())
        return places

    def __contains__(self, words: str) -> bool:
        first = _WORD.match(words)
        return first is not None and any(
            self._written.startswith(words, place) and _EDGE.match(self._written, place + len(words))
            for place in self._places.get(first.group(), ())
        )


def _affected(article: Article, indexes: Mapping[str, Index], words: Words, heard: _Heard) -> Iterator[Unheard]:
    mentions: dict[str, list[Span]] = {}
    for match in find(words, indexes["source_type"]):
        sentence = article.sentences[match.sentence]
        block = article.blocks[sentence.block]
        # "The Department of Veterans Affairs" is no group.
        named = match.start > sentence.start and article.text[match.start].isupper()
        if block.kind in SCORED_BLOCKS and match.entry.category in _GROUPS and not named:
            mentions.setdefault(match.entry.key, []).append(Span(match.start, match.end))
    groups = sorted(mentions.values(), key=lambda spans: (-len(spans), spans[0]))
    if not groups or len(groups[0]) < _FEWEST_MENTIONS:
        return
    verbs: dict[int, int] = {}
    for verb in find(words, indexes["reporting"]):
        if not _PASSIVE_BE.search(article.text, max(verb.start - 20, 0), verb.start):
            verbs[verb.sentence] = verb.start
    for spans in groups:
        written = Counter(article.slice(span).lower() for span in spans)
        name = written.most_common(1)[0][0]
        if len(spans) < _FEWEST_MENTIONS or not _names_a_group(name) or any(name in heard for name in written):
            continue
        called = tuple(_called(article, name))
        if len(called) >= _FEWEST_MENTIONS and not any(_speaks(article, span, verbs) for span in (*spans, *called)):
            yield Unheard(name, "affected", called)


def _called(article: Article, name: str) -> Iterator[Span]:
    """Yield where the text has a group's name, behind whatever words: "workers" and "blue-collar workers"."""
    written = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
    openings = {sentence.start for sentence in article.sentences}
    for block in article.blocks:
        for place in written.finditer(article.text, block.start, block.end) if block.kind in SCORED_BLOCKS else ():
            if place.start() in openings or not article.text[place.start()].isupper():
                yield Span(*place.span())


def _names_a_group(name: str) -> bool:
    """Whether words for people are plural and name more than a sex, kin or an opinion."""
    last = name.rsplit(maxsplit=1)[-1]
    return _PLURAL.search(last) is not None and last not in _NO_GROUP


def _speaks(article: Article, mention: Span, verbs: Mapping[int, int]) -> bool:
    """Whether a mention begins a sentence that goes on with a verb of saying.

    Args:
        article: The article.
        mention: The words.
        verbs: Where the last verb of saying of each sentence stands, by the sentence's index.
    """
    number = bisect_right(article.sentences, mention.start, key=itemgetter(0)) - 1
    before = article.text[article.sentences[number].start : mention.start]
    return verbs.get(number, -1) > mention.end and len(before.split()) < _FIRST_WORDS


def _accused(article: Article, heard: _Heard) -> Iterator[Unheard]:
    if not any(charge in article.text for charge in _CHARGES):
        return
    accused: dict[str, list[Span]] = {}
    for block in article.blocks:
        if block.kind in SCORED_BLOCKS:
            for pattern in (_PASSIVE, _ACTIVE):
                for match in pattern.finditer(article.text, block.start, block.end):
                    accused.setdefault(match.group(1), []).append(Span(*match.span(1)))
    for name, spans in accused.items():
        if name.split()[-1] not in heard:
            yield Unheard(name, "accused", tuple(spans))
