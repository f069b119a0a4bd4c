"""Which fields of a record hold its text, title, outlet, date and id: the user's names for them, and the usual ones."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

__all__ = ["FIELD_NAMES", "Columns", "absent", "described", "guessed", "missing", "named", "paths_of"]

FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "article_text"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "sitename", "site_name"),
    "site": ("site", "sitename", "site_name"),
    "date": ("date", "published", "pubdate", "publishdate", "date_published", "publish_date"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "canonical", "canonical_url", "link"),
    "id": ("id", "doc_id"),
    "topic": ("topic", "section"),
    "kind": ("kind", "genre", "type"),
    "lang": ("lang", "language", "locale"),
}
"""The usual names of the fields of records and front matter, in small letters, by what they hold; the first that is
there counts."""
_ABSENT = object()


class Columns(NamedTuple):
    """The columns that the user names; what is ``None`` is guessed for each record.

    A field inside of another is named by its path: ``fields.body`` is ``body`` in the object ``fields``.
    """

    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    id: str | None = None

    def chosen(self) -> dict[str, str]:
        """Return the named columns by role."""
        return {role: name for role, name in self._asdict().items() if name is not None}


def guessed(names: Iterable[str], columns: Columns) -> dict[str, str]:
    """Return the column of each role: the user's choice, else the first of the usual names that is there.

    Args:
        names: The columns that there are.
        columns: What the user named.
    """
    known = {name.strip().lower(): name for name in reversed(list(names))}
    column_of_role: dict[str, str] = {}
    for role, named_by_user in columns._asdict().items():
        usual = next((known[name] for name in FIELD_NAMES[role] if name in known), None)
        chosen = named_by_user or usual
        if chosen is not None:
            column_of_role[role] = chosen
    return column_of_role


def missing(names: Iterable[str], columns: Columns) -> list[str]:
    """Return the columns that the user named and that are not there."""
    known = set(names)
    return [name for name in columns.chosen().values() if name not in known]


def paths_of(row: Mapping[str, object], columns: Columns) -> list[str]:
    """Return a record's fields, and those of the named columns that lead to something inside of one."""
    inside = [name for name in columns.chosen().values() if name not in row and _field(row, name) is not _ABSENT]
    return [*map(str, row), *inside]


def absent(row: Mapping[str, object], columns: Columns) -> list[str]:
    """Return the columns that the user named and that a record does not have, by name or by path."""
    return [name for name in columns.chosen().values() if _field(row, name) is _ABSENT]


def described(names: Iterable[str], columns: Columns) -> str:
    """Return one line that says which column was taken for what, and which roles have none."""
    column_of_role = guessed(list(names), columns)
    taken = [f"{role} from '{name}'" for role, name in column_of_role.items()]
    none = [role for role in Columns._fields if role not in column_of_role]
    return "; ".join(filter(None, [", ".join(taken), f"none for {', '.join(none)}" if none else ""]))


def named(row: Mapping[str, object], columns: Columns) -> Mapping[str, object]:
    """Return a record's fields with those that the user named under the usual names, in place of all others.

    A field that the user named and that is not there leaves its role empty.
    """
    chosen = columns.chosen()
    if not chosen:
        return row
    replaced = {name for role in chosen for name in FIELD_NAMES[role]}
    kept = {name: value for name, value in row.items() if str(name).strip().lower() not in replaced}
    fields_named = {role: _field(row, name) for role, name in chosen.items()}
    return kept | {FIELD_NAMES[role][0]: None if value is _ABSENT else value for role, value in fields_named.items()}


def _field(row: Mapping[str, object], name: str) -> object:
    """Return a record's field, by its name as it stands or by its path."""
    if name in row:
        return row[name]
    value: object = row
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return _ABSENT
        value = value[part]
    return value
