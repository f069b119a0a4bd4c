"""The OpenAPI description of the interface for programs."""

from typing import Any

from framing import schema
from framing.version import __version__

__all__ = ["description"]

_ERROR = {
    "description": "What is wrong, in one line.",
    "content": {
        "application/json": {
            "schema": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
        }
    },
}
_ERRORS = dict.fromkeys(("400", "401", "403", "408", "413", "421", "422", "500", "503", "504"), _ERROR)
_ARTICLE: dict[str, Any] = {
    "type": "object",
    "description": "An article: its text, or the address that it stands at.",
    "properties": {
        "text": {"type": "string"},
        "url": {"type": "string"},
        "title": {"type": "string", "description": "The headline, where it does not stand in the text."},
        "media_type": {"type": "string", "enum": ["text/plain", "text/markdown", "text/html"], "default": "text/plain"},
        "metadata": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "additionalProperties": False,
}


def description() -> dict[str, Any]:
    """Return the description, with the schema of a report as ``framing schema`` prints it."""
    checked = {**_ARTICLE, "properties": {**_ARTICLE["properties"], "rules": _strings(), "kind": _kind()}}
    compared = {
        "type": "object",
        "required": ["articles"],
        "properties": {
            "articles": {
                "type": "array",
                "minItems": 2,
                "maxItems": 8,
                "items": {"$ref": "#/components/schemas/Article"},
            }
        },
    }
    found = {"type": "object", "properties": {"diagnostics": {"type": "array", "items": {"type": "object"}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Framing", "version": __version__, "description": "Source bias and framing in news."},
        "paths": {
            "/api/score": _post("The report on an article.", {"$ref": "#/components/schemas/Article"}, schema()),
            "/api/compare": _post("Two to eight articles side by side.", compared, {"type": "object"}),
            "/api/check": _post("What the rules find in an article.", checked, found),
        },
        "components": {"schemas": {"Article": _ARTICLE}},
    }


def _strings() -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": "Codes, beginnings of codes, names, or ALL."}


def _kind() -> dict[str, Any]:
    return {"type": "string", "enum": ["", "news", "opinion", "press-release"], "description": "The kind of content."}


def _post(summary: str, body: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": body}}
    return {
        "post": {
            "summary": summary,
            "requestBody": {"required": True, "content": content},
            "responses": {
                "200": {"description": "Done.", "content": {"application/json": {"schema": answer}}},
                **_ERRORS,
            },
        }
    }
