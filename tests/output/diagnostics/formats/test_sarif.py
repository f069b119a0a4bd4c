"""SARIF logs are valid, and say what GitHub's code scanning reads."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from framing.diagnostic import Outcome
from framing.output.diagnostics.formats import sarif


def log(outcome: Outcome) -> Any:  # noqa: ANN401 -- JSON values
    return json.loads(sarif.render(outcome))


def test_a_log_is_valid(outcome: Outcome, sarif_schema: Any) -> None:  # noqa: ANN401 -- a JSON Schema
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    jsonschema.Draft7Validator(sarif_schema, format_checker=checker).validate(log(outcome))


def test_the_schema_refuses_what_is_wrong(outcome: Outcome, sarif_schema: Any) -> None:  # noqa: ANN401
    wrong = log(outcome)
    wrong["runs"][0]["results"][0]["level"] = "high"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, sarif_schema)


def results(outcome: Outcome) -> list[Any]:
    found = log(outcome)["runs"][0]["results"]
    assert isinstance(found, list)
    return found


def test_the_run_says_how_columns_are_counted(outcome: Outcome) -> None:
    assert log(outcome)["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_uris_are_relative_and_percent_encoded(outcome: Outcome) -> None:
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results(outcome)}
    assert uris == {"news/harbour%2050%25.md", "news/fees.txt", "news/quay.txt", "odd%2Cname%3Aone.txt"}


def test_rules_have_all_that_code_scanning_needs(outcome: Outcome) -> None:
    run = log(outcome)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert len(rule.get("properties", {}).get("tags", [])) <= 10
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"]
        assert 0 <= result["rank"] <= 100
    loaded = next(rule for rule in rules if rule["id"] == "W101")
    assert loaded["help"]["markdown"].startswith("# W101 loaded-term")
    assert (loaded["properties"]["precision"], loaded["properties"]["measuredPrecision"]) == ("high", 0.85)


def test_a_description_that_is_too_long_is_cut(outcome: Outcome) -> None:
    long = replace(outcome.rules[0], summary="x" * 3000)
    (rule,) = (
        rule
        for rule in log(replace(outcome, rules=(long,)))["runs"][0]["tool"]["driver"]["rules"]
        if rule["id"] == long.code
    )
    assert len(rule["shortDescription"]["text"]) == 1024
    assert rule["shortDescription"]["text"].endswith("…")


def test_suppressed_and_known_findings_keep_their_state(outcome: Outcome) -> None:
    states = {
        (
            result["ruleId"],
            result.get("baselineState"),
            tuple(entry["kind"] for entry in result.get("suppressions", ())),
        )
        for result in results(outcome)
    }
    assert ("W106", None, ("inSource",)) in states
    assert ("W106", "unchanged", ("external",)) in states
    assert ("S201", "new", ()) in states
    reasons = [entry.get("justification") for result in results(outcome) for entry in result.get("suppressions", ())]
    assert reasons == ["the minister's own word", None]


def test_a_fingerprint_does_not_know_the_line(outcome: Outcome) -> None:
    file = outcome.files[0]
    moved = tuple(replace(found, line=found.line + 7, end_line=found.end_line + 7) for found in file.diagnostics)
    before = [result["partialFingerprints"] for result in results(replace(outcome, files=(file,)))]
    after = [
        result["partialFingerprints"] for result in results(replace(outcome, files=(replace(file, diagnostics=moved),)))
    ]
    assert before == after
    assert all(list(entry) == ["primaryLocationLineHash"] for entry in before)


def test_related_locations_stand_on_the_evidence(outcome: Outcome) -> None:
    (single,) = (result for result in results(outcome) if result["ruleId"] == "S201")
    lines = outcome.files[1].text.split("\n")
    assert len(single["relatedLocations"]) == 5
    for related in single["relatedLocations"]:
        region = related["physicalLocation"]["region"]
        words = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == related["message"]["text"] == "The port authority of Elmsworth"


def test_what_has_no_file_is_a_notification(outcome: Outcome) -> None:
    (entry,) = log(outcome)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert entry["message"]["text"] == "min-sources is 2, measured 1.4, all files together"


def test_a_log_beyond_the_limit_loses_nothing_and_says_so(outcome: Outcome) -> None:
    file = outcome.files[0]
    many = replace(file, diagnostics=file.diagnostics[:1] * (sarif.MOST_RESULTS + 1))
    rendered = json.loads(sarif.render(replace(outcome, files=(many,), missed=())))["runs"][0]
    assert len(rendered["results"]) == sarif.MOST_RESULTS + 1
    (entry,) = rendered["invocations"][0]["toolExecutionNotifications"]
    assert entry["message"]["text"].startswith("25,001 results; GitHub takes 25,000 in a run.")


def test_a_file_name_that_is_not_utf8_keeps_its_bytes(outcome: Outcome) -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    file = outcome.files[0]
    found = tuple(replace(one, path=name) for one in file.diagnostics)
    (uri,) = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in results(replace(outcome, files=(replace(file, path=name, diagnostics=found),), missed=()))
    }
    assert uri == "caf%E9.txt"
