"""Which rules a selection turns on, and in what order they come."""

from pathlib import Path

import pytest

from framing.checking.registry import MODULES, is_shipped, named, rules, select
from framing.checking.view import RunRule
from framing.errors import ConfigError


def codes(*chosen: str, extended: tuple[str, ...] = (), ignored: tuple[str, ...] = ()) -> list[str]:
    return [rule.card.code for rule in select(chosen, extended, ignored)]


EVERY = list(rules())
RUN = [code for code, rule in rules().items() if isinstance(rule, RunRule)]


def test_rules_come_by_their_letters_and_then_by_their_numbers() -> None:
    letters = [code[0] for code in EVERY]
    assert letters == sorted(letters, key="WSFBCX".index)
    for letter in set(letters):
        numbers = [code for code in EVERY if code[0] == letter]
        assert numbers == sorted(numbers)
    assert [rule.card.name for rule in rules().values() if not isinstance(rule, RunRule)] == [
        name.replace("_", "-") for name in MODULES
    ]


def test_nothing_chosen_is_what_is_on_by_default() -> None:
    assert codes() == [code for code in EVERY if rules()[code].card.default or code in RUN]
    assert codes("ALL") == EVERY


@pytest.mark.parametrize("chosen", ["W101", "w101", "loaded-term", "Loaded-Term", " W101 "])
def test_a_rule_is_called_by_its_code_or_its_name(chosen: str) -> None:
    assert codes(chosen) == ["W101", *RUN]


def test_the_beginning_of_a_code_means_all_that_begin_so() -> None:
    assert codes("S2", "W10") == [code for code in EVERY if code.startswith(("S2", "W10")) or code in RUN]
    assert codes("s") == [code for code in EVERY if code.startswith("S") or code in RUN]


def test_rules_about_the_run_go_only_where_that_is_asked_for() -> None:
    assert codes("W101", RUN[0]) == ["W101", RUN[0]]
    assert codes("W101", ignored=(RUN[0],)) == ["W101", *RUN[1:]]
    assert codes("W101", "S204", ignored=("S",)) == ["W101", *RUN]
    assert codes("W101", extended=("S204",)) == ["W101", "S204", *RUN]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("W109x", r"^no rule is called 'W109x'; did you mean 'W10\d'\?$"),
        ("loaded-terms", r"^no rule is called 'loaded-terms'; did you mean 'loaded-term'\?$"),
        ("qqqqq", r"^no rule is called 'qqqqq'$"),
        ("all", r"^no rule is called 'all'"),
        ("", r"^no rule is called ''$"),
    ],
)
def test_a_name_of_no_rule_is_told_with_the_nearest(chosen: str, said: str) -> None:
    for call in (lambda: select([chosen]), lambda: select([], [chosen]), lambda: select([], [], [chosen])):
        with pytest.raises(ConfigError, match=said):
            call()
    with pytest.raises(ConfigError, match=said):
        named([chosen])


def test_named_rules_come_without_those_about_the_run() -> None:
    assert [rule.card.code for rule in named(["S204", "W101", "W101"])] == ["W101", "S204"]
    assert [rule.card.code for rule in named([])] == []


PACK = """
from dataclasses import replace
from framing.checking.rules.loaded_term import RULE
RULES = [replace(RULE, card=replace(RULE.card, code="{code}", name="house-term"))]
"""


def test_a_pack_s_rule_stands_among_the_shipped_ones_and_is_none_of_them(tmp_path: Path) -> None:
    pack = tmp_path / "house.py"
    pack.write_text(PACK.format(code="W150"), encoding="utf-8")
    found = rules((pack,))
    assert set(found) == {*EVERY, "W150"}
    assert list(found).index("W150") == list(found).index(next(code for code in EVERY if code[0] == "S")) - 1
    assert (is_shipped("W101"), is_shipped("W150")) == (True, False)
    assert [rule.card.code for rule in select(["house-term"], packs=(pack,))] == ["W150", *RUN]
    assert [rule.card.code for rule in named(["W150"], (pack,))] == ["W150"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PACK.format(code="W101"), r"house\.py: brings the code W101, which is taken$"),
        ("RULES = [1]", r"house\.py: brings 1, which is no rule$"),
        ("RULE = 1", r"house\.py: cannot be loaded as a rule pack \(AttributeError: "),
        ("1 / 0", r"house\.py: cannot be loaded as a rule pack \(ZeroDivisionError: division by zero\)$"),
    ],
)
def test_a_pack_that_brings_no_rules_is_told(tmp_path: Path, content: str, said: str) -> None:
    pack = tmp_path / "house.py"
    pack.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        rules((pack,))
    (tmp_path / "house.txt").write_text("RULES = []", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"house\.txt: is no Python file$"):
        rules((tmp_path / "house.txt",))
