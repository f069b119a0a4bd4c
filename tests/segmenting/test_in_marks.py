"""A stretch in marks is a quotation, scare quotes, or neither: each rule by itself, and marks that are hard to pair."""

import pytest

from framing.article import Block, BlockKind
from framing.segmenting.marks import find_quotations

PLAIN = "The harbour office of Tarn has a {} plan for the pier."
"""A sentence that speaks of nobody's speaking: a short stretch in it is held at a distance."""


def kinds(text: str, kind: BlockKind = "body") -> list[str]:
    return [quotation.kind for quotation in find_quotations(text, [Block(kind, 0, len(text))])]


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, [Block("body", 0, len(text))])]


@pytest.mark.parametrize(
    ("stretch", "kind"),
    [
        ("“reckless”", "scare"),
        ("“quite reckless”", "scare"),
        ("“all too reckless”", "scare"),
        ("“a most reckless new”", "quotation"),
        ("“It failed. Badly”", "quotation"),
        ("“It failed!”", "quotation"),
        ("“reckless,”", "quotation"),
        ("“quick, cheap”", "quotation"),
        ("“quick cheap;”", "scare"),
        ("“utterly reckless”", "quotation"),
        ("“very reckless”", "quotation"),
        ("“so reckless”", "quotation"),
        ("“too reckless”", "quotation"),
        ("“not reckless”", "quotation"),
        ("“hardly”", "quotation"),
        ("“our way”", "quotation"),
        ("“what you want”", "quotation"),
        ("“isn’t right”", "quotation"),
        ("“notable way”", "scare"),
    ],
)
def test_what_a_stretch_says_tells_its_kind(stretch: str, kind: str) -> None:
    assert kinds(PLAIN.format(stretch)) == [kind]


@pytest.mark.parametrize("kind", ["headline", "subhead"])
def test_in_a_headline_all_marks_quote_also_words_with_capitals(kind: BlockKind) -> None:
    assert kinds("Tarn gets its “Reckless Harbour Plan” again", kind) == ["quotation"]
    assert kinds("Tarn gets its “reckless” plan again", kind) == ["quotation"]
    assert kinds("The film “Salt” opens", kind) == ["quotation"]


def test_words_with_capitals_are_a_title_but_for_the_short_ones() -> None:
    assert kinds(PLAIN.format("“Salt and Iron”")) == []
    assert kinds(PLAIN.format("“Salt with Iron”")) == ["scare"]
    assert kinds(PLAIN.format("“a to Be”")) == ["scare"]
    assert kinds(PLAIN.format("“Salt of the Long Grey Iron Sea”")) == []


@pytest.mark.parametrize(
    "bearer",
    "film films movie book novel song album play musical show series sitcom podcast magazine program documentary memoir "
    "titled entitled poem painting sculpture exhibition episode hit bestseller website newsletter column".split(),
)
def test_one_word_with_a_capital_behind_the_kind_of_a_work_is_its_title(bearer: str) -> None:
    assert kinds(f"They keep the {bearer} “Salt” in Tarn.") == []
    assert kinds(f"They keep the {bearer}, “Salt” in Tarn.") == []
    assert kinds(f"They keep the {bearer} “salt” in Tarn.") == ["scare"]


def test_a_word_with_a_capital_alone_is_held_at_a_distance() -> None:
    assert kinds("They keep the old “Salt” in Tarn.") == ["scare"]
    assert kinds("Then Olaf “Moose” Berg rowed home.") == []
    assert kinds("Then Olaf J. “Moose” Berg rowed home.") == []
    assert kinds("They keep the film which was made by Ada Holm, “Salt” in Tarn.") == ["scare"]
    assert kinds("They keep the film Ada Holm “Salt” in Tarn.") == []


def test_so_called_is_a_distance_whatever_stands_around() -> None:
    assert kinds("Ada Holm said that the so-called “our plan” failed.") == ["scare"]
    assert kinds("Ada Holm said that the So-Called “plan” failed.") == ["scare"]


@pytest.mark.parametrize(
    "before", [*"is are was were be been being am she’s he's it’s that's they’re became".split(), "is not"]
)
def test_what_somebody_is_said_to_be_is_a_judgement(before: str) -> None:
    assert kinds(f"At the end it {before} “reckless” there.") == ["quotation"]


@pytest.mark.parametrize("before", "to can could will would must should may might not".split())
def test_a_verb_with_its_object_is_somebody_s_words(before: str) -> None:
    assert kinds(f"They had {before} “clear the air” there.") == ["quotation"]
    assert kinds(f"They had {before} “clear” the air there.") == ["scare"]


def test_what_opens_a_block_is_a_quotation() -> None:
    assert kinds("“Reckless” plan of the harbour office.") == ["quotation"]
    assert kinds("A “reckless” plan of the harbour office.") == ["scare"]


