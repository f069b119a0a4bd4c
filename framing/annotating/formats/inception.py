"""INCEpTION: a UIMA CAS in JSON (0.4) a text, with layers of its own for marks, relations and labels of the text."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from framing.annotating.marks import Annotated
from framing.annotating.pieces import Piece, Tie, joined, pieces
from framing.expressions import expression
from framing.packages import needed

__all__ = ["read", "write"]

_MARK, _RELATION, _LABEL = "webanno.custom.Framing", "webanno.custom.FramingRelation", "webanno.custom.FramingLabel"
_UNSAFE = expression(r"[^\w.-]+")


def write(texts: Sequence[Annotated]) -> dict[str, bytes]:
    """Return the files of texts: ``NAME.json`` each.

    Raises:
        InstallError: If dkpro-cassis is not installed.
    """
    return {
        f"{number:04}-{_UNSAFE.sub('_', text.name)[-60:] or 'text'}.json": _cas(text).to_json().encode()
        for number, text in enumerate(texts, start=1)
    }


def _cas(text: Annotated) -> Any:  # noqa: ANN401 -- the library's own type
    cassis = needed("cassis")
    types = cassis.TypeSystem()
    mark_type = types.create_type(name=_MARK, supertypeName="uima.tcas.Annotation")
    for name in ("label", "attributes"):
        types.create_feature(domainType=mark_type, name=name, rangeType="uima.cas.String")
    relation_type = types.create_type(name=_RELATION, supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=relation_type, name="label", rangeType="uima.cas.String")
    for name in ("Governor", "Dependent"):
        types.create_feature(domainType=relation_type, name=name, rangeType="uima.tcas.Annotation")
    label_type = types.create_type(name=_LABEL, supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=label_type, name="label", rangeType="uima.cas.String")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = text.text
    cas.sofa_mime = "text/plain"
    flat, ties = pieces(text)
    made = []
    for piece in flat:
        told = json.dumps(dict(piece.attributes), ensure_ascii=False) if piece.attributes else None
        made.append(mark_type(begin=piece.start, end=piece.end, label=piece.label, attributes=told))
    cas.add_all(made)
    for tie in ties:
        # Where a relation stands is where its dependent stands, by INCEpTION's convention.
        dependent, governor = made[int(str(tie.target))], made[int(str(tie.source))]
        cas.add(
            relation_type(
                begin=dependent.begin, end=dependent.end, label=tie.label, Governor=governor, Dependent=dependent
            )
        )
    cas.add_all([label_type(begin=0, end=0, label=label) for label in text.labels])
    return cas


def read(files: Mapping[str, bytes]) -> list[Annotated]:
    """Return the texts of CAS files.

    Raises:
        InstallError: If dkpro-cassis is not installed.
        KeyError, ValueError: If a file is no CAS with these layers.
    """
    load = needed("cassis").load_cas_from_json
    return [_one(name.removesuffix(".json"), load(content.decode("utf-8"))) for name, content in sorted(files.items())]


def _one(name: str, cas: Any) -> Annotated:  # noqa: ANN401 -- the library's own type
    flat: dict[Any, Piece] = {}
    for annotation in cas.select(_MARK):
        flat[annotation.xmiID] = Piece(
            annotation.begin, annotation.end, annotation.label or "", json.loads(annotation.attributes or "{}")
        )
    ties = [
        Tie(annotation.label or "", annotation.Governor.xmiID, annotation.Dependent.xmiID)
        for annotation in _all(cas, _RELATION)
    ]
    labels = [annotation.label for annotation in _all(cas, _LABEL)]
    return joined(name, cas.sofa_string, flat, ties, labels=labels)


def _all(cas: Any, name: str) -> list[Any]:  # noqa: ANN401 -- the library's own type
    return list(cas.select(name)) if cas.typesystem.contains_type(name) else []
