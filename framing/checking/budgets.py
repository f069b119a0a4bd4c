"""Limits on measures, as settings name them: ``max-loaded-per-1000``, ``min-sources``."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from framing.config import BUDGET, is_number
from framing.errors import ConfigError
from framing.measuring.definitions import DEFINITIONS

__all__ = ["ALIASES", "Budget", "budgets_of", "measure_named", "near"]

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
        """Return whether a value breaks the limit; a measure that is not defined breaks none."""
        return value is not None and (value > self.limit if self.upper else value < self.limit)


def budgets_of(values: Mapping[str, object], where: str) -> tuple[Budget, ...]:
    """Return the limits among some settings.

    Raises:
        ConfigError: If one names no measure, or is not a number.
    """
    budgets = []
    for key, value in values.items():
        match = BUDGET.fullmatch(key)
        if not match:
            continue
        if not is_number(value):
            raise ConfigError(f"{where}: '{key}' must be a number")
        limit = float(value)  # type: ignore[arg-type]  # is_number
        budgets.append(Budget(key, measure_named(match["name"], f"{where}: '{key}'"), limit, match["end"] == "max"))
    return tuple(budgets)


def measure_named(name: str, where: str) -> str:
    """Return a measure by its short name or its own with hyphens.

    Raises:
        ConfigError: If there is none.
    """
    known = [definition.name for definition in DEFINITIONS]
    measure = ALIASES.get(name, name.replace("-", "_"))
    if measure not in known:
        names = [*ALIASES, *(measure_name.replace("_", "-") for measure_name in known)]
        raise ConfigError(f"{where} names no measure{near(name, names)}")
    return measure


def near(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" where a known name is like this one, else an empty text."""
    closest = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean '{closest[0]}'?" if closest else ""
