"""Names of the pages in a folder: safe for file systems and links, and no two alike."""

import re
from collections.abc import Sequence
from pathlib import PurePath

__all__ = ["INDEX", "page_names"]

INDEX = "index.html"
_LONGEST_NAME = 80
"""Characters of an input's path in a page's name: with its ending far below the 255 bytes of file systems."""


def page_names(inputs: Sequence[str]) -> list[str]:
    """Return a file name for each input, in their order, made of letters that every file system and link takes.

    Examples:
        >>> page_names(["a/tarn.txt", "a tarn.txt", "…"])
        ['a-tarn-txt.html', 'a-tarn-txt-2.html', 'article.html']
    """
    names: list[str] = []
    taken = {INDEX}
    for path in inputs:
        stem = re.sub(r"[^A-Za-z0-9]+", "-", PurePath(path).as_posix()).strip("-")[-_LONGEST_NAME:] or "article"
        name = f"{stem}.html"
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}.html"
        taken.add(name.lower())
        names.append(name)
    return names
