"""What the last run changed in a book, kept on this machine so that ``undo`` can take it back.

A journal is a convenience, not a truth: without it everything but ``undo`` works.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sheetsync.errors import UsageError
from sheetsync.plan import Plan, from_json, to_json


@dataclass(frozen=True, slots=True)
class Entry:
    """The last run on one book.

    Attributes:
        plan: What it changed.
        after: Digest of the book right after the write.
    """

    plan: Plan
    after: str


def record(book: str, entry: Entry) -> bool:
    """Keep a run's changes.

    Args:
        book: The book's identity.
        entry: What the run changed.

    Returns:
        Could it be kept? A machine without a writable home has no undo.
    """
    place = _place(book)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        body = {"after": entry.after, "plan": to_json(entry.plan)}
        place.write_text(json.dumps(body), encoding="utf-8")
    except OSError:
        return False
    return True


def last(book: str) -> Entry | None:
    """The last run on this book that this machine made, if it is known."""
    try:
        body = json.loads(_place(book).read_text(encoding="utf-8"))
        return Entry(plan=from_json(body["plan"]), after=str(body["after"]))
    except (OSError, ValueError, KeyError, TypeError, UsageError):
        return None


def forget(book: str) -> None:
    """Drop the journal of a book: its last run has been taken back."""
    with suppress(OSError):  # a journal that stays names a state that the book has left
        _place(book).unlink(missing_ok=True)


def _place(book: str) -> Path:
    from platformdirs import user_state_path

    name = sha256(book.encode()).hexdigest()[:24]
    return user_state_path("sheetsync") / "journals" / f"{name}.json"
