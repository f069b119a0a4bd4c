"""The package's version, alone in a file so that reading it costs nothing."""

__all__ = ["__version__"]

__version__ = "0.1.0"
