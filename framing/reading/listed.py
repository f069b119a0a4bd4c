"""Items of lists and rows of tables: labels and figures, neither the outlet's sentences nor headlines."""

__all__ = ["CELL_GAP", "is_listed"]

CELL_GAP = "\t"
"""What keeps the cells of a row apart where a page is read; it is no word."""
_SENTENCE_ENDS = (".", "!", "?", ":", "…", "”", "’", '"', "»", ")")
_LONGEST_ROW = 60
"""Words of a row of data; pages that lay out their columns by a table have whole articles in one cell."""


def is_listed(words: str) -> bool:
    """Return whether words of a list or a table are no sentences of the article.

    An item that ends as a sentence does is one, since whole stories are told in points; several cells in a row are a
    row of data whatever they end in.

    Args:
        words: The item or the row, its cells kept apart by ``CELL_GAP``.

    Examples:
        >>> is_listed("Nine for the bridge, six against"), is_listed("The council voted on Monday.")
        (True, False)
        >>> is_listed("Bridge\\tThe council voted on it.")
        True
    """
    row = CELL_GAP in words and len(words.split()) <= _LONGEST_ROW
    return row or not words.rstrip().endswith(_SENTENCE_ENDS)
