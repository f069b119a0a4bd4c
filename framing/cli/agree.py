"""``framing agree``: agreement of people who corrected an export, and how right the product is by them."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from framing.annotating.agreement import Agreement, agreement
from framing.annotating.archive import marked_shares
from framing.annotating.correction import Correction, correction, errors
from framing.annotating.marks import LABELS, Annotated, annotated
from framing.annotating.registry import FORMATS, load
from framing.cli.options import OUTPUT, format_option
from framing.cli.output_options import write_output
from framing.config import load_config
from framing.errors import FramingError, InputError
from framing.output.console import printable_json, without_commands
from framing.output.csv import safe
from framing.output.safe_text import one_line
from framing.pipeline import analyze_document
from framing.reading import document

__all__ = ["command"]


@click.command(name="agree")
@click.argument("gold", nargs=-1, required=True, metavar="GOLD…", type=click.Path(path_type=Path))
@click.option("--input-format", "name", type=click.Choice(list(FORMATS)), help="The tool's format; told without.")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    help="An output of `framing corpus score --detail` whose shares are to be corrected.",
)
@format_option(("terminal", "json"), "the result")
@click.option("--errors", "errors_file", type=click.Path(path_type=Path, dir_okay=False), help="Differences, as CSV.")
@OUTPUT
def command(
    gold: tuple[Path, ...],
    name: str | None,
    archive: Path | None,
    format_name: str,
    errors_file: Path | None,
    output: Path | None,
) -> None:
    """Say how far annotators agree, how right the product is by them, and what that does to its shares.

    Each GOLD is what an annotation tool saved: a file or folder of one person, or of several where the format says who
    made which marks. The units are words, and texts for labels of whole texts.

    \b
    framing agree ada.jsonl per.jsonl
    framing agree project.json --archive scores --errors differences.csv
    """
    try:
        texts = [text for path in gold for text in load(path, name or "")]
        config = load_config(Path.cwd())
        product = {
            marked.text: annotated(
                analyze_document(document(marked.text, name=marked.name), config.lexicons, encoder=config.encoder)
            )
            for marked in texts
        }
        different = next((marked for marked in texts if product[marked.text].text != marked.text), None)
        if different is not None:
            raise InputError(different.name, "holds characters that are repaired when it is read; export it again")
        labels = [label for label in LABELS if any(mark.label == label for marked in texts for mark in marked.marks)]
        labels += sorted({label for marked in texts for label in marked.labels if ":" in label})
        shares = marked_shares(archive) if archive is not None else {}
        agreed, corrected = agreement(texts), correction(texts, product, labels, shares)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    if errors_file is not None:
        write_output(_error_table(texts, product, labels), errors_file)
    if format_name == "json":
        values = {
            "agreement": [asdict(marked) for marked in agreed],
            "product": [asdict(marked) for marked in corrected],
        }
        write_output(printable_json(values, indent=2) + "\n", output)
    else:
        write_output(without_commands(_terminal(texts, agreed, corrected, archive)), output)


def _terminal(
    texts: Sequence[Annotated], agreed: Sequence[Agreement], corrected: Sequence[Correction], archive: Path | None
) -> str:
    people = sorted({row.annotator for row in texts})
    names = ", ".join(one_line(name) for name in people)
    lines = [
        f"{_many(len({row.text for row in texts}), 'text')}, {_many(len(people), 'annotator')}: {names}",
        "",
        "AGREEMENT, on what two or more have read",
    ]
    if agreed:
        rows = [("", "words", "marked", "Krippendorff's alpha", "Cohen's kappa")]
        rows += [
            (row.label, f"{row.units:,}", f"{row.marked:,}", _figure(row.alpha), _figure(row.kappa)) for row in agreed
        ]
        lines += _columns(rows)
    else:
        lines.append("  No text has two readings.")
    lines += ["", "THE PRODUCT, by what at least half of a text's annotators mark"]
    where = f"in {one_line(str(archive))}" if archive is not None else "in these texts"
    table = [["", "precision", "recall", "F1", f"share {where}", "corrected"]]
    table += [
        [row.label, *map(_figure, (row.precision, row.recall, row.f1)), _share(row.counted), _interval(row)]
        for row in corrected
    ]
    lines += _columns(table) if corrected else ["  Nothing that the product marks was marked."]
    return "\n".join(lines) + "\n"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    rows = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[number]) for row in rows) for number in range(len(rows[0]))]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _interval(corrected: Correction) -> str:
    if corrected.corrected is None:
        return "says nothing: it marks these no more often than others"
    if corrected.low is None:
        return f"{_share(corrected.corrected)}, no interval from fewer than ten texts"
    return f"{_share(corrected.corrected)} [{_share(corrected.low)} to {_share(corrected.high)}]"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"


def _error_table(texts: Sequence[Annotated], product: Mapping[str, Annotated], labels: Sequence[str]) -> str:
    out = io.StringIO()
    writer: Any = csv.writer(out, lineterminator="\n")
    writer.writerow(["text", "label", "kind", "start", "end", "words"])
    for error in errors(texts, product, labels):
        writer.writerow([safe(error.text), safe(error.label), error.kind, error.start, error.end, safe(error.words)])
    return out.getvalue()
