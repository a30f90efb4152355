"""What people decided in the reviews, as the rules of the blocks read it.

A decision counts when it is one that its area offers and someone has put their name
to it. Of an earlier and a later one on the same lead the later counts. No person's
cell is ever written: the rules take a ruling into their computed columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase

from sheetsync.cells import normal_header
from sheetsync.check import Table
from sheetsync.review.agenda import ACTIVE, AREAS, OVERDUE, Area
from sheetsync.review.entries import DECIDED, Entry, read_agenda


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of a review.

    Attributes:
        week: The review's week.
        on: Since when it counts.
        until: A day that the comment names: the end of a pause, the return from nurture.
    """

    week: str
    on: date
    decision: str
    by: str
    comment: str
    until: date | None = None

    @property
    def name(self) -> str:
        """Tells this ruling from any other on the same lead."""
        return f"{self.week} {self.decision}"

    @property
    def source(self) -> str:
        """Where it was made, for a row's own text."""
        return f"the review of {self.week}"


@dataclass(frozen=True, slots=True)
class Rulings:
    """Every ruling that counts.

    Attributes:
        leads: Per area title, the last ruling on each lead.
        variants: Per angle and variant (see :func:`variant_name`), the last ruling on it.
    """

    leads: Mapping[str, Mapping[str, Ruling]] = field(default_factory=dict)
    variants: Mapping[str, Ruling] = field(default_factory=dict)

    def on(self, area: Area, lead_id: str, *decisions: str) -> Ruling | None:
        """The ruling on a lead, if it is one of these decisions."""
        found = self.leads.get(area.title, {}).get(lead_id)
        return found if found is not None and found.decision in decisions else None

    def on_variant(self, angle: str, variant: str, *decisions: str) -> Ruling | None:
        """The ruling on a variant of an angle, if it is one of these decisions."""
        found = self.variants.get(variant_name(angle, variant))
        return found if found is not None and found.decision in decisions else None

    def stopped(self, angle: str) -> list[str]:
        """The letters of an angle's variants that are no longer drafted (R85)."""
        if not self.variants:
            return []
        return [letter for letter in ascii_uppercase if self.on_variant(angle, letter, "stop")]


def variant_item(angle: str, variant: str) -> str:
    """How a variant of an angle is called in the review."""
    return f"Variant {variant.strip().upper() or 'A'} of the angle “{' '.join(angle.split())}”"


def variant_name(angle: str, variant: str) -> str:
    """The same for every spelling of it."""
    return normal_header(variant_item(angle, variant))


def counts(entry: Entry) -> str:
    """Why an entered decision does not count, ``""`` if it does."""
    if not entry.allowed:
        return f"“{entry.decision}” is not offered here; choose {entry.area.allowed}"
    if not entry.by:
        return "counts once Decided by is filled in"
    if entry.decision == "change owner" and not entry.comment:
        return "counts once Comment names the new owner"
    return ""


def read_rulings(table: Table | None, today: date) -> Rulings:
    """Read every decision that counts, from all weeks.

    Args:
        table: The Review tab.
        today: The date in the team's time zone.
    """
    agenda = read_agenda(table)
    leads: dict[str, dict[str, Ruling]] = {area.title: {} for area in AREAS}
    variants: dict[str, Ruling] = {}
    for entry in sorted(agenda.entries, key=lambda entry: entry.week):
        if entry.area not in AREAS or not entry.decision or counts(entry):
            continue
        open_ = agenda.open and entry.week == agenda.week
        if not open_ and DECIDED.match(entry.status) is None:
            continue  # entered after its week was over
        ruling = _ruling(entry, today)
        if entry.area is ACTIVE:
            variants[normal_header(entry.item)] = ruling
        else:
            leads[entry.area.title].update(dict.fromkeys(entry.leads, ruling))
    return Rulings(leads, variants)


def _ruling(entry: Entry, today: date) -> Ruling:
    on = entry.decided_on(today)
    until = _first_day(entry.comment, on)
    if until is None and entry.area is OVERDUE and entry.decision == "pause":
        until = date.fromordinal(on.toordinal() + 7)
    return Ruling(entry.week, on, entry.decision, entry.by, entry.comment, until)


def _first_day(text: str, on: date) -> date | None:
    if not any(letter.isdigit() or letter.isalpha() for letter in text):
        return None
    from sheetsync.replies.dates import dates_in

    found: Sequence[date] = [each.on for each in dates_in(text, on) if each.on > on]
    return found[0] if found else None
