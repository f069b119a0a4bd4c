"""Interviews and transcripts: paragraphs that open with who speaks ("HOLM: …", "Ada Holm: …", "Q: …")."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from framing.article import FURNITURE, Article, Block
from framing.attributing.clauses import FINITE
from framing.attributing.credit import credit, word_count
from framing.attribution import Attribution
from framing.entities.cased_words import words_of
from framing.entities.name_words import PERSONAL_TITLES
from framing.entities.names import find_names
from framing.expressions import expression
from framing.spans import Span

__all__ = ["find_turns"]

_LABEL = expression(
    r"(?P<name>[A-Z][A-Z.’'-]{0,60}(?: [A-Z][A-Z.’'-]{0,60}){0,4}|[A-Z][\w.’'-]{1,60}(?: [A-Z][\w.’'-]{1,60}){0,3})"
    r"(?P<post>, [A-Z][A-Z0-9 .’'&/-]{1,40})?(?: \([^)\n]{1,40}\))?:(?:\s+(?=\S)|\s*\Z)"
)
"""A label may stand alone, in front of a paragraph, and say as what somebody speaks: "ADA HOLM, HOST:"."""
_DIRECTION = expression(r"[(\[][A-Z][A-Z0-9 .,:;’'\"“”-]*[)\]]\s*")
"""What a transcript tells of a recording: "(SOUNDBITE OF TAPE)"."""
_INSIDE = expression(
    r"(?<=[.?!”\"\])] )[A-Z][A-Z.’'-]{1,60}(?: [A-Z][A-Z.’'-]{0,60}){0,4}(?: \([^)\n]{1,40}\))?:\s+(?=\S)"
)
"""A label in capitals behind the end of a sentence, inside of a paragraph."""
_FEWEST_INSIDE = 2
"""Such labels from which a paragraph is a conversation whose lines were run together. Set by hand."""
_FULLEST = expression(r"[A-Z][A-Z.’'-]*|\S*\s.*")
"""A label in capitals or of several words. One word in title case may also head the entry of a list, so such words are
labels only where two of them take turns."""
_EDITED = expression(
    r"[([]?(?:This|The|Our|What follows) (?:interview|transcript|conversation|discussion|is a transcript|has been)\b"
    r"[^\n]{0,60}\b(?:edited|condensed|transcript|shortened)\b"
    r"|(?:[A-Z][\w’']* ){0,2}transcripts (?:are|is|may)\b",
    re.IGNORECASE,
)
"""An outlet's note on an interview that it prints."""
_FEWEST_TURNS = 3
"""Paragraphs with a label from which a text is a transcript. Set by hand: two may be a headline and a caption."""
_QUESTION, _ANSWER = "Q", "A"


def find_turns(article: Article, symmetric: Sequence[str]) -> Iterator[Attribution]:
    """Yield what each speaker of a transcript says; the questions of a "Q" without a name are the outlet's.

    A text is a transcript if three paragraphs open with a label, and if two labels come more than once or one is "Q".
    Lines that were run together into one paragraph count as paragraphs.
    """
    blocks = [
        turn
        for block in article.blocks
        if block.kind not in FURNITURE and block.kind != "headline"
        for turn in _run_together(article, block)
    ]
    matches = [_LABEL.match(article.text, block.start, block.end) for block in blocks]
    if sum(match is not None for match in matches) < _FEWEST_TURNS:
        return
    words = dict(zip(article.tokens.starts, symmetric, strict=True))
    mentions = _mentions(article, [match for match in matches if match], words)
    labels = [match if match and match.start() in mentions else None for match in matches]
    labels = _taking_turns(article, labels, blocks)
    names = {label["name"]: None for label in labels if label}
    counts = Counter(_whose(label["name"], names) for label in labels if label)
    repeated = sum(count > 1 for count in counts.values())
    if counts.total() < _FEWEST_TURNS or repeated + (_QUESTION in counts) < 2:
        return
    asked = _last_named(
        article, symmetric, next(block.start for block, label in zip(blocks, labels, strict=True) if label)
    )
    speaker: Span | None = None
    paragraphs = {(block.start, block.end) for block in article.blocks}
    before_whole = True
    for block, label in zip(blocks, labels, strict=True):
        if label is not None:
            speaker = asked if label["name"] in {_QUESTION, _ANSWER} else mentions[label.start()]
        elif not before_whole or _EDITED.match(article.text, block.start, block.end):
            # A conversation in one paragraph ends with it.
            speaker = None
        before_whole = (block.start, block.end) in paragraphs
        start = label.end() if label is not None else block.start
        question = label is not None and label["name"] == _QUESTION
        told = _DIRECTION.fullmatch(article.text, block.start, block.end) is None
        if speaker is not None and told and not question and block.kind == "body":
            content = Span(start, block.end)
            if word_count(article, content):
                yield credit(article, [content], None, speaker, quoted=True)


