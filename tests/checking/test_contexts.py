"""One finding in many contexts: whether it is found, by which rule, and that line and column point at the words."""

import pytest

from framing.checking.run import check_document
from framing.config import Config
from framing.reading import document

WORDS = "terrifying"
FILLER = (
    "The council met in the town hall of Odden on Tuesday to talk about the plan for the old harbour. "
    "It will cost forty million and work begins in May, said Mara Olsen, who leads the office for ports. "
    "The plan has been public since March, and residents could comment on it until the end of June."
)
MARKDOWN = {
    "paragraph": (f"# Odden plans\n\n{FILLER} It was a {WORDS} night.\n", "W101"),
    "headline": (f"# A {WORDS} night in Odden\n\n{FILLER}\n", "W102"),
    "front matter headline": (f"---\ntitle: Odden plans\n---\n\n# A {WORDS} night\n\n{FILLER}\n", "W102"),
    "front matter key": (f"---\ntitle: Odden plans\nnotes: a {WORDS} night\n---\n\n{FILLER}\n", None),
    "list": (f"# Odden plans\n\n{FILLER}\n\n* The road is closed for a year.\n* It was a {WORDS} night.\n", "W101"),
    "table": (f"# Odden plans\n\n{FILLER}\n\n| Night | Words |\n|---|---|\n| first | a {WORDS} night |\n", None),
    "table of headings": (f"| A {WORDS} night | Words |\n|---|---|\n| first | second |\n\n{FILLER}\n", None),
    "list of links": (f"# Odden plans\n\n{FILLER}\n\n* [A {WORDS} night](/a)\n* [The plan](/b)\n", None),
    "list at the top": (f"* A {WORDS} night\n* The road\n\n{FILLER}\n\n{FILLER}\n", None),
    "shortcode": (f'# Odden plans\n\n{{{{< figure title="a {WORDS} night" >}}}}\n\n{FILLER}\n', None),
    "shortcode in a paragraph": (f'# Odden plans\n\n{FILLER} {{{{% note "{WORDS}" %}}}}\n', None),
    "text between shortcodes": (
        f"# Odden plans\n\n{FILLER}\n\n{{{{< note >}}}}\nIt was a {WORDS} night.\n{{{{< /note >}}}}\n",
        "W101",
    ),
    "template tag at the top": (f"{{% include {WORDS}-night.html %}}\n\n# Odden plans\n\n{FILLER}\n", None),
    "template code": (
        f"# Odden plans\n\n{FILLER}\n\n{{% highlight %}}\na {WORDS} night.\n{{% endhighlight %}}\n",
        None,
    ),
    "attributes of a heading": (f"# Odden plans {{#a-{WORDS}-night}}\n\n{FILLER}\n", None),
    "template code before the words": (
        f"# Odden plans\n\n{FILLER} {{{{ page.date }}}} It was a {WORDS} night.\n",
        "W101",
    ),
    "emphasis": (f"# Odden plans\n\n{FILLER} It was a *{WORDS}* night.\n", "W101"),
    "strong in a word": (f"# Odden plans\n\n{FILLER} It was a **terri**fying night.\n", "W101"),
    "link text": (f"# Odden plans\n\n{FILLER} It was a [{WORDS} night](https://odden.example/a).\n", "W101"),
    "link title": (f'# Odden plans\n\n{FILLER} It was [a night](https://odden.example "a {WORDS} night").\n', None),
    "link address": (f"# Odden plans\n\n{FILLER} See [here](https://odden.example/a-{WORDS}-night).\n", None),
    "straight quotation marks": (f'# Odden plans\n\n{FILLER} "It was a {WORDS} night," said Olsen.\n', None),
    "curly quotation marks": (f"# Odden plans\n\n{FILLER} “It was a {WORDS} night,” said Olsen.\n", None),
    "single quotation marks": (f"# Odden plans\n\n{FILLER} ‘It was a {WORDS} night,’ said Olsen.\n", None),
    "quotation over two paragraphs": (
        f"# Odden plans\n\n{FILLER}\n\n“We all stood at the quay,” said Olsen. “It rained.\n\n“It was a {WORDS} night.”\n",
        None,
    ),
    "block quote": (f"# Odden plans\n\n{FILLER} Olsen wrote:\n\n> It was a {WORDS} night for all of us.\n", None),
    "scare quotes": (f"# Odden plans\n\n{FILLER} The “{WORDS}” night is over.\n", None),
    "reported speech": (f"# Odden plans\n\n{FILLER} Olsen said that it was a {WORDS} night.\n", None),
    "what others think": (f"# Odden plans\n\n{FILLER} Olsen believes that it was a {WORDS} night.\n", "W101"),
    "code": (f"# Odden plans\n\n{FILLER} The key is `{WORDS}`.\n", None),
    "fenced code": (f"# Odden plans\n\n{FILLER}\n\n```\na {WORDS} night\n```\n", None),
    "comment": (f"# Odden plans\n\n{FILLER}\n\n<!-- a {WORDS} night -->\n", None),
    "raw block": (f"# Odden plans\n\n{FILLER}\n\n<div>\n\nIt was a {WORDS} night for the town.\n\n</div>\n", "W101"),
    "after emoji": (f"# Odden plans\n\n{FILLER} 🎈🎈 It was a {WORDS} night.\n", "W101"),
    "after combining marks": (f"# Odden plans\n\n{FILLER} A nai\u0308ve, cafe\u0301 and {WORDS} night.\n", "W101"),
    "carriage returns": (f"# Odden plans\r\n\r\n{FILLER}\r\n\r\nIt was a {WORDS} night.\r\n", "W101"),
    "subhead": (f"# Odden plans\n\n{FILLER}\n\n## What comes next\n\nIt was a {WORDS} night.\n", "W101"),
}
HTML = {
    "paragraph": (f"<p>{FILLER}</p><p>It was a {WORDS} night &amp; a long one.</p>", "W101"),
    "after references": (f"<p>{FILLER}</p><p>Fish &amp; chips, caf&eacute;: a {WORDS} night.</p>", "W101"),
    "quotation": (f"<p>{FILLER}</p><p>&ldquo;It was a {WORDS} night,&rdquo; said Olsen.</p>", None),
    "attribute": (f'<p title="a {WORDS} night">{FILLER}</p>', None),
    "script": (f"<p>{FILLER}</p><script>var a = '{WORDS} night';</script>", None),
    "caption": (
        f"<p>{FILLER}</p><figure><img src='a.png' alt=''><figcaption>The harbour on a {WORDS} night.</figcaption></figure>",
        "W103",
    ),
    "items that are sentences": (f"<p>{FILLER}</p><ul><li>It rained.</li><li>A {WORDS} night.</li></ul>", "W101"),
    "items that are none": (f"<p>{FILLER}</p><ul><li>A {WORDS} Night</li><li>Rain</li></ul><p>{FILLER}</p>", None),
    "items of links": (f"<ul><li><a href=/a>A {WORDS} night</a><li><a href=/b>Rain</a></ul><p>{FILLER}</p>", None),
    "cells": (f"<p>{FILLER}</p><table><tr><td>Monday<td>A {WORDS} night.</table><p>{FILLER}</p>", None),
    "headings of cells": (f"<table><tr><th>A {WORDS} Night<tr><td>Rain</table><p>{FILLER}</p>", None),
    "a page laid out by a table": (
        f"<table><tr><td>Menu<td>{FILLER}<br>{FILLER}<br>It was a {WORDS} night.</table>",
        "W101",
    ),
    "template code": (f"<p>{FILLER} {{{{ page.{WORDS} }}}}</p><p>{{% include '{WORDS}.html' %}}</p>", None),
    "text after template code": (f"<p>{FILLER} {{{{ page.date }}}} It was a {WORDS} night.</p>", "W101"),
}
PLAIN = {
    "items that are sentences": (f"{FILLER}\n\n- It rained.\n\n- It was a {WORDS} night.\n\n{FILLER}\n", "W101"),
    "items that are none": (f"{FILLER}\n\n- Rain\n\n• A {WORDS} Night\n\n* A {WORDS} night\n\n{FILLER}\n", None),
    "rows between bars": (f"{FILLER}\n\n| Night | Words |\n\n| first | a {WORDS} one |\n\n{FILLER}\n", None),
    "cells kept apart by tabs": (f"{FILLER}\n\nNight\tWords\n\nfirst\ta {WORDS} one\n\n{FILLER}\n", None),
    "template code": (f'{FILLER}\n\n{{{{< figure title="a {WORDS} night" >}}}}\n\n{{% {WORDS} %}}\n\n{FILLER}\n', None),
    "text after template code": (f"{FILLER} {{{{ page.date }}}} It was a {WORDS} night.\n", "W101"),
    "a brace that nothing closes": (f"{FILLER} Type {{{{ for it. It was a {WORDS} night.\n", "W101"),
}


