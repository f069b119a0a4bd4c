"""Every error that a caller of the library can expect.

FramingError
├── InputError      a file, URL, record or text that cannot be read
│   └── NoArticleError   a file that can be read and holds no article
├── ConfigError     a setting or configuration file that cannot be used
├── LexiconError    a lexicon file, entry or field that is wrong
├── InstallError    a package that is needed and cannot be imported
└── ModelError      a model or data artifact that is missing, damaged or of another format

Faults of the calling program stay ``ValueError`` and ``TypeError``.
"""

from collections.abc import Callable
from typing import Any

from framing.expressions import expression

__all__ = [
    "COMMAND",
    "ConfigError",
    "FramingError",
    "InputError",
    "InstallError",
    "LexiconError",
    "ModelError",
    "NoArticleError",
    "shown",
]


_STEERING = expression("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COMMAND = expression(r"##(?=\w*+\[)")
"""What a job's runner obeys wherever it stands in a line; a word joiner, which has no width, goes inside."""
_LONGEST_SHOWN = 80
"""Characters of a name in a message: a pattern may have a hundred thousand."""


def shown(name: str) -> str:
    """Return a name as a message holds it: its beginning, where it is longer than anybody reads."""
    return name if len(name) <= _LONGEST_SHOWN else f"{name[: _LONGEST_SHOWN - 1]}…"


class FramingError(Exception):
    """The root: one sentence that says where, what, and what to do."""

    def __str__(self) -> str:
        """The sentence on one line, without what steers a terminal or a job: names in it may be anybody's."""
        said = _STEERING.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), super().__str__())
        return COMMAND.sub("##\u2060", said)

    def __reduce__(self) -> tuple[Callable[..., "FramingError"], tuple[Any, ...]]:
        """Errors cross processes as they are, whatever their constructors ask for."""
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[FramingError], arguments: tuple[Any, ...], state: dict[str, Any]) -> FramingError:
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(state)
    return error


class InputError(FramingError):
    """An input that cannot be read, with the place where reading stopped.

    Attributes:
        where: The file, URL or record (with its line) as the user named it.
        what: What is wrong, and what to do about it.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class NoArticleError(InputError):
    """A file that can be read and holds no article: front matter alone, a page that only leads elsewhere."""


class ConfigError(FramingError):
    """A setting that is unknown, of the wrong type or out of range."""


class InstallError(FramingError):
    """A package that is needed for what was asked, and cannot be imported; with the command that installs it."""


class LexiconError(FramingError):
    """A fault in a lexicon file.

    Attributes:
        file: The lexicon file.
        entry: The entry's id or pattern, empty where the fault is the file's; the message has its beginning.
        field: The field, empty where the fault is the entry's.
    """

    def __init__(self, file: str, entry: str, field: str, fault: str) -> None:
        place = ", ".join(
            part
            for part in (file, f"entry '{shown(entry)}'" if entry else "", f"field '{field}'" if field else "")
            if part
        )
        super().__init__(f"{place}: {fault}")
        self.file = file
        self.entry = entry
        self.field = field


class ModelError(FramingError):
    """A model artifact that cannot be used."""
