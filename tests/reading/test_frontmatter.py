"""Front matter as metadata."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.reading import document
from framing.reading.frontmatter import read_front_matter, standard_names

YAML = """---
title: "Ferry late: again"   # the desk's
Byline: Ida Holm
authors:
  - Ida Holm
  - 'Per O''Dell'
date: 2024-03-12
site: The Sund Post
tags: [ferry, "sea, and sky", sund]
kind: news
summary: >
  The ferry was late
  once more.
nested: {a: 1}
anchor: &x bomb
again: *x
empty:
url: https://sundpost.example/ferry?a=1#top
---
The ferry was late.
"""


def test_yaml_s_scalars_lists_and_folded_texts_are_read() -> None:
    found = read_front_matter(YAML)
    assert YAML[found.end :] == "The ferry was late.\n"
    assert found.settings == {
        "title": "Ferry late: again",
        "Byline": "Ida Holm",
        "authors": "Ida Holm, Per O'Dell",
        "date": "2024-03-12",
        "site": "The Sund Post",
        "tags": "ferry, sea, and sky, sund",
        "kind": "news",
        "summary": "The ferry was late once more.",
        "url": "https://sundpost.example/ferry?a=1#top",
    }


def test_settings_come_under_the_project_s_names() -> None:
    settings = {"Headline": "Late", "byline": "Ida", "SITE": "Post", "language": "en", "desk": "sea", "canonical": "u"}
    assert standard_names(settings) == {
        "title": "Late",
        "author": "Ida",
        "outlet": "Post",
        "lang": "en",
        "desk": "sea",
        "url": "u",
    }


def test_toml_is_read() -> None:
    settings = 'title = "Ferry late"\nauthors = ["Ida Holm", "Per"]\ndate = 2024-03-12\ndraft = false\n[x]\ny = 1\n'
    source = f"+++\n{settings}+++\nText."
    found = read_front_matter(source)
    assert found.settings == {"title": "Ferry late", "authors": "Ida Holm, Per", "date": "2024-03-12", "draft": "false"}
    assert source[found.end :] == "Text."


def test_toml_that_is_none_is_left_aside_with_a_notice() -> None:
    found = document("+++\ntitle = \n+++\nThe ferry was late.", media_type="text/markdown")
    assert found.text == "The ferry was late."
    assert [notice.code for notice in found.notices] == ["front_matter_unread"]


@pytest.mark.parametrize(
    "source",
    [
        "---\nA paragraph between two rules.\n---\nMore.",
        "---\nnever: closed\n",
        "text\n---\na: b\n---\n",
        "--- a: b ---",
    ],
)
def test_rules_are_no_front_matter(source: str) -> None:
    assert read_front_matter(source) == ({}, 0, ())


def test_windows_line_ends_change_nothing() -> None:
    assert read_front_matter(YAML.replace("\n", "\r\n")).settings == read_front_matter(YAML).settings


def test_what_the_caller_knows_wins() -> None:
    found = document(YAML, media_type="text/markdown", title="Mine", metadata={"outlet": "Ours"})
    assert (found.title, found.metadata["outlet"], found.metadata["author"]) == ("Mine", "Ours", "Ida Holm, Per O'Dell")
    assert document(YAML, media_type="text/markdown").title == "Ferry late: again"


@given(st.text(st.sampled_from("abc: -[]{}\"'\\#|>&*!\n\t~,="), max_size=80), st.sampled_from(["---", "+++"]))
def test_any_front_matter_is_strings_by_name(settings: str, fence: str) -> None:
    found = read_front_matter(f"{fence}\n{settings}\n{fence}\nText.")
    assert all(isinstance(value, str) and value for value in found.settings.values())
