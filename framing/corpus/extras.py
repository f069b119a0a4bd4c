"""Libraries that only archives need: the extras ``framing[corpus]`` and ``framing[cluster]``."""

import importlib
from typing import Any

from framing.errors import ConfigError

__all__ = ["needed"]

_EXTRAS = {"dask": "cluster", "distributed": "cluster"}


def needed(module: str) -> Any:  # noqa: ANN401 -- a module of a library without types
    """Return a module that may not be installed.

    Args:
        module: Its full name, such as ``pyarrow.parquet``.

    Raises:
        ConfigError: If it is not installed, with the extra that brings it.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        raise ConfigError(
            f"this needs {package}; install it with: pip install 'framing[{_EXTRAS.get(package, 'corpus')}]'"
        ) from error
