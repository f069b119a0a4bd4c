"""What a file is checked with: rules, levels, options, budgets, kind of content; overrides go by its path."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.checking.budgets import Budget, budgets_of, near
from framing.checking.files import matches
from framing.checking.registry import AnyRule, named, rules, select
from framing.checking.terms import is_shipped
from framing.checking.view import KINDS, CorpusRule, Rule, RunRule
from framing.config import BUDGET, Config, check_value, is_number
from framing.diagnostic import LEVELS, Level
from framing.errors import ConfigError
from framing.finding import LoadedTerm
from framing.partial import EVERYTHING, Wanted

__all__ = ["CheckSettings", "check_overrides", "settings_for"]

_RANGES = {
    "confidence": (0, 1),
    "least-difference": (0, 1),
    "least-distance": (0, 1),
    "least-probability": (0, 1),
    "least-severity": (1, 3),
    "least-share": (0, 1),
}
"""Options of rules that mean nothing beyond these numbers: a rule that asks for more would never find anything."""
_OVERRIDDEN = ("paths", "select", "extend-select", "ignore", "kind", "levels", "rules")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What one file is checked with.

    Attributes:
        rules: The rules over one article that are on.
        corpus_rules: The rules over many that are on and have something to do.
        run_rules: The rules about the run that are on.
        kind: The kind of content; empty to read it from the text.
        levels: Levels by code.
        options: Rules' options by code.
        budgets: Limits on measures.
        fail_on: The level from which findings fail the run, where the settings name one.
        folders: Limits on the averages of folders.
    """

    rules: tuple[Rule, ...]
    corpus_rules: tuple[CorpusRule, ...]
    run_rules: tuple[RunRule, ...]
    kind: str
    levels: Mapping[str, Level]
    options: Mapping[str, Mapping[str, Any]]
    budgets: tuple[Budget, ...]
    fail_on: Level | None
    folders: Mapping[str, Mapping[str, float]]

    @property
    def active(self) -> tuple[AnyRule, ...]:
        """All rules that are on."""
        return (*self.rules, *self.corpus_rules, *self.run_rules)

    @property
    def stages(self) -> frozenset[str]:
        """The stages of analysis that these settings need."""
        needed = set[str]().union(*(rule.needs for rule in self.active))
        if self.budgets:
            needed |= {"attributions", "sentences", "frames", "measures"}
        return frozenset(needed)

    def wanted(self, *, declared: bool) -> Wanted:
        """Return what the rules ask of loaded terms and of sentences.

        Args:
            declared: Whether it is known what kind of content the text is.
        """
        asking = [rule for rule in self.rules if "slant" in rule.needs]
        least = min((float(self._options(rule).get("least-probability", 0)) for rule in asking), default=None)
        own = min((rule.least_own for rule in asking), default=0.0)
        return Wanted(self._wanted_terms(), least, own, of_columns=declared)

    def _wanted_terms(self) -> Callable[[LoadedTerm], bool]:
        asking = [rule for rule in self.rules if "terms" in rule.needs]
        if not asking:
            return lambda _: False
        if not all(rule.terms for rule in asking):
            return EVERYTHING.terms
        least: dict[str, int] = {}
        for rule in asking:
            for category in rule.terms:
                least[category] = min(int(self._options(rule).get("least-severity", 1)), least.get(category, 9))
        # Terms of the user's own lists are found in own and in reported words.
        return lambda term: (
            not is_shipped(term)
            or (term.voice == "own" and not term.scare and (term.severity or 1) >= least.get(term.category, 9))
        )

    def _options(self, rule: Rule) -> dict[str, Any]:
        return {**rule.card.options, **self.options.get(rule.card.code, {})}

    def of_kind(self, kind: str) -> "CheckSettings":
        """Return the settings with those rules over one article alone that hold for a kind of content."""
        return replace(self, rules=tuple(rule for rule in self.rules if kind in rule.card.kinds))


def settings_for(config: Config, path: str) -> CheckSettings:
    """Return what a file is checked with.

    Args:
        config: The settings.
        path: The file. The paths of the overrides begin where the settings file is.

    Raises:
        ConfigError: If a rule, kind, level, option or measure is not known.
    """
    where = str(config.file or "settings")
    values = _overridden(config, path, where)
    kind = values.get("kind", "")
    if kind and kind not in KINDS:
        raise ConfigError(f"{where}: 'kind' is one of {', '.join(KINDS)}, not '{kind}'{near(kind, KINDS)}")
    known = rules(config.packs)
    active = _selected(values, config)
    return CheckSettings(
        rules=tuple(rule for rule in active if isinstance(rule, Rule)),
        corpus_rules=tuple(rule for rule in active if isinstance(rule, CorpusRule) and values.get(rule.setting)),
        run_rules=tuple(rule for rule in active if isinstance(rule, RunRule)),
        kind=kind,
        levels=_levels(values.get("levels", {}), config, where),
        options=_options(values.get("rules", {}), known, where),
        budgets=budgets_of(values, where),
        fail_on=_fail_on(values.get("fail-on"), where),
        folders=_folders(values.get("folders", {}), where),
    )


