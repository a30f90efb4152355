"""Turn tabs of a workbook into PNG pictures, by way of LibreOffice and pdftoppm.

    python docs/make_pictures.py BOOK OUTDIR --tab Research --tab "CRM:A-L,AD-AE"

Each tab becomes one picture. After a colon stand the columns to show, as letters,
and after a second one the rows below the header, as numbers ("To do:B,D,F:2-9");
without them everything that is not hidden is shown. With `--together NAME` the
tabs become one picture, each under its title. The workbook is only read. Needs
the programs `soffice` and `pdftoppm`.

The picture in the README:

    sheetsync demo /tmp/demo --today 2026-03-20
    python docs/make_pictures.py /tmp/demo/sheetsync-demo.xlsx docs --together picture \
        --resolution 144 --tab "To do:B,D,F,G,I,K:2-3,8,15,17-18,23,31,33,36" \
        --tab "Qualification:B,AA,AC,AG,AL:3,7,16-20"
"""

import argparse
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple

from sheetsync.look import CHARACTERS, height_of, lines_needed

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


def shown_rows(text, sheet):
    """Read `3-5,9` into row numbers, with all that stands frozen above; an empty text means all."""
    if not text:
        return set(range(1, sheet.max_row + 1))
    frozen, _ = coordinate_to_tuple(sheet.freeze_panes or "A1")
    found = set(range(1, frozen))
    for part in text.split(","):
        first, _, end = part.partition("-")
        found.update(range(int(first), int(end or first) + 1))
    return found


def carry_banner(sheet, column):
    """Let the banner that spreads from column A begin at the first column that is shown."""
    own, shown = sheet["A1"], sheet.cell(1, column)
    if shown.value in (None, ""):
        shown.value, own.value = own.value, None


def fit_heights(sheet, rows, columns):
    """Make the rows below the header as high as the text that is shown needs."""
    frozen, _ = coordinate_to_tuple(sheet.freeze_panes or "A1")
    for number in rows:
        if number >= frozen:
            lines = max(
                lines_needed(
                    str(cell.value or ""),
                    sheet.column_dimensions[cell.column_letter].width * CHARACTERS,
                )
                for cell in sheet[number]
                if cell.column in columns
            )
            sheet.row_dimensions[number].height = height_of(lines) + 4


def keep_one_tab(book, wanted, target, caption):
    """Save a copy of the workbook that holds one tab on one wide page."""
    title, _, rest = wanted.partition(":")
    columns, _, rows = rest.partition(":")
    workbook = load_workbook(book)
    sheet = workbook[title]
    for other in workbook.worksheets:
        if other is not sheet:
            # Hidden, not removed: dropdowns that follow another tab stay valid.
            other.sheet_state = "hidden"
    workbook.active = workbook.worksheets.index(sheet)
    kept_columns, kept_rows = shown_columns(columns, sheet.max_column), shown_rows(rows, sheet)
    width = 0.0
    for number in range(1, sheet.max_column + 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        if number not in kept_columns:
            dimension.hidden = True
        if not dimension.hidden:
            width += dimension.width
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if number not in kept_rows:
            sheet.row_dimensions[number].hidden = True
        for cell in row:
            # LibreOffice does not wrap the text of a link.
            if not isinstance(cell, MergedCell):
                cell.hyperlink = None
            if isinstance(cell.value, bool):
                # LibreOffice prints a copied tick as 1 or 0.
                cell.value = "TRUE" if cell.value else "FALSE"
    if rows:
        carry_banner(sheet, min(kept_columns))
        fit_heights(sheet, kept_rows, kept_columns)
    last = max([sheet.max_column, *(chart.anchor.to.col + 1 for chart in sheet._charts)])
    width += sum(
        sheet.column_dimensions[get_column_letter(number)].width
        for number in range(sheet.max_column + 1, last + 1)
    )
    sheet.print_area = f"A1:{get_column_letter(last)}{sheet.max_row}"
    sheet.print_title_rows = None
    sheet.page_setup.paperSize = None
    sheet.page_setup.paperWidth = f"{max(200, round(width * MM_PER_CHARACTER) + 30)}mm"
    sheet.page_setup.paperHeight = "1200mm"
    sheet.page_setup.orientation = "portrait"
    sheet.print_options.gridLines = bool(sheet.sheet_view.showGridLines)
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = ""
    if caption:
        sheet.oddHeader.left.text, sheet.oddHeader.left.font = title, "Arial,Bold"
        sheet.oddHeader.left.size = 12
        sheet.page_margins.header, sheet.page_margins.top = 0.3, 0.6
    workbook.save(target)


def to_pixels(copies, resolution):
    """Convert copies in one folder to PDF, and the first page of each to pixels without the border."""
    folder = copies[0].parent
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), *map(str, copies)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [cropped(*pixels(page_of(copy, resolution))) for copy in copies]


