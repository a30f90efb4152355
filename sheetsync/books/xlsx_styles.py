"""The workbook's styles: which of them show dates, and one like another but showing a date.

Styles are only ever appended; every existing one keeps its index and its bytes.
"""

import re

from sheetsync.books.xlsx_tree import Element, Splice, parse, splice, with_attribute

# ECMA-376 18.8.30 lists the built-in formats; 18 to 21 and 45 to 47 show a time alone.
# 27 to 36 and 50 to 58 are dates in East Asian locales.
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_FIRST_CUSTOM = 164
DAY, MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|[_*].|AM/PM|A/P', re.IGNORECASE)


def shows_date(code: str) -> bool:
    """Whether a number format shows a day, month or year, by its first section."""
    letters = set(_LITERAL.sub("", code).partition(";")[0].casefold())
    if "general" in code.casefold():
        return False
    return bool(letters & {"y", "d"}) or ("m" in letters and not letters & {"h", "s"})


class Styles:
    """The styles part, open for appending.

    Args:
        xml: The part.

    Raises:
        BadXml: It is not well-formed.
    """

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._root = parse(xml)
        self._formats_list = self._root.child("numFmts")
        listed = self._formats_list.all("numFmt") if self._formats_list else ()
        self._formats = {
            int(each.get("numFmtId") or 0): each.get("formatCode") or "" for each in listed
        }
        self._xfs_list = self._root.child("cellXfs")
        self._xfs = list(self._xfs_list.all("xf")) if self._xfs_list else []
        self._new_formats: dict[str, int] = {}
        self._new_xfs: list[bytes] = []
        self._dated: dict[tuple[int, bool], int] = {}

    def date_style(self, style: int, moment: bool) -> int:  # noqa: FBT001 - DateStyle's shape
        """Give ``style`` if it shows a date, else one that differs only in doing so.

        Args:
            style: Index of the cell's style.
            moment: Whether hours and minutes must show as well.
        """
        if (style, moment) not in self._dated:
            self._dated[style, moment] = self._date_style(style, DAY if not moment else MOMENT)
        return self._dated[style, moment]

    def content(self) -> bytes:
        """Give the part with what was appended; the old bytes when nothing was."""
        added: list[Splice] = []
        if self._new_formats:
            added += self._formats_splices()
        if self._new_xfs and self._xfs_list:
            added += appended(self._xml, self._xfs_list, self._new_xfs)
        return splice(self._xml, added)

    def _date_style(self, style: int, code: str) -> int:
        if self._xfs_list is None or style >= len(self._xfs):
            return style
        old = self._xfs[style]
        number = int(old.get("numFmtId") or 0)
        if number in _BUILT_IN_DATES or shows_date(self._formats.get(number, "")):
            return style
        wanted = self._format(code)
        tag = with_attribute(self._xml[old.start : old.inner], b"numFmtId", str(wanted))
        tag = with_attribute(tag, b"applyNumberFormat", "1")
        new = tag + self._xml[old.inner : old.stop]
        for index, each in enumerate(self._xfs):
            if each.get("numFmtId") == str(wanted) and _same(self._xml, each, old):
                return index
        if new not in self._new_xfs:
            self._new_xfs.append(new)
        return len(self._xfs) + self._new_xfs.index(new)

    def _format(self, code: str) -> int:
        for number, known in self._formats.items():
            if known.replace("\\", "").replace(";@", "") == code:
                return number
        if code not in self._new_formats:
            taken = {*self._formats, *self._new_formats.values(), _FIRST_CUSTOM - 1}
            self._new_formats[code] = max(taken) + 1
        return self._new_formats[code]

    def _formats_splices(self) -> list[Splice]:
        prefix = self._root.prefix
        written = [
            b'<%snumFmt numFmtId="%d" formatCode="%s"/>' % (prefix, number, code.encode())
            for code, number in self._new_formats.items()
        ]
        if self._formats_list is None:
            head = b'<%snumFmts count="%d">' % (prefix, len(written))
            whole = head + b"".join(written) + b"</%snumFmts>" % prefix
            return [Splice(self._root.inner, self._root.inner, whole)]
        return appended(self._xml, self._formats_list, written)


def appended(xml: bytes, parent: Element, children: list[bytes]) -> list[Splice]:
    """Append children to an element that counts them."""
    tag = xml[parent.start : parent.inner]
    count = str(len(parent.children) + len(children))
    tag = with_attribute(tag, b"count", count)
    if parent.empty:
        name = parent.prefix + parent.name.encode()
        whole = tag[:-2] + b">" + b"".join(children) + b"</" + name + b">"
        return [Splice(parent.start, parent.stop, whole)]
    return [
        Splice(parent.start, parent.inner, tag),
        Splice(parent.inner_stop, parent.inner_stop, b"".join(children)),
    ]


def _same(xml: bytes, one: Element, other: Element) -> bool:
    """Whether two formats differ at most in their number format."""
    ours, theirs = (
        {k: v for k, v in each.attributes.items() if k not in {"numFmtId", "applyNumberFormat"}}
        for each in (one, other)
    )
    inside = xml[one.inner : one.inner_stop] == xml[other.inner : other.inner_stop]
    return ours == theirs and inside
