"""Small archives of invented articles, and runs over them."""

import json
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from framing.corpus.run import Outcome, score_corpus
from framing.corpus.running.settings import Settings

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.dataset.part_files import encoded_tables, table_of
from framing.corpus.intake.record import Record, Reject
from framing.corpus.running import local
from framing.corpus.running import score as scoring
from framing.corpus.running.supervised_worker import BatchResult
from framing.errors import InputError
from framing.report import Report

OUTLETS = ("Harbour Courier", "Hill Standard", "The Ledger")
SENTENCES = (
    "The council of Port Ellen voted on Monday to close the old ferry terminal.",
    "“We were never asked,” said Maria Holt, a teacher who crosses every day.",
    "The mayor, Jonas Berg, called the protest a disgraceful stunt.",
    "According to a report by the harbour office, repairs would cost 12 million crowns.",
    "Residents fear that fares will rise and that the clinic will be out of reach.",
    "A police spokesman said that two people had been arrested for trespassing.",
    "The union condemned the plan as a brutal attack on working families.",
    "Officials, who asked not to be named, said the decision could be delayed.",
)

HOSTILE = """
import os, signal, sys, time
if "framing.corpus.running.worker" in " ".join(sys.orig_argv):
    import framing.corpus.running.score as score
    real = score.score_record
    def hostile(record, settings) -> None:
        if b"CRASH" in record.payload: os.kill(os.getpid(), signal.SIGSEGV)
        if b"KILLED" in record.payload:
            flag = os.environ["KILLED"]
            if os.path.exists(flag):
                os.remove(flag)
                os.kill(os.getpid(), signal.SIGKILL)
        if b"EXIT" in record.payload: os._exit(3)
        if b"HANG" in record.payload: time.sleep(1000)
        if b"RAISE" in record.payload: raise RuntimeError("no such luck")
        if b"PRINT" in record.payload: print("noise" * 1000, flush=True)
        if b"HOARD" in record.payload: hoard = [bytearray(10**8) for _ in range(40)]
        return real(record, settings)
    score.score_record = hostile
"""


class Listened:
    """A listener that keeps what it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.records = 0
        self.under_way = 0

    def note(self, line: str) -> None:
        self.lines.append(line)

    def begin(self, size: int) -> None:
        self.size = size

    def read(self, count: int) -> None:
        self.count = count

    def resumed(self) -> None:
        self.lines.append("resumed")

    def taken(self, records: int) -> None:
        self.under_way = self.under_way + records

    def scored(self, records: int, words: int) -> None:
        self.records += records
        self.words = words


def article(number: int) -> dict[str, str]:
    """An article of its own for each number."""
    chosen = [SENTENCES[(number * 3 + step * (1 + number % 5)) % len(SENTENCES)] for step in range(4 + number % 3)]
    return {
        "id": f"a{number}",
        "title": f"Ferry vote, part {number}",
        "text": " ".join(chosen),
        "outlet": OUTLETS[number % 3],
        "date": f"2024-{1 + number % 4:02d}-{1 + number % 28:02d}",
        "topic": "ferry" if number % 2 else "harbour",
    }


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file wait for the disk: what a loss of power leaves cannot be tested here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="session")
def rows() -> list[dict[str, str]]:
    return [article(number) for number in range(30)]


@pytest.fixture(scope="session")
def archive(rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


Score = Callable[..., Outcome]
_REPORTS: dict[str, Report | InputError] = {}
"""What became of each record: the same few articles are scored by many runs."""


def scored_once(record: Record, settings: Settings) -> Report:
    """As ``score_record``; a record that was scored before with the same settings is not scored again."""
    key = repr((record, settings.to_dict()))
    if key not in _REPORTS:
        try:
            _REPORTS[key] = REAL_SCORE(record, settings)
        except InputError as error:
            _REPORTS[key] = error
    known = _REPORTS[key]
    if isinstance(known, InputError):
        raise known
    return known


REAL_SCORE = scoring.score_record


class WorkerInThisProcess:
    """What a worker process does, without a process; records with a word in them are rejected, if one is given."""

    def __init__(self, settings: Settings, without: bytes = b"") -> None:
        self._settings = settings
        self._without = without

    def score(self, records: Sequence[Record]) -> BatchResult:
        bad = [record for record in records if self._without and self._without in record.payload]
        good = [record for record in records if record not in bad]
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(scoring, "score_record", scored_once)
            scored = scoring.score_batch(good, self._settings)
        tables = encoded_tables({name: table_of(name, rows) for name, rows in scored.rows.items()})
        rejects = (*scored.rejects, *(Reject(record.where, "was killed") for record in bad))
        places = [record.where for record in records]
        rejects = tuple(sorted(rejects, key=lambda reject: places.index(reject.where)))
        return BatchResult(tables, rejects, sum(int(str(row["words"])) for row in scored.rows["articles"]))

    def stop(self) -> None:
        pass


@pytest.fixture
def score() -> Score:
    """Runs over archives: with several workers, which may be hostile, in processes, else in this one.

    ``without`` is a word whose records are rejected, as if they had killed their worker.
    """

    def run(
        *names: object,
        output: Path,
        workers: int = 1,
        listener: Listened | None = None,
        retry_rejects: bool = False,
        without: bytes = b"",
        **settings: object,
    ) -> Outcome:
        with pytest.MonkeyPatch.context() as patched:
            if workers == 1:
                patched.setattr(local, "SupervisedWorker", partial(WorkerInThisProcess, without=without))
            return score_corpus(
                [str(name) for name in names],
                output,
                Settings(**settings),
                workers,
                listener or Listened(),  # type: ignore[arg-type]
                retry_rejects=retry_rejects,
            )

    return run


@pytest.fixture
def listened() -> Listened:
    return Listened()


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of an output by its name, but the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    return files_of


@pytest.fixture(scope="session")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ``PYTHONPATH`` whose workers do at some words what a fault in a library would."""
    site = tmp_path_factory.mktemp("site")
    (site / "sitecustomize.py").write_text(HOSTILE)
    return os.pathsep.join([str(site), str(Path(__file__).parents[2])])


@pytest.fixture
def hostile(hostile_path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers in which some words do what a fault in a library would."""
    monkeypatch.setenv("PYTHONPATH", hostile_path)
