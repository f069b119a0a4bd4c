"""Whether the "that" of a hit opens a clause that tells something: "know that the bridge is safe".

Behind "know that story" stands nothing that could be taken as true, and "suggested that the council pass the plan" is
a proposal, which holds nothing back. Which nouns and verbs tell it stands in the lexicon of clauses.
"""

from bisect import bisect_left
from collections.abc import Sequence

from framing.lexicons.forms import forms_of
from framing.lexicons.match import Match, Words
from framing.lexicons.word_forms import is_plural

__all__ = ["is_without_a_statement"]

_ENDS = frozenset('.?!;:”")—–')
_OF_A_CLAUSE = frozenset(
    "is are was were has have had he she it they we you i there this these those nobody everybody".split()
)
"""What a clause of two words begins or goes on with."""
_SHORT = 3
"""Words behind "that" from which it is no longer looked whether they are a clause."""
_STATED = frozenset(
    "is are was were has have had do does did can could may might must will would to who which that".split()
)
"""What a clause that tells something has before such a verb."""
_NO_SUBJECTS = frozenset("a an the this his her its their our and or of they you i".split())
_FAR = 8
"""Words of a clause among which its verb is looked for."""


def is_without_a_statement(words: Words, match: Match) -> bool:
    """Return whether a hit ends with a "that" behind which nothing is stated.

    Args:
        words: The article's words.
        match: The hit.
    """
    last = bisect_left(words.numbers, bisect_left(words.tokens.starts, match.end)) - 1
    # "shows that's wrong" has its verb.
    if words.tokens.texts[words.numbers[last]].lower() != "that":
        return False
    _, high = words.bounds[match.sentence]
    clause = words.words[last + 1 : min(last + 1 + _FAR, high)]
    # "that “the bridge", "that Mr. Holm": a mark that opens, and the stop of a short form, end nothing.
    ends = range(last + 2 if clause[:1] == ['"'] else last + 1, min(high, last + 1 + _FAR))
    stops = (k for k in ends if words.words[k] in _ENDS and (words.words[k] != "." or k >= high - 2))
    count = next(stops, high) - last - 1
    if count < _SHORT:
        texts = [words.tokens.texts[number] for number in words.numbers[last + 1 : last + 1 + count]]
        # "that prices rose", "that Tarn lost", "that inflation slowed"
        told = any(text[0].isupper() or text.endswith("ed") or is_plural(text) for text in texts)
        return count < 2 or not (told or not _OF_A_CLAUSE.isdisjoint(clause[:count]))
    demanding = match.entry.category == "hedge" and words.words[last - 1].startswith("suggest")
    pointing = clause[0] in forms_of("clause", "counted") and clause[1] != "of" and not is_plural(clause[1])
    return pointing or (demanding and _is_demand(clause))


def _is_demand(clause: Sequence[str]) -> bool:
    """Return whether the words behind "that" say what is to be done: "that the council quickly pass the plan"."""
    demanded = forms_of("clause", "demanded")
    for place, word in enumerate(clause):
        if word == "should":
            return True
        if word in _STATED or word in _ENDS:
            return False
        if place and word in demanded:
            before = [one for one in clause[:place] if not one.endswith("ly") and one not in {"not", "instead"}]
            subject = before[-1] if before else ""
            return subject == "we" or not (subject in _NO_SUBJECTS or is_plural(subject))
    return False
