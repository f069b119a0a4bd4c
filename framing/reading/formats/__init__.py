"""Documents of other programs, a module a format: what each holds as text, and what it says of itself."""

from framing.reading.formats.registry import FORMATS, MEDIA_TYPES, articles

__all__ = ["FORMATS", "MEDIA_TYPES", "articles"]
