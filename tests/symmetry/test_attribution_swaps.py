"""A swap of parties, countries, sexes or names of persons must not move an attribution: no span and no class."""

import string
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from framing.article import Article, Document
from framing.attributing import attribute
from framing.modelling.canonical import canonical_words
from framing.segmenting import segment
from framing.segmenting.words import find_tokens
from framing.spans import Span

STORED: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "symmetry_attributions.toml").read_text(encoding="utf-8")
)
HEADLINE = "Talks go on in the city\n\n"


def filled(template: str, rows: list[dict[str, str]]) -> list[str]:
    slots = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return [template.format(**row) for row in rows if slots <= set(row)]


TEMPLATES = [
    (kind, filled(template, group["rows"]))
    for kind, groups in STORED.items()
    for group in groups
    for template in group["templates"]
]


def words_of(article: Article, span: Span) -> tuple[int, int]:
    """A span as numbers of tokens, which a swap of words for as many words leaves alone."""
    starts = article.tokens.starts
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def seen(sentence: str) -> list[tuple[Any, ...]]:
    article = segment(Document(HEADLINE + sentence))
    result: list[tuple[Any, ...]] = []
    for one in attribute(article):
        source, cue = one.source, one.cue
        result.append(
            (
                one.kind,
                [words_of(article, span) for span in one.content],
                (words_of(article, cue.span), cue.stance) if cue else None,
                (
                    words_of(article, source.span),
                    canonical_words(find_tokens(source.name).texts),
                    source.type,
                    source.party is not None,
                    source.identity,
                    # Its words are a lexicon entry's, which may hold the party's adjective or not.
                    bool(source.evidence),
                )
                if source
                else None,
                one.anonymity_explained,
                one.relayed,
                one.words,
            )
        )
    return result


@pytest.mark.parametrize(
    "sentences", [pytest.param(sentences, id=f"{kind}-{sentences[0][:40]}") for kind, sentences in TEMPLATES]
)
def test_a_swap_moves_no_span_and_no_class(sentences: list[str]) -> None:
    first = seen(sentences[0])
    for other in sentences[1:]:
        assert seen(other) == first


def test_there_are_two_hundred_sentences_and_most_have_an_attribution() -> None:
    sentences = [sentence for _, filled_in in TEMPLATES for sentence in filled_in]
    assert len(TEMPLATES) >= 60
    assert len(set(sentences)) >= 200
    assert all(len(filled_in) >= 2 for _, filled_in in TEMPLATES)
    with_source = sum(any(one[3] for one in seen(filled_in[0])) for _, filled_in in TEMPLATES)
    assert with_source >= 0.8 * len(TEMPLATES)
