"""Which network addresses may be read: public ones, unless private ones are allowed."""

import ipaddress
import queue
import socket
import threading

from framing.errors import InputError

__all__ = ["checked_address", "is_public"]

# On networks without IPv4 every public IPv4 address is reached through one of these (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")


def checked_address(host: str, port: int, url: str, *, allow_private: bool, seconds: float) -> str:
    """Return an address of a host, of which every one was checked.

    Args:
        host: A name or a number in any form that the system's resolver takes (decimal and octal ones too).
        port: The port, for the resolver.
        url: What the user asked for, for errors.
        allow_private: Whether addresses that are not public may be read.
        seconds: Most time.

    Raises:
        InputError: If the host has no address, or one that is not public.
        TimeoutError: If the resolver takes longer.
    """
    resolved = _resolved(host, port, url, seconds)
    if not allow_private:
        for address in resolved:
            if not is_public(address):
                raise InputError(url, f"leads to the private address {address}; allow it with --allow-private")
    return resolved[0]


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet, and any IPv4 address inside of it too.

    Examples:
        >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
        (True, False, False)
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if parsed in _TRANSLATED:
        return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    if not parsed.is_global or parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified:
        # Mapped addresses count as reserved in some versions of Python: what is inside decides.
        inside = getattr(parsed, "ipv4_mapped", None)
        return inside is not None and is_public(str(inside))
    if isinstance(parsed, ipaddress.IPv4Address):
        return True
    if parsed.is_site_local or parsed in _COMPATIBLE:
        return False
    inner = [parsed.ipv4_mapped, parsed.sixtofour, *(parsed.teredo or ())]
    return all(is_public(str(carried)) for carried in inner if carried is not None)


def _resolved(host: str, port: int, url: str, seconds: float) -> list[str]:
    """Return a host's addresses; the resolver has no time limit of its own, so that it runs beside."""
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(row[4][0]) for row in rows])
        except (OSError, UnicodeError, ValueError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(answer, Exception) or not answer:
        raise InputError(url, f"the host '{host[:100]}' cannot be found")
    return answer
