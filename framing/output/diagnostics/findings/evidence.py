"""Where the further places of a finding stand in its file."""

from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from framing.article import Document
from framing.diagnostic import CheckedFile, Diagnostic
from framing.errors import FramingError
from framing.given import given_text
from framing.reading import document
from framing.reading.headline import with_headline
from framing.reading.kinds import kind_by_name
from framing.reading.media import RECORDS, media_type_of, sniffed
from framing.reading.offsets import given_file_span

__all__ = ["EvidencePlace", "document_of", "evidence_places"]

_MOST_PLACES = 100
"""GitHub shows 100 related locations of a result; further ones only make the log larger."""


class EvidencePlace(NamedTuple):
    """A place in a file: lines and columns are 1-based, columns count code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def evidence_places(file: CheckedFile, finding: Diagnostic) -> tuple[EvidencePlace, ...]:
    """Return where a finding's evidence stands in the file, at most 100 places.

    A finding names its evidence by offsets into the article's text. The file is read again for the map from the text
    to the file; where that reading does not put the finding itself in its own place, no place is better than a wrong
    one, and nothing is returned.
    """
    if not finding.evidence:
        return ()
    read = document_of(file.path, file.text)
    if read is None or not _agrees(read, finding):
        return ()
    places = []
    for start, end in islice(finding.evidence, _MOST_PLACES):
        first, last = given_file_span(read, start, end)
        words = " ".join(given_text(read)[start:end].split())
        places.append(EvidencePlace(first.line, first.column, last.line, last.column, words))
    return tuple(places)


# Findings come file by file, so that the last file read is the one asked for next.
@lru_cache(maxsize=1)
def document_of(path: str, text: str) -> Document | None:
    """Return a decoded file as reading gives it; ``None`` for files of records, and where there is no text in it.

    Of a document of another program the text is known, with a line for each of its paragraphs.
    """
    media_type = media_type_of(path) or ("text/plain" if kind_by_name(path) else sniffed(text))
    if media_type in RECORDS:  # the text of a record is not a part of the file
        return None
    try:
        return with_headline(document(text, media_type=media_type, name=path))
    except FramingError:
        return None


def _agrees(read: Document, finding: Diagnostic) -> bool:
    if max(end for _, end in finding.evidence) > len(given_text(read)):
        return False
    if finding.end == finding.start:  # about the whole text: it has no place to compare
        return True
    first, last = given_file_span(read, finding.start, finding.end)
    return (first.line, first.column, last.line, last.column) == (
        finding.line,
        finding.column,
        finding.end_line,
        finding.end_column,
    )
