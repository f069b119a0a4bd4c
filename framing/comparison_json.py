"""The JSON form of what a comparison holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from framing.article import Document
from framing.given import given_span

__all__ = ["plain"]


def plain(value: Any, documents: Sequence[Document]) -> Any:  # noqa: ANN401 -- JSON values
    """Return values of a comparison as JSON-able ones; places count in the texts as they were given.

    Args:
        value: Fields by name, a sequence of such, or a single value.
        documents: The articles' documents, by number.
    """
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if isinstance(value, Mapping):
        return {name: plain(item, documents) for name, item in _placed(value, documents).items()}
    if isinstance(value, tuple | list):
        return [plain(item, documents) for item in value]
    return value


def _placed(fields: Mapping[str, Any], documents: Sequence[Document]) -> Mapping[str, Any]:
    if {"article", "start", "end"} <= fields.keys():
        start, end = given_span(documents[fields["article"]], (fields["start"], fields["end"]))
        return {**fields, "start": start, "end": end}
    if {"first", "second", "shared"} <= fields.keys():
        one, other = (documents[number] for number in fields["articles"])
        return {**fields, "first": given_span(one, fields["first"]), "second": given_span(other, fields["second"])}
    return fields
