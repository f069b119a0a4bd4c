"""A spaCy ``Doc`` of a report: one span group a label, for pipelines that go on in spaCy."""

from typing import Any

from framing.annotating.marks import annotated
from framing.packages import needed
from framing.report import Report

__all__ = ["spacy_doc"]


def spacy_doc(report: Report, nlp: Any = None) -> Any:  # noqa: ANN401 -- spaCy's own types
    """Return a ``Doc`` with the report's marks as span groups, and labels of the whole text as ``doc.user_data``.

    Args:
        report: From ``framing.analyze``.
        nlp: The pipeline that makes the ``Doc``; without one, a blank English one that only splits words.

    Raises:
        InstallError: If spaCy is not installed.
    """
    spacy = needed("spacy")
    text = annotated(report)
    doc = (nlp or spacy.blank("en"))(text.text)
    for label in dict.fromkeys(mark.label for mark in text.marks):
        doc.spans[label] = [
            span
            for mark in text.marks
            if mark.label == label
            for start, end in mark.spans
            if (span := doc.char_span(start, end, label=label, alignment_mode="expand")) is not None
        ]
    doc.user_data["framing"] = {"labels": list(text.labels), "name": text.name}
    return doc
