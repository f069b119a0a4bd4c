"""Figures of the documentation are those of the models' manifests, of the rules' cards and of the code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from framing.checking.registry import MODULES, rules
from framing.lexicons.guards import _FURTHEST as FURTHEST
from framing.lexicons.load import shipped
from framing.measuring.term_words import LOADED_FOUND_OF_TEN
from framing.modelling.artifact import load_artifact
from framing.output.diagnostics.render import FORMATS
from framing.output.phrases import FOUND_OF_TEN
from framing.resources import artifacts_folder
from framing.segmenting.language import _FUNCTION_WORDS as FUNCTION_WORDS

ROOT = Path(__file__).parent.parent

CARDS = {
    ("bias", "macro F1 at 0.5"): "macro F1",
    ("bias", "AUC"): "AUC",
    ("bias", "expected calibration error, ten cells"): "calibration error",
    ("frames", "article macro F1"): "article macro F1",
    ("frames", "article micro F1"): "article micro F1",
    ("frames", "sentence macro F1 of 10"): "sentence macro F1 of 10",
    ("frames", "sentence macro F1 of 9"): "sentence macro F1 of 9",
    ("genre", "macro F1, one opinion piece in nine"): "macro F1",
    ("genre", "AUC"): "AUC",
    ("genre", "macro F1, half opinion"): "macro F1, half opinion",
    ("loaded", "average precision"): "average precision",
    ("loaded", "average precision of chance"): "average precision of chance",
    ("loaded", "AUC"): "AUC",
}
"""What a manifest calls a row of its model's card."""


READ_BLIND = {
    ("source-types", "type right"): ("source_types", "type right"),
    ("source-types", "told types right"): ("source_types", "told types right"),
    ("source-types", "a type is told"): ("source_types", "types told"),
    ("certain", "sure attributions right"): ("certain", "sure attributions right"),
    ("certain", "right attributions that are sure"): ("certain", "right attributions that are sure"),
    ("speaker-rows", "sure rows right"): ("speaker_rows", "sure rows right"),
    ("speaker-rows", "right rows that are sure"): ("speaker_rows", "right rows that are sure"),
    ("tails", "likely tails the writer's (from 0.3 on)"): ("tails", "likely tails the writer's"),
    ("tails", "writer's tails that are likely"): ("tails", "writer's tails that are likely"),
    ("speech", "what is shown as speech is speech"): ("heard", "shown as speech is speech"),
    ("speech", "speech shown, of that which the tagger finds"): ("heard", "speech shown"),
    ("attitudes", "shown, of those that a reader marked"): ("attitudes", "shown, of those that a reader marked"),
}
"""Of models that learn from articles read blind: a row of the card, and what the manifest calls it."""


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def figures(name: str) -> dict[str, Any]:
    found: dict[str, Any] = load_artifact(name).manifest["figures"]
    return found


@pytest.mark.parametrize(("card", "row"), CARDS)
def test_a_models_card_has_the_manifests_figures(card: str, row: str) -> None:
    value, low, high = figures(card)[CARDS[card, row]]
    assert f"\n| {row} | {value:.3f} | {low:.3f} to {high:.3f} |" in page(f"docs/models/{card}.md")


@pytest.mark.parametrize(("card", "row"), READ_BLIND)
def test_a_card_of_a_model_of_articles_read_blind_has_the_manifests_figures(card: str, row: str) -> None:
    model, name = READ_BLIND[card, row]
    (told,) = re.findall(
        rf"^\| {re.escape(row)} \|.*? (0\.\d{{3}})(?: \[[^]]*\])? \|$", page(f"docs/models/{card}.md"), re.MULTILINE
    )
    assert told == f"{figures(model)[name][0]:.3f}"


def test_no_row_with_an_interval_of_these_cards_is_unheld() -> None:
    for card in {card for card, _ in CARDS}:
        rows = re.findall(
            r"^\| ([^|]+) \| 0\.\d{3} \| 0\.\d{3} to 0\.\d{3} \|$", page(f"docs/models/{card}.md"), re.MULTILINE
        )
        assert set(rows) == {row for of, row in CARDS if of == card}


