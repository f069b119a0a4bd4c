"""What the last word of a body's name tells: an outlet's, a company's, a ministry's, a law's."""

from functools import lru_cache

from framing.attribution import SourceType
from framing.lexicons.compiled import shipped_indexes

__all__ = ["ending_type"]


@lru_cache(maxsize=4_096)
def ending_type(word: str) -> SourceType | None:
    """Return the type of the bodies whose names end in a word with a capital; ``None`` for other words.

    Examples:
        >>> ending_type("Herald"), ending_type("Post-Herald"), ending_type("herald"), ending_type("Holm")
        ('media', 'media', None, None)
    """
    index = shipped_indexes()["body_ending"]
    word = word.rpartition("-")[2]  # "Tarn Post-Gazette"
    if not index.lists(word.lower()):
        return None
    entry = index.entry(index.seconds(word.lower())[""][0][1][0])
    return entry.category if word[0].isupper() or not entry.case else None  # type: ignore[return-value]
