"""Uses in which a loaded word does not judge: mentioned, denied, in the title of a work, of weather.

These hold for every entry of every lexicon, and so stand here rather than as guards of each.
"""

from bisect import bisect_left

from framing.lexicons.match import Words

__all__ = ["is_plain"]

_SPOKEN_OF = frozenset("term terms word words phrase label expression epithet nickname hashtag slogan".split())
"""What precedes a word that is spoken of, not used: "the term bloodbath"."""
_DENIALS = frozenset(
    tuple(denial.split())
    for denial in ("no", "not a", "not an", "not the", "never a", "isn't a", "isn't an", "wasn't a", "wasn't an")
)
_WEATHER = frozenset("cloud clouds sky skies weather rain snow wind winds thunder".split())
_WORKS = frozenset(
    "film films movie movies novel album song musical sitcom memoir documentary thriller opera poem starring".split()
)
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
    before = _around(words, first, -1)
    return (
        (bool(before) and before[0] in _SPOKEN_OF)
        or bool(_DENIALS & {before[:1], before[1::-1]})
        or bool(_WEATHER.intersection(_around(words, last, 1)))
        or (_is_capital_inside(words, first) and _names_a_work(words, first))
    )


def _around(words: Words, place: int, step: int) -> tuple[str, ...]:
    """Return the two words beside a place in its sentence, the nearer first, without quotation marks."""
    found: list[str] = []
    other = place + step
    while 0 <= other < len(words.words) and words.sentences[other] == words.sentences[place] and len(found) < _BESIDE:
        if words.words[other] not in _MARKS:
            found.append(words.words[other])
        other += step
    return tuple(found)


def _is_capital_inside(words: Words, place: int) -> bool:
    """Return whether a word is written large and does not begin its sentence."""
    large = words.tokens.texts[words.numbers[place]][0].isupper()
    return large and place > 0 and words.sentences[place - 1] == words.sentences[place]


def _names_a_work(words: Words, place: int) -> bool:
    number = words.sentences[place]
    low = high = place
    while low > 0 and words.sentences[low - 1] == number:
        low -= 1
    while high + 1 < len(words.words) and words.sentences[high + 1] == number:
        high += 1
    return not _WORKS.isdisjoint(words.words[low : high + 1])
