"""How a workbook's parts hang together: which part is which tab, its styles, its tables.

Reads the small parts only (relationships, ``workbook.xml``, ``xl/tables``), never
the cells, and changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from sheetsync.books.xlsx_tree import MAIN, BadXml, Element, parse
from sheetsync.books.xlsx_zip import Package
from sheetsync.books.xlsx_zip_index import BrokenZip
from sheetsync.cells import column_index

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; all counted from zero."""


class BadWorkbook(ValueError):
    """The container is sound, but what a workbook needs is not in it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part.

    Attributes:
        id: Its id, as the part refers to it.
        kind: Last step of its type, such as ``worksheet``.
        target: Name of the part it leads to, or the address when outside.
        outside: Whether it leads out of the file.
    """

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab that holds cells.

    Attributes:
        title: The tab's title.
        part: Name of its part, as the container spells it.
    """

    title: str
    part: str


@dataclass(frozen=True, slots=True)
class NativeTable:
    """One native table ("Format as Table") of a tab.

    Attributes:
        part: Name of its part.
        area: All of it, header and totals included.
        headers: Header rows, 0 or 1.
        totals: Totals rows, 0 or 1.
    """

    part: str
    area: Area
    headers: int
    totals: int


@dataclass(frozen=True, slots=True)
class Workbook:
    """The parts of a workbook that the rest works with.

    Attributes:
        part: Name of the workbook part itself.
        relations: Its relationships.
        sheets: Tabs with cells in the book's order; chart and macro tabs are left out.
        date1904: Whether day 0 is 1904-01-01.
        styles: Name of the styles part, if there is one.
    """

    part: str
    relations: Sequence[Relation]
    sheets: Sequence[Sheet]
    date1904: bool
    styles: str | None


def relations(package: Package, part: str) -> list[Relation]:
    """Give the relationships of ``part`` (the package's own for an empty name)."""
    folder, name = dirname(part), part.rpartition("/")[2]
    found = package.find(join(folder, "_rels", f"{name}.rels"))
    if found is None:
        return []
    given: list[Relation] = []
    for each in parse(package.read(found)).children:
        marks: Mapping[str, str] = each.attributes
        target = marks.get("Target", "")
        outside = marks.get("TargetMode") == "External"
        if not outside:
            target = normpath(join("/", folder, target.replace("\\", "/")))[1:]
            target = package.find(target) or target
        kind = marks.get("Type", "").rpartition("/")[2]
        given.append(Relation(marks.get("Id", ""), kind, target, outside))
    return given


def workbook(package: Package) -> Workbook:
    """Find the workbook, its tabs and its styles.

    Raises:
        BadWorkbook: There is none, or a part it names is missing.
    """
    try:
        main = next((r.target for r in relations(package, "") if r.kind == "officeDocument"), None)
        if main is None or package.find(main) is None:
            raise BadWorkbook("the workbook part is missing")
        root = parse(package.read(main))
        links = relations(package, main)
    except (BadXml, BrokenZip) as error:
        raise BadWorkbook(str(error)) from error
    if root.name != "workbook" or root.space not in MAIN:
        raise BadWorkbook("the main part is no workbook")
    by_id = {each.id: each for each in links}
    sheets: list[Sheet] = []
    for each in _sheets(root):
        link = by_id.get(each.get("id") or "")
        if link is None or package.find(link.target) is None:
            raise BadWorkbook(f"the part of the tab {each.get('name')} is missing")
        if link.kind == "worksheet":
            sheets.append(Sheet(each.get("name") or "", link.target))
    marks = root.child("workbookPr")
    styles = next((r.target for r in links if r.kind == "styles"), None)
    return Workbook(
        part=main,
        relations=links,
        sheets=sheets,
        date1904=marks is not None and marks.get("date1904") in {"1", "true"},
        styles=styles if styles is not None and package.find(styles) else None,
    )


def tables(package: Package, part: str) -> list[NativeTable]:
    """Give the native tables of one tab's part.

    Raises:
        BadWorkbook: A table's part is missing or says no area.
    """
    given: list[NativeTable] = []
    for each in relations(package, part):
        if each.kind != "table":
            continue
        try:
            root = parse(package.read(each.target))
        except (BadXml, BrokenZip, KeyError) as error:
            raise BadWorkbook(f"the table {each.target} cannot be read") from error
        span = area(root.get("ref") or "")
        if span is None:
            raise BadWorkbook(f"the table {each.target} has no area")
        headers, totals = root.get("headerRowCount") or "1", root.get("totalsRowCount") or "0"
        given.append(NativeTable(each.target, span, int(headers), int(totals)))
    return given


def area(reference: str) -> Area | None:
    """Read ``B2:D9`` or ``B2`` as an area; ``None`` when it is neither."""
    first, _, last = reference.replace("$", "").partition(":")
    corners = [_corner(each) for each in (first, last or first)]
    if corners[0] is None or corners[1] is None:
        return None
    (top, left), (bottom, right) = corners[0], corners[1]
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def _corner(reference: str) -> tuple[int, int] | None:
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not digits or not (letters.isascii() and letters.isalpha()) or int(digits) < 1:
        return None
    return int(digits) - 1, column_index(letters)


def _sheets(root: Element) -> Sequence[Element]:
    listed = root.child("sheets")
    return () if listed is None else tuple(listed.all("sheet"))
