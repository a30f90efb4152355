"""A few cells typed into one tab of a workbook file: as openpyxl does it, in a fifth of its time.

Only that tab is read and written; everything else in the file keeps its bytes. Whatever
would need more than the tab itself is refused, and openpyxl does it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.utils.datetime import to_excel

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ET.register_namespace("", MAIN)
ET.register_namespace("r", LINKS)

_PLAIN = re.compile(r"(?!=)[^\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]{1,30000}")
"""Texts that stand in a file as they are: no formulas, no line ends that XML changes."""


class Unusual(Exception):
    """Something that openpyxl has to do."""


class Typed:
    """One cell, by its place counted from one; its value can be read and set."""

    def __init__(self, tab: "OneTab", row: int, column: int) -> None:
        self.tab, self.row, self.column = tab, row, column

    @property
    def value(self) -> Any:
        """A text, a number or a tick; ``None`` for an empty cell."""
        return _value(self.tab.cells.get((self.row, self.column)))

    @value.setter
    def value(self, new: Any) -> None:
        self.tab.put(self.row, self.column, new)


class OneTab:
    """A worksheet's cells, as far as openpyxl's ``Worksheet`` is needed to type into them."""

    def __init__(self, title: str, file: ZipFile) -> None:
        self.title, self.part, self._file = title, _part(file, title), file
        xml = file.read(self.part)
        if b"Ignorable" in xml:
            raise Unusual
        self.root = ET.fromstring(xml)
        found = self.root.find(f"{{{MAIN}}}sheetData")
        if found is None:
            raise Unusual
        self._data = found
        self._rows = {int(row.attrib["r"]): row for row in found}
        self.cells = {coordinate_to_tuple(c.attrib["r"]): c for row in found for c in row}

    @property
    def max_row(self) -> int:
        """The last row."""
        return max((row for row, _ in self.cells), default=1)

    def __getitem__(self, row: int) -> list[Typed]:
        return [Typed(self, row, column) for column in range(1, self._width() + 1)]

    def cell(self, row: int, column: int) -> Typed:
        """The cell at a place."""
        return Typed(self, row, column)

    def put(self, row: int, column: int, value: Any) -> None:
        """Set a cell; its looks stay.

        Raises:
            Unusual: The value needs more than the cell: a formula, a format for dates.
        """
        text, kind = _written(value)
        own = self.cells.get((row, column))
        if own is None and value is None:
            return
        own = self._new(row, column) if own is None else own
        if isinstance(value, date) and not self._shows_dates(own.get("s", "0")):
            own.set("s", self._style_of_column(column))
        for part in list(own):
            own.remove(part)
        own.attrib.pop("t", None)
        if kind == "inlineStr":
            ET.SubElement(ET.SubElement(own, f"{{{MAIN}}}is"), f"{{{MAIN}}}t").text = text
            own[0][0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        elif value is not None:
            ET.SubElement(own, f"{{{MAIN}}}v").text = text
        if kind:
            own.set("t", kind)

    def saved(self) -> bytes:
        """The file with the tab as it now is."""
        if (size := self.root.find(f"{{{MAIN}}}dimension")) is not None:
            corner = f"{get_column_letter(self._width())}{self.max_row}"
            size.set("ref", f"A1:{corner}")
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as new:
            for member in self._file.infolist():
                own = member.filename == self.part
                new.writestr(member, ET.tostring(self.root, "UTF-8", xml_declaration=True) if own else self._file.read(member))  # fmt: skip
        return stream.getvalue()

    def _width(self) -> int:
        return max((column for _, column in self.cells), default=1)

    def _new(self, row: int, column: int) -> ET.Element:
        if row not in self._rows:
            line = self._rows[row] = ET.Element(f"{{{MAIN}}}row", {"r": str(row)})
            self._data.insert(sum(number < row for number in self._rows), line)
        line = self._rows[row]
        line.attrib.pop("spans", None)
        cell = ET.Element(f"{{{MAIN}}}c", {"r": f"{get_column_letter(column)}{row}"})
        line.insert(sum(at < column for r, at in self.cells if r == row), cell)
        self.cells[row, column] = cell
        return cell

    def _style_of_column(self, column: int) -> str:
        for one in self.root.iterfind(f"{{{MAIN}}}cols/{{{MAIN}}}col"):
            if int(one.attrib["min"]) <= column <= int(one.attrib["max"]):
                style = one.get("style", "0")
                if self._shows_dates(style):
                    return style
        raise Unusual

    def _shows_dates(self, style: str) -> bool:
        styles = ET.fromstring(self._file.read("xl/styles.xml"))
        own = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{{{MAIN}}}numFmt")}
        looks = styles.find(f"{{{MAIN}}}cellXfs")
        number = "0" if looks is None else looks[int(style)].get("numFmtId", "0")
        return bool(is_date_format(own.get(number) or BUILTIN_FORMATS.get(int(number), "General")))


@contextmanager
def one_tab(path: Path, title: str) -> Iterator[OneTab]:
    """A tab to type into, saved at the end.

    Raises:
        Unusual: The tab, or what is typed, is for openpyxl; the file is as it was.
    """
    with ZipFile(path) as file:
        tab = OneTab(title, file)
        yield tab
        new = tab.saved()
    path.write_bytes(new)


def _part(file: ZipFile, title: str) -> str:
    """The member that holds a tab."""
    sheets = ET.fromstring(file.read("xl/workbook.xml")).iter(f"{{{MAIN}}}sheet")
    ids = [one.get(f"{{{LINKS}}}id") for one in sheets if one.get("name") == title]
    for one in ET.fromstring(file.read("xl/_rels/workbook.xml.rels")):
        if one.get("Id") in ids:
            target = one.attrib["Target"]
            return target[1:] if target.startswith("/") else f"xl/{target}"
    raise KeyError(title)


def _value(cell: ET.Element | None) -> Any:
    if cell is None or len(cell) == 0:
        return None
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{{{MAIN}}}t"))
    if kind == "s" or cell.find(f"{{{MAIN}}}f") is not None:
        raise Unusual
    text = cell.findtext(f"{{{MAIN}}}v")
    return {"n": float, "b": "1".__eq__}.get(kind, str)(text) if text else None


def _written(value: Any) -> tuple[str, str]:
    """How a value stands in a cell, and its type there."""
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return str(int(value)), "b"
    if isinstance(value, int | float):
        return repr(value), ""
    if isinstance(value, datetime | date):
        return repr(to_excel(value)), ""
    if not isinstance(value, str) or not _PLAIN.fullmatch(value) or value in ERROR_CODES:
        raise Unusual
    return value, "inlineStr"
