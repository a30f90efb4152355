"""Reads a list that someone else made: a text file or a workbook, into headers and rows.

Values are handed on exactly as a person sees them in the file. What a column
means is decided elsewhere; nothing here corrects, merges or drops a value.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from statistics import median_low

from sheetsync.cells import Scalar, normal_header, to_text
from sheetsync.errors import UsageError, WrongBook
from sheetsync.list_text import MARKUP, NOT_DONE, SAVE_AGAIN, decode, no_list, split_records

# First bytes of what people take for a list; each format's own specification names them.
_FOREIGN = {
    b"%PDF": "a PDF",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"{\\rtf": "a text document",
    b"\x1f\x8b": "an archive",
}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# MS-OFFCRYPTO 2.3.4.4: the stream that holds a password-protected workbook.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# What stands in a lead's row and not in a header: an address, a link, a number or date.
_DATA = re.compile(
    r"\S+@\S+\.\S+|(?:https?://|www\.)\S+"
    r"|(?:[\w-]+\.)+(?:com|net|org|io|ai|co|eu|uk|de|fr|es|it|nl|ch|at|us)/?"
    r"|[-+(€$£]*\d[\d\s.,:/()€$£%+-]*"
)
_MOST_TITLE_ROWS = 10

Row = tuple[int, list[str]]
"""A row's number in the file, counted from 1, and its texts."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What stands in the file and is no part of the list.

    Attributes:
        blank: How many rows below the header hold nothing.
        above: The texts above the header (a title, an export date), one a row.
        sheets: Other sheets of the workbook that hold a list of their own.
    """

    blank: int = 0
    above: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignList:
    """Someone's list as it stands.

    Attributes:
        name: The file's name.
        headers: One name a column; no two are alike. A blank one is called
            "Column 3", a doubled one "Notes (2)".
        rows: Texts, shape (leads, columns); every row has one value a header.
        numbers: Each row's number in the file, counted from 1 as a spreadsheet
            program shows it.
        encoding: How the text was written; ``None`` for a workbook.
        skipped: What was left out, for the report.
        header_row: The header's number in the file; ``None`` when the list has
            none and the columns are "Column 1", "Column 2" …
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    encoding: str | None
    skipped: Skipped
    header_row: int | None


def read_list(path: Path) -> ForeignList:
    """Read a list from a .csv, .tsv or .xlsx file; the content decides, not the ending.

    Raises:
        UsageError: The file is missing, a folder, empty, or no list.
        WrongBook: A workbook that is damaged or protected by a password.
    """
    data = _load(path)
    for start, kind in _FOREIGN.items():
        if data.startswith(start):
            raise no_list(path, f"it is {kind}")
    if data.startswith((_ZIP, _OLE)):
        records, sheets = _first_sheet(data, path)
        return _shape(path, records, None, sheets)
    text, encoding = decode(data, path)
    if MARKUP.match(text):
        raise no_list(path, "it is a web page or a data file for programs")
    return _shape(path, split_records(text, path), encoding, ())


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(
            f"{path} is a folder, not a list.",
            not_done=NOT_DONE,
            next_step="Name the file itself, such as leads.csv.",
        )
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(
            f"There is no file {path}.",
            not_done=NOT_DONE,
            next_step="Check the name and the folder, and put quotes around a name with spaces.",
        ) from None
    except OSError as error:
        raise UsageError(
            f"{path} cannot be opened: {error.strerror}.",
            not_done=NOT_DONE,
            next_step="Close it in other programs, or copy it to your own folder and try again.",
        ) from None


def _first_sheet(data: bytes, path: Path) -> tuple[list[list[str]], tuple[str, ...]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    protected = WrongBook(
        f"{path} is protected by a password.",
        not_done=NOT_DONE,
        next_step="Open it, take the password off (File > Info > Protect Workbook), save a copy.",
    )
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise protected
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        lists = {}
        for sheet in book.sheets_metadata:
            if sheet.visible is SheetVisibleEnum.Visible:
                cells = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                rows = [[_cell_text(value) for value in row] for row in cells]
                if sum(map(any, rows)) > 1:  # one filled row is a cover page, not a list
                    lists[sheet.name] = rows
    except PasswordError:
        raise protected from None
    except CalamineError:
        raise WrongBook(
            f"{path} is not a workbook that can be read, or it is damaged.",
            not_done=NOT_DONE,
            next_step=SAVE_AGAIN,
        ) from None
    first, *others = lists or [""]
    return lists.get(first, []), tuple(others)


def _cell_text(value: Scalar | time | timedelta) -> str:
    return str(value) if isinstance(value, time | timedelta) else to_text(value)


def _shape(
    path: Path, records: list[list[str]], encoding: str | None, sheets: tuple[str, ...]
) -> ForeignList:
    numbered = [
        (at, [text.strip("\x00\ufeff") for text in row]) for at, row in enumerate(records, 1)
    ]
    filled = [row for row in numbered if _filled(row)]
    at = _header_at(filled)
    header = filled[at] if at is not None else (0, [])
    leads = filled if at is None else filled[at + 1 :]
    if not leads:
        raise UsageError(
            f"{path} holds no leads.",
            not_done=NOT_DONE,
            next_step="Check that it is the right file: one header row, then one row a lead.",
        )
    width = max(index + 1 for _, row in (header, *leads) for index, text in enumerate(row) if text)
    return ForeignList(
        name=path.name,
        headers=_names(header[1], width),
        rows=tuple(tuple((row + [""] * width)[:width]) for _, row in leads),
        numbers=tuple(number for number, _ in leads),
        encoding=encoding,
        skipped=Skipped(
            blank=sum(number > header[0] for number, row in numbered if not _filled((number, row))),
            above=tuple(" ".join(filter(None, row)) for _, row in filled[: at or 0]),
            sheets=sheets,
        ),
        header_row=header[0] or None,
    )


def _filled(row: Row) -> int:
    return sum(bool(text.strip()) for text in row[1])


def _header_at(rows: Sequence[Row]) -> int | None:
    """Find the header: a row of labels, at least twice as wide as each title row above it.

    A lead must never be taken for a header or a title, so in doubt there is none.
    """
    typical = median_low([_filled(row) for row in rows[:50]] or [0])
    above = 0
    for at, row in enumerate(rows[:_MOST_TITLE_ROWS]):
        width = _filled(row)
        labels = not any(_DATA.fullmatch(text.strip()) for text in row[1])
        if labels and width >= max(min(2, typical), typical / 2, 2 * above):
            return at
        above = max(above, width)
    return None


def _names(header: Sequence[str], width: int) -> tuple[str, ...]:
    names: list[str] = []
    taken: set[str] = set()
    for index in range(width):
        text = " ".join(header[index].split()) if index < len(header) else ""
        base = name = text or f"Column {index + 1}"
        copy = 1
        while (normal_header(name) or name) in taken:
            copy += 1
            name = f"{base} ({copy})"
        taken.add(normal_header(name) or name)
        names.append(name)
    return tuple(names)
