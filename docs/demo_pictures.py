"""A picture of every tab of the demo workbook, as a window shows it: `make pictures`.

    python docs/demo_pictures.py docs/pictures

Makes the demo in a temporary folder, on a fixed day, and writes one small PNG for each
tab. A tab that is wider than a window is shown in strips, one below the other, each with
the columns that stay in view; its rows are as high as their text. The digest of the week
is pictured as well. Needs the programs `soffice`, `pdftoppm` and `chromium`.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from make_pictures import keep_one_tab, png, refuse_without_programs, stacked, to_pixels
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.datavalidation import DataValidationList

from sheetsync.clock import Clock
from sheetsync.contract import load
from sheetsync.demo import make

TODAY = date(2026, 11, 20)
RESOLUTION = 80
STRIP = 235
"""Characters of a column's width that a strip has."""

WHOLE = frozenset({"Start here", "Guide", "Charts", "Settings"})
"""Tabs in one piece."""

ROWS = {"To do": 16, "Review": 26, "Log": 16, "Outreach": 3, "Follow-up": 3}
"""Rows below the header that are shown; of the other tabs it is five."""

FROM_THE_END = frozenset({"Review", "Log"})
"""Tabs whose last rows matter."""


def strips(sheet):
    """Column numbers for each strip: those that stay in view, and as many more as fit."""
    _, first = coordinate_to_tuple(sheet.freeze_panes or "A1")
    shown = {}
    for number in range(1, sheet.max_column + 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        if not dimension.hidden:
            shown[number] = dimension.width
    frozen = [number for number in shown if number < first]
    space = STRIP - round(sum(shown[number] for number in frozen))
    others = {number: width for number, width in shown.items() if number not in frozen}
    fewest = len(packed(others, space))
    # Strips of about the same width: a last one with a single column would cut the banner off.
    width = next(w for w in range(1, space + 1) if len(packed(others, w)) == fewest)
    return [[*frozen, *strip] for strip in packed(others, width)]


def packed(widths, space):
    """Columns in their order, as many on each strip as fit into its space."""
    found, left = [[]], space
    for number, width in widths.items():
        if found[-1] and width > left:
            found.append([])
            left = space
        found[-1].append(number)
        left -= width
    return found


def rows_of(sheet):
    """The rows that are shown, as numbers."""
    first, _ = coordinate_to_tuple(sheet.freeze_panes or "A2")
    count = ROWS.get(sheet.title, 5)
    if sheet.title == "Review":
        weeks = [sheet.cell(row, 1).value for row in range(first, sheet.max_row + 1)]
        start = first + weeks.index(weeks[-1])
        return f"{start}-{start + count // 2},{sheet.max_row - count // 2}-{sheet.max_row}"
    if sheet.title in FROM_THE_END:
        return f"{max(first, sheet.max_row - count)}-{sheet.max_row}"
    return f"{first}-{min(sheet.max_row, first + count - 1)}"


def wanted(sheet):
    """What to show of a tab, in the words of make_pictures."""
    if sheet.title in WHOLE:
        return [sheet.title]
    own = rows_of(sheet)
    return [
        f"{sheet.title}:{','.join(map(get_column_letter, strip))}:{own}" for strip in strips(sheet)
    ]


def alone(book, title, target):
    """Save a copy with one tab alone, which is opened faster for each of its strips."""
    workbook = load_workbook(book)
    sheet = workbook[title]
    sheet.data_validations = DataValidationList()
    for other in workbook.worksheets:
        if other is not sheet:
            workbook.remove(other)
    workbook.save(target)
    return target, wanted(sheet)


def digest_picture(book, folder, target):
    """The week as one page, as a browser shows its first screens; needs `chromium`."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("No chromium on this machine: the picture of the digest stays as it is.")
        return
    page = folder / "week.html"
    main_program = [str(Path(sys.executable).with_name("sheetsync"))]
    told = ["review", str(book), "--today", TODAY.isoformat(), "--html", str(page)]
    subprocess.run([*main_program, *told], check=True, stdout=subprocess.DEVNULL)
    wishes = ["--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1000,1500"]
    subprocess.run(
        [browser, *wishes, f"--user-data-dir={folder / 'browser'}", f"--screenshot={target}", page.as_uri()],
        check=True,
        capture_output=True,
    )
    print(target, f"{target.stat().st_size / 1000:.0f} KB")


def main():
    parser = argparse.ArgumentParser(description="A picture of every tab of the demo.")
    parser.add_argument("outdir", type=Path, nargs="?", default=Path("docs/pictures"))
    outdir = parser.parse_args().outdir
    refuse_without_programs()
    outdir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, _ = make(folder / "demo", load(), Clock.system(today=TODAY))
        titles, copies = [], []
        for title in load_workbook(book, read_only=True).sheetnames:
            small, asked = alone(book, title, folder / "alone.xlsx")
            for one in asked:
                titles.append(title)
                copies.append(folder / f"{len(copies)}.xlsx")
                keep_one_tab(small, one, copies[-1], caption=False)
        made = to_pixels(copies, RESOLUTION)
        digest_picture(book, folder, outdir.resolve() / "week.png")
    for title in dict.fromkeys(titles):
        own = [one for whose, one in zip(titles, made, strict=True) if whose == title]
        target = outdir / f"{title.lower().replace(' ', '-')}.png"
        target.write_bytes(png(*stacked(own, 14)))
        print(target, f"{target.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    sys.exit(main())
