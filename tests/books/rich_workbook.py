"""Workbooks written part by part: plain ones with any sheet XML, and one that holds everything.

The rich workbook has what a team's file collects over the years and what libraries lose on
saving: charts, images, shapes, sparklines, slicers, form controls, threaded comments,
a pivot, macros. Written by hand, so that no writer's habits hide behind the tests.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from tests.books import rich_parts as parts
from tests.books.rich_parts import MAIN, OFFICE, X14

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PLAIN_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
    'patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/>'
    '<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
    'borderId="0"/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1">'
    '<alignment wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" '
    'builtinId="0"/></cellStyles></styleSheet>'
)
"""Styles 0 to 3: the default, a date, two decimals, text that wraps."""


def sheet(rows: str, *, before: str = "", behind: str = "") -> str:
    """One sheet's part around the contents of its ``sheetData``."""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
        f"<sheetData>{rows}</sheetData>{behind}</worksheet>"
    )


def plain(
    sheets: Mapping[str, str],
    *,
    shared: str | None = None,
    styles: str | None = PLAIN_STYLES,
    date1904: bool = False,
    extra: Mapping[str, bytes] | None = None,
    sheet_links: Mapping[str, str] | None = None,
) -> bytes:
    """A small workbook with the given sheet parts, by title.

    ``shared`` is the inside of the shared strings; ``sheet_links`` the inside of a tab's
    relationships, by title; ``extra`` further members of the container.
    """
    overrides = [("/xl/workbook.xml", f"{SHEET_TYPE}.sheet.main+xml")]
    links, listed = [], []
    members: dict[str, str | bytes] = {}
    for number, (title, xml) in enumerate(sheets.items(), start=1):
        members[f"xl/worksheets/sheet{number}.xml"] = xml
        overrides.append((f"/xl/worksheets/sheet{number}.xml", f"{SHEET_TYPE}.worksheet+xml"))
        links.append((f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml"))
        safe = title.replace("&", "&amp;").replace("<", "&lt;")
        listed.append(f'<sheet name="{safe}" sheetId="{number}" r:id="rId{number}"/>')
        if sheet_links and title in sheet_links:
            index = f"xl/worksheets/_rels/sheet{number}.xml.rels"
            members[index] = relationships(sheet_links[title])
    for name, kind, content in (
        ("styles", "styles", styles),
        (
            "sharedStrings",
            "sharedStrings",
            f'<sst xmlns="{MAIN}">{shared}</sst>' if shared else None,
        ),
    ):
        if content is not None:
            members[f"xl/{name}.xml"] = content
            overrides.append((f"/xl/{name}.xml", f"{SHEET_TYPE}.{kind}+xml"))
            links.append((f"rId{name}", kind, f"{name}.xml"))
    marks = '<workbookPr date1904="1"/>' if date1904 else ""
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{marks}<sheets>{"".join(listed)}</sheets>'
        "</workbook>"
    )
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(overrides),
        "_rels/.rels": relationships(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relationships("".join(relation(*each) for each in links)),
        **members,
        **(extra or {}),
    }
    return zipped(whole)


def relation(name: str, kind: str, target: str, mode: str = "") -> str:
    outside = f' TargetMode="{mode}"' if mode else ""
    space = "" if "/" in kind and kind.startswith("http") else f"{OFFICE}/"
    return f'<Relationship Id="{name}" Type="{space}{kind}" Target="{target}"{outside}/>'


def relationships(inside: str) -> str:
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def content_types(overrides: list[tuple[str, str]]) -> str:
    listed = "".join(f'<Override PartName="{p}" ContentType="{t}"/>' for p, t in overrides)
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("bin", f"{SHEET_TYPE}.printerSettings"),
            ("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"),
        )
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{listed}</Types>'


