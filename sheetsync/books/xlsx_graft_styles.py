"""One workbook's cell styles appended to another's, and the new index of each.

The target's own styles keep their indices and their bytes; what both have in the same
words is used again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sheetsync.books.xlsx_styles import appended
from sheetsync.books.xlsx_tree import Element, Splice, parse, splice, with_attribute

# CT_Stylesheet is a sequence (ECMA-376 18.8.39).
_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
_FIRST_CUSTOM = 164  # ECMA-376 18.8.30: smaller numbers are built in
_LINKS = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}


@dataclass(frozen=True, slots=True)
class Merged:
    """The target's styles with the donor's appended.

    Attributes:
        content: The styles part.
        cells: New index by the donor's index, for cell styles.
        differences: The same for the formats of conditional formatting.
    """

    content: bytes
    cells: Mapping[int, int]
    differences: Mapping[int, int]


def merge_styles(target: bytes, donor: bytes) -> Merged:
    """Append a donor's styles.

    Raises:
        BadXml: A part is not well-formed.
        ValueError: The two are written in different editions of the format.
    """
    return _Merge(target, donor).merged()


class _Merge:
    def __init__(self, target: bytes, donor: bytes) -> None:
        self._xml, self._donor_xml = target, donor
        self._root, self._donor = parse(target), parse(donor)
        if self._root.space != self._donor.space:
            raise ValueError("the two workbooks are in different editions of the format")
        self._added: dict[str, list[bytes]] = {}

    def merged(self) -> Merged:
        maps = {name: self._append(name) for name in ("fonts", "fills", "borders")}
        formats = self._formats()
        cells = {0: 0}  # the donor's default look becomes the target's own
        for index, each in enumerate(_children(self._donor, "cellXfs")):
            if index:
                cells[index] = self._add("cellXfs", self._xf(each, maps, formats))
        differences = self._append("dxfs")
        cuts = [cut for name, made in self._added.items() for cut in self._cuts(name, made)]
        return Merged(splice(self._xml, cuts), cells, differences)

    def _append(self, name: str) -> dict[int, int]:
        children = _children(self._donor, name)
        return {
            index: self._add(name, self._donor_xml[each.start : each.stop])
            for index, each in enumerate(children)
        }

    def _add(self, name: str, raw: bytes) -> int:
        """Give the index of an element, appended if there is none in the same words."""
        raw = self._at_home(raw)
        old = _children(self._root, name)
        made = self._added.setdefault(name, [])
        known = [self._xml[each.start : each.stop] for each in old] + made
        if raw in known:
            return known.index(raw)
        made.append(raw)
        return len(known)

    def _at_home(self, raw: bytes) -> bytes:
        """Name the namespace on an element whose new surroundings use a prefix for it."""
        if self._root.prefix == self._donor.prefix:
            return raw
        mark = b"xmlns" + (b":" + self._donor.prefix[:-1] if self._donor.prefix else b"")
        tag = re.match(rb"<[^\s/>]+", raw)
        cut = tag.end() if tag else 0
        return raw[:cut] + b' %s="%s"' % (mark, self._root.space.encode()) + raw[cut:]

    def _formats(self) -> dict[int, int]:
        old = {
            each.get("formatCode"): int(each.get("numFmtId") or 0)
            for each in _children(self._root, "numFmts")
        }
        free = max(_FIRST_CUSTOM - 1, *old.values(), 0) + 1
        numbers: dict[int, int] = {}
        for each in _children(self._donor, "numFmts"):
            code, number = each.get("formatCode"), int(each.get("numFmtId") or 0)
            if code not in old:
                old[code], free = free, free + 1
                tag = self._donor_xml[each.start : each.stop]
                self._add("numFmts", with_attribute(tag, b"numFmtId", str(old[code])))
            numbers[number] = old[code]
        return numbers

    def _xf(
        self, each: Element, maps: Mapping[str, Mapping[int, int]], formats: Mapping[int, int]
    ) -> bytes:
        tag = with_attribute(self._donor_xml[each.start : each.inner], b"xfId", "0")
        for link, name in _LINKS.items():
            index = int(each.get(link) or 0)
            tag = with_attribute(tag, link.encode(), str(maps[name].get(index, 0)))
        number = int(each.get("numFmtId") or 0)
        tag = with_attribute(tag, b"numFmtId", str(formats.get(number, number)))
        for kind in (b"Font", b"Fill", b"Border", b"NumberFormat"):
            # The target's named style need not be the donor's: each property holds by itself.
            tag = with_attribute(tag, b"apply" + kind, "1")
        return tag + self._donor_xml[each.inner : each.stop]

    def _cuts(self, name: str, made: list[bytes]) -> list[Splice]:
        if not made:
            return []
        parent = self._root.child(name)
        if parent is not None:
            return appended(self._xml, parent, made)
        prefix, label = self._root.prefix, name.encode()
        behind = _ORDER[_ORDER.index(name) + 1 :]
        at = next((c.start for c in self._root.children if c.name in behind), self._root.inner_stop)
        head = b'<%s%s count="%d">' % (prefix, label, len(made))
        return [Splice(at, at, head + b"".join(made) + b"</%s%s>" % (prefix, label))]


def _children(root: Element, name: str) -> tuple[Element, ...]:
    listed = root.child(name)
    return listed.children if listed else ()
