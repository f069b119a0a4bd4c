"""The text on its way from a file to an article: document, blocks, sentences, tokens and voice."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from operator import attrgetter
from typing import Literal, NamedTuple

from framing.spans import Span

__all__ = [
    "BLOCK_KINDS",
    "FURNITURE",
    "Article",
    "Block",
    "BlockKind",
    "Document",
    "FilePlace",
    "Notice",
    "Origin",
    "Quotation",
    "QuotationKind",
    "Sentence",
    "Tokens",
    "Voice",
    "VoiceMap",
]

BlockKind = Literal[
    "headline",
    "deck",
    "byline",
    "dateline",
    "body",
    "subhead",
    "caption",
    "pull_quote",
    "credit",
    "boilerplate",
]
BLOCK_KINDS: tuple[BlockKind, ...] = (
    "headline",
    "deck",
    "byline",
    "dateline",
    "body",
    "subhead",
    "caption",
    "pull_quote",
    "credit",
    "boilerplate",
)


FURNITURE: frozenset[BlockKind] = frozenset({"boilerplate", "credit", "byline", "dateline"})
"""Page furniture: its words are nobody's report and enter no figure."""


class Notice(NamedTuple):
    """A warning about the input or the analysis, for the report.

    Attributes:
        code: A stable name in snake_case, such as ``text_repaired``.
        message: One sentence for the reader.
    """

    code: str
    message: str


class FilePlace(NamedTuple):
    """A place in the file as it was read: 1-based line, 1-based column and 0-based offset, in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The map from the document's text back to the decoded file.

    Runs of text that stand in the file unchanged are pairs of starting offsets; between them (markup, decoded
    entities, folded white space) a text offset maps to the nearest character before it.

    Attributes:
        source: The decoded file.
        text_starts: Ascending offsets into the document's text at which runs start.
        file_starts: For each run, the offset into ``source`` of its first character.
        lengths: For each run, how many characters stand unchanged in both.
    """

    source: str
    text_starts: tuple[int, ...]
    file_starts: tuple[int, ...]
    lengths: tuple[int, ...]


class Block(NamedTuple):
    """A paragraph-like piece of the article.

    Attributes:
        kind: What it is on the page.
        start: Offset of its first character.
        end: Offset after its last character.
        quoted: Whether the markup sets the whole block as a quotation (block quote).
    """

    kind: BlockKind
    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What reading hands on: a text and what is known about it.

    Attributes:
        text: The article's characters; every span of every later stage points into it.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
        title: The headline where metadata gives one; it need not stand in the text.
        title_place: Where it stands: ``title`` (beside the text: an argument, a field, a column), ``front matter``,
            ``title element``, ``og:title`` and other names of elements of a page's head; empty in the text itself.
        title_origin: The map of the title's characters to that place.
        headline_on_top: Whether the text begins with the title, which stands elsewhere, and a blank line.
        lines: What each line of the file is called where it has none of its own: ``paragraph 7``, ``page 2``.
        metadata: Strings by name: ``author``, ``date``, ``site``, ``url``, ``id``, ``outlet``, ``topic`` and others.
        name: What the user called it (path, URL, ``-``, or ``file:line`` of a record).
        notices: Warnings from reading (repaired text, unknown encoding).
        marked: Blocks that the markup itself names (heading, figure caption, block quote); empty for plain text.
        origin: The map back to the file; ``None`` where text and file are the same string.
    """

    text: str
    media_type: str = "text/plain"
    title: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    notices: tuple[Notice, ...] = ()
    marked: tuple[Block, ...] = ()
    origin: Origin | None = None
    title_place: str = ""
    title_origin: Origin | None = None
    headline_on_top: bool = False
    lines: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return one line, without the text."""
        return f"<Document {self.name!r}: {len(self.text):,} characters of {self.media_type}>"