def _mentions(article: Article, labels: Sequence[re.Match[str]], words: dict[int, str]) -> dict[int, Span]:
    """Return where the speaker of each label that is one is named, by the label's offset.

    A word that is no name by itself stands for the first longer label's: "BLOCK" where "ADA BLOCK" speaks.
    """
    spans = {label.start(): Span(*label.span("name")) for label in labels}
    names = {
        label.start(): spans[label.start()]
        for label in labels
        if label["post"] or _is_name(spans[label.start()], article, words)
    }
    longer: dict[str, Span] = {}
    for span in names.values():
        for word in article.slice(span).split():
            longer.setdefault(word, span)
    short = {label.start(): longer[label["name"]] for label in labels if label["name"] in longer}
    return {**short, **names}


def _run_together(article: Article, block: Block) -> list[Block]:
    """Return a paragraph cut in front of each label in capitals, where it holds a whole conversation."""
    cuts = [match.start() for match in _INSIDE.finditer(article.text, block.start, block.end)]
    if len(cuts) < _FEWEST_INSIDE:
        return [block]
    edges = [block.start, *cuts, block.end]
    return [block._replace(start=start, end=end) for start, end in pairwise(edges)]


def _taking_turns(
    article: Article, labels: Sequence[re.Match[str] | None], blocks: Sequence[Block]
) -> list[re.Match[str] | None]:
    """Return the labels, without single words in title case that belong to no longer label and do not take turns."""
    full = {label["name"] for label in labels if label and _FULLEST.fullmatch(label["name"])}
    known = {word for name in full for word in name.split()}
    short = [(label, block) for label, block in zip(labels, blocks, strict=True) if label and label["name"] not in full]
    told = Counter(
        label["name"] for label, block in short if FINITE.search(article.text, label.end(), block.end) is not None
    )
    turns = {name for name, count in told.items() if count > 1}
    if len(turns) > 1:
        known |= {label["name"] for label, _ in short}
    return [label if label and (label["name"] in full or label["name"] in known) else None for label in labels]


def _whose(label: str, labels: Iterable[str]) -> str:
    """Return the longer label that a short one stands for, by one of its words or by its initials; else the label."""
    for name in labels:
        words = name.upper().split()
        if len(words) > 1 and (label.upper() in words or label == "".join(word[0] for word in words)):
            return name
    return label


def _is_name(span: Span, article: Article, words: dict[int, str]) -> bool:
    """Return whether every word of a label may be a name's, a title in front: "THE FACTS" is no speaker."""
    if article.slice(span) in {_QUESTION, _ANSWER}:
        return True
    starts = article.tokens.starts
    inside = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    if len(inside) > 1 and words.get(inside[0], "") in PERSONAL_TITLES:
        inside = inside[1:]
    return all(words.get(start, "").startswith("<") or not article.text[start].isalpha() for start in inside)


def _last_named(article: Article, symmetric: Sequence[str], place: int) -> Span | None:
    """Return the last person named before an offset: the one asked in an interview with "Q" and "A"."""
    persons = [name.span for name in find_names(article, words_of(article, symmetric)) if name.kind == "person"]
    before = bisect_left([span.start for span in persons], place)
    return persons[before - 1] if before else None
