"""Passages written for this project, with the attributions that a careful reader marks in them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from framing.article import Article, Document
from framing.attributing import attribute
from framing.attribution import IDENTITIES, SOURCE_TYPES, STANCES, Attribution
from framing.segmenting import segment

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "attributions.toml").read_text(encoding="utf-8")
)["case"]
FIELDS = {
    "holds",
    "source",
    "unsourced",
    "cue",
    "type",
    "party",
    "identity",
    "kind",
    "stance",
    "relayed",
    "anonymity_explained",
}


def content(article: Article, attribution: Attribution) -> str:
    return " … ".join(article.slice(span) for span in attribution.content)


def differences(article: Article, found: Attribution, expected: dict[str, Any]) -> list[str]:
    source, cue = found.source, found.cue
    seen: dict[str, Any] = {
        "source": source.name if source else None,
        "unsourced": source is None,
        "type": source.type if source else None,
        "party": source.party if source else None,
        "identity": source.identity if source else None,
        "kind": found.kind,
        "cue": article.slice(cue.span) if cue else "",
        "stance": cue.stance if cue else None,
        "relayed": found.relayed,
        "anonymity_explained": found.anonymity_explained,
    }
    return [
        f"{field}: {seen[field]!r}, not {wanted!r}"
        for field, wanted in expected.items()
        if field != "holds" and not (wanted in seen["cue"] if field == "cue" else wanted == seen[field])
    ]


def problems(case: dict[str, Any]) -> list[str]:
    article = segment(Document(case["text"].strip()))
    found = attribute(article)
    told: list[str] = []
    for expected in case["attribution"]:
        holding = [one for one in found if expected["holds"] in content(article, one)]
        if not holding:
            told.append(f"no content holds {expected['holds']!r}: {[content(article, one) for one in found]}")
        else:
            told += min((differences(article, one, expected) for one in holding), key=len)
    return told


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["name"].replace(" ", "-"),
            marks=[pytest.mark.xfail(reason=case["why"])] if case.get("expect") == "fail" else [],
        )
        for case in CASES
    ],
)
def test_a_passage_has_the_attributions_that_a_reader_marks(case: dict[str, Any]) -> None:
    assert problems(case) == []


def test_the_cases_are_many_and_use_the_fields_names_only() -> None:
    assert len(CASES) >= 40
    assert len({case["name"] for case in CASES}) == len(CASES)
    for case in CASES:
        assert case["attribution"]
        for expected in case["attribution"]:
            assert set(expected) <= FIELDS
            assert expected["holds"] in case["text"]
            assert expected.get("type", "other") in SOURCE_TYPES
            assert expected.get("identity", "anonymous") in IDENTITIES
            assert expected.get("stance", "neutral") in STANCES


def test_known_failures_are_few_and_explained() -> None:
    failing = [case for case in CASES if case.get("expect") == "fail"]
    assert len(failing) <= len(CASES) // 10
    assert all(case["why"] for case in failing)
