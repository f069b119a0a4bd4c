"""The JSON Schema of a report."""

from typing import Any

from framing.article import BLOCK_KINDS
from framing.attribution import ACTS, IDENTITIES, SOURCE_TYPES, STANCES
from framing.entity import ENTITY_KINDS
from framing.finding import GENERIC_FRAMES, POLICY_FRAMES
from framing.report_json import SCHEMA_VERSION
from framing.statement import STATEMENTS

__all__ = ["report_schema"]

_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_OFFSET = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def report_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of ``Report.to_dict()``.

    Offsets are code points into ``article.text``: the text as it was given, and below it, after a blank line, the
    headline that was given beside it. Of Markdown and HTML it is the readable text, with such a headline on top.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Framing report",
        "$comment": f"schema_version {SCHEMA_VERSION}",
        **_record(
            {
                "schema_version": {"const": SCHEMA_VERSION},
                "framing_version": _TEXT,
                "models": {"type": "object", "additionalProperties": _TEXT},
                "name": _TEXT,
                "warnings": _list(_record({"code": _TEXT, "message": _TEXT})),
                "article": _article(),
                "statements": _list(_statement()),
                "sentences": _list(_sentence()),
                "attributions": _list(_attribution()),
                "entities": _list(_entity()),
                "sources": _list(_source_tally()),
                "stances": _list(_stances()),
                "unheard": _list(_unheard()),
                "loaded_terms": _list(_loaded_term()),
                "perhaps_loaded": _list(_loaded_term()),
                "subjective_words": _list(_subjective_word()),
                "frames": _all_frames(),
                "genre": _or_null(_genre()),
                "techniques": _list(_span(name=_TEXT, probability=_SHARE)),
                "measures": {"type": "object", "additionalProperties": _measure()},
            }
        ),
    }


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _span(**properties: Any) -> dict[str, Any]:  # noqa: ANN401 -- schema fragments
    return _record({"start": _OFFSET, "end": _OFFSET, **properties})


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _frames(names: tuple[str, ...], frame: dict[str, Any]) -> dict[str, Any]:
    """Fourteen or five frames by name; none of them for a text in another language."""
    return {"type": "object", "properties": dict.fromkeys(names, frame), "additionalProperties": False}


def _article() -> dict[str, Any]:
    return _record(
        {
            "title": _or_null(_TEXT),
            "headline": _or_null(_span(place=_TEXT)),
            "language": _TEXT,
            "media_type": _TEXT,
            "metadata": {"type": "object", "additionalProperties": _TEXT},
            "words": _OFFSET,
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "text": _TEXT,
            "blocks": _list(_span(kind={"enum": list(BLOCK_KINDS)}, quoted={"type": "boolean"})),
        }
    )


def _statement() -> dict[str, Any]:
    return _record({"name": {"enum": list(STATEMENTS)}, "text": _TEXT, "evidence": _list(_span())})


def _sentence() -> dict[str, Any]:
    return _span(
        block=_OFFSET,
        voice=_record({"own": _SHARE, "quoted": _SHARE, "reported": _SHARE}),
        bias=_or_null(_SHARE),
        slant=_or_null(_SHARE),
        loaded=_or_null(_SHARE),
        subjectivity=_or_null(_SHARE),
        frames={"type": "object", "properties": dict.fromkeys(POLICY_FRAMES, _SHARE), "additionalProperties": False},
    )


def _attribution() -> dict[str, Any]:
    source = _span(
        text=_TEXT,
        name=_TEXT,
        type={"enum": list(SOURCE_TYPES)},
        party=_or_null(_TEXT),
        identity={"enum": list(IDENTITIES)},
        evidence=_list(_span()),
        entity=_OFFSET,
    )
    return _record(
        {
            "act": {"enum": list(ACTS)},
            "kind": {"enum": ["direct", "indirect", "mixed"]},
            "content": {**_list(_span()), "minItems": 1},
            "cue": _or_null(_span(stance={"enum": list(STANCES)})),
            "source": _or_null(source),
            "anonymity_explained": _or_null({"type": "boolean"}),
            "relayed": {"type": "boolean"},
            "sure": {"type": "boolean"},
            "confidence": _SHARE,
            "words": _OFFSET,
        }
    )


def _entity() -> dict[str, Any]:
    return _record(
        {
            "id": _OFFSET,
            "name": _TEXT,
            "kind": {"enum": list(ENTITY_KINDS)},
            "type": {"enum": list(SOURCE_TYPES)},
            "confidence": _SHARE,
            "party": _or_null(_TEXT),
            "identity": {"enum": list(IDENTITIES)},
            "roles": _list(_span()),
            "mentions": _list(_span()),
            "evidence": _list(_span()),
            "known": _or_null(_record({"office": _TEXT, "source": _TEXT, "as_of": _TEXT})),
            "called": _or_null(_TEXT),
        }
    )


def _source_tally() -> dict[str, Any]:
    return _record(
        {
            "name": _TEXT,
            "type": {"enum": list(SOURCE_TYPES)},
            "party": _or_null(_TEXT),
            "identity": {"enum": list(IDENTITIES)},
            "words": _OFFSET,
            "attributions": {"type": "integer", "minimum": 1},
            "first": _SHARE,
            "places": _TEXTS,
            "confidence": _SHARE,
        }
    )


def _stances() -> dict[str, Any]:
    cues = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
    return _record({"by": {"enum": ["type", "party"]}, "name": _TEXT, "cues": cues})


def _unheard() -> dict[str, Any]:
    return _record({"name": _TEXT, "reason": {"enum": ["affected", "accused"]}, "mentions": _list(_span())})


def _loaded_term() -> dict[str, Any]:
    return _span(
        text=_TEXT,
        entry=_TEXT,
        category=_TEXT,
        origin={"enum": ["lexicon", "model"]},
        probability=_or_null(_SHARE),
        severity={"type": "integer", "minimum": 1, "maximum": 3},
        voice={"enum": ["own", "quoted", "reported"]},
        scare_quotes={"type": "boolean"},
        block={"enum": list(BLOCK_KINDS)},
        sentence=_OFFSET,
        alternatives=_TEXTS,
        reason=_TEXT,
        references=_TEXTS,
    )


def _subjective_word() -> dict[str, Any]:
    return _span(
        text=_TEXT,
        entry=_TEXT,
        category=_TEXT,
        severity={"type": "integer", "minimum": 0, "maximum": 3},
        judges={"type": "boolean"},
        voice={"enum": ["own", "quoted", "reported"]},
        sentence=_OFFSET,
    )


def _all_frames() -> dict[str, Any]:
    weighed = _list(_span(weight={"type": "number"}))
    frame = _record({"score": _SHARE, "present": {"type": "boolean"}, "evidence": weighed})
    return _record(
        {
            "policy": _frames(POLICY_FRAMES, frame),
            "generic": _frames(GENERIC_FRAMES, frame),
            "words": _frames(POLICY_FRAMES, weighed),
        }
    )


def _genre() -> dict[str, Any]:
    return _record({"label": {"enum": ["reporting", "opinion", "satire"]}, "probability": _SHARE})


def _measure() -> dict[str, Any]:
    figure = _or_null({"type": "number"})
    return _record(
        {
            "value": figure,
            "unit": _TEXT,
            "low": figure,
            "high": figure,
            "count": {"type": "number"},
            "of": {"type": "number"},
            "percentile": _or_null({"type": "number", "minimum": 0, "maximum": 100}),
            "reference": _TEXT,
            "wide": {"type": "boolean"},
        }
    )
