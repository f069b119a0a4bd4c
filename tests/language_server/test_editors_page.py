"""The settings in ``docs/editors.md`` can be read by the editors, and start what there is."""

import json
import re
import tomllib
from pathlib import Path

from click import Group

from framing.cli.main import main

PAGE = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")
COMMAND = ["framing", "lsp"]


def block(language: str) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert len(found) == 1, language
    return str(found[0])


def test_the_command_is_there() -> None:
    assert isinstance(main, Group)
    assert COMMAND[1] in main.list_commands(None)  # type: ignore[arg-type] -- the context is not looked at


def test_helix_starts_it_for_each_language() -> None:
    settings = tomllib.loads(block("ini"))  # TOML blocks of the docs are settings of framing
    server = settings["language-server"]["framing"]
    assert [server["command"], *server["args"]] == COMMAND
    assert {language["name"]: language["language-servers"] for language in settings["language"]} == {
        "markdown": ["framing"],
        "html": ["framing"],
    }


def test_neovim_starts_it() -> None:
    settings = block("lua")
    assert f"cmd = {{ {', '.join(json.dumps(part) for part in COMMAND)} }}" in settings
    assert settings.count('"framing"') == 3  # configured, started, enabled
    assert settings.count("{") == settings.count("}")


def test_the_extension_for_vs_code_starts_it_and_is_woken_for_what_it_watches() -> None:
    package, script = json.loads(block("json")), block("js")
    assert package["main"] == "./extension.js"
    assert script.startswith("// extension.js")
    assert f'{{ command: "{COMMAND[0]}", args: ["{COMMAND[1]}"] }}' in script
    (watched,) = re.findall(r"const languages = (\[.*\]);", script)
    assert package["activationEvents"] == [f"onLanguage:{language}" for language in json.loads(watched)]
    (library,) = re.findall(r'require\("([\w-]+)/node"\)', script)
    assert set(package["dependencies"]) == {library}
