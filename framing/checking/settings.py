"""What a run checks with: rules, levels, options, budgets and kinds of content, for each file by its path."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from framing.checking.registry import rules, select
from framing.checking.view import KINDS, Rule
from framing.config import BUDGET, Config
from framing.diagnostic import LEVELS, Level
from framing.errors import ConfigError
from framing.measuring.definitions import DEFINITIONS

__all__ = ["ALIASES", "Budget", "CheckSettings", "settings_for"]

ALIASES: Mapping[str, str] = {
    "loaded-per-1000": "loaded_terms_own",
    "loaded-headline-per-1000": "loaded_terms_headline",
    "subjective-per-1000": "subjective_words_own",
    "slanted-share": "slanted_sentences_own",
    "officials-share": "officials",
    "anonymous-share": "anonymous_attributions",
    "unsourced-share": "unsourced_attributions",
}
"""Short names of measures in budgets; a measure's own name with hyphens does as well."""
_OVERRIDDEN = ("paths", "select", "extend-select", "ignore", "kind", "levels", "rules")


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit on a measure.

    Attributes:
        name: As it is written, such as ``max-loaded-per-1000``.
        measure: The measure's name.
        limit: The limit.
        upper: Whether more is too much (else less is too little).
    """

    name: str
    measure: str
    limit: float
    upper: bool

    def missed(self, value: float | None) -> bool:
        """Return whether a value is outside of the limit; a measure that is not defined keeps every limit."""
        return value is not None and (value > self.limit if self.upper else value < self.limit)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What one file is checked with.

    Attributes:
        rules: The rules that are on.
        kind: The kind of content; empty to read it from the text.
        levels: Levels by code.
        options: Options by code.
        budgets: Limits on measures.
    """

    rules: tuple[Rule, ...]
    kind: str
    levels: Mapping[str, Level]
    options: Mapping[str, Mapping[str, Any]]
    budgets: tuple[Budget, ...]

    @property
    def stages(self) -> frozenset[str]:
        """The stages of analysis that these settings need."""
        needed = set[str]().union(*(rule.needs for rule in self.rules))
        if self.budgets:
            needed |= {"attributions", "sentences", "frames", "measures"}
        if not self.kind and any(rule.card.kinds != KINDS for rule in self.rules):
            needed.add("genre")
        return frozenset(needed)


def settings_for(config: Config, path: str) -> CheckSettings:
    """Return what a file is checked with.

    Args:
        config: The settings.
        path: The file, relative to where the paths of the overrides begin.

    Raises:
        ConfigError: If a rule, kind, level, option or measure is not known.
    """
    where = str(config.file or "settings")
    values = _overridden(config, path, where)
    kind = values.get("kind", "")
    if kind and kind not in KINDS:
        raise ConfigError(f"{where}: 'kind' is one of {', '.join(KINDS)}, not '{kind}'{_near(kind, KINDS)}")
    return CheckSettings(
        rules=select(values.get("select", []), values.get("extend-select", []), values.get("ignore", [])),
        kind=kind,
        levels=_levels(values.get("levels", {}), where),
        options=_options(values.get("rules", {}), where),
        budgets=tuple(_budget(key, value, where) for key, value in values.items() if BUDGET.fullmatch(key)),
    )


def _overridden(config: Config, path: str, where: str) -> dict[str, Any]:
    """Return the settings with those of the overrides whose paths match, later ones over earlier ones."""
    values = dict(config.values)
    for override in values.get("overrides", []):
        if not isinstance(override, dict) or not isinstance(override.get("paths"), list):
            raise ConfigError(f"{where}: each of 'overrides' is a table with a list of 'paths'")
        unknown = next((key for key in override if key not in _OVERRIDDEN and not BUDGET.fullmatch(key)), None)
        if unknown is not None:
            raise ConfigError(f"{where}: 'overrides' cannot set '{unknown}'{_near(unknown, _OVERRIDDEN)}")
        if any(fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}") for pattern in override["paths"]):
            for key, value in override.items():
                if key in {"levels", "rules"}:
                    values[key] = {**values.get(key, {}), **value}
                elif key in {"extend-select", "ignore"}:
                    values[key] = [*values.get(key, []), *value]
                else:
                    values[key] = value
    return values


def _levels(given: Mapping[str, Any], where: str) -> dict[str, Level]:
    result: dict[str, Level] = {}
    for name, level in given.items():
        if level not in LEVELS:
            raise ConfigError(f"{where}: level of '{name}' is one of {', '.join(LEVELS)}, not '{level}'")
        result |= {rule.card.code: level for rule in select([name])}
    return result


def _options(given: Mapping[str, Any], where: str) -> dict[str, Mapping[str, Any]]:
    result: dict[str, Mapping[str, Any]] = {}
    for code, options in given.items():
        if code not in rules() or not isinstance(options, dict):
            raise ConfigError(
                f"{where}: 'rules' holds a table for each rule's code; '{code}' is none{_near(code, rules())}"
            )
        known = rules()[code].card.options
        for name, value in options.items():
            if name not in known:
                raise ConfigError(f"{where}: {code} has no option '{name}'{_near(name, known)}")
            if isinstance(value, bool) or not isinstance(value, int | float | str | list):
                raise ConfigError(f"{where}: option '{name}' of {code} must be like {known[name]!r}")
        result[code] = options
    return result


def _budget(key: str, value: float, where: str) -> Budget:
    match = BUDGET.fullmatch(key)
    assert match is not None  # noqa: S101
    known = [definition.name for definition in DEFINITIONS]
    measure = ALIASES.get(match["name"], match["name"].replace("-", "_"))
    if measure not in known:
        names = [*ALIASES, *(name.replace("_", "-") for name in known)]
        raise ConfigError(f"{where}: '{key}' names no measure{_near(match['name'], names)}")
    return Budget(key, measure, float(value), match["end"] == "max")


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
