"""What the review knows of every lead once the chain has run: one view over all tabs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sheetsync.cells import Scalar
from sheetsync.lead import Lead
from sheetsync.rules.crm import CRM
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.passage import Passage
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.sending import Sending
from sheetsync.sequence import Position, Step
from sheetsync.standing import Standing
from sheetsync.work import READY, Work

_RECORD = ("Stage", "Stage since", "Next step", "Next step on", "Next step owner", "Due")


@dataclass(frozen=True, slots=True)
class Facts:
    """Every lead as this run leaves it; all mappings go by Lead ID unless they say otherwise.

    Attributes:
        leads: What Research says.
        states: The one state.
        passages: What Qualification says.
        positions: Where the sequence stands.
        steps: The touches, replies and decisions.
        records: The computed cells of CRM.
        messages: Angle and variant of the first message.
        ready: What Ready to send says in Outreach.
        scores: The score in Qualification.
        said: By tab, each lead's findings as (code, message).
    """

    leads: Mapping[str, Lead]
    states: Mapping[str, Standing]
    passages: Mapping[str, Passage]
    positions: Mapping[str, Position]
    steps: Mapping[str, Sequence[Step]]
    records: Mapping[str, Mapping[str, Scalar]]
    messages: Mapping[str, tuple[str, str]]
    ready: Mapping[str, str]
    scores: Mapping[str, Scalar]
    said: Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]

    def with_code(self, tab: str, *codes: str) -> list[str]:
        """The leads that carry one of these flags on a tab, in order of their ids."""
        own = self.said.get(tab, {})
        return sorted(lead for lead, said in own.items() if any(c in codes for c, _ in said))

    def why(self, tab: str, lead_id: str) -> str:
        """The first thing that is flagged for a lead on a tab, ``""`` for nothing."""
        said = self.said.get(tab, {}).get(lead_id, ())
        return said[0][1] if said else ""

    def sent(self, lead_id: str) -> list[date]:
        """The days on which messages went out."""
        return [step.sent_on for step in self.steps.get(lead_id, ()) if step.sent_on is not None]


def collect(works: Iterable[Work], sending: Sending, states: Mapping[str, Standing]) -> Facts:
    """Put together what the blocks came to.

    Args:
        works: The blocks' tabs after their rules have run.
        sending: The view that the sending blocks rest on.
        states: Every lead's one state.
    """
    by_tab = {work.title: work for work in works}
    return Facts(
        leads=sending.desk.leads,
        states=states,
        passages=sending.desk.passages,
        positions=sending.desk.positions,
        steps=sending.steps,
        records=_records(by_tab.get(CRM)),
        messages=_messages(by_tab.get(OUTREACH)),
        ready={lead: str(own or "") for lead, own in _computed(by_tab.get(OUTREACH), READY)},
        scores=dict(_computed(by_tab.get(QUALIFICATION), "Score")),
        said={title: _said(work) for title, work in by_tab.items()},
    )


def _computed(work: Work | None, title: str) -> Iterable[tuple[str, Scalar]]:
    if work is None or title not in work.cells:
        return ()
    return zip(work.identity.ids, work.cells[title], strict=False)


def _records(work: Work | None) -> dict[str, dict[str, Scalar]]:
    found: dict[str, dict[str, Scalar]] = defaultdict(dict)
    for title in _RECORD:
        for lead_id, value in _computed(work, title):
            found[lead_id][title] = value
    return dict(found)


def _messages(work: Work | None) -> dict[str, tuple[str, str]]:
    if work is None:
        return {}
    cells = work.table.cells
    rows = zip(work.identity.ids, cells["Angle"], cells["Variant"], strict=False)
    return {lead_id: (angle, variant) for lead_id, angle, variant in rows}


def _said(work: Work) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for _, findings in sorted(work.by_row.items()):
        for finding in findings:
            found[finding.lead_id].append((finding.code, finding.message))
    return dict(found)