class _Stream(io.RawIOBase):
    """A file that can only be written on, as a download or a pipe is."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece) -> int:
        self.data += bytes(piece)
        return len(piece)


def zipped(members: Mapping[str, str | bytes], *, streamed: bool = False) -> bytes:
    """A container whose members each bear a date, a foreign extra field and a comment.

    Every third is stored. ``streamed`` writes sizes behind the data, as web services do.
    """
    out = _Stream() if streamed else io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"kept"
        for number, (name, content) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, (2020, 1, 1 + number % 28, 12, 30, 0))
            info.extra = struct.pack("<HH4s", 0xCAFE, 4, b"kept")
            info.comment = b"note"
            info.compress_type = zipfile.ZIP_STORED if number % 3 == 1 else zipfile.ZIP_DEFLATED
            info.external_attr = 0o640 << 16
            archive.writestr(info, content)
    return bytes(out.data) if isinstance(out, _Stream) else out.getvalue()


def rich_parts(*, macros: bool = False) -> dict[str, str | bytes]:
    """All parts of the rich workbook, by name."""
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    overrides = [
        ("/xl/workbook.xml", kind if macros else f"{SHEET_TYPE}.sheet.main+xml"),
        ("/xl/styles.xml", f"{SHEET_TYPE}.styles+xml"),
        ("/xl/sharedStrings.xml", f"{SHEET_TYPE}.sharedStrings+xml"),
        ("/xl/worksheets/sheet1.xml", f"{SHEET_TYPE}.worksheet+xml"),
        ("/xl/worksheets/sheet2.xml", f"{SHEET_TYPE}.worksheet+xml"),
        ("/xl/worksheets/sheet3.xml", f"{SHEET_TYPE}.worksheet+xml"),
        ("/xl/chartsheets/sheet1.xml", f"{SHEET_TYPE}.chartsheet+xml"),
        ("/xl/tables/table1.xml", f"{SHEET_TYPE}.table+xml"),
        ("/xl/comments1.xml", f"{SHEET_TYPE}.comments+xml"),
        ("/xl/calcChain.xml", f"{SHEET_TYPE}.calcChain+xml"),
        (
            "/xl/threadedComments/threadedComment1.xml",
            "application/vnd.ms-excel.threadedcomments+xml",
        ),
        ("/xl/persons/person.xml", "application/vnd.ms-excel.person+xml"),
        ("/xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml"),
        ("/xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml"),
        ("/xl/ctrlProps/ctrlProp1.xml", "application/vnd.ms-excel.controlproperties+xml"),
        ("/xl/pivotCache/pivotCacheDefinition1.xml", f"{SHEET_TYPE}.pivotCacheDefinition+xml"),
        ("/xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"),
        ("/xl/drawings/drawing2.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"),
        (
            "/xl/charts/chart1.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        ),
        (
            "/xl/charts/chart2.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        ),
    ]
    links = [
        relation("rId1", "worksheet", "worksheets/sheet1.xml"),
        relation("rId2", "chartsheet", "chartsheets/sheet1.xml"),
        relation("rId3", "worksheet", "worksheets/sheet2.xml"),
        relation("rId4", "worksheet", "worksheets/sheet3.xml"),
        relation("rId5", "styles", "styles.xml"),
        relation("rId6", "sharedStrings", "sharedStrings.xml"),
        relation("rId7", "calcChain", "calcChain.xml"),
        relation("rId8", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
        relation(
            "rId9",
            "http://schemas.microsoft.com/office/2007/relationships/slicerCache",
            "slicerCaches/slicerCache1.xml",
        ),
        relation(
            "rId10",
            "http://schemas.microsoft.com/office/2017/10/relationships/person",
            "persons/person.xml",
        ),
        relation("rId11", "customXml", "../customXml/item1.xml"),
    ]
    if macros:
        overrides.append(("/xl/vbaProject.bin", "application/vnd.ms-office.vbaProject"))
        links.append(
            relation(
                "rId12",
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "vbaProject.bin",
            )
        )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(overrides),
        "_rels/.rels": relationships(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": parts.WORKBOOK,
        "xl/_rels/workbook.xml.rels": relationships("".join(links)),
        "xl/styles.xml": PLAIN_STYLES.replace("</styleSheet>", parts.DIFFERENCES + "</styleSheet>"),
        "xl/sharedStrings.xml": parts.SHARED,
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="E2" i="1"/></calcChain>',
        "xl/worksheets/sheet1.xml": parts.RESEARCH,
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(parts.RESEARCH_LINKS),
        "xl/worksheets/sheet2.xml": sheet(
            '<row r="1"><c r="A1" t="inlineStr"><is><t>Hidden</t></is></c></row>'
        ),
        "xl/worksheets/sheet3.xml": sheet(""),
        "xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>',
        "xl/chartsheets/_rels/sheet1.xml.rels": relationships(
            relation("rId1", "drawing", "../drawings/drawing2.xml")
        ),
        "xl/tables/table1.xml": parts.TABLE,
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><authors><author>Ann</author></authors><commentList><comment ref="A2" authorId="0"><text><t>Ask again</t></text></comment></commentList></comments>',
        "xl/threadedComments/threadedComment1.xml": parts.THREAD,
        "xl/persons/person.xml": '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{11111111-1111-1111-1111-111111111111}" userId="ann" providerId="None"/></personList>',
        "xl/slicers/slicer1.xml": f'<slicers xmlns="{X14}"><slicer name="Stage" cache="Slicer_Stage" caption="Stage" rowHeight="241300"/></slicers>',
        "xl/slicerCaches/slicerCache1.xml": f'<slicerCacheDefinition xmlns="{X14}" name="Slicer_Stage" sourceName="Stage"/>',
        "xl/ctrlProps/ctrlProp1.xml": f'<formControlPr xmlns="{X14}" objectType="CheckBox" checked="Checked" fmlaLink="$F$1"/>',
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" saveData="0" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A1:C3" sheet="Research"/></cacheSource><cacheFields count="1"><cacheField name="Company" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>',
        "xl/drawings/drawing1.xml": parts.SHEET_DRAWING,
        "xl/drawings/_rels/drawing1.xml.rels": relationships(
            relation("rId1", "chart", "../charts/chart1.xml")
            + relation("rId2", "image", "../media/image1.png")
        ),
        "xl/drawings/drawing2.xml": parts.CHART_DRAWING,
        "xl/drawings/_rels/drawing2.xml.rels": relationships(
            relation("rId1", "chart", "../charts/chart2.xml")
        ),
        "xl/charts/chart1.xml": parts.CHART,
        "xl/charts/chart2.xml": parts.CHART,
        "xl/drawings/vmlDrawing1.vml": parts.VML,
        "xl/media/image1.png": _png(),
        "xl/printerSettings/printerSettings1.bin": bytes(range(256)) * 4,
        "customXml/item1.xml": '<team xmlns="urn:team">kept</team>',
    }
    if macros:
        members["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 8
    return members


def write_rich(path: Path, *, macros: bool = False, streamed: bool = False) -> Path:
    """Write the rich workbook to ``path``."""
    path.write_bytes(zipped(rich_parts(macros=macros), streamed=streamed))
    return path


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">L", len(data)) + whole + struct.pack(">L", zlib.crc32(whole))

    head = struct.pack(">LLBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\x00\xff\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
