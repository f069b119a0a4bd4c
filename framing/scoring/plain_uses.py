"""Uses in which a loaded word does not judge: mentioned, denied, in the title of a work, of weather.

These hold for every entry of every lexicon, and so stand here rather than as guards of each.
"""

from bisect import bisect_left

from framing.lexicons.match import Words
from framing.lexicons.word_forms import is_plural

__all__ = ["WEATHER", "is_plain", "is_titled"]

_SPOKEN_OF = frozenset(
    (
        "adjective adverb epithet expression hashtag label nickname noun phrase slogan slur term terms verb word words"
    ).split()
)
"""What stands beside a word that is spoken of, not used: "the term bloodbath", "“regime” is an old word"."""
_IS = frozenset("is was are were as means".split())
_DENIERS = frozenset("no not never hardly neither nor isn't aren't wasn't weren't".split())
_SELDOM = frozenset({"never", "hardly"})
"""Deniers of what follows at once; across a degree they heighten it: "never so corrupt"."""
_ARTICLES = frozenset("a an the any".split())
_OF_DEGREE = _ARTICLES | frozenset("as so that quite nearly exactly very all even be been really particularly".split())
"""What may stand between a denial and the word: "might not be as terrifying as the dragons"."""
_DENIED_WITHIN = 5
"""Words before the hit among which the denial stands."""
WEATHER = frozenset(
    "cloud clouds sky skies weather rain rains snow snows snowfall wind winds gale gales thunder thunderstorm "
    "hurricane hurricanes typhoon blizzard frost winter summer cold heat heatwave temperatures drought".split()
)
_STORMS = frozenset("storm storms flood floods".split())
"""Weather, but that a storm of criticism is none, and that people storm a hall."""
_NOWEATHER = frozenset("of a an the this that its his her their our in into out through back".split())
_WORKS = frozenset(
    "film films movie movies novel album song musical sitcom memoir documentary thriller opera poem starring "
    "finale episode episodes premiere sequel remake".split()
)
_CALLED = frozenset("play series show book game ship horse set cast".split())
"""What is a work, or a thing with a name of its own, right before the name."""
_INSIDE_A_NAME = frozenset({":", "of", "the", "and", "in", "a"})
_LONGEST_MENTION = 4
"""Words in quotation marks that may be one expression."""
_MARKS = frozenset("“”\"‘’'")
_BESIDE = 2
"""Words after the hit among which one of weather makes it a description."""


def is_plain(words: Words, start: int, end: int) -> bool:
    """Return whether a loaded word or phrase does not judge where it stands.

    Args:
        words: The article's words.
        start: Where the word or phrase starts.
        end: Where it ends.
    """
    starts = words.tokens.starts
    first = bisect_left(words.numbers, bisect_left(starts, start))
    last = bisect_left(words.numbers, bisect_left(starts, end)) - 1
    before = _around(words, first, -1, _DENIED_WITHIN)
    after = _around(words, last, 1)
    return (
        (bool(before) and before[0] in _SPOKEN_OF)
        or _is_mentioned(words, first, last)
        or _is_denied(before)
        or not WEATHER.isdisjoint(after)
        or (
            after[:1] != ()
            and after[0] in _STORMS
            and _NOWEATHER.isdisjoint(after[1:])
            and not is_plural(words.words[last])  # people storm a hall
        )
        or _is_in_a_title(words, first)
    )


def is_titled(words: Words, start: int) -> bool:
    """Return whether a word or phrase is part of the title of a work: "the film Absolutely Anything".

    Args:
        words: The article's words.
        start: Where the word or phrase starts.
    """
    return _is_in_a_title(words, bisect_left(words.numbers, bisect_left(words.tokens.starts, start)))


def _is_in_a_title(words: Words, first: int) -> bool:
    return _is_capital_inside(words, first) and (_is_called(words, first) or _names_a_work(words, first))


def _is_denied(before: tuple[str, ...]) -> bool:
    """Return whether the words before, the nearer first, deny what follows: "no thug", "not as terrifying as"."""
    place = next((place for place, word in enumerate(before) if word not in _OF_DEGREE), None)
    if place is None or before[place] not in _DENIERS:
        return False
    return before[place] not in _SELDOM or _ARTICLES.issuperset(before[:place])


def _is_mentioned(words: Words, first: int, last: int) -> bool:
    """Return whether an expression in quotation marks is spoken of by the words before or after its marks."""
    number = words.sentences[first]
    opened, closed = first - 1, last + 1
    while opened > 0 and words.words[opened] not in _MARKS and first - opened < _LONGEST_MENTION:
        opened -= 1
    while closed < len(words.words) - 1 and words.words[closed] not in _MARKS and closed - last < _LONGEST_MENTION:
        closed += 1
    ends = (opened, closed)
    if not all(0 <= k < len(words.words) and words.sentences[k] == number and words.words[k] in _MARKS for k in ends):
        return False
    before, after = _around(words, opened, -1), [word for word in _around(words, closed, 1, 4) if word not in _ARTICLES]
    # "“Regime” is an old word": an adjective may stand between.
    return bool(before and before[0] in _SPOKEN_OF) or (
        after[:1] != [] and after[0] in _IS and not _SPOKEN_OF.isdisjoint(after[1:3])
    )


def _around(words: Words, place: int, step: int, count: int = _BESIDE) -> tuple[str, ...]:
    """Return the words beside a place in its sentence, the nearer first, without quotation marks."""
    around: list[str] = []
    neighbour = place + step
    while (
        0 <= neighbour < len(words.words)
        and words.sentences[neighbour] == words.sentences[place]
        and len(around) < count
    ):
        if words.words[neighbour] not in _MARKS:
            around.append(words.words[neighbour])
        neighbour += step
    return tuple(around)


def _is_capital_inside(words: Words, place: int) -> bool:
    """Return whether a word is written large and does not begin its sentence."""
    large = words.tokens.texts[words.numbers[place]][0].isupper()
    return large and place > 0 and words.sentences[place - 1] == words.sentences[place]


def _is_called(words: Words, place: int) -> bool:
    """Return whether what is called so stands before the name that a word written large belongs to."""
    start = place
    while start > 0 and words.sentences[start - 1] == words.sentences[place]:
        text = words.tokens.texts[words.numbers[start - 1]]
        if not (text[0].isupper() or text in _INSIDE_A_NAME or words.words[start - 1] in _MARKS):
            break
        start -= 1
    return start > 0 and words.words[start - 1] in _CALLED


def _names_a_work(words: Words, place: int) -> bool:
    number = words.sentences[place]
    low = high = place
    while low > 0 and words.sentences[low - 1] == number:
        low -= 1
    while high + 1 < len(words.words) and words.sentences[high + 1] == number:
        high += 1
    return not _WORKS.isdisjoint(words.words[low : high + 1])
