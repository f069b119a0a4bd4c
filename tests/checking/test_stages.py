"""Of who speaks a check finds out only what its rules need, and finds the same."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import framing
from framing import partial, pipeline
from framing.article import Article, Document
from framing.attributing import attributed, speakers, speakers_unless_anonymous
from framing.attribution import Attribution
from framing.checking.run import check_document
from framing.checking.settings import settings_for
from framing.config import Config
from framing.finding import LoadedTerm
from framing.modelling.article_words import ArticleWords, read_words
from framing.partial import Wanted
from framing.reading import document
from framing.segmenting import segment
from framing.source_typing.identities import signs_of_anonymity

LEAD = "# Wall divides Odden\n\nThe council met in the town hall of Odden on Tuesday, and the talk was long. "
WORDS = Config(values={"select": ["W101", "W102", "W103"]})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the checks of a test ask of attribution."""
    found: list[str] = []

    def speakers(
        article: Article, words: ArticleWords, places: Sequence[int] | None = None, **_: object
    ) -> tuple[Attribution, ...]:
        found.append("all voices" if places is None else "voices")
        return whose(article, words, places)

    def near(
        article: Article, words: ArticleWords, places: Sequence[int], signs: Sequence[int]
    ) -> tuple[Attribution, ...] | None:
        found.append("voices")
        return unless(article, words, places, signs)

    def whole(article: Article, words: ArticleWords, **_: bool) -> object:
        found.append("sources")
        return attributed(article, words)

    whose, unless = partial.speakers, partial.speakers_unless_anonymous
    monkeypatch.setattr(partial, "speakers", speakers)
    monkeypatch.setattr(partial, "speakers_unless_anonymous", near)
    monkeypatch.setattr(partial, "attributed", whole)
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
        ("“It is over,” said Dana Norr. The town has few sources of income.", ["voices"], []),
        ("“It is over,” said a person familiar with the talks.", ["voices", "sources"], ["S204"]),
        (
            "“It is over,” said an official on condition of anonymity because she feared for her job.",
            ["voices", "sources"],
            [],
        ),
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

    pipeline.analyze_document(document(LEAD + "The thugs left."), stages={"terms"}, wanted=Wanted(never, None))
    assert asked == []


PLAIN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old harbour, which has been "
    "closed since the storm of last winter. Work begins in May, and residents could comment on it until the end of June."
)
SLANTED = "The shameless regime bullied its helpless critics again and again, as cowards do."


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        (PLAIN, [], 0),
        (f"“{SLANTED}” Ada Holm said.", [], 0),
        (
            f"Ada Holm said that the shameless regime had bullied its helpless critics, as cowards do. {PLAIN}",
            ["voices"],
            0,
        ),
        (f"{PLAIN} {SLANTED}", ["voices", "all voices"], 1),
        (f"---\nkind: opinion\n---\n\n{PLAIN} {SLANTED}", [], 0),
    ],
)
def test_who_speaks_is_asked_throughout_only_where_a_sentence_may_read_as_slanted(
    text: str, wanted: list[str], found: int, asked: list[str]
) -> None:
    given = document(text, media_type="text/markdown")
    checked = check_document(given, Config(values={"select": ["B401"]}), "a").file.diagnostics
    assert len(checked) == found
    assert asked == wanted


def test_the_probability_that_a_check_tells_is_the_report_s() -> None:
    text = f"{PLAIN} {SLANTED}\n\nAda Holm said that the shameless cowards of the pathetic board had lied once more.\n"
    settings = Config(values={"select": ["B401"], "kind": "news"})
    (told,) = check_document(document(text), settings, "a").file.diagnostics
    chances = [scores.slant or 0 for scores in framing.analyze(text).analysis.sentences]
    assert told.message == f"Reads as slanted ({100 * max(chances):.0f}%)."


