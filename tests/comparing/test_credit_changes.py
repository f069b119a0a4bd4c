"""What changed in who is credited: which attributions are one, and what is said where one of them is gone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from framing.article import Voice, VoiceMap
from framing.attribution import Attribution, Identity, Kind, Source
from framing.comparing.credits import changed_credits
from framing.comparing.versions import match_sentences
from framing.finding import Analysis
from framing.revision import CreditChange
from framing.spans import Span
from tests.comparing.linked import bare

NAMED: tuple[Identity, ...] = ("named_person", "named_organisation", "document")
UNNAMED: tuple[Identity, ...] = ("unnamed_person", "unnamed_group", "anonymous")


def version(text: str, *names: str | None, identity: Identity = "named_person", quoted: str = "") -> Analysis:
    """A version whose parts between bars are credited to the names in turn; ``quoted`` stands in marks."""
    plain = text.replace("|", "")
    places, length = [], 0
    for number, part in enumerate(text.split("|")):
        if number % 2:
            places.append(Span(length, length + len(part)))
        length += len(part)
    codes = bytearray(len(plain))
    if quoted:
        start = plain.index(quoted)
        codes[start : start + len(quoted)] = bytes([Voice.QUOTED]) * len(quoted)
    kind: Kind = "indirect"
    attributions = tuple(
        Attribution(
            kind,
            (place,),
            None,
            Source(Span(0, 1), name, "other", None, identity) if name else None,
            None,
            relayed=False,
            words=1,
        )
        for place, name in zip(places, names, strict=True)
    )
    return replace(bare(plain), attributions=attributions, voices=VoiceMap(bytes(codes)))


def changes(old: Analysis, new: Analysis) -> Sequence[CreditChange]:
    return changed_credits(old, new, match_sentences(old.article, new.article))


def kinds(old: Analysis, new: Analysis) -> list[str]:
    return [change.kind for change in changes(old, new)]


SAID = "Ada Holm said that |the old pier of Tarn is safe|."


@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("unnamed", UNNAMED)
def test_a_name_that_goes_or_comes(named: Identity, unnamed: Identity) -> None:
    one, other = version(SAID, "Ada Holm", identity=named), version(SAID, "an official", identity=unnamed)
    assert kinds(one, other) == ["made_anonymous"]
    assert kinds(other, one) == ["named"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ada Holm", "Ada Holm", []),
        ("Ada Holm", "ADA HOLM", []),
        ("Ada Holm", "Holm", []),
        ("Ada Holm", "Elin Holm", ["other_source"]),
        ("Ada Holm", None, ["credit_lost"]),
        (None, "Ada Holm", ["credit_gained"]),
        (None, None, []),
    ],
)
def test_the_same_words_of_another_source(one: str | None, other: str | None, found: list[str]) -> None:
    assert kinds(version(SAID, one), version(SAID, other)) == found


def test_attributions_are_one_by_three_fifths_of_the_shorter_and_a_third_of_the_longer() -> None:
    words = "a0 a1 a2 a3 a4 a5 a6 a7 a8 a9".split()

    def one(kept: int, more: int = 0) -> list[str]:
        content = [*words[:kept], *(f"b{n}" for n in range(10 - kept + more))]
        old = version(f"Ada Holm said |{' '.join(words)}|.", "Ada Holm")
        return sorted(kinds(old, version(f"Per Orr said |{' '.join(content)}|.", "Per Orr")))

    assert one(6) == ["other_source"]
    assert one(5) == ["credit_added", "credit_dropped"]
    assert one(10, 20) == ["other_source"]
    assert one(10, 21) == ["credit_added", "credit_dropped"]


def test_each_attribution_has_its_likest_and_then_its_nearest() -> None:
    like, liker = "a0 a1 a2 a3 a4 a5 b6 b7", "a0 a1 a2 a3 a4 a5 a6 b7"
    old = version("Ada Holm said |a0 a1 a2 a3 a4 a5 a6 a7|.", "Ada Holm")
    new = version(f"Bo Berg said |{like}|. Per Orr said |{liker}|.", "Bo Berg", "Per Orr")
    assert [(c.kind, c.new and c.new.source and c.new.source.name) for c in changes(old, new)] == [
        ("credit_added", "Bo Berg"),
        ("other_source", "Per Orr"),
    ]
    back = [(c.kind, c.old and c.old.source and c.old.source.name) for c in changes(new, old)]
    assert sorted(back) == [("credit_dropped", "Bo Berg"), ("other_source", "Per Orr")]
    twice = version("Bo Berg said |a0 a1 a2|. Per Orr said |a0 a1 a2|.", "Bo Berg", "Per Orr")
    assert kinds(twice, twice) == []


def test_words_of_a_quotation_that_change_are_told() -> None:
    text = "Ada Holm said |the old pier of Tarn is safe|."
    old = version(text, "Ada Holm", quoted="old pier of Tarn")
    assert kinds(old, old) == []
    assert kinds(old, version(text, "Ada Holm", quoted="pier of Tarn")) == ["quotation_changed"]
    assert kinds(old, version(text, "Ada Holm")) == []
    assert kinds(version(text, "Ada Holm"), old) == []
    other = version(text, "Elin Moe", quoted="pier of Tarn")
    assert kinds(old, other) == ["other_source", "quotation_changed"]


def test_words_that_stand_without_a_credit_are_told_with_their_place() -> None:
    old = version("Ada Holm said that |the old pier of Tarn is quite safe| now. It rained.", "Ada Holm")
    new = version("It rained. The old pier of Tarn is quite safe now.")
    [change] = changes(old, new)
    assert (change.kind, change.new) == ("credit_lost", None)
    assert change.place is not None
    assert new.article.text[slice(*change.place)] == "The old pier of Tarn is quite safe now."
    [back] = changes(new, old)
    assert (back.kind, back.old) == ("credit_gained", None)
    assert back.place is not None
    assert new.article.text[slice(*back.place)] == "The old pier of Tarn is quite safe now."


def test_words_that_another_credits_or_that_are_mostly_gone_are_dropped() -> None:
    old = version("Ada Holm said that |the old pier of Tarn is quite safe| now.", "Ada Holm")
    credited = version("The old pier of Tarn |is quite| safe now.", "Per Orr")
    assert sorted(kinds(old, credited)) == ["credit_added", "credit_dropped"] or kinds(old, credited) == [
        "other_source"
    ]
    gone = version("Ada Holm said that the new hall of Odden is shut now.")
    assert kinds(old, gone) == ["credit_dropped"]
    assert kinds(gone, old) == ["credit_added"]


def test_changes_come_in_the_new_text_s_order_and_dropped_ones_where_they_stood() -> None:
    old = version(
        "The fair was held. Ada Holm said that |the old pier is safe|. The hall is shut. Bo Berg said that |ferries are late|.",
        "Ada Holm",
        "Bo Berg",
    )
    new = version(
        "The fair was held. The hall is shut. Per Orr said that |ferries are late|. Kai Lund said that |milk is dear|.",
        "Per Orr",
        "Kai Lund",
    )
    assert kinds(old, new) == ["credit_dropped", "other_source", "credit_added"]
    assert kinds(new, old) == ["credit_added", "other_source", "credit_dropped"]
    nothing_left = version("The fair was held. The hall is shut.")
    assert [c.old and c.old.source and c.old.source.name for c in changes(old, nothing_left)] == ["Ada Holm", "Bo Berg"]


def test_words_of_a_sentence_that_holds_two_attributions_are_each_told() -> None:
    old = version("Ada Holm said |the pier is safe| and Bo Berg said |the ferries are late|.", "Ada Holm", "Bo Berg")
    new = version("The pier is safe and Bo Berg said |the ferries are late|.", "Bo Berg")
    assert kinds(old, new) == ["credit_dropped"]
