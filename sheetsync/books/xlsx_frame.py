"""What stands around a sheet's rows and follows an edit: its size, its links, its columns.

Each function gives the cuts to make in the part and makes none itself.
"""

from collections.abc import Collection, Iterator, Mapping

from sheetsync.book import Position
from sheetsync.books.xlsx_parts import area
from sheetsync.books.xlsx_sheet import SheetXml, in_workbook
from sheetsync.books.xlsx_tree import Element, Splice, quoted, with_attribute
from sheetsync.cells import a1

# CT_Worksheet is a sequence (ECMA-376 18.3.1.99): links go before the first of these.
_AFTER_LINKS = frozenset(
    """printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
    cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture
    oleObjects controls webPublishItems tableParts extLst AlternateContent""".split()
)

_USUAL_WIDTH = "9.140625"  # characters; what Excel gives a new column


def dimension(sheet: SheetXml, filled: Collection[Position]) -> list[Splice]:
    """Widen the declared size so that it covers the newly filled cells."""
    told = sheet.root.child("dimension")
    span = area(told.get("ref") or "") if told else None
    if told is None or span is None or not filled:
        return []
    rows, columns = [row for row, _ in filled], [column for _, column in filled]
    wide = (
        min(span[0], *rows),
        min(span[1], *columns),
        max(span[2], *rows),
        max(span[3], *columns),
    )
    if wide == span:
        return []
    tag = sheet.xml[told.start : told.inner]
    return [Splice(told.start, told.inner, with_attribute(tag, b"ref", named(wide)))]


def named(span: tuple[int, int, int, int]) -> str:
    """Name an area as a file does: ``A1:D9``, or ``A1`` for one cell."""
    first, last = a1(span[0], span[1]), a1(span[2], span[3])
    return first if first == last else f"{first}:{last}"


def links(sheet: SheetXml, wanted: Mapping[Position, str]) -> list[Splice]:
    """Replace all links to cells of the workbook; links that leave it stay."""
    xml, prefix = sheet.xml, sheet.prefix
    old = sheet.links()
    ours = {link.get("ref"): link.get("location") for link in old if in_workbook(link)}
    new = {a1(*place): target for place, target in sorted(wanted.items())}
    if ours == new:
        return []
    kept = b"".join(xml[e.start : e.stop] for e in old if not in_workbook(e))
    made = b"".join(
        b"<%shyperlink ref=%s location=%s/>" % (prefix, quoted(place), quoted(target))
        for place, target in new.items()
    )
    listed = sheet.root.child("hyperlinks")
    inside = kept + made
    if listed is None:
        at = _links_place(sheet)
        return [Splice(at, at, b"<%shyperlinks>%s</%shyperlinks>" % (prefix, inside, prefix))]
    if not inside:
        return [Splice(listed.start, listed.stop, b"")]
    if listed.empty:
        tag = xml[listed.start : listed.inner - 2] + b">"
        whole = tag + inside + b"</%shyperlinks>" % prefix
        return [Splice(listed.start, listed.stop, whole)]
    return [Splice(listed.inner, listed.inner_stop, inside)]


def shown(sheet: SheetXml, columns: Collection[int]) -> list[Splice]:
    """Show hidden columns, splitting the ranges that hold them."""
    listed = sheet.root.child("cols")
    cuts: list[Splice] = []
    for each in listed.all("col") if listed else ():
        first, last = int(each.get("min") or 1) - 1, int(each.get("max") or 1) - 1
        wanted = [column for column in columns if first <= column <= last]
        if wanted and each.get("hidden") in {"1", "true"}:
            pieces = _split(sheet.xml, each, first, last, wanted)
            cuts.append(Splice(each.start, each.stop, b"".join(pieces)))
    return cuts


def column_styles(sheet: SheetXml) -> list[tuple[int, int, int]]:
    """Give the columns' own styles as (first column, last column, style)."""
    listed = sheet.root.child("cols")
    return [
        (int(each.get("min") or 1) - 1, int(each.get("max") or 1) - 1, int(style))
        for each in (listed.all("col") if listed else ())
        if (style := each.get("style")) is not None
    ]


def _links_place(sheet: SheetXml) -> int:
    behind = [each for each in sheet.root.children if each.start >= sheet.data.stop]
    return next((e.start for e in behind if e.name in _AFTER_LINKS), sheet.root.inner_stop)


def _split(
    xml: bytes, told: Element, first: int, last: int, wanted: Collection[int]
) -> Iterator[bytes]:
    tag = xml[told.start : told.inner]
    if not told.empty:
        tag = tag[:-1] + b"/>"
    visible = with_attribute(tag, b"hidden", None)
    if float(told.get("width") or 1) == 0:
        # A column hidden by a width of nothing would stay invisible.
        visible = with_attribute(visible, b"width", _USUAL_WIDTH)
    runs: list[list[int]] = []
    for column in range(first, last + 1):
        if runs and (column in wanted) == (runs[-1][0] in wanted):
            runs[-1][1] = column
        else:
            runs.append([column, column])
    for begin, end in runs:
        piece = with_attribute(visible if begin in wanted else tag, b"min", str(begin + 1))
        yield with_attribute(piece, b"max", str(end + 1))
