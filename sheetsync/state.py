"""The hidden ``Sync state`` cell: what the sync knows of one row, as compact JSON.

It stamps what rests on what: which id the row was given, what was last written
into each computed cell (so that a person's text there can be told apart), which
inputs an AI answer and a decision rest on, and when the row was handed on.
A cell that cannot be read counts as empty.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any
from zlib import crc32

from sheetsync.cells import Scalar, to_text

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"

State = dict[str, Any]
"""One row's state. Keys: ``id``, ``w`` (marks of written cells), ``ai``, ``handed``, ``decided``, ``passed``,
``list`` (fingerprint of the imported row), ``extra`` (headers kept in the notes)."""


def load(cell: Scalar) -> State:
    """Read a ``Sync state`` cell; ``{}`` if it is blank or not ours."""
    if not isinstance(cell, str) or not cell.startswith("{"):
        return {}
    try:
        state = json.loads(cell)
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def dump(state: State) -> str:
    """Write a state the same way every time: sorted keys, no spaces, empty parts left out."""
    kept = {key: value for key, value in state.items() if value not in (None, "", {}, [])}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def stamp(title: str, value: Scalar) -> str:
    """A short mark of what was written into one column's cell.

    Three characters name the column and five the text (25 bits, so another text
    passes for it once in 33 million). The full stop is there because with it no two
    columns of a tab have one name; without it Contact and Sent message had.
    """
    text = to_text(value).replace("\r\n", "\n").strip()
    return _base32(crc32(b"." + title.encode()), 3) + _base32(
        crc32(text.encode("utf-8", "replace")), 5
    )


def written(state: Mapping[str, Any]) -> dict[str, str]:
    """Read the marks of a row's cells: column mark to whole mark."""
    marks = state.get("w", "")
    if not isinstance(marks, str):
        return {}
    pieces = (marks[start : start + 8] for start in range(0, len(marks), 8))
    return {piece[:3]: piece for piece in pieces}


def _base32(number: int, length: int) -> str:
    return "".join(_LETTERS[(number >> (5 * place)) & 31] for place in range(length))


def digest(parts: Iterable[str]) -> str:
    """A hash over texts in order; equal digests mean that nothing changed."""
    joined = "\x1f".join(parts)
    return blake2b(joined.encode("utf-8", "replace"), digest_size=8).hexdigest()


def day(state: Mapping[str, Any], key: str) -> date | None:
    """Read a date kept under ``key``."""
    value = state.get(key)
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
