"""Turn tabs of a workbook into PNG pictures, by way of LibreOffice and pdftoppm.

    python docs/make_pictures.py BOOK OUTDIR --tab Research --tab "CRM:A-L,AD-AE"

Each tab becomes one picture. After a colon stand the columns to show, as letters;
without them all columns that are not hidden are shown. The workbook is only read.
Needs the programs `soffice` and `pdftoppm`.
"""

import argparse
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

# A character of a column's width takes about 2 mm on paper at 11 points.
MM_PER_CHARACTER = 2.0
BORDER = 8


def shown_columns(text, last):
    """Read `A-D,X` into column numbers; an empty text means all."""
    if not text:
        return set(range(1, last + 1))
    found = set()
    for part in text.split(","):
        first, _, end = part.partition("-")
        start = column_index_from_string(first.strip())
        found.update(range(start, column_index_from_string((end or first).strip()) + 1))
    return found


def keep_one_tab(book, title, columns, target):
    """Save a copy of the workbook that holds one tab on one wide page."""
    workbook = load_workbook(book)
    sheet = workbook[title]
    for other in workbook.worksheets:
        if other is not sheet:
            # Hidden, not removed: dropdowns that follow another tab stay valid.
            other.sheet_state = "hidden"
    workbook.active = workbook.worksheets.index(sheet)
    wanted = shown_columns(columns, sheet.max_column)
    width = 0.0
    for number in range(1, sheet.max_column + 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        if number not in wanted:
            dimension.hidden = True
        if not dimension.hidden:
            width += dimension.width
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, bool):
                # LibreOffice prints a copied tick as 1 or 0.
                cell.value = "TRUE" if cell.value else "FALSE"
    sheet.print_area = f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
    sheet.print_title_rows = None
    sheet.page_setup.paperSize = None
    sheet.page_setup.paperWidth = f"{max(200, round(width * MM_PER_CHARACTER) + 30)}mm"
    sheet.page_setup.paperHeight = "1200mm"
    sheet.page_setup.orientation = "portrait"
    sheet.print_options.gridLines = bool(sheet.sheet_view.showGridLines)
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = ""
    workbook.save(target)


def to_picture(copy, picture, resolution):
    """Convert the copy to PDF, its first page to pixels, and those to a cropped PNG."""
    folder = copy.parent
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), str(copy)],
        check=True, capture_output=True, timeout=120,
    )
    page = subprocess.run(
        ["pdftoppm", "-r", str(resolution), "-singlefile", str(copy.with_suffix(".pdf"))],
        check=True, capture_output=True, timeout=60,
    ).stdout
    picture.write_bytes(png(*cropped(*pixels(page))))


def pixels(page):
    """Read a binary PPM (P6, 8 bits): rows of RGB bytes."""
    _, size, _, body = page.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, [body[row * width * 3 : (row + 1) * width * 3] for row in range(height)]


def cropped(width, rows):
    """Cut off the white border, but for a few pixels."""
    white = b"\xff" * (width * 3)
    filled = [number for number, row in enumerate(rows) if row != white]
    if not filled:
        return width, rows
    rows = rows[max(0, filled[0] - BORDER) : filled[-1] + BORDER]
    left = min(len(row) - len(row.lstrip(b"\xff")) for row in rows) // 3
    right = max(len(row.rstrip(b"\xff")) for row in rows) // 3 + 1
    left, right = max(0, left - BORDER), min(width, right + BORDER)
    return right - left, [row[left * 3 : right * 3] for row in rows]


def png(width, rows):
    """Write rows of RGB bytes as a PNG (ISO/IEC 15948: colour type 2, no filter)."""

    def chunk(name, data):
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def main():
    parser = argparse.ArgumentParser(description="Turn tabs of a workbook into PNG pictures.")
    parser.add_argument("book", type=Path)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--tab", action="append", required=True, help="TITLE or TITLE:A-D,X")
    parser.add_argument("--resolution", type=int, default=96, help="dots per inch (default 96)")
    options = parser.parse_args()
    for program in ("soffice", "pdftoppm"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not installed; it is needed to make pictures.")
    options.outdir.mkdir(parents=True, exist_ok=True)
    for wanted in options.tab:
        title, _, columns = wanted.partition(":")
        name = title.lower().replace(" ", "-")
        picture = options.outdir / f"{name}.png"
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "one.xlsx"
            keep_one_tab(options.book, title, columns, copy)
            to_picture(copy, picture, options.resolution)
        print(picture)


if __name__ == "__main__":
    main()
