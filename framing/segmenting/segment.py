"""A document becomes an article: blocks, sentences, tokens, quotation marks, voice, language."""

from framing.article import Article, Document, Notice, Sentence
from framing.segmenting.blocks import find_blocks
from framing.segmenting.language import detect
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
    quotations = find_quotations(text, blocks)
    voices = voice_map(len(text), blocks, quotations)
    headline = next((text[block.start : block.end] for block in blocks if block.kind == "headline"), None)
    language, _ = detect(" ".join(text[block.start : block.end] for block in blocks if block.kind != "boilerplate"))
    notices: tuple[Notice, ...] = find_notices(text, blocks, sentences, voices, language)
    return Article(
        document=document,
        title=document.title or headline,
        language=language,
        blocks=blocks,
        sentences=sentences,
        tokens=find_tokens(text),
        quotations=quotations,
        voices=voices,
        notices=tuple({notice.code: notice for notice in (*notices, *document.notices)}.values()),
    )
