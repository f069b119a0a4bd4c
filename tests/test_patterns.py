"""No regular expression of the project can be read in so many ways that a text of a megabyte takes hours."""

# ruff: noqa: ANN401 -- the trees of the parser have no types

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as op
from re import _parser
from typing import Any

import pytest

import framing
from framing.expressions import Waiting

MANY = 1000
"""Repetitions from which on a bound is none."""
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT})
SAMPLE = [*list("aesxzAEXZ059_ \t\n.,;:!?()[]{}<>'/-&%#@*=+|~^`$“”’…é\u2028"), '"', "\\"]
"""Characters that sets are compared by."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(framing.__path__, "framing."):
        if ".training" in module.name or module.name in {"framing.corpus.spark", "framing.corpus.running.cluster"}:
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:  # an extra that is not installed
            continue
        for name, value in vars(loaded).items():
            yield from ((f"{module.name}.{name}", one) for one in _held(value))


def _held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern | Waiting) and isinstance(value.pattern, str):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _held(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _held(one)


def written_in_functions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns that stand where they are used: ``re.search(r"…", text)``."""
    for path in sorted(Path(framing.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                flags = re.VERBOSE if "VERBOSE" in ast.unparse(node) else 0
                yield f"{path.stem}:{node.lineno}", re.compile(node.args[0].value, flags)


PATTERNS = {pattern.pattern: (name, pattern) for name, pattern in (*patterns(), *written_in_functions())}


def faults(pattern: re.Pattern[str]) -> list[str]:
    """Return what in a pattern makes a failing match take a square of the text or more."""
    found: list[str] = []
    _sequence(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), pattern.flags, found)
    return found


def _sequence(items: Any, flags: int, found: list[str]) -> None:
    """Look for two repetitions side by side that take the same characters, with nothing between that must stand."""
    before: set[str] = set()
    for code, argument in items:
        for part in _parts(code, argument):
            _sequence(part, flags, found)
        if code in _REPEATS and argument[1] >= MANY:
            if _first(argument[2], flags) & before:
                found.append(f"two repetitions take {sorted(_first(argument[2], flags) & before)[:3]}")
            if _ambiguous(argument[2]):
                found.append("a repetition of a repetition")
            before = before | _first(_reversed(argument[2]), flags)
        elif _width([(code, argument)]):
            # What must stand between them keeps them apart, unless both can take it as well.
            before = before & _characters([(code, argument)], flags)


def _ambiguous(body: Any) -> bool:
    """Whether a repeated body can be cut in several ways: it holds a repetition and nothing else that must stand."""
    items = list(body)
    while len(items) == 1 and items[0][0] is op.SUBPATTERN:
        items = list(items[0][1][3])
    inner = [item for item in items if item[0] in _REPEATS and item[1][1] >= MANY]
    return bool(inner) and not any(_width([item]) for item in items if item not in inner)


def _first(items: Any, flags: int) -> set[str]:
    """Return the characters that some items can begin with."""
    taken: set[str] = set()
    for item in items:
        if item[0] is op.SUBPATTERN:
            taken |= _first(item[1][3], flags)
        elif item[0] is op.BRANCH:
            taken = taken.union(*(_first(part, flags) for part in item[1][1]))
        elif item[0] in {*_REPEATS, op.POSSESSIVE_REPEAT}:
            taken |= _first(item[1][2], flags)
        else:
            taken |= _characters([item], flags)
        if _width([item]):
            break
    return taken


def _reversed(items: Any) -> list[Any]:
    """Return items in the other direction, so that what they can end in comes first."""
    result: list[Any] = []
    for code, argument in reversed(list(items)):
        if code is op.SUBPATTERN:
            result.append((code, (*argument[:3], _reversed(argument[3]))))
        elif code is op.BRANCH:
            result.append((code, (argument[0], [_reversed(part) for part in argument[1]])))
        elif code in {*_REPEATS, op.POSSESSIVE_REPEAT}:
            result.append((code, (*argument[:2], _reversed(argument[2]))))
        else:
            result.append((code, argument))
    return result


def _width(items: Any) -> int:
    """Return the fewest characters of some items."""
    total = 0
    for code, argument in items:
        if code in {op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY}:
            total += 1
        elif code in {*_REPEATS, op.POSSESSIVE_REPEAT}:
            total += argument[0] * _width(argument[2])
        elif code is op.BRANCH:
            total += min(_width(part) for part in argument[1])
        elif code in {op.SUBPATTERN, op.ATOMIC_GROUP}:
            total += _width(_parts(code, argument)[0])
    return total


def _parts(code: Any, argument: Any) -> list[Any]:
    if code in {*_REPEATS, op.POSSESSIVE_REPEAT}:
        return [argument[2]]
    if code is op.SUBPATTERN:
        return [argument[3]]
    if code is op.ATOMIC_GROUP:
        return [argument]
    if code is op.BRANCH:
        return list(argument[1])
    return [argument[1]] if code in {op.ASSERT, op.ASSERT_NOT} else []


def _characters(items: Any, flags: int) -> set[str]:
    """Return the characters of the sample that some items can take."""
    taken: set[str] = set()
    for code, argument in items:
        if code in {op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY}:
            taken |= {one for one in SAMPLE if _takes(code, argument, one, flags)}
        elif code not in {op.ASSERT, op.ASSERT_NOT, op.AT}:
            for part in _parts(code, argument):
                taken |= _characters(part, flags)
    return taken


def _takes(code: Any, argument: Any, character: str, flags: int) -> bool:
    forms = {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
    if code is op.ANY:
        return character != "\n" or bool(flags & re.DOTALL)
    if code is op.LITERAL:
        return any(ord(one) == argument for one in forms if len(one) == 1)
    if code is op.NOT_LITERAL:
        return ord(character) != argument
    inside = any(_member(item, one) for item in argument for one in forms if len(one) == 1)
    return inside != (argument[0][0] is op.NEGATE)


def _member(item: Any, character: str) -> bool:
    code, argument = item
    if code is op.LITERAL:
        return ord(character) == argument
    if code is op.RANGE:
        return bool(argument[0] <= ord(character) <= argument[1])
    if code is op.CATEGORY:
        name = str(argument)
        base = character.isspace() if "SPACE" in name else character.isdigit() if "DIGIT" in name else _word(character)
        return base != ("NOT" in name)
    return False


def _word(character: str) -> bool:
    return character.isalnum() or character == "_"


def test_the_checker_sees_what_it_is_for() -> None:
    bad = (r"\s*a?\s*b", r"(a+)+b", r"(?:\w+\s*)*\.", r"<!--\s*x\s*(.*?)\s*-->", r"(?:a*)*b", r"\d+\w+!")
    good = (r"\s*+a?\s*b", r"(a++)+b", r"\s*x\s*y", r"[^\]]*\]", r"(?:\w+\s)+\.", r"a{0,60}a{0,60}b")
    assert [one for one in bad if not faults(re.compile(one, re.DOTALL))] == []
    assert [one for one in good if faults(re.compile(one))] == []


@pytest.mark.parametrize("written", PATTERNS, ids=[name for name, _ in PATTERNS.values()])
def test_a_pattern_can_be_read_in_one_way(written: str) -> None:
    assert faults(PATTERNS[written][1]) == []
