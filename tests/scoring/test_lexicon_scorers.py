"""Loaded terms, subjectivity and generic frames: what is found, in whose voice, and what is left alone."""

import pytest

import framing
from framing.article import Document
from framing.finding import QUALIFIERS
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import generic_frames, loaded_terms, subjectivity
from framing.scoring.words_found import LexiconText, lexicon_text
from framing.segmenting import segment


def prepared(text: str) -> LexiconText:
    article = segment(Document(text))
    return lexicon_text(article, article.voices, shipped_indexes(), read_words(article).compared)


def loaded(text: str) -> list[tuple[str, str, str]]:
    found = loaded_terms.score(prepared(text))
    return [(text[term.span.start : term.span.end].lower(), term.voice, term.block) for term in found]


STORY = """Council debates harbour plan on Tuesday night

The council met for five hours, and most of the members spoke about the cost of the harbour plan. {own}

A woman in the hall said: “{quoted}” The meeting went on until midnight, and the vote was put off by a week.

Sign up for our newsletter
"""


def test_the_voice_of_a_term_is_the_speaker_s() -> None:
    found = loaded(STORY.format(own="The regime of Varna sent a letter.", quoted="I will not be ruled by a regime."))
    assert [(term, voice) for term, voice, _ in found if "regime" in term] == [("regime", "own"), ("regime", "quoted")]


@pytest.mark.parametrize(
    "fixed",
    [
        "The war on drugs began long before, a clerk said.",
        "A case of illegal parking was settled in the end.",
        "He had radical surgery in the spring of last year.",
        "Police found an explosive device near the old quay.",
        "The charge was depraved indifference murder, a clerk said.",
        "The engineer spoke of a degenerate case, in which two lines are one.",
        "Divers set an explosive charge under the wreck.",
    ],
)
def test_a_fixed_phrase_does_not_judge(fixed: str) -> None:
    text = STORY.format(own=fixed, quoted="We will see.")
    assert loaded(text) == []


def test_furniture_has_no_terms() -> None:
    text = STORY.format(own="It rained.", quoted="We will see.") + "Related: thugs and cronies of the regime\n"
    assert not [term for term, _, block in loaded(text) if block == "boilerplate" or term == "thugs"]


def test_a_caption_is_reported_as_a_caption() -> None:
    text = STORY.format(own="It rained.", quoted="We will see.").replace(
        "A woman",
        "Illegal immigrants wait at the pier on Friday. (Ada Brun/AP Photo)\n\nA woman",
    )
    assert ("illegal immigrants", "own", "caption") in loaded(text)


def test_every_term_says_why_and_who_says_so() -> None:
    found = loaded_terms.score(prepared(STORY.format(own="A horrific, brutal regime of thugs.", quoted="No.")))
    assert found
    assert all(term.reason and term.references and 1 <= term.severity <= 3 for term in found)


def test_density_saturates_and_short_sentences_do_not_explode() -> None:
    one, two, short = subjectivity.sentence_scores([(0, 2), (1, 2), (1, 2), (2, 2)], [20, 20, 2])
    assert 0 < one < two < 1
    assert short == subjectivity.sentence_scores([(0, 2)], [10])[0]


def test_own_stance_is_marked() -> None:
    text = "Clearly, the absurd plan has failed.\n"
    found = {text[w.span.start : w.span.end].lower(): w.category for w in subjectivity.score(prepared(text))}
    assert found["clearly"] == "booster"
    assert found["absurd"] == "evaluative_adjective"


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Supposedly the plan is ready.", "hedge"),
        ("Some say the plan is ready.", "hedge"),
        ("The plan is mostly ready.", "approximator"),
        ("The plan is by and large ready.", "approximator"),
        ("The plan could be ready.", "modal"),
        ("The plan will likely pass.", "modal"),
        ("The plan is expected to pass.", "modal"),
    ],
)
def test_what_says_how_far_or_how_likely_is_no_hedge_that_distances(words: str, category: str) -> None:
    (found,) = subjectivity.score(prepared(f"{words}\n"))
    assert (found.category, found.category in QUALIFIERS, found.judges) == (category, category != "hedge", False)


def test_what_says_how_far_or_how_likely_is_in_no_figure_of_words_that_judge() -> None:
    plain, qualified = (
        framing.analyze(STORY.format(own=own, quoted="I will wait."))
        for own in ("The plan will pass and be ready in May.", "The plan will likely pass and could be mostly ready.")
    )
    for report, rate in ((plain, 0), (qualified, 1)):
        assert report.measures["subjective_words_own"].count == report.measures["hedges_own"].count == 0
        assert (report.measures["approximators_own"].count, report.measures["modals_own"].count) == (rate, 2 * rate)
        assert not any(sentence.subjectivity for sentence in report.analysis.sentences)
    assert framing.score_sentences(["The plan could be mostly ready."])["subjectivity"].item() == 0


def test_a_generic_frame_is_a_sum_of_its_evidence() -> None:
    text = STORY.format(
        own="The rivals clashed again, and each side accused the other in a bitter dispute, a feud of years.",
        quoted="They attack each other.",
    )
    prepared_text = prepared(text)
    value, evidence, entries = generic_frames.density(prepared_text)["conflict"]
    assert value > 0
    assert entries >= 2
    words = sum(
        prepared_text.article.tokens.words[number]
        for owner, number in zip(prepared_text.words.sentences, prepared_text.words.numbers, strict=True)
        if owner >= 0
        and prepared_text.article.blocks[prepared_text.article.sentences[owner].block].kind
        in generic_frames.SCORED_BLOCKS
    )
    assert value == pytest.approx(100 * sum(e.weight for e in evidence) / words)


def test_swapping_places_in_a_text_changes_no_generic_frame() -> None:
    one = STORY.format(own="Norwegians and Danes clashed.", quoted="They attack us.")
    other = one.replace("Norwegians", "Brazilians").replace("Danes", "Poles")
    first, second = generic_frames.score(prepared(one)), generic_frames.score(prepared(other))
    assert {name: frame.score for name, frame in first.items()} == {name: frame.score for name, frame in second.items()}


@pytest.mark.parametrize(
    "fixed", ["A driver was held for reckless driving.", "The clerk was cleared of indecent exposure in May."]
)
def test_a_fixed_phrase_is_no_mark_of_a_stance(fixed: str) -> None:
    text = STORY.format(own=fixed, quoted="We will see.")
    marked = {text[marker.span.start : marker.span.end] for marker in subjectivity.score(prepared(text))}
    assert not marked & {"reckless", "indecent"}


def test_a_named_sources_cue_is_no_hedge_of_the_writers() -> None:
    said = "Vote on pier put off\n\nThe council met in the town hall of Odden on Tuesday. {} that the pier was safe.\n"
    named, vague = (
        [word.category for word in framing.analyze(said.format(who)).analysis.subjective_words]
        for who in ("Mayor Ada Holm indicated", "Some have suggested")
    )
    assert "hedge" not in named
    assert "hedge" in vague
