"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import InputError
from framing.reading.encoding import declared_charset, decode

WORDS = "The mayor’s plan “was a gamble”, critics said – and the café’s owner agreed.\n"


def test_utf_8_is_read_without_a_word() -> None:
    assert decode(WORDS.encode(), "story.txt") == (WORDS, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_character(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "story.txt") == (WORDS, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\0\0\xfe\xff", "utf-32-be")],
)
def test_either_byte_order_is_read(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), "story.txt")[0] == WORDS


@pytest.mark.parametrize(
    ("encoding", "spoken"), [("cp1252", "windows-1252"), ("mac_roman", "mac-roman"), ("latin-1", "windows-1252")]
)
def test_old_western_encodings_are_told_and_the_guess_is_announced(encoding: str, spoken: str) -> None:
    plain = WORDS.translate({ord(a): b for a, b in zip("’“”–", '\'""-', strict=True)})
    words = (plain if encoding == "latin-1" else WORDS) * 5
    text, notices = decode(words.encode(encoding), "story.txt")
    assert text == words
    assert [notice.code for notice in notices] == ["encoding_guessed"]
    assert spoken in notices[0].message


def test_cyrillic_is_detected() -> None:
    words = "Мэр города сказал, что план порта был одобрен во вторник после долгого спора. " * 5
    text, notices = decode(words.encode("cp1251"), "story.txt")
    assert text == words
    assert notices[0].code == "encoding_guessed"


def test_what_is_declared_is_believed_only_where_it_is_not_utf_8() -> None:
    assert decode(WORDS.encode(), "page.html", "iso-8859-1")[0] == WORDS
    assert decode(WORDS.encode("cp1252"), "page.html", "ISO-8859-1") == (WORDS, ())
    assert decode("Łódź votes".encode("iso-8859-2"), "page.html", "iso-8859-2") == ("Łódź votes", ())


@pytest.mark.parametrize("declared", ["punycode", "unicode_escape", "no-such-code", "rot13", "utf-8"])
def test_a_declaration_that_is_no_encoding_of_files_is_left_aside(declared: str) -> None:
    text, notices = decode(WORDS.encode("cp1252"), "page.html", declared)
    assert text == WORDS
    assert notices[0].code == "encoding_guessed"


def test_a_page_declares_its_encoding_in_either_form() -> None:
    assert declared_charset(b'<html><head><meta charset="windows-1250">') == "windows-1250"
    long_form = b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>"
    assert declared_charset(long_form) == "koi8-r"
    assert declared_charset(b"<p>charset=koi8-r</p>") is None


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, b"text with a \0 in it", bytes(range(1, 32)) * 9],
)
def test_a_binary_file_is_an_error(content: bytes) -> None:
    with pytest.raises(InputError, match=r"is a (binary file|picture \(PNG\)), not"):
        decode(content, "crane.png")


def test_bytes_that_contradict_their_mark_are_an_error_that_says_so() -> None:
    with pytest.raises(InputError, match="utf-16-le that its first bytes announce"):
        decode(b"\xff\xfe\x00\xd8a", "story.txt")


def test_bytes_that_are_text_in_no_encoding_are_an_error() -> None:
    with pytest.raises(InputError):
        decode(b"\x81\x8d\x8f\x90\x9d\xff\x81" * 40 + b"\x01\x02\x03" * 40, "story.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_error_of_one_line(content: bytes) -> None:
    try:
        text, _ = decode(content, "story.txt")
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 -- both outcomes are right, another error is not
    else:
        assert text.encode("utf-8").decode("utf-8") == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_what_was_written_as_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode(), "story.txt")[0] == text.removeprefix("\ufeff")
