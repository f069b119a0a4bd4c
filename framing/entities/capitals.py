"""Runs of capitalised words: the places where names may stand."""

from framing.entities.cased_words import Words
from framing.entities.name_words import (
    ASKING,
    COMPOUNDS,
    DOMAINS,
    JOINING,
    OPENERS,
    PARTICLES,
    QUOTES,
    SHORTENED,
    SUFFIXES,
)
from framing.expressions import expression
from framing.modelling.canonical import is_ordinary

__all__ = ["behind_an_opener", "capital_run", "only_opens"]

_SHORTEST_PARTICIPLE = 5
"""Letters of the shortest word in -ed that makes an adjective behind a hyphen ("Tarn-based"): "Ned" and "Reed" are
names."""
_INITIAL = expression(r"[A-Z]$")
_OWNING_INSIDE = frozenset("children women men people workers examiner coroner".split())
"""Owners inside of bodies' names: "Children's Fund", "Medical Examiner's Office"."""
_LABELS = frozenset({"Photos", "Pictures", "Slideshow"})
"""Labels of links to pictures."""
_ADVERBS = frozenset("Afterward Afterwards Earlier Later Meanwhile Now Then Today Yesterday".split())
"""Words of time that open a sentence, and no name."""
_FEWEST_BEHIND = 2
"""Words of a name behind another ordinary word at the start of a sentence."""
_COUNTING = frozenset("Few Many Most Several Some".split())
"""Words that open another sentence where a page ran two together: "Harbour News [Many] on the quay say"."""
_FOREIGN_WORDS, _FEWEST_FOREIGN = 8, 3
"""Words behind a name that may show another language, and the fewest in small letters. Set by hand."""
_MOST_LISTED = 6
"""Words that commas and "and" set apart in a body's name."""


def only_opens(words: Words, place: int) -> bool:
    """Return whether a word has its capital only because it starts a sentence ("US" and "May" always have one)."""
    word = words.text(place).lower()
    if word in ASKING and place in words.starts and words.ends_asking(place):
        return True
    around = [words.text(number) for number in (place - 1, place + 1) if 0 <= number < len(words.tokens)]
    if len(word) > 1 and words.text(place).isupper() and not any(len(text) > 1 and text.isupper() for text in around):
        return False  # "WHO"
    own = words.canonical[place].startswith("<") and word not in {"he", "she", "his", "her"}
    return word in OPENERS and not (own and words.canonical[place] != "<name>")


def behind_an_opener(words: Words, first: int, last: int) -> int:
    """Return where the name begins in a run that a sentence's first word or a date opens.

    "Earlier Ada Holm said" names Ada Holm, and so does "In May Ada Holm said"; "Doctors Without Borders" stays whole.
    So does a link's label that a page runs on from ("Photos Holm on taxes"), and a cue: "ACCORDING TO HOLM".
    """
    if last - first > _FEWEST_BEHIND and (words.text(first), words.text(first + 1)) == ("ACCORDING", "TO"):
        return first + 2
    labels = [number for number in range(first, last - 1) if words.text(number) in _LABELS]
    if labels and words.canonical[labels[-1] + 1] == "<name>":
        return labels[-1] + 1
    rest = [number for number in range(first + 1, last) if words.tokens.words[number]]
    named = all(words.canonical[n] == "<name>" or words.text(n).lower() in PARTICLES for n in rest)
    if rest and named and (words.canonical[first] == "<weekday>" or words.text(first) in _ADVERBS):
        return next((n for n in rest if words.text(n)[0].isupper()), first)  # "Later al-Tarn"
    if len(rest) < _FEWEST_BEHIND or not named:
        return first
    opens = first in words.starts or (first > 0 and words.text(first - 1) in QUOTES | {'"'})
    word = words.text(first).lower()
    if opens and words.text(first - 1) in QUOTES | {'"'} and _is_foreign(words, last):
        return rest[0]
    ordinary = opens and not words.canonical[first].startswith("<") and is_ordinary(word)
    told = any(is_ordinary(words.text(n).lower()) for n in rest[:1])
    if ordinary and not told and not words.is_title(first):
        return rest[0]
    dated = words.canonical[first] == "<month>" or (word in {"may", "march", "april", "june", "august"})
    if dated and first > 0 and words.text(first - 1).lower() in {"in", "since", "last", "until", "by", "early", "late"}:
        return rest[0]
    return first


def _is_foreign(words: Words, place: int) -> bool:
    """Return whether the words behind a place are of another language: "“Soy Ada Holm, candidata para el Senado”"."""
    behind = words.tokens.texts[place : place + _FOREIGN_WORDS]
    small = [text for text in behind if text.isalpha() and text.islower()]
    return len(small) >= _FEWEST_FOREIGN and 2 * sum(map(is_ordinary, small)) < len(small)


