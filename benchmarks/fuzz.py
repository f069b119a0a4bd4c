"""Fuzz the front door, the readers, the settings and the artifacts with atheris: only documented errors may come out.

    pip install atheris
    python benchmarks/fuzz.py analyze -max_total_time=900 -max_len=4000 -artifact_prefix=crashes/

The first argument is the target, the others are libFuzzer's. A crash is written to a file; run the target with that
file as an argument to see it again. What was found stands in docs/robustness.md, as tests in tests/hostile.
"""

import contextlib
import hashlib
import json as json_module
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["framing"]):
    import framing
    from framing.checking.suppressions import read_suppressions
    from framing.config import load_config
    from framing.corpus.intake.inputs import find_inputs, records
    from framing.corpus.intake.record import Limits
    from framing.corpus.running.score import score_batch
    from framing.corpus.running.settings import Settings
    from framing.errors import FramingError
    from framing.lexicons.load import load_file
    from framing.modelling.artifact import load_artifact
    from framing.output import csv, html, json, markdown, terminal
    from framing.reading import documents_of_bytes
    from framing.reading.columns import Columns
    from framing.resources import artifacts_folder

SHIPPED = (artifacts_folder() / "genre.npz").read_bytes()
MEDIA_TYPES = ("text/plain", "text/markdown", "text/html")
ENDINGS = (".txt", ".md", ".html", ".jsonl", ".json", ".csv", ".tsv", "")
ARCHIVES = (".jsonl", ".csv", ".parquet", ".warc", ".jsonl.gz", ".jsonl.zst", ".csv.xz", ".warc.gz", ".html", ".md.bz2")
PIECES = (
    "“", "”", "‘", "’", '"', "'", "''", "``", "«", "»", "„", "\n", "\n\n", "\r\n", "\u2028", " ", "\t", ". ", "? ", "! ", "… ",
    "he said", " said ", "according to ", "Mr. ", "U.S. ", "the mayor", "Ann Example", "“We know,” she said. ", "thugs",
    "regime", "radical", "- ", "* ", "> ", "# ", "---\n", "[x](http://x)", "<p>", "</p>", "<blockquote>", "<!--", "-->",
    "&quot;", "&#x0;", "\x00", "\ud800", "\ufeff", "\u200d", "\u202e", "é", "ß", "İ", "ﬁ", "漢字", "كلمة", "नमस्ते", "😀", "1,000",
    "2020-01-01", "@", "=1+1", "(", ")", "[", "]", "{", "}", "framing: ignore", "<!-- framing: ignore[W101] x -->",
)  # fmt: skip


def text_of(data: "atheris.FuzzedDataProvider") -> str:
    """Half of the texts are pieces of news, half are any characters."""
    if data.ConsumeBool():
        return data.ConsumeUnicode(data.ConsumeIntInRange(0, 2000))
    return "".join(PIECES[data.ConsumeIntInRange(0, len(PIECES) - 1)] for _ in range(data.ConsumeIntInRange(0, 400)))


def analyze(content: bytes) -> None:
    data = atheris.FuzzedDataProvider(content)
    media_type = MEDIA_TYPES[data.ConsumeIntInRange(0, 2)]
    title = text_of(data)[:200] if data.ConsumeBool() else None
    text = text_of(data)
    with contextlib.suppress(FramingError):
        report = framing.analyze(text, title=title, media_type=media_type)
        shown = report.to_dict()
        length = len(shown["article"]["text"])
        for rows in ("sentences", "loaded_terms", "techniques"):
            assert all(0 <= row["start"] <= row["end"] <= length for row in shown[rows])  # noqa: S101
        framing.check(report, ["ALL"])
        for output in (json, csv, markdown, html):
            output.render([report])
        terminal.render([report], colour=False, verbose=True)


def read(content: bytes) -> None:
    data = atheris.FuzzedDataProvider(content)
    ending = ENDINGS[data.ConsumeIntInRange(0, len(ENDINGS) - 1)]
    rest = data.ConsumeBytes(data.remaining_bytes())
    with contextlib.suppress(FramingError):
        for found in documents_of_bytes(rest, f"x{ending}", max_bytes=100_000):
            found.text.encode()


def archive(content: bytes) -> None:
    data = atheris.FuzzedDataProvider(content)
    ending = ARCHIVES[data.ConsumeIntInRange(0, len(ARCHIVES) - 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x{ending}")
        path.write_bytes(data.ConsumeBytes(data.remaining_bytes()))
        with contextlib.suppress(FramingError):
            for source in find_inputs([str(path)]):
                found = list(records(source, Columns(), Limits(bytes=10_000), lambda _: None))
                score_batch(found[:3], Settings(detail=True))


def configuration(content: bytes) -> None:
    data = atheris.FuzzedDataProvider(content)
    kind = data.ConsumeIntInRange(0, 3)
    rest = data.ConsumeBytes(data.remaining_bytes())
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(FramingError):
        if kind == 0:
            Path(folder, "framing.toml").write_bytes(rest)
            load_config(Path(folder))
        elif kind == 1:
            Path(folder, "pyproject.toml").write_bytes(b"[tool.framing]\n" + rest)
            load_config(Path(folder))
        elif kind == 2:
            path = Path(folder, "own.toml")
            path.write_bytes(rest)
            load_file(path)
        else:
            read_suppressions(rest.decode("utf-8", "replace"))


def artifact(content: bytes) -> None:
    """A shipped artifact with some of its bytes changed, under a manifest that knows the change."""
    data = atheris.FuzzedDataProvider(content)
    arrays = bytearray(SHIPPED)
    for _ in range(data.ConsumeIntInRange(0, 6)):
        arrays[data.ConsumeIntInRange(0, len(arrays) - 1)] = data.ConsumeIntInRange(0, 255)
    manifest = {"format": 1, "name": "x", "sha256": hashlib.sha256(arrays).hexdigest()}
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(FramingError):
        head = json_module.dumps(manifest).encode() if data.ConsumeBool() else data.ConsumeBytes(data.remaining_bytes())
        Path(folder, "x.json").write_bytes(head)
        Path(folder, "x.npz").write_bytes(arrays)
        load_artifact("x", Path(folder))


if __name__ == "__main__":
    target = {function.__name__: function for function in (analyze, read, archive, configuration, artifact)}[
        sys.argv[1]
    ]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()
