"""The encoder's log-odds of annotated articles, each from a network that had not read their labels.

A file of NumPy, ``.npz``, as the training of the encoder writes it: ``ids`` of the articles, ``lengths`` in tokens, and
one after another for each token ``word`` (that a reader marks it as judging) and ``slant``, log-odds.
"""

import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from framing.encoding.encoded import EncodedArticle
from framing.errors import InputError

__all__ = ["held_out_articles", "of_article"]

_NAMES = ("word", "slant")


@cache
def held_out_articles(path: Path) -> Mapping[str, EncodedArticle]:
    """Return the articles of a file by their ids, with the exits ``word`` and ``slant``.

    Raises:
        InputError: If it cannot be read.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            ids, lengths = stored["ids"].astype(str).tolist(), stored["lengths"].astype(np.int64)
            exits = np.column_stack([stored[name].astype(np.float32) for name in _NAMES])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(str(path), f"holds no log-odds of articles ({error})") from error
    if len(ids) != len(lengths) or lengths.sum() != len(exits):
        raise InputError(str(path), "holds arrays that are not of one length")
    ends = np.cumsum(lengths)
    parts = np.split(exits, ends[:-1])
    return {name: EncodedArticle(part, _NAMES) for name, part in zip(ids, parts, strict=True)}


def of_article(path: Path, name: str, tokens: int) -> EncodedArticle:
    """Return an article of a file.

    Args:
        path: The file.
        name: The article's id.
        tokens: How many it has.

    Raises:
        InputError: If the file has no such article, or one of another length.
    """
    found = held_out_articles(path).get(name)
    if found is None:
        raise InputError(str(path), f"has no article {name}")
    if len(found.exits) != tokens:
        raise InputError(str(path), f"has {len(found.exits)} tokens of article {name}, which has {tokens}")
    return found
