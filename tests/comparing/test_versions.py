"""Which sentences of two versions are one, and in what order their changes come."""

import pytest

from framing.article import Article, Block, BlockKind, Document
from framing.comparing.versions import Matched, changed_sentences, edits, match_sentences, words_of
from framing.segmenting import segment


def article(*sentences: str, kind: BlockKind = "body") -> Article:
    text = " ".join(sentences)
    return segment(Document(text, marked=(Block(kind, 0, len(text)),)))


def sentence(number: int, count: int = 10) -> str:
    """A sentence of words that no other has."""
    words = [f"w{number}x{place}" for place in range(count)]
    return " ".join(["The", *words[1:]]) + "."


def changes(old: list[str], new: list[str]) -> list[tuple[str, str, str, bool]]:
    before, after = article(*old), article(*new)
    found = changed_sentences(before, after, match_sentences(before, after))

    def shown(text: str, span: tuple[int, int] | None) -> str:
        return "" if span is None else text[slice(*span)]

    return [(c.kind, shown(before.text, c.old), shown(after.text, c.new), c.moved) for c in found]


def kinds(old: list[str], new: list[str]) -> list[str]:
    return [kind for kind, *_ in changes(old, new)]


A, B, C, D = (sentence(number) for number in range(4))


def test_equal_sentences_are_pairs_also_where_they_come_twice() -> None:
    found = match_sentences(article(A, B, A), article(A, A, B))
    assert len(found.pairs) == len(found.same) == 3
    assert set(found.pairs) == found.same
    assert kinds([A, A], [A]) == ["dropped"]
    assert kinds([A], [A, A]) == ["added"]


def test_each_kind_of_told_block_is_compared_and_headlines_are_not() -> None:
    told: tuple[BlockKind, ...] = ("deck", "body", "subhead", "caption", "pull_quote")
    for kind in told:
        assert len(match_sentences(article(A, kind=kind), article(A, kind=kind)).pairs) == 1
    left_out: tuple[BlockKind, ...] = ("headline", "boilerplate", "byline", "credit")
    for kind in left_out:
        assert match_sentences(article(A, kind=kind), article(A, kind=kind)) == Matched((), (), (), frozenset())


@pytest.mark.parametrize(("kept", "reworded"), [(5, True), (4, False)])
def test_half_of_the_longer_one_s_words_make_a_version(kept: int, *, reworded: bool) -> None:
    words, others = [f"A{n}" for n in range(9)], [f"B{n}" for n in range(9)]
    old, new = " ".join(words) + ".", " ".join(words[: kept - 1] + others[kept - 1 :]) + "."
    assert len(words_of(old)) == len(words_of(new)) == 10
    assert kinds([old], [new]) == (["reworded"] if reworded else ["dropped", "added"])


def test_the_order_of_the_words_counts() -> None:
    words = [f"A{n}" for n in range(10)]
    assert kinds([" ".join(words) + "."], [" ".join(reversed(words)) + "."]) == ["dropped", "added"]


def test_each_sentence_has_its_likest_version_and_then_its_nearest() -> None:
    near, nearer = A.replace("w0x1 w0x2 w0x3", "v1 v2 v3"), A.replace("w0x1", "v1")
    assert [row[:3] for row in changes([A], [near, nearer])] == [("added", "", near), ("reworded", A, nearer)]
    assert [row[:3] for row in changes([near, nearer], [A])] == [("dropped", near, ""), ("reworded", nearer, A)]
    other = A.replace("w0x1 ", "u1 ")
    rows = changes([B, A, C], [other, D, nearer])
    assert ("reworded", A) not in [row[:2] for row in rows if row[2] == ""]
    assert [row[2] for row in rows if row[0] == "reworded"] == [other]


