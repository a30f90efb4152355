"""One flag code at one row: the smallest edit that raises it, and the nearest one that does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sheetsync.finding import Finding
from tests.memory_team import NORD, SOUTH, SmallTeam, at


@dataclass(frozen=True)
class Step:
    """One thing that people do to a lead, or to more than that.

    Attributes:
        do: What they do; told whose row it is.
        everywhere: Does it reach beyond the lead's own rows?
    """

    do: Callable[[SmallTeam, str], object]
    everywhere: bool = False


@dataclass(frozen=True)
class Run:
    """One sync, from here on at this day."""

    day: str | None = None


Way = tuple[Step | Run, ...]


@dataclass(frozen=True)
class Case:
    """A code, and what a team does from a stage on with and without it.

    Attributes:
        code: The code.
        tab: Where it stands.
        stage: From where both ways start.
        raises: What leads to the flag.
        harmless: The nearest thing that does not.
        says: Words that the flag's message has to hold.
    """

    code: str
    tab: str
    stage: str
    raises: Way
    harmless: Way
    says: str

    def __str__(self) -> str:
        return f"{self.code} {self.tab}"


def types(tab: str, who: str = "", /, **cells: Any) -> Step:
    """Somebody fills cells of the lead's row, or of the row named; underscores stand for spaces."""
    return Step(lambda team, own: team.types(tab, _named(cells), who or own), everywhere=bool(who))


def adds(tab: str, /, **cells: Any) -> Step:
    """Somebody adds a row."""
    return Step(lambda team, _: team.adds(tab, _named(cells)), everywhere=True)


def runs(day: str | None = None) -> Run:
    """The sync runs, from here on at this day."""
    return Run(day)


def moves(tab: str, by: int = 5) -> Step:
    """Somebody cuts the lead's row and pastes it further down; by 0 it is deleted."""

    def do(team: SmallTeam, who: str) -> None:
        own = team.tab(tab)
        cells = {own.places[title]: value for title, value in team.row(tab, who).items()}
        key = cells[own.places[own.contract.key or ""]]
        row = next(r for r in own.rows if own.grid.columns[0][r] == key)
        team.book.type(tab, {(row, place): None for place in cells})
        if by:
            team.book.type(tab, {(row + by, place): value for place, value in cells.items()})

    return Step(do)


def deletes(tab: str) -> Step:
    """Somebody empties the lead's row."""
    return moves(tab, by=0)


def on(day: int, month: int = 3) -> date:
    """A day of the year in which the cases play."""
    return date(2026, month, day)


@dataclass(frozen=True)
class Outcome:
    """Where a case leads: the team, and which lead is meant (``None``: the whole tab)."""

    team: SmallTeam
    who: str | None

    def found(self, case: Case) -> list[Finding]:
        """What was found on the case's tab under its code."""
        found = [f for f in self.team.found(case.tab) if f.code == case.code]
        return [f for f in found if self.who in (None, f.lead_id)]


@cache
def both(case: Case) -> tuple[Outcome, Outcome]:
    """Where both ways of a case lead after a last run; only to be looked at.

    Two leads of one team go the two ways, so that a flag has to find its row. Where a
    way reaches beyond the lead, or the days differ, there are two teams.
    """
    ways = (case.raises, case.harmless)
    days = [[step.day for step in way if isinstance(step, Run)] for way in ways]
    apart = any(isinstance(step, Step) and step.everywhere for way in ways for step in way)
    if apart or days[0] != days[1]:
        one, other = (_gone(at(case.stage), {NORD: way}) for way in ways)
        return Outcome(one, None), Outcome(other, None)
    team = _gone(at(case.stage, NORD, SOUTH), dict(zip((NORD, SOUTH), ways, strict=True)))
    return Outcome(team, "L-0001"), Outcome(team, "L-0002")


def _gone(team: SmallTeam, ways: Mapping[str, Way]) -> SmallTeam:
    legs = {who: _legs(way) for who, way in ways.items()}
    days = [step.day for step in next(iter(ways.values())) if isinstance(step, Run)]
    for place, day in enumerate([*days, None]):
        for who, own in legs.items():
            for step in own[place]:
                step.do(team, who)
        team.sync(day)
    return team


def _legs(way: Way) -> list[list[Step]]:
    """A way, cut at its runs."""
    legs: list[list[Step]] = [[]]
    for step in way:
        if isinstance(step, Run):
            legs.append([])
        else:
            legs[-1].append(step)
    return legs


def _named(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {title.replace("_", " "): value for title, value in cells.items()}
