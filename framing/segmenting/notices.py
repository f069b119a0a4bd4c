"""Warnings about a text: too short, mostly quoted, damaged, in another language, hardly an article."""

from collections.abc import Iterator, Sequence

from framing.article import Block, Notice, Sentence, Voice, VoiceMap
from framing.expressions import expression
from framing.segmenting.furniture import is_sentence, starts_comments

__all__ = ["find_notices"]

_FEWEST_WORDS = 100
"""Words of a body below which a warning is given: one loaded word is then a rate of ten in 1,000 and more."""
_MOST_QUOTED = 0.6
"""Share of the body from which it is somebody else's text (a speech, an interview) and not the outlet's."""
_LONGEST_LABEL = 60
"""Characters of a label of comments that a warning quotes."""
_DAMAGE = expression(r"(?<![.])(?<![.] )[.!?] [.](?=\s|$)(?!\s*[.])|\b(The|A|He|She|It|In) \1\b|\ufffd|Ã[\u0080-¿]|â€")
"""A stray full stop, but no ellipsis with spaces (". . ."); doubled words; letters that were read in a wrong code."""
_SIGNS_OF_DAMAGE = (
    ". .",
    "! .",
    "? .",
    *(f"{word} {word}" for word in ("The", "A", "He", "She", "It", "In")),
    "\ufffd",
    "Ã",
    "â€",
)
"""One of these stands in whatever ``_DAMAGE`` finds; most texts have none."""
_WORD = expression(r"\w+")


def find_notices(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], voices: VoiceMap, language: str
) -> tuple[Notice, ...]:
    """Return the warnings that hold, each once."""
    return tuple(_notices(text, blocks, sentences, voices, language))


def _notices(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], voices: VoiceMap, language: str
) -> Iterator[Notice]:
    body = [block for block in blocks if block.kind == "body"]
    words = sum(len(_WORD.findall(text, block.start, block.end)) for block in body)
    if language == "zxx":
        yield Notice(
            "no_language", "The text is marks, single letters, or a few words over and over again; nothing is scored."
        )
        return
    if language not in {"en", "und"}:
        yield Notice("not_english", f"The text is not English (it looks like '{language}'); only English is scored.")
        return
    if language == "und":
        yield Notice("language_unclear", "The language cannot be told; the figures hold only if it is English.")
    if words < _FEWEST_WORDS:
        yield Notice("too_short", f"The body has {words} words; under {_FEWEST_WORDS} most figures say little.")
    length = sum(block.end - block.start for block in body)
    quoted = sum(voices.codes.count(Voice.QUOTED, block.start, block.end) for block in body)
    if length and quoted > _MOST_QUOTED * length:
        yield Notice("mostly_quoted", f"{100 * quoted / length:.0f}% of the body is quotation: little is in own voice.")
    if any(sign in text for sign in _SIGNS_OF_DAMAGE) and _DAMAGE.search(text):
        yield Notice(
            "text_damaged", "The text is damaged in places (doubled words, stray marks); spans may be off there."
        )
    yield from _left_out(text, blocks)
    in_body = sum(blocks[sentence.block].kind == "body" for sentence in sentences)
    if words >= _FEWEST_WORDS and in_body < words / 120:
        yield Notice("not_an_article", "There are few sentences for so many words: a list, a table or a transcript.")


def _left_out(text: str, blocks: Sequence[Block]) -> Iterator[Notice]:
    """Say where a page ends for its story: what stands below a label of comments may be the story's all the same."""
    for number, block in enumerate(blocks):
        label = text[block.start : block.end] if block.kind == "boilerplate" else ""
        if label and starts_comments(label):
            rest = [text[below.start : below.end] for below in blocks[number + 1 :] if below.kind == "boilerplate"]
            if len(rest) == len(blocks) - number - 1 and any(map(is_sentence, rest)):
                words = sum(len(_WORD.findall(written)) for written in rest)
                yield Notice(
                    "comments_left_out",
                    f"What follows “{label[:_LONGEST_LABEL]}” is read as comments and left out ({words} words).",
                )
            return
