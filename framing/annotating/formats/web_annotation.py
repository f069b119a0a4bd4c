"""W3C Web Annotation (JSON-LD, 2017): one page of annotations, each with its place and its words."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from framing.annotating.marks import Annotated
from framing.annotating.pieces import Piece, Tie, joined, pieces

__all__ = ["read", "write"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of the text before and after the words, by which they are found where the page has changed."""


def write(texts: Sequence[Annotated]) -> dict[str, bytes]:
    """Return the files of texts: ``annotations.jsonld``; the texts themselves stand in it under ``framingTexts``."""
    items: list[dict[str, Any]] = []
    for place, text in enumerate(texts):
        flat, ties = pieces(text)
        items += [_annotation(f"urn:framing:{place}:{number}", text, piece) for number, piece in enumerate(flat)]
        for number, tie in enumerate(ties):
            items.append(
                {
                    "id": f"urn:framing:{place}:r{number}",
                    "type": "Annotation",
                    "motivation": "linking",
                    "body": [
                        {"type": "TextualBody", "purpose": "tagging", "value": tie.label},
                        {"type": "SpecificResource", "source": f"urn:framing:{place}:{tie.target}"},
                    ],
                    "target": f"urn:framing:{place}:{tie.source}",
                }
            )
        items += [
            {
                "id": f"urn:framing:{place}:l{number}",
                "type": "Annotation",
                "motivation": "classifying",
                "body": {"type": "TextualBody", "purpose": "tagging", "value": label},
                "target": text.name,
            }
            for number, label in enumerate(text.labels)
        ]
    page = {
        "@context": _CONTEXT,
        "id": "urn:framing:annotations",
        "type": "AnnotationPage",
        "items": items,
        "framingTexts": {text.name: text.text for text in texts},
    }
    return {"annotations.jsonld": (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()}


def _annotation(identity: str, text: Annotated, piece: Piece) -> dict[str, Any]:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": piece.label}]
    body += [
        {"type": "TextualBody", "purpose": "describing", "value": f"{name}: {value}"}
        for name, value in piece.attributes.items()
    ]
    return {
        "id": identity,
        "type": "Annotation",
        "motivation": "tagging",
        "body": body,
        "target": {
            "source": text.name,
            "selector": [
                {"type": "TextPositionSelector", "start": piece.start, "end": piece.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text.text[piece.start : piece.end],
                    "prefix": text.text[max(0, piece.start - _AROUND) : piece.start],
                    "suffix": text.text[piece.end : piece.end + _AROUND],
                },
            ],
        },
    }


def read(files: Mapping[str, bytes]) -> list[Annotated]:
    """Return the texts of a page of annotations, one for each text and creator.

    Raises:
        KeyError, TypeError, ValueError: If it is no such page.
    """
    annotated: list[Annotated] = []
    for content in files.values():
        page = json.loads(content)
        creators = {str(_creator(item)) for item in page["items"]} or {""}
        for name, text in page["framingTexts"].items():
            for creator in sorted(creators):
                items = [item for item in page["items"] if str(_creator(item)) == creator]
                annotated.append(_one(name, text, items, creator))
    return annotated


def _one(name: str, text: str, items: Sequence[Mapping[str, Any]], creator: str) -> Annotated:
    flat: dict[Any, Piece] = {}
    ties: list[Tie] = []
    labels: list[str] = []
    for item in items:
        target, bodies = item["target"], item["body"]
        bodies = bodies if isinstance(bodies, list) else [bodies]
        tag = next(body["value"] for body in bodies if body.get("purpose") == "tagging")
        if isinstance(target, Mapping) and target["source"] == name:
            place = next(selector for selector in target["selector"] if selector["type"] == "TextPositionSelector")
            described = [body["value"].partition(": ") for body in bodies if body.get("purpose") == "describing"]
            known = {key: value for key, _, value in described}
            flat[item["id"]] = Piece(int(place["start"]), int(place["end"]), tag, known)
        elif item.get("motivation") == "linking":
            ties.append(Tie(tag, target, next(body["source"] for body in bodies if "source" in body)))
        elif target == name:
            labels.append(tag)
    return joined(name, text, flat, ties, labels=labels, annotator=creator)


def _creator(item: Mapping[str, Any]) -> object:
    creator = item.get("creator", "")
    return creator.get("name") or creator.get("id") if isinstance(creator, Mapping) else creator
