"""How many requests of each class a server has answered: what a test asserts on.

Classes are those of the quota: reads and writes of Sheets (guide "Usage limits"), and
everything else, which is Drive's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.sheets_server import discovery, methods


@dataclass(frozen=True, slots=True)
class Counts:
    """Requests by class; a refused request counts like any other."""

    reads: int
    writes: int
    drive: int


def counted(trace: Sequence[tuple[str, str, int]]) -> Counts:
    """Sum up requests.

    Args:
        trace: Method, path and status of each, as ``Server.trace`` holds them.
    """
    found = [discovery.match(verb, path) for verb, path, _ in trace]
    reads = sum(one is not None and methods.is_read(one.id) for one in found)
    drive = sum(one is None for one in found)
    return Counts(reads, len(found) - reads - drive, drive)