def capital_run(words: Words, first: int, limit: int) -> int:
    """Return the end of a run of capitalised words, joining words ("of") and full stops of initials included."""
    tokens = words.tokens
    last = place = first + 1
    while place < limit and place not in words.starts and tokens.starts[place] - tokens.ends[place - 1] <= 1:
        text = tokens.texts[place]
        before = tokens.texts[place - 1]
        after_initial = text == "." and (
            _INITIAL.search(before) or words.is_title(place - 1) or before in SUFFIXES or before in SHORTENED
        )
        possessive = text in {"’", "'"} and before[-1] == "s"
        if possessive and place + 1 < limit and words.canonical[place + 1] == "<name>":
            break
        if _ends_run(words, place, limit):
            break
        hyphened = before == "-" and words.touches(place) and words.touches(place - 1) and text[0].isalpha()
        if text == "." and place + 1 < limit and tokens.texts[place + 1] in DOMAINS and words.touches(place + 1):
            return place + 2
        if text == "," and place + 1 < limit and tokens.texts[place + 1] in SUFFIXES:
            place += 1
            last = place + 1
        elif text == "," and (listed := _end_of_list(words, first, place, limit)):
            place = listed - 1
            last = listed
        elif text[0].isupper() or (text == "-" and words.touches(place)) or hyphened:
            last = place + 1
        elif not (after_initial or possessive or text.lower() in JOINING or _is_nickname(words, place)):
            break
        elif after_initial and before in SUFFIXES:
            last = place + 1
        place += 1
    return last


def _ends_run(words: Words, place: int, limit: int) -> bool:
    """Return whether a word opens another noun phrase or a compound, or stands behind an owner."""
    text, before = words.text(place), words.text(place - 1)
    initial = text == "A" and place + 1 < limit and words.text(place + 1) == "." and words.touches(place + 1)
    opens = text in {"The", "A", "An"} and not initial
    counts = text in _COUNTING and place + 1 < limit and words.text(place + 1).islower()
    compound = text == "-" and _opens_compound(words, place)
    owner = before.endswith(("’s", "'s")) and before[:-2].lower() not in _OWNING_INSIDE
    return owner or opens or counts or (before, text) == ("and", "the") or compound


def _end_of_list(words: Words, first: int, comma: int, limit: int) -> int | None:
    """Return where a list in a body's name ends: "Bureau of Alcohol, Tobacco and Firearms"; ``None`` for other commas.

    All that is listed are ordinary words, one each, and in front stands an institution's word.
    """
    own = range(first, comma)
    if not any(words.text(n)[0].isupper() and not words.canonical[n].startswith("<") for n in own):
        return None
    place = comma
    while place < min(comma + 2 * _MOST_LISTED, limit - 1) and _is_listed(words, place - 1):
        last = words.text(place) == "and"
        if not last and words.text(place) != ",":
            return None
        if last:
            return place + 2 if _is_listed(words, place + 1) else None
        place += 1 if words.text(place + 1) == "and" else 2
        if place < limit and words.text(place) == "and":
            return place + 2 if place + 1 < limit and _is_listed(words, place + 1) else None
    return None


def _is_listed(words: Words, number: int) -> bool:
    return words.text(number)[0].isupper() and is_ordinary(words.text(number).lower())


def _opens_compound(words: Words, place: int) -> bool:
    """Return whether a hyphen turns the name before it into an adjective: "Tarn-based Harbour Foods"."""
    if place + 1 >= len(words.tokens) or not (words.touches(place) and words.touches(place + 1)):
        return False
    word = words.text(place + 1)
    return word in COMPOUNDS or (word.endswith("ed") and len(word) >= _SHORTEST_PARTICIPLE)


def _is_nickname(words: Words, place: int) -> bool:
    """Return whether a mark opens or closes a nickname inside a name: "Rolf “Tex” Aller", "Rolf (Tex) Aller"."""
    marks = QUOTES | {'"', "(", ")"}
    if words.text(place) not in marks:
        return False
    opening = place if words.text(place - 1) not in marks and words.text(place - 2) not in marks else place - 2
    # "Rolf G. “Tex” Aller": an initial's full stop may stand before.
    before = opening - 1 - (words.text(opening - 1) == "." and opening > 1)
    around = [words.text(number) for number in (before, *range(opening, min(opening + 4, len(words.tokens))))]
    if len(around) < 5 or around[3] not in marks or not all(around[number][0].isupper() for number in (0, 2, 4)):
        return False
    named = around[3] == ")" and around[2][1:].islower() and words.canonical[opening + 3] == "<name>"
    return "(" not in around or named
