"""A check and a report say the same of whose words a word is."""

import pytest

import framing
from framing.checking.run import check_document
from framing.config import Config
from framing.reading import document

LEAD = "# Wall divides Odden\n\nThe council met in the town hall of Odden on Tuesday, and the talk was long and loud. "
WORDS = "thugs"


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Dana Norr denounced the builders as thugs.", False),
        ("Dana Norr said that the builders were thugs.", False),
        ("“The builders are thugs,” Dana Norr said.", False),
        ("The builders are thugs.", True),
        ("Everybody knows that the builders are thugs.", True),
        ("The mayor must now recognise that the builders are thugs.", True),
        ("“It is over,” Dana Norr said. The builders are thugs, and the board knows it.", True),
    ],
)
def test_a_word_is_found_where_the_report_calls_it_the_outlets(sentence: str, *, own: bool) -> None:
    text = f"{LEAD}{sentence}\n"
    terms = framing.analyze(text, media_type="text/markdown").analysis.loaded_terms
    assert {term.voice == "own" for term in terms} == {own}
    checked = check_document(document(text, media_type="text/markdown"), Config(), "a")
    assert any(WORDS in one.message for one in checked.file.diagnostics if one.code.startswith("W")) == own
