"""Moving cells elsewhere: what lies on them and what points at them goes along.

A row that is moved with all that it holds keeps its identity.
"""

from dataclasses import replace

from tests.sheets_server import a1, formulas
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Formula, Json, Sheet


def paste_rules(source: Area, area: Area) -> None:
    """Let the conditional formats of an area also lie on another one; what lay there goes.

    A rule of another sheet becomes a rule of this one.
    """
    rules = area.sheet.objects.setdefault("conditionalFormats", [])
    kept = list(rules)
    for rule in source.sheet.objects.get("conditionalFormats", []):
        near = [one for one in rule["ranges"] if _meet(one, source)]
        if not near:
            continue
        if area.sheet is source.sheet:
            place = next(i for i, one in enumerate(kept) if one is rule)
            ranges = [*rule["ranges"], area.json()]
            kept[place] = {**rule, "ranges": ranges}
        else:
            kept.append({**rule, "ranges": [area.json()]})
    rules[:] = kept


def _meet(given: Json, area: Area) -> bool:
    return bool(
        given["startRowIndex"] < area.bottom
        and area.top < given["endRowIndex"]
        and given["startColumnIndex"] < area.right
        and area.left < given["endColumnIndex"]
    )


def copy_merges(source: Area, area: Area, *, cut: bool = False) -> None:
    """Let the merges that lie wholly in an area also lie on another one, or move there."""
    merges = source.sheet.objects.get("merges", [])
    for merge in list(merges):
        if not (
            source.top <= merge["startRowIndex"]
            and merge["endRowIndex"] <= source.bottom
            and source.left <= merge["startColumnIndex"]
            and merge["endColumnIndex"] <= source.right
        ):
            continue
        rows, columns = area.top - source.top, area.left - source.left
        if (rows, columns) == (0, 0) and area.sheet is source.sheet:
            continue
        if cut:
            merges.remove(merge)
        area.sheet.objects.setdefault("merges", []).append(
            a1.grid_range(
                area.sheet,
                merge["startRowIndex"] + rows,
                merge["startColumnIndex"] + columns,
                merge["endRowIndex"] + rows,
                merge["endColumnIndex"] + columns,
            )
        )


def moved(call: Call, source: Area, area: Area) -> None:
    """Move cells; a row that is moved with all that it holds keeps its identity."""
    whole = _whole_rows(source) and source.left == area.left and source.sheet is area.sheet
    held = [
        (r, c, source.sheet.cell(source.top + r, source.left + c))
        for r in range(source.height)
        for c in range(source.width)
    ]
    for r, c, _ in held:
        source.sheet.put(source.top + r, source.left + c, BLANK)
    for r, c, cell in held:
        area.sheet.put(area.top + r, area.left + c, cell)
    if whole:
        _swap_identities(call, source, area)
    repoint(call, source, area)


def _whole_rows(area: Area) -> bool:
    """Whether an area holds everything that its rows hold."""
    inside = {column.id for column in area.sheet.columns[area.left : area.right]}
    return all(row.cells.keys() <= inside for row in area.sheet.rows[area.top : area.bottom])


def _swap_identities(call: Call, source: Area, area: Area) -> None:
    rows = area.sheet.rows
    old = {r: rows[r].id for r in range(len(rows))}
    goes = dict(zip(range(source.top, source.bottom), range(area.top, area.bottom), strict=True))
    free = [r for r in goes if r not in goes.values()]
    left = [r for r in goes.values() if r not in goes]
    new = {to: old[start] for start, to in goes.items()}
    new |= {empty: old[lost] for empty, lost in zip(free, left, strict=True)}
    for r, number in new.items():
        rows[r].id = number
    if not call.switches.sort_moves_metadata:
        keep_tags(call, area.sheet, {old[r]: number for r, number in new.items()})


def keep_tags(call: Call, sheet: Sheet, swapped: dict[int, int]) -> None:
    """Leave metadata at its place: ``swapped`` is the identity there by the one before."""
    for tag in call.book.tags.values():
        if tag.sheet == sheet.id and tag.line in swapped:
            tag.line = swapped[tag.line]


def repoint(call: Call, source: Area, area: Area) -> None:
    """Let references to cells that were moved point at where they are now."""

    def change(home: Sheet, one: formulas.Reference) -> formulas.Reference:
        named = home if one.title is None else call.book.titled(one.title)
        ends = [one.first, one.last or one.first]
        if named is not source.sheet or not all(
            end.row is not None
            and end.column is not None
            and source.top <= end.row < source.bottom
            and source.left <= end.column < source.right
            for end in ends
        ):
            return one
        shifted = [
            replace(
                end,
                row=(end.row or 0) + area.top - source.top,
                column=(end.column or 0) + area.left - source.left,
            )
            for end in ends
        ]
        title = one.title
        if area.sheet is not source.sheet:
            title = area.sheet.title
        return formulas.Reference(title, shifted[0], shifted[1] if one.last else None)

    for home in call.book.sheets:
        for index, row in enumerate(home.rows):
            for key, cell in row.cells.items():
                if isinstance(cell.value, Formula):
                    text = formulas.rewritten(
                        cell.value.text,
                        lambda one, at=home: change(at, one),  # type: ignore[misc] # bound on purpose
                    )
                    home.row(index).cells[key] = replace(cell, value=Formula(text))
