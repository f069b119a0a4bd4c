"""Characters that nobody sees and that part words: soft hyphens, zero-width spaces, marks of direction."""

from framing.article import Document, Notice
from framing.expressions import expression
from framing.reading.edits import Edit

__all__ = ["without_invisible"]

# Characters that turn the direction stay: a page shows them by name, as they can forge what a reader sees.
# Joiners are part of the writing of Persian, Hindi and emoji: they are left out between Latin letters only.
_MAY_BE_INVISIBLE = expression("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_INVISIBLE = expression(
    "[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]+"
    "|(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+(?=[A-Za-z\u00c0-\u024f])"
)


def without_invisible(document: Document) -> tuple[list[Edit], Notice | None]:
    """Return what leaves invisible characters out, and the notice that says so."""
    if document.text.isascii() or not _MAY_BE_INVISIBLE.search(document.text):
        return [], None
    edits = [Edit(match.start(), match.end()) for match in _INVISIBLE.finditer(document.text)]
    if not edits:
        return [], None
    count = sum(edit.end - edit.start for edit in edits)
    what = "An invisible character was" if count == 1 else f"{count} invisible characters were"
    return edits, Notice("invisible_characters", f"{what} passed over (soft hyphens, zero-width spaces and others).")