@pytest.mark.parametrize(
    ("sentence", "codes_found"),
    [
        ("The bailout of the ferry line was never popular, but the mayor defended it as the only way.", []),
        ("But the regime never cared about such details, and the bailout went on.", ["W101"]),
    ],
)
def test_a_listed_word_that_judges_nothing_is_no_finding_whatever_other_rules_are_on(
    sentence: str, codes_found: list[str]
) -> None:
    text = f"# Odden plans\n\n{PLAIN} {sentence}\n"
    report = framing.analyze(text, media_type="text/markdown")
    assert len(report.analysis.loaded_terms) == len(codes_found)
    for values in ({"select": ["W101"]}, {"select": ["W101", "B401"]}, {"select": ["W101", "S201"]}, {}):
        given = document(text, media_type="text/markdown")
        checked = check_document(given, Config(values=values), "a").file.diagnostics
        assert [one.code for one in checked] == codes_found


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier is shut, said an unnamed aide on Monday.",
        "The pier is shut, said people close to Ada Holm on Monday.",
        "The pier is shut, said a clerk who asked not to be named.",
        "Dana Norr said she was told by a source that the pier would be shut by May.",
        "The plan upset the insiders who said that the pier would be shut by May.",
        "A source in the harbour office told the Tarn Times:\n\n“The pier will be shut by May, and nobody was asked.”",
    ],
)
def test_a_source_that_is_anonymous_is_seen_before_any_is_named(sentence: str) -> None:
    text = f"{LEAD}{'It rained all day.' * 3}\n\n{sentence}\n\nThe talk went on."
    sources = [one.source for one in framing.analyze(text).analysis.attributions if one.source]
    assert "anonymous" in {source.identity for source in sources}
    article = segment(document(text, media_type="text/markdown"))
    signs = signs_of_anonymity(article.text)
    assert speakers_unless_anonymous(article, read_words(article), [], signs) is None


def test_a_text_without_a_source_that_may_be_anonymous_has_the_same_speakers() -> None:
    text = LEAD + "Dana Norr said that the town had lost its sources of income. Ada Holm agreed."
    article = segment(document(text, media_type="text/markdown"))
    words, signs = read_words(article), signs_of_anonymity(article.text)
    assert signs
    assert speakers_unless_anonymous(article, words, [], signs) == speakers(article, words, signs)
    assert not signs_of_anonymity(LEAD)


def test_sources_are_named_where_more_is_asked_than_whether_one_is_anonymous(asked: list[str]) -> None:
    given = document(LEAD + "“It is over,” said a person familiar with the talks.")
    for beside in ("voices", "sentences", "attributions"):
        asked.clear()
        report = pipeline.analyze_document(given, stages={"anonymity", beside})
        assert asked == ["sources"]
        assert [one.anonymity_explained for one in report.analysis.attributions] == [False]


def test_subjective_words_are_found_for_the_rules_that_read_them() -> None:
    given = document(LEAD + "The plan is obviously sound, and the talk was remarkably long.")
    for stages, count in (({"voices"}, 0), ({"subjectivity"}, 2), ({"sentences"}, 2), ({"measures"}, 2)):
        assert len(pipeline.analyze_document(given, stages=stages).analysis.subjective_words) == count


def test_a_house_s_rule_about_slanted_sentences_may_have_no_threshold(tmp_path: Path) -> None:
    pack = (
        "from framing.checking.view import Found, Rule\n"
        "from framing.diagnostic import RuleCard\n"
        "def find(view):\n"
        "    for place, scores in zip(view.report.analysis.article.sentences, view.report.analysis.sentences):\n"
        "        yield Found(place.start, place.end, 'x', 1.0, str(scores.slant is not None))\n"
        "card = RuleCard(code='Z001', name='z', summary='', what='', why='', evidence='', known_problems='',\n"
        "                finds=(), leaves=(), parts=())\n"
        "RULES = [Rule(card=card, needs=frozenset({'slant'}), find=find)]\n"
    )
    (tmp_path / "pack.py").write_text(pack, encoding="utf-8")
    settings = Config(values={"select": ["Z001"]}, packs=(tmp_path / "pack.py",))
    found = check_document(document(f"{PLAIN} {SLANTED}"), settings, "a").file.diagnostics
    assert [one.text for one in found] == ["True"] * 3


def test_terms_that_no_rule_asks_for_are_not_wanted() -> None:
    wanted = settings_for(Config(values={"select": ["B401"]}), "a").wanted(declared=False)
    assert not any(wanted.terms(term) for term in framing.analyze(LEAD + "The thugs left.").analysis.loaded_terms)
    assert wanted.slant == 0.8
