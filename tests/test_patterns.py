"""No regular expression of the project can be read in so many ways that a text of a megabyte takes hours."""

# ruff: noqa: ANN401 -- the trees of the parser have no types

import ast
import importlib
import pkgutil
import re
import sys
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


def restarts(pattern: re.Pattern[str]) -> bool:
    """Return whether a failing search takes a square: a run is read to its end from each place in it where it can begin.

    That is so where a repetition has no bound, what stands before it can stand inside of what it takes, nothing looks
    back, and what follows can be missing.
    """
    items = list(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    return any(_restarts(way, pattern.flags) for way in _ways(items))


def _ways(items: Any) -> list[list[Any]]:
    """Return items with one of its branches in place of each choice; of very many ways some."""
    ways: list[list[Any]] = [[]]
    for code, argument in items:
        inner = [[(code, argument)]]
        if code in {op.SUBPATTERN, op.ATOMIC_GROUP, op.BRANCH}:
            inner = [way for part in _parts(code, argument) for way in _ways(part)]
        ways = [[*way, *part] for way in ways for part in inner[: max(1, 3000 // len(ways))]]
    return ways


def _restarts(items: list[Any], flags: int) -> bool:
    for number, (code, argument) in enumerate(items):
        if code not in {*_REPEATS, op.POSSESSIVE_REPEAT} or argument[1] < MANY:
            continue
        run = _characters([(code, argument)], flags)
        before, after = items[:number], items[number + 1 :]
        inside = all(_characters([item], flags) & run for item in before if _width([item]))
        may_fail = _width(after) > 0 or any(one in {op.AT, op.ASSERT, op.ASSERT_NOT} for one, _ in after)
        if inside and may_fail and not any(_looks_back(item, run) for item in before):
            return True
    return False


def _looks_back(item: Any, run: set[str]) -> bool:
    """Return whether something in front of a run cannot stand in the middle of it."""
    code, argument = item
    if code is op.AT:
        of_one_kind = len({_word(one) for one in run}) == 1
        return argument is op.AT_BEGINNING_STRING or (argument is op.AT_BOUNDARY and of_one_kind)
    if code is op.ASSERT_NOT and argument[0] < 0:
        return run <= _characters(argument[1], 0)
    return code is op.ASSERT and argument[0] < 0 and not _characters(argument[1], 0) & run


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


def test_the_checker_sees_what_begins_again() -> None:
    bad = (r"[A-Z][A-Z.]*:", r"\s*+\S", r"\b[A-Z][\w-]+, \d", r"a*b", r"\w+\Z", r"(?:x|y)[xyz]+!")
    good = (r"\b\w+:", r"(?<!\w)\w+:", r"<[^<>]*>", r"[A-Z][A-Z.]{0,60}:", r"\w+", r"\Aa*b", r"(?<=,)\w+:")
    assert [one for one in bad if not restarts(re.compile(one))] == []
    assert [one for one in good if restarts(re.compile(one))] == []


NAMES = "Ada Holm of the Tarn Union, a mayor, "
RUNS = (
    NAMES,
    "said the spokesman for Ada Holm and ",
    "A",
    "thugs and people like Ada Holm, ",
    "“a b” he said, ",
    "45, a mayor of ",
)
"""What the sentences are filled with in which patterns are searched."""
LONG = 3_000
"""Characters from which a stretch is one that grows with the text: windows have a few hundred."""
CANNOT_FAIL = {
    "framing.attributing.phrases._PHRASE": "the words that begin it are in small letters, those of its runs in capitals",
    "framing.segmenting.words._TOKEN": "where a number fails behind its last part, one part less is a token",
}
"""Patterns of which the sets of characters say less than the order in which they stand."""


def test_no_pattern_that_is_searched_in_a_whole_text_begins_again_in_its_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """``search`` begins at each place: a run that is read to its end from each of them costs its square."""
    longest: dict[str, int] = {}

    def counting(pattern: str, search: Any) -> Any:
        def counted(text: str, start: int = 0, end: int | None = None) -> Any:
            length = (len(text) if end is None else min(end, len(text))) - start
            longest[pattern] = max(longest.get(pattern, 0), length)
            return search(text, start, len(text) if end is None else end)

        return counted

    for waiting in {id(one): one for one in _waiting()}.values():
        for method in ("search", "finditer", "findall"):
            monkeypatch.setattr(waiting, method, counting(waiting.pattern, getattr(waiting, method)))
    opening = "The council of Odden met on Tuesday, and the mayor said that the work begins in May. "
    reports = []
    for run in RUNS:
        filled = (run * 6_000)[:6_000]
        for text in (f"{opening * 3}It {filled} on Monday.", f"HOLM: {opening}\n\nORR: It {filled}.\n\nHOLM: No."):
            reports.append(framing.analyze(text, title="Odden plans a harbour"))
            framing.check(reports[-1], ["ALL"])
        page = f"---\ntitle: x\n---\n{opening * 3}{filled}"
        framing.analyze(page, media_type="text/markdown")
        framing.analyze(f"<html><body><p>{opening * 3}{filled}</p></body></html>", media_type="text/html")
    framing.compare(reports[:3:2])
    searched = [PATTERNS[pattern] for pattern, length in longest.items() if length >= LONG and pattern in PATTERNS]
    assert len(searched) > 50
    assert {name for name, pattern in searched if restarts(pattern)} <= CANNOT_FAIL.keys()


def _waiting() -> Iterator[Any]:
    for module in list(sys.modules.values()):
        if module.__name__.startswith("framing"):
            yield from (value for value in vars(module).values() if isinstance(value, Waiting))


@pytest.mark.parametrize("written", PATTERNS, ids=[name for name, _ in PATTERNS.values()])
def test_a_pattern_can_be_read_in_one_way(written: str) -> None:
    assert faults(PATTERNS[written][1]) == []
