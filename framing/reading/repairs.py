"""What is repaired in a text before it becomes the document's: the order of the repairs, and nothing else."""

from dataclasses import replace

from framing.article import Document
from framing.reading.edits import edited
from framing.reading.invisible import without_invisible
from framing.reading.link_lists import without_link_lists
from framing.reading.references import decoded_references
from framing.reading.shortcodes import without_shortcodes
from framing.reading.templates import without_templates
from framing.reading.tokenised import joined_marks

__all__ = ["repaired"]


def repaired(document: Document) -> Document:
    """Return a document whose text can be read as a newspaper would print it, with the map back to what was given.

    Character references are decoded in plain text only: markup has done so, and may show them on purpose.
    """
    plain = document.media_type == "text/plain"
    if plain:
        document = without_shortcodes(document)
    document = without_templates(document)
    for repair in ((decoded_references,) if plain else ()) + (without_invisible, without_link_lists, joined_marks):
        edits, notice = repair(document)
        if notice is not None:
            document = replace(edited(document, edits), notices=(*document.notices, notice))
    return document
