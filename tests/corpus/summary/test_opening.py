import json
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.corpus.summary.figures import choose_figures
from framing.corpus.summary.opening import open_corpus
from framing.corpus.summary.tables import tabulate
from framing.errors import ConfigError

Make = Callable[..., dict[str, object]]


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is no output of 'framing corpus score'"):
        open_corpus(tmp_path)


def test_datasets_of_another_version_are_refused(archive: Callable[..., Path], article: Make) -> None:
    with pytest.raises(ConfigError, match=r"datasets of version 7\.0; this reads version"):
        open_corpus(archive([article(1, "A")], version="7.0"))


def test_files_of_a_part_that_is_not_entered_are_not_read(archive: Callable[..., Path], article: Make) -> None:
    folder = archive([article(1, "A"), article(2, "A")], part_articles=1, finished=False)
    entries = (folder / "manifest.jsonl").read_text().splitlines(keepends=True)
    (folder / "manifest.jsonl").write_text(entries[0] + entries[1][:9])
    corpus = open_corpus(folder)
    assert not corpus.finished
    assert tabulate(corpus, ["outlet"], choose_figures(["sources"])).articles == 1


def test_rejects_are_counted_by_reason(archive: Callable[..., Path], article: Make) -> None:
    folder = archive([article(1, "A")])
    lines = [json.dumps({"where": f"a:{n}", "reason": "too long" if n else "no text", "part": 0}) for n in range(3)]
    (folder / "rejects.jsonl").write_text("\n".join(lines) + '\n{"where": "a:9", "rea')
    assert open_corpus(folder).rejects == {"too long": 2, "no text": 1}


def test_a_damaged_file_is_named(archive: Callable[..., Path], article: Make) -> None:
    folder = archive([article(1, "A")])
    path = folder / "articles" / "part-00000000.parquet"
    path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(ConfigError, match=r"part-00000000\.parquet: cannot be read"):
        tabulate(open_corpus(folder), ["outlet"], choose_figures(["sources"]))


def test_an_unknown_measure_is_named_with_those_that_are_near() -> None:
    with pytest.raises(ConfigError, match="there is no measure 'oficials'; did you mean officials"):
        choose_figures(["oficials"])
