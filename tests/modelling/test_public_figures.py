"""The lists of public figures and bodies: names of one bearer, asked where the page tells nothing."""

import importlib
from pathlib import Path

import pytest

import framing
from framing.errors import InputError
from framing.modelling import public_figures
from framing.modelling.public_figures import PublicFigures, load_public_figures
from framing.modelling.training import public_figures as training
from framing.modelling.training.public_figures import read_bodies, read_figures
from framing.resources import lexicons_folder

LIST = """name,other_names,type,gender,who
Ada Q. Holm,Adelheid Holm,expert,she,economist of the harbour
Rolf Kirk,,media,he,host of a talk show
Rolf Kirk,,politician,he,senator
Pia Lund,,ngo,,campaigner
"""
BODIES = """name,other_names,type,what
Tarnean,Tarnean Oil;T.O.C.,business,oil company
Orne Globe,,media,newspaper
Harbour Watch,,ngo,campaign
Harbour Watch,,media,magazine
"""
PAGE = "Vote put off\n\nThe council met in the town hall of Odden on Tuesday and put off its vote. {} said the pier was safe.\n"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PublicFigures:
    (tmp_path / "public_figures.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.setattr(training, "lexicons_folder", lambda: tmp_path)
    (tmp_path / "public_bodies.csv").write_text(BODIES, encoding="utf-8")
    assert training.train(tmp_path, tmp_path) == {"names": 3, "bodies": 4}
    stored = public_figures.load_artifact("public_figures", tmp_path)
    monkeypatch.setattr(public_figures, "load_artifact", lambda _: stored)
    return load_public_figures.__wrapped__()


def test_a_whole_name_in_any_listed_form_tells_type_and_gender(small: PublicFigures) -> None:
    assert [small.type_of(name) for name in ("Ada Holm", "Ada Q. Holm", "Adelheid Holm")] == ["expert"] * 3
    assert small.gender("Ada Holm") == "she"
    assert small.gender("Pia Lund") is None


def test_a_surname_and_a_name_of_two_bearers_tell_nothing(small: PublicFigures) -> None:
    assert small.type_of("Holm") is None
    assert small.type_of("Rolf Kirk") is None
    assert small.gender("Rolf Kirk") is None


@pytest.mark.parametrize(
    "line", ["Holm,,expert,she,one word", ",,expert,she,nameless", "Ada Holm,,wizard,she,", "Ada Holm,,expert,f,"]
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "public_figures.csv").write_text(f"name,other_names,type,gender,who\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"public_figures\.csv, line 2: "):
        read_figures(tmp_path / "public_figures.csv")


def shown(mention: str, *, open_data: bool = True) -> tuple[str, str | None]:
    report = framing.analyze(PAGE.format(mention), open_data=open_data)
    entity = next(entity for entity in report.analysis.entities if entity.name.endswith("Holm"))
    return entity.type, entity.known.source if entity.known else None


def test_a_figure_is_told_where_the_page_is_silent_and_switched_off_with_open_data(
    small: PublicFigures, monkeypatch: pytest.MonkeyPatch
) -> None:
    attribute = importlib.import_module("framing.attributing.attribute")  # the room's function has the module's name
    monkeypatch.setattr(attribute, "load_public_figures", lambda: small)
    assert shown("Ada Holm") == ("expert", "a list of public figures")
    assert shown("Ada Holm", open_data=False) == ("other", None)
    assert shown("Mayor Ada Holm") == ("government", None)


def test_a_body_is_known_by_any_listed_form_and_not_where_two_kinds_bear_the_name(small: PublicFigures) -> None:
    assert [small.body(name) for name in ("Tarnean", "the Tarnean Oil", "TOC", "Orne Globe")] == ["business"] * 3 + [
        "media"
    ]
    assert small.body("Harbour Watch") is None


@pytest.mark.parametrize("line", [",,business,nameless", "Tarnean,,wizard,"])
def test_a_line_that_is_no_body_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "public_bodies.csv").write_text(f"name,other_names,type,what\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"public_bodies\.csv, line 2: "):
        read_bodies(tmp_path / "public_bodies.csv")


def test_a_listed_body_is_an_organisation_of_its_kind_where_the_page_is_silent(
    small: PublicFigures, monkeypatch: pytest.MonkeyPatch
) -> None:
    attribute = importlib.import_module("framing.attributing.attribute")
    monkeypatch.setattr(attribute, "load_public_figures", lambda: small)

    def told(mention: str, *, open_data: bool = True) -> tuple[str, str, str | None]:
        source = framing.analyze(PAGE.format(mention), open_data=open_data).analysis.speech[0].source
        assert source is not None
        entity = framing.analyze(PAGE.format(mention), open_data=open_data).analysis.entities[source.entity]
        return source.type, source.identity, entity.known.source if entity.known else None

    assert told("Tarnean") == ("business", "named_organisation", "a list of public bodies")
    assert told("Tarnean", open_data=False)[::2] == ("other", None)
    assert told("Orne Globe")[:2] == ("media", "named_organisation")
    assert told("Mayor Tarnean")[:2] == ("government", "named_person")


def test_the_shipped_list_of_bodies_has_no_line_twice_and_thousands_of_names() -> None:
    rows = (lexicons_folder() / "public_bodies.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(set(rows))
    assert len(read_bodies(lexicons_folder() / "public_bodies.csv")) > 5_000


def test_the_shipped_list_has_no_line_twice_and_thousands_of_names() -> None:
    rows = (lexicons_folder() / "public_figures.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(set(rows))
    assert len(read_figures(lexicons_folder() / "public_figures.csv")) > 5_000
