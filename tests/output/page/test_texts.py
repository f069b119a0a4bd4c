"""What a page says in words: notes of the margin, rows of figures, the foot."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing
from framing.attribution import Attribution, Cue, Source, SourceType
from framing.entity import LEAST_SURE_TYPE
from framing.finding import LEAST_SLANT, POLICY_FRAMES, LoadedTerm
from framing.measuring.definitions import DEFINITIONS
from framing.output.page.characters import shown
from framing.output.page.figures_table import figure_groups
from framing.output.page.layers import COMPARED_LAYERS, FRAME_CODES, LAYERS
from framing.output.page.notes import Note, find_notes, together
from framing.output.page.provenance import article_facts, tool_facts, web_address
from framing.report import Report
from framing.spans import Span

TEXT = """Council approves harbour plan

The council approved a reckless plan on Tuesday, the mayor said. Nobody asked the people who live at the old quay.
"""


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture(scope="module")
def report() -> Report:
    return framing.analyze(TEXT, metadata={"outlet": "The Lantern", "date": "2031-02-03"})


def test_a_note_says_whose_words_a_term_is_and_what_to_write_instead(report: Report) -> None:
    term = LoadedTerm(
        span=span("reckless"),
        entry="emotive_words/reckless",
        category="dehumanising_metaphor",
        severity=2,
        voice="reported",
        block="caption",
        sentence=1,
        scare=True,
        alternatives=("risky",),
        reason="It judges.",
        references=("recasens2013",),
    )
    note = next(n for n in find_notes(replace(report.analysis, loaded_terms=(term,))) if n.code == "L1")
    assert note.words == "reckless"
    assert note.kind == "dehumanising metaphor, reported in scare quotes, caption"
    assert (note.reason, note.instead) == ("It judges.", ("risky",))


def test_what_stands_in_quotation_marks_is_not_rewritten() -> None:
    said = framing.analyze(
        "Council meets\n\nThe council met.\n\n“The regime fell on Monday,” said Ada Holm.\n"
    ).analysis
    (term,) = said.loaded_terms
    assert term.listed
    (note,) = (note for note in find_notes(said) if note.code == "L1")
    assert (note.words, note.instead) == ("regime", ())


@pytest.mark.parametrize(
    ("explained", "relayed", "party", "kind", "expected"),
    [
        (None, False, None, "politician", "politician"),
        (None, False, None, "other", "of a kind not told surely"),
        (None, False, "Harbour Party", "politician", "politician, Harbour Party"),
        (False, False, None, "politician", "politician, no reason given for anonymity"),
        (True, True, None, "media", "media, reason given, passes on somebody else's words"),
        (None, True, None, "politician", "politician"),
    ],
)
def test_a_note_says_who_is_credited_and_how(
    report: Report, *, explained: bool | None, relayed: bool, party: str | None, kind: SourceType, expected: str
) -> None:
    source = Source(span("the mayor"), "the mayor", kind, party, "named_person")
    said = Attribution(
        "indirect", (span("The council approved"),), Cue(span("said"), "doubting"), source, explained, relayed, 3
    )
    note = attribution_note(report, said, sure=1.0)
    assert note.kind == expected
    assert note.reason == "Indirect speech, 3 words; “said”, a cue that is doubting. Identified as named person."
    assert [role for _, role in note.parts] == ["source", "cue"]


def test_a_type_that_is_not_likely_enough_is_not_told(report: Report) -> None:
    source = Source(span("the mayor"), "the mayor", "politician", "Harbour Party", "named_person")
    said = Attribution("indirect", (span("The council approved"),), None, source, None, relayed=False, words=3)
    assert attribution_note(report, said, sure=LEAST_SURE_TYPE).kind == "politician, Harbour Party"
    assert attribution_note(report, said, sure=LEAST_SURE_TYPE - 0.01).kind == "of a kind not told surely"


def attribution_note(report: Report, said: Attribution, *, sure: float) -> Note:
    """The note of an attribution whose source has its type with a probability."""
    assert said.source is not None
    entity = replace(report.analysis.entities[0], id=0, type=said.source.type, confidence=sure)
    told = replace(said, source=replace(said.source, entity=0))
    return next(
        note
        for note in find_notes(replace(report.analysis, attributions=(told,), entities=(entity,)))
        if note.code == "A1"
    )


def test_words_that_are_passed_on_are_not_the_source_s_own(report: Report) -> None:
    source = Source(span("the mayor"), "the mayor", "media", None, "named_person")
    said = Attribution("indirect", (span("The council approved"),), None, source, None, relayed=True, words=1)
    assert attribution_note(report, said, sure=1).reason.startswith("Indirect speech, 1 word of its own, no cue.")
    assert " of its own" not in attribution_note(report, replace(said, words=3), sure=1).reason


def test_no_reason_is_missed_where_the_article_gives_one(report: Report) -> None:
    source = Source(span("the mayor"), "the mayor", "government", None, "anonymous", entity=0)
    entity = replace(report.analysis.entities[0], id=0, type="government", confidence=1)
    told_so = (span("The council approved"),)
    bare = Attribution("indirect", told_so, None, source, anonymity_explained=False, relayed=False, words=3)
    for others, told in (((), "no reason given for anonymity"), ((replace(bare, anonymity_explained=True),), "")):
        analysis = replace(report.analysis, attributions=(bare, *others), entities=(entity,))
        kind = next(note for note in find_notes(analysis) if note.code == "A1").kind
        assert kind == ", ".join(part for part in ("government", told) if part)


def test_a_term_that_comes_back_is_one_note_with_its_count(report: Report) -> None:
    article = report.analysis.article.text
    start = article.index("council")
    one = LoadedTerm(
        Span(start, start + 7), "x/y", "emotive", 1, "own", "headline", 0, scare=False, alternatives=("board",),
        reason="It judges.", references=(),
    )  # fmt: skip
    other = replace(one, span=Span(start, start + 7), voice="quoted", block="body")
    third = replace(other, reason="Another reason.")
    notes = together(find_notes(replace(report.analysis, loaded_terms=(one, other, other, third))))
    first, second = (note for note in notes if note.layer == "loaded")
    assert (first.code, first.count, first.kind) == ("L1", 3, "emotive; own voice, headline; quoted ×2")
    assert (second.code, second.count, second.kind) == ("L2", 1, "emotive, quoted")


def test_words_without_a_source_are_credited_to_nobody(report: Report) -> None:
    said = Attribution("direct", (span("Nobody"),), None, None, None, relayed=False, words=1)
    note = next(n for n in find_notes(replace(report.analysis, attributions=(said,))) if n.code == "A1")
    assert (note.words, note.kind) == ("nobody", "credited to nobody")
    assert note.reason == "Direct speech, 1 word, no cue."


def test_only_sentences_that_the_measure_counts_are_noted_as_slanted(report: Report) -> None:
    analysis = report.analysis
    own = next(i for i, sentence in enumerate(analysis.article.sentences) if analysis.own_share(sentence) > 0.5)
    below = tuple(replace(scores, slant=LEAST_SLANT - 0.01) for scores in analysis.sentences)
    reached = (*below[:own], replace(below[own], slant=LEAST_SLANT), *below[own + 1 :])
    for sentences, count in ((below, 0), (reached, 1)):
        notes = find_notes(replace(report.analysis, sentences=sentences))
        assert sum(note.layer == "bias" for note in notes) == count


def test_codes_of_frames_and_layers_are_not_taken_for_each_other() -> None:
    assert set(FRAME_CODES) == set(POLICY_FRAMES)
    assert len(set(FRAME_CODES.values())) == len(POLICY_FRAMES)
    for layers in (LAYERS, COMPARED_LAYERS):
        codes = [layer.code for layer in layers if layer.code]
        assert len(set(codes)) == len(codes)
        assert len({layer.shape for layer in layers}) == len(layers)


def test_every_measure_that_is_defined_has_a_row_and_a_name_of_its_own(report: Report) -> None:
    rows = [row for group in figure_groups(report.measures) for row in group.rows]
    defined = [found.name for found in DEFINITIONS if report.measures[found.name].value is not None]
    assert sorted(row.name for row in rows) == sorted(defined)
    assert len({row.label for row in rows}) == len(rows)
    assert all(row.label[0].isupper() and "_" not in row.label for row in rows)


def test_the_foot_says_what_the_input_says_and_no_more(report: Report) -> None:
    facts = {fact.label: fact.value for fact in article_facts(report)}
    assert facts["Outlet"] == "The Lantern"
    assert facts["Date"] == "2031-02-03"
    assert facts["SHA-256 of the text"] == report.to_dict()["article"]["sha256"]
    assert "Author" not in facts
    assert not [fact for fact in article_facts(framing.analyze(TEXT)) if fact.label == "Date"]


def test_the_foot_names_every_model_and_every_lexicon(report: Report) -> None:
    facts = {fact.label: fact.value for fact in tool_facts([report])}
    assert all(f"{name} {version}" in facts["Models"] for name, version in report.analysis.models.items())
    assert all(name in facts["Lexicons"] for name in ("group_labels", "hedges", "policy_frames_1"))
    assert facts["Settings"] == "as shipped"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//outlet.example/a", "file:///etc/passwd",
        "https://", "HTTPS", "https://[::1", "vbscript:x",
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str) -> None:
    assert web_address(address) == ""


@given(st.text(max_size=60))
def test_whatever_becomes_a_link_begins_with_http(text: str) -> None:
    for address in (text, f"https://{text}", f"http:{text}"):
        found = web_address(address)
        assert found == "" or found.lower().startswith(("http://", "https://"))


@given(st.text(max_size=60))
def test_text_is_named_where_it_is_unsafe_and_nowhere_else(text: str) -> None:
    found = shown(text)
    assert isinstance(found, str)
    unsafe = [character for character in text if shown(character) != character]
    assert not set(found) & set(unsafe)
    assert len(found) - len(text) == sum(len(f"[U+{ord(character):04X}]") - 1 for character in unsafe)
    assert all(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn"} for character in unsafe)


@pytest.mark.parametrize(
    "character", ["\u202a", "\u202e", "\u2066", "\u2069", "\x00", "\x1b", "\x7f", "\x85", "\ud800"]
)
def test_a_character_that_reorders_or_breaks_text_is_named(character: str) -> None:
    assert shown(f"a{character}b") == f"a[U+{ord(character):04X}]b"


@pytest.mark.parametrize("character", ["\u200e", "\u200f", "\u061c", "\u200d", "\t", "\n", "\u00a0", "é", "😀"])
def test_a_character_that_scripts_need_stays(character: str) -> None:
    assert shown(f"a{character}b") == f"a{character}b"
