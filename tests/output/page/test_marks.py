"""Marks over a text: the characters stay, every finding begins and ends once, layers never hide each other."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from framing.article import VoiceMap
from framing.output.page.marks import Piece, stretches
from framing.output.page.notes import Note
from framing.reading.source import document
from framing.segmenting import segment
from framing.spans import Span

TEXT = """Council meets at last

The mayor said that the plan was ready. Nobody asked her about it, and she went home.

“We shall see,” said the clerk. It rained.
"""
ARTICLE = segment(document(TEXT))
LAYERS = ("loaded", "attribution", "frame", "judging", "technique")


def note(code: str, layer: str, *spans: tuple[int, int]) -> Note:
    return Note(code, layer, tuple(Span(*span) for span in spans), "words", "kind")  # type: ignore[arg-type]


def pieces(notes: list[Note], voices: VoiceMap = ARTICLE.voices) -> list[list[Piece]]:
    return [[piece for stretch in block for piece in stretch.pieces] for block in stretches(ARTICLE, voices, notes)]


@st.composite
def found_notes(draw: st.DrawFn) -> list[Note]:
    """Spans that begin and end with a character that is not white space, as findings do."""
    visible = [place for place, character in enumerate(TEXT) if not character.isspace()]
    notes: list[Note] = []
    for number in range(draw(st.integers(0, 12))):
        start = draw(st.sampled_from(visible))
        end = draw(st.sampled_from([place for place in visible if place >= start])) + 1
        notes.append(note(f"X{number}", draw(st.sampled_from(LAYERS)), (start, end)))
    return notes


@given(found_notes())
def test_the_pieces_are_the_blocks_characters(notes: list[Note]) -> None:
    joined = ["".join(piece.text for piece in block) for block in pieces(notes)]
    assert joined == [TEXT[block.start : block.end] for block in ARTICLE.blocks]


@given(found_notes())
def test_every_finding_begins_once_and_ends_once(notes: list[Note]) -> None:
    found = [piece for block in pieces(notes) for piece in block]
    names = [note.code for note in notes]
    assert Counter(name for piece in found for name in piece.begins) == Counter(names)
    assert Counter(end.note.code for piece in found for end in piece.ends) == Counter(names)


@given(found_notes())
def test_a_piece_is_in_exactly_the_findings_that_cover_it(notes: list[Note]) -> None:
    for block, found in zip(ARTICLE.blocks, pieces(notes), strict=True):
        start = block.start
        for piece in found:
            end = start + len(piece.text)
            covering = {note.code for note in notes if note.spans[0].start < end and start < note.spans[0].end}
            assert set(piece.codes) == covering
            assert {note.layer for note in notes if note.code in covering} <= set(piece.layers)
            start = end


@given(found_notes(), st.randoms())
def test_the_order_of_findings_does_not_matter(notes: list[Note], random: object) -> None:
    shuffled = list(notes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for first, second in zip(pieces(notes), pieces(shuffled), strict=True):
        assert [(piece.text, piece.layers) for piece in first] == [(piece.text, piece.layers) for piece in second]


def test_a_finding_in_two_places_shows_its_code_after_the_second() -> None:
    first, second = TEXT.index("plan"), TEXT.index("asked")
    found = [
        piece
        for block in pieces([note("A1", "attribution", (first, first + 4), (second, second + 5))])
        for piece in block
        if "A1" in piece.codes
    ]
    assert [(piece.text, piece.begins, bool(piece.ends)) for piece in found] == [
        ("plan", ("A1",), False),
        ("asked", (), True),
    ]


def test_white_space_at_a_findings_ends_is_not_marked() -> None:
    start = TEXT.index("plan")
    found = [
        piece for block in pieces([note("L1", "loaded", (start - 1, start + 5))]) for piece in block if piece.codes
    ]
    assert [piece.text for piece in found] == ["plan"]


def test_quoted_words_are_in_the_voice_layer() -> None:
    found = [piece for block in pieces([]) for piece in block if "voice-quoted" in piece.classes]
    assert "".join(piece.text for piece in found) == "“We shall see,”"


def test_a_term_that_comes_back_has_a_place_and_its_code_at_each() -> None:
    spans = tuple(Span(place, place + 3) for place in (TEXT.index("her"), TEXT.index("she"), TEXT.index("shall")))
    found = [
        (piece.begins, [(end.note.code, end.place) for end in piece.ends])
        for block in pieces([Note("L1", "loaded", spans, "words", "kind", apart=True)])
        for piece in block
        if piece.codes
    ]
    assert found == [
        (("L1",), [("L1", "L1")]),
        (("L1-2",), [("L1", "L1-2")]),
        (("L1-3",), [("L1", "L1-3")]),
    ]
