"""The .xlsx Book: reads a workbook file fast, changes single cells, keeps all else byte for byte.

Only the parts of the tabs that are edited are written anew, by cutting and pasting;
every other part is copied compressed as it is. What cannot be placed with
certainty is refused. The file protocol stands in ``xlsx_save``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NoReturn

from sheetsync.book import Reading, TabEdit, Written
from sheetsync.books.xlsx_locks import holder
from sheetsync.books.xlsx_open import Opened, damaged, open_workbook, refuse_unsafe
from sheetsync.books.xlsx_parts import BadWorkbook, tables
from sheetsync.books.xlsx_patch import patch_sheet
from sheetsync.books.xlsx_save import backup_path, create_book, digest_of, replace_book
from sheetsync.books.xlsx_sheet import Unplaceable
from sheetsync.books.xlsx_styles import Styles
from sheetsync.books.xlsx_tables import grown, refuse_headers, resized
from sheetsync.books.xlsx_tree import BadXml
from sheetsync.books.xlsx_values import grids
from sheetsync.books.xlsx_zip import Package, Packed, pack
from sheetsync.books.xlsx_zip_index import BrokenZip
from sheetsync.errors import BookError, UnsafeBook, WrongBook


class XlsxBook:
    """A workbook file (.xlsx or .xlsm) as a :class:`sheetsync.book.Book`.

    Args:
        path: The file; it need not exist before :meth:`create`.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)

    @property
    def name(self) -> str:
        """The path as it was given."""
        return str(self._path)

    @property
    def identity(self) -> str:
        """The file's whole path, without links and ``..``."""
        return str(self._path.resolve())

    @property
    def flush(self) -> None:
        """A file takes any number of changes at once."""
        return

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    def holder(self) -> str | None:
        """Name whoever has the workbook open in Excel or LibreOffice; ``None`` if nobody."""
        return holder(self._path)

    def fetch(self) -> "XlsxContent":
        """Take the file's bytes, once.

        Reading is allowed while somebody has the file open.

        Raises:
            WrongBook: The path is missing or a folder.
            BookError: The file cannot be opened.
        """
        return XlsxContent(self.name, self._bytes())

    def read(self) -> Reading:
        """Read every tab that holds cells, hidden ones included.

        Returns:
            The values; ``digest`` is the SHA-256 of the file's bytes.

        Raises:
            WrongBook: The path is missing, a folder, no workbook, damaged or encrypted.
            BookError: The file cannot be opened.
        """
        return self.fetch().read()

    def latest(self, reading: Reading) -> Reading:
        """Give the reading back: a write refuses a file that has changed in any way."""
        return reading

    def write(self, reading: Reading, edits: Sequence[TabEdit]) -> Written:
        """Write all edits or none; everything else in the file stays as it is.

        Raises:
            StaleBook: The file is no longer what ``reading`` saw.
            BookLocked: Somebody has it open, or another run is writing it.
            UnsafeBook: A cell cannot be changed without damage.
            BookError: The disk or folder does not allow it. In each case nothing is changed.
        """
        wanted = [each for each in edits if each.cells or each.links is not None or each.shown]
        if not wanted:
            return Written(reading.digest)
        changed: dict[str, Packed] = {}

        def content(old: bytes) -> bytes:
            opened = open_workbook(old, self.name)
            refuse_unsafe(opened, self.name)
            changed.update(_changed_parts(opened, reading, wanted, self.name))
            return opened.package.exchanged(changed) if changed else old

        check = partial(_check_written, changed=changed)
        return Written(replace_book(self._path, reading.digest, content, check))

    def replace_with(self, reading: Reading, new: bytes) -> Written:
        """Put a whole new workbook in the file's place, under the same protocol as a write.

        Args:
            reading: What the new workbook was made from.
            new: The new file.

        Raises:
            WrongBook: ``new`` is no workbook.
            StaleBook: As for :meth:`write`; so are the others.
        """
        open_workbook(new, self.name)
        return Written(replace_book(self._path, reading.digest, lambda _: new, _check_whole))

    def restore(self, reading: Reading, digest: str) -> bool:
        """Put the backup back, byte for byte, if it is the file that had this digest.

        Raises:
            StaleBook: As for :meth:`write`; so are the others.
        """
        beside = backup_path(self._path)
        old = beside.read_bytes() if beside.is_file() else b""
        if not old or digest_of(old) != digest:
            return False
        self.replace_with(reading, old)
        return True

    def create(self, new: bytes) -> Written:
        """Write a workbook that does not exist yet; never overwrites a file.

        Raises:
            WrongBook: ``new`` is no workbook.
            BookError: There is a file of that name, or it cannot be written.
        """
        open_workbook(new, self.name)
        return Written(create_book(self._path, new, _check_whole))

    def _bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError as error:
            what, next_step = "does not exist", "Check the path, or lay out a new workbook there."
            raise self._wrong(what, next_step) from error
        except OSError as error:
            # Windows says of a folder that it may not be opened.
            if isinstance(error, IsADirectoryError | PermissionError) and self._path.is_dir():
                raise self._wrong("is a folder", "Name the workbook file inside it.") from error
            raise BookError(
                f"{self.name} cannot be opened ({error.strerror or error}).",
                not_done="Nothing was read or written.",
                next_step="Check that you may open the file and that the drive is connected.",
            ) from error

    def _wrong(self, what: str, next_step: str) -> WrongBook:
        return WrongBook(
            f"{self.name} {what}.", not_done="Nothing was read or written.", next_step=next_step
        )


