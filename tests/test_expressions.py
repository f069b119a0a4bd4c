"""Regular expressions that are compiled when they are first used."""

import copy
import pickle
import re
import subprocess
import sys

import pytest

from framing.expressions import expression

SHOWS_WHAT_WAS_COMPILED = """
import re
compiled = []
compile_now = re._compiler.compile
def noted(pattern, flags=0):
    compiled.append(pattern)
    return compile_now(pattern, flags)
re._compiler.compile = noted
import framing.pipeline
from framing.segmenting.furniture import is_listed
print(any("contributed" in str(one) for one in compiled), any("[-*•" in str(one) for one in compiled))
is_listed("- a")
print(any("[-*•" in str(one) for one in compiled))
"""


def test_an_expression_does_what_a_compiled_pattern_does() -> None:
    waiting, compiled = expression(r"(?P<word>h\w+)", re.IGNORECASE), re.compile(r"(?P<word>h\w+)", re.IGNORECASE)
    text = "Holm and Hale hired"
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("x", text) == compiled.sub("x", text)
    assert [one["word"] for one in waiting.finditer(text, 3)] == [one["word"] for one in compiled.finditer(text, 3)]
    assert (waiting.pattern, waiting.flags, waiting.groups) == (compiled.pattern, compiled.flags, compiled.groups)
    assert expression(rb"a+").fullmatch(b"aa")


def test_nothing_is_compiled_before_it_is_used() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SHOWS_WHAT_WAS_COMPILED], capture_output=True, check=True, encoding="utf-8"
    )
    assert run.stdout.split() == ["False", "False", "True"]


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.match("x")


@pytest.mark.parametrize("used", [False, True])
def test_an_expression_can_be_copied_and_sent_to_another_process(*, used: bool) -> None:
    waiting = expression("a(b)")
    if used:
        waiting.search("ab")
    for twin in (copy.deepcopy(waiting), pickle.loads(pickle.dumps(waiting))):  # noqa: S301 -- just made here
        assert twin.findall("abab") == ["b", "b"]
