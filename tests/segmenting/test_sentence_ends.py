"""What ends a sentence and what does not, one rule at a time."""

import pytest

from framing.segmenting.sentences import is_abbreviation, split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


TWO = [
    "She voted no. Nobody else did.",
    "Take no. Three boats left.",
    "It cost 4 crowns. The rest was free.",
    "He was born in 1990. 3 of them were not.",
    "They met in the U.S. The talks failed.",
    "It opened at 9 a.m. The queue was long.",
    "He works for Sund Trading Inc. She does not.",
    "So did I. The others stayed.",
    "“We go.” She left.",
    "“We go.” “We stay.”",
    "(It was late.) They left.",
    "[It was late.] They left.",
    "They waited… Nobody came.",
    "They waited... Nobody came.",
    "Who knew? Moe asked that he be told.",
    "“Who knew?” They left.",
    "“Who knew?” He asked again.",
    "“Who knew?” Moe asked that the hall be shut.",
    "“Get out!” The hall was empty.",
    "He left. (She stayed.)",
    "He left. “She stayed.”",
    "He left. ‘She stayed.’",
    "It was over.The hall was empty.",
    "It was over.”The hall was empty.",
    "It was over.A boat left.",
    "It ended. 40 boats left.",
    "He met Holm et al. They spoke.",
    "“Never,” he told the court. Then he left.",
]
ONE = [
    "Sen. Orr left.",
    "Mr. Orr and Mrs. Lie left.",
    "They sold lot no. 3 to him.",
    "See fig. 4 and pp. 12 of it.",
    "The ex-Sen. Orr left.",
    "The ex-vice-Pres. Orr left.",
    "They met in the U.S. Senate hall.",
    "It opened at 9 a.m. Friday and shut at noon.",
    "He works for Sund Trading Inc. Orr does not.",
    "John F. Holm left.",
    "J. Holm left.",
    "They sold 3.5 tons.",
    "It is at tarn.example today.",
    "He waited. . nobody came",
    "They waited… and nobody came.",
    "They waited... and nobody came.",
    "“Who knew?” Moe asked.",
    "“Who knew?” Ada Holm asked.",
    "“Who knew?” St. Clair Holm asked.",
    "‘Who knew?’ Moe asked.",
    "“Get out!” Moe shouted.",
    "“Get out!” she shouted.",
    "“Who knew?!” Moe asked.",
    "He left, she said. and so on.",
    "It was over.the hall was empty.",
    "It was so.X and Y.",
    "It was NATO.The hall",
    "The v.The hall",
    "It was over..The hall",
    "The file is a.Txt today.",
    "They went to Orr v. Lie.",
    "She is from N.Y. Orr is not.",
    "He met Holm et al. Orr spoke.",
    "Adm. The was his name.",
    "King Olav I. Orr left.",
    "King Olav V. The rest left.",
]


@pytest.mark.parametrize("text", TWO)
def test_a_sentence_ends_inside(text: str) -> None:
    assert len(split(text)) == 2
    assert " ".join(split(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ONE)
def test_no_sentence_ends_inside(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("opener", "He She It They We I You The A An This That These Those His Her Their".split())
def test_a_question_is_not_asked_by_a_pronoun_or_an_article(opener: str) -> None:
    assert len(split(f"“Who knew?” {opener} said nothing.")) == 2


@pytest.mark.parametrize("verb", "said asks wrote tweeted told adds shouted replied continued joked responded".split())
def test_who_asked_goes_with_the_question(verb: str) -> None:
    assert len(split(f"“Who knew?” Ada Holm {verb} on Friday.")) == 1


def test_four_words_at_most_name_who_asked() -> None:
    assert len(split("“Who knew?” Old Ada Mary Holm asked.")) == 1
    assert len(split("“Who knew?” Old Tall Ada Mary Holm asked.")) == 2


@pytest.mark.parametrize("word", "that he she it they we I there no yes if whether".split())
def test_a_clause_behind_the_verb_is_a_sentence_anew(word: str) -> None:
    assert len(split(f"“Who knew?” Moe said {word} came later.")) == 2


def test_white_space_around_is_left_out_wherever_a_block_begins() -> None:
    text = "xx \n One left.  Two stayed. \n yy"
    assert [text[start:end] for start, end in split_sentences(text, 2, len(text) - 2)] == ["One left.", "Two stayed."]
    assert split("   ") == []
    assert split("  . ") == ["."]


def test_marks_that_close_behind_the_stop_go_with_the_sentence() -> None:
    assert split("“It was ‘late.’” The hall was empty.") == ["“It was ‘late.’”", "The hall was empty."]


@pytest.mark.parametrize(
    ("word", "known"),
    [("U.N", True), ("Inc", True), ("inc", False), ("a.m", True), ("vote", False), ("Va", True), ("va", False)],
)
def test_an_abbreviation_has_a_capital_or_stops_inside(word: str, *, known: bool) -> None:
    assert is_abbreviation(word) == known
