"""What each column of the datasets holds, in a sentence: written into the files, for whoever opens one alone."""

from collections.abc import Mapping

from framing.measuring.definitions import DEFINITIONS

__all__ = ["description"]

_COLUMNS: Mapping[str, str] = {
    "article": "where the record stands: file and line, the file of a page, a web archive's offset",
    "outlet": "outlet, as the record has it, else the site that the page names",
    "date": "date, as the record or the page has it",
    "month": "year and month of the date, YYYY-MM; missing where the date is not in ISO form",
    "id": "the record's own id",
    "content": "128 bits of SHA-256 over headline and text: the same for copies of one article",
    "title": "headline",
    "topic": "topic, as the record has it",
    "url": "address, as the record has it",
    "kind": "kind of content, as the record has it",
    "language": "ISO 639-1 code of the text's language, und where it cannot be told",
    "words": "number of words",
    "warnings": "codes of the report's warnings, with spaces between them",
    "genre": "reporting or opinion",
    "genre_probability": "how sure the genre is, 0 to 1",
    "frames": "policy frames that the article uses, with spaces between them",
    "sentence": "number of the sentence in the article, from 0",
    "start": "offset of the first character in the record's text, in code points",
    "end": "offset after the last character, in code points",
    "text": "the words",
    "block": "part of the article: headline, deck, body, caption and others",
    "own": "share of the sentence's characters in the outlet's own voice, 0 to 1",
    "quoted": "share of the sentence's characters in quotation marks, 0 to 1",
    "reported": "share of the sentence's characters in reported speech, 0 to 1",
    "bias": "probability that trained readers call the sentence slanted, 0 to 1; missing where the model abstains",
    "slant": "probability that a reader calls the sentence slanted in its article, missing for captions and the like",
    "loaded": "how strongly the sentence carries loaded language, 0 to 1",
    "subjectivity": "density of subjective markers, 0 to 1",
    "frame": "the strongest policy frame of the sentence, or other",
    "attribution": "number of the attribution in the article, from 0",
    "act": "speech (said, wrote), attitude (thinks, fears) or plan (wants, decides)",
    "cue": "the announcing words",
    "stance": "stance of the announcing words",
    "source": "canonical name of the source; missing where nobody is credited",
    "mention": "the words that name the source here",
    "role": "the first title or apposition that the article prints of the source",
    "type": "type of the source",
    "party": "party of the source, where the text gives it",
    "identity": "how the reader is told who the source is",
    "anonymity_explained": "whether the text says why the source is not named",
    "relayed": "whether somebody passes on the words of somebody else",
    "entry": "entry of the lexicon, or judging_words/ and the words that the model found",
    "category": "group of the entry",
    "origin": "lexicon or model: what found the words",
    "probability": "how likely a reader marks the words as judging here, 0 to 1; missing outside of own voice",
    "severity": "1 colours, 2 judges, 3 degrades",
    "voice": "whose words: own, quoted, reported",
    "scare": "whether the words stand in scare quotes",
}
_ELSEWHERE: Mapping[tuple[str, str], str] = {
    ("attributions", "kind"): "direct, indirect or mixed",
    ("attributions", "text"): "the credited words, parts joined by an ellipsis",
    ("attributions", "words"): "number of credited words",
    ("attributions", "sentence"): "number of the sentence in which the credited words start, from 0",
}
"""Where a column of another dataset has the same name."""
_PARTS: Mapping[str, str] = {
    "": "the measure {name}; unit: {unit}",
    "low": "lower end of the 95% interval of {name}; unit: {unit}",
    "high": "upper end of the 95% interval of {name}; unit: {unit}",
    "percentile": "share of the reference's articles that have less of {name}, 0 to 100",
    "of": "denominator of {name}",
}
_UNITS = {definition.name: definition.unit for definition in DEFINITIONS}


def description(dataset: str, column: str) -> str:
    """Return what a column holds.

    Args:
        dataset: A name of ``DATASETS``.
        column: One of its columns.

    Raises:
        KeyError: If it is not described.
    """
    known = _ELSEWHERE.get((dataset, column)) or _COLUMNS.get(column)
    if known is not None:
        return known
    name, _, part = column.partition(".")
    if name in _UNITS:
        return _PARTS[part].format(name=name, unit=_UNITS[name].replace("_", " "))
    if name in {"frame", "generic"} and part:
        kind = "policy" if name == "frame" else "generic"
        return f"score of the {kind} frame {part.replace('_', ' ')}, 0 to 1"
    raise KeyError(column)