def overview(card: str) -> str:
    (row,) = re.findall(rf"^\| \[{card}\]\(.*$", page("docs/models.md"), re.MULTILINE)
    return str(row)


def test_the_overview_has_the_manifests_figures_with_two_digits() -> None:
    bias, frames, genre, loaded = map(figures, ("bias", "frames", "genre", "loaded"))
    assert f"macro F1 {bias['macro F1'][0]:.2f}, AUC {bias['AUC'][0]:.2f} by topic" in overview("bias")
    assert f"sentences {frames['sentence macro F1 of 9'][0]:.2f} of 9 classes" in overview("frames")
    assert f"articles micro F1 {frames['article micro F1'][0]:.2f}" in overview("frames")
    assert f"macro F1 {genre['macro F1'][0]:.2f} to {genre['macro F1, half opinion'][0]:.2f}" in overview("genre")
    chance = loaded["average precision of chance"][0]
    assert f"average precision {loaded['average precision'][0]:.2f} (chance {chance:.2f})" in overview("loaded")


def test_the_overview_has_the_figures_of_cards_whose_models_are_measured_outside_of_their_manifests() -> None:
    (shipped,) = re.findall(r"^\| shipped \|(.*)\|$", page("docs/models/attribution.md"), re.MULTILINE)
    figures = [float(figure) for figure in re.findall(r"(0\.\d{3}) \[", shipped)]
    told = [float(figure) for figure in re.findall(r"F1 (0\.\d\d)", overview("attribution"))]
    assert told == pytest.approx(figures, abs=0.0051)
    slant, words = page("docs/models/slant.md"), page("docs/models/judging-words.md")
    (precision,) = re.findall(r"^\| average precision, clearly slanted \| (0\.\d{3}) \|", slant, re.MULTILINE)
    ((right, of),) = re.findall(r"clearly right \| (0\.\d{3}) of (\d+) \|", slant)
    assert f"average precision {float(precision):.2f}; {float(right):.2f} of {of} shown right" in overview("slant")
    found = re.findall(r"^\| (?:judging words found|words shown)[^|]*\| (0\.\d{3}) \|", words, re.MULTILINE)
    told = [f"{float(found[place]):.2f}" for place in (2, 0, 1)]
    assert re.findall(r"0\.\d\d", overview("judging words")) == told


def test_reports_say_of_how_many_slanted_sentences_they_find_what_the_card_measured() -> None:
    (found,) = re.findall(
        r"^\| clearly slanted sentences found, from 0.5 on \| (0\.\d{3})", page("docs/models/slant.md"), re.MULTILINE
    )
    assert round(10 * float(found)) == FOUND_OF_TEN
    assert f"{FOUND_OF_TEN} of 10" in page("docs/measures.md")
    floor = json.loads(page("reports/evaluation/floors.json"))["articles"]["floors"]["clearly slanted sentences found"]
    assert round(10 * floor) == FOUND_OF_TEN


def test_every_figure_of_a_manifest_is_above_its_floor() -> None:
    floors = json.loads(page("reports/evaluation/floors.json"))
    for task in ("bias", "events", "frames", "genre", "loaded"):
        below = {name for name, floor in floors[task]["floors"].items() if figures(task)[name][0] < floor}
        assert not below, task


def test_the_pages_of_bias_and_loaded_language_have_one_figure_out_of_domain() -> None:
    (of_bias,) = re.findall(r"nothing of it seen:\s+lexical bias AUC (0\.\d{3})", page("docs/models/bias.md"))
    assert f"better than the bias model's {of_bias}" in page("docs/models/loaded.md")


def test_the_card_of_techniques_has_what_ships() -> None:
    shown = {name.replace("_", " "): found for name, found in figures("techniques").items()}
    rows = re.findall(
        r"^\| ([a-z ]+) \| (0\.\d\d) \| (0\.\d\d) \| yes \|$", page("docs/models/techniques.md"), re.MULTILINE
    )
    assert rows == [(name, f"{found['precision']:.2f}", f"{found['recall']:.2f}") for name, found in shown.items()]
    ((precision, recall),) = re.findall(r"precision (0\.\d\d), recall (0\.\d\d)", overview("techniques"))
    assert (precision, recall) == rows[0][1:]


