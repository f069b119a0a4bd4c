"""Genre, policy frames and techniques of whole articles."""

import numpy as np
import pytest

import framing
from framing.article import Article, Document
from framing.finding import POLICY_FRAMES, Evidence, FrameScore, Genre, Technique
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import frame_words, genre, policy_frames, techniques
from framing.scoring.sentences import score_article, table_of
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment

REPORT = """BRACKWATER (Harbor Wire) — The city council on Tuesday approved a budget of $410 million, officials said.

The vote was 7-2. Council member Ines Moll, who voted against the plan, said it left too little for road repairs.

"We asked for two more weeks to read the figures," Moll told reporters after the meeting.

Mayor Tom Rask said the budget would take effect on July 1. A spokeswoman for the finance department said revenue had
risen by 3 percent since 2018, according to a report published last week.

Police said about 40 people gathered outside the building. No arrests were made, a spokesman said."""

COLUMN = """I have watched this council for twenty years, and I have never seen anything so foolish.

Why should we trust people who cannot add? You know the answer, and so do they. This is not a budget, it is an insult
to everyone who pays for it. If our leaders had any shame, they would apologize and start again. They should be
honest with us for once.

But they won't, because nobody makes them. We must stop pretending that this is normal. It isn't. The truth is that
we deserve better, and until we demand it we will never get it. So let's demand it now, all of us, and let's be loud."""

COURT = """The supreme court ruled on Monday that the statute violates the constitution. The judge said that the law
denies defendants a fair trial. Police had arrested the two men in March on murder charges. Prosecutors asked for
a prison sentence of ten years. Lawyers for the defendants will appeal the conviction, they told the court."""


def article(text: str, title: str | None = None) -> Article:
    return segment(Document(text, title=title))


def genre_of(given: Article) -> Genre | None:
    return genre.score(given, read_words(given))


def techniques_of(given: Article) -> tuple[Technique, ...]:
    return techniques.score(given, score_article(given, read_words(given)))


def frames(text: str) -> tuple[Article, dict[str, FrameScore]]:
    given = article(text)
    table = table_of(score_article(given, read_words(given)))
    words = frame_words.score(lexicon_text(given, given.voices, shipped_indexes(), read_words(given).compared))
    return given, policy_frames.score(given, read_words(given), table, words)


def test_a_report_is_reporting_and_a_column_opinion() -> None:
    assert genre_of(article(REPORT, "Council approves $410 million budget")).label == "reporting"
    assert genre_of(article(COLUMN, "We deserve better than this")).label == "opinion"


def test_the_labels_probability_is_at_least_a_half() -> None:
    for text in (REPORT, COLUMN):
        assert 0.5 <= genre_of(article(text)).probability <= 1


@pytest.mark.parametrize("text", ["", "Too short to tell.", "… … …"])
def test_a_short_text_has_no_genre(text: str) -> None:
    assert genre_of(article(text)) is None


def test_a_story_of_a_trial_is_about_law_and_crime() -> None:
    _, found = frames(COURT)
    assert list(found) == list(POLICY_FRAMES)
    assert found["legality_constitutionality_and_jurisprudence"].present
    assert found["crime_and_punishment"].present
    assert not found["health_and_safety"].present


def test_the_evidence_of_a_frame_is_words_of_the_text() -> None:
    given, found = frames(COURT)
    words = {given.slice((e.start, e.end)).lower() for e in found["crime_and_punishment"].evidence}
    assert words & {"police", "murder", "prison", "arrested"}
    for frame in found.values():
        assert 0 <= frame.score <= 1
        assert all(e.weight >= 0 and 0 <= e.start < e.end <= len(given.text) for e in frame.evidence)
        assert list(frame.evidence) == sorted(frame.evidence)


def test_no_frame_is_present_without_words_of_its_own() -> None:
    given = article("The clown fell off the ladder, and the children laughed. He did it again, and they laughed more.")
    table = table_of(score_article(given, read_words(given)))
    certain = table._replace(frames=np.ones_like(table.frames))
    found = policy_frames.score(given, read_words(given), certain, dict.fromkeys(POLICY_FRAMES, ()))
    assert not any(frame.present for frame in found.values())


def test_more_words_of_a_frame_make_it_likelier() -> None:
    given, without = frames(REPORT)
    table = table_of(score_article(given, read_words(given)))
    words = dict.fromkeys(POLICY_FRAMES, ()) | {"economic": (Evidence(0, 10, 50.0),)}
    assert policy_frames.score(given, read_words(given), table, words)["economic"].score > without["economic"].score


@pytest.mark.parametrize("text", [REPORT, COURT])
def test_the_panel_and_the_list_agree(text: str) -> None:
    report = framing.analyze(text)
    shares = {name: report.measures[f"frame_{name}"].value or 0.0 for name in POLICY_FRAMES}
    present = {name for name, frame in report.analysis.policy_frames.items() if frame.present}
    assert max(shares, key=lambda name: shares[name]) in present
    assert all(shares[name] > 0 for name in present)


@pytest.mark.parametrize("text", ["", "Hello.", "1 2 3\n\n4"])
def test_nearly_empty_texts_have_frames_with_scores(text: str) -> None:
    _, found = frames(text)
    assert set(found) == set(POLICY_FRAMES)


def test_a_technique_is_shown_with_the_words_that_decided() -> None:
    text = "The council met on Monday. These corrupt, cowardly traitors unleashed a disgusting witch hunt against us."
    given = article(text)
    found = techniques_of(given)
    assert found
    assert all(technique.span.start >= text.index("These") for technique in found)
    loaded = next(technique for technique in found if technique.name == "loaded_language")
    assert "corrupt" in given.slice(loaded.span) or "disgusting" in given.slice(loaded.span)
    assert 0 < loaded.probability <= 1


def test_a_plain_report_shows_no_techniques() -> None:
    assert techniques_of(article(REPORT)) == ()


def test_neither_a_caption_nor_a_headline_printed_again_is_evidence() -> None:
    headline = "Court of Odden Frees the Ferryman"
    body = "The ferryman left the hall on Monday, and all of his friends came to the quay to see him again."
    given = article(f"{headline}\n\n{headline}\n\n{body}\n\nThe court in spring. (Per Lie/AP Photo)\n\n{body}")
    words = frame_words.score(lexicon_text(given, given.voices, shipped_indexes(), read_words(given).compared))
    found = words["legality_constitutionality_and_jurisprudence"]
    assert [given.slice((word.start, word.end)) for word in found] == ["Court"]
    assert found[0].start < len(headline)
