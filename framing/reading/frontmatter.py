"""Front matter: the settings between ``---`` or ``+++`` lines at the top of a Markdown file.

Of YAML the part is read that articles use: a scalar, a list or a folded text for each name. Anchors, tags and nested
tables are left aside, so that no front matter can be a bomb and no parser of all of YAML is needed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from framing.article import Notice
from framing.expressions import expression
from framing.reading.columns import FIELD_NAMES
from framing.toml import parse_toml

__all__ = ["FrontMatter", "read_front_matter", "standard_names"]

_FENCED = expression(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<settings>(?:(?!(?:---|\.\.\.|\+\+\+)[ \t]*\r?$).*\n)*+)"
    r"(?P<close>---|\.\.\.|\+\+\+)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_SETTING = expression(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = expression(r"[ \t]*-[ \t]+(.*)$")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "", "/": "/", '"': '"', "\\": "\\"}
_ROLES = ("title", "author", "date", "outlet", "url", "kind", "lang")
"""What of ``FIELD_NAMES`` a page's front matter is read for; ``site`` is its outlet."""


class FrontMatter(NamedTuple):
    """What stands above the article.

    Attributes:
        settings: Strings by name, as the file names them.
        end: Where the article starts.
        notices: ``front_matter_unread`` where it could not be read.
    """

    settings: Mapping[str, str]
    end: int
    notices: tuple[Notice, ...] = ()


def read_front_matter(source: str) -> FrontMatter:
    """Return a Markdown file's front matter; with none, no settings and 0."""
    match = _FENCED.match(source)
    if match is None:
        return FrontMatter({}, 0)
    settings = match["settings"]
    if match["fence"] == "+++":
        if match["close"] != "+++":
            return FrontMatter({}, 0)
        try:
            values = parse_toml(settings.replace("\r\n", "\n"))
        except ValueError as error:
            notice = Notice("front_matter_unread", f"The front matter is not TOML and was left aside: {error}.")
            return FrontMatter({}, match.end(), (notice,))
        written = {name: text for name, value in values.items() if (text := _written(value))}
        return FrontMatter(written, match.end())
    settings_read = dict(_yaml(settings.splitlines()))
    # Between two rules there may as well be a paragraph: front matter has settings.
    return FrontMatter(settings_read, match.end()) if settings_read or not settings.strip() else FrontMatter({}, 0)


def standard_names(settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings under the project's names (``author`` for ``byline`` and so on); others keep theirs."""
    lowered = {name.strip().lower(): value for name, value in settings.items()}
    known = {alias for role in _ROLES for alias in FIELD_NAMES[role]}
    by_role = {
        role: next(lowered[alias] for alias in FIELD_NAMES[role] if alias in lowered)
        for role in _ROLES
        if any(alias in lowered for alias in FIELD_NAMES[role])
    }
    return {**{name: value for name, value in lowered.items() if name not in known}, **by_role}


def _yaml(lines: list[str]) -> Iterator[tuple[str, str]]:
    number = 0
    while number < len(lines):
        match = _SETTING.match(lines[number])
        number += 1
        if match is None:
            continue
        name, value = match[1].strip(), (match[2] or "").strip()
        below: list[str] = []
        while number < len(lines) and (
            not lines[number].strip() or lines[number][0] in " \t" or _ITEM.match(lines[number])
        ):
            below.append(lines[number])
            number += 1
        if value[:1] in {"|", ">"} and len(value) <= 3:
            text = ("\n" if value[0] == "|" else " ").join(line.strip() for line in below).strip()
        elif not value or value.startswith("#"):
            text = ", ".join(_scalar(item[1]) for line in below if (item := _ITEM.match(line)))
        elif value[0] == "[":
            text = ", ".join(part for part in map(_scalar, _flow_items(" ".join([value, *below]))) if part)
        else:
            text = _scalar(" ".join([value, *(line.strip() for line in below)]).strip())
        if text:
            yield name, text


def _flow_items(value: str) -> list[str]:
    inner = value.partition("#")[0] if "]" not in value else value[: value.rindex("]")]
    return re.findall(r"\"(?:[^\"\\]|\\.)*+\"|'[^']*+'|[^,\[\]\s][^,\[\]]*+", inner.lstrip("["))


def _scalar(value: str) -> str:
    """Return a scalar's characters: quotation marks taken off, comments cut; anchors, tags and tables are nothing."""
    value = value.strip()
    if value.startswith('"'):
        match = re.match(r'"((?:[^"\\]|\\.)*+)"', value)
        return re.sub(r"\\(.)", lambda escape: _ESCAPES.get(escape[1], escape[1]), match[1]) if match else value
    if value.startswith("'"):
        match = re.match(r"'((?:[^']|'')*+)'", value)
        return match[1].replace("''", "'") if match else value
    if value[:1] in {"&", "*", "!", "{"}:
        return ""
    plain = re.split(r"[ \t]#", value, maxsplit=1)[0].strip()
    return "" if plain in {"null", "~"} else plain


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(part for part in map(_written, value) if part)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if isinstance(value, dict) else str(value)
