"""What the gate hands back, and the one line that a cell shows of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sheetsync.evidence.checks import Check


class VerdictKind(StrEnum):
    """How a draft stands, worst last."""

    OK = "ok"
    CHECK = "check"
    HELD = "held"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim as the writer of a draft cites it."""

    text: str
    quote: str
    column: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, with the citations that came with it, if any."""

    text: str
    claims: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim and the quote that bears it out.

    Attributes:
        text: The claim as it stands in the draft.
        quote: The raw words of the cell; empty when none was found.
        column: The cell's column; empty when none was found.
        start: Offset of the quote in the raw cell, -1 when none was found.
        end: Offset just behind it.
        ok: Whether the quote bears the claim out.
        reason: Why not, as one plain sentence; empty when it does.
        check: The check that failed; ``None`` when none did.
    """

    text: str
    quote: str = ""
    column: str = ""
    start: int = -1
    end: int = -1
    ok: bool = False
    reason: str = ""
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's answer on one draft.

    A failure of the words check alone is what an optional judge may later turn
    into "needs your OK" (see :attr:`only_words_failed`), and never into a pass.
    """

    kind: VerdictKind
    reasons: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def cell_line(self) -> str:
        """Say it in the one line of a cell, the worst thing first."""
        if self.kind is VerdictKind.OK:
            return f"ok: {_counted(len(self.claims))} cited"
        more = f" (and {len(self.reasons) - 1} more)" if len(self.reasons) > 1 else ""
        return f"{self.kind.value.upper()}: {self.reasons[0]}{more}"

    @property
    def only_words_failed(self) -> bool:
        """Say whether nothing but the words check stands against the draft."""
        failed = {claim.check for claim in self.claims if not claim.ok}
        return failed == {Check.WORDS}


def _counted(number: int) -> str:
    return {0: "no claim to be", 1: "1 claim"}.get(number, f"{number} claims")


def summed_up(claims: Sequence[Claim], opinions: frozenset[Check]) -> Verdict:
    """Put the claims of a draft together; held comes before check.

    Args:
        claims: Every claim of the draft, in its order.
        opinions: Checks whose failure a person may settle.
    """
    failed = [claim for claim in claims if not claim.ok]
    if not failed:
        return Verdict(VerdictKind.OK, (), tuple(claims))
    held = [claim.reason for claim in failed if claim.check not in opinions]
    check = [claim.reason for claim in failed if claim.check in opinions]
    kind = VerdictKind.HELD if held else VerdictKind.CHECK
    return Verdict(kind, (*held, *check), tuple(claims))
