"""Of who speaks a check finds out only what its rules need, and finds the same."""

import pytest

import framing
from framing import pipeline
from framing.article import Article, Document
from framing.attributing import attributed
from framing.attribution import Attribution
from framing.checking.run import check_document
from framing.config import Config
from framing.finding import LoadedTerm
from framing.modelling.article_words import ArticleWords, read_words
from framing.reading import document
from framing.segmenting import segment
from framing.source_typing.identities import may_be_anonymous

LEAD = "# Wall divides Odden\n\nThe council met in the town hall of Odden on Tuesday, and the talk was long. "
WORDS = Config(values={"select": ["W101", "W102", "W103"]})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the checks of a test ask of attribution."""
    found: list[str] = []

    def speakers(article: Article, words: ArticleWords, *doubtful: object) -> tuple[Attribution, ...]:
        found.append("voices")
        return whose(article, words, *doubtful)  # type: ignore[arg-type]

    def whole(article: Article, words: ArticleWords, **_: bool) -> object:
        found.append("sources")
        return attributed(article, words)

    whose = pipeline.speakers
    monkeypatch.setattr(pipeline, "speakers", speakers)
    monkeypatch.setattr(pipeline, "attributed", whole)
    return found


def codes(text: str, config: Config) -> list[str]:
    given: Document = document(LEAD + text, media_type="text/markdown")
    return [one.code for one in check_document(given, config, "a").file.diagnostics]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The vote is next week.", []),
        ("The plan is probably sound.", []),
        ("“The builders are thugs,” Dana Norr said.", []),
        ("Dana Norr said that the builders were thugs.", ["voices"]),
        ("The builders are thugs.", ["voices"]),
    ],
)
def test_rules_about_words_ask_who_speaks_where_a_word_may_be_the_outlet_s(
    sentence: str, wanted: list[str], asked: list[str]
) -> None:
    codes(sentence, WORDS)
    assert asked == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted", "found"),
    [
        ("“It is over,” said Dana Norr, the mayor.", [], []),
        ("“It is over,” said a person familiar with the talks.", ["sources"], ["S204"]),
        ("“It is over,” said an official on condition of anonymity because she feared for her job.", ["sources"], []),
    ],
)
def test_sources_are_named_where_one_may_be_anonymous(
    sentence: str, wanted: list[str], found: list[str], asked: list[str]
) -> None:
    assert codes(sentence, Config(values={"select": ["S204"]})) == found
    assert asked == wanted


def test_voices_are_the_same_with_and_without_names() -> None:
    text = (
        LEAD + "Dana Norr told Ada Holm that the thugs had left. Holm was told to wait. “Never,” she said.\n\nHOLM: No."
    )
    article = segment(document(text, media_type="text/markdown"))
    words = read_words(article)
    whole = pipeline.analysis_of(article, stages={"attributions"}, words=words)
    bare = pipeline.analysis_of(article, stages={"voices"}, words=words)
    assert bare.voices == whole.voices
    assert bare.loaded_terms == whole.loaded_terms
    assert all(one.source is None or not one.source.name or one.source.type == "other" for one in bare.attributions)


def test_a_stage_for_no_term_that_is_wanted_is_left_out(asked: list[str]) -> None:
    def never(_: LoadedTerm) -> bool:
        return False

    pipeline.analyze_document(document(LEAD + "The thugs left."), stages={"voices"}, wanted=never)
    assert asked == []


def test_a_text_in_which_a_source_is_anonymous_may_be_anonymous() -> None:
    for sentence in ("said an unnamed aide", "said people close to Ada Holm", "said a clerk who asked not to be named"):
        text = f"{LEAD}The pier is shut, {sentence} on Monday."
        sources = [one.source for one in framing.analyze(text).analysis.attributions if one.source]
        assert "anonymous" in {source.identity for source in sources}
        assert may_be_anonymous(text)
    assert not may_be_anonymous(LEAD)


def test_subjective_words_are_found_for_the_rules_that_read_them() -> None:
    given = document(LEAD + "The plan is obviously sound, and the talk was remarkably long.")
    for stages, count in (({"voices"}, 0), ({"subjectivity"}, 2), ({"sentences"}, 2), ({"measures"}, 2)):
        assert len(pipeline.analyze_document(given, stages=stages).analysis.subjective_words) == count
