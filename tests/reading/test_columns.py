"""The usual names of fields: the same for records and for front matter."""

import json
from pathlib import Path

import pytest

from framing.reading import document, documents

NAMES = {
    "headline": "title",
    "byline": "author",
    "pubdate": "date",
    "publishdate": "date",
    "publish_date": "date",
    "date_published": "date",
    "publisher": "outlet",
    "site_name": "outlet",
    "sitename": "outlet",
    "canonical": "url",
    "canonical_url": "url",
    "link": "url",
    "genre": "kind",
    "type": "kind",
    "language": "lang",
    "locale": "lang",
}
BODY = "The ferry to Sund was late on Tuesday."


@pytest.mark.parametrize(("name", "role"), NAMES.items())
def test_a_field_has_its_role_by_any_of_its_names(tmp_path: Path, name: str, role: str) -> None:
    record = tmp_path / "a.jsonl"
    record.write_text(json.dumps({"text": BODY, name.upper(): "Sund"}) + "\n", encoding="utf-8")
    (of_record,) = documents(str(record))
    of_page = document(f"---\n{name}: Sund\n---\n{BODY}\n", media_type="text/markdown")
    for read in (of_record, of_page):
        assert (read.title if role == "title" else read.metadata[role]) == "Sund"
