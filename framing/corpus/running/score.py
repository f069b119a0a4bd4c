"""A batch of records scored: rows of the datasets, and the records that were rejected with their reasons."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from framing.article import Document, Notice
from framing.corpus.dataset.report_rows import Row, article_row, detail_rows
from framing.corpus.intake.record import FIELDS, Record, Reject
from framing.corpus.running.settings import Settings
from framing.errors import InputError, InstallError
from framing.pipeline import analyze_document
from framing.reading import document, documents_of_bytes
from framing.reading.columns import named
from framing.reading.encoding import declared_charset, decode
from framing.reading.form import Form
from framing.reading.formats import FORMATS
from framing.reading.records import parsed_line, record_document
from framing.report import Report

__all__ = ["Scored", "score_batch", "score_record"]


_CUT_OFF = Notice("cut_off", "The archive may not hold the whole page: the end of its transfer is missing.")


@dataclass(frozen=True, slots=True)
class Scored:
    """The result of a batch.

    Attributes:
        rows: By dataset, in the records' order.
        rejects: In the records' order.
    """

    rows: Mapping[str, list[Row]]
    rejects: tuple[Reject, ...]


def score_record(record: Record, settings: Settings) -> Report:
    """Return the report on a record, as far as rows tell of it.

    Raises:
        InputError: If there is no article in it that can be read.
    """
    if record.fault:
        raise InputError(record.where, record.fault)
    read = _document(record, settings)
    return analyze_document(read, settings.lexicons, encoder=settings.encoder, overview=False)


def score_batch(
    records: Sequence[Record],
    settings: Settings,
    *,
    started: Callable[[int], None] | None = None,
) -> Scored:
    """Return the rows of a batch's records; a record that cannot be scored is rejected and the others go on.

    Args:
        records: The records.
        settings: What to write of them.
        started: Is told each record's number before it is scored.

    Raises:
        InstallError: If a package that a record needs cannot be imported.
    """
    rows: dict[str, list[Row]] = {name: [] for name in settings.datasets()}
    rejects: list[Reject] = []
    for number, record in enumerate(records):
        if started is not None:
            started(number)
        try:
            _add(rows, score_record(record, settings), settings.datasets())
        except InputError as error:
            rejects.append(Reject(record.where, error.what))
        except InstallError:
            # Not the record's fault: every other of its kind would be rejected for it too.
            raise
        except MemoryError:
            rejects.append(Reject(record.where, "takes more memory than a worker has"))
        except Exception as error:  # noqa: BLE001 -- whatever one article does, the archive goes on; the reason is kept
            rejects.append(Reject(record.where, f"internal error, please report it: {type(error).__name__}: {error}"))
    return Scored(rows, tuple(rejects))


def _add(rows: Mapping[str, list[Row]], report: Report, datasets: Collection[str]) -> None:
    """Add an article's rows. All are made before the first is added, so that no article is there by half."""
    made: dict[str, list[Row]] = {"articles": [article_row(report)]}
    if len(datasets) > 1:
        made |= {name: list(of_dataset) for name, of_dataset in detail_rows(report).items()}
    for name, of_dataset in made.items():
        rows[name].extend(of_dataset)


def _document(record: Record, settings: Settings) -> Document:
    most = settings.limits.bytes
    if record.kind in {FIELDS, "application/json"}:
        row, notices = parsed_line(record.payload, record.where)
        if isinstance(row, Mapping):
            row = named(row, settings.columns)
        return record_document(row, record.where, notices, most)
    if record.kind in FORMATS:
        return next(documents_of_bytes(record.payload, record.where, form=Form(record.kind), max_bytes=most))
    declared = record.metadata.get("charset")
    if declared is None and record.kind == "text/html":
        declared = declared_charset(record.payload)
    text, notices = decode(record.payload, record.where, declared)
    if "cut_off" in record.metadata:
        notices = (*notices, _CUT_OFF)
    read = document(text, media_type=record.kind, name=record.where, notices=notices)
    known = {name: value for name, value in record.metadata.items() if name not in {"charset", "cut_off"}}
    # The page's own date is when it appeared; the archive's is when it was fetched.
    return replace(read, metadata=known | dict(read.metadata))
