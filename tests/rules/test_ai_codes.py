"""The flags of the AI columns: an answer that failed, and answers that wait."""

from collections.abc import Sequence

from sheetsync.ai.jobs import Answer, Job, JobState
from sheetsync.ai.offline import OfflineDrafter
from tests.memory_team import SmallTeam
from tests.rules.cases import Case, Step, types
from tests.workbooks import LEAD

MORE = f"{LEAD['Source notes']} They run 3 docks."


class Balks:
    """Answers like the offline drafter, but for one job it comes to nothing."""

    name = "offline drafter"

    def __init__(self, letter: str, state: JobState, why: str) -> None:
        self._letter, self._answer = letter, Answer({}, state=state, why=why)

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        drafts = OfflineDrafter().answer(jobs)
        return [
            self._answer if job.spec.job == self._letter else draft
            for job, draft in zip(jobs, drafts, strict=True)
        ]


def balks(state: JobState, why: str) -> Step:
    """From here on the model does not answer job a."""

    def do(team: SmallTeam, _: str) -> None:
        team.model = Balks("a", state, why)

    return Step(do, everywhere=True)


CASES = (
    Case("AI001", "Research", "handed",
         (balks(JobState.FAILED, "the model refused to answer"), types("Research", Source_notes=MORE)),
         (balks(JobState.FAILED, "the model refused to answer"), types("Research", Confidence="high")),
         "the model refused"),
    Case("AI002", "Research", "handed",
         (balks(JobState.WAITING, "the 500 calls of this run are used up"), types("Research", Source_notes=MORE)),
         (balks(JobState.SKIPPED, "a person has said so"), types("Research", Source_notes=MORE)),
         "1 AI answer waits: the 500 calls"),
)  # fmt: skip
