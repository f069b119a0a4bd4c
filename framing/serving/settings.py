"""What a server does and does not do."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["LOOPBACK", "ServeSettings"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """How a server is run.

    Attributes:
        host: The address that it listens on.
        port: Its port.
        token: What every request has to show; empty on the loopback address, where only this machine's users come in.
        at_once: Analyses that run at a time, each in a process of its own; the rest wait.
        waiting: Most that wait; further ones are told to come back.
        seconds: Most time of one analysis.
        most_bytes: Most bytes of a request.
        arriving_seconds: Most time in which a request arrives.
        kept: Results that are kept in memory, the newest ones.
        folder: Where results are stored as files; ``None`` to store nothing.
        allow_private: Whether addresses of private networks and of this machine may be read.
        lexicons: The user's lexicon files.
        encoder: Whether the encoder reads too.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    token: str = ""
    at_once: int = 2
    waiting: int = 50
    seconds: float = 30.0
    most_bytes: int = 20_000_000
    arriving_seconds: float = 30.0
    kept: int = 200
    folder: Path | None = None
    allow_private: bool = False
    lexicons: tuple[Path, ...] = ()
    encoder: bool = False

    @property
    def hosts(self) -> frozenset[str]:
        """The values of ``Host`` that are answered; a name that leads here by another's will is none of them."""
        names = {self.host, *LOOPBACK} if self.host in LOOPBACK else {self.host}
        shown = {f"[{name}]" if ":" in name else name for name in names}
        return frozenset(shown | {f"{name}:{self.port}" for name in shown})

    @property
    def any_host(self) -> bool:
        """Whether it listens on all addresses, so that the token alone says who may come in."""
        return self.host in {"0.0.0.0", "::"}  # noqa: S104 -- what the user asked for

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"
