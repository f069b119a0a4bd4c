import itertools

from hypothesis import given
from hypothesis import strategies as st

from framing.modelling.vocabulary import Vocabulary, load_vocabulary, pieces
from framing.resources import artifacts_folder

SMALL = Vocabulary(
    {"the": 0, "vote": 1, "failed": 2}, {"the vote": 0, "vote failed": 1}, {"^vo": 0, "ote": 1, "te$": 2}, "none"
)
texts = st.lists(
    st.lists(st.sampled_from(["the", "vote", "failed", "votes", "é", "<name>", "."]), max_size=8), max_size=5
)


@given(texts)
def test_every_token_gets_a_number_and_every_text_its_bounds(lists: list[list[str]]) -> None:
    encoded = SMALL.encode(lists)
    assert len(encoded.words) == sum(map(len, lists))
    assert (encoded.word_bounds[1:] - encoded.word_bounds[:-1]).tolist() == [len(words) for words in lists]
    names = [*SMALL.words, *encoded.unknown]
    assert [names[number] for number in encoded.words] == [word for words in lists for word in words]


@given(texts)
def test_pairs_never_cross_texts(lists: list[list[str]]) -> None:
    encoded = SMALL.encode(lists)
    names = list(SMALL.pairs)
    for number, (start, end) in enumerate(zip(encoded.pair_bounds, encoded.pair_bounds[1:], strict=False)):
        found = [names[pair] for pair in encoded.pairs[start:end]]
        words = lists[number]
        expected = [f"{a} {b}" for a, b in itertools.pairwise(words) if f"{a} {b}" in SMALL.pairs]
        assert found == expected


@given(st.text(max_size=12))
def test_pieces_are_parts_of_the_marked_word(word: str) -> None:
    assert all(piece in f"^{word}$" and 3 <= len(piece) <= 5 for piece in pieces(word))


def test_the_shipped_vocabulary_holds_no_name_of_a_person_or_party() -> None:
    known = load_vocabulary().words
    assert "<name>" in known
    assert not {"obama", "merkel", "putin", "republicans", "democrat", "labour's"} & set(known)


def test_the_shipped_vocabulary_is_held_once_however_it_is_asked_for() -> None:
    assert load_vocabulary() is load_vocabulary(None) is load_vocabulary(artifacts_folder())