class Sentence(NamedTuple):
    """A sentence: its span without surrounding white space, and the index of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and punctuation marks of an article, as parallel sequences of one length.

    Attributes:
        starts: Offsets of first characters, ascending.
        ends: Offsets after last characters.
        texts: The tokens as they stand.
        words: Whether each token is a word (starts with a letter or digit).
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    words: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.starts)


QuotationKind = Literal["quotation", "scare"]


class Quotation(NamedTuple):
    """A stretch inside quotation marks, the marks themselves excluded.

    Attributes:
        start: Offset after the opening mark (or at the block's start).
        end: Offset of the closing mark (or the paragraph's end where the quotation runs on).
        kind: ``quotation`` for words that somebody said or wrote, ``scare`` for a distancing or title-like use.
        continued: Whether the quotation goes on in the next paragraph's quotation.
    """

    start: int
    end: int
    kind: QuotationKind
    continued: bool = False


class Voice(IntEnum):
    """Whose words a character belongs to."""

    OWN = 0
    QUOTED = 1
    SCARE = 2
    REPORTED = 3


_VOICES = tuple(Voice)
"""By number: looked up by the thousand, which an enumeration is slow at."""


@dataclass(frozen=True, slots=True)
class VoiceMap:
    """The voice of every character of a text.

    Attributes:
        codes: One ``Voice`` value a character, as bytes of the text's length.
    """

    codes: bytes

    def share(self, start: int, end: int, voice: Voice) -> float:
        """Return the share of the span's characters in a voice, 0 to 1."""
        return self.codes.count(voice, start, end) / (end - start) if end > start else 0.0

    def own_share(self, start: int, end: int) -> float:
        """Return the share of the span's characters in the outlet's own voice, scare quotes included, 0 to 1."""
        return self.share(start, end, Voice.OWN) + self.share(start, end, Voice.SCARE)

    def of(self, start: int, end: int) -> Voice:
        """Return the voice that most of the span's characters have (on a tie the first by number)."""
        codes = self.codes
        # Most spans are in one voice, and asked for by the thousand.
        if start < end and codes.count(codes[start], start, end) == end - start:
            return _VOICES[codes[start]]
        return max(Voice, key=lambda voice: codes.count(voice, start, end))


@dataclass(frozen=True, slots=True)
class Article:
    """What segmenting hands on.

    Attributes:
        document: What was read.
        title: The headline: from the metadata, else the headline block's text, else ``None``.
        language: ISO 639-1 code, ``und`` where it cannot be told.
        blocks: In text order, disjoint; every character that is not white space lies in one.
        sentences: In text order, disjoint, each inside one block.
        tokens: Words and punctuation marks of the whole text.
        quotations: Stretches in quotation marks, in text order; nested ones lie inside others.
        voices: Own voice, quotation or scare quotes for every character, before attribution.
        notices: Warnings of reading and segmenting.
    """

    document: Document
    title: str | None
    language: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    voices: VoiceMap
    notices: tuple[Notice, ...] = ()

    def __repr__(self) -> str:
        """Return one line, without the text."""
        return f"<Article {self.title or self.document.name!r}: {len(self.blocks)} blocks, {len(self.tokens):,} tokens>"

    @property
    def text(self) -> str:
        """The text that every span points into."""
        return self.document.text

    def slice(self, span: tuple[int, int] | Span) -> str:
        """Return the characters of a span."""
        return self.document.text[span[0] : span[1]]  # not by way of ``text``: asked for a thousand times an article

    def block_at(self, offset: int) -> int:
        """Return the number of the last block that starts at a character or in front of it; -1 in front of all."""
        return bisect_right(self.blocks, offset, key=attrgetter("start")) - 1

    def kind_at(self, offset: int) -> BlockKind | None:
        """Return the kind of the block that holds a character; ``None`` between blocks."""
        number = self.block_at(offset)
        return self.blocks[number].kind if number >= 0 and offset < self.blocks[number].end else None
