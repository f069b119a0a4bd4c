"""Whatever stands in a settings file, it counts or is one documented error that names the file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.checking.settings import settings_for
from framing.checking.suppressions import read_suppressions
from framing.config import KEYS, load_config
from framing.errors import ConfigError, LexiconError

VALUES = st.recursive(
    st.one_of(
        st.booleans().map(lambda value: str(value).lower()),
        st.integers(-(10**20), 10**20).map(str),
        st.sampled_from(
            ['"W101"', '"../../x"', '""', "1e400", "nan", "'a\\b'", '"\\u0000"', "1979-05-27", '"W"', '"error"']
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, max_size=2).map(
            lambda items: "{" + ", ".join(f"k{n} = {item}" for n, item in enumerate(items)) + "}"
        ),
    ),
    max_leaves=5,
)
NAMES = st.sampled_from([*KEYS, "extend", "max-loaded-terms-own", "min-sources", "nonsense", '"a b"'])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(st.tuples(NAMES, VALUES), max_size=4, unique_by=lambda line: line[0]))
def test_any_settings_count_or_are_a_configuration_error(
    lines: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "framing.toml").write_text("".join(f"{name} = {value}\n" for name, value in lines), encoding="utf-8")
    said = ""
    try:
        config = load_config(folder)
        settings_for(config, "news/a.txt")
    except (ConfigError, LexiconError) as error:
        said = str(error)
    assert "\n" not in said


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_of_a_settings_file_are_a_configuration_error_or_settings(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "framing.toml").write_bytes(content)
    said = ""
    try:
        load_config(folder)
    except ConfigError as error:
        said = str(error)
    assert not said or said.startswith(str(folder))


def test_a_settings_file_that_extends_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "framing.toml").write_text('extend = "other.toml"\n')
    (tmp_path / "other.toml").write_text('extend = "framing.toml"\n')
    with pytest.raises(ConfigError, match="leads back"):
        load_config(tmp_path)


MARKS = st.lists(
    st.sampled_from(
        [
            "<!--",
            "-->",
            " framing: ",
            "ignore",
            "[W101]",
            "[",
            "]",
            '"x"',
            "-start",
            "-end",
            "\n",
            " why ",
            "framing: ignore[W]",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(text=MARKS)
def test_any_comment_is_a_suppression_or_text(text: str) -> None:
    read = read_suppressions(text)
    for silence in read.silences:
        assert 0 <= silence.start <= silence.end <= len(text)
    for unclear in read.unclear:
        assert 0 <= unclear.place[0] < unclear.place[1] <= len(text)
