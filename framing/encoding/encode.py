"""An article read by the encoder."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.encoding.encoded import EncodedArticle
from framing.encoding.installed import Described, described, encoder_folder, part_bytes, whole
from framing.encoding.pieces import PieceVocabulary, article_pieces, block_numbers, piece_vocabulary
from framing.encoding.windows import Window, read_over, windows
from framing.packages import needed
from framing.threads import network_threads

__all__ = ["encode", "token_states"]

_NETWORK = "encoder.onnx"
_VOCABULARY = "vocabulary.txt"
_EXITS, _STATES = "exits", "states"
_QUIET = 3
"""ONNX Runtime's level of errors: what it warns of is nothing that a reader of a report can act on."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Encoder:
    """The network, the pieces that it reads, and what it says of itself."""

    session: Any
    vocabulary: PieceVocabulary
    about: Described


def encode(article: Article, words: Sequence[str], folder: Path | None = None) -> EncodedArticle:
    """Return what the encoder says of an article.

    Args:
        article: The article.
        words: Its tokens' symmetric words, as ``ArticleWords.joined`` has them.
        folder: Where the encoder is; the installed one without.

    Raises:
        InstallError: If the encoder or what runs it is not installed.
        ModelError: If the encoder is damaged.
    """
    encoder = _encoder(folder)
    return EncodedArticle(_read(article, words, encoder, _EXITS), encoder.about.exits)


def token_states(article: Article, words: Sequence[str], folder: Path | None = None) -> Array:
    """Return the states from which the encoder's exits lead, of shape (n_tokens, width); see ``encode``."""
    return _read(article, words, _encoder(folder), _STATES)


def _encoder(folder: Path | None) -> _Encoder:
    place = encoder_folder() if folder is None else folder
    # A network's threads do not live on in a process that is forked from this one.
    return _loaded(place, os.getpid(), network_threads())


@lru_cache(maxsize=1)
def _loaded(folder: Path, _process: int, threads: int) -> _Encoder:
    runtime = needed("onnxruntime")
    about = described(folder)
    with whole(folder / _VOCABULARY):
        vocabulary = piece_vocabulary(part_bytes(_VOCABULARY, folder).decode("utf-8").rstrip("\n").split("\n"))
    content = part_bytes(_NETWORK, folder)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _QUIET
    # Threads that wait for work by turning in circles take the core from those that have some.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    with whole(folder / _NETWORK):
        try:
            session = runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the library has an error of its own for each fault
            raise ValueError(str(error)) from error
        given = {value.name for value in session.get_inputs()}
        made = {value.name: value.shape for value in session.get_outputs()}
        if given != {"pieces", "present"} or made[_EXITS][-1] != len(about.exits) or _STATES not in made:
            raise ValueError("the network has other inputs or outputs than the manifest says")
    return _Encoder(session, vocabulary, about)


def _read(article: Article, words: Sequence[str], encoder: _Encoder, output: str) -> Array:
    """Return an output's values at the tokens' first pieces, of shape (n_tokens, width).

    Windows are read one by one. Read together they would share the scale by which the network turns numbers into bytes,
    so that a window's values would depend on the others; and it is not slower (``docs/models/encoder.md``).
    """
    about, vocabulary = encoder.about, encoder.vocabulary
    pieces = article_pieces(words, block_numbers(article), vocabulary)

    def values(window: Window) -> Array:
        inside = pieces.numbers[window.start : window.end]
        row = np.concatenate([[vocabulary.opening], inside, [vocabulary.closing]])[None]
        said: Array = encoder.session.run([output], {"pieces": row, "present": np.ones_like(row)})[0][0]
        return said[1:-1]

    return read_over(pieces.firsts, windows(len(pieces.numbers), about.window, about.step), values)
