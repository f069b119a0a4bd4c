"""What a document of another program holds, before it is read as an article."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from framing.article import Block, BlockKind, Notice
from framing.errors import FramingError, InputError

__all__ = ["Extracted", "Paragraphs", "checked_zip", "told"]

_MOST_UNPACKED = 200_000_000
"""Bytes of all parts of a document together; a bomb has more."""
_MOST_PARTS = 20_000
"""Parts of one document; a long one has a few hundred."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """One article of a document.

    Attributes:
        text: Its characters.
        part: Which of several it is (``message 2``, ``item 3``); empty where the document is the article.
        fields: Whether the text may hold markup, as fields of records do.
        title: The headline that the document gives beside its text.
        metadata: What else it says, by name.
        notices: Warnings.
        marked: Blocks that the document names.
        lines: What each line of the text is called where lines are none of the file's: ``paragraph 7``.
    """

    text: str
    part: str = ""
    fields: bool = False
    title: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    marked: tuple[Block, ...] = ()
    lines: tuple[str, ...] = ()


class Paragraphs:
    """A text that grows by paragraphs, a line each, with what the document says of them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marked: list[Block] = []
        self._names: list[str] = []

    def add(self, words: str, name: str, kind: BlockKind | None = None, *, quoted: bool = False) -> None:
        """Add a paragraph; one without words is none.

        Args:
            words: Its characters; line breaks in it are spaces.
            name: What it is called in findings.
            kind: What the document says that it is.
            quoted: Whether it is set as a quotation.
        """
        line = " ".join(words.split("\n")).strip()
        if not line or line.isspace():
            return
        if kind is not None:
            self._marked.append(Block(kind, self._length, self._length + len(line), quoted))
        self._pieces.append(line)
        self._names.append(name)
        self._length += len(line) + 1

    @property
    def headed(self) -> bool:
        """Whether a headline is among them."""
        return any(block.kind == "headline" for block in self._marked)

    def extracted(self, title: str | None, metadata: dict[str, str], notices: tuple[Notice, ...] = ()) -> Extracted:
        """Return the whole; the title counts only where no paragraph is the headline."""
        return Extracted(
            "\n".join(self._pieces),
            title=None if self.headed else title,
            metadata=metadata,
            notices=notices,
            marked=tuple(self._marked),
            lines=tuple(self._names),
        )


def checked_zip(content: bytes, where: str, kind: str) -> None:
    """Look at a document that is a zip file before a library opens it.

    Args:
        content: Its bytes.
        where: What errors call it.
        kind: What it is, as in "a Word document".

    Raises:
        InputError: If it is no whole zip file, is encrypted, or unpacks to more than 200 MB.
    """
    with told(where, kind), zipfile.ZipFile(BytesIO(content)) as file:
        parts = file.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise InputError(where, f"is {kind} that unpacks to more than {_MOST_UNPACKED:,} bytes, the limit")
        if any(part.flag_bits & 1 for part in parts):
            raise InputError(where, f"is {kind} with a password; save it without one")
        for part in parts:
            _read_whole(file, part)


@contextmanager
def told(where: str, kind: str) -> Iterator[None]:
    """Make every fault of a library, and of the parsers below it, one line: hostile documents fail anywhere.

    Args:
        where: What errors call the document.
        kind: What it is, as in "a Word document".

    Raises:
        InputError: If anything else than an error of ours is raised inside.
    """
    try:
        yield
    except FramingError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise InputError(where, f"is {kind} that is damaged ({reason})") from error


def _read_whole(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part without keeping it: sizes in the list of parts may lie, and so may checksums."""
    size = 0
    for piece in _pieces(file, part):
        size += len(piece)
        if size > part.file_size:
            raise zipfile.BadZipFile(f"{part.filename} is larger than it says")


def _pieces(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with file.open(part) as opened:
        while piece := opened.read(1 << 20):
            yield piece
