"""From the text to the file."""

from hypothesis import given
from hypothesis import strategies as st

from framing.article import Document, FilePlace, Origin
from framing.given import file_offset
from framing.reading import document
from framing.reading.offsets import LineMap, file_place, file_span


def test_places_of_plain_text_are_the_text_s_own() -> None:
    found = document("Ferry late\r\nThe 🎈 ferry was late.")
    place = found.text.index("ferry")
    assert file_place(found, place) == FilePlace(2, 7, place)
    assert file_place(found, 0) == FilePlace(1, 1, 0)
    assert file_place(found, len(found.text)).line == 2


def test_old_line_ends_count_where_there_are_no_others() -> None:
    assert LineMap("one\rtwo\rthree").place(8) == FilePlace(3, 1, 8)
    assert LineMap("one\rtwo\nthree").place(8) == FilePlace(2, 1, 8)


def test_a_place_outside_of_the_file_is_moved_into_it() -> None:
    assert LineMap("one\ntwo").place(99) == FilePlace(2, 4, 7)
    assert LineMap("").place(-1) == FilePlace(1, 1, 0)


def test_a_span_goes_from_its_first_to_after_its_last_character() -> None:
    source = "<p>The <b>mayor</b> &amp;\n council</p>"
    found = document(source, media_type="text/html")
    assert found.text == "The mayor & council"

    def cut(words: str) -> str:
        start = found.text.index(words)
        first, last = file_span(found, start, start + len(words))
        return source[first.offset : last.offset]

    assert cut("mayor") == "mayor"
    assert cut("The mayor") == "The <b>mayor"
    assert cut("&") == "&amp;"
    assert cut("mayor &") == "mayor</b> &amp;"
    assert cut("council") == "council"
    assert file_place(found, found.text.index("council")) == FilePlace(2, 2, source.index("council"))


def test_an_empty_span_starts_and_ends_at_one_place() -> None:
    found = document("<p>The ferry</p>", media_type="text/html")
    assert file_span(found, 4, 4) == (FilePlace(1, 8, 7), FilePlace(1, 8, 7))


def test_a_text_without_a_place_in_its_file_is_at_the_file_s_start() -> None:
    found = Document("words from elsewhere", origin=Origin("<script>", (), (), ()))
    assert file_place(found, 5) == FilePlace(1, 1, 0)
    assert file_span(found, 2, 5) == (FilePlace(1, 1, 0), FilePlace(1, 1, 0))


@given(st.text(st.sampled_from("ab \n\r🎈"), max_size=60), st.integers(0, 60))
def test_line_and_column_lead_back_to_the_offset(source: str, offset: int) -> None:
    place = LineMap(source).place(offset)
    mark = "\n" if "\n" in source else "\r"
    lines = source.split(mark)
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == place.offset
    assert place.offset == min(offset, len(source))


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "&amp;", "&#8217;", "word ", "<i>", "</i>", "\n", "é", "<br>"]), max_size=30
    )
)
def test_offsets_never_go_back(pieces: list[str]) -> None:
    found = document("<p>Start of it</p>" + "".join(pieces), media_type="text/html")
    places = [file_offset(found, offset) for offset in range(len(found.text) + 1)]
    assert places == sorted(places)
