"""Names of the pages in a folder: safe for file systems and links, and no two alike."""

import re
from collections.abc import Sequence
from pathlib import PurePath

__all__ = ["INDEX", "page_name", "page_names"]

INDEX = "index.html"
_LONGEST_NAME = 80
"""Characters of an input's path in a page's name: with its ending far below the 255 bytes of file systems."""


def page_names(inputs: Sequence[str]) -> list[str]:
    """Return a file name for each input, in their order, made of letters that every file system and link takes.

    Examples:
        >>> page_names(["a/tarn.txt", "a tarn.txt", "…"])
        ['a-tarn-txt.html', 'a-tarn-txt-2.html', 'article.html']
    """
    taken: dict[str, int] = {}
    return [page_name(path, taken) for path in inputs]


def page_name(path: str, taken: dict[str, int]) -> str:
    """Return a file name for an input that comes behind others.

    Args:
        path: The input.
        taken: The names of the others in small letters, each with the last number that was tried behind it; the name
            is added.
    """
    taken.setdefault(INDEX, 1)
    stem = re.sub(r"[^A-Za-z0-9]+", "-", PurePath(path).as_posix()).strip("-")[-_LONGEST_NAME:] or "article"
    name = first = f"{stem}.html"
    # Of ten thousand inputs of one name none looks again where those before it did.
    number = taken.get(first.lower(), 1)
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}.html"
    taken[first.lower()] = number
    taken.setdefault(name.lower(), 1)
    return name
