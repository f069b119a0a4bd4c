"""What stands in quotation marks: somebody's words, a word held at a distance, or a title or nickname.

Scare quotes are short, without an end of sentence, in a sentence that reports nobody's speech. Everything else in
marks is a quotation, but for titles of works and nicknames, which are neither. In doubt it is a quotation: an outlet is
not to be credited with a distance that it did not take.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from framing.article import Block, QuotationKind
from framing.expressions import expression
from framing.inflection import inflections
from framing.segmenting.sentences import split_sentences

__all__ = ["kind_in_marks", "phrases_of"]

# Verbs of saying, naming, judging in words; their forms are built, what else speaks of speech stands in the list. Of
# verbs that are more often nouns ("the state", "the term") only the past and the -ing form count.
# Not the lexicon of reporting verbs: it knows belief, want and plan as well ("attack", "aim", "backing"). With its
# forms 142 of the 248 scare quotes in 600 articles of the news sample would be quotations; of 22 read, most are none.
_VERBS = """
accuse acknowledge add admit advise allege announce argue assert assure bemoan blame boast caution chant characterise
characterize chide cite claim compare complain concede conclude condemn confess confirm contend criticise criticize
curse declare decry deem defend demand denounce deny depict deride describe disclose dismiss dub echo emphasize
exclaim explain express grumble hint insist instruct joke lambaste lament laud liken maintain mention mock opine
outline pledge praise predict proclaim promise propose protest publish quip quote rail rant reassert recount reiterate
reject remark remind reply retort reveal rip scoff scold shout slam specify stress suggest talk taunt tease testify
threaten tout tweet urge utter vilify vow warn whisper wonder worry
""".split()
_VERBS_LIKE_NOUNS = """
answer blast brand challenge charge comment counter decline fault grade hail interview label note order phrase post
question rate recall refuse regard report request respond roar state term trumpet voice watch
""".split()
_OTHER_FORMS = """
said says say saying told tells tell telling asks asked asking wrote writes write written writing calls called calling
call spoke speaks speak spoken speaking according swore swears sworn found finds finding saw sees seen thinks thought
believes believed feels felt denied denies denying dubbed dubbing admitted admitting admits conceded referred referring
ripped ripping labelled labelling labeled committed termed testified testifies quipped quipping proclaims read reads
heard hears pressed stating citing hinting tweeted retweeted retweets posted posts
words self-described reportedly allegedly purportedly supposedly reported
statement statements remark remarks comment comments speech letter interview memo email e-mail testimony tweets quote
quotes contention allegation allegations accusation accusations claims warning warnings ruling opinion op-ed editorial
""".split()
_MOST_SCARE_WORDS = 3
"""Words above which marks hold a quotation: a word or a short phrase is held at a distance, no clause."""
_MOST_WORDS_WITHOUT_SENTENCE = 8
"""Words above which a stretch is a quotation even without an end of sentence; set by hand."""
_WINDOW = 300
"""Characters before and after the marks in which their sentence is looked for."""
_WORD = expression(r"[\w-]+")
_WHOLE_WORD = expression(r"(?<![\w-])[\w-]+")
"""A word that the search does not begin in the middle of."""
_SENTENCE_END = expression(r"[.!?](?:\s|$)")
_SO_CALLED = expression(r"\bso-called $", re.IGNORECASE)
_NICKNAME_BEFORE = expression(r"[A-Z][\w’'.-]* $")
_WORK_BEFORE = expression(
    r"\b(?:films?|movies?|books?|novels?|songs?|albums?|plays?|musicals?|shows?|series|sitcom|podcast|magazine|program|programme"
    r"|documentary|memoir|titled|entitled|poem|painting|sculpture|exhibition|episode|hit|bestseller|website|newsletter|column)"
    r"(?: [A-Z][\w’.]+){0,3},? $",
    re.IGNORECASE,
)
_PREDICATE_BEFORE = expression(
    r"\b(?:is|are|was|were|be|been|being|am|(?:s?he|it|that)[’']s|they[’']re|became)(?: not)? $"
)
_STARTS_LIKE_SPEECH = expression(
    r"\w+ly\b|(?:very|so|too|not)\b|.*(?:\b(?:I|[Ww]e|[Uu]s|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our)\b|n[’']t\b)"
)
"""Adverbs and words of speaker and hearer: judgements and sentences, not names for things."""
_VERB_FOLLOWS = expression(r"\b(?:to|can|could|will|would|must|should|may|might|not) $")
"""Verbs with their objects ("to “clear the air”") are somebody's words; single verbs may be held at a distance."""


