"""What the chain has come to so far, and what each block asks of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sheetsync.ai.columns import OpenJob, say_skipped, take_answers
from sheetsync.ai.examples import with_examples
from sheetsync.ai.jobs import JobState, Model
from sheetsync.ai.others import Others
from sheetsync.cells import Scalar
from sheetsync.context import Context
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.lead import Lead
from sheetsync.review.tab import Written
from sheetsync.rules.map import Lost
from sheetsync.settle import Settled
from sheetsync.work import Work


@dataclass(slots=True)
class Worked:
    """What the chain came to.

    Attributes:
        works: Tabs whose rules have run, before their cells are decided.
        settled: Every tab's cells and findings, by title.
        events: What happened, in order.
        lost: Per block how many leads stop there.
        leads: Every lead that is not frozen, by id.
        additions: Rows to add to tabs whose rows belong to whoever added them.
        reviewed: What becomes of the Review tab, ``None`` if it is not written.
        answers: AI answers given.
        cost_usd: What they cost.
        unasked: Jobs that still wait for an answer.
        others: Whose texts may be shown to a model at other rows; ``None`` for nobody's.
    """

    works: list[Work] = field(default_factory=list)
    settled: dict[str, Settled] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    lost: dict[str, Lost] = field(default_factory=dict)
    leads: dict[str, Lead] = field(default_factory=dict)
    additions: dict[str, Sequence[Mapping[str, Scalar]]] = field(default_factory=dict)
    reviewed: Written | None = None
    answers: int = 0
    cost_usd: float = 0.0
    unasked: int = 0
    others: Callable[[], Others | None] = lambda: None

    def finish(self, work: Work, events: Sequence[Event]) -> None:
        """Take in what a block's rules came to."""
        self.events += events
        self.works.append(work)
        errors = sum(work.blocked(index) for index in range(len(work.table)))
        self.lost[work.title] = Lost(None, len(work.table), errors)

    def answer(
        self,
        work: Work,
        jobs: Sequence[OpenJob],
        model: Model,
        context: Context,
        desk: Desk | None = None,
    ) -> None:
        """Have a tab's open jobs answered, and take the answers in."""
        say_skipped(work, (each for each in jobs if each.skipped))
        asked: Sequence[OpenJob] = [each for each in jobs if not each.skipped]
        if not asked:
            return
        others = self.others()
        if others is not None:
            asked = with_examples(work, asked, others, desk.evidence if desk is not None else {})
        answers = model.answer([each.job for each in asked])
        self.events += take_answers(work, asked, answers, model=model.name, today=context.today)
        states = Counter(answer.state for answer in answers)
        self.answers += states[JobState.DONE]
        self.unasked += states[JobState.WAITING] + states[JobState.LATER]
        self.cost_usd += sum(answer.cost_usd for answer in answers)


def withhold(work: Work) -> None:
    """Keep rows that merged cells cover from being written."""
    merged = work.table.tab.merged_rows
    if not merged:
        return
    covered = [index for index, row in enumerate(work.table.tab.rows) if row in merged]
    for index in covered:
        work.flag(index, "SY007", "Merged cells cover this row; it was not written.")
    work.withheld = frozenset(covered)
