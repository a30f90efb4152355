"""XML parts as elements with their exact byte positions, for edits by cutting and pasting.

A part is never written back from a tree: the tree only says between which bytes
an element stands, and everything around it stays as it is. Meant for small
parts; the rows of a sheet are left out by the caller.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Never
from xml.parsers import expat
from xml.sax.saxutils import escape

MAIN = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)
"""Namespaces of SpreadsheetML: ECMA-376 transitional and strict."""

_TAG = re.compile(rb"""<([^\s/>:"']+:)?[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")

_PIECE = 1 << 20
"""Bytes that are compared at once."""

_OPENING = re.compile(rb"""<([^\s/<>"'=!?]+)(?:\s[^<>]*)?(?<!/)>""")
"""One opening tag that is not closed within itself."""


class BadXml(ValueError):
    """The part is not well-formed, or not in an encoding that is edited byte by byte."""


class Splice(NamedTuple):
    """Replace the bytes from ``start`` up to ``stop`` by ``text`` (a tuple: there are many)."""

    start: int
    stop: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Element:
    """One element and where it stands.

    Attributes:
        space: Namespace, empty when there is none.
        name: Local name.
        attributes: Values by local name, or by ``namespace name`` where prefixed.
        prefix: The prefix as written, with its colon; empty when there is none.
        start: Position of the opening tag.
        inner: Position after the opening tag.
        inner_stop: Position of the closing tag.
        stop: Position after the element.
        children: Child elements in document order.
    """

    space: str
    name: str
    attributes: Mapping[str, str]
    prefix: bytes
    start: int
    inner: int
    inner_stop: int
    stop: int
    children: tuple["Element", ...]

    @property
    def empty(self) -> bool:
        """Whether it is written as one self-closing tag."""
        return self.inner == self.stop

    def get(self, name: str) -> str | None:
        """Give an attribute by local name, whatever its namespace."""
        if name in self.attributes:
            return self.attributes[name]
        tail = f" {name}"
        return next((v for k, v in self.attributes.items() if k.endswith(tail)), None)

    def all(self, name: str) -> Iterator["Element"]:
        """Give the children of one name in the element's own namespace."""
        return (c for c in self.children if c.name == name and c.space == self.space)

    def child(self, name: str) -> "Element | None":
        """Give the first child of one name in the element's own namespace."""
        return next(self.all(name), None)


def parse(xml: bytes, *, gap_at: int | None = None, gap: int = 0) -> Element:
    """Read a part into elements with positions.

    Args:
        xml: The part, in UTF-8.
        gap_at: Where bytes were left out of ``xml``; positions behind it count them.
        gap: How many bytes were left out.

    Raises:
        BadXml: Not well-formed, with a document type, or not in UTF-8.
    """
    cut = len(xml) if gap_at is None else gap_at
    parser = _parser(namespaces=True)
    begun: list[tuple[re.Match[bytes], dict[str, str]]] = []
    families: list[list[Element]] = [[]]

    def start(_name: str, attributes: dict[str, str]) -> None:
        tag = _TAG.match(xml, parser.CurrentByteIndex)
        if tag is None:
            raise BadXml("a tag cannot be located")
        begun.append((tag, attributes))
        families.append([])

    def end(name: str) -> None:
        tag, attributes = begun.pop()
        children = tuple(families.pop())
        at, inner = tag.span()
        close = stop = inner
        if not tag[0].endswith(b"/>"):
            close = parser.CurrentByteIndex
            stop = xml.index(b">", close) + 1
        space, _, local = name.rpartition(" ")
        element = Element(
            space,
            local,
            attributes,
            tag[1] or b"",
            at if at <= cut else at + gap,
            inner if inner <= cut else inner + gap,
            close if close < cut else close + gap,
            stop if stop <= cut else stop + gap,
            children,
        )
        families[-1].append(element)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    _feed(parser, xml)
    return families[0][0]


def splice(xml: bytes, splices: Sequence[Splice]) -> bytes:
    """Cut and paste, and prove that every byte outside the cuts is the old one.

    Splices may come in any order. Those that insert at one position are pasted in the
    order given, before one that replaces from there.

    Raises:
        BadXml: A cut takes out, or a paste puts in, what is not whole elements; a
            well-formed part would not stay one.
    """
    ordered = sorted(splices, key=lambda each: (each.start, each.stop))
    _check_whole(xml, ordered)
    old = memoryview(xml)
    pieces: list[bytes | memoryview] = []
    at = 0
    for each in ordered:
        assert at <= each.start <= each.stop <= len(xml), "two edits overlap"
        pieces += (old[at : each.start], each.text)
        at = each.stop
    pieces.append(old[at:])
    new = b"".join(pieces)
    old_at = new_at = 0
    for each in ordered:
        assert _same_bytes(xml, old_at, new, new_at, each.start - old_at), "an edit spilled over"
        new_at += each.start - old_at + len(each.text)
        old_at = each.stop
    rest = len(xml) - old_at
    assert len(new) - new_at == rest, "an edit spilled over"
    assert _same_bytes(xml, old_at, new, new_at, rest), "an edit spilled over"
    return new


def _same_bytes(one: bytes, at: int, other: bytes, other_at: int, length: int) -> bool:
    """Compare two stretches, a piece at a time so that no large part is copied."""
    return all(
        one[at + done : at + min(done + _PIECE, length)]
        == other[other_at + done : other_at + min(done + _PIECE, length)]
        for done in range(0, length, _PIECE)
    )


def _check_whole(xml: bytes, splices: Sequence[Splice]) -> None:
    """See that each cut and each paste is whole elements, or one opening tag for another.

    Then the part stays well-formed if it was: parsing the few bytes that change proves of
    the whole part what parsing the whole part would.
    """
    if not splices:
        return
    pasted, cut = _parser(namespaces=False), _parser(namespaces=False)
    for parser in (pasted, cut):
        _feed(parser, b"<p>", last=False)
    for start, stop, text in splices:
        old, close = xml[start:stop], b""
        before, after = _OPENING.fullmatch(old), _OPENING.fullmatch(text)
        if before and after and before[1] == after[1]:
            close = b"</%s>" % before[1]
        _feed(pasted, b"<p>%s%s</p>" % (text, close), last=False)
        _feed(cut, b"<p>%s%s</p>" % (old, close), last=False)
    for parser in (pasted, cut):
        _feed(parser, b"</p>")


def with_attribute(tag: bytes, name: bytes, value: str | None) -> bytes:
    """Set, add or (with ``None``) drop one unprefixed attribute of an opening tag."""
    written = b"" if value is None else b" %s=%s" % (name, quoted(value))
    known = re.search(rb"""\s+%s\s*=\s*("[^"]*"|'[^']*')""" % name, tag)
    if known:
        return tag[: known.start()] + written + tag[known.end() :]
    close = -2 if tag.endswith(b"/>") else -1
    return tag[:close].rstrip() + written + tag[close:]


def quoted(value: str) -> bytes:
    """Write an attribute's value with its quotes."""
    marks = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
    return f'"{escape(value, marks)}"'.encode()


def _parser(*, namespaces: bool) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ") if namespaces else expat.ParserCreate()

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.casefold() not in {"utf-8", "utf8", "us-ascii"}:
            raise BadXml(f"encoding {encoding}")

    def doctype(*_: object) -> Never:
        raise BadXml("a document type")

    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = doctype
    return parser


def _feed(parser: expat.XMLParserType, xml: bytes, *, last: bool = True) -> None:
    if xml[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in xml[:4]:
        raise BadXml("encoding UTF-16")
    try:
        parser.Parse(xml, last)
    except expat.ExpatError as error:
        raise BadXml(str(error)) from error
