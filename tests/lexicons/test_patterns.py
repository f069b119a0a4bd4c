"""Patterns become forms."""

import itertools

import pytest

from framing.errors import LexiconError
from framing.lexicons.compiled import compile_lexicons
from framing.lexicons.entry import Entry, Lexicon
from framing.lexicons.patterns import expand, form_words, normal, phrase_words


def forms(pattern: str, pos: str = "phrase", **fields: object) -> set[str]:
    entry = Entry(id="x", pattern=pattern, pos=pos, category="c", **fields)  # type: ignore[arg-type]
    return {" ".join(words) for words in form_words("test", entry)}


def test_a_noun_has_its_plural() -> None:
    assert forms("illegal immigrant", "noun") == {"illegal immigrant", "illegal immigrants"}


def test_a_verb_phrase_inflects_its_first_word() -> None:
    assert forms("crack down on", "verb") == {
        "crack down on",
        "cracks down on",
        "cracked down on",
        "cracking down on",
    }


def test_the_marked_word_is_inflected() -> None:
    assert "plays the race card" in forms("play~ the race card", "verb")
    assert "sisters in law" in forms("sister~ in law", "noun")


def test_alternatives_multiply() -> None:
    assert forms("{flood,wave} of {refugees,asylum seekers}") == {
        "flood of refugees",
        "flood of asylum seekers",
        "wave of refugees",
        "wave of asylum seekers",
    }


def test_an_empty_alternative_leaves_no_gap() -> None:
    assert expand("{very ,}sad") == ["very sad", "sad"]


def test_hyphens_are_spaces() -> None:
    assert forms("far-right", "adjective") == {"far right"}


def test_further_forms_stand_as_they_are() -> None:
    assert forms("kowtow", "noun", inflect=False, forms=("kow-tow",)) == {"kowtow", "kow tow"}


def test_an_entry_that_must_not_inflect_does_not() -> None:
    assert forms("illegals", "noun", inflect=False) == {"illegals"}


@pytest.mark.parametrize(
    ("token", "expected"),
    [("Regime’s", "regime"), ("WORKERS'", "workers'"), ("Don’t", "don't"), ("U.S.", "u.s.")],
)
def test_words_are_compared_without_case_and_possessive(token: str, expected: str) -> None:
    assert normal(token) == expected


def test_a_guard_phrase_keeps_its_prefix_mark() -> None:
    assert phrase_words("the tumo* of") == ("the", "tumo*", "of")


@pytest.mark.parametrize("pattern", ["* of fire", "...", "{,}"])
def test_a_form_without_a_first_word_is_refused(pattern: str) -> None:
    with pytest.raises(LexiconError, match="pattern"):
        forms(pattern)


def test_a_pattern_with_too_many_forms_is_refused() -> None:
    with pytest.raises(LexiconError, match="at most"):
        forms("{a,b,c,d,e,f,g,h} {a,b,c,d,e,f,g,h} {a,b,c,d,e,f,g,h}")


@pytest.mark.parametrize("fields", [{}, {"guards": {"only_before": ("{a,b} " * 18,)}}, {"forms": ("{a,b} " * 18,)}])
def test_forms_are_counted_before_they_are_made(monkeypatch: pytest.MonkeyPatch, fields: dict[str, object]) -> None:
    """Eighteen choices of two are 262,144 forms: 10 seconds and a gigabyte, were they made to be counted."""
    made: list[object] = []
    product = itertools.product

    def counted(*choices: list[str]) -> object:
        made.append(choices)
        return product(*choices)

    monkeypatch.setattr("framing.lexicons.patterns.itertools.product", counted)
    with pytest.raises(LexiconError, match="262144 forms; at most 500") as caught:
        forms("{a,b} " * 18 if not fields else "plain", **fields)
    assert caught.value.field == (next(iter(fields.get("guards", fields)), "pattern"))  # type: ignore[call-overload]
    assert len(str(caught.value)) < 200
    assert len(made) == (1 if fields else 0)


@pytest.mark.parametrize("pattern", ["{a,{b,c}}", "{a,b", "a,b}", "{" * 50_000])
@pytest.mark.parametrize("field", ["pattern", "forms", "not_near"])
def test_a_brace_that_is_open_or_nested_is_an_error_that_names_the_field(pattern: str, field: str) -> None:
    fields = {"pattern": {}, "forms": {"forms": (pattern,)}, "not_near": {"guards": {"not_near": (pattern,)}}}[field]
    with pytest.raises(LexiconError, match="brace") as caught:
        forms(pattern if field == "pattern" else "pier", **fields)
    assert caught.value.field == field
    assert len(str(caught.value)) < 200


def test_a_guard_of_too_many_forms_is_an_error_when_lists_are_compiled() -> None:
    entry = Entry(id="x", pattern="pier", pos="noun", category="c", guards={"not_near": ("{a,b} " * 18,)})
    lexicon = Lexicon("own", "1", "x", "loaded", (), "", (), (entry,))
    with pytest.raises(LexiconError, match="entry 'pier', field 'not_near': stands for 262144 forms"):
        compile_lexicons([lexicon], {})
