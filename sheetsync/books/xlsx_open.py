"""Open a file's bytes as a workbook, or say in plain words what it is instead.

Also lists what makes a sound workbook unsafe to change. Reads bytes, writes nothing.
"""

from dataclasses import dataclass

from sheetsync.books.xlsx_parts import BadWorkbook, Workbook, workbook
from sheetsync.books.xlsx_zip import Package
from sheetsync.books.xlsx_zip_index import BrokenZip
from sheetsync.errors import UnsafeBook, WrongBook

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: .xls and encrypted .xlsx
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4

_SAVE_AS = "Open it in the program that made it and save it as “Excel Workbook (.xlsx)”."


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook's container and how its parts hang together."""

    package: Package
    workbook: Workbook


def open_workbook(data: bytes, name: str) -> Opened:
    """Open a workbook.

    Args:
        data: The whole file.
        name: How messages call it.

    Raises:
        WrongBook: It is something else, damaged, or protected by a password.
    """
    if data.startswith(_OLE2):
        raise _ole2(data, name)
    if not data.startswith(b"PK"):
        raise _wrong(name, *_no_container(data))
    try:
        package = Package(data)
    except BrokenZip as error:
        raise damaged(name) from error
    stranger = _stranger(package)
    if stranger is not None:
        raise _wrong(name, stranger, _SAVE_AS)
    try:
        return Opened(package, workbook(package))
    except BadWorkbook as error:
        raise damaged(name) from error


def refuse_unsafe(opened: Opened, name: str) -> None:
    """Refuse workbooks in which a changed cell would damage something else.

    Raises:
        UnsafeBook: With every reason.
    """
    names = [each.casefold() for each in opened.package.names]
    reasons: list[str] = []
    if any(each.startswith("_xmlsignatures/") for each in names):
        reasons.append("it is digitally signed, and any change breaks the signature")
    if any(each.startswith("xl/revisions/") or each == "xl/usernames.xml" for each in names):
        reasons.append("it is a shared workbook with tracked changes (an old Excel feature)")
    if reasons:
        raise UnsafeBook(
            f"{name} cannot be changed safely: {'; '.join(reasons)}.",
            not_done="Nothing was written to it.",
            next_step="Save a copy without that in Excel and work with the copy.",
        )


def _ole2(data: bytes, name: str) -> WrongBook:
    if _ENCRYPTED in data:
        return _wrong(
            name,
            "is protected by a password",
            "Open it in Excel, remove the password (File > Info > Protect Workbook) and save it.",
        )
    return _wrong(name, "is not an .xlsx workbook but an older Excel or Office file", _SAVE_AS)


def _no_container(data: bytes) -> tuple[str, str]:
    start = data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if not data:
        return (
            "is empty (0 bytes)",
            "If it comes from OneDrive, Dropbox or iCloud, let it finish downloading first.",
        )
    if start.startswith(b"%pdf"):
        return "is a PDF", "Use the workbook that the PDF was made from."
    if start.startswith((b"<html", b"<!doctype html", b"<table")):
        return "is a web page with an Excel name", _SAVE_AS
    if start.startswith(b"<?xml"):
        return "is an XML file and no .xlsx workbook", _SAVE_AS
    if b"\x00" in start or not _is_text(data[:65_536]):
        return "is not a workbook, or it is damaged", "Check the path, or take the last good copy."
    return (
        "is a plain text list (such as CSV) and no .xlsx workbook",
        "Bring a list in with `sheetsync import LIST BOOK`, or save it as .xlsx first.",
    )


def _is_text(start: bytes) -> bool:
    try:
        start.decode()
    except UnicodeDecodeError as error:
        # Cut in the middle of a character, or a list in an 8-bit code page.
        control = sum(byte < 9 or 13 < byte < 32 for byte in start)
        return error.start > len(start) - 4 or control == 0
    return True


def _stranger(package: Package) -> str | None:
    """Name a container that is no .xlsx workbook; ``None`` for one that may be."""
    kind = package.read("mimetype") if package.find("mimetype") == "mimetype" else b""
    if b"opendocument" in kind:
        return "is an OpenDocument file (.ods) and no .xlsx workbook"
    marks = {
        "xl/workbook.bin": "is a binary Excel workbook (.xlsb)",
        "word/document.xml": "is a Word document",
        "ppt/presentation.xml": "is a PowerPoint presentation",
        "Index/Document.iwa": "is a Numbers, Pages or Keynote file",
        "Index.zip": "is a Numbers, Pages or Keynote file",
    }
    found = next((text for part, text in marks.items() if package.find(part)), None)
    if found is None and package.find("[Content_Types].xml") is None:
        return "is a zip archive and no workbook"
    return found


def _wrong(name: str, what: str, next_step: str) -> WrongBook:
    return WrongBook(
        f"{name} {what}.", not_done="Nothing was read or written.", next_step=next_step
    )


def damaged(name: str) -> WrongBook:
    """Say that a workbook cannot be read because parts of it are broken."""
    return _wrong(
        name,
        "is damaged or incomplete and cannot be read",
        "Open it in Excel and let Excel repair it, or take the last good copy (NAME.bak.xlsx).",
    )