def page_of(copy, resolution):
    return subprocess.run(
        ["pdftoppm", "-r", str(resolution), "-singlefile", str(copy.with_suffix(".pdf"))],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout


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


def stacked(pictures, gap):
    """Put pictures below each other, flush left, on white."""
    width = max(width for width, _ in pictures)
    rows = []
    for own, more in pictures:
        rows += [b"\xff" * (width * 3)] * (gap if rows else 0)
        rows += [row + b"\xff" * ((width - own) * 3) for row in more]
    return width, rows


def palette(rows):
    """Reduce rows of RGB bytes to at most 256 colours: the colours, and rows of their numbers."""
    counts = Counter()
    for row, times in Counter(rows).items():
        for colour, number in Counter(zip(row[::3], row[1::3], row[2::3], strict=True)).items():
            counts[colour] += number * times
    kept = [colour for colour, _ in counts.most_common(256)]
    number = {colour: place for place, colour in enumerate(kept)}
    for colour in counts:
        if colour not in number:
            nearest = min(
                kept, key=lambda own: sum((a - b) ** 2 for a, b in zip(own, colour, strict=True))
            )
            number[colour] = number[nearest]
    known = {}
    for row in rows:
        if row not in known:
            points = zip(row[::3], row[1::3], row[2::3], strict=True)
            known[row] = bytes(map(number.__getitem__, points))
    return kept, [known[row] for row in rows]


def png(width, rows):
    """Write rows of RGB bytes as a PNG (ISO/IEC 15948: colour type 3, a palette, no filter)."""
    colours, lines = palette(rows)

    def chunk(name, data):
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, len(rows), 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", bytes(value for colour in colours for value in colour)),
        (b"IDAT", zlib.compress(b"".join(b"\0" + line for line in lines), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def main():
    parser = argparse.ArgumentParser(description="Turn tabs of a workbook into PNG pictures.")
    parser.add_argument("book", type=Path)
    parser.add_argument("outdir", type=Path)
    parser.add_argument(
        "--tab", action="append", required=True, help="TITLE, TITLE:A-D,X or TITLE:A-D,X:3-9"
    )
    parser.add_argument("--together", metavar="NAME", help="make one picture of all tabs")
    parser.add_argument("--resolution", type=int, default=96, help="dots per inch (default 96)")
    options = parser.parse_args()
    refuse_without_programs()
    options.outdir.mkdir(parents=True, exist_ok=True)
    pictures = {}
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for number, wanted in enumerate(options.tab):
            name = wanted.partition(":")[0].lower().replace(" ", "-")
            copies[name] = Path(folder) / f"{number}.xlsx"
            keep_one_tab(options.book, wanted, copies[name], caption=bool(options.together))
        made = to_pixels(list(copies.values()), options.resolution)
        pictures = dict(zip(copies, made, strict=True))
    if options.together:
        pictures = {options.together: stacked(list(pictures.values()), options.resolution // 6)}
    for name, picture in pictures.items():
        target = options.outdir / f"{name}.png"
        target.write_bytes(png(*picture))
        print(target)


def refuse_without_programs():
    """Stop if a program that is needed is not installed."""
    for program in ("soffice", "pdftoppm"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not installed; it is needed to make pictures.")


if __name__ == "__main__":
    main()
