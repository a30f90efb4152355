"""The flags of the weekly review."""

from typing import Any

from tests.memory_team import FRI, SmallTeam
from tests.review.meetings import CHANGE, CLOSE, NEXT_FRI, OVERDUE, WEEK, decides
from tests.rules.cases import Case, Step, adds, runs


def decided(area: str, decision: str, **more: Any) -> Step:
    """Someone decides on an area's first row."""

    def do(team: SmallTeam, _: str) -> None:
        decides(team, area, decision, **more)

    return Step(do, everywhere=True)


CASES = (
    Case("RV001", "Review", "sent",
         (runs(FRI), runs(NEXT_FRI)), (runs(FRI), runs("2026-03-12")),
         f"The review of {WEEK} was not closed"),
    Case("RV002", "Review", "sent",
         (runs(FRI), decided(OVERDUE, "touch"), decided(CLOSE, "close")),
         (runs(FRI), decided(OVERDUE, "touch"), decided(CLOSE, "close"),
          decided(CHANGE, "better opener", comment="it is read first")),
         "no change is chosen"),
    Case("RV003", "Review", "sent",
         (runs(FRI), decided(OVERDUE, "wait")), (runs(FRI), decided(OVERDUE, "touch")),
         "“wait” is not offered here"),
    Case("RV004", "Review", "sent",
         (runs(FRI),), (runs("2026-03-05"),),
         "2 items are undecided"),
    Case("RV005", "Review", "sent",
         (adds("Review", Week="2099-W01", Area=OVERDUE, Item="x"), runs(FRI)),
         (adds("Review", Week="next week", Area=OVERDUE, Item="x"), runs(FRI)),
         "2099-W01, which has not come yet"),
)  # fmt: skip
