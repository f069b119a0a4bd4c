"""A document becomes an article: blocks, sentences, tokens, quotation marks, voice, language."""

from collections.abc import Sequence

from framing.article import Article, Block, Document, Notice, Sentence, Tokens
from framing.segmenting.blocks import find_blocks
from framing.segmenting.language import detect, is_too_dense
from framing.segmenting.marks import find_quotations
from framing.segmenting.notices import find_notices
from framing.segmenting.sentences import split_sentences
from framing.segmenting.voice import voice_map
from framing.segmenting.words import find_tokens

__all__ = ["segment"]


def segment(document: Document) -> Article:
    """Return the article that a document holds."""
    text = document.text
    blocks = find_blocks(document)
    sentences = tuple(
        Sentence(start, end, number)
        for number, block in enumerate(blocks)
        for start, end in split_sentences(text, block.start, block.end)
    )
    tokens = find_tokens(text)
    language = _language(text, blocks, tokens)
    # A megabyte of marks between letters is a quarter of a million quotations of nothing.
    quotations = () if language == "zxx" else find_quotations(text, blocks)
    voices = voice_map(len(text), blocks, quotations)
    headline = next((text[block.start : block.end] for block in blocks if block.kind == "headline"), None)
    notices: tuple[Notice, ...] = find_notices(text, blocks, sentences, voices, language)
    return Article(
        document=document,
        title=document.title or headline,
        language=language,
        blocks=blocks,
        sentences=sentences,
        tokens=tokens,
        quotations=quotations,
        voices=voices,
        notices=tuple({notice.code: notice for notice in (*notices, *document.notices)}.values()),
    )


def _language(text: str, blocks: Sequence[Block], tokens: Tokens) -> str:
    """Return the language's code: furniture does not tell it, but costs as much as the story does where it is dense."""
    language, _ = detect(" ".join(text[block.start : block.end] for block in blocks if block.kind != "boilerplate"))
    return "zxx" if language in {"en", "und"} and is_too_dense(len(text), len(tokens.starts)) else language
