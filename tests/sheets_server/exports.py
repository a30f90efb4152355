"""Spreadsheets as files of other kinds: the values, without Google's layout.

A PDF holds the values as lines of text, a web page as a plain table; only CSV and TSV are the
bytes that Google would send. XLSX keeps values, formulas, number formats, bold and merges.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from tests.sheets_server import a1, cells
from tests.sheets_server.call import Call
from tests.sheets_server.model import Formula, Problem, Sheet

CSV, TSV = "text/csv", "text/tab-separated-values"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/x-vnd.oasis.opendocument.spreadsheet"
ODS_TOO = "application/vnd.oasis.opendocument.spreadsheet"
PDF, ZIP = "application/pdf", "application/zip"


def texts(call: Call, sheet: Sheet) -> list[list[str]]:
    """What a tab shows, to its last filled row and column."""
    filled = [(r, c) for r, c, _ in sheet.filled()]
    height = max((r for r, _ in filled), default=-1) + 1
    width = max((c for _, c in filled), default=-1) + 1
    calculator = call.calculator()
    return [
        [
            cells.shown(sheet.cell(r, c), calculator.value(sheet, r, c), call.locale)
            for c in range(width)
        ]
        for r in range(height)
    ]


def _grids(call: Call) -> list[Sheet]:
    return [sheet for sheet in call.book.sheets if not sheet.is_object]


def _delimited(mark: str) -> Callable[[Call, Sheet], bytes]:
    def made(call: Call, sheet: Sheet) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(texts(call, sheet))
        return out.getvalue().removesuffix("\r\n").encode()

    return made


def _xlsx(call: Call, _: Sheet) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book: Any = Workbook()
    book.remove(book.active)
    for sheet in _grids(call):
        page = book.create_sheet(sheet.title[:31])
        for r, c, cell in sheet.filled(values_only=False):
            value = cell.value
            if value is not None:
                shown = value.text if isinstance(value, Formula) else value
                shown = value.shown if isinstance(value, Problem) else shown
                spot = page.cell(r + 1, c + 1, shown)
                if isinstance(value, str):
                    spot.data_type = "s"
                pattern = (cells.number_format(cell) or {}).get("pattern")
                spot.number_format = pattern or "General"
            if ((cell.format or {}).get("textFormat") or {}).get("bold"):
                page.cell(r + 1, c + 1).font = Font(bold=True)
        for merge in sheet.objects.get("merges", []):
            area = a1.from_grid_range(call.book, merge)
            page.merge_cells(area.a1().rsplit("!", 1)[1])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ods(call: Call, _: Sheet) -> bytes:
    tables = "".join(
        f'<table:table table:name="{escape(sheet.title)}">'
        + "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell office:value-type="string">'
                f"<text:p>{escape(text)}</text:p></table:table-cell>"
                for text in row
            )
            + "</table:table-row>"
            for row in texts(call, sheet)
        )
        + "</table:table>"
        for sheet in _grids(call)
    )
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}'
        ' office:version="1.2"><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TOO}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    parts = {"mimetype": ODS_TOO, "content.xml": content, "META-INF/manifest.xml": manifest}
    return _zipped(parts)


def _zipped(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _pages(call: Call, _: Sheet) -> bytes:
    parts = {}
    for sheet in _grids(call):
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
            for row in texts(call, sheet)
        )
        parts[f"{sheet.title}.html"] = f'<meta charset="utf-8"><table>{rows}</table>'
    return _zipped(parts)


_LINES = 50


def _pdf(call: Call, _: Sheet) -> bytes:
    """One page for every 50 rows of a tab, in the standard font Courier (ISO 32000)."""
    pages: list[str] = []
    for sheet in _grids(call):
        lines = ["  ".join(row) for row in texts(call, sheet)] or [""]
        for start in range(0, len(lines), _LINES):
            shown = [
                line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
                for line in lines[start : start + _LINES]
            ]
            body = " ".join(f"({line}) Tj T*" for line in shown)
            pages.append(f"BT /F1 10 Tf 40 800 Td 14 TL {body} ET")
    count = len(pages)
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for place, text in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font"
            f" << /F1 3 0 R >> >> /Contents {5 + 2 * place} 0 R >>"
        )
        size = len(text.encode("latin-1", "replace"))
        objects.append(f"<< /Length {size} >>\nstream\n{text}\nendstream")
    out, starts = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1", "replace")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()


KINDS: Mapping[str, Callable[[Call, Sheet], bytes]] = {
    CSV: _delimited(","),
    TSV: _delimited("\t"),
    XLSX: _xlsx,
    ODS: _ods,
    ODS_TOO: _ods,
    PDF: _pdf,
    ZIP: _pages,
}
"""What can be made of a spreadsheet; the tab counts for CSV and TSV only."""

BY_NAME = {"csv": CSV, "tsv": TSV, "xlsx": XLSX, "ods": ODS, "pdf": PDF, "zip": ZIP}
"""The same by the ``format`` of an export address."""
