"""Captions that no element names, quotation marks that a browser writes, and articles in the wrong element."""

import pytest

from framing.article import Document
from framing.reading import document
from framing.segmenting import segment

STORY = [f"Number {n}: the council of Tarn met on Monday and voted on a new ferry plan for the port." for n in "abcdef"]
PARAGRAPHS = [f"<p>{line}</p>" for line in STORY]
CAPTION = "The hall in Tarn on Monday."
CONSENT = (
    '<div class="notice"><p>We and our 140 partners use cookies to give you the best experience on this site. By clicking '
    "accept you agree to the use of your personal data for advertising, as our privacy policy says.</p>"
    "<p>You can withdraw your consent at any time in the settings of this site.</p><button>Accept</button></div>"
)


def read(body: str) -> Document:
    head = "<!doctype html><html><head><title>Council votes on ferry</title></head><body>"
    return document(f"{head}{body}</body></html>", media_type="text/html")


def kinds(part: str) -> list[tuple[str, str]]:
    article = segment(read(f"<article><h1>Council votes</h1>{PARAGRAPHS[0]}{part}{''.join(PARAGRAPHS[1:])}</article>"))
    found = [(block.kind, article.slice((block.start, block.end))) for block in article.blocks]
    return [one for one in found if one[1] not in {*STORY, "Council votes"}]


@pytest.mark.parametrize(
    "part",
    [
        f'<div class="photo"><img src="a.jpg"><p>{CAPTION}</p></div>',
        f'<div class="story-image"><a href="b"><img src="a.jpg"></a><div>{CAPTION}</div></div>',
        f'<p><img src="a.jpg"><br>{CAPTION}</p>',
        f'<center><img src="a.jpg"><br><i>{CAPTION}</i></center>',
        f'<p><img src="a.jpg"></p><p><em>{CAPTION}</em></p>',
        f'<p><img src="a.jpg"></p><p><small>{CAPTION}</small></p>',
        f'<figure><img src="a.jpg"><p>{CAPTION}</p></figure>',
        f'<figure><a href="b"><img src="a.jpg"></a>{CAPTION}</figure>',
        f'<div class="imageCaption">{CAPTION}</div>',
        f'<p class="media__caption-text">{CAPTION}</p>',
        f'<div class="cutline">{CAPTION}</div>',
    ],
)
def test_words_below_a_picture_are_its_caption(part: str) -> None:
    assert kinds(part) == [("caption", CAPTION)]


@pytest.mark.parametrize(
    "part",
    [
        f'<p><img src="a.jpg">{CAPTION}</p>',
        f'<p><img src="a.jpg"></p><p>{CAPTION}</p>',
        f'<p><img class="wp-smiley" src="a.gif"> <em>{CAPTION}</em></p>',
        f'<p><img src="a.gif" width="1" height="1"></p><p><em>{CAPTION}</em></p>',
        f'<p><img src="a.jpg"><br><br>{CAPTION}</p>',
        f"<p><em>{CAPTION}</em></p>",
    ],
)
def test_a_paragraph_beside_a_picture_is_the_article_s(part: str) -> None:
    assert kinds(part) == [("body", CAPTION)]


def test_a_long_paragraph_in_a_picture_s_box_is_the_article_s() -> None:
    words = "The council met on Monday and voted. " * 10
    assert kinds(f'<div class="photo"><img src="a.jpg"><p>{words}</p></div>') == [("body", words.strip())]


def test_quotation_elements_have_the_marks_that_a_browser_shows() -> None:
    found = read(
        f"<article>{PARAGRAPHS[0]}<p>She said <q>we go <q>now</q></q> to <q>“them”</q> on Monday in Tarn.</p>"
        f"{PARAGRAPHS[1]}</article>"
    )
    assert "She said “we go ‘now’” to “them” on Monday in Tarn." in found.text


@pytest.mark.parametrize(
    "body",
    [
        f"{CONSENT}<aside><h1>Council votes</h1>{''.join(PARAGRAPHS)}</aside>",
        f'<main>{CONSENT}</main><aside class="story sidebar"><h1>Council votes</h1>{"".join(PARAGRAPHS)}</aside>',
    ],
)
def test_an_article_in_an_aside_is_read_and_the_consent_box_beside_it_is_not(body: str) -> None:
    assert read(body).text == "\n\n".join(["Council votes", *STORY])


@pytest.mark.parametrize(
    "aside",
    ["".join(f"<p>Teaser {n} of the paper</p>" for n in range(30)), "<p>A note beside the story says so.</p>" * 20],
    ids=["teasers", "more sentences than the article has"],
)
def test_an_aside_beside_an_article_is_not_read(aside: str) -> None:
    found = read(f"<article><h1>Council votes</h1>{''.join(PARAGRAPHS[:3])}</article><aside>{aside}</aside>")
    assert found.text == "\n\n".join(["Council votes", *STORY[:3]])
