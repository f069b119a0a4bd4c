"""Interviews and transcripts: paragraphs that open with who speaks ("HOLM: …", "Ada Holm: …", "Q: …")."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from framing.article import FURNITURE, Article
from framing.attributing.credit import credit, word_count
from framing.attribution import Attribution
from framing.entities.capitals import words_of
from framing.entities.names import find_names
from framing.spans import Span

__all__ = ["find_turns"]

_LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){0,4}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})"
    r"(?: \([^)\n]{1,40}\))?:\s+(?=\S)"
)
"""One word in title case is no label: lists of positions and polls are headed so."""
_FEWEST_TURNS = 3
_QUESTION, _ANSWER = "Q", "A"


def find_turns(article: Article, symmetric: Sequence[str]) -> Iterator[Attribution]:
    """Yield what each speaker of a transcript says; the questions of a bare "Q" are the outlet's.

    A text is a transcript where three paragraphs open with a label, and two labels do so more than once or one is "Q".
    """
    blocks = [block for block in article.blocks if block.kind not in FURNITURE]
    matches = [_LABEL.match(article.text, block.start, block.end) for block in blocks]
    if sum(match is not None for match in matches) < _FEWEST_TURNS:
        return
    words = dict(zip(article.tokens.starts, symmetric, strict=True))
    labels = [match if match and _is_name(Span(*match.span("name")), article, words) else None for match in matches]
    counts = Counter(label["name"] for label in labels if label)
    repeated = sum(count > 1 for count in counts.values())
    if counts.total() < _FEWEST_TURNS or repeated + (_QUESTION in counts) < 2:
        return
    asked = _last_named(
        article, symmetric, next(block.start for block, label in zip(blocks, labels, strict=True) if label)
    )
    speaker: Span | None = None
    for block, label in zip(blocks, labels, strict=True):
        if label is not None:
            speaker = asked if label["name"] in {_QUESTION, _ANSWER} else Span(*label.span("name"))
        start = label.end() if label is not None else block.start
        question = label is not None and label["name"] == _QUESTION
        if speaker is not None and not question and block.kind == "body":
            content = Span(start, block.end)
            if word_count(article, content):
                yield credit(article, [content], None, speaker, quoted=True)


def _is_name(span: Span, article: Article, words: dict[int, str]) -> bool:
    """Return whether every word of a label may belong to a name: "THE FACTS" and "Red Line" head no speech."""
    if article.slice(span) in {_QUESTION, _ANSWER}:
        return True
    starts = article.tokens.starts
    inside = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return all(words.get(start, "").startswith("<") or not article.text[start].isalpha() for start in inside)


def _last_named(article: Article, symmetric: Sequence[str], place: int) -> Span | None:
    """Return the last person's name before a place: who is asked in an interview with "Q" and "A"."""
    persons = [found.span for found in find_names(article, words_of(article, symmetric)) if found.kind == "person"]
    before = bisect_left([span.start for span in persons], place)
    return persons[before - 1] if before else None
