"""Two versions of an article: sentences, who is credited, loaded words, the headline."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.comparing.versions import edits
from framing.errors import InputError
from framing.report import Report
from framing.revision import CreditChange, Revision

OLD = """Council sells the pier to builders

The council of Ostvale voted nine to six on Tuesday to sell the old pier to Norr Builders for 3 million crowns.

"This sale is a betrayal of every family in the harbour," councillor Ada Holm told the meeting. Mayor Pia Strand said that the town could no longer pay for repairs. The pier was built in 1911 and has been closed since the flood of 2019.

Rolf King, who owns the ferry kiosk, said he had learned of the sale from the newspaper. Protesters chanted outside the hall until midnight.
"""


def revised(old: str, new: str) -> Revision:
    return framing.diff(framing.analyze(old), framing.analyze(new))


def replaced(before: str, after: str) -> Revision:
    assert before in OLD
    return revised(OLD, OLD.replace(before, after))


def shown(report: Report, span: tuple[int, int] | None) -> str:
    return "" if span is None else report.analysis.article.text[slice(*span)]


def changes(revision: Revision) -> list[tuple[str, str, str]]:
    return [(c.kind, shown(revision.old, c.old), shown(revision.new, c.new)) for c in revision.sentences]


def credited(revision: Revision) -> list[tuple[str, str | None, str | None]]:
    def name(change: CreditChange, side: str) -> str | None:
        found = getattr(change, side)
        return None if found is None or found.source is None else found.source.name

    return [(change.kind, name(change, "old"), name(change, "new")) for change in revision.credits]


def test_the_same_text_has_no_changes() -> None:
    same = revised(OLD, OLD)
    assert not same.kinds
    assert same.unchanged == 6


def test_other_quotation_marks_and_line_breaks_are_no_change() -> None:
    turned = OLD.replace('"This', "“This").replace('harbour,"', "harbour,”").replace("crowns.\n\n", "crowns.\n\n\n")
    assert not revised(OLD, turned).kinds


def test_a_sentence_put_in_is_added_and_one_taken_out_is_dropped() -> None:
    more = "A court will hear the case of the harbour board in May."
    found = replaced("Rolf King", f"{more} Rolf King")
    assert changes(found) == [("added", "", more)]
    back = revised(OLD.replace("Rolf King", f"{more} Rolf King"), OLD)
    assert changes(back) == [("dropped", more, "")]


def test_a_sentence_that_stands_elsewhere_is_moved_and_nothing_else_is() -> None:
    built = "The pier was built in 1911 and has been closed since the flood of 2019."
    moved = OLD.replace(f" {built}", "").replace("The council of", f"{built}\n\nThe council of")
    found = revised(OLD, moved)
    assert changes(found) == [("moved", built, built)]
    assert found.unchanged == 5


def test_a_sentence_with_other_words_is_reworded_and_its_words_say_how() -> None:
    found = replaced("Protesters chanted outside the hall", "An angry mob besieged the hall")
    assert [kind for kind, _, _ in changes(found)] == ["reworded"]
    runs = [(edit.old, edit.new) for edit in found.sentences[0].edits if edit.old != edit.new]
    assert runs == [("Protesters chanted outside", "An angry mob besieged")]


def test_a_sentence_cut_in_two_is_reworded_and_nothing_is_added() -> None:
    found = replaced("1911 and has been closed", "1911. It has been closed")
    assert {kind for kind, _, _ in changes(found)} == {"reworded"}


def test_two_sentences_with_hardly_a_word_in_common_are_not_versions_of_one() -> None:
    found = replaced("Protesters chanted outside the hall until midnight.", "A nurse from Hemmel won a lottery in May.")
    assert [kind for kind, _, _ in changes(found)] == ["dropped", "added"]


def test_words_that_lose_their_source_are_said_to_stand_without_credit() -> None:
    found = replaced("Mayor Pia Strand said that the town", "The town")
    assert credited(found) == [("credit_lost", "Pia Strand", None)]
    place = found.credits[0].place
    assert shown(found.new, place) == "The town could no longer pay for repairs."
    back = revised(OLD.replace("Mayor Pia Strand said that the town", "The town"), OLD)
    assert credited(back) == [("credit_gained", None, "Pia Strand")]


def test_words_that_go_with_their_source_are_dropped() -> None:
    found = replaced("Mayor Pia Strand said that the town could no longer pay for repairs. ", "")
    assert credited(found) == [("credit_dropped", "Pia Strand", None)]


def test_a_named_source_without_its_name_is_made_anonymous() -> None:
    found = replaced("Rolf King, who owns the ferry kiosk, said", "A business owner said")
    assert [kind for kind, _, _ in credited(found)] == ["made_anonymous"]
    back = revised(OLD.replace("Rolf King, who owns the ferry kiosk, said", "A business owner said"), OLD)
    assert [kind for kind, _, _ in credited(back)] == ["named"]


def test_a_surname_is_the_same_source_and_another_person_is_not() -> None:
    assert not credited(replaced("councillor Ada Holm told", "Ms Holm told")) or "other_source" not in {
        kind for kind, _, _ in credited(replaced("councillor Ada Holm told", "Ms Holm told"))
    }
    found = replaced("councillor Ada Holm told", "councillor Elin Moe told")
    assert credited(found) == [("other_source", "Ada Holm", "Elin Moe")]


def test_a_quotation_that_is_cut_has_changed() -> None:
    found = replaced("a betrayal of every family in the harbour,", "a betrayal,")
    assert credited(found) == [("quotation_changed", "Ada Holm", "Ada Holm")]


def test_loaded_words_come_in_and_go_out() -> None:
    found = replaced("Protesters chanted outside the hall", "An angry mob besieged the hall")
    words = {shown(found.new, change.term.span) for change in found.terms if change.kind == "loaded_in"}
    assert "besieged" in words
    back = revised(OLD.replace("Protesters chanted outside the hall", "An angry mob besieged the hall"), OLD)
    assert {change.kind for change in back.terms} == {"loaded_out"}


def test_a_loaded_word_that_stays_has_not_come_in() -> None:
    loaded = OLD.replace("Protesters chanted outside", "An angry mob besieged")
    assert not revised(loaded, loaded.replace("Tuesday", "Wednesday")).terms


def test_a_headline_that_changed_is_shown_with_both() -> None:
    found = replaced("Council sells the pier to builders", "Council approves sale of historic pier amid uproar")
    assert found.headline is not None
    assert found.headline.old == "Council sells the pier to builders"
    assert found.headline.new == "Council approves sale of historic pier amid uproar"
    assert not found.sentences


def test_json_holds_the_words_of_both_texts() -> None:
    new = OLD.replace("Mayor Pia Strand said that the town", "The town").replace("chanted", "raged")
    found = json.loads(json.dumps(revised(OLD, new).to_dict(), allow_nan=False))
    for change in found["sentences"]:
        for side, text in (("old", OLD), ("new", new)):
            place = change[side]
            assert place is None or text[place["start"] : place["end"]] == place["text"]
    assert found["changes"]["credit_lost"] == 1
    assert found["credits"][0]["place"]["text"].startswith("The town")


def test_a_text_that_is_not_scored_is_refused() -> None:
    foreign = framing.analyze("Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten beginnen.")
    with pytest.raises(InputError, match="only English is scored"):
        framing.diff(framing.analyze(OLD), foreign)


SENTENCES = [
    f"{who} {did} the {what} in {where} on {day}."
    for who, did, what, where, day in (
        ("Holm", "opened", "bridge", "Ostvale", "Monday"),
        ("A nurse", "closed", "clinic", "Hemmel", "Friday"),
        ("Fishermen", "painted", "boats", "Torsay", "Sunday"),
        ("The board", "sold", "crane", "Skarvik", "Tuesday"),
        ("Children", "sang for", "mayor", "Tarn", "Thursday"),
    )
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(SENTENCES), st.permutations(SENTENCES), st.integers(1, 5), st.integers(1, 5))
def test_every_sentence_is_unchanged_moved_added_or_dropped_once(
    one: list[str], other: list[str], first: int, second: int
) -> None:
    old, new = one[:first], other[:second]
    found = revised(" ".join(old), " ".join(new))
    kinds = [change.kind for change in found.sentences]
    assert kinds.count("added") == len(set(new) - set(old))
    assert kinds.count("dropped") == len(set(old) - set(new))
    assert kinds.count("moved") + found.unchanged == len(set(old) & set(new))
    assert "reworded" not in kinds


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.integers(0, 99))
def test_edits_hold_every_word_of_both_sides_in_order(words: list[str], seed: int) -> None:
    other = words.copy()
    random.Random(seed).shuffle(other)  # noqa: S311 -- an order
    found = edits(" ".join(words), " ".join(other))
    assert " ".join(edit.old for edit in found if edit.old).split() == words
    assert " ".join(edit.new for edit in found if edit.new).split() == other


def loaded_in(old: str, new: str) -> list[str]:
    found = revised(old, new)
    return [shown(found.new, change.term.span) for change in found.terms if change.kind == "loaded_in"]


def test_a_loaded_word_that_comes_again_has_come_in_as_often_as_it_is_more() -> None:
    once = OLD.replace("Protesters chanted outside the hall until", "Thugs besieged the hall until")
    thrice = once + "\nThugs came again. In Hemmel, thugs were seen. The fair was held.\n"
    assert [word.lower() for word in loaded_in(once, thrice)].count("thugs") == 2
    assert loaded_in(thrice, once) == []
    found = revised(thrice, once)
    assert sorted(shown(found.old, change.term.span).lower() for change in found.terms) == ["thugs", "thugs"]
    assert {change.kind for change in found.terms} == {"loaded_out"}


def test_loaded_words_come_in_the_order_of_the_text() -> None:
    new = OLD.replace("Protesters chanted", "Thugs chanted").replace("voted nine to six", "rammed through a vote")
    found = revised(OLD, new)
    places = [change.term.span.start for change in found.terms if change.kind == "loaded_in"]
    assert len(places) >= 2
    assert places == sorted(places)


def test_of_equal_words_those_in_changed_sentences_have_come_in() -> None:
    tail = "\nThugs came to Hemmel at noon on Monday to see the fair.\n"
    old = OLD + tail
    new = OLD.replace("Protesters chanted", "Thugs chanted") + tail
    found = revised(old, new)
    spans = [change.term.span for change in found.terms if change.kind == "loaded_in"]
    assert [shown(found.new, span) for span in spans] == ["Thugs"]
    assert spans[0].start == new.index("Thugs chanted")


def test_a_headline_that_comes_or_goes_or_is_only_spaced_otherwise() -> None:
    body = OLD.split("\n\n", 1)[1]
    bare = framing.analyze(body)
    titled = framing.analyze(body, title="Council sells the pier")
    spaced = framing.analyze(body, title="Council  sells\nthe pier")
    came = framing.diff(bare, titled).headline
    assert came is not None
    assert (came.old, came.new) == (None, "Council sells the pier")
    assert framing.diff(titled, spaced).headline is None
