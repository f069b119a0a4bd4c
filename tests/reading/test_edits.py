"""Stretches of a text left out or replaced: blocks and map go along."""

from hypothesis import given
from hypothesis import strategies as st

from framing.article import Block, Document
from framing.given import given_slice, given_span, given_text
from framing.reading import document
from framing.reading.edits import Edit, edited, mapped


def test_blocks_move_with_their_words() -> None:
    text = "One [x] two.\n\nThree."
    whole = Document(text, marked=(Block("body", 0, 12), Block("caption", 14, 20)))
    found = edited(whole, [Edit(4, 8), Edit(8, 11, "2")])
    assert found.text == "One 2.\n\nThree."
    assert [found.text[b.start : b.end] for b in found.marked] == ["One 2.", "Three."]


def test_a_span_holds_what_was_left_out_inside_of_it_and_nothing_else() -> None:
    found = edited(Document("a sa-id b"), [Edit(4, 5)])
    assert found.text == "a said b"
    assert given_slice(found, (2, 6)) == "sa-id"
    assert given_slice(found, (0, 4)) == "a sa"
    assert given_slice(found, (4, 8)) == "id b"


def test_a_replaced_stretch_is_whole_at_either_end() -> None:
    found = edited(Document("``so'' x''"), [Edit(0, 2, "“"), Edit(4, 6, "”"), Edit(8, 10, "”")])
    assert found.text == "“so” x”"
    assert given_slice(found, (0, 4)) == "``so''"
    assert given_slice(found, (1, 3)) == "so"
    assert given_slice(found, (5, 7)) == "x''"


def test_edits_of_edits_lead_back_to_the_first_text() -> None:
    first = edited(Document("a &quot;b &quot; c"), [Edit(2, 8, '"'), Edit(10, 16, '"')])
    second = edited(first, [Edit(4, 5)])
    assert second.text == 'a "b" c'
    assert given_slice(second, (2, 5)) == "&quot;b &quot;"
    assert given_slice(second, (3, 4)) == "b"


def test_a_page_s_text_is_the_one_that_counts() -> None:
    found = document("<p>It was “ a shame ” for all.</p>", media_type="text/html")
    assert found.text == given_text(found) == "It was “a shame” for all."
    assert given_span(found, (8, 15)) == (8, 15)


def test_a_document_read_from_another_s_text_leads_to_that_one_s_file() -> None:
    file = edited(Document("x&lt;p>ab"), [Edit(1, 5, "<")])
    inner = edited(Document(file.text, media_type="text/plain"), [Edit(0, 4)])
    found = mapped(inner, file)
    assert (found.text, given_text(found)) == ("ab", "x&lt;p>ab")
    assert given_slice(found, (0, 2)) == "ab"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), st.data())
def test_every_kept_character_stands_where_it_stood(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(start, end, data.draw(st.sampled_from(["", "#", "##"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    found = edited(Document(text), edits)
    kept = [place for place in range(len(text)) if not any(edit.start <= place < edit.end for edit in edits)]
    shown = [place for place, character in enumerate(_marks(text, edits)) if character]
    assert len(found.text) == len(_marks(text, edits))
    for place, offset in zip(kept, shown, strict=True):
        assert given_span(found, (offset, offset + 1)) == (place, place + 1)


def _marks(text: str, edits: list[Edit]) -> list[bool]:
    marks: list[bool] = []
    place = 0
    for edit in edits:
        marks += [True] * (edit.start - place) + [False] * len(edit.text)
        place = edit.end
    return marks + [True] * (len(text) - place)