@pytest.mark.parametrize(("kept", "part"), [(8, True), (7, False)])
def test_four_fifths_of_a_shorter_sentence_make_it_a_part_of_a_longer_one(kept: int, *, part: bool) -> None:
    long = " ".join(f"A{n}" for n in range(30)) + "."
    short = " ".join([f"A{n + 12}" for n in range(kept - 1)] + [f"B{n}" for n in range(10 - kept)]) + "."
    assert len(words_of(short)) == 10
    changed = long.replace("A0 ", "C0 ")
    found = kinds([long], [changed, short])
    assert found == (["reworded", "reworded"] if part else ["reworded", "added"])
    assert kinds([changed, short], [long]) == (["reworded", "reworded"] if part else ["reworded", "dropped"])


def test_three_words_are_no_part_of_anything() -> None:
    long = " ".join(f"A{n}" for n in range(30)) + "."
    changed = long.replace("A0 ", "C0 ")
    assert kinds([long], [changed, "A12 A13."]) == ["reworded", "added"]
    assert kinds([long], [changed, "A28 A29."]) == ["reworded", "added"]
    assert kinds([long], [changed, "A27 A28 A29."]) == ["reworded", "reworded"]


def test_a_sentence_cut_in_three_is_reworded_three_times() -> None:
    words = [f"A{n}" for n in range(27)]
    parts = [" ".join(words[n : n + 9]) + "." for n in (0, 9, 18)]
    whole = " ".join(words) + "."
    assert kinds([whole], parts) == ["reworded"] * 3
    assert kinds(parts, [whole]) == ["reworded"] * 3


def test_an_unchanged_sentence_is_no_whole_of_a_part() -> None:
    long = " ".join(f"A{n}" for n in range(30)) + "."
    assert kinds([long], [long, "A10 A11 A12 A13 A14 A15."]) == ["added"]


def test_what_stands_out_of_the_common_order_was_moved() -> None:
    assert changes([A, B, C, D], [B, C, D, A]) == [("moved", A, A, True)]
    assert changes([A, B, C, D], [D, A, B, C]) == [("moved", D, D, True)]
    reworded = A.replace("w0x1 ", "v1 ")
    assert changes([A, B, C], [B, C, reworded]) == [("reworded", A, reworded, True)]
    assert changes([A, B, C], [reworded, B, C]) == [("reworded", A, reworded, False)]


def test_changes_come_in_the_new_order_and_dropped_ones_where_they_stood() -> None:
    reworded = B.replace("w1x1 ", "v1 ")
    rows = changes([A, B, C, D], [reworded, D, sentence(9)])
    assert [(kind, old or new) for kind, old, new, _ in rows] == [
        ("dropped", A),
        ("reworded", B),
        ("dropped", C),
        ("added", sentence(9)),
    ]
    assert [row[1] for row in changes([A, B, C, D], [D])] == [A, B, C]
    assert [row[1] or row[2] for row in changes([A, C, D], [B, A])] == [B, C, D]


def test_a_reworded_sentence_shows_its_edits_and_others_none() -> None:
    old, new = article(A, B), article(B, A.replace("w0x3", "v3"), C)
    found = changed_sentences(old, new, match_sentences(old, new))
    assert [(c.kind, bool(c.edits)) for c in found] == [("reworded", True), ("added", False)]
    assert [(e.old, e.new) for e in found[0].edits if e.old != e.new] == [("w0x3", "v3")]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("a b c", "a x c", [("a", "a"), ("b", "x"), ("c", "c")]),
        ("a b c", "a c", [("a", "a"), ("b", ""), ("c", "c")]),
        ("a c", "a b c", [("a", "a"), ("", "b"), ("c", "c")]),
        ("“a” b", '"a" b', [("“a” b", '"a" b')]),
        ("„a« it’s", "»a“ it's", [("„a« it’s", "»a“ it's")]),
        ("a  b\nc", "a b c", [("a b c", "a b c")]),
        ("", "a", [("", "a")]),
    ],
)
def test_edits_are_runs_of_words_in_their_own_marks(old: str, new: str, runs: list[tuple[str, str]]) -> None:
    assert [(edit.old, edit.new) for edit in edits(old, new)] == runs


def test_words_and_marks_are_compared_and_marks_of_quotation_are_one() -> None:
    assert words_of("„It’s 3.5 far-off,” she «said»!") == (
        ('"', "It's", "3.5", "far-off", ",", '"', "she", '"', "said", '"', "!")
    )
