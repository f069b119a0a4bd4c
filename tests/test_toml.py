"""TOML from anywhere: tables, or one error in bounded time and memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.toml import parse_toml

DEEP = 200_000


def test_tables_are_read() -> None:
    assert parse_toml('[a.b]\nc = "x.y"\n') == {"a": {"b": {"c": "x.y"}}}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x = " + "[" * DEEP + "]" * DEEP, "nested too deeply"),
        ("x = " + "{a=" * DEEP + "1" + "}" * DEEP, "nested too deeply"),
        (".".join(["a"] * DEEP) + " = 1", "line 1: a key of more than 100 parts"),
        ('ok = 1\n["=".' + ".".join(["a"] * DEEP) + "]", "line 2: a key of more than 100 parts"),
        ("x = { " + ".".join(["a"] * DEEP) + " = 1 }", "line 1: a key of more than 100 parts"),
        ("x = ", "Invalid value"),
    ],
    ids=["brackets", "tables", "key", "header", "inline", "no value"],
)
def test_what_would_take_all_memory_is_refused(text: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        parse_toml(text)


def test_full_stops_in_a_string_are_no_parts_of_a_key() -> None:
    sentences = "The mayor said no. " * 300
    assert parse_toml(f"x = \"{sentences}\"\ny = '{sentences}'") == {"x": sentences, "y": sentences}


@given(st.text(alphabet="abc.=[]{}\"'\\ \n#,1", max_size=200))
def test_any_text_is_tables_or_a_value_error(text: str) -> None:
    try:
        found = parse_toml(text)
    except ValueError:
        return
    assert isinstance(found, dict)
