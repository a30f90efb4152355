"""A team's weekly review in the tests: its rows are found by area and lead, or area and item."""

from typing import Any

from sheetsync.cells import Scalar
from tests.memory_team import FRI, SmallTeam

NEXT_FRI, LAST_FRI = "2026-03-13", "2026-02-27"
WEEK, NEXT_WEEK = "2026-W10", "2026-W11"

NEW, QUALIFIED, ACTIVE = "New leads", "Qualified leads", "Active outreach"
OVERDUE, MEETINGS = "Overdue follow-up", "Meetings booked or lost"
CHANGE, CLOSE = "The one change", "Close review"


def week(team: SmallTeam, name: str = WEEK) -> list[dict[str, Scalar]]:
    """The rows of one week."""
    return [row for row in team.rows("Review") if row["Week"] == name]


def area(team: SmallTeam, title: str, name: str = WEEK) -> list[dict[str, Scalar]]:
    """The rows of one area in a week."""
    return [row for row in week(team, name) if row["Area"] == title]


def item(team: SmallTeam, title: str, about: str = "", name: str = WEEK) -> dict[str, Scalar]:
    """The row of an area that is about a lead, or whose item holds some words."""
    return _row(team, title, about, name)[1]


def decides(
    team: SmallTeam,
    title: str,
    decision: str | None,
    about: str = "",
    *,
    by: str | None = "Cleo",
    comment: str | None = None,
    name: str = WEEK,
) -> None:
    """Someone fills the people's cells of a row."""
    row, _ = _row(team, title, about, name)
    cells: dict[str, Any] = {"Decision": decision, "Decided by": by, "Comment": comment}
    own = team.tab("Review")
    team.book.type("Review", {(row, own.places[t]): value for t, value in cells.items()})


def types(team: SmallTeam, title: str, about: str, column: str, text: str) -> None:
    """Someone types into any cell of a row."""
    row, _ = _row(team, title, about, WEEK)
    team.book.type("Review", {(row, team.tab("Review").places[column]): text})


def settles(team: SmallTeam, name: str = WEEK, kind: str = "stricter stop rule") -> None:
    """Everything that has to be done is: overdue records moved, one change chosen."""
    for row in area(team, OVERDUE, name):
        if row["Leads"]:
            decides(team, OVERDUE, "touch", str(row["Leads"]), name=name)
    decides(team, CHANGE, kind, by="Ana", comment="shorter, because nobody answers", name=name)


def _row(team: SmallTeam, title: str, about: str, name: str) -> tuple[int, dict[str, Scalar]]:
    for number, row in zip(team.tab("Review").rows, team.rows("Review"), strict=True):
        if row["Week"] != name or row["Area"] != title:
            continue
        if not about or about == row["Leads"] or about in str(row["Item"]):
            return number, row
    raise LookupError(f"{name}: {title} has no row about {about}")


def on_friday(team: SmallTeam) -> SmallTeam:
    """The team's sync of Friday, which opens the review."""
    team.sync(FRI)
    return team
