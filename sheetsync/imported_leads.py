"""Leads of the rows of someone's list, once it is settled which column feeds which.

No value is lost: what has no column of its own stands in the lead's Source notes.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync.cells import Scalar, to_text
from sheetsync.header_meanings import CHANNEL, NOTES, PATH
from sheetsync.lists import ForeignList
from sheetsync.matching import Match, channel_of


@dataclass(frozen=True, slots=True)
class ImportedLead:
    """One row of the list as a lead.

    Attributes:
        row: The row's number in the list file, counted from 1.
        cells: Texts by Research column, as they stand in the list; no blank ones.
        leftovers: Header and value of what has no column of its own; Source notes hold them too.
        fingerprint: 12 hex digits that the same row has again the next time. Two
            rows alike share it, so count them rather than keep them in a set.
    """

    row: int
    cells: Mapping[str, str]
    leftovers: tuple[tuple[str, str], ...]
    fingerprint: str


def to_leads(source: ForeignList, matches: Sequence[Match]) -> tuple[ImportedLead, ...]:
    """Make a lead of each row; every value of the row is found again in its cells.

    Args:
        source: The list as it was read.
        matches: One match a header of ``source``, in the same order.
    """
    return tuple(
        _lead(number, tuple(zip(matches, row, strict=True)))
        for number, row in zip(source.numbers, source.rows, strict=True)
    )


def _lead(number: int, row: Sequence[tuple[Match, Scalar]]) -> ImportedLead:
    values = [(match, text) for match, value in row if (text := to_text(value)).strip()]
    cells: dict[str, str] = {}
    for match, text in values:
        if match.column is not None:
            # Only Contact is fed twice, by a first and a last name.
            cells[match.column] = " ".join(filter(None, (cells.get(match.column), text)))
    leftovers = tuple((match.header, text) for match, text in values if match.column is None)
    if leftovers:
        lines = "\n".join(f"{header}: {text}" for header, text in leftovers)
        cells[NOTES] = "\n\n".join(filter(None, (cells.get(NOTES), lines)))
    path = cells.get(PATH)
    if path is not None and all(match.column != CHANNEL for match, _ in row):
        implied = next(match.channel for match, _ in row if match.column == PATH)
        if channel := channel_of(path) or implied:
            cells[CHANNEL] = channel
    # Blank cells stay out of the print, so that one longer row, which gives the whole list
    # one more column, does not make strangers of all the others.
    print_ = json.dumps([(match.header, text) for match, text in values])
    return ImportedLead(number, cells, leftovers, hashlib.sha256(print_.encode()).hexdigest()[:12])
