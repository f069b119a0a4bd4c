"""The extractor's paragraphs, found again on the page."""

from hypothesis import given
from hypothesis import strategies as st

from framing.reading.page import find_units, unit_text
from framing.reading.selection import likely_units, matched_units

PAGE = (
    "<nav>World</nav><h2>Why</h2><p>The ferry from Sund was late on Tuesday.</p><h2>Why</h2>"
    "<p>It was <a>late</a> again <span>Share</span> on Wednesday and on Thursday, the captain said.</p>"
    "<div>First line of a notice<br>and its second line</div><p>Why</p><footer>Why</footer>"
)


def chosen(*paragraphs: str) -> tuple[list[str], tuple[str, ...]]:
    units = find_units(PAGE)
    selection = matched_units(units, paragraphs)
    return [unit_text(units[number]) for number in selection.units], selection.lost


def test_whole_paragraphs_are_found_whatever_their_spaces_and_marks() -> None:
    assert chosen("The  ferry from Sund\xa0was late, on Tuesday") == (["The ferry from Sund was late on Tuesday."], ())


def test_joined_and_split_paragraphs_are_found() -> None:
    assert chosen("First line of a notice and its second line")[0] == ["First line of a notice", "and its second line"]
    assert chosen("The ferry from Sund", "was late on Tuesday.")[0] == ["The ferry from Sund was late on Tuesday."]


def test_a_paragraph_without_its_inline_furniture_is_found() -> None:
    found, lost = chosen("It was late again on Wednesday and on Thursday, the captain said.")
    assert found == ["It was late again Share on Wednesday and on Thursday, the captain said."]
    assert lost == ()


def test_a_line_that_stands_more_than_once_is_the_next_one() -> None:
    units = find_units(PAGE)
    numbers = matched_units(units, ["The ferry from Sund was late on Tuesday.", "Why"]).units
    assert [unit_text(units[number]) for number in numbers] == ["The ferry from Sund was late on Tuesday.", "Why"]
    assert numbers[1] == numbers[0] + 1


def test_what_is_not_on_the_page_is_lost() -> None:
    assert chosen("A bridge to Sund was opened by nobody in particular.", "***") == (
        [],
        ("A bridge to Sund was opened by nobody in particular.",),
    )


def test_without_an_extractor_articles_come_before_paragraphs_and_furniture_last() -> None:
    long = "The ferry from Sund was late on Tuesday, and nobody on the quay could say why it was so late. " * 2

    def likely(source: str) -> list[str]:
        units = find_units(source)
        return [unit_text(units[number]) for number in likely_units(units)]

    assert likely(f"<p>Aside from it</p><article><p>{long}</p></article><p>{long}</p>") == [long.strip()]
    assert likely(f"<div>Menu</div><p>{long}</p><footer>Terms</footer>") == [long.strip()]
    assert likely("<nav>World</nav><div>The ferry was late.</div>") == ["The ferry was late."]
    assert likely("<nav>World</nav>") == ["World"]


@given(
    st.lists(st.text(st.sampled_from("ab .<"), max_size=12), max_size=8),
    st.lists(st.text(st.sampled_from("ab .")), max_size=6),
)
def test_any_paragraphs_are_found_or_lost(texts: list[str], paragraphs: list[str]) -> None:
    units = find_units("".join(f"<p>{text}" for text in texts))
    selection = matched_units(units, paragraphs)
    assert list(selection.units) == sorted(set(selection.units))
    assert set(selection.units) <= set(range(len(units)))
    assert set(selection.lost) <= set(paragraphs)
