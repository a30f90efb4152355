"""The fence: each write claims the next generation, and Google lets one claim it.

Developer metadata of a spreadsheet has ids that the writer chooses; a batch that
creates one which exists fails as a whole (guide, "Read, write, and search metadata").
So of two runs that were planned on the same state one commits. The value names the
write, by which its outcome can be found after an answer was lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BASE = 1_500_000_000
"""Ids of generations begin here; far from the small ones that people and add-ons take."""

KEPT = 200
"""Generations that stay, so that a request which arrives late still meets its own id."""

GENERATION, HOME = "sheetsync.generation", "sheetsync.home"
_HOME_ID = BASE - 1


@dataclass(frozen=True, slots=True)
class Fence:
    """What the metadata say.

    Attributes:
        generation: The number of the last committed write; 0 if there was none.
        tokens: Names of the writes that are still on record, by generation.
        home: The id of the spreadsheet that was first written; a copy has it from there.
    """

    generation: int = 0
    tokens: Mapping[int, str] = field(default_factory=dict)
    home: str = ""

    def advanced(self, token: str, home: str) -> "Fence":
        """The fence once a write has been committed."""
        tokens = {**self.tokens, self.generation + 1: token}
        return Fence(self.generation + 1, tokens, home)


def read_fence(metadata: Iterable[Mapping[str, Any]]) -> Fence:
    """Read the fence from a spreadsheet's developer metadata; others' are passed over."""
    tokens: dict[int, str] = {}
    home = ""
    for entry in metadata:
        number, key, value = entry.get("metadataId", 0), entry.get("metadataKey"), ""
        value = str(entry.get("metadataValue", ""))
        if key == GENERATION and number > BASE:
            tokens[number - BASE] = value
        elif key == HOME and number == _HOME_ID:
            home = value
    return Fence(max(tokens, default=0), tokens, home)


def fenced(
    requests: Iterable[Mapping[str, Any]], fence: Fence, token: str, spreadsheet: str
) -> list[dict[str, Any]]:
    """Put requests behind the fence.

    Args:
        requests: What is to be written.
        fence: The state on which it was planned.
        token: The name of this write; no other ever has it.
        spreadsheet: The id of the spreadsheet, to know a copy of it by.
    """
    following = fence.generation + 1
    first = [_create(BASE + following, GENERATION, token)]
    if fence.home != spreadsheet:
        first += [_delete(_HOME_ID)] if fence.home else []
        first.append(_create(_HOME_ID, HOME, spreadsheet))
    old = [_delete(BASE + each) for each in sorted(fence.tokens) if each <= following - KEPT]
    return [*first, *map(dict, requests), *old]


def nothing() -> list[dict[str, Any]]:
    """A request that changes nothing: it deletes metadata that are never there."""
    return [_delete(_HOME_ID - 1)]


def _create(number: int, key: str, value: str) -> dict[str, Any]:
    return {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataId": number,
                "metadataKey": key,
                "metadataValue": value,
                "location": {"spreadsheet": True},
                "visibility": "DOCUMENT",  # another project's account must meet the fence too
            }
        }
    }


def _delete(number: int) -> dict[str, Any]:
    lookup = {"developerMetadataLookup": {"metadataId": number}}
    return {"deleteDeveloperMetadata": {"dataFilter": lookup}}
