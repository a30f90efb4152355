"""A workbook file and the people who type into it, as acceptance tests see them.

Workbooks are laid out by the program and filled as a person's spreadsheet program
would: load, set cells, save; by openpyxl, or faster where only a few cells of one
tab change. Cells are found by the tab's
title, the header's text and the name of the row, never by position.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync import contract
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cli import main
from tests.typed_cells import OneTab, Unusual, one_tab

MONDAY = "2026-03-02"

BLOCKS = ("Research", "Qualification", "Outreach", "Follow-up", "CRM")

FILLED_MAP = [
    {
        "Block": block,
        "Current owner": owner,
        "Current output": f"What {block} hands on",
        "Missing rule": "none",
        "Stop rule": "does not apply: nothing is sent from here",
    }
    for block, owner in zip(BLOCKS, ("Ana", "Ben", "Cleo", "Dan", "Eva"), strict=True)
]

SEGMENTS = [{"Segment": "Freight", "Who it covers": "Carriers", "Approved by": "Cleo"}]

LEAD = {
    "Company": "Nordhafen",
    "Website": "nordhafen.example",
    "Contact": "Dana Ruiz",
    "Role": "VP Operations",
    "Segment": "Freight",
    "Channel": "email",
    "Reachable path": "dana@nordhafen.example",
    "Source notes": (
        "Nordhafen opened a second cross-dock in Memphis. The careers page lists 14 open roles. "
        "Dock scheduling is still done in spreadsheets."
    ),
    "Probable problem": "Dock scheduling in spreadsheets",
    "Relevance signal": "opened a second cross-dock in Memphis",
    "Signal source": "press release",
    "Confidence": "high",
}

DECIDED = {
    "Decision": "pursue",
    "Reason": "They grow and plan by hand",
    "Evidence note": "“The careers page lists 14 open roles”",
    "Risk or missing evidence": "none found",
    "Decided by": "Ben",
}

_NAMES = ("Lead ID", "Company", "Setting", "Block", "Criterion", "Segment", "Claim", "Code")
_HEADER_ROWS = 12


def lead(company: str, **values: Any) -> dict[str, Any]:
    """A complete lead of its own company; ``values`` by header, with underscores for spaces."""
    domain = "".join(filter(str.isalnum, company.casefold())) + ".example"
    own = {
        **LEAD,
        "Company": company,
        "Website": domain,
        "Contact": f"Dana {company}",
        "Reachable path": f"dana@{domain}",
        "Source notes": LEAD["Source notes"].replace("Nordhafen", company),
    }
    return own | {title.replace("_", " "): value for title, value in values.items()}


@cache
def whole() -> contract.Contract:
    """The contract that comes with the program."""
    return contract.load()


@cache
def _laid(*, filled: bool) -> bytes:
    """A laid-out workbook; without notes, dropdowns and colours, which cost openpyxl half its time."""
    rows = {"Start here": FILLED_MAP, "Segments": SEGMENTS} if filled else None
    book = load_workbook(BytesIO(lay_out(whole(), rows=rows)))
    for sheet in book:
        sheet.conditional_formatting = ConditionalFormattingList()
        sheet.data_validations = DataValidationList()
        for cell in sheet[header_of(sheet)]:
            cell.comment = None
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Team:
    """A workbook, those who type into it, and the program run on it."""

    path: Path

    def copied(self, folder: Path) -> "Team":
        """The same workbook once more, for a test of its own."""
        twin = folder / self.path.name
        twin.write_bytes(self.path.read_bytes())
        return Team(twin)

    @contextmanager
    def editing(self) -> Iterator[Workbook]:
        """The workbook in a person's spreadsheet program, saved at the end."""
        book = load_workbook(self.path)
        yield book
        book.save(self.path)

    def types(self, tab: str, who: str, values: Mapping[str, Any]) -> None:
        """Fill cells of one row."""
        try:
            with one_tab(self.path, tab) as sheet:
                fill(sheet, who, values)
        except Unusual:
            with self.editing() as book:
                fill(book[tab], who, values)

    def adds(self, tab: str, *rows: Mapping[str, Any]) -> None:
        """Add rows below the last one."""
        try:
            with one_tab(self.path, tab) as sheet:
                for row in rows:
                    add(sheet, row)
        except Unusual:
            with self.editing() as book:
                for row in rows:
                    add(book[tab], row)

    def row(self, tab: str, who: str) -> dict[str, Any]:
        """One row by header."""
        return self._found(tab, who)[1]

    def rows(self, tab: str) -> list[dict[str, Any]]:
        """Every row below the header that holds something, by header."""
        return list(_rows(self.path.read_bytes(), tab).values())

    def ids(self) -> dict[str, str]:
        """Lead ID by company, as Research has them."""
        return {row["Company"]: row["Lead ID"] for row in self.rows("Research")}

    def run(self, command: str, *options: str) -> Result:
        """Run a command on the workbook."""
        return CliRunner().invoke(main, [command, str(self.path), *options])

    def json(self, command: str, *options: str, today: str = MONDAY) -> Any:
        """Run a command at noon of a day and read its JSON; it has to end well."""
        told = self.run(command, "--format", "json", "--today", today, *options)
        assert told.exit_code == 0, (told.output, told.exception)
        return json.loads(told.stdout)

    def sync(self, *options: str, today: str = MONDAY) -> Any:
        """Sync at noon of a day."""
        return self.json("sync", *options, today=today)

    def codes(self, who: str, tab: str, report: Any) -> set[str]:
        """The codes that a report raises on one row of a tab."""
        row = self._found(tab, who)[0]
        return {f["code"] for f in report["findings"] if (f["tab"], f["row"]) == (tab, row)}

    def _found(self, tab: str, who: str) -> tuple[int, dict[str, Any]]:
        for row, values in _rows(self.path.read_bytes(), tab).items():
            if who in {values.get(title) for title in _NAMES}:
                return row, values
        raise AssertionError(f"{tab} has no row {who}")


