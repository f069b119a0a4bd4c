"""Settings: ``framing.toml``, or ``[tool.framing]`` in the nearest ``pyproject.toml``.

The file nearest to the working directory, going up, is the one that counts; ``framing.toml`` wins over
``pyproject.toml`` in the same folder. Paths in it are relative to the file.
"""

import difflib
import json
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.errors import ConfigError

__all__ = ["Config", "add_lexicon", "find_config_file", "load_config"]

_KEYS = ("lexicons",)


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with safe defaults.

    Attributes:
        lexicons: The user's lexicon files, in rising precedence.
        file: Where the settings come from; ``None`` for the defaults.
    """

    lexicons: tuple[Path, ...] = ()
    file: Path | None = None


def find_config_file(folder: Path) -> Path | None:
    """Return the nearest configuration file from a folder upwards, ``None`` where there is none."""
    for place in (folder, *folder.parents):
        own = place / "framing.toml"
        if own.is_file():
            return own
        shared = place / "pyproject.toml"
        if shared.is_file() and "framing" in _read(shared).get("tool", {}):
            return shared
    return None


def load_config(folder: Path) -> Config:
    """Return the settings that count in a folder.

    Raises:
        ConfigError: If the file is not TOML, or a key or value in it is not known.
    """
    file = find_config_file(folder.resolve())
    if file is None:
        return Config()
    content = _read(file)
    settings = content if file.name == "framing.toml" else content["tool"]["framing"]
    if not isinstance(settings, dict):
        raise ConfigError(f"{file}: [tool.framing] must be a table")
    for key in settings:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            hint = f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(_KEYS)}"
            raise ConfigError(f"{file}: unknown key '{key}'{hint}")
    lexicons = settings.get("lexicons", [])
    if not isinstance(lexicons, list) or not all(isinstance(path, str) for path in lexicons):
        raise ConfigError(f"{file}: 'lexicons' must be a list of paths")
    paths = tuple(file.parent / path for path in lexicons)
    for path in paths:
        if not path.is_file():
            raise ConfigError(f"{file}: 'lexicons' names '{path.relative_to(file.parent)}', which is not a file")
    return Config(lexicons=paths, file=file)


def add_lexicon(folder: Path, lexicon: Path) -> Path:
    """Add a lexicon file to the settings that count in a folder, and return the settings file.

    Only ``framing.toml`` is written: the list ``lexicons`` is its first setting, other lines stay as they are.

    Raises:
        ConfigError: If the settings stand in a ``pyproject.toml``, which is the user's to edit, or are broken.
    """
    settings = load_config(folder)
    file = settings.file or folder / "framing.toml"
    if file.name == "pyproject.toml":
        raise ConfigError(f"{file}: holds the settings; add '{lexicon}' to its [tool.framing] lexicons")
    known = [os.path.relpath(path, file.parent) for path in settings.lexicons]
    added = os.path.relpath(lexicon.resolve(), file.parent.resolve())
    if added not in known:
        known.append(added)
    line = f"lexicons = {json.dumps(known, ensure_ascii=False)}\n"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    file.write_text(line + re.sub(r"(?ms)^lexicons\s*=\s*\[.*?\]\s*\n?", "", text), encoding="utf-8")
    return file


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
