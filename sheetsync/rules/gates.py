"""The five decisions that no model and no rule may take: each waits for a named person.

They are data: which flag keeps the row back, which cell a person fills to decide,
and where the name stands that the decision is recorded under.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class HumanGate:
    """One decision that belongs to people.

    Attributes:
        requirement: The requirement, such as ``R68``.
        what: What is decided, in plain words.
        code: The flag that keeps the row back until then.
        tab: Where a person decides.
        column: The cell that holds the decision.
        name: The cell that says who took it.
    """

    requirement: str
    what: str
    code: str
    tab: str
    column: str
    name: str


_GATES = (
    HumanGate("R68", "what a reply means", "FU001", "Follow-up", "Reply decision", "Decided by"),
    HumanGate("R69", "a new segment", "QL007", "Segments", "Approved by", "Approved by"),
    HumanGate(
        "R70",
        "missing evidence",
        "QL008",
        "Qualification",
        "Missing evidence accepted by",
        "Missing evidence accepted by",
    ),
    HumanGate(
        "R71",
        "a sensitive or high-value account",
        "QL009",
        "Qualification",
        "Account approved by",
        "Account approved by",
    ),
    HumanGate("R72", "whether a deal is real", "CR004", "CRM", "Deal stage", "Deal confirmed by"),
)

GATES: Mapping[str, HumanGate] = MappingProxyType({gate.code: gate for gate in _GATES})
"""The gates by the flag that stands for them."""