@pytest.mark.parametrize("dates", ["with dates", "without dates"])
def test_the_page_on_comparing_has_the_figures_of_events(dates: str) -> None:
    known = figures("events")
    kind = {"with dates": "dated", "without dates": "undated"}[dates]
    (row,) = re.findall(rf"^\| {dates} \|(.*)\|$", page("docs/compare.md"), re.MULTILINE)
    cells = [re.findall(r"\d+(?:\.\d+)?", cell) for cell in row.split("|")]
    names = ["missed of one event", "let through of others"]
    wanted = [known[f"{kind}: {name}"] for name in names]
    wanted += [known[f"{kind}, news sample: {name}"] for name in (names[0], "let through of other weeks")]
    for cell, figure in zip(cells, wanted, strict=False):
        assert [float(part) for part in cell] == pytest.approx([100 * part for part in figure], abs=0.5)
    assert float(cells[-1][0]) == pytest.approx(known[f"{kind}: AUC"][0], abs=0.0005)


@pytest.mark.parametrize("code", [code for code, rule in rules().items() if rule.card.precision is not None])
def test_the_page_on_checks_has_the_precisions_of_the_cards(code: str) -> None:
    card = rules()[code].card
    row = re.search(rf"^\| {code} .*\| (0\.\d\d) of (\d+) \|$", page("docs/check.md"), re.MULTILINE)
    if row is None:  # judged, and too often wrong to be on
        assert not card.default
        return
    assert (float(row[1]), int(row[2])) == (card.precision, card.judged)


def test_what_the_models_learned_from_is_told_as_the_manifests_have_it() -> None:
    slant, attribution = load_artifact("slant").manifest, load_artifact("attribution").manifest["articles"]
    assert f"{slant['articles']} articles of the news sample, {slant['sentences']} sentences" in page(
        "docs/models/slant.md"
    )
    assert f"training part (newell2018): {attribution['annotated']} articles" in page("docs/models/attribution.md")
    assert f"{attribution['labelled by the encoder']:,} articles" in page("docs/models/attribution.md")


def test_sizes_are_those_of_the_data() -> None:
    models, gazetteer = page("docs/models.md"), load_artifact("gazetteer")
    words = len(json.loads((artifacts_folder() / "vocabulary.json").read_text(encoding="utf-8")).split())
    people, bodies = (len(gazetteer.array(name)) for name in ("people", "bodies"))
    assert f"hashes of the names of {people:,} offices' holders and {bodies:,} bodies" in models
    assert f"| {words:,} words that the news sample writes in small letters" in models
    entries = sum(len(lexicon.entries) for lexicon in shipped())
    (told,) = re.findall(r"\*\*Speed\.\*\* About ([\d,]+) entries", page("docs/lexicons.md"))
    assert int(told.replace(",", "")) == round(entries, -3)


def test_counts_are_those_of_the_code() -> None:
    assert f"Shares of frequent words of {len(FUNCTION_WORDS)} languages" in page("docs/segmentation.md")
    assert f"at most {FURTHEST} words to either side" in page("lexicons/README.md")
    assert f"guards look {FURTHEST} words far" in page("docs/robustness.md")
    assert f"`framing check` with {len(MODULES)} rules" in page("CHANGELOG.md")
    assert len(FORMATS) == 12
    assert "twelve outputs" in page("README.md")


def test_the_page_on_formats_shows_a_file_of_the_golden_run() -> None:
    (shown,) = re.findall(r"## full\n\n```\n(.*?)```", page("docs/formats.md"), re.DOTALL)
    assert shown in page("tests/output/diagnostics/golden/full.txt")


def test_reports_say_of_how_many_loaded_words_they_find_what_the_card_measured() -> None:
    (found,) = re.findall(
        r"^\| judging words found, slanted pieces \| (0\.\d{3})", page("docs/models/judging-words.md"), re.MULTILINE
    )
    assert round(10 * float(found)) == LOADED_FOUND_OF_TEN
