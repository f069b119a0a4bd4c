"""A bar on standard error while a table of articles is scored."""

import sys
import time

__all__ = ["Bar"]

_SECONDS = 0.2
"""Between two states: as often as an eye follows."""
_CELLS = 24
"""Characters of the bar."""


class Bar:
    """How many of some articles are done, and the time left; shown on terminals and in notebooks, else not."""

    def __init__(self, total: int, *, shown: bool | None = None) -> None:
        """Start the clock.

        Args:
            total: How many there are.
            shown: Whether to show it; without, where somebody looks on.
        """
        self._total = total
        self._shown = (sys.stderr.isatty() or "ipykernel" in sys.modules) if shown is None else shown
        self._done = 0
        self._width = 0
        self._begun = time.monotonic()
        self._drawn = 0.0

    def add(self, count: int) -> None:
        """Take note of articles that are done."""
        self._done += count
        now = time.monotonic()
        if self._shown and now - self._drawn >= _SECONDS:
            self._drawn = now
            self._write(self.line(now - self._begun))

    def line(self, seconds: float) -> str:
        """Return the bar after some seconds."""
        share = self._done / max(self._total, 1)
        filled = round(_CELLS * share)
        rate = self._done / max(seconds, 1e-3)
        minutes, rest = divmod(int((self._total - self._done) / rate if rate else 0), 60)
        return (
            f"[{'#' * filled}{'-' * (_CELLS - filled)}] {share:4.0%}  {self._done:,} of {self._total:,} articles, "
            f"{rate:,.1f} a second, {minutes}:{rest:02d} left"
        )

    def end(self) -> None:
        """Remove the bar."""
        if self._width:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(self._width)}\r{line}")
        sys.stderr.flush()
        self._width = len(line)
