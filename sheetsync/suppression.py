"""Do not contact: is an address, or its domain, on the team's list? Checked at every sync."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sheetsync.check import Table
from sheetsync.identity import company_domain, host_of, in_own_letters

DO_NOT_CONTACT = "Do not contact"

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BETWEEN = re.compile(r"[\s<>,;\"()|]+")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:/\S*)?")
_PROFILE = re.compile(r"\blinkedin\.com/in/([^/?#\s]+)")
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
    for place, piece in enumerate((plain, *_BETWEEN.split(plain))):
        name = fold(piece.strip(".:'")).removeprefix("*").removeprefix("@").removeprefix(".")
        if place == 0 or "@" in name or _HOST.fullmatch(name):
            yield from filter(None, (name, _site(name)))


def _site(name: str) -> str:
    """The host of a page that names a company's whole site; none for a page that many share."""
    return host_of(name) if "/" in name and "@" not in name and company_domain(name) else ""


def fold(path: str) -> str:
    """Write a path as it is compared: one spelling for one mailbox, phone, profile or site.

    No scheme, case, "www." or invisible character; a mailbox without its "+tag", a host in its
    own letters, a phone as its digits, a LinkedIn profile by its name.
    """
    text = _SCHEME.sub("", _INVISIBLE.sub("", path).strip().casefold()).strip().rstrip("/.")
    text = text.removeprefix("www.")
    digits = re.sub(r"\(0\)|[\s()./-]", "", text)
    if re.fullmatch(r"\+?\d{7,15}", digits):
        return "+" + digits.removeprefix("+").removeprefix("00")
    profile = _PROFILE.search(text)
    if profile is not None:
        return f"linkedin.com/in/{profile[1]}"
    box, at, rest = text.rpartition("@")
    host, slash, page = rest.partition("/")
    return f"{box.partition('+')[0] or box}{at}{in_own_letters(host)}{slash}{page}"


@lru_cache(maxsize=65_536)  # each lead's path is looked up for several tabs
def _names(path: str) -> tuple[str, ...]:
    """The path itself, then its host and every domain above it."""
    text = fold(path)
    if not text:
        return ()
    host = text.rpartition("@")[2] if "@" in text else text.partition("/")[0]
    parts = host.split(".")
    return (text, *(".".join(parts[start:]) for start in range(len(parts) - 1)))
