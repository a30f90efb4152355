"""One tab's part of a layout, rewritten for the workbook that it moves into.

Its formats point at the target's styles, and its shared texts, which stay behind,
are spelled out in the cells. All else of the part is the same bytes.
"""

import re
from collections.abc import Iterator, Sequence

from sheetsync.books.xlsx_graft_styles import Merged
from sheetsync.books.xlsx_sheet import SheetXml
from sheetsync.books.xlsx_tree import Element, Splice, splice, with_attribute

_STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_SHARED = re.compile(rb"""\st\s*=\s*["']s["']""")
_VALUE = re.compile(rb"v>\s*(\d+)\s*<")


def rewritten(xml: bytes, styles: Merged, texts: Sequence[bytes]) -> bytes:
    """Write a tab's part in the target's styles, with its shared texts spelled out.

    Args:
        xml: The layout's part.
        styles: The target's index for each of the layout's styles.
        texts: The layout's shared texts: the inside of each, in order.
    """
    sheet = SheetXml(xml)
    cuts: list[Splice] = []
    for number, tag in sheet.rows():
        row = sheet.row(number, tag)
        cuts.append(Splice(row.start, row.inner, _restyled(tag[0], styles)))
        for _, start in sheet.cells(row):
            cell = sheet.cell(row, start)
            cuts.append(
                Splice(start, cell.stop, _cell(xml[start : cell.stop], cell.body, styles, texts))
            )
    for each in _descendants(sheet.root):
        tag_text = xml[each.start : each.inner]
        new = _restyled_frame(each, tag_text, styles)
        if new != tag_text:
            cuts.append(Splice(each.start, each.inner, new))
    return splice(xml, cuts)


def _restyled_frame(element: Element, tag: bytes, styles: Merged) -> bytes:
    """Point a column, a rule or a view at what it means in the target."""
    style, rule = element.get("style"), element.get("dxfId")
    if element.name == "col" and style:
        return with_attribute(tag, b"style", str(styles.cells.get(int(style), 0)))
    if element.name == "cfRule" and rule:
        new = styles.differences.get(int(rule), 0)
        return with_attribute(tag, b"dxfId", str(new))
    if element.name == "sheetView":
        # Two selected tabs would be a group, in which each keystroke goes to both.
        return with_attribute(tag, b"tabSelected", None)
    return tag


def _restyled(tag: bytes, styles: Merged) -> bytes:
    known = _STYLE.search(tag)
    new = styles.cells.get(int(known[1]), 0) if known else 0
    return with_attribute(tag, b"s", str(new)) if known else tag


def _cell(raw: bytes, body: bytes, styles: Merged, texts: Sequence[bytes]) -> bytes:
    cut = raw.index(b">") + 1
    tag, rest = _restyled(raw[:cut], styles), raw[cut:]
    value = _VALUE.search(body)
    if _SHARED.search(tag) and value:
        text = texts[int(value[1])]
        rest = b"<is>" + text + b"</is>" + rest[rest.rindex(b"</") :]
        tag = with_attribute(tag, b"t", "inlineStr")
    return tag + rest


def _descendants(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from _descendants(child)
