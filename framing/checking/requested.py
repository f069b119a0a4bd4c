"""What a command or call asks for, and the settings of each file that follow from it and from settings files."""

import hashlib
import os
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from framing.checking.settings import CheckSettings, check_overrides, settings_for
from framing.config import Config, load_config, with_values
from framing.encoding.installed import described
from framing.errors import ConfigError
from framing.reading.form import Form

__all__ = ["RequestedSettings", "config_for", "config_key", "forget_settings", "settings_at"]


@dataclass(frozen=True, slots=True)
class RequestedSettings:
    """Settings that a command or a call gives; they win over those of the files.

    Attributes:
        given: Settings as ``KEY=VALUE``.
        isolated: Whether no settings file is read.
        select: Codes instead of the selected ones.
        extend_select: Codes beside them.
        ignore: Codes taken away.
        kind: The kind of content; empty for what the settings or the text say.
        diff_base: A commit to compare with; empty for none.
        baseline: A file of known findings; empty for what the settings say.
        fail_on: The level from which findings fail the run; empty for what the settings say.
        form: What inputs are, and how their records' fields are named.
        encoder: Whether the encoder reads too; ``None`` for what the settings say.
    """

    given: tuple[str, ...] = ()
    isolated: bool = False
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kind: str = ""
    diff_base: str = ""
    baseline: str = ""
    fail_on: str = ""
    form: Form = field(default_factory=Form)
    encoder: bool | None = None


def config_for(requested: RequestedSettings, path: str) -> Config:
    """Return the settings that count for a path; ``-``, standard input, is in the working directory.

    Raises:
        ConfigError: If something in them is wrong.
    """
    return _in_folder(requested, _folder(path))[0]


def settings_at(requested: RequestedSettings, path: str) -> CheckSettings:
    """Return what a file is checked with, each setting as a value of its type.

    Raises:
        ConfigError: If something in the settings is wrong.
    """
    return settings_for(config_for(requested, path), path)


def config_key(requested: RequestedSettings, path: str) -> str:
    """Return a hash that changes with the settings of a path, and with the lexicons and rule packs that they name."""
    return _in_folder(requested, _folder(path))[1]


def forget_settings() -> None:
    """Forget settings files that were read: during a run they are read once, the next run must see changes."""
    _in_folder.cache_clear()


def _no_foreign_code(config: Config, requested: RequestedSettings) -> None:
    """Refuse rule packs, which are code, unless they are those of the folder in which the run starts."""
    if not config.packs or config.origins.get("rule-packs") == "--config":
        return
    trusted = Config() if requested.isolated else load_config(Path())
    strange = [pack for pack in config.packs if pack.resolve() not in {known.resolve() for known in trusted.packs}]
    if strange:
        raise ConfigError(
            f"{config.file}: 'rule-packs' names '{strange[0].name}', and packs are code: they are run only from the "
            "settings of the folder that the run starts in, or by --config rule-packs=FILE"
        )


def _folder(path: str) -> str:
    return str(Path() if path == "-" else Path(path).parent)


# Files of one folder are many, folders few.
@lru_cache(maxsize=512)
def _in_folder(requested: RequestedSettings, folder: str) -> tuple[Config, str]:
    config = with_values(Config() if requested.isolated else load_config(Path(folder)), requested.given)
    values, origins = dict(config.values), dict(config.origins)
    codes = {"select": requested.select, "extend-select": requested.extend_select, "ignore": requested.ignore}
    for key, listed in codes.items():
        if listed:
            parts = [part.strip() for code in listed for part in code.split(",") if part.strip()]
            values[key] = parts if key == "select" else [*values.get(key, []), *parts]
            origins[key] = f"--{key}"
    further = {
        "kind": requested.kind,
        "diff-base": requested.diff_base,
        "baseline": requested.baseline,
        "fail-on": requested.fail_on,
    }
    for key, value in further.items():
        if value:
            values[key] = value
            origins[key] = f"--{key}"
    if requested.encoder is not None:
        values["encoder"], origins["encoder"] = requested.encoder, "--encoder"
    chosen = replace(config, values=values, origins=origins)
    _no_foreign_code(chosen, requested)
    settings_for(chosen, os.path.join(folder, "x"))  # noqa: PTH118 -- a name, whatever it is, in the folder
    check_overrides(chosen)
    digest = hashlib.sha256(repr(sorted(values.items())).encode("utf-8", "surrogatepass"))
    digest.update(repr(requested.form).encode("utf-8", "surrogatepass"))
    digest.update(str(config.file).encode("utf-8", "surrogateescape"))
    if chosen.encoder:
        digest.update(described().identity.encode())
    for listed_file in (*config.lexicons, *config.packs):
        digest.update(listed_file.read_bytes())
    return chosen, digest.hexdigest()
