"""Words as pieces: as BERT splits them, a class of symmetric words in one."""

import pytest
from tiny_encoder import PIECES

from framing.encoding.pieces import article_pieces, piece_vocabulary, word_pieces

VOCABULARY = piece_vocabulary(
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "<name>", "don", "'", "t", "un", "##want", "##ed", "wanted", "-", "cafe", "港"]
)
NAMES = {number: piece for piece, number in VOCABULARY.numbers.items()}


def split(word: str) -> list[str]:
    return [NAMES[number] for number in word_pieces(word, VOCABULARY)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("wanted", ["wanted"]),
        ("unwanted", ["un", "##want", "##ed"]),
        ("don't", ["don", "'", "t"]),
        ("--", ["-", "-"]),
        ("café", ["cafe"]),
        ("港港", ["港", "港"]),
        ("<name>", ["<name>"]),
        ("un\u200bwanted", ["un", "##want", "##ed"]),
        ("wantedx", ["[UNK]"]),
        ("don-wantedx", ["don", "-", "[UNK]"]),
        ("🚢", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("un" * 51, ["[UNK]"]),
    ],
)
def test_a_word_is_split_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    assert split(word) == pieces


def test_a_mark_stands_between_paragraphs_and_belongs_to_no_token() -> None:
    words = ["don't", "<name>", "unwanted"]
    found = article_pieces(words, [1, 1, 2], VOCABULARY)
    assert [NAMES[number] for number in found.numbers] == ["don", "'", "t", "<name>", "[SEP]", "un", "##want", "##ed"]
    assert found.firsts.tolist() == [0, 3, 5]


def test_a_text_without_words_has_no_pieces() -> None:
    found = article_pieces([], [], VOCABULARY)
    assert (len(found.numbers), len(found.firsts)) == (0, 0)


def test_a_vocabulary_without_the_edges_marks_is_none() -> None:
    with pytest.raises(LookupError):
        piece_vocabulary(["un", "##want"])
    assert piece_vocabulary(PIECES).opening == 2
