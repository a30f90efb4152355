"""Makes a workbook ready: a new one is laid out, an existing one gains what it lacks.

Adds tabs and column headers, and nothing else: what stands in a cell stays, rows
are never added to a tab that was there, and a complete workbook is not touched.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sheetsync.book import Grid, Reading, TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import Scalar, normal_header
from sheetsync.contract import Contract, TabContract
from sheetsync.errors import BookError, UnsafeBook, UsageError
from sheetsync.guide import GUIDE
from sheetsync.snapshot import find_header


@dataclass(frozen=True, slots=True)
class InitReport:
    """What ``init`` did.

    Attributes:
        created: Was there no workbook before?
        tabs_added: Titles of the tabs that it laid out, the Guide among them.
        columns_added: Tab and title of each column header that it added.
        kept: Titles of the contract's tabs that were there already.
    """

    created: bool
    tabs_added: tuple[str, ...]
    columns_added: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()


def init_book(path: Path, contract: Contract) -> InitReport:
    """Lay out a new workbook, or add to an existing one what the contract asks for.

    All additions reach the file in one replacement, with the usual backup beside it.

    Raises:
        UsageError: A new workbook's folder does not exist, or its name is not one of a workbook.
        WrongBook: The path is no workbook.
        BookLocked: Somebody has it open.
        UnsafeBook: A tab has one of our titles and none of our columns, or the file
            cannot take tabs. In each case nothing is written.
    """
    titles = (*(tab.tab for tab in contract.tabs), GUIDE)
    if not path.exists():
        _refuse_bad_path(path)
        XlsxBook(path).create(lay_out(contract))
        return InitReport(created=True, tabs_added=titles)
    reading = XlsxBook(path).read()
    grids = {normal_header(grid.title): grid for grid in reading.grids}
    missing = tuple(title for title in titles if normal_header(title) not in grids)
    edits: list[TabEdit] = []
    columns: list[tuple[str, str]] = []
    for tab in contract.tabs:
        grid = grids.get(normal_header(tab.tab))
        if grid is not None:
            added = missing_headers(grid, tab, reading.name)
            columns += [(tab.tab, str(title)) for title in added.values()]
            edits += [TabEdit(grid.title, added)] if added else []
    if missing or edits:
        _add(path, reading, edits, missing, lay_out(contract, rows=team_lists(grids, contract)))
    kept = tuple(tab.tab for tab in contract.tabs if tab.tab not in missing)
    return InitReport(created=False, tabs_added=missing, columns_added=tuple(columns), kept=kept)


def _refuse_bad_path(path: Path) -> None:
    """A new workbook needs a folder that exists and a name that Excel opens."""
    not_done = "No workbook was laid out."
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            f"{path} is not the name of a workbook file.",
            not_done=not_done,
            next_step="Give it a name that ends in .xlsx, such as sales.xlsx.",
        )
    if not path.parent.is_dir():
        raise UsageError(
            f"The folder {path.parent} does not exist.",
            not_done=not_done,
            next_step="Make the folder first, or name a folder that exists.",
        )


def missing_headers(grid: Grid, tab: TabContract, name: str) -> Mapping[tuple[int, int], Scalar]:
    """Say which header goes into which free cell; families are left to the sync."""
    header = find_header(grid, tab)
    if header is None and grid.height:
        raise UnsafeBook(
            f"{name} has a tab “{grid.title}” without the columns that sheetsync keeps there.",
            not_done="Nothing was added to the workbook.",
            next_step="Rename that tab, then run init again: it adds its own one.",
        )
    row = header or 0
    there = {normal_header(column[row]) for column in grid.columns if row < len(column)}
    wanted = [spec.title for spec in tab.columns if spec.each is None]
    missing = [title for title in wanted if normal_header(title) not in there]
    filled = [place for place, column in enumerate(grid.columns) if any(map(_holds, column))]
    first = max(filled, default=-1) + 1
    return {(row, first + number): title for number, title in enumerate(missing)}


def _holds(value: Scalar) -> bool:
    return value is not None and value != ""


def team_lists(
    grids: Mapping[str, Grid], contract: Contract
) -> Mapping[str, Sequence[Mapping[str, Scalar]]]:
    """Read the team's own lists behind families of columns, such as its Scorecard."""
    sources = {
        spec.each.split(".")[0] for tab in contract.tabs for spec in tab.columns if spec.each
    }
    found: dict[str, Sequence[Mapping[str, Scalar]]] = {}
    for title in sources:
        grid = grids.get(normal_header(title))
        header = find_header(grid, contract[title]) if grid else None
        if grid is None or header is None:
            continue
        names = [contract[title].by_header.get(normal_header(c[header])) for c in grid.columns]
        found[title] = [
            {
                spec.title: column[row]
                for spec, column in zip(names, grid.columns, strict=True)
                if spec
            }
            for row in range(header + 1, grid.height)
        ]
    return found


def _add(
    path: Path, reading: Reading, edits: Sequence[TabEdit], tabs: Sequence[str], layout: bytes
) -> None:
    """Make the new file aside, headers first and tabs behind, and put it in place once."""
    from sheetsync.books.xlsx_graft import graft

    with TemporaryDirectory() as folder:
        aside = Path(folder) / path.name
        aside.write_bytes(path.read_bytes())
        try:
            XlsxBook(aside).write(reading, edits)
        except BookError as error:
            what = error.what.replace(str(aside), reading.name)
            raise type(error)(what, not_done=error.not_done, next_step=error.next_step) from error
        new = aside.read_bytes()
    XlsxBook(path).replace_with(reading, graft(new, layout, tabs) if tabs else new)
