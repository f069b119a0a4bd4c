"""The baseline: findings that are known and do not fail a run. They are told by their words, not by their lines."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from framing.checking.requested import RequestedSettings, config_for
from framing.config import Config
from framing.diagnostic import CheckedFile, Diagnostic, Suppression
from framing.errors import ConfigError
from framing.expressions import expression
from framing.on_disk import is_there, is_waiting

__all__ = [
    "DEFAULT",
    "Known",
    "against_baselines",
    "apply_baseline",
    "baseline_place",
    "known_name",
    "read_baseline",
    "stale",
    "written",
]

DEFAULT = ".framing-baseline.json"
"""Beside the settings file, or in the working directory where there is none."""

_SURROGATE = expression("[\ud800-\udfff]")
VERSION = 1
"""The version of the file's form; a file of another version is refused."""
Known = Mapping[str, Mapping[str, str]]
"""Path, code and words by fingerprint."""


def baseline_place(config: Config, root: Config) -> Path:
    """Return the path of a file's baseline, whether or not it exists.

    Args:
        config: The settings that count for the file.
        root: Those of the working directory: theirs is the baseline of files whose settings name none.
    """
    named = config.baseline or root.baseline
    if named:
        return named
    return (root.file.parent if root.file else Path.cwd()) / DEFAULT


def known_name(path: str, place: Path) -> str:
    """Return a file's path relative to its baseline: the same from whichever folder a run starts."""
    if path == "-":
        return path
    try:
        return Path(os.path.relpath(Path(path).absolute(), place.absolute().parent)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def read_baseline(path: Path) -> Known:
    """Return what a baseline file knows.

    Raises:
        ConfigError: If it cannot be read, or is no baseline.
    """
    if is_waiting(path):
        raise ConfigError(f"{path}: is a pipe or a device, not a file")
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["version"] != VERSION:
            raise ConfigError(f"{path}: is a baseline of version {stored['version']}; this is version {VERSION}")
        return {
            row["fingerprint"]: {key: str(row[key]) for key in ("path", "code", "text")} for row in stored["findings"]
        }
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: is no baseline file ({error})") from error


def apply_baseline(diagnostics: Iterable[Diagnostic], known: Known) -> list[Diagnostic]:
    """Return the findings with their state against the baseline; known ones are silenced by it."""
    return [
        replace(
            finding,
            baseline_state="unchanged",
            suppression=finding.suppression or Suppression("baseline", "known before the baseline was made"),
        )
        if finding.fingerprint in known
        else replace(finding, baseline_state="new")
        for finding in diagnostics
    ]


def against_baselines(
    files: Sequence[CheckedFile], requested: RequestedSettings
) -> tuple[list[CheckedFile], dict[str, int]]:
    """Return the files with what their baselines know of their findings, and how many known ones are gone.

    Args:
        files: With their findings.
        requested: What counts over the settings files, which name the baselines.

    Returns:
        The files, and the number of findings that a baseline knows of them and that were not found, by its path.

    Raises:
        ConfigError: If a baseline that the settings name is not there, or is none.
    """
    root = config_for(requested, "-")
    configs = [config_for(requested, file.path) for file in files]
    places = [baseline_place(config, root) for config in configs]
    named = {place for place, config in zip(places, configs, strict=True) if config.baseline or root.baseline}
    # A baseline that nobody named counts where there is one; one that was named must be there.
    known = {place: read_baseline(place) for place in dict.fromkeys(places) if place in named or is_there(place)}
    compared = [
        replace(file, diagnostics=tuple(apply_baseline(file.diagnostics, known[place]))) if place in known else file
        for file, place in zip(files, places, strict=True)
    ]
    gone = {
        str(place): stale([file for file, at in zip(files, places, strict=True) if at == place], rows, place)
        for place, rows in known.items()
    }
    return compared, {place: len(rows) for place, rows in gone.items() if rows}


def stale(files: Sequence[CheckedFile], known: Known, place: Path) -> Known:
    """Return the findings of these files that a baseline has and that were not found again."""
    fingerprints = {diagnostic.fingerprint for file in files for diagnostic in file.diagnostics}
    checked = {known_name(file.container, place) for file in files}
    return {key: row for key, row in known.items() if key not in fingerprints and row["path"] in checked}


def written(rows: Known) -> str:
    """Return the baseline file's text: the same for the same findings."""
    listed = [{"fingerprint": key, **row} for key, row in rows.items()]
    listed.sort(key=lambda row: (row["path"], row["code"], row["text"], row["fingerprint"]))
    text = json.dumps({"version": VERSION, "findings": listed}, indent=1, ensure_ascii=False) + "\n"
    # Names of files that are no UTF-8 are escaped, and so come back as they were.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