def check_overrides(config: Config) -> None:
    """Do nothing where each override would be right for a file, also one of which no file is checked.

    Raises:
        ConfigError: If a rule, kind, level, option or measure in one is not known.
    """
    path = str((config.file.parent if config.file else Path.cwd()) / "x")
    for override in config.values.get("overrides", []):
        settings_for(replace(config, values={**config.values, "overrides": [{**override, "paths": ["*"]}]}), path)


def _fail_on(given: object, where: str) -> Level | None:
    if given is not None and given not in LEVELS:
        raise ConfigError(f"{where}: 'fail-on' is one of {', '.join(LEVELS)}, not '{given}'{near(str(given), LEVELS)}")
    return given


def _selected(values: Mapping[str, Any], config: Config) -> tuple[AnyRule, ...]:
    return select(values.get("select", []), values.get("extend-select", []), values.get("ignore", []), config.packs)


def _folders(given: Mapping[str, Any], where: str) -> Mapping[str, Mapping[str, float]]:
    for folder, limits in given.items():
        if not isinstance(limits, dict):
            raise ConfigError(f"{where}: 'folders' holds a table of limits for each folder; '{folder}' has none")
        unknown = next((key for key in limits if not BUDGET.fullmatch(key)), None)
        if unknown is not None:
            raise ConfigError(f"{where}: 'folders' gives '{folder}' the limit '{unknown}'; limits are max-… and min-…")
        budgets_of(limits, f"{where}: folders.{folder}")
    return given


def _overridden(config: Config, path: str, where: str) -> dict[str, Any]:
    """Return the settings with the matching overrides applied; later overrides win."""
    values = dict(config.values)
    root = config.file.parent if config.file else Path.cwd()
    inside = Path(os.path.relpath(Path(path).absolute(), root)).as_posix()
    for override in values.get("overrides", []):
        paths = override.get("paths") if isinstance(override, dict) else None
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise ConfigError(f"{where}: each of 'overrides' is a table with a list of 'paths'")
        unknown = next((key for key in override if key not in _OVERRIDDEN and not BUDGET.fullmatch(key)), None)
        if unknown is not None:
            raise ConfigError(f"{where}: 'overrides' cannot set '{unknown}'{near(unknown, _OVERRIDDEN)}")
        settings = {key: value for key, value in override.items() if key != "paths"}
        for key, value in settings.items():
            check_value(key, value, f"{where}: overrides")
        if matches(inside, tuple(paths), f"{where}: overrides"):
            for key, value in settings.items():
                if key in {"levels", "rules"}:
                    values[key] = {**values.get(key, {}), **value}
                elif key in {"extend-select", "ignore"}:
                    values[key] = [*values.get(key, []), *value]
                else:
                    values[key] = value
    return values


def _levels(given: Mapping[str, Any], config: Config, where: str) -> dict[str, Level]:
    result: dict[str, Level] = {}
    for name, level in given.items():
        if level not in LEVELS:
            raise ConfigError(f"{where}: level of '{name}' is one of {', '.join(LEVELS)}, not '{level}'")
        result |= {rule.card.code: level for rule in named([name], config.packs)}
    return result


def _options(given: Mapping[str, Any], every: Mapping[str, AnyRule], where: str) -> dict[str, Mapping[str, Any]]:
    result: dict[str, Mapping[str, Any]] = {}
    for code, options in given.items():
        if code not in every or not isinstance(options, dict):
            raise ConfigError(
                f"{where}: 'rules' holds a table for each rule's code; '{code}' is none{near(code, every)}"
            )
        card = every[code].card
        known = {"confidence": card.confidence, **card.options}
        for name, value in options.items():
            if name not in known:
                raise ConfigError(f"{where}: {code} has no option '{name}'{near(name, known)}")
            if not _like(value, known[name]):
                raise ConfigError(f"{where}: option '{name}' of {code} must be like {known[name]!r}")
            least, most = _RANGES.get(name, (value, value))
            if not least <= value <= most:
                raise ConfigError(f"{where}: option '{name}' of {code} must be between {least} and {most}")
        result[code] = options
    return result


def _like(value: object, default: object) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(default, str):
        return isinstance(value, str)
    return is_number(value)
