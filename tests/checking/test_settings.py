"""Settings: which file counts, what is refused, and what a path is checked with."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.checking.registry import rules
from framing.checking.requested import RequestedSettings, config_for, config_key, forget_settings
from framing.checking.run import check_document
from framing.checking.settings import CheckSettings, settings_for
from framing.config import BUDGET, KEYS, Config, check_value, with_values
from framing.errors import ConfigError
from framing.reading import document


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    forget_settings()  # settings are remembered by their folder, and all folders are "." here
    return tmp_path


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def of(path: str, options: RequestedSettings | None = None) -> CheckSettings:
    return settings_for(config_for(options or RequestedSettings(), path), path)


def codes(found: CheckSettings) -> list[str]:
    return [rule.card.code for rule in found.rules]


def test_the_file_nearest_to_the_article_counts(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.framing]\nselect = ["W101"]\n')
    write(folder / "desk/framing.toml", 'select = ["S204"]\n')
    assert codes(of(str(folder / "a.md"))) == ["W101"]
    assert codes(of(str(folder / "desk/deep/a.md"))) == ["S204"]


def test_extend_puts_another_file_beneath(folder: Path) -> None:
    write(folder / "house.toml", 'select = ["W"]\nmax-loaded-per-1000 = 4\n[levels]\nW101 = "error"\nW106 = "note"\n')
    write(folder / "desk/framing.toml", 'extend = "../house.toml"\nmin-sources = 2\n[levels]\nW106 = "error"\n')
    found = of(str(folder / "desk/a.md"))
    assert [(b.name, b.limit) for b in found.budgets] == [("max-loaded-per-1000", 4), ("min-sources", 2)]
    assert found.levels == {"W101": "error", "W106": "error"}


def test_extending_in_a_circle_is_an_error(folder: Path) -> None:
    write(folder / "a.toml", 'extend = "framing.toml"\n')
    write(folder / "framing.toml", 'extend = "a.toml"\n')
    with pytest.raises(ConfigError, match="leads back"):
        of(str(folder / "x.md"))


def test_overrides_count_for_their_paths_and_the_later_one_wins(folder: Path) -> None:
    write(
        folder / "framing.toml",
        'select = ["W"]\n[[overrides]]\npaths = ["op/"]\nkind = "opinion"\nignore = ["W106"]\n'
        '[[overrides]]\npaths = ["op/press/*.md"]\nkind = "press-release"\nmax-loaded-per-1000 = 9\n',
    )
    assert (of("a.md").kind, of("op/a.md").kind, of("op/press/a.md").kind) == ("", "opinion", "press-release")
    assert "W106" not in codes(of("op/a.md"))
    assert [b.limit for b in of("op/press/a.md").budgets] == [9]


def test_the_command_line_wins_and_isolated_reads_no_file(folder: Path) -> None:
    write(folder / "framing.toml", 'select = ["W"]\nkind = "opinion"\n')
    assert codes(of("a.md", RequestedSettings(select=("S204,W101",)))) == ["W101", "S204"]
    assert of("a.md", RequestedSettings(given=("kind=news", "max-loaded-per-1000=3"))).kind == "news"
    assert of("a.md", RequestedSettings(isolated=True)).kind == ""


def test_the_key_changes_with_a_list_that_the_settings_name(folder: Path) -> None:
    lexicon = write(folder / "house.toml", "")
    write(folder / "framing.toml", 'lexicons = ["house.toml"]\n')
    before = config_key(RequestedSettings(), "a.md")
    assert config_key(RequestedSettings(), "a.md") == before
    lexicon.write_text("# changed\n", encoding="utf-8")
    assert config_key(RequestedSettings(ignore=()), str(folder / "a.md")) != before


def test_a_rule_pack_brings_rules_by_its_path(folder: Path) -> None:
    write(
        folder / "pack.py",
        "from framing.checking.view import Found, Rule\nfrom framing.diagnostic import RuleCard\n"
        "def find(view):\n    yield Found(0, 1, 'Begins.', 1.0, 'x')\n"
        "card = RuleCard('Z001', 'begins', 'A', 'B', 'C', 'D', 'E')\n"
        "RULES = [Rule(card=card, needs=frozenset(), find=find)]\n",
    )
    write(folder / "framing.toml", 'rule-packs = ["pack.py"]\nselect = ["Z001"]\n')
    assert codes(of(str(folder / "a.md"))) == ["Z001"]


class Brought:
    """An entry point of an installed package."""

    name = "house"

    def __init__(self, brings: object) -> None:
        self._brings = brings

    def load(self) -> object:
        return self._brings


def test_an_installed_package_brings_lexicons(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = write(folder / "house.toml", "")
    monkeypatch.setattr("framing.config.entry_points_of", lambda _: [Brought(lexicon)])
    assert config_for(RequestedSettings(), "lexicons-of-packages/a.md").lexicons == (lexicon,)
    monkeypatch.setattr("framing.config.entry_points_of", lambda _: [Brought([str(folder / "nothing.toml")])])
    with pytest.raises(ConfigError, match=r"entry point 'house' of 'framing.lexicons' names .*, which is not a file"):
        config_for(RequestedSettings(), "lexicons-of-packages/b/a.md")


def test_an_installed_package_brings_rules_with_codes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = rules()["W101"]
    theirs = replace(ours, card=replace(ours.card, code="Z101", name="theirs"))
    fresh = rules.__wrapped__
    monkeypatch.setattr("framing.checking.registry.entry_points_of", lambda _: [Brought([theirs])])
    assert fresh()["Z101"] is theirs
    for brings, said in ((ours, "the code W101, which is taken"), ("W101", "which is no rule")):
        monkeypatch.setattr("framing.checking.registry.entry_points_of", lambda _, brings=brings: [Brought([brings])])
        with pytest.raises(ConfigError, match=said):
            fresh()


def test_a_rules_confidence_can_be_raised(folder: Path) -> None:
    text = "The harbour\n\nThe council met on Tuesday, and it was a terrifying night for the town of Odden.\n"
    found = [
        [one.code for one in check_document(document(text), Config(values=values), "a").file.diagnostics]
        for values in ({"kind": "news", "select": ["W"]}, {"kind": "news", "select": ["W"], "rules": RAISED})
    ]
    assert found == [["W101"], []]


RAISED = {"W101": {"confidence": 0.95}}


@pytest.mark.parametrize(("given_kind", "level"), [("opinion", []), ("news", ["W101"]), ("press-release", ["W101"])])
def test_the_front_matter_says_what_kind_of_content_it_is(given_kind: str, level: list[str]) -> None:
    text = f"---\ntitle: The harbour\nkind: {given_kind}\n---\n\nIt was a terrifying night for the town of Odden.\n"
    read = document(text, media_type="text/markdown")
    found = check_document(read, Config(values={"select": ["W101"]}), "a").file.diagnostics
    assert [one.code for one in found] == level


@pytest.mark.parametrize("content", ["RULES = [1]\n", "raise ValueError('no')\n", "x = 1\n", "def\n"])
def test_a_broken_rule_pack_is_one_clear_line(folder: Path, content: str) -> None:
    write(folder / "pack.py", content)
    write(folder / "framing.toml", 'rule-packs = ["pack.py"]\n')
    with pytest.raises(ConfigError, match=r"pack\.py: ") as error:
        of(str(folder / "a.md"))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("selct = []\n", "did you mean 'select'"),
        ('select = ["W999"]\n', "no rule is called 'W999'"),
        ('select = "W"\n', "'select' must be a list"),
        ("max-loded-per-1000 = 4\n", "did you mean 'loaded-per-1000'"),
        ('max-loaded-per-1000 = "4"\n', "must be a number"),
        ('kind = "novel"\n', "is one of news, opinion, press-release"),
        ('[levels]\nW101 = "fatal"\n', "is one of note, warning, error"),
        ("[rules.W101]\nleast-severty = 2\n", "did you mean 'least-severity'"),
        ('[rules.W101]\nleast-severity = "2"\n', "must be like"),
        ("[rules.W101]\nleast-severity = 4\n", "'least-severity' of W101 must be between 1 and 3"),
        ("[rules.B401]\nleast-probability = 2\n", "must be between 0 and 1"),
        ("[rules.S202]\nleast-share = -0.1\n", "must be between 0 and 1"),
        ("[rules.W1O1]\nx = 1\n", "holds a table for each rule's code"),
        ("[[overrides]]\nkind = 'news'\n", "a list of 'paths'"),
        ("[[overrides]]\npaths = ['a']\nkinds = 'news'\n", "did you mean 'kind'"),
        ("[[overrides]]\npaths = ['a']\nselect = 'W'\n", "'select' must be a list"),
        ("folders = { desk = { most = 4 } }\n", "limits are max-"),
        ("folders = { desk = 4 }\n", "a table of limits"),
        ("extend = 'nothing.toml'\n", "which is not a file"),
        ("select = [\n", "is not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_a_hint(folder: Path, content: str, said: str) -> None:
    write(folder / "framing.toml", content)
    with pytest.raises(ConfigError) as error:
        of(str(folder / "a.md"))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("max-loaded-per-1000 = nan", "must be a number"),
        ("min-sources = inf", "must be a number"),
        ("[overrides.rules.W101]\nconfidence = nan", "must be like"),
        ("[overrides.rules.W101]\nleast-severity = 4", "must be between 1 and 3"),
        ("[overrides.rules.W999]\nx = 1", "holds a table for each rule's code"),
        ('[overrides.levels]\nW101 = "fatal"', "is one of note, warning, error"),
        ('kind = "novel"', "is one of news, opinion, press-release"),
        ('select = ["W999"]', "no rule is called 'W999'"),
        ("max-loded-per-1000 = 4", "did you mean 'loaded-per-1000'"),
    ],
)
def test_an_override_that_no_file_matches_is_looked_at_too(folder: Path, content: str, said: str) -> None:
    write(folder / "framing.toml", f'[[overrides]]\npaths = ["none/"]\n{content}\n')
    with pytest.raises(ConfigError) as error:
        config_for(RequestedSettings(), str(folder / "a.md"))
    assert said in str(error.value)


_VALUE = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["W101", "news"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | st.just("paths"), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(KEYS)) | st.just("max-sources") | st.text(max_size=6), _VALUE, max_size=4)
)
def test_any_settings_are_taken_or_refused_in_one_line(values: dict[str, object]) -> None:
    try:
        for key, value in values.items():
            check_value(key, value, "framing.toml")
        settings_for(Config(values=values), "a.md")
    except ConfigError as error:
        assert str(error)  # noqa: PT017 -- being refused is as good as being taken
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert all(key in KEYS or BUDGET.fullmatch(key) for key in values)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(set(KEYS) - {"lexicons", "rule-packs"})) | st.text(max_size=8), st.text(max_size=20))
def test_any_setting_of_the_command_line_is_taken_or_refused(key: str, value: str) -> None:
    try:
        settings_for(with_values(Config(), [f"{key}={value}"]), "a.md")
    except ConfigError as error:
        assert str(error)  # noqa: PT017 -- being refused is as good as being taken
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert key.strip() in KEYS or BUDGET.fullmatch(key.strip())
