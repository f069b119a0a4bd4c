"""A lexicon written for a test, and what it finds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.article import Sentence
from framing.lexicons.compiled import compile_lexicons
from framing.lexicons.index import Index
from framing.lexicons.load import load_file
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens

HEAD = """[lexicon]
id = "{name}"
version = "2026.1"
title = "A test"
construct = "{construct}"
references = []
[[group]]
category = "{category}"
severity = 1
pos = "noun"
reason = "For a test."
references = []
entries = [
{entries}
]
"""


@pytest.fixture
def lexicon_file(tmp_path: Path) -> Callable[..., Path]:
    def write(entries: str, name: str = "trial", construct: str = "loaded", category: str = "group_label") -> Path:
        path = tmp_path / f"{name}.toml"
        path.write_text(
            HEAD.format(name=name, construct=construct, category=category, entries=entries), encoding="utf-8"
        )
        return path

    return write


@pytest.fixture
def hits(lexicon_file: Callable[..., Path]) -> Callable[..., list[str]]:
    """Return the words that a lexicon's entries find in a text of one sentence."""

    def found(entries: str, text: str, **head: str) -> list[str]:
        lexicon = load_file(lexicon_file(entries, **head))
        stored = compile_lexicons([lexicon], {})[lexicon.construct]
        words = comparable(find_tokens(text), [Sentence(0, len(text), 0)])
        return [text[match.start : match.end] for match in find(words, Index(stored["tree"], stored["rows"]))]

    return found
