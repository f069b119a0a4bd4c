"""Regular expressions that are compiled when they are first used.

Four hundred of them stand at the head of modules, and a run needs half of those that it loads: compiling only these
takes a tenth off the time of one article.
"""

import re
from typing import AnyStr, Generic, cast

__all__ = ["Waiting", "expression"]


class Waiting(Generic[AnyStr]):
    """A pattern that is compiled when a method of it is first asked for; the method is then kept."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Copying and pickling ask for methods that nobody has, before anything else is there.
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        value: object = getattr(compiled, name)
        setattr(self, name, value)
        return value


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what behaves like ``re.compile(pattern, flags)`` and is compiled at its first use.

    Raises:
        re.error: At the first use, if the pattern is wrong; a test compiles every pattern of the package.
    """
    return cast("re.Pattern[AnyStr]", Waiting(pattern, flags))
