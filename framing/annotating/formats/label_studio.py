"""Label Studio: tasks with predictions, and the configuration that shows them; what is exported is read back."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from framing.annotating.marks import LABELS, RELATIONS, Annotated
from framing.annotating.pieces import PART_OF, Piece, Tie, joined, pieces
from framing.version import __version__

__all__ = ["read", "write"]

_COLOURS = dict(zip(LABELS, ("#2f6f9f", "#7a7a7a", "#1b7f4b", "#b3501f", "#8a3d8a"), strict=True))


def write(texts: Sequence[Annotated]) -> dict[str, bytes]:
    """Return the files of texts: ``tasks.json`` and ``labels.xml``, the labeling configuration of the project."""
    tasks = [
        {
            "data": {"text": text.text, "name": text.name},
            "predictions": [{"model_version": f"framing {__version__}", "result": _result(text)}],
        }
        for text in texts
    ]
    choices = sorted({label for text in texts for label in text.labels})
    return {
        "tasks.json": (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode(),
        "labels.xml": _configuration(choices).encode(),
    }


def _configuration(choices: Sequence[str]) -> str:
    labels = "\n".join(f'    <Label value="{name}" background="{_COLOURS[name]}"/>' for name in LABELS)
    arrows = "\n".join(f'    <Relation value="{name}"/>' for name in (*RELATIONS, PART_OF))
    whole = "\n".join(f'    <Choice value="{escape(name)}"/>' for name in choices)
    chosen = f'  <Choices name="whole" toName="text" choice="multiple">\n{whole}\n  </Choices>\n' if choices else ""
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        f"  <Relations>\n{arrows}\n  </Relations>\n"
        f'{chosen}  <Text name="text" value="$text" granularity="word"/>\n</View>\n'
    )


def _result(text: Annotated) -> list[dict[str, Any]]:
    flat, ties = pieces(text)
    result: list[dict[str, Any]] = []
    for number, piece in enumerate(flat):
        told = [f"{name}: {value}" for name, value in piece.attributes.items()]
        words = text.text[piece.start : piece.end]
        result.append(
            {
                "id": f"m{number}",
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {"start": piece.start, "end": piece.end, "text": words, "labels": [piece.label]},
                **({"meta": {"text": told}} if told else {}),
            }
        )
    result += [
        {
            "type": "relation",
            "from_id": f"m{tie.source}",
            "to_id": f"m{tie.target}",
            "direction": "right",
            "labels": [tie.label],
        }
        for tie in ties
    ]
    if text.labels:
        result.append(
            {
                "id": "whole",
                "from_name": "whole",
                "to_name": "text",
                "type": "choices",
                "value": {"choices": list(text.labels)},
            }
        )
    return result


def read(files: Mapping[str, bytes]) -> list[Annotated]:
    """Return the texts of an export in JSON, one for each annotation of a task; skipped ones are left out.

    Raises:
        KeyError, TypeError, ValueError: If it is no such export.
    """
    annotated: list[Annotated] = []
    for name, content in files.items():
        if name.endswith(".xml"):
            continue
        for number, task in enumerate(json.loads(content)):
            data = task["data"]
            title = str(data.get("name") or f"{name}[{number + 1}]")
            made = [annotation for annotation in task.get("annotations") or () if not annotation.get("was_cancelled")]
            annotated += [
                _one(title, data["text"], annotation["result"], _person(annotation.get("completed_by")))
                for annotation in made
            ]
            if not made:
                annotated += [
                    _one(title, data["text"], annotation["result"], "")
                    for annotation in (task.get("predictions") or ())[:1]
                ]
    return annotated


def _person(completed_by: object) -> str:
    if isinstance(completed_by, Mapping):
        return str(completed_by.get("email") or completed_by.get("id") or "")
    return "" if completed_by is None else str(completed_by)


def _one(name: str, text: str, result: Sequence[Mapping[str, Any]], annotator: str) -> Annotated:
    flat: dict[Any, Piece] = {}
    ties: list[Tie] = []
    labels: list[str] = []
    for part in result:
        if part["type"] == "relation":
            ties += [Tie(label, part["from_id"], part["to_id"]) for label in part.get("labels") or ()]
        elif part["type"] == "choices":
            labels += part["value"]["choices"]
        elif part["type"] == "labels":
            value = part["value"]
            told = (line.partition(": ") for line in part.get("meta", {}).get("text", ()))
            known = {key: said for key, _, said in told}
            for label in value["labels"]:
                flat[part["id"] if label == value["labels"][0] else (part["id"], label)] = Piece(
                    int(value["start"]), int(value["end"]), label, known
                )
    return joined(name, text, flat, ties, labels=labels, annotator=annotator)
