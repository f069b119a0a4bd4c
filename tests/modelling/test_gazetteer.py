"""Open data on offices and bodies: the last evidence, dated, and never a namesake's."""

import importlib
from pathlib import Path

import pytest
from click.testing import CliRunner

import framing
from framing.article import Article, Document
from framing.cli.main import main
from framing.modelling import gazetteer
from framing.modelling.gazetteer import Gazetteer, load_gazetteer, name_key
from framing.modelling.training.gazetteer import train
from framing.output import markdown, terminal
from framing.report import Report
from framing.segmenting import segment

PEOPLE = """name,other_names,role,place,party,start,end,source
Ada Holm,Ada M. Holm,senator,us/oh,Independent,2009-01-06,2015-01-03,congress-legislators
Ada Holm,,senator,us/oh,Independent,2015-01-06,2021-01-03,congress-legislators
Rolf Kirk,,state senator,us/oh,,2010-01-01,2014-12-31,openstates
Rolf Kirk,,state representative,us/ut,,2010-01-01,2014-12-31,openstates
Pia Lund,,attorney general,us/ut,,2011-01-01,2019-12-31,openstates
Holm,,mayor,us/oh,,,,openstates
Mara Pitt,,president,us,,2017-01-20,2021-01-20,congress-legislators
Nils Berg,,governor,us/oh,,2019-01-20,2023-01-20,openstates
"""
BODIES = """name,other_names,types,country
Tarn Shore Watch,TSW,nonprofit,US
Tarn Deep (Norland),,company,NO
Ostvale Rooms,,education,US
Ostvale Rooms,,company,GB
"""
TALK = "\n\nOne said nothing would be built before the summer, and the council put off its vote for a second time."


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    folder = tmp_path / "data" / "gazetteers"
    folder.mkdir(parents=True)
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "bodies.csv").write_text(BODIES, encoding="utf-8")
    (folder / "README.md").write_text("all CC0-1.0, fetched 2026-11-28; facts", encoding="utf-8")
    train(tmp_path / "data", tmp_path)
    stored = gazetteer.load_artifact("gazetteer", tmp_path)
    monkeypatch.setattr(gazetteer, "load_artifact", lambda _: stored)
    return load_gazetteer.__wrapped__()


def page(text: str, date: str = "") -> Article:
    return segment(Document("Vote put off" + TALK + "\n\n" + text, metadata={"date": date} if date else {}))


def test_a_full_name_tells_the_office_and_the_data_s_date(small: Gazetteer) -> None:
    found = small.person("Ada Holm", page("Ada Holm said no.", "2016-05-01"))
    assert found is not None
    assert found[0] == "politician"
    assert found[1].office == "senator, United States"
    assert found[1].as_of == "2026-11-28"


@pytest.mark.parametrize("date", ["2001-05-01", "2025-05-01"])
def test_an_office_long_before_or_after_the_article_is_a_namesake_s(small: Gazetteer, date: str) -> None:
    assert small.person("Ada Holm", page("Ada Holm said no.", date)) is None


@pytest.mark.parametrize(
    ("name", "date", "out"),
    [
        ("Mara Pitt", "2016-05-01", True),
        ("Mara Pitt", "2018-05-01", False),
        ("Mara Pitt", "2022-05-01", True),
        ("Mara Pitt", "", False),
        ("Ada Holm", "2001-05-01", False),
        ("Nils Berg", "2016-05-01", False),
        ("Dorn Orr", "2018-05-01", False),
    ],
)
def test_who_led_a_state_in_other_years_is_out_of_office(small: Gazetteer, name: str, date: str, *, out: bool) -> None:
    assert small.is_out_of_office(name, page(f"{name} said no.", date)) is out


def test_a_state_s_office_counts_where_the_page_names_the_state(small: Gazetteer) -> None:
    assert small.person("Pia Lund", page("Pia Lund said no.", "2015-05-01")) is None
    found = small.person("Pia Lund", page("Pia Lund said no in Utah.", "2015-05-01"))
    assert found is not None
    assert found[0] == "judiciary"


def test_two_holders_of_one_name_tell_nothing_unless_the_place_decides(small: Gazetteer) -> None:
    assert small.person("Rolf Kirk", page("Rolf Kirk of Utah met others from Ohio.", "2012-05-01")) is None
    found = small.person("Rolf Kirk", page("Rolf Kirk of Utah said no.", "2012-05-01"))
    assert found is not None
    assert found[1].office == "state representative, Utah"


def test_a_surname_alone_is_never_looked_up(small: Gazetteer) -> None:
    assert small.person("Holm", page("Holm of Ohio said no.")) is None


def test_a_body_s_whole_name_tells_its_kind_where_it_has_one(small: Gazetteer) -> None:
    watch = small.body("Tarn Shore Watch")
    assert watch is not None
    assert watch[0] == "ngo"
    deep = small.body("Tarn Deep")
    assert deep is not None
    assert deep[0] == "business"
    assert small.body("Ostvale Rooms") is None
    assert small.body("TSW") is None


def test_names_are_looked_up_without_initials_nicknames_and_suffixes() -> None:
    assert name_key("Ada “Doc” M. Holm, Jr.") == name_key("Ada Holm") == "ada holm"


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteers"
    folder.mkdir()
    for name, content in (("people.csv", PEOPLE), ("bodies.csv", BODIES), ("README.md", "fetched 2026-11-28")):
        (folder / name).write_text(content, encoding="utf-8")
    for place in ("a", "b"):
        train(tmp_path, tmp_path / place)
    assert (tmp_path / "a" / "gazetteer.npz").read_bytes() == (tmp_path / "b" / "gazetteer.npz").read_bytes()


STORY = (
    "Vote delayed again\n\nThe vote was put off.\n\nAda Holm said the vote would be held on Monday, and left the hall."
)


@pytest.fixture
def shipped(small: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("framing.attributing.attribute")
    monkeypatch.setattr(module, "load_gazetteer", lambda: small)


def told(report: Report) -> dict[str, tuple[str, bool]]:
    return {one["name"]: (one["type"], one["known"] is not None) for one in report.to_dict()["entities"]}


@pytest.mark.usefixtures("shipped")
def test_open_data_types_whom_the_page_does_not_and_is_shown_as_such() -> None:
    report = framing.analyze(STORY, metadata={"date": "2019-03-01"})
    assert told(report)["Ada Holm"] == ("politician", True)
    assert {one.name: one.as_of for one in report.sources}["Ada Holm"] == "2026-11-28"
    assert "from open data, as of 2026" in markdown.render([report])
    assert "from open data, as of 2026" in " ".join(terminal.render([report]).split())


@pytest.mark.usefixtures("shipped")
def test_open_data_can_be_switched_off() -> None:
    report = framing.analyze(STORY, open_data=False)
    assert told(report)["Ada Holm"] == ("other", False)
    assert "open data" not in markdown.render([report])


@pytest.mark.usefixtures("shipped")
def test_the_command_line_switches_it_off_too(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    runner = CliRunner()
    with_data = runner.invoke(main, ["score", str(tmp_path / "story.txt")])
    without = runner.invoke(main, ["score", "--no-open-data", str(tmp_path / "story.txt")])
    assert "from open data, as of 2026" in " ".join(with_data.output.split())
    assert "open data" not in without.output


@pytest.mark.usefixtures("shipped")
def test_the_page_s_own_words_come_first() -> None:
    report = framing.analyze(STORY.replace("Ada Holm", "Ada Holm, a baker and owner of a shop,"))
    assert told(report)["Ada Holm"] == ("business", False)
