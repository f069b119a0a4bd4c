"""Archives of documents: a folder of them, mailboxes and feeds; a bad one is a reject."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli.main import main
from tests.reading.formats.documents import ITEM, LEAD, MAIL, RICH_TEXT, SAID, feed, opendocument, pdf, word

pytest.importorskip("pyarrow")


def test_documents_of_a_folder_mailboxes_and_feeds_are_articles(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    folder = tmp_path / "archive"
    folder.mkdir()
    start = "From m@tarn.example Mon Mar  4 10:00:00 2024\r\n"
    for name, content in {
        "a.docx": word(),
        "b.odt": opendocument(),
        "c.rtf": RICH_TEXT,
        "d.pdf": pdf(((LEAD,),)),
        "e.eml": MAIL.encode(),
        "f.docx": word()[:5000],
        "g.mbox": (start + MAIL + "\r\n" + start + MAIL).encode(),
        "h.rss": feed(ITEM.format(1, LEAD, SAID), ITEM.format(2, "", "")),
    }.items():
        (folder / name).write_bytes(content)
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["corpus", "score", str(folder), "--output", str(out)])
    assert result.exit_code == 1, result.output
    names = pq.read_table(out / "articles").column("article").to_pylist()
    assert sorted(name.rpartition("/")[2] for name in names) == [
        "a.docx",
        "b.odt",
        "c.rtf",
        "d.pdf",
        "e.eml",
        "g.mbox: message 1",
        "g.mbox: message 2",
        "h.rss: item 1",
    ]
    rejects = [json.loads(line) for line in (out / "rejects.jsonl").read_text().splitlines()]
    assert len(rejects) == 2
    assert all(any(name in reject["where"] for name in ("f.docx", "h.rss: item 2")) for reject in rejects)
