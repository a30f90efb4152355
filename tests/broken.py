"""Workbooks as people break them, and what must not change in them whatever happens.

The oracle reads with openpyxl and knows a column's owner from the contract by its
header alone, so that it shares no code with the sync.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync.cli import main
from tests.workbooks import header_of, whole

Place = tuple[str, int, int]
"""A cell by tab, row and column, both counted from one."""

NOON = ("--today", "2026-03-02")

LIBREOFFICE_LOCK = ",dana,desk-7,02.03.2026 09:00,file:///home/dana/.config/libreoffice/4;"
"""The fields of a ``.~lock`` file: full name, login, host, time, profile."""


def run(*words: Any, stdin: str | None = None) -> Result:
    """Run the command line; whatever goes wrong comes as a sentence and never as a traceback."""
    done = CliRunner().invoke(main, [str(word) for word in words], input=stdin)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert "Traceback" not in done.output
    return done


def says(done: Result, code: int, *texts: str) -> None:
    """The command ended with this code, and said what, what was not done, and what to do next."""
    assert done.exit_code == code, done.output
    lines = done.stderr.strip().splitlines()
    assert lines[0].startswith("Error: "), done.stderr
    assert len(lines) == 3, done.stderr
    assert all(line.endswith((".", ")")) for line in lines), done.stderr
    for text in texts:
        assert text in done.stderr


def change(path: Path, edit: Callable[[Workbook], object]) -> None:
    """Edit a workbook in a spreadsheet program and save it."""
    book = load_workbook(path)
    edit(book)
    book.save(path)


def cells(source: Path | Workbook) -> dict[Place, Any]:
    """Every cell that holds something, formulas as such, by tab, row and column."""
    book = load_workbook(io.BytesIO(source.read_bytes())) if isinstance(source, Path) else source
    return {
        (sheet.title, cell.row, cell.column): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def ours(source: Path | Workbook) -> dict[str, tuple[int, frozenset[int]]]:
    """For each tab of the contract its header row and the columns that the sync may write."""
    book = load_workbook(io.BytesIO(source.read_bytes())) if isinstance(source, Path) else source
    found: dict[str, tuple[int, frozenset[int]]] = {}
    for tab in whole().tabs:
        if tab.tab in book.sheetnames:
            sheet = book[tab.tab]
            written = {spec.title for spec in tab.columns if spec.owner in ("engine", "ai")}
            header = header_of(sheet)
            own = {cell.column for cell in sheet[header] if cell.value in written}
            found[tab.tab] = header, frozenset(own)
    return found


@dataclass(frozen=True, slots=True)
class Seen:
    """What a workbook holds.

    Attributes:
        peoples: Every cell that the sync may never write.
        computed: Every other cell that holds something.
        headers: The header row of each of the contract's tabs.
        states: Those of them that are the sync's own memory of a row.
    """

    peoples: Mapping[Place, Any]
    computed: Mapping[Place, Any]
    headers: Mapping[str, int]
    states: frozenset[Place]

    @property
    def formulas(self) -> set[Place]:
        """Where formulas stand in columns that belong to the sync."""
        return {at for at, value in self.computed.items() if str(value).startswith("=")}


def seen(path: Path) -> Seen:
    """Sort every cell of a workbook by who may write it."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    places = ours(book)
    peoples: dict[Place, Any] = {}
    computed: dict[Place, Any] = {}
    for at, value in cells(book).items():
        header, own = places.get(at[0], (0, frozenset()))
        (computed if at[1] > header and at[2] in own else peoples)[at] = value
    memory = {
        tab: {cell.column for cell in book[tab][header] if cell.value == "Sync state"}
        for tab, (header, _) in places.items()
    }
    return Seen(
        peoples,
        computed,
        {tab: header for tab, (header, _) in places.items()},
        frozenset(at for at in computed if at[2] in memory[at[0]]),
    )


def peoples(path: Path) -> Mapping[Place, Any]:
    """Every cell that the sync may never write, with what it holds."""
    return seen(path).peoples


def header_cell(sheet: Worksheet, title: str) -> Any:
    """The cell that holds a column's header."""
    return next(cell for cell in sheet[header_of(sheet)] if cell.value == title)


def excel_lock(name: str) -> bytes:
    """A ``~$`` file: the name in the code page, padded, and once more in UTF-16."""
    narrow = bytes([len(name)]) + name.encode("cp1252").ljust(54)
    return narrow + bytes([len(name), 0]) + name.encode("utf-16-le").ljust(108, b" ")


def encrypted() -> bytes:
    """The start of a password-protected workbook: an OLE2 container with that stream's name."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def repacked(path: Path, parts: Mapping[str, Callable[[bytes], bytes]]) -> None:
    """Change parts of the file as another program may have written them."""
    old = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, bytes)(old.read(name)))
    path.write_bytes(made.getvalue())


def torn(path: Path) -> None:
    """Cut a workbook as an interrupted copy does."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])


def flipped(path: Path) -> None:
    """Change bytes in the middle of the largest packed part, as a bad disk does."""
    data = bytearray(path.read_bytes())
    archive = zipfile.ZipFile(io.BytesIO(bytes(data)))
    part = max(archive.infolist(), key=lambda each: each.compress_size)
    name, extra = struct.unpack_from("<HH", data, part.header_offset + 26)
    middle = part.header_offset + 30 + name + extra + part.compress_size // 2
    for at in range(middle, middle + 8):
        data[at] ^= 0xFF
    path.write_bytes(bytes(data))
