"""Web archives: every record that can be read is read, every other one is told, whatever is wrong with its neighbours."""

import bz2
import gzip
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

arrow = pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.intake.inputs import find_inputs, records  # noqa: E402
from framing.corpus.intake.record import Limits, Record  # noqa: E402
from framing.corpus.running.score import score_record  # noqa: E402
from framing.corpus.running.settings import Settings  # noqa: E402
from framing.reading.columns import Columns  # noqa: E402

PAGE = (
    "<html><head><title>Harbour vote</title></head><body><article>"
    "<p>The council voted on Monday, and Ada Holm, the mayor of Tarn, said “never”.</p></article></body></html>"
).encode()
HTML = "Content-Type: text/html; charset=utf-8\r\n"


def as_words(value: object) -> str:
    """A case's name. Bytes are counted: packed ones hold the time, and a name must be the same in every run."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return " ".join(re.findall(r"\w+", getattr(value, "__name__", str(value))))


def http(body: bytes = PAGE, more: str = "", *, kind: str = HTML, status: str = "HTTP/1.1 200 OK") -> bytes:
    return f"{status}\r\n{kind}{more}\r\n".encode() + body


def warc(
    block: bytes = http(),
    name: str = "page",
    *,
    off: int = 0,
    length: str | None = None,
    kind: str = "response",
    more: str = "",
) -> bytes:
    """A record of the archive; ``off`` is by how much its length is wrong."""
    announced = str(len(block) + off) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://tarn.example/{name}\r\n{more}"
        f"WARC-Date: 2024-03-05T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {announced}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def chunked(body: bytes, *sizes: int, end: bytes = b"0\r\n\r\n") -> bytes:
    pieces, place = [], 0
    for size in (*sizes, len(body)):
        piece = body[place : place + size]
        place += size
        if piece:
            pieces.append(f"{len(piece):x};x=y\r\n".encode() + piece + b"\r\n")
    return b"".join(pieces) + end


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def packed(codec: str) -> Callable[[bytes], bytes]:
    """A compression of Arrow's."""

    def pack(body: bytes) -> bytes:
        sink = arrow.BufferOutputStream()
        with arrow.CompressedOutputStream(sink, codec) as file:
            file.write(body)
        return sink.getvalue().to_pybytes()

    return pack


def halves(body: bytes) -> bytes:
    return gzip.compress(body[:50]) + gzip.compress(body[50:])


CODINGS: dict[str, tuple[Callable[[bytes], bytes], ...]] = {
    "gzip": (gzip.compress, halves),
    "x-gzip": (gzip.compress,),
    "deflate": (zlib.compress, raw_deflate),
    "br": (packed("brotli"),),
    "zstd": (packed("zstd"),),
    "identity": (bytes,),
}


def read(path: Path, content: bytes, most: int = 100_000) -> list[Record]:
    path.write_bytes(content)
    (source,) = find_inputs([str(path)])
    return list(records(source, Columns(), Limits(bytes=most), lambda count: None))  # noqa: ARG005


def told(found: list[Record]) -> list[str]:
    """The names of the pages that were read, and the faults of the others."""
    return [record.fault or record.metadata["url"].rpartition("/")[2] for record in found]


