"""The sentences together: in the report, in JSON, and never a verdict."""

import framing
from framing.statement import STATEMENTS
from framing.summing_up import sum_up
from tests.summing_up.conftest import MakeReport

TEXT = """Council approves harbour plan after heated night

The council approved a reckless plan to rebuild the harbour on Tuesday, officials said. The regime at the port has
collapsed into chaos, and the shameful budget will not carry it.

“We have waited for years,” said Mara Olsen, who runs the fish market. “Now we will see if they keep their word.”

Residents wait for news. The residents of the quay sleep badly. Most residents know nothing of the plan. The mayor, Peter
Lund, said the work would cost 40 million and start in May. The regional police said that two men were arrested.
"""


def test_a_report_says_three_to_five_sentences_in_order_with_their_words() -> None:
    report = framing.analyze(TEXT)
    names = [statement.name for statement in report.statements]
    assert names == [name for name in STATEMENTS if name in names]
    assert {"who_speaks", "framed", "judging_words"} <= set(names)
    assert all(statement.text.endswith(".") and "bias" not in statement.text for statement in report.statements)
    found = report.to_dict()["statements"]
    assert [row["text"] for row in found] == [statement.text for statement in report.statements]
    terms = next(row for row in found if row["name"] == "judging_words")
    words = {TEXT[place["start"] : place["end"]] for place in terms["evidence"]}
    assert all(f"“{word}”" in terms["text"] for word in words)


def test_a_text_without_measures_is_not_summed_up(make_report: MakeReport) -> None:
    assert sum_up(make_report()) == ()
    assert (
        framing.analyze("Der Rat hat am Dienstag den Hafenplan beschlossen, wie die Stadt mitteilte.").statements == ()
    )