def found(text: str, media_type: str) -> list[tuple[str, str]]:
    """Code and the file's own characters at line and column of each finding about words."""
    config = Config(values={"extend-select": ["W103"]}, origins={"extend-select": "test"})
    checked = check_document(document(text, media_type=media_type), config, "a")
    lines = text.split("\n")
    rows = []
    for one in checked.file.diagnostics:
        if one.code.startswith("W"):
            assert one.line == one.end_line
            rows.append((one.code, lines[one.line - 1][one.column - 1 : one.end_column - 1]))
    return rows


@pytest.mark.parametrize("context", MARKDOWN)
def test_a_loaded_word_in_markdown_is_found_where_it_is_the_outlets(context: str) -> None:
    text, code = MARKDOWN[context]
    shown = "terri**fying" if "terri**fying" in text else WORDS
    assert found(text, "text/markdown") == ([(code, shown)] if code else [])


@pytest.mark.parametrize("context", HTML)
def test_a_loaded_word_in_html_is_found_where_it_is_the_outlets(context: str) -> None:
    body, code = HTML[context]
    text = f"<html><head><title>Odden plans</title></head><body><article><h1>Odden plans</h1>\n{body}</article></body></html>"
    assert found(text, "text/html") == ([(code, WORDS)] if code else [])


@pytest.mark.parametrize("context", PLAIN)
def test_a_loaded_word_in_plain_text_is_found_where_it_is_the_outlets(context: str) -> None:
    body, code = PLAIN[context]
    assert found(f"Odden plans\n\n{body}", "text/plain") == ([(code, WORDS)] if code else [])
