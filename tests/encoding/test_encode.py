"""An article read by the encoder: each token's values, whatever stands around it."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tiny_encoder import EXITS

from framing import threads
from framing.article import Article, Document
from framing.encoding import encode as encoding
from framing.encoding.encode import encode, token_states
from framing.modelling.article_words import read_words
from framing.segmenting import segment

TEXT = "Ferry pier will open again\n\n“We do not know,” said Ada Holm. The council met.\n\nThe mill will close, Holm said.\n"
LONG = "\n\n".join(
    f"The council met and told Holm that the ferry will close again in {number}." for number in range(90)
)


def read(text: str) -> tuple[Article, list[str]]:
    article = segment(Document(text))
    return article, list(read_words(article).joined)


def test_each_token_has_the_values_of_its_first_piece(install: Callable[..., Path]) -> None:
    install({"said": {"B-cue": 5.0}, "<name>": {"B-source": 4.0, "word": -1.5}})
    article, words = read(TEXT)
    encoded = encode(article, words)
    assert encoded.names == EXITS
    assert encoded.exits.shape == (len(article.tokens), len(EXITS))
    cues, sources, marks = (encoded.columns((name,))[:, 0] for name in ("B-cue", "B-source", "word"))
    assert [word for word, value in zip(words, cues, strict=True) if value] == ["said", "said"]
    assert set(sources[[word == "<name>" for word in words]].tolist()) == {4.0}
    assert set(marks.tolist()) == {0.0, -1.5}


def test_a_mark_before_each_paragraph_takes_a_place(install: Callable[..., Path]) -> None:
    install(by_place="word")
    article, words = read("Pier\n\nThe ferry\n\nCouncil met.\n")
    # [CLS] pier [SEP] the ferry [SEP] council met . [SEP], counted from 1
    assert encode(article, words).columns(("word",))[:, 0].tolist() == [2, 4, 5, 7, 8, 9]


def test_long_texts_are_read_in_windows(install: Callable[..., Path]) -> None:
    install({"said": {"slant": 3.0}}, by_place="word", window=40, stride=30)
    article, words = read(LONG)
    places = encode(article, words).columns(("word",))[:, 0]
    # A piece behind the first window stands at least five from the edges of its own, counted with [CLS].
    assert places.max() <= 41
    assert places[60:-40].min() >= 6
    assert places[60:-40].max() <= 36


def test_values_of_a_window_do_not_depend_on_what_lies_far_away(install: Callable[..., Path]) -> None:
    install({"council": {"slant": 3.0}}, by_place="word", window=40, stride=30)
    article, words = read(LONG)
    longer, more = read(LONG + "\n\n" + LONG)
    first = encode(article, words).exits[:-60]
    assert np.array_equal(first, encode(longer, more).exits[: len(first)])


def test_a_text_without_words_has_no_values(install: Callable[..., Path]) -> None:
    install()
    article, words = read("\n")
    assert encode(article, words).exits.shape == (0, len(EXITS))


def test_states_are_given_for_each_token(install: Callable[..., Path]) -> None:
    install({"said": {"word": 2.0}})
    article, words = read(TEXT)
    states = token_states(article, words)
    assert states.shape == (len(words), len(EXITS) + 1)
    assert states[words.index("said"), EXITS.index("word")] == 2.0


def test_two_threads_at_most_and_as_many_as_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert threads.network_threads() == 2
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert threads.network_threads() == 1
    monkeypatch.setenv("OMP_NUM_THREADS", "all")
    assert threads.network_threads() == 2
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert threads.network_threads() == 1


def test_a_process_has_a_network_of_its_own(install: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    install()
    article, words = read(TEXT)
    encode(article, words)
    before = encoding._loaded.cache_info().misses
    encode(article, words)
    assert encoding._loaded.cache_info().misses == before
    monkeypatch.setattr(os, "getpid", lambda: -1)
    encode(article, words)
    assert encoding._loaded.cache_info().misses == before + 1
