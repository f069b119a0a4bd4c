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


def _finished(folder: Path) -> None:
    """Say what a run says at its end."""
    head = json.loads((folder / "corpus.json").read_text())
    head["finished"] = {"articles": 3, "rejected": 0, "words": 0}
    (folder / "corpus.json").write_text(json.dumps(head))


@pytest.mark.parametrize("way", ["gone", "emptied", "without its last line", "without its first", "cut", "doubled"])
@pytest.mark.parametrize("partition", [(), ("outlet",)])
def test_a_manifest_that_is_not_the_one_of_the_run_is_refused(
    way: str, partition: tuple[str, ...], archive: Callable[..., Path], article: Make
) -> None:
    folder = archive([article(n, "A") for n in range(3)], part_articles=1, partition=partition)
    _finished(folder)
    assert open_corpus(folder).parts == 3
    manifest = folder / "manifest.jsonl"
    lines = manifest.read_text().splitlines(keepends=True)
    left = {
        "emptied": [],
        "without its last line": lines[:-1],
        "without its first": lines[1:],
        "cut": [*lines[:-1], lines[-1][:-5]],
        "doubled": [*lines, lines[-1]],
    }
    manifest.unlink()
    if way in left:
        manifest.write_text("".join(left[way]))
    with pytest.raises(ConfigError, match=r"its manifest\.jsonl .*; run the same 'framing corpus score' again$"):
        open_corpus(folder)


@pytest.mark.parametrize("name", ["part-00000003.parquet", "part-00000777.parquet"])
def test_a_part_that_the_run_never_wrote_is_refused_once_it_is_finished(
    name: str, archive: Callable[..., Path], article: Make
) -> None:
    folder = archive([article(n, "A") for n in range(3)], part_articles=1)
    (folder / "articles" / name).write_bytes((folder / "articles/part-00000000.parquet").read_bytes())
    with pytest.raises(ConfigError, match=r"part \d+ is none of its 3 parts; delete the part's files"):
        open_corpus(folder)


@pytest.mark.parametrize("finished", ["true", "3", '"yes"', "[]"])
def test_a_head_that_says_something_else_is_refused(finished: str, archive: Callable[..., Path], article: Make) -> None:
    folder = archive([article(1, "A")])
    head = (folder / "corpus.json").read_text().replace('"finished": {}', f'"finished": {finished}')
    (folder / "corpus.json").write_text(head)
    with pytest.raises(ConfigError, match="is not what 'framing corpus score' writes"):
        open_corpus(folder)
