"""Settings of the commands that check: the file that counts, under the options of the command line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from framing.checking.settings import settings_for
from framing.config import Config, load_config, with_values

__all__ = ["chosen_config"]


def chosen_config(
    given: Sequence[str],
    *,
    isolated: bool,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    kind: str | None = None,
) -> Config:
    """Return the settings that a run has, checked as a whole before any file is read.

    Raises:
        ConfigError: If something in them is wrong.
    """
    config = with_values(Config() if isolated else load_config(Path.cwd()), given)
    values, origins = dict(config.values), dict(config.origins)
    options = {"select": select, "extend-select": extend_select, "ignore": ignore}
    for key, codes in options.items():
        if codes:
            parts = [part.strip() for code in codes for part in code.split(",") if part.strip()]
            values[key] = parts if key == "select" else [*values.get(key, []), *parts]
            origins[key] = f"--{key}"
    if kind:
        values["kind"] = kind
        origins["kind"] = "--kind"
    chosen = replace(config, values=values, origins=origins)
    settings_for(chosen, "")
    return chosen
