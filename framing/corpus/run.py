"""A run over archives: parts that are done are passed over, the others are scored, written and entered."""

import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from framing.corpus.dataset.entries import Entry, read_entries
from framing.corpus.dataset.manifest import Manifest, Totals
from framing.corpus.intake.batches import Part, parts_of
from framing.corpus.intake.inputs import Input, find_inputs, records
from framing.corpus.intake.record import FIELDS, Record
from framing.corpus.running.assembly import Written, write_results
from framing.corpus.running.engine import Engine
from framing.corpus.running.listener import Listener
from framing.corpus.running.local import scored_parts
from framing.corpus.running.remaining import RemainingParts
from framing.corpus.running.settings import Settings
from framing.errors import ConfigError, InputError
from framing.reading.columns import described, paths_of
from framing.reading.records import parsed_line

__all__ = ["Outcome", "score_corpus"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an output holds at the end of a run.

    Attributes:
        articles: Articles in the output.
        rejected: Records that were rejected.
        words: Words of the articles.
        before: Records that were in the output before this run.
    """

    articles: int
    rejected: int
    words: int
    before: int


def score_corpus(
    names: Sequence[str],
    output: Path,
    settings: Settings,
    engine: Engine | int,
    listener: Listener,
    *,
    retry_rejects: bool = False,
) -> Outcome:
    """Score the articles of archives into an output, from its beginning or from where a run was stopped.

    Args:
        names: Paths, folders and addresses.
        output: The folder of the datasets.
        settings: What to write.
        engine: The cluster's, or the number of processes on this machine.
        listener: Whom to tell.
        retry_rejects: Whether records that were rejected before are tried again, within the limits that hold now.

    Returns:
        How the output stands: every record of the input is in it, as an article or as a reject.

    Raises:
        InputError: If an input cannot be read at all.
        ConfigError: If the output cannot be written or is another run's.
    """
    sources = find_inputs(names)
    _check_apart(names, output)
    _check_columns(sources, settings)
    manifest = Manifest(output, settings.identity(), free={"limits"} if retry_rejects else ())
    try:
        listener.begin(sum(source.size for source in sources))
        counts = {entry.part: entry.records for entry in read_entries(output)} if retry_rejects else {}
        parts = parts_of(_sources(sources, settings, listener), settings.part_articles, counts)
        left = RemainingParts(manifest.folder, settings, listener, retry_rejects=retry_rejects)
        work = left.parts(parts)
        first = next(work, None)
        totals = manifest.before
        if first is not None:
            manifest.begin()
            run = engine if callable(engine) else _local(engine)
            for part, written in run(itertools.chain([first], work), output, settings, listener):
                totals = _entered(manifest, part, written, left.before.pop(part.number, None), totals)
        outcome = Outcome(totals.records - totals.rejected, totals.rejected, totals.words, left.untouched)
        manifest.finish({"articles": outcome.articles, "rejected": outcome.rejected, "words": outcome.words})
        return outcome
    finally:
        manifest.close()


def _entered(manifest: Manifest, part: Part, written: Written, before: Entry | None, totals: Totals) -> Totals:
    """Enter a part in the manifest, and return the new totals of the output."""
    count, rejected, words = len(part.order or part.records), len(written.rejects), written.words
    if before is not None and part.order:
        words += before.words  # of those that are not tried again
    entry = Entry(part.number, part.digest, count, rejected, words, written.size.files, written.size.bytes, 0)
    if before is None:
        manifest.enter(entry, written.rejects)
        return Totals(totals.records + count, totals.rejected + rejected, totals.words + words)
    manifest.amend(entry, written.rejects)
    return Totals(
        totals.records + count - before.records,
        totals.rejected + rejected - before.rejected,
        totals.words + words - before.words,
    )


def _local(workers: int) -> Engine:
    def engine(
        parts: Iterator[Part], output: Path, settings: Settings, listener: Listener
    ) -> Iterator[tuple[Part, Written]]:
        for part, results in scored_parts(parts, settings, workers, listener.scored):
            yield part, write_results(output, replace(part, records=()), results, settings)

    return engine


def _sources(sources: Sequence[Input], settings: Settings, listener: Listener) -> Iterator[Iterator[Record]]:
    """Yield the records of each source, and say which columns were taken.

    One of several files that cannot be read is one reject, as a record is; the only file there is, is an error.
    """
    told: set[str] = set()
    before = 0
    for source in sources:
        of_source = records(source, settings.columns, settings.limits, partial(_read, listener, before))
        try:
            first = next(of_source, None)
        except InputError as error:
            if len(sources) == 1:
                raise
            listener.note(str(error))
            first = Record(error.where, FIELDS, b"", fault=error.what)
        if first is None:
            listener.note(f"{source.name}: there is no record in it")
        else:
            line = _columns_taken(first, settings)
            if line and line not in told:
                told.add(line)
                listener.note(f"{source.name}: {line}")
            yield itertools.chain([first], of_source)
        before += source.size
        listener.read(before)


def _read(listener: Listener, before: int, count: int) -> None:
    listener.read(before + count)


def _columns_taken(record: Record, settings: Settings) -> str:
    if record.kind != FIELDS or record.fault:
        return ""
    try:
        row, _ = parsed_line(record.payload, record.where)
    except InputError:
        return ""
    if not isinstance(row, dict):
        return ""
    return described(paths_of(row, settings.columns), settings.columns)


def _check_columns(sources: Sequence[Input], settings: Settings) -> None:
    """Raise an error, before anything is written, for a column that the user names and that no file has.

    One that is missing in some of several files is a reject for each of them, as another fault of a whole file is.
    """
    tables = [source for source in sources if source.format in {"jsonl", "csv", "parquet"}]
    first: InputError | None = None
    for source in tables if settings.columns.chosen() else ():
        try:
            next(records(source, settings.columns, settings.limits, _unheard), None)
        except InputError as error:
            first = first or error
        else:
            return
    if first is not None and len(tables) == len(sources):
        raise first


def _unheard(count: int) -> None:
    del count


def _check_apart(names: Sequence[str], output: Path) -> None:
    """Raise an error for an output inside of an input folder: the next run would read it as input."""
    place = os.path.realpath(output)
    for name in names:
        if "://" not in name and f"{place}{os.sep}".startswith(os.path.realpath(name) + os.sep):
            raise ConfigError(f"{output}: lies in the input '{name}'; name an output outside of it")
