"""What a request asks for: forms of the pages, and JSON of the interface for programs."""

import json
from collections.abc import Mapping
from typing import Any

from framing.serving.jobs import Given
from framing.serving.workers import AnalysisError

__all__ = ["MOST_ARTICLES", "article_of", "articles_of", "given_of_form", "json_body", "rules_of"]

MOST_ARTICLES = 8
"""Articles of a request: as many as a comparison takes."""
_TYPES = ("text/plain", "text/markdown", "text/html")
_FIELDS = {"text": str, "url": str, "title": str, "media_type": str, "metadata": dict}


def given_of_form(fields: Mapping[str, str], files: list[tuple[str, bytes]]) -> list[Given]:
    """Return the articles of a form: its files, or its address, or its text.

    Raises:
        AnalysisError: If there is none, or there are over eight.
    """
    if files:
        if len(files) > MOST_ARTICLES:
            raise AnalysisError(f"{len(files)} files are too many; give one to {MOST_ARTICLES}", 422)
        return [Given(content=content, name=name) for name, content in files]
    url, text = fields.get("url", "").strip(), fields.get("text", "")
    html = fields.get("html", "")
    if html.strip():
        return [Given(text=html, media_type="text/html", name=url, metadata={"url": url})]
    if text.strip():
        return [Given(text=text, title=fields.get("title", "").strip(), metadata={"url": url} if url else None)]
    if url:
        return [Given(url=url)]
    raise AnalysisError("there is nothing to read: paste a text or an address, or choose a file", 422)


def json_body(body: bytes) -> Mapping[str, Any]:
    """Return the object that a request's body is.

    Raises:
        AnalysisError: If it is none.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise AnalysisError(f"the body is no JSON ({error})", 400) from error
    if not isinstance(value, Mapping):
        raise AnalysisError("the body is no JSON object", 422)
    return value


def article_of(value: object, further: frozenset[str] = frozenset()) -> Given:
    """Return the article that a JSON object describes: ``text`` or ``url``, ``title``, ``media_type``, ``metadata``.

    Args:
        value: The object.
        further: Names that may stand in it beside these.

    Raises:
        AnalysisError: If a field is unknown, missing or of another type.
    """
    if not isinstance(value, Mapping):
        raise AnalysisError("an article is a JSON object with 'text' or 'url'", 422)
    for name, field in value.items():
        if name in further:
            continue
        if name not in _FIELDS:
            raise AnalysisError(f"'{name}' is unknown; known are {', '.join(_FIELDS)}", 422)
        if not isinstance(field, _FIELDS[name]):
            raise AnalysisError(f"'{name}' is no {_FIELDS[name].__name__}", 422)
    if bool(value.get("text")) == bool(value.get("url")):
        raise AnalysisError("give either 'text' or 'url'", 422)
    media_type = value.get("media_type", "text/plain")
    if media_type not in _TYPES:
        raise AnalysisError(f"'media_type' is one of {', '.join(_TYPES)}", 422)
    metadata = {str(name): str(field) for name, field in value.get("metadata", {}).items()}
    return Given(
        text=value.get("text", ""),
        url=value.get("url", ""),
        title=value.get("title", ""),
        media_type=media_type,
        metadata=metadata,
    )


def articles_of(value: Mapping[str, Any]) -> list[Given]:
    """Return the articles of a comparison.

    Raises:
        AnalysisError: If there are not two to eight.
    """
    articles = value.get("articles")
    if not isinstance(articles, list) or not 2 <= len(articles) <= MOST_ARTICLES:
        raise AnalysisError(f"'articles' is a list of two to {MOST_ARTICLES}", 422)
    return [article_of(article) for article in articles]


def rules_of(value: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """Return the rules that a check asks for, and the kind of content.

    Raises:
        AnalysisError: If they are of another type.
    """
    rules, kind = value.get("rules", []), value.get("kind", "")
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise AnalysisError("'rules' is a list of codes or names", 422)
    if kind not in {"", "news", "opinion", "press-release"}:
        raise AnalysisError("'kind' is one of news, opinion, press-release", 422)
    return tuple(rules), kind
