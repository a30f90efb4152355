"""Which columns may be cited, and who speaks in them.

Columns whose name begins with "AI " are never evidence, or a model could cite
itself; and the columns that only name people prove nothing about them.
"""

from enum import StrEnum
from functools import lru_cache

COMPANY_COLUMNS = frozenset({"company", "account", "organisation", "organization"})
CONTACT_COLUMNS = frozenset({"contact", "contact name", "name", "person"})
ROLE_COLUMNS = frozenset({"role", "title", "job title"})
NAME_COLUMNS = COMPANY_COLUMNS | CONTACT_COLUMNS | ROLE_COLUMNS
"""Columns that name people and companies; by their plain names."""

OUR_CLAIMS = "our claims"
_NOTE_WORDS = ("note", "conversation", "crm", "call", "meeting")


_TALKED = ("conversation", "crm", "call", "meeting")


_OWN_PAGES = frozenset(
    "website site web homepage home page pages careers career jobs linkedin profile blog newsroom "
    "press release about us company our text copy".split()
)
_PAGE_KINDS = frozenset("website site homepage page pages linkedin profile blog newsroom".split())


class Voice(StrEnum):
    """Who speaks in a cell."""

    THEIRS = "theirs"
    NOTES = "notes"
    PUBLIC = "public"
    OURS = "ours"


def plain_name(column: str) -> str:
    """Fold a column's name for comparison: case, underscores and spaces do not count."""
    return " ".join(column.replace("_", " ").casefold().split())


@lru_cache(maxsize=1_024)
def is_evidence(column: str) -> bool:
    """Say whether a column may be cited at all."""
    name = plain_name(column)
    return name != "ai" and not name.startswith("ai ") and name not in NAME_COLUMNS


@lru_cache(maxsize=1_024)
def is_talk(column: str) -> bool:
    """Say whether a column holds what was said to us rather than what we read."""
    name = plain_name(column)
    return any(word in name for word in _TALKED)


@lru_cache(maxsize=1_024)
def is_own_page(column: str) -> bool:
    """Say whether a column holds the lead's own page, where "we" is the lead."""
    words = frozenset(plain_name(column).split())
    return words <= _OWN_PAGES and not words.isdisjoint(_PAGE_KINDS)


@lru_cache(maxsize=1_024)
def voice_of(column: str) -> Voice:
    """Say who speaks in a column, by its name."""
    name = plain_name(column)
    if name == OUR_CLAIMS:
        return Voice.OURS
    if "reply" in name or "replies" in name:
        return Voice.THEIRS
    if any(word in name for word in _NOTE_WORDS):
        return Voice.NOTES
    return Voice.PUBLIC
