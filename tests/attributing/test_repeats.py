"""Words are shown once for one source."""

from dataclasses import replace

from passages import article, span, told

from framing.article import Article
from framing.attributing.credit import credit
from framing.attributing.repeats import without_repeats
from framing.attribution import Attribution

TEXT = "“It is a hard task. We do what we can,” Rolf Kirk said. Ada Owen said it was late."
BOTH = "“It is a hard task. We do what we can,”"


def of(found: Article, content: str, who: int, cue: str = "said") -> Attribution:
    one = credit(found, [span(found, content)], span(found, cue), span(found, "Rolf Kirk"))
    assert one.source is not None
    return replace(one, source=replace(one.source, entity=who))


def test_a_content_inside_of_another_of_the_same_source_goes() -> None:
    found = article(TEXT)
    whole, part = of(found, BOTH, 1), of(found, "We do what we can,”", 1)
    assert told(found, without_repeats([whole, part])) == [("Rolf Kirk", BOTH)]
    assert told(found, without_repeats([part, whole])) == [("Rolf Kirk", BOTH)]
    assert without_repeats([whole, whole]) == [whole]


def test_what_another_source_or_act_holds_stays() -> None:
    found = article(TEXT)
    whole, part = of(found, BOTH, 1), of(found, "We do what we can,”", 2)
    assert without_repeats([whole, part]) == [whole, part]
    wish = replace(of(found, "We do what we can,”", 1), act="plan")
    assert without_repeats([whole, wish]) == [whole, wish]
    unknown, another = of(found, BOTH, -1), of(found, "We do what we can,”", -1)
    assert without_repeats([unknown, another]) == [unknown, another]
    nobody = credit(found, [span(found, BOTH)], None, None)
    assert without_repeats([nobody, nobody]) == [nobody, nobody]


def test_what_somebody_tells_of_their_own_words_stays() -> None:
    found = article("Rolf Kirk noted that he had said that it would close.")
    outer = of(found, "that he had said that it would close", 1, "noted")
    inner = of(found, "that it would close", 1)
    assert without_repeats([outer, inner]) == [outer, inner]
