"""How an article is written, apart from its subject: person, mood, tense, quotation, attribution, datelines."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["STYLE", "style_features"]

_GROUPS: dict[str, frozenset[str]] = {
    "first person": frozenset({"i", "my", "me", "mine", "i'm", "i've"}),
    "first person plural": frozenset({"we", "our", "us", "ours", "let's", "we're", "we've"}),
    "second person": frozenset({"you", "your", "you're", "yourself"}),
    "obligation": frozenset({"should", "must", "ought", "need", "needs"}),
    "modality": frozenset({"would", "could", "might", "may", "can"}),
    "present": frozenset({"is", "are", "has", "have", "do", "does"}),
    "past": frozenset({"was", "were", "had", "did"}),
    "negation": frozenset({"not", "never", "no", "nothing", "don't", "isn't", "doesn't", "can't", "won't", "aren't"}),
    "contrast": frozenset({"but", "yet", "however", "though", "instead", "rather"}),
    "pointing": frozenset({"this", "that", "these", "those"}),
    "argument": frozenset({"because", "if", "why", "therefore", "thus", "indeed", "course", "surely", "perhaps"}),
    "officials": frozenset({"spokesman", "spokeswoman", "spokesperson", "reporters", "officials", "statement"}),
    "evaluation": frozenset(
        {"good", "bad", "better", "worse", "best", "worst", "great", "wrong", "right", "real", "true", "simply", "just"}
    ),
}
_REPORTING = frozenset({"said", "says", "told", "added", "according", "announced", "reported", "asked"})
_QUOTES = '"'
STYLE: tuple[str, ...] = (
    "quoted",
    "quotation marks",
    "reporting",
    "reporting, own voice",
    *_GROUPS,
    "questions",
    "exclamations",
    "names",
    "names, own voice",
    "weekdays",
    "numbers",
    "colons",
    "dashes",
    "brackets",
    "semicolons",
    "log words",
    "sentence length",
    "sentence length spread",
    "dateline",
    "title: first or second person",
    "title: question",
    "title: opinion",
    "title: length",
    "title: names",
)
"""Names of the features, in the order of the columns."""


def style_features(
    sentences: Sequence[Sequence[str]], opening: Sequence[str], title: Sequence[str]
) -> NDArray[np.float64]:
    """Return an article's style, of shape (n_features,); rates are per 100 words.

    Args:
        sentences: The body's sentences as canonical words.
        opening: The body's first twenty tokens as they stand, for the dateline.
        title: The headline as canonical words, empty without one.
    """
    words = [word for sentence in sentences for word in sentence]
    own, inside = _own_voice(words)
    count, own_count = max(len(words), 1), max(len(own), 1)
    everywhere, outside = Counter(words), Counter(own)

    def rate(*chosen: str) -> float:
        return 100 * sum(everywhere[word] for word in chosen) / count

    def own_rate(chosen: frozenset[str]) -> float:
        return 100 * sum(outside[word] for word in chosen) / own_count

    lengths = [len(sentence) for sentence in sentences] or [0]
    return np.array(
        [
            inside / count,
            rate(_QUOTES),
            rate(*_REPORTING),
            own_rate(_REPORTING),
            *(own_rate(group) for group in _GROUPS.values()),
            rate("?"),
            rate("!"),
            rate("<name>"),
            own_rate(frozenset({"<name>"})),
            rate("<weekday>"),
            rate("<number>", "<year>"),
            rate(":"),
            rate("--", "-"),
            rate("("),
            rate(";"),
            np.log(count),
            float(np.mean(lengths)),
            float(np.std(lengths)),
            float(_dateline(opening)),
            *_title(title),
        ]
    )


def _own_voice(words: Sequence[str]) -> tuple[list[str], int]:
    """Return the words outside of double quotation marks, and how many stand inside."""
    own: list[str] = []
    inside = False
    quoted = 0
    for word in words:
        if word == _QUOTES:
            inside = not inside
        elif inside:
            quoted += 1
        else:
            own.append(word)
    return own, quoted


def _dateline(opening: Sequence[str]) -> bool:
    """Return whether the text opens like an agency's: "PLACE (Agency) -" or "PLACE —"."""
    head = opening[:10]
    capital = bool(head) and len(head[0]) > 2 and head[0].isupper()
    return capital and any(token in {"—", "–", "-", "("} for token in head[1:])


def _title(title: Sequence[str]) -> tuple[float, ...]:
    count = max(len(title), 1)
    persons = _GROUPS["first person"] | _GROUPS["first person plural"] | _GROUPS["second person"]
    return (
        float(any(word in persons for word in title)),
        float("?" in title),
        float(any(word in {"opinion", "commentary", "editorial", "column", "op"} for word in title[:2])),
        float(len(title)),
        sum(word == "<name>" for word in title) / count,
    )
