"""Lists of links that a page's script puts behind a person's name, and that were saved in the middle of the sentence.

"Mayor Ada Holm Ada Maria HolmHolm closes the mill Five things about Tarn MORE said": behind the name stand the full
name, the titles of other stories and "MORE", none of it the article's.
"""

from framing.article import Document, Notice
from framing.expressions import expression
from framing.reading.edits import Edit

__all__ = ["without_link_lists"]

_NAME = r"(?:(?![a-z_\d])\w[\w.’'-]*|de|del|la|van|von|bin|al)"
_FIRST_NAMES = rf" (?:(?:\({_NAME}\)|“{_NAME}”|\"{_NAME}\"|{_NAME}),? ){{1,6}}"
_LIST = expression(
    rf"\b(?P<last>[A-Z][\w’'-]+)(?:,? [JS]r\.|,? I{{2,3}})?,?(?P<list>{_FIRST_NAMES}(?P=last)"
    rf"(?:,? [JS]r\.|,? I{{2,3}})?(?=[\"“‘'\[(]?[A-Z\d])[^\n]{{15,900}}?\bMORE\b)"
)
"""The name's last word, and the list from the full name, whose last word has a title at its end, to the label."""


def without_link_lists(document: Document) -> tuple[list[Edit], Notice | None]:
    """Return what leaves such lists out, and the notice that says so."""
    if "MORE" not in document.text:
        return [], None
    edits = [Edit(*match.span("list")) for match in _LIST.finditer(document.text)]
    if not edits:
        return [], None
    what = "A list of links was" if len(edits) == 1 else f"{len(edits)} lists of links were"
    return edits, Notice(
        "links_left_out", f"{what} left out of sentences: titles of other stories stand there behind a person's name."
    )
