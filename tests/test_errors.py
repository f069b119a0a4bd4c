"""The errors that a caller can expect."""

import pickle

import pytest

from framing.errors import ConfigError, FramingError, InputError, InstallError, LexiconError, ModelError, NoArticleError

EXAMPLES = (
    FramingError("one line"),
    InputError("a.md", "is empty"),
    NoArticleError("_index.md", "holds no article"),
    ConfigError("framing.toml: no"),
    LexiconError("list.toml", "entry", "field", "is wrong"),
    InstallError("lxml"),
    ModelError("frames: damaged"),
)


def kinds(kind: type[FramingError]) -> set[type[FramingError]]:
    return {kind}.union(*(kinds(below) for below in kind.__subclasses__()))


def test_each_kind_of_error_has_an_example_here() -> None:
    assert {kind for kind in kinds(FramingError) if kind.__module__ == "framing.errors"} == {
        type(error) for error in EXAMPLES
    }


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_crosses_processes_as_it_is(error: FramingError) -> None:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))
