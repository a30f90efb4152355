"""What the headers of other people's lists mean: ``templates/import-headers.yaml``, read and folded."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from sheetsync.errors import ContractError

Channel = Literal["email", "phone", "linkedin"]
NOTES, PATH, CHANNEL = "Source notes", "Reachable path", "Channel"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one known header stands for; among several the lowest rank is taken."""

    column: str
    rank: int
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Meanings:
    """The table of other lists' headers, each folded for comparison."""

    known: Mapping[str, Meaning]
    name_parts: tuple[tuple[str, ...], ...] = ()
    bare_names: frozenset[str] = frozenset()
    unrelated: frozenset[str] = frozenset()


class _Table(BaseModel):
    """The shape of ``templates/import-headers.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    columns: dict[str, tuple[str, ...]]
    channels: dict[Channel, tuple[str, ...]]
    name_parts: tuple[tuple[str, ...], ...]
    bare_names: tuple[str, ...]
    unrelated: tuple[str, ...]


def read_meanings(table: object) -> Meanings:
    """Read the table of ``templates/import-headers.yaml`` from its parsed YAML.

    Raises:
        ContractError: A part is missing or misspelt, or one header has two meanings.
    """
    try:
        parts = _Table.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        raise _wrong_table(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    entries: list[tuple[str, Channel | None, Sequence[str]]] = [
        *((column, None, names) for column, names in parts.columns.items()),
        *((PATH, channel, names) for channel, names in parts.channels.items()),
    ]
    known: dict[str, Meaning] = {}
    for column, channel, names in entries:
        for name in map(fold, names):
            if name in known:
                raise _wrong_table(f"“{name}” stands there twice")
            known[name] = Meaning(column, len(known), channel)
    return Meanings(
        known,
        tuple(tuple(map(fold, names)) for names in parts.name_parts),
        frozenset(map(fold, parts.bare_names)),
        frozenset(map(fold, parts.unrelated)),
    )


def _wrong_table(what: str) -> ContractError:
    return ContractError(
        f"templates/import-headers.yaml is wrong: {what}.",
        not_done="Nothing was imported.",
        next_step="Correct the file, or delete it to use the one that came with sheetsync.",
    )


def fold(header: str) -> str:
    """Fold a header for comparison: ``E-Mail_Address`` and ``email address`` are one."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", header.casefold())
        if not unicodedata.combining(letter)
    )
    return re.sub(r"\be mail", "email", " ".join(re.findall(r"[^\W_]+", plain)))