_SPEECH = frozenset(
    [form for verb in _VERBS for form in inflections(verb, "verb")]
    + [form for verb in _VERBS_LIKE_NOUNS for form in inflections(verb, "verb")[2:]]
    + _OTHER_FORMS
)


def phrases_of(text: str, quoted: Iterable[tuple[int, int]]) -> frozenset[tuple[str, ...]]:
    """Return all runs of one to three words of a text's long quotations, in small letters.

    A short stretch in marks that repeats one is the same person's words again.

    Args:
        text: The whole text.
        quoted: Its stretches in marks.
    """
    phrases: set[tuple[str, ...]] = set()
    for start, end in quoted:
        words = [word.lower() for word in _WORD.findall(text, start, end)]
        if len(words) > _MOST_WORDS_WITHOUT_SENTENCE:
            for length in range(1, _MOST_SCARE_WORDS + 1):
                phrases.update(zip(*(words[shift:] for shift in range(length)), strict=False))
    return frozenset(phrases)


def kind_in_marks(
    text: str, block: Block, start: int, end: int, phrases: Collection[tuple[str, ...]]
) -> QuotationKind | None:
    """Return whether a closed stretch is a quotation, scare quotes, or neither (a title, a nickname).

    Args:
        text: The whole text.
        block: The block in which the stretch stands.
        start: Offset after the opening mark.
        end: Offset of the closing mark.
        phrases: Phrases of the text's quotations, from ``phrases_of``.
    """
    words = text[start:end].split()
    inner = text[start:end].rstrip(",.;")
    if len(words) > _MOST_WORDS_WITHOUT_SENTENCE or _SENTENCE_END.search(text[start:end]) or text[end - 1] == ",":
        return "quotation"
    if _is_name(text, block, start, words):
        return None
    if len(words) > _MOST_SCARE_WORDS:
        return "quotation"
    before = text[max(block.start, start - 30) : start - 1]
    if _SO_CALLED.search(before):
        return "scare"
    opens_block = start == block.start + 1 or block.kind in {"headline", "subhead"}
    if opens_block or "," in inner or _STARTS_LIKE_SPEECH.match(inner) or _PREDICATE_BEFORE.search(before):
        return "quotation"
    if len(words) > 1 and _VERB_FOLLOWS.search(before):
        return "quotation"
    said_again = tuple(word.lower() for word in _WORD.findall(inner)) in phrases
    return "quotation" if said_again or _reports_speech(text, block, start, end) else "scare"


def _is_name(text: str, block: Block, start: int, words: Sequence[str]) -> bool:
    """Return whether the stretch is written as a title of several words, or follows the name or kind of its bearer."""
    if block.kind in {"headline", "subhead"}:
        return False  # all words of a headline may have capitals
    if len(words) > 1:
        long_words = [word for word in words if len(word) > 3]
        return bool(long_words) and all(word[0].isupper() for word in long_words)
    if not words[0][0].isupper():
        return False
    before = text[max(block.start, start - 60) : start - 1]
    return _NICKNAME_BEFORE.search(before) is not None or _WORK_BEFORE.search(before) is not None


def _reports_speech(text: str, block: Block, start: int, end: int) -> bool:
    """Return whether the sentence around the stretch, without the stretch itself, speaks of somebody's speaking."""
    first, last = max(block.start, start - _WINDOW), min(block.end, end + _WINDOW)
    for sentence in split_sentences(text, first, last):
        if sentence.start <= start < sentence.end:
            return any(
                word.group().lower() in _SPEECH and not start <= word.start() < end
                for word in _words_from(text, sentence.start, sentence.end)
            )
    return False


def _words_from(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the words that begin in a stretch, also where they end behind it."""
    for word in _WHOLE_WORD.finditer(text, start):
        if word.start() >= end:
            return
        yield word
