"""Settings: ``framing.toml``, or ``[tool.framing]`` in the nearest ``pyproject.toml``.

The file nearest to a folder, going up, is the one that counts; ``framing.toml`` wins over ``pyproject.toml`` in the
same folder. ``extend`` names a file whose settings stand beneath this one's. Paths in a file are relative to it.
"""

import difflib
import json
import math
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from framing.entry_points import entry_points_of
from framing.errors import ConfigError
from framing.expressions import expression
from framing.on_disk import is_file
from framing.toml import parse_toml

__all__ = [
    "BUDGET",
    "KEYS",
    "Config",
    "Globs",
    "add_lexicon",
    "check_value",
    "find_config_file",
    "is_number",
    "load_config",
    "with_values",
]

KEYS: Mapping[str, type | tuple[type, ...]] = {
    "extend": str,
    "lexicons": list,
    "select": list,
    "extend-select": list,
    "ignore": list,
    "kind": str,
    "fail-on": str,
    "baseline": str,
    "include": list,
    "exclude": list,
    "extend-exclude": list,
    "levels": dict,
    "rules": dict,
    "overrides": list,
    "folders": dict,
    "diff-base": str,
    "rule-packs": list,
    "encoder": bool,
}
"""Settings beside the budgets, with the type of their values."""
BUDGET = expression(r"(?P<end>max|min)-(?P<name>[a-z][a-z0-9-]*)")
"""``max-loaded-per-1000``, ``min-sources``, and so on for every measure."""
LEXICON_GROUP = "framing.lexicons"
"""Entry points of this group bring lexicon files."""
_PATHS = ("lexicons", "baseline", "rule-packs")


class Globs(NamedTuple):
    """Patterns of paths, the folder that the paths are relative to, and the file or option that sets them."""

    patterns: tuple[str, ...] = ()
    folder: Path = Path()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings as they are written, and where each comes from.

    Attributes:
        lexicons: The user's lexicon files, in rising precedence; those of installed packages come first.
        packs: The user's rule packs, Python files.
        file: The nearest settings file; ``None`` for the defaults.
        values: All settings by key.
        origins: For each key the file, or the option, that set it.
    """

    lexicons: tuple[Path, ...] = ()
    packs: tuple[Path, ...] = ()
    file: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def baseline(self) -> Path | None:
        """The file of known findings, where the settings name one."""
        return Path(self.values["baseline"]) if self.values.get("baseline") else None

    @property
    def diff_base(self) -> str:
        """The commit that lines must have changed since, empty for none."""
        return str(self.values.get("diff-base", ""))

    @property
    def encoder(self) -> bool:
        """Whether the encoder is to read what is read."""
        return bool(self.values.get("encoder", False))

    def globs(self, key: Literal["include", "exclude", "extend-exclude"]) -> Globs:
        """Return a setting's patterns: those of a file are relative to it, those of a command to where it runs."""
        origin = self.origins.get(key, "")
        folder = Path() if origin.startswith("--") or self.file is None else self.file.parent
        return Globs(tuple(self.values.get(key, ())), folder, origin)


def find_config_file(folder: Path) -> Path | None:
    """Return the nearest configuration file from a folder upwards, ``None`` where there is none."""
    for place in (folder, *folder.parents):
        own = place / "framing.toml"
        if is_file(own):
            return own
        shared = place / "pyproject.toml"
        if is_file(shared) and "framing" in _read(shared).get("tool", {}):
            return shared
    return None


def load_config(folder: Path) -> Config:
    """Return the settings that count in a folder.

    Raises:
        ConfigError: If a file is not TOML, or a key or value in it is not known.
    """
    file = find_config_file(folder.resolve())
    if file is None:
        return _config({}, {}, None)
    values, origins = _extended(file, ())
    return _config(values, origins, file)


def with_values(config: Config, given: Sequence[str]) -> Config:
    """Return settings with some set on the command line, each as ``KEY=VALUE`` with a TOML value or plain text.

    Raises:
        ConfigError: If a key or value is not known.
    """
    values, origins = dict(config.values), dict(config.origins)
    for option in given:
        key, equals, written = option.partition("=")
        if not equals:
            raise ConfigError(f"--config {option}: is not KEY=VALUE")
        try:
            value = parse_toml(f"value = {written}")["value"]
        except ValueError:
            value = written
        if isinstance(value, str) and KEYS.get(key.strip()) is list:
            value = [part.strip() for part in value.split(",")]
        check_value(key.strip(), value, "--config")
        values[key.strip()] = value
        origins[key.strip()] = "--config"
    return _config(values, origins, config.file)


