import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.finding import POLICY_FRAMES
from framing.scoring import bias
from framing.scoring.sentences import models, rows, score_texts

LOADED = "The corrupt, shameless governor unleashed a vicious smear against decent families."
PLAIN = "The council will meet on Tuesday to vote on the budget, officials said."


def log_odds(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


def test_a_loaded_sentence_scores_above_a_plain_one() -> None:
    table = score_texts([LOADED, PLAIN])
    assert table.bias[0] > 0.8
    assert table.bias[1] < 0.2
    assert table.loaded[0] > 0.5
    assert table.loaded[1] < 0.1


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Inflation and falling wages weigh on the economy, the bank said.", "economic"),
        ("Police arrested two men after the murder of a shopkeeper.", "crime_and_punishment"),
        ("The supreme court ruled that the statute violates the constitution.",
         "legality_constitutionality_and_jurisprudence"),
        ("Doctors say the vaccine protects most patients from the disease.", "health_and_safety"),
        ("Soldiers reinforced the border after the terrorist attack.", "security_and_defense"),
        ("A poll found that most voters oppose the plan.", "public_opinion"),
        ("She walked slowly along the beach and looked at the birds.", "other"),
    ],
)  # fmt: skip
def test_a_clear_sentence_gets_its_frame(text: str, frame: str) -> None:
    assert score_texts([text]).frame == [frame]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=50), st.sampled_from([LOADED, PLAIN, "", "¶", "\n\n", "«» — …"])), max_size=5)
)
def test_every_text_gets_a_row_as_if_it_stood_alone(texts: list[str]) -> None:
    table = score_texts(texts)
    assert table.frames.shape == (len(texts), len(POLICY_FRAMES))
    assert len(table.bias) == len(table.loaded) == len(table.frame) == len(texts)
    assert ((table.loaded >= 0) & (table.loaded <= 1)).all()
    assert ((table.frames >= 0) & (table.frames <= 1)).all()
    for number, text in enumerate(texts):
        alone = score_texts([text])
        assert np.allclose(alone.bias, table.bias[number : number + 1], atol=1e-12, equal_nan=True)
        assert np.allclose(alone.frames[0], table.frames[number], atol=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1984 – 2011",
        "Der Rat wird sich am Dienstag treffen, um über den Haushalt zu beraten.",
        "El alcalde anunció ayer que no aceptará ninguna condición previa.",
        "Правительство объявило о новых мерах поддержки.",
    ],
)
def test_the_bias_model_abstains_outside_of_what_it_knows(text: str) -> None:
    assert np.isnan(score_texts([text]).bias[0])


def test_an_analysis_gives_no_probability_for_a_fragment() -> None:
    scores = rows(score_texts(["Shameful lies.", LOADED]), [0.0, 0.5], [None, 0.7])
    assert scores[0].bias is None
    assert scores[1].bias is not None
    assert scores[1].bias > 0.5
    assert [row.slant for row in scores] == [None, 0.7]
    assert set(scores[1].frames) == set(POLICY_FRAMES)


@pytest.mark.parametrize(
    "text", [LOADED, PLAIN, "Zorblax", "“Nobody,” she said, “will ever stop this hideous scheme.”"]
)
def test_the_words_weights_and_the_rest_sum_to_the_score(text: str) -> None:
    table = score_texts([text])
    for model, chance in (("bias", table.bias[0]), ("loaded", table.loaded[0])):
        total = sum(evidence.weight for evidence in bias.evidence(text, model=model)) + bias.rest(text, model=model)
        assert total == pytest.approx(log_odds(chance), abs=1e-9)


def test_the_strongest_evidence_is_the_judging_word() -> None:
    text = "The minister presented a disgraceful plan on Tuesday."
    strongest = max(bias.evidence(text, start=100), key=lambda evidence: evidence.weight)
    assert text[strongest.start - 100 : strongest.end - 100] == "disgraceful"


def test_every_model_tells_its_version() -> None:
    assert {"bias", "frames", "genre", "loaded", "techniques"} <= set(models())


def test_scoring_needs_no_scikit_learn() -> None:
    import subprocess
    import sys

    code = "import sys; from framing.scoring.sentences import score_texts; score_texts(['Ministers met on Monday.']);"
    code += "sys.exit(bool({'sklearn', 'scipy', 'pandas', 'torch'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
