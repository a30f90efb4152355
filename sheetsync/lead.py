"""One lead as its Research row gives it: the facts that the later blocks rest on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lead:
    """What Research says about one lead, with the values that count.

    Attributes:
        lead_id: The lead's id.
        signal: The person's relevance signal, or the accepted suggestion; the same
            holds for ``problem``.
        complete: Is everything there that Qualification needs, and no error open?
        handed: Since when the lead is in Qualification, ``None`` if it is not.
        notes: The pasted source notes: the lead's evidence.
        skipped: Why the weekly review set it aside before it was handed on, ``""`` if it did not.
        suggested: Columns whose value is an accepted AI suggestion, not a person's text.
    """

    lead_id: str
    company: str
    contact: str
    role: str
    segment: str
    channel: str
    path: str
    signal: str
    problem: str
    confidence: str
    value: float | None
    sensitive: bool
    notes: str
    suggested: frozenset[str]
    complete: bool
    handed: date | None
    skipped: str = ""

    @property
    def evidence(self) -> dict[str, str]:
        """The cells of Research that count as evidence; an accepted suggestion never does."""
        own = "" if "Relevance signal" in self.suggested else self.signal
        cells = {"Source notes": self.notes, "Relevance signal": own}
        return {title: text for title, text in cells.items() if text}

    @property
    def record(self) -> dict[str, str]:
        """The handoff record from Research to Qualification (R15)."""
        return {
            "Lead ID": self.lead_id,
            "Company": self.company,
            "Contact": self.contact,
            "Role": self.role,
            "Segment": self.segment,
            "Channel": self.channel,
            "Relevance signal": self.signal,
            "Probable problem": self.problem,
            "Confidence": self.confidence,
        }


def as_text(record: Mapping[str, str], suggested: Collection[str] = ()) -> str:
    """A handoff record on one line, as the Log keeps it, with the origin of each value (R62)."""
    return " · ".join(
        f"{title}: {' '.join(text.split())}"
        + (" (accepted suggestion)" if title in suggested else "")
        for title, text in record.items()
        if text
    )
