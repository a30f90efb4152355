"""What if a setting, a weight or a stop rule were another: which leads would go elsewhere?

The book is read once and worked through twice, as it is and with the change put in
in memory; what differs is the answer. Nothing is written, and no lock is taken.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sheetsync import logbook
from sheetsync.ai.jobs import Model
from sheetsync.book import Book
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.errors import UsageError
from sheetsync.finding import Finding
from sheetsync.rules.catalogue import CATALOGUE
from sheetsync.snapshot import take
from sheetsync.what_if_change import Change, put, read_changes
from sheetsync.what_if_fate import ADVICE, fates
from sheetsync.what_if_pass import Pass, run_pass
from sheetsync.what_if_past import seen_since


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be another for one lead.

    Attributes:
        what: What it is: its state, a touch, its score …
        before: As it is; ``""`` where there is none.
        after: As it would be.
    """

    lead_id: str
    company: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """One flag code: the leads on which it would be raised, and those on which it would be gone."""

    code: str
    raised: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a change would come to.

    Attributes:
        changes: The cells that would be others.
        considered: How many leads were compared.
        differences: What would be another, lead by lead.
        flags: The codes that would be raised or gone.
        troubles: What is wrong with the tabs, so that the answer is not whole.
    """

    changes: tuple[Change, ...]
    considered: int
    differences: tuple[Difference, ...]
    flags: tuple[Flagged, ...]
    troubles: tuple[str, ...]

    @property
    def elsewhere(self) -> frozenset[str]:
        """The leads that would have gone elsewhere, not merely been advised otherwise."""
        return frozenset(d.lead_id for d in self.differences if d.what not in ADVICE)

    @property
    def advised(self) -> frozenset[str]:
        """The leads that would only have got another score or suggestion."""
        return frozenset(d.lead_id for d in self.differences) - self.elsewhere


def what_if(
    book: Book,
    contract: Contract,
    clock: Clock,
    wanted: Sequence[str],
    *,
    weeks: int = 12,
    drafter: Model | None = None,
    watch: Callable[[str], None] = lambda _: None,
) -> WhatIf:
    """Compare a book as it is with the book as it would be.

    Args:
        book: Where the workbook is kept; it is only read.
        contract: Its tabs and columns.
        clock: The moment of the run.
        wanted: The changes, see :func:`sheetsync.what_if_change.read_changes`.
        weeks: Only leads with an event in the Log in so many weeks; 0 for all leads.
        drafter: Who rates the leads again when the Scorecard changes; ``None`` for nobody.
        watch: Told the name of each step as it begins.

    Raises:
        UsageError: A name or a value cannot be used.
        BookError: The book cannot be read.
    """
    watch("Reading")
    snapshot = take(book.read(), contract)
    changes = read_changes(wanted, snapshot)
    watch("As it is")
    now = run_pass(snapshot, contract, clock)
    watch("As it would be")
    then = run_pass(put(changes, snapshot), contract, clock, now.tested)
    _refuse_unusable(changes, then)
    watch("Comparing")
    rater = drafter if any(change.tab == "Scorecard" for change in changes) else None
    leads = _considered(now, weeks)
    return WhatIf(
        changes=changes,
        considered=len(leads),
        differences=tuple(_differences(now, then, leads, rater)),
        flags=tuple(_flags(now.findings, then.findings, leads)),
        troubles=tuple(finding.message for finding in snapshot.findings),
    )


def _refuse_unusable(changes: Iterable[Change], then: Pass) -> None:
    """Stop at a value that the sync itself would not take."""
    findings = [found for table in then.tables.values() for found in table.findings]
    for change in changes:
        row, _ = change.place
        for found in (*findings, *then.findings):
            at = (found.tab, found.row, found.column)
            if at == (change.tab, row, change.column) and found.code in ("SY002", "SY008"):
                raise UsageError(
                    found.message.partition("; the default")[0].rstrip(".") + ".",
                    not_done="Nothing was worked out.",
                    next_step="Give a value of that kind after the equals sign.",
                )


def _considered(now: Pass, weeks: int) -> dict[str, str]:
    """Lead ID and company of the leads to compare, in the order of Research."""
    leads = {lead_id: lead.company for lead_id, lead in now.worked.leads.items()}
    if not weeks:
        return leads
    since = now.context.now.replace(tzinfo=None) - timedelta(weeks=weeks)
    recent = seen_since(now.tables.get(logbook.LOG), since)
    return {lead_id: company for lead_id, company in leads.items() if lead_id in recent}


def _differences(
    now: Pass, then: Pass, leads: Mapping[str, str], drafter: Model | None
) -> Iterable[Difference]:
    before, after = fates(now, drafter), fates(then, drafter)
    for lead_id, company in leads.items():
        was, would_be = before[lead_id], after.get(lead_id, {})
        for what in dict.fromkeys((*would_be, *was)):
            pair = was.get(what, ""), would_be.get(what, "")
            if pair[0] != pair[1]:
                yield Difference(lead_id, company, what, *pair)


def _flags(
    before: Iterable[Finding], after: Iterable[Finding], leads: Mapping[str, str]
) -> Iterable[Flagged]:
    """Compare flags by code and place; their wording may name the setting itself."""
    was, would_be = _by_code(before, leads), _by_code(after, leads)
    for code in CATALOGUE:
        old, new = was.get(code, {}), would_be.get(code, {})
        raised = tuple(lead for place, lead in new.items() if place not in old)
        gone = tuple(lead for place, lead in old.items() if place not in new)
        if raised or gone:
            yield Flagged(code, raised, gone)


def _by_code(
    findings: Iterable[Finding], leads: Mapping[str, str]
) -> dict[str, dict[tuple[str, int | None, str], str]]:
    found: dict[str, dict[tuple[str, int | None, str], str]] = defaultdict(dict)
    for finding in findings:
        if not finding.lead_id or finding.lead_id in leads:
            place = finding.tab, finding.row, finding.column
            found[finding.code][place] = finding.lead_id
    return found