def test_what_a_long_quotation_said_is_the_same_person_s_again() -> None:
    long = "“This is a plan that costs the town its old pier and its school.” "
    assert kinds(long + PLAIN.format("“old pier”")) == ["quotation", "quotation"]
    assert kinds(long + PLAIN.format("“Old pier and”")) == ["quotation", "quotation"]
    assert kinds(long + PLAIN.format("“old school”")) == ["quotation", "scare"]
    short = "“This is a plan with its old pier.” "
    assert kinds(short + PLAIN.format("“old pier”")) == ["quotation", "scare"]


@pytest.mark.parametrize(
    "word",
    "said told asked wrote called spoke according swore found thinks believes feels denied admitted referred labelled "
    "testified quipped reads heard citing tweeted posted words reportedly allegedly statement remark comment speech "
    "letter interview memo email testimony quote allegation accusation claim warning ruling opinion editorial".split(),
)
def test_a_sentence_that_speaks_of_speaking_quotes(word: str) -> None:
    assert kinds(f"There the {word} of a “reckless” plan stood.") == ["quotation"]


def test_only_the_sentence_around_the_marks_counts_and_not_what_stands_in_them() -> None:
    assert kinds("Ada Holm said so. The office has a “reckless” plan. She said so again.") == ["scare"]
    assert kinds("The office has a “said” plan for it.") == ["scare"]
    assert kinds(f"Ada Holm said {'of ' * 90}that the “reckless” plan failed.") == ["quotation"]
    assert kinds(f"Ada Holm said {'of ' * 110}that the “reckless” plan failed.") == ["scare"]
    assert kinds(f"The “reckless” plan {'of ' * 90}failed, she said.") == ["quotation"]
    assert kinds(f"The “reckless” plan {'of ' * 110}failed, she said.") == ["scare"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("„We go,“ she said.", ["We go,"]),
        ("„We go,” she said.", ["We go,"]),
        ('„We go," she said. „No.“', ["We go,", "No."]),
        ("She said „now“ and “never” there.", ["now", "never"]),
        ('“We go," she said.', ["We go,"]),
        ("“He said “no” to us,” she said.", ["He said “no” to us,", "no"]),
        ("“He ‘ran « away » there’ then,” she said.", ["He ‘ran « away » there’ then,", "ran « away » there"]),
        ("“We go”, she said, “we go”", ["We go", "we go"]),
        ("He lived in '68 and “left” it.", ["left"]),
        ("‘We wait for it,” she said.", ["We wait for it,"]),
        ("‘Wait 'em out,’ she said.", ["Wait 'em out,"]),
        ("a/“b”-c (“d”) [“e”]", ["b", "d", "e"]),
        ("She (‘Moe’) left.", ["Moe"]),
        ("It is 6'2\" long and 5'11\" wide.", []),
        ("She said “ we go ” there.", []),
        ("They wrote “” and “we go” there.", ["we go"]),
        ("They keep the film “Salt” and “we go” there.", ["we go"]),
        ("“A ‘bb’ c «d» e,” she said.", ["A ‘bb’ c «d» e,", "bb", "d"]),
        ("\"A 'b c\" d' e,", ["A 'b c"]),
    ],
)
def test_marks_are_paired(text: str, wanted: list[str]) -> None:
    assert inside(text) == wanted


@pytest.mark.parametrize(("letters", "wanted"), [(390, 1), (410, 0)])
def test_a_single_mark_has_its_partner_within_400_characters(letters: int, wanted: int) -> None:
    assert len(inside(f"Then ‘{'a' * letters}’ stood there.")) == wanted


@pytest.mark.parametrize(("depth", "wanted"), [(7, 7), (8, 8), (9, 8), (12, 8)])
def test_eight_quotations_in_each_other_are_told(depth: int, wanted: int) -> None:
    assert len(inside("«a " * depth + "b» " * depth)) == wanted


def test_an_open_quotation_ends_with_its_block_without_the_space() -> None:
    assert inside("She said “we go  ") == ["we go"]
    assert inside("She said «we go") == ["we go"]
    assert inside("She said 'we go") == []
    assert inside("She said „we go") == []


def test_a_quotation_goes_on_where_the_next_block_opens_with_a_mark() -> None:
    text = "“We go.\n‘Then we stay.’"
    blocks = [Block("body", 0, 7), Block("body", 8, len(text))]
    assert [(q.kind, q.continued) for q in find_quotations(text, blocks)] == [("quotation", True), ("quotation", False)]
    closed = "“We go.”\n“Then we stay.”"
    blocks = [Block("body", 0, 8), Block("body", 9, len(closed))]
    assert [q.continued for q in find_quotations(closed, blocks)] == [False, False]
    apart = "“we go.\nThen we stay."
    assert [q.continued for q in find_quotations(apart, [Block("body", 0, 7), Block("body", 8, len(apart))])] == [False]
