"""The baseline: findings that are known and do not fail a run, kept by what they say and not by where they stand."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from framing.diagnostic import CheckedFile, Diagnostic, Suppression
from framing.errors import ConfigError

__all__ = ["Known", "apply_baseline", "read_baseline", "stale", "written"]

VERSION = 1
Known = Mapping[str, Mapping[str, str]]
"""Path, code and words by fingerprint."""


def read_baseline(path: Path) -> Known:
    """Return what a baseline file knows.

    Raises:
        ConfigError: If it cannot be read, or is no baseline.
    """
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
            found,
            baseline_state="unchanged",
            suppression=found.suppression or Suppression("baseline", "known before the baseline was made"),
        )
        if found.fingerprint in known
        else replace(found, baseline_state="new")
        for found in diagnostics
    ]


def stale(files: Sequence[CheckedFile], known: Known) -> dict[str, Mapping[str, str]]:
    """Return what the baseline knows of these files and the run did not find."""
    found = {diagnostic.fingerprint for file in files for diagnostic in file.diagnostics}
    checked = {file.path for file in files}
    return {key: row for key, row in known.items() if key not in found and row["path"] in checked}


def written(rows: Known) -> str:
    """Return the baseline file's text: the same for the same findings."""
    listed = [{"fingerprint": key, **row} for key, row in rows.items()]
    listed.sort(key=lambda row: (row["path"], row["code"], row["text"], row["fingerprint"]))
    return json.dumps({"version": VERSION, "findings": listed}, indent=1, ensure_ascii=False) + "\n"