@pytest.mark.parametrize("transfer", ["", "chunked", "Chunked"])
@pytest.mark.parametrize(
    ("coding", "pack"),
    [(name, pack) for name, packs in CODINGS.items() for pack in packs],
    ids=as_words,
)
def test_a_page_is_read_out_of_every_coding(
    coding: str, pack: Callable[[bytes], bytes], transfer: str, tmp_path: Path
) -> None:
    body = pack(PAGE)
    more = f"Content-Encoding: {coding}\r\n"
    if transfer:
        body, more = chunked(body, 1, 20, 30), more + f"Transfer-Encoding: {transfer}\r\n"
    (found,) = read(tmp_path / "a.warc", warc(http(body, more)))
    assert found.payload == PAGE
    assert "cut_off" not in found.metadata


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (PAGE, "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: deflate\r\n"),
        (PAGE, "Content-Encoding: br\r\n"),
        (PAGE, "Content-Encoding: zstd\r\n"),
        (PAGE, "Content-Encoding: utf-8\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (gzip.compress(PAGE), ""),
        (gzip.compress(PAGE), "Content-Encoding: br\r\n"),
        (chunked(gzip.compress(PAGE), 9), "Transfer-Encoding: gzip, chunked\r\n"),
        (gzip.compress(zlib.compress(PAGE)), "Content-Encoding: deflate, gzip\r\n"),
        (gzip.compress(PAGE) + b"\r\n", "Content-Encoding: gzip\r\n"),
        (chunked(gzip.compress(PAGE), 9, end=b""), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (PAGE, "Content-Length: 7\r\n"),
        (PAGE, "a line of junk\r\nX-Odd\r\n"),
    ],
    ids=as_words,
)
def test_headers_that_lie_cost_nothing(body: bytes, more: str, tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", warc(http(body, more)) + warc(name="next"))
    assert told(found) == ["page", "next"]
    assert found[0].payload == PAGE
    assert "cut_off" not in found[0].metadata


@pytest.mark.parametrize(
    ("body", "more", "fault"),
    [
        (chunked(PAGE, 50)[:-40], "Transfer-Encoding: chunked\r\n", "its chunk 2 is damaged or cut off"),
        (chunked(PAGE, 50, end=b"junk\r\n0\r\n\r\n"), "Transfer-Encoding: chunked\r\n", "no chunk"),
        (gzip.compress(PAGE)[:-20], "Content-Encoding: gzip\r\n", "cannot be decoded from 'gzip'"),
        (gzip.compress(PAGE)[:-8] + b"\0" * 8, "Content-Encoding: gzip\r\n", "incorrect data check"),
        (packed("brotli")(PAGE)[:-9], "Content-Encoding: br\r\n", "cannot be decoded from 'br'"),
        (packed("zstd")(PAGE)[:-9], "Content-Encoding: zstd\r\n", "cannot be decoded from 'zstd'"),
        (bz2.compress(PAGE), "Content-Encoding: bzip2\r\n", "'bzip2', which is not known"),
        (PAGE, "Content-Encoding: gzip, gzip, gzip, gzip, gzip\r\n", "encoded 5 times over"),
        (gzip.compress(b" " * 10_000_000), "Content-Encoding: gzip\r\n", "is longer than 100,000 bytes"),
        (b"", "", "its page is empty"),
    ],
    ids=as_words,
)
def test_a_body_that_cannot_be_read_is_told_with_its_offset(body: bytes, more: str, fault: str, tmp_path: Path) -> None:
    content = warc(name="before") + warc(http(body, more)) + warc(name="next")
    before, bad, after = read(tmp_path / "a.warc", content)
    assert fault in bad.fault
    assert bad.where == f"{tmp_path}/a.warc:{len(warc(name='before'))}"
    assert told([before, after]) == ["before", "next"]


@pytest.mark.parametrize(
    ("block", "more"),
    [
        (http(chunked(PAGE, 50, end=b""), "Transfer-Encoding: chunked\r\n"), ""),
        (http(PAGE, "Content-Length: 5000\r\n"), ""),
        (http(), "WARC-Truncated: length\r\n"),
    ],
)
def test_a_page_of_which_the_end_may_be_missing_is_read_with_a_warning(block: bytes, more: str, tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.warc", warc(block, more=more))
    report = score_record(found, Settings())
    assert "cut_off" in [notice.code for notice in report.notices]
    assert "cut_off" not in report.analysis.article.document.metadata


@pytest.mark.parametrize(
    "odd",
    [
        warc(
            http(
                chunked(gzip.compress(b"\x89PNG")),
                "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                kind="Content-Type: image/png\r\n",
            )
        ),
        warc(http(b"\x89PNG", "Content-Encoding: gzip\r\n", kind="Content-Type: image/png\r\n")),
        warc(http(gzip.compress(PAGE)[:-20], "Content-Encoding: gzip\r\n", status="HTTP/1.1 404 Not Found")),
        warc(http(b"x" * 3_000_000, kind="Content-Type: video/mp4\r\n")),
        warc(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        warc(b"20240305 an answer", more="Content-Type: text/dns\r\n"),
        b"\r\n\r\n\r\n",
        b"",
    ],
    ids=as_words,
)
def test_what_is_no_page_is_passed_over_whatever_its_coding(odd: bytes, tmp_path: Path) -> None:
    assert told(read(tmp_path / "a.warc", warc(name="before") + odd + warc(name="next"))) == ["before", "next"]


@pytest.mark.parametrize(
    "odd",
    [
        *(warc(off=off) for off in (-300, -10, -1, 1, 4, 10, 300, 10_000, 10**9)),
        *(warc(length=length) for length in ("", "many", "-5", "9" * 30)),
        warc(off=len(warc(name="next"))),
        warc().replace(b"WARC-Date", b"WARC-Date, without a colon"),
        warc().replace(b"WARC/1.0\r\n", b"WARC/1.0\r\njunk\r\n"),
        warc().replace(b"\r\n", b"\n"),
        warc(http(kind="")),
        warc(http(kind="Content-Type: html\r\n")),
        warc(b"junk\r\n" + http()),
        warc(http(PAGE + b"<!--\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n-->")),
    ],
    ids=as_words,
)
def test_a_record_with_a_wrong_header_is_read_and_its_neighbours_are_too(odd: bytes, tmp_path: Path) -> None:
    for behind in (warc(name="next"), warc(name="next") + warc(name="last"), b""):
        found = read(tmp_path / "a.warc", warc(name="before") + odd + behind)
        expected = ["before", "page", "next", "last"][: 2 + behind.count(b"WARC-Type")]
        assert told(found) == expected
        assert found[1].payload.startswith(PAGE[:-7])


@pytest.mark.parametrize(
    ("junk", "fault"),
    [
        (b"a line of junk\r\n", "14 bytes that are no record"),
        (b"\0" * 200_000, "bytes that are no record"),
        (b"WARC/1.0", "bytes that are no record"),
        (warc()[:100], "its header is cut off"),
        (warc()[:-100], "is cut off: it announces"),
        (warc(b"\x16\x03\x01 no status line"), "has no status line"),
    ],
    ids=as_words,
)
def test_what_is_no_record_is_told_where_it_stands(junk: bytes, fault: str, tmp_path: Path) -> None:
    before, next_one = warc(name="before"), warc(name="next")
    for content, names in ((before + junk + next_one, ["before", "next"]), (junk + next_one, ["next"])):
        found = read(tmp_path / "a.warc", content)
        (bad,) = [record for record in found if record.fault]
        assert fault in bad.fault
        assert bad.where.endswith(f":{content.index(junk + next_one)}")
        assert told([record for record in found if not record.fault]) == names


def test_the_end_of_a_file_that_was_cut_off_is_told(tmp_path: Path) -> None:
    content = warc(name="before") + warc()
    before, bad = read(tmp_path / "a.warc", content[:-60])
    assert (before.fault, bad.where) == ("", f"{tmp_path}/a.warc:{len(warc(name='before'))}")
    assert "is cut off: it announces" in bad.fault
    before, bad = read(tmp_path / "a.warc.gz", b"".join(map(gzip.compress, (warc(name="before"), warc())))[:-60])
    assert "cut off" in bad.fault


def test_a_damaged_piece_of_a_compressed_archive_costs_what_is_in_it(tmp_path: Path) -> None:
    pieces = [gzip.compress(warc(name=str(number))) for number in range(6)]
    for number in range(6):
        for place in (15, len(pieces[number]) // 2, len(pieces[number]) - 6):
            damaged = bytearray(pieces[number])
            damaged[place] ^= 0x55
            found = read(tmp_path / "a.warc.gz", b"".join([*pieces[:number], bytes(damaged), *pieces[number + 1 :]]))
            good = [name for name in told(found) if name.isdigit()]
            assert good[-1] == "5" or number == 5
            assert set(map(str, range(6))) - set(good) <= {str(number)}
            faults = [record for record in found if record.fault]
            assert len(faults) == 1
            assert f"begins at byte {sum(map(len, pieces[:number])):,} of the file" in faults[0].fault


def test_a_record_that_is_too_long_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    for size in (150_000, 5_000_000):
        found = read(tmp_path / "a.warc", warc(http(PAGE + b" " * size)) + warc(name="next"))
        assert told(found) == ["is longer than 100,000 bytes, the limit for one article", "next"]


def test_an_address_that_is_none_does_not_end_the_file(tmp_path: Path) -> None:
    odd = warc().replace(b"http://tarn.example/page", b"http://[")
    found = read(tmp_path / "a.warc", odd + warc(name="next"))
    assert [record.metadata.get("outlet") for record in found] == [None, "tarn.example"]


@example(place=173, length=181, junk=b"\n\n")  # a length that ends with the next record's header
@settings(max_examples=150, deadline=None)
@given(
    place=st.integers(0, 3000),
    length=st.integers(0, 400),
    junk=st.one_of(st.binary(max_size=300), st.sampled_from([b"\r\n\r\n", b"WARC/1.0\r\n", warc()[:200], http()])),
)
def test_pages_before_and_behind_a_damage_are_read(
    tmp_path_factory: pytest.TempPathFactory, place: int, length: int, junk: bytes
) -> None:
    """Whatever stands in place of some bytes: what is lost are the records that it touches, and that is told."""
    pieces = [warc(name=str(number)) for number in range(6)]
    whole = b"".join(pieces)
    place %= len(whole)
    found = read(tmp_path_factory.mktemp("any") / "a.warc", whole[:place] + junk + whole[place + length :])
    touched = range(place // len(pieces[0]), min((place + length) // len(pieces[0]), 5) + 1)
    good = [record.metadata.get("url", "").rpartition("/")[2] for record in found if record.payload]
    assert {str(number) for number in range(6)} - set(good) <= {str(number) for number in touched}
