"""Every option, command, key and code that the documentation names is one that exists."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from framing.checking.registry import named, rules, select
from framing.checking.settings import settings_for
from framing.cli.main import main
from framing.config import BUDGET, KEYS, Config, check_value

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
ELSEWHERE = {
    "--unshallow",
    "--no-index",
    "--find-links",
    "--index-url",
    "--upgrade",
    "--help",
    "--version",
    "--nthreads",
}
"""Options of git, pip, Dask and of every command."""


def commands(command: click.Command, name: str = "framing") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from commands(found, f"{name} {below}")


COMMANDS = dict(commands(main))
OPTIONS = {
    option for command in COMMANDS.values() for one in command.params for option in (*one.opts, *one.secondary_opts)
}


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"))


def options_of_scripts() -> set[str]:
    """Options of the programs in ``benchmarks`` and of the other tools that the pages name."""
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "benchmarks").glob("*.py"))
    return set(re.findall(r"\"(--[a-z][\w-]*)\"", text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_option_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    written = set(
        re.findall(
            r"(?<![\w-])--[a-z][a-z0-9-]*[a-z0-9]",
            re.sub(r"(?m)^.*\b(?:docker|pip|git|proselint|dask|SBATCH|srun|sbatch)\b.*$", "", text),
        )
    )
    assert written - OPTIONS - ELSEWHERE - options_of_scripts() == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_line_is_one_that_the_command_takes(page: Path) -> None:
    lines = [
        line.partition("#")[0].strip()
        for block in blocks(page, "[a-z]*")
        for line in block.splitlines()
        if line.startswith("framing ")
    ]
    for line in lines:
        words = shlex.split(line.partition("|")[0].partition(">")[0])
        name = words.pop(0)
        while words and f"{name} {words[0]}" in COMMANDS:
            name = f"{name} {words.pop(0)}"
        command = COMMANDS[name]
        given = [word for word in words if word not in {"…", "\\"}]
        _, left, _ = command.make_parser(click.Context(command)).parse_args(given)
        assert not left or isinstance(command, click.Group), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_code_is_a_rule_that_can_be_selected_ignored_and_explained(page: Path) -> None:
    for code in set(re.findall(r"\b[WSFBCX][1-9]\d\d\b", page.read_text(encoding="utf-8"))):
        assert [rule.card.code for rule in named([code])] == [code]
        assert code in {rule.card.code for rule in select([code])}
        assert code not in {rule.card.code for rule in select(["ALL"], ignored=[code])}
        values = {"rules": {code: {"confidence": 0.5}}, "levels": {code: "error"}}
        assert settings_for(Config(values=values), "a.md").levels == {code: "error"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_setting_is_one_that_is_taken(page: Path) -> None:
    for block in blocks(page, "toml"):
        values = tomllib.loads(block)
        values = values.get("tool", {}).get("framing", values)
        if set(values) & {"entries", "entry", "lexicon", "title", "id"}:
            continue  # a lexicon
        for key, value in values.items():
            check_value(key, value, page.name)
        listed = {
            key: value for key, value in values.items() if key not in {"lexicons", "rule-packs", "extend", "baseline"}
        }
        assert settings_for(Config(values=listed), "a.md")
        assert all(key in KEYS or BUDGET.fullmatch(key) for key in values)


def test_each_setting_is_on_the_page() -> None:
    text = (ROOT / "docs/check.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"{key}" not in text] == []


def test_each_rule_is_on_a_page() -> None:
    assert [code for code in rules() if not (ROOT / f"docs/checks/{code}.md").is_file()] == []
