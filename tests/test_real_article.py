"""The real article's loaded terms, frames and speakers, as a careful reader marks them."""

from pathlib import Path

import pytest

import framing

ARTICLE = Path(__file__).parent.parent.parent / "shared" / "articles" / "pakistan-crackdown.txt"


@pytest.mark.skipif(not ARTICLE.exists(), reason="the real article is not beside the repository")
def test_loaded_terms_are_found_where_they_stand() -> None:
    found = [
        (term["text"].lower(), term["voice"], term["block"])
        for term in framing.analyze_file(str(ARTICLE)).to_dict()["loaded_terms"]
    ]
    own = {text for text, voice, block in found if voice != "quoted" and block == "body"}
    assert own >= {"massive crackdown", "illegal immigrants", "illegal immigration", "immigration hawks"}
    assert own >= {"border escapes", "deportation push"}
    quoted = {text for text, voice, _ in found if voice == "quoted"}
    assert quoted >= {"terrorists and criminals", "increased flow", "death sentence"}
    assert not quoted & own
    assert [text for text, _, block in found if block == "caption"] == ["illegal immigrants"] * 4
    assert "illegal immigration" in [text for text, _, block in found if block == "headline"]
    assert not [text for text, _, block in found if block in {"boilerplate", "credit"}]


@pytest.mark.skipif(not ARTICLE.exists(), reason="the real article is not beside the repository")
def test_security_leads_and_crime_follows() -> None:
    measures = framing.analyze_file(str(ARTICLE)).measures
    shares = {name: m.value or 0.0 for name, m in measures.items() if m.unit == "share" and name.startswith("frame_")}
    leading = sorted(shares, key=lambda name: -shares[name])
    assert leading[:2] == ["frame_security_and_defense", "frame_crime_and_punishment"]


@pytest.mark.skipif(not ARTICLE.exists(), reason="the real article is not beside the repository")
def test_all_fifteen_who_speak_are_found_in_their_order() -> None:
    report = framing.analyze_file(str(ARTICLE))
    spoken = [attribution.source for attribution in report.analysis.speech]
    found = iter([(source.name, source.type) if source else ("nobody", "") for source in spoken])
    wanted = [
        ("Islamabad", "government"),
        ("authorities", "government"),
        ("Reuters", "media"),
        ("government", "government"),
        ("nobody", ""),
        ("Reuters", "media"),
        ("Human Rights Watch", "ngo"),
        ("Human Rights Watch", "ngo"),
        ("High Commissioner for Human Rights", "international_organisation"),
        ("immigration hawks", "politician"),
        ("Customs and Border Protection", "document"),
        ("Department of Homeland Security", "document"),
        ("some lawmakers", "politician"),
        ("John Kirby", "government"),
        ("Ilhan Omar", "politician"),
    ]
    for name, kind in wanted:
        # Each in its order: what was passed over on the way is not found again.
        assert any(name in shown and kind == type_ for shown, type_ in found), name