def _config(values: Mapping[str, Any], origins: Mapping[str, str], file: Path | None) -> Config:
    listed = {key: tuple(Path(path) for path in values.get(key, [])) for key in ("lexicons", "rule-packs")}
    for key, paths in listed.items():
        for path in paths:
            if not is_file(path):
                source = origins.get(key, "")
                shown = path if source == "--config" else os.path.relpath(path, Path(source).parent)
                raise ConfigError(f"{source}: '{key}' names '{shown}', which is not a file")
    lexicons = (*_lexicon_packs(), *listed["lexicons"])
    return Config(lexicons, listed["rule-packs"], file, dict(values), dict(origins))


def _lexicon_packs() -> Iterator[Path]:
    """Yield the lexicon files that installed packages bring: entry points that are paths, or lists of them."""
    for point in entry_points_of(LEXICON_GROUP):
        brought = point.load()
        for path in (brought,) if isinstance(brought, str | Path) else brought:
            if not is_file(Path(path)):
                raise ConfigError(f"entry point '{point.name}' of '{LEXICON_GROUP}' names {path}, which is not a file")
            yield Path(path)


def _extended(file: Path, above: tuple[Path, ...]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a file's settings over those of the file that it extends."""
    if file in above:
        raise ConfigError(f"{above[-1]}: 'extend' leads back to {file}")
    content = _read(file)
    settings = content.get("tool", {}).get("framing", {}) if file.name == "pyproject.toml" else content
    if not isinstance(settings, dict):
        raise ConfigError(f"{file}: [tool.framing] must be a table")
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for key, value in settings.items():
        check_value(key, value, str(file))
        values[key] = _absolute(value, file.parent) if key in _PATHS else value
        origins[key] = str(file)
    base = values.pop("extend", None)
    if base is None:
        return values, origins
    try:
        below = (file.parent / base).resolve()
        there = is_file(below)
    except (OSError, ValueError):  # a name that no file can have
        below, there = file, False
    if not there:
        raise ConfigError(f"{file}: 'extend' names {base!r}, which is not a file")
    inherited, sources = _extended(below, (*above, file))
    for name in ("levels", "rules"):
        if name in values and name in inherited:
            values[name] = {**inherited[name], **values[name]}
    return {**inherited, **values}, {**sources, **origins}


def _absolute(paths: str | list[str], folder: Path) -> str | list[str]:
    return [str(folder / path) for path in paths] if isinstance(paths, list) else str(folder / paths)


def check_value(key: str, value: object, where: str) -> None:
    """Do nothing where a setting has a value of its type.

    Raises:
        ConfigError: If the setting is not known, or its value is of another type.
    """
    budget = BUDGET.fullmatch(key)
    if budget:
        if not is_number(value):
            raise ConfigError(f"{where}: '{key}' must be a number")
        return
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        hint = f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(KEYS)}, max-… and min-…"
        raise ConfigError(f"{where}: unknown key '{key}'{hint}")
    if not isinstance(value, KEYS[key]):
        wanted = {str: "text", list: "a list", dict: "a table", bool: "true or false"}[KEYS[key]]  # type: ignore[index]
        raise ConfigError(f"{where}: '{key}' must be {'a list of paths' if key == 'lexicons' else wanted}")
    if isinstance(value, list) and key != "overrides" and not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{where}: '{key}' must be a list of {'paths' if key == 'lexicons' else 'texts'}")


def is_number(value: object) -> bool:
    """Return whether a setting is a number that something can be compared with: no ``nan``, no endless one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


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
    known = [os.path.relpath(path, file.parent) for path in settings.values.get("lexicons", [])]
    added = os.path.relpath(lexicon.resolve(), file.parent.resolve())
    if added not in known:
        known.append(added)
    line = f"lexicons = {json.dumps(known, ensure_ascii=False)}\n"
    text = file.read_text(encoding="utf-8") if is_file(file) else ""
    file.write_text(line + _without_lexicons(text), encoding="utf-8")
    return file


def _without_lexicons(text: str) -> str:
    """Return settings without their list of lexicons: as many lines as make a TOML value, whatever its brackets."""
    match = re.search(r"(?m)^lexicons[ \t]*=", text)
    if match is None:
        return text
    lines = text[match.start() :].splitlines(keepends=True)
    for count in range(1, len(lines) + 1):
        try:
            parse_toml("".join(lines[:count]))
        except ValueError:
            continue
        return text[: match.start()] + "".join(lines[count:])
    return text


def _read(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
