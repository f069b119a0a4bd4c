"""brat (standoff): a text and an .ann file each, and annotation.conf; labels of whole texts have no place there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.annotating.marks import LABELS, RELATIONS, Annotated, Arrow, Mark
from framing.expressions import expression

__all__ = ["read", "write"]

_UNSAFE = expression(r"[^\w.-]+")
_ARROWS = [f"{name}\tArg1:content, Arg2:{target}" for name, target in zip(RELATIONS, ("source", "cue"), strict=True)]
_CONFIGURATION = "\n".join(["[entities]", *LABELS, "[relations]", *_ARROWS, "[events]", "[attributes]", ""])
_NOTE = "AnnotatorNotes"


def write(texts: Sequence[Annotated]) -> dict[str, bytes]:
    """Return the files of texts: ``NAME.txt``, ``NAME.ann`` and ``annotation.conf``; attributes are notes."""
    files = {"annotation.conf": _CONFIGURATION.encode()}
    for number, text in enumerate(texts, start=1):
        stem = f"{number:04}-{_UNSAFE.sub('_', text.name)[-60:] or 'text'}"
        files[f"{stem}.txt"] = text.text.encode()
        files[f"{stem}.ann"] = "".join(f"{line}\n" for line in _lines(text)).encode()
    return files


def _lines(text: Annotated) -> Iterator[str]:
    for number, mark in enumerate(text.marks, start=1):
        parts = [part for span in mark.spans for part in _on_lines(text.text, *span)]
        places = ";".join(f"{start} {end}" for start, end in parts)
        yield f"T{number}\t{mark.label} {places}\t{' '.join(text.text[start:end] for start, end in parts)}"
    for number, arrow in enumerate(text.arrows, start=1):
        yield f"R{number}\t{arrow.label} Arg1:T{arrow.source + 1} Arg2:T{arrow.target + 1}"
    for number, mark in enumerate(text.marks, start=1):
        told = "; ".join(f"{name}: {' '.join(value.split())}" for name, value in mark.attributes.items())
        if told:
            yield f"#{number}\t{_NOTE} T{number}\t{told}"


def _on_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span's stretches between line ends: brat has no span over a line's end."""
    for match in re.finditer(r"[^\r\n]+", text[start:end]):
        if not match.group().isspace():
            yield start + match.start(), start + match.end()


def read(files: Mapping[str, bytes]) -> list[Annotated]:
    """Return the texts of a folder.

    Raises:
        KeyError, ValueError: If it is no such folder.
    """
    names = sorted(name for name in files if name.endswith(".ann"))
    return [_one(name, files[name].decode("utf-8"), files[f"{name[:-4]}.txt"].decode("utf-8")) for name in names]


def _one(name: str, lines: str, text: str) -> Annotated:
    marks: dict[str, Mark] = {}
    arrows: list[tuple[str, str, str]] = []
    for line in filter(None, lines.split("\n")):
        identity, what, *rest = line.split("\t")
        if identity.startswith("T"):
            label, _, places = what.partition(" ")
            spans = tuple((int(start), int(end)) for start, end in (part.split() for part in places.split(";")))
            marks[identity] = Mark(label, tuple(sorted(spans)))
        elif identity.startswith("R"):
            label, first, second = what.split()
            arrows.append((label, first.partition(":")[2], second.partition(":")[2]))
        elif identity.startswith("#") and rest:
            kind, noted = what.split()
            if kind == _NOTE and noted in marks:
                told = dict(part.partition(": ")[::2] for part in rest[0].split("; ") if ": " in part)
                marks[noted] = Mark(marks[noted].label, marks[noted].spans, told)
    order = sorted(marks, key=lambda identity: (marks[identity].start, -marks[identity].end))
    number = {identity: place for place, identity in enumerate(order)}
    return Annotated(
        name[:-4],
        text,
        tuple(marks[identity] for identity in order),
        tuple(Arrow(label, number[a], number[b]) for label, a, b in arrows if a in number and b in number),
    )
