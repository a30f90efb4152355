"""The team's scorecard: criteria, weights, and a score explained criterion by criterion (R25)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync.check import Table

_POINTS: Mapping[str, float] = {"strong": 1.0, "partial": 0.5, "weak": 0.0, "unknown": 0.0}
"""What a rating is worth of its criterion's weight. Unknown earns nothing: it is not known."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the Scorecard tab."""

    name: str
    weight: float
    strong: str
    weak: str
    must_have: bool

    @property
    def column(self) -> str:
        """The title of its column in Qualification."""
        return f"Fit: {self.name}"

    @property
    def line(self) -> str:
        """The criterion as a model is shown it."""
        must = ", must have" if self.must_have else ""
        return (
            f"{self.name} (weight {self.weight:g}{must}): "
            f"strong = {_flat(self.strong)}; weak = {_flat(self.weak)}"
        )


def _flat(text: str) -> str:
    return " ".join(text.split())


def read_scorecard(table: Table | None) -> tuple[Criterion, ...]:
    """Read the criteria that have a name, in the team's order; a blank weight counts 1."""
    if table is None:
        return ()
    cells = table.cells
    found: dict[str, Criterion] = {}
    for index, text in enumerate(cells["Criterion"]):
        name = _flat(text)
        weight = cells["Weight"][index]
        if any(map(str.isalnum, name)) and name.casefold() not in found:
            found[name.casefold()] = Criterion(
                name=name,
                weight=1.0 if weight is None else weight,
                strong=cells["Strong fit"][index],
                weak=cells["Weak fit"][index],
                must_have=cells["Must have"][index],
            )
    return tuple(found.values())


def score(criteria: Sequence[Criterion], ratings: Mapping[str, str]) -> tuple[float | None, str]:
    """Score one lead from the people's ratings.

    Args:
        criteria: The scorecard.
        ratings: Rating by criterion name, ``""`` where nobody has rated.

    Returns:
        A whole number from 0 to 100 (points of the total weight), ``None`` while
        nothing is rated; and the explanation, one line a criterion.
    """
    total = sum(criterion.weight for criterion in criteria)
    if not total or not any(ratings.values()):
        return None, "Not rated yet"
    points = 0.0
    lines: list[str] = []
    unmet: list[str] = []
    for criterion in criteria:
        rating = ratings.get(criterion.name, "")
        earned = criterion.weight * _POINTS.get(rating, 0.0)
        points += earned
        lines.append(
            f"{criterion.name}: {rating or 'not rated'}, {earned:g} of {criterion.weight:g}"
        )
        if criterion.must_have and rating in ("weak", "unknown"):
            unmet.append(criterion.name)
    lines.append(f"Together {points:g} of {total:g}")
    if unmet:
        lines.append(f"Must have, but not met: {', '.join(unmet)}")
    return float(round(100 * points / total)), "\n".join(lines)
