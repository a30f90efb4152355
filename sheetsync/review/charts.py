"""The numbers behind the workbook's charts: the funnel, the weeks, the answers.

They stand in fixed rows below the charts, for a chart in a file names its cells. The
sync rewrites them at each run; what stands anywhere else in the tab is left alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.cells import Scalar, safe_text
from sheetsync.check import Table
from sheetsync.events import Event
from sheetsync.review.chart_columns import (
    ANSWERS,
    BLOCK,
    DECIDED,
    MOVED,
    NO_ANSWER,
    REACHED,
    ROWS,
    VARIANT,
    WEEK,
)
from sheetsync.review.facts import Facts
from sheetsync.review.items import variants
from sheetsync.review.saved import by_week
from sheetsync.review.weeks import week_of
from sheetsync.rules.crm import CRM
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH
from sheetsync.settle import Settled, same

CHAIN = (RESEARCH, QUALIFICATION, OUTREACH, FOLLOWUP, CRM)
"""The five blocks in order (R1)."""

_NAME = 44
"""Most characters of a variant's name beside its bar."""

Line = dict[str, Scalar]


def settle_charts(
    table: Table, facts: Facts, log: Table | None, happened: Iterable[Event], today: date
) -> Settled:
    """Say which of the charts' cells change.

    Args:
        table: The charts' tab.
        facts: What the chain came to.
        log: The Log, for the weeks.
        happened: What happened in this run; the Log does not have it yet.
        today: The last week is the one that this day lies in.
    """
    tab = table.tab
    fixed = replace(tab, rows=range(tab.header + 1, tab.header + 1 + ROWS))
    if tab.refused or not facts.leads:  # Research may be empty, or a tab that cannot be read
        return Settled(table, [""] * len(table), (), (), table.findings)
    wanted = lines(facts, by_week(log, happened, today), today)
    now = {title: fixed.values(title) for title in tab.contract.by_title}
    changes = tuple(
        (index, title, now[title][index], line.get(title))
        for index, line in enumerate(wanted)
        for title in tab.contract.by_title
        if not same(now[title][index], line.get(title))
        and (fixed.rows[index], tab.places[title]) not in tab.grid.formulas
        and fixed.rows[index] not in tab.merged_rows
    )
    return Settled(replace(table, tab=fixed), [""] * ROWS, changes, (), table.findings)


def lines(facts: Facts, moved: Mapping[str, tuple[int, int]], today: date) -> list[Line]:
    """The rows of numbers, side by side.

    Args:
        facts: What the chain came to.
        moved: By week the records that moved and the decisions that people made.
        today: The last week is the one that this day lies in.
    """
    found: list[Line] = [{} for _ in range(ROWS)]
    for line, (block, number) in zip(found, reached(facts).items(), strict=False):
        line |= {BLOCK: block, REACHED: number}
    for place, line in enumerate(found):
        week = week_of(today - timedelta(weeks=ROWS - 1 - place))
        line[WEEK], (line[MOVED], line[DECIDED]) = week, moved.get(week, (0, 0))
    for line, own in zip(found, _answers(facts), strict=False):
        line.update(own)
    return found


def reached(facts: Facts) -> dict[str, int]:
    """How many leads are in each block now or have passed it, in the order of the chain."""
    out = [
        lead_id
        for lead_id, own in facts.passages.items()
        if own.record is not None or facts.sent(lead_id)
    ]
    sent = [lead_id for lead_id in facts.leads if facts.sent(lead_id)]
    so_far = (facts.leads, facts.passages, out, sent, facts.records)
    return {block: len(leads) for block, leads in zip(CHAIN, so_far, strict=True)}


def _answers(facts: Facts) -> Iterable[Line]:
    """What came back for each variant, the most used one first; a lead's last answer counts."""
    for item in variants(facts):
        angle, variant = facts.messages[item.leads[0]]
        name = " · ".join(part for part in (" ".join(angle.split()), variant) if part)
        last: Counter[str] = Counter()
        for lead_id in item.leads:
            kinds = [step.kind or "neutral" for step in facts.steps[lead_id] if step.answered]
            last.update(kinds[-1:])
        line: Line = {title: last[kind] for title, kind in ANSWERS.items()}
        rest = len(item.leads) - sum(last[kind] for kind in ANSWERS.values())
        short = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
        yield {VARIANT: safe_text(short), **line, NO_ANSWER: rest}
