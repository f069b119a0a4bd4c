"""doccano: JSON Lines for a project of sequence labelling with relations."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from framing.annotating.marks import Annotated
from framing.annotating.pieces import Piece, Tie, joined, pieces

__all__ = ["read", "write"]


def write(texts: Sequence[Annotated]) -> dict[str, bytes]:
    """Return the files of texts: ``texts.jsonl``, a line each."""
    return {"texts.jsonl": "".join(json.dumps(_line(text), ensure_ascii=False) + "\n" for text in texts).encode()}


def _line(text: Annotated) -> dict[str, Any]:
    flat, ties = pieces(text)
    return {
        "text": text.text,
        "entities": [
            {"id": number, "start_offset": piece.start, "end_offset": piece.end, "label": piece.label}
            for number, piece in enumerate(flat)
        ],
        "relations": [
            {"id": number, "from_id": tie.source, "to_id": tie.target, "type": tie.label}
            for number, tie in enumerate(ties)
        ],
        "name": text.name,
        "labels_of_text": list(text.labels),
    }


def read(files: Mapping[str, bytes]) -> list[Annotated]:
    """Return the texts of an export, with relations or without (``label`` as triples).

    Raises:
        KeyError, TypeError, ValueError: If it is no such export.
    """
    annotated: list[Annotated] = []
    for name, content in files.items():
        for number, line in enumerate(content.decode("utf-8").split("\n"), start=1):
            if line.strip():
                annotated.append(_one(json.loads(line), f"{name}:{number}"))
    return annotated


def _one(line: Mapping[str, Any], place: str) -> Annotated:
    if "entities" in line:
        flat: dict[Any, Piece] = {
            part["id"]: Piece(int(part["start_offset"]), int(part["end_offset"]), str(part["label"]), {})
            for part in line["entities"]
        }
    else:
        triples = line["label"] if "label" in line else line["labels"]
        flat = {
            number: Piece(int(start), int(end), str(label), {}) for number, (start, end, label) in enumerate(triples)
        }
    ties = [Tie(part["type"], part["from_id"], part["to_id"]) for part in line.get("relations") or ()]
    labels = [str(label) for label in line.get("labels_of_text") or ()]
    return joined(str(line.get("name") or place), line["text"], flat, ties, labels=labels)