@lru_cache(maxsize=64)
def _rows(file: bytes, tab: str) -> dict[int, dict[str, Any]]:
    """The rows of a tab by sheet row, each by header; columns without a header are left out."""
    book = load_workbook(BytesIO(file), read_only=True)
    rows = list(book[tab].iter_rows(values_only=True))
    titles = whole().by_title[tab].by_title if tab in whole().by_title else {}
    top = max(
        range(min(len(rows), _HEADER_ROWS)), key=lambda row: sum(c in titles for c in rows[row])
    )
    found: dict[int, dict[str, Any]] = {}
    for row, cells in enumerate(rows[top + 1 :], start=top + 2):
        if any(cell is not None for cell in cells):
            values = zip(rows[top], cells, strict=True)
            found[row] = {title: value for title, value in values if title is not None}
            status, _, state = str(found[row].get("Status") or "").partition(" · state: ")
            if state:
                found[row] |= {"Status": status, "(state)": state}
    return found


def team(path: Path, *leads: Mapping[str, Any], filled: bool = True) -> Team:
    """Lay out a workbook with these leads, its Map filled in unless told otherwise."""
    path.write_bytes(_laid(filled=filled))
    made = Team(path)
    if leads:
        made.adds("Research", *leads)
    return made


def header_of(sheet: Worksheet | OneTab) -> int:
    """The row of the headers, from one: the one with most titles of the contract."""
    known = whole().by_title[sheet.title].by_title if sheet.title in whole().by_title else {}
    rows = range(1, min(sheet.max_row, _HEADER_ROWS) + 1)
    return max(rows, key=lambda row: sum(cell.value in known for cell in sheet[row]))


def place_of(sheet: Worksheet | OneTab, title: str) -> int:
    """The column of a header, from one."""
    headers = [cell.value for cell in sheet[header_of(sheet)]]
    return headers.index(title) + 1


def row_of(sheet: Worksheet | OneTab, who: str) -> int:
    """The row that bears a name: a Lead ID, a company, a setting, a block …"""
    headers = [cell.value for cell in sheet[header_of(sheet)]]
    places = [headers.index(title) for title in _NAMES if title in headers]
    for row in range(header_of(sheet) + 1, sheet.max_row + 1):
        if who in {sheet.cell(row, place + 1).value for place in places}:
            return row
    raise AssertionError(f"{sheet.title} has no row {who}")


def fill(sheet: Worksheet | OneTab, who: str, values: Mapping[str, Any]) -> None:
    """Set cells of one row of an open workbook."""
    row = row_of(sheet, who)
    for title, value in values.items():
        sheet.cell(row, place_of(sheet, title)).value = value


def add(sheet: Worksheet | OneTab, values: Mapping[str, Any]) -> None:
    """Set cells of the first free row of an open workbook."""
    row = header_of(sheet) + 1
    while any(cell.value is not None for cell in sheet[row]):
        row += 1
    for title, value in values.items():
        sheet.cell(row, place_of(sheet, title)).value = value


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every cell of every tab."""
    book = load_workbook(BytesIO(path.read_bytes()), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
