"""Do not contact: is an address, or its domain, on the team's list? Checked at every sync."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sheetsync.check import Table

DO_NOT_CONTACT = "Do not contact"

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_ADDRESS = re.compile(r"[^\s<>,;:\"()]+@[^\s<>,;:\"()]+")
_SCHEME = re.compile(r"^(?:mailto:|tel:|[a-z][a-z0-9+.-]*://)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Suppression:
    """The list, folded for comparison.

    Attributes:
        entries: Address or domain to the reason given.
    """

    entries: Mapping[str, str]

    def hit(self, path: str) -> str:
        """Say why a path may not be written to, ``""`` if it may.

        A domain on the list covers its subdomains, and every address there.
        """
        for name in _names(path):
            if name in self.entries:
                return f"{name}: {self.entries[name] or 'no reason given'}"
        return ""

    def and_also(self, paths: Iterable[tuple[str, str]]) -> "Suppression":
        """The list with further addresses and their reasons."""
        more = {fold(path): reason for path, reason in paths if fold(path)}
        return Suppression({**more, **self.entries})


def read_suppression(table: Table | None) -> Suppression:
    """Read the tab; blank lines are passed over."""
    if table is None:
        return Suppression({})
    cells = table.cells
    return Suppression(
        {
            name: cells["Reason"][index]
            for index, text in enumerate(cells["Address or domain"])
            for name in _entries(text)
        }
    )


def _entries(text: str) -> Iterable[str]:
    """Every address or domain that a cell names, however it was pasted."""
    plain = _INVISIBLE.sub("", text)
    for piece in _ADDRESS.findall(plain) or [plain]:
        name = fold(piece).removeprefix("*").removeprefix("@").removeprefix(".")
        if name:
            yield name


def fold(path: str) -> str:
    """Write a path as it is compared: no scheme, no case, no www, a phone as its digits."""
    text = _SCHEME.sub("", path.strip().casefold()).strip().rstrip("/.")
    text = text.removeprefix("www.")
    digits = re.sub(r"[\s()./-]", "", text)
    if re.fullmatch(r"\+?\d{7,15}", digits):
        return "+" + digits.removeprefix("+").removeprefix("00")
    return text


@lru_cache(maxsize=65_536)  # each lead's path is looked up for several tabs
def _names(path: str) -> tuple[str, ...]:
    """The path itself, then its host and every domain above it."""
    text = fold(path)
    if not text:
        return ()
    host = text.rpartition("@")[2] if "@" in text else text.partition("/")[0]
    parts = host.split(".")
    return (text, *(".".join(parts[start:]) for start in range(len(parts) - 1)))