@dataclass(frozen=True)
class XlsxContent:
    """A workbook file's bytes, as :class:`sheetsync.book.Fetched`.

    Attributes:
        name: How messages call the file.
        data: The bytes.
    """

    name: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return digest_of(self.data)

    def read(self) -> Reading:
        """Read every tab that holds cells.

        Raises:
            WrongBook: The bytes are no workbook, damaged or encrypted.
        """
        opened = open_workbook(self.data, self.name)
        try:
            read = grids(opened.package, opened.workbook.sheets)
        except BadWorkbook as error:
            raise damaged(self.name) from error
        return Reading(self.name, self.digest, read)


def _changed_parts(
    opened: Opened, reading: Reading, edits: Sequence[TabEdit], name: str
) -> dict[str, Packed]:
    """Make the new content of every part that the edits change, compressed at once."""
    package, book = opened.package, opened.workbook
    parts = {sheet.title: sheet.part for sheet in book.sheets}
    read = {grid.title: grid for grid in reading.grids}
    styles = Styles(package.read(book.styles)) if book.styles else None
    date_style = styles.date_style if styles else partial(_no_styles, name)
    new: dict[str, Packed] = {}
    waiting = {title: part for title, part in parts.items() if title in read}
    for edit in edits:
        if edit.title not in waiting:
            raise _unsafe(name, f"the tab “{edit.title}” is not there, or addressed twice")
        part = waiting.pop(edit.title)
        try:
            native = tables(package, part)
            refuse_headers(native, edit)
            xml = package.read(part)
            made = patch_sheet(xml, edit, date_style=date_style, date1904=book.date1904)
            if made != xml:
                new[part] = pack(made)
            for table, area in grown(native, read[edit.title], edit).items():
                old = next(each.area for each in native if each.part == table)
                new[table] = pack(resized(package.read(table), old, area))
        except (Unplaceable, BadWorkbook, BrokenZip, BadXml) as error:
            raise _unsafe(name, f"the tab “{edit.title}”: {error}") from error
    if styles and book.styles and styles.content() != package.read(book.styles):
        new[book.styles] = pack(styles.content())
    return new


def _no_styles(name: str, _style: int, _moment: bool) -> NoReturn:  # noqa: FBT001 - DateStyle
    raise _unsafe(name, "it has no cell styles, so a date could not show as one")


def _unsafe(name: str, why: str) -> UnsafeBook:
    return UnsafeBook(
        f"{name} cannot be changed safely: {why}.",
        not_done="Nothing was written to it.",
        next_step="Open it in Excel, save it there once, and run again.",
    )


def _check_written(data: bytes, changed: dict[str, Packed]) -> None:
    """Unpack what changed, as any program will; how it was made proves the rest."""
    package = Package(data)
    for part, made in changed.items():
        package.read(part)
        assert package.member(part).crc == made.crc, "another part than was made"


def _check_whole(data: bytes) -> None:
    package = Package(data)
    for part in package.names:
        package.read(part)
