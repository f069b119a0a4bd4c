"""Who speaks in which article: which names are one source, and how its quotations are laid side by side."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from framing.article import Voice, VoiceMap
from framing.attribution import Attribution, Identity, Kind, Source
from framing.comparing.sources import compare_sources, same_name
from framing.output.phrases import as_source
from framing.report import Report, SourceTally
from framing.spans import Span
from tests.comparing.linked import bare

PERSON, BODY, GROUP = "named_person", "named_organisation", "unnamed_group"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Ada Holm", PERSON), ("ada holm", PERSON), True),
        (("the council", GROUP), ("The Council", GROUP), True),
        (("Council of the Isles", BODY), ("council isles", GROUP), True),
        (("Ada Holm", PERSON), ("Ada M. Holm", PERSON), True),
        (("Ada M. Holm", PERSON), ("Holm", PERSON), True),
        (("Ada Holm", PERSON), ("Berg", PERSON), False),
        (("Ada Holm", PERSON), ("Ada", PERSON), False),
        (("Ada Holm", PERSON), ("Holm", GROUP), False),
        (("Norland Ferry Board", BODY), ("NFB", BODY), True),
        (("Norland Ferry Board", BODY), ("nfb", GROUP), True),
        (("Norland Ferry Board", GROUP), ("NFB", GROUP), False),
        (("Ferry Board", BODY), ("FB", BODY), False),
        (("Norland Ferry Board", BODY), ("NFX", BODY), False),
        (("Norland Ferry Board", BODY), ("Norland Board", BODY), False),
        (("the", GROUP), ("of", GROUP), False),
        (("", PERSON), ("Holm", PERSON), False),
    ],
)
def test_names_of_one_source(one: tuple[str, str], other: tuple[str, str], *, same: bool) -> None:
    assert same_name(one, other) == same_name(other, one) == same


def tally(name: str, words: int = 10, **more: object) -> SourceTally:
    plain = SourceTally(name, "other", None, PERSON, words, 1, 0.1234567, ())
    return replace(plain, **more)  # type: ignore[arg-type]


def report(
    tallies: Sequence[SourceTally], text: str = "It rained.", attributions: Sequence[Attribution] = ()
) -> Report:
    quoted = bytearray(len(text))
    for attribution in attributions:
        for start, end in attribution.content:
            opening, closing = text.find("“", start - 1, end), text.find("”", start, end + 1)
            if opening >= 0:
                quoted[opening : closing + 1] = bytes([Voice.QUOTED]) * (closing + 1 - opening)
    analysis = replace(bare(text), attributions=tuple(attributions), voices=VoiceMap(bytes(quoted)))
    return Report(analysis, {}, tuple(tallies), (), (), ())


def shown(*articles: Sequence[SourceTally]) -> list[tuple[str, list[int]]]:
    rows = compare_sources([report(tallies) for tallies in articles])
    return [(row.name, [place.article for place in row.places]) for row in rows]


def test_sources_of_most_articles_come_first_then_of_most_words_then_by_name() -> None:
    first = [tally("Ada Holm", 3), tally("Per Orr", 50), tally("Kai Lund", 5)]
    second = [tally("Holm", 2), tally("Bo Berg", 5)]
    assert shown(first, second) == [
        ("Ada Holm", [0, 1]),
        ("Per Orr", [0]),
        ("Bo Berg", [1]),
        ("Kai Lund", [0]),
    ]


def test_one_article_s_sources_stay_apart() -> None:
    assert shown([tally("Ada Holm"), tally("Holm")], []) == [("Ada Holm", [0]), ("Holm", [0])]
    assert shown([tally("Ada Holm")], [tally("Holm"), tally("Ada Holm", 9)]) == [
        ("Ada Holm", [0, 1]),
        ("Ada Holm", [1]),
    ]


def test_a_third_name_must_fit_all_that_were_joined() -> None:
    assert shown([tally("Ada Holm")], [tally("Holm")], [tally("Elin Holm")]) == [
        ("Ada Holm", [0, 1]),
        ("Elin Holm", [2]),
    ]
    assert shown([tally("Ada Holm")], [tally("Holm")], [tally("Ada B. Holm")]) == [("Ada B. Holm", [0, 1, 2])]


def test_initials_find_the_body_whichever_comes_first() -> None:
    full, short = tally("Norland Ferry Board", identity=BODY), tally("NFB", identity=BODY)
    assert shown([full], [short]) == [("Norland Ferry Board", [0, 1])]
    assert shown([short], [full]) == [("Norland Ferry Board", [0, 1])]


def test_a_source_has_the_type_and_party_that_any_article_tells() -> None:
    first = tally("Ada Holm", 7, attributions=2)
    second = tally("Holm", 4, type="politician", party="Labour")
    third = tally("Ada Holm", 1, type="expert", party="Green")
    [row] = compare_sources([report([first]), report([second]), report([third])])
    assert (row.name, row.type, row.party) == ("Ada Holm", "politician", "Labour")
    assert [(p.article, p.name, p.words, p.attributions, p.first) for p in row.places] == [
        (0, "Ada Holm", 7, 2, 0.123457),
        (1, "Holm", 4, 1, 0.123457),
        (2, "Ada Holm", 1, 1, 0.123457),
    ]
    [unknown] = compare_sources([report([first]), report([tally("Holm")])])
    assert (unknown.type, unknown.party) == ("other", None)


def test_the_fullest_name_is_that_of_most_words_and_then_the_shortest() -> None:
    assert shown([tally("Ada Mary Holm")], [tally("Ada M. Holm")])[0][0] == "Ada M. Holm"
    assert shown([tally("Holm")], [tally("Ada Holm")])[0][0] == "Ada Holm"


def speaking(text: str, name: str = "Ada Holm", kind: Kind = "direct", identity: Identity = "named_person") -> Report:
    """An article whose every part between bars is credited to one source."""
    parts = text.split("|")
    places, plain = [], ""
    for number, part in enumerate(parts):
        if number % 2:
            places.append(Span(len(plain), len(plain) + len(part)))
        plain += part
    source = Source(Span(0, 1), name, "other", None, identity)
    attributions = [Attribution(kind, (span,), None, source, None, relayed=False, words=1) for span in places]
    return report([tally(name)], plain, attributions)


def quotes(one: Report, other: Report) -> list[tuple[str, str, float, str, str]]:
    rows = compare_sources([one, other])
    texts = [r.analysis.article.text for r in (one, other)]
    return [
        (texts[0][slice(*q.first)], texts[1][slice(*q.second)], q.shared, q.kind, q.removed)
        for row in rows
        for q in row.quotes
        if q.articles == (0, 1)
    ]


TEN = "one two three four five six seven eight nine ten"


def kind(one: str, other: str) -> tuple[float, str, str]:
    found = quotes(speaking(f"Then |“{one}”| came."), speaking(f"Then |“{other}”| came."))
    [(_, _, shared, kind, removed)] = found
    turned = quotes(speaking(f"Then |“{other}”| came."), speaking(f"Then |“{one}”| came."))
    assert [row[2:4] for row in turned] == [(shared, kind)]
    return shared, kind, removed


def test_equal_quotations_are_the_same_whatever_their_case_and_marks() -> None:
    assert kind(TEN, TEN.upper()) == (1.0, "same", "")
    assert kind(TEN, TEN.replace("two", "two,")) == (1.0, "same", "")


def test_a_shorter_one_whose_words_stand_in_the_longer_is_cut_and_what_is_gone_is_told() -> None:
    assert kind(TEN, "one two three four") == (1.0, "cut", "five six seven eight nine ten")
    assert kind(TEN, "four five six seven") == (1.0, "cut", "one two three … eight nine ten")
    assert kind(TEN, "one two three eight nine ten") == (1.0, "cut", "four five six seven")
    assert kind(TEN, "one two three x") == (0.75, "cut", "four five six seven eight nine ten")


def test_less_than_three_quarters_in_common_is_another_quotation() -> None:
    shared, found, removed = kind(TEN, "one two x y z")
    assert (round(shared, 3), found, removed) == (0.4, "different", "")
    assert kind(TEN, "x y z u v w")[:2] == (0.0, "different")
    assert kind(TEN, " ".join(reversed(TEN.split())))[1] == "different"


@pytest.mark.parametrize(("words", "same"), [(23, True), (22, False)])
def test_the_same_allows_one_word_in_twelve(words: int, *, same: bool) -> None:
    long = [f"w{number}" for number in range(25)]
    assert (kind(" ".join(long), " ".join(long[:words]))[1] == "same") == same


def test_a_long_quotation_is_no_version_of_a_changed_one() -> None:
    changed = TEN.replace("ten", "x")
    assert kind(TEN, changed)[:2] == (0.9, "cut")
    long = " ".join(f"w{number}" for number in range(20))
    assert kind(long, long.replace("w7", "x"))[1] == "same"


def test_each_quotation_is_laid_beside_the_nearest() -> None:
    one = speaking(f"Then |“{TEN}”| and |“we go home at last”| came.")
    other = speaking(f"Then |“we go home now at last”| and |“{TEN}”| and |“x y z u v”| came.")
    assert [(a, b) for a, b, *_ in quotes(one, other)] == [
        (f"“{TEN}”", f"“{TEN}”"),
        ("“we go home at last”", "“we go home now at last”"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Then |“one two three four”| came.", "direct", 1),
        ("Then |“one two three”| came.", "direct", 0),
        ("Then |“one two three four”| came.", "mixed", 1),
        ("Then |“one two three four”| came.", "indirect", 0),
        ("Then |that “one two three four” was| so.", "mixed", 1),
        ("Then |that one two three four was| so.", "mixed", 0),
    ],
)
def test_what_stands_in_marks_and_has_four_words_is_a_quotation(text: str, kind: Kind, count: int) -> None:
    assert len(quotes(speaking(text, kind=kind), speaking(f"Then |“{TEN}”| came."))) == count
    assert len(quotes(speaking(f"Then |“{TEN}”| came."), speaking(text, kind=kind))) == count


def test_only_the_source_s_own_quotations_count() -> None:
    other = speaking(f"Then |“{TEN}”| came.", name="Per Orr")
    both = replace(other, sources=(tally("Ada Holm"),))
    assert quotes(speaking(f"Then |“{TEN}”| came."), both) == []


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ({"type": "business", "told": False}, {"type": "government"}, "government"),
        ({"type": "business", "told": False}, {"type": "other"}, "not told surely"),
        ({"type": "business", "called": "actress"}, {"type": "citizen"}, "actress"),
        ({"type": "other"}, {"type": "other"}, "not told"),
    ],
)
def test_a_kind_is_told_by_an_article_that_tells_it_surely(
    first: dict[str, object], second: dict[str, object], kind: str
) -> None:
    (row,) = compare_sources([report([tally("Ada Holm", **first)]), report([tally("Ada Holm", **second)])])
    assert as_source(row) == kind
