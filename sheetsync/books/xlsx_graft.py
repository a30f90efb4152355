"""Whole tabs out of a freshly laid-out workbook into one that exists, rich or not.

No tab of the target is touched: its list of tabs, its styles and the two indexes of
parts gain entries, and new parts are added at the end of the file. The donor's tabs may
hold formats, validations, conditional formats, comments, charts and links out of the
workbook; anything else that hangs on a tab is refused.
"""

from collections.abc import Callable, Mapping, Sequence
from posixpath import basename, dirname, join, relpath, splitext

from sheetsync.books.xlsx_graft_sheet import rewritten
from sheetsync.books.xlsx_graft_styles import Merged, merge_styles
from sheetsync.books.xlsx_open import Opened, open_workbook, refuse_unsafe
from sheetsync.books.xlsx_parts import Relation, relations
from sheetsync.books.xlsx_tree import Splice, parse, quoted, splice
from sheetsync.books.xlsx_zip import Package
from sheetsync.errors import UnsafeBook

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = b"http://schemas.openxmlformats.org/package/2006/relationships"
_NAME = "The workbook"
_CARRIED = frozenset({"comments", "vmlDrawing", "drawing", "chart"})


def graft(target: bytes, donor: bytes, titles: Sequence[str]) -> bytes:
    """Add tabs of another workbook behind the last one.

    Args:
        target: The workbook that gains tabs.
        donor: The workbook that has them.
        titles: Which of its tabs, in the order wanted.

    Returns:
        The new workbook; every part of the target but its list of tabs, its styles
        and the indexes is the same bytes.

    Raises:
        UnsafeBook: A tab of that title is there already, or the target cannot take tabs.
        WrongBook: One of the two is no workbook.
        KeyError: The donor has no tab of a title.
    """
    ours, theirs = open_workbook(target, _NAME), open_workbook(donor, "The layout")
    refuse_unsafe(ours, _NAME)
    _refuse_clash(ours, titles)
    if ours.workbook.styles is None or theirs.workbook.styles is None:
        raise _refused("it has no cell styles; save it once in Excel")
    if ours.workbook.date1904 != theirs.workbook.date1904:
        raise _refused("it counts days from 1904 (Excel: Options > Advanced > 1904 date system)")
    try:
        styles = merge_styles(
            ours.package.read(ours.workbook.styles), theirs.package.read(theirs.workbook.styles)
        )
    except ValueError as error:
        raise _refused(str(error)) from error
    whole = _Graft(ours, theirs, styles)
    for title in titles:
        whole.add(title)
    return whole.content({ours.workbook.styles: styles.content})


class _Graft:
    """Collects the new parts and the entries that announce them."""

    def __init__(self, ours: Opened, theirs: Opened, styles: Merged) -> None:
        self._ours, self._theirs, self._styles = ours, theirs, styles
        self._texts = _shared_texts(theirs)
        self._types = _content_types(theirs.package)
        self._parts: dict[str, bytes] = {}
        self._overrides: list[bytes] = []
        self._entries: list[bytes] = []
        self._links: list[bytes] = []
        self._book = parse(ours.package.read(ours.workbook.part))
        self._ids = {each.id for each in ours.workbook.relations}

    def add(self, title: str) -> None:
        part = {sheet.title: sheet.part for sheet in self._theirs.workbook.sheets}[title]
        home = dirname(self._ours.workbook.part)
        name = self._new_part(join(home, "worksheets", "sheet.xml"), part)
        self._parts[name] = rewritten(self._theirs.package.read(part), self._styles, self._texts)
        self._take_along(name, part)
        self._announce(title, relpath(name, home))

    def _take_along(self, name: str, part: str) -> None:
        """Copy what hangs on a part of the donor, such as a tab's drawing and its charts."""
        carried = relations(self._theirs.package, part)
        if carried:
            index = join(dirname(name), "_rels", f"{basename(name)}.rels")
            self._parts[index] = self._relations(name, carried)

    def content(self, changed: Mapping[str, bytes]) -> bytes:
        book, package = self._ours.workbook, self._ours.package
        index = package.find(join(dirname(book.part), "_rels", f"{basename(book.part)}.rels"))
        types = package.find("[Content_Types].xml")
        listed = self._book.child("sheets")
        if index is None or types is None or listed is None:
            raise _refused("its list of parts is incomplete; save it once in Excel")
        at, text = listed.inner_stop, b"".join(self._entries)
        parts = {
            **changed,
            book.part: splice(package.read(book.part), [Splice(at, at, text)]),
            index: _with_children(package.read(index), self._links),
            types: _with_children(package.read(types), self._overrides),
        }
        return package.exchanged({**parts, **self._parts})

    def _announce(self, title: str, target: str) -> None:
        listed = self._book.child("sheets")
        known = [int(each.get("sheetId") or 0) for each in (listed.children if listed else ())]
        number = max(known, default=0) + len(self._entries) + 1
        link = next(f"rId{n}" for n in range(1, len(self._ids) + 2) if f"rId{n}" not in self._ids)
        self._ids.add(link)
        self._entries.append(
            b'<%ssheet xmlns:r="%s" name=%s sheetId="%d" r:id=%s/>'
            % (self._book.prefix, _OFFICE.encode(), quoted(title), number, quoted(link))
        )
        self._links.append(_relation(link, f"{_OFFICE}/worksheet", target, outside=False))

    def _new_part(self, like: str, donor_part: str) -> str:
        """Find a free name such as ``xl/worksheets/sheet4.xml`` and announce its type."""
        stem, ending = splitext(like)
        stem = stem.rstrip("0123456789")
        taken = {each.casefold() for each in (*self._ours.package.names, *self._parts)}
        numbers = range(1, len(taken) + 2)
        name = next(
            f"{stem}{n}{ending}" for n in numbers if f"{stem}{n}{ending}".casefold() not in taken
        )
        kind = self._types(donor_part)
        entry = b"<Override PartName=%s ContentType=%s/>"
        self._overrides.append(entry % (quoted(f"/{name}"), quoted(kind)))
        return name

    def _relations(self, name: str, carried: Sequence[Relation]) -> bytes:
        made: list[bytes] = []
        for each in carried:
            target = each.target
            if not each.outside:
                if each.kind not in _CARRIED:
                    raise _refused(f"the layout's tab has a part of the kind {each.kind}")
                copy = self._new_part(each.target, each.target)
                self._parts[copy] = self._theirs.package.read(each.target)
                self._take_along(copy, each.target)
                target = relpath(copy, dirname(name))
            made.append(_relation(each.id, f"{_OFFICE}/{each.kind}", target, outside=each.outside))
        return b'<Relationships xmlns="%s">%s</Relationships>' % (_RELATIONS, b"".join(made))


def _refuse_clash(ours: Opened, titles: Sequence[str]) -> None:
    root = parse(ours.package.read(ours.workbook.part))
    listed = root.child("sheets")
    taken = {(each.get("name") or "").casefold() for each in (listed.children if listed else ())}
    for title in titles:
        if title.casefold() in taken:
            raise _refused(f"it already has a tab “{title}”")


def _refused(why: str) -> UnsafeBook:
    return UnsafeBook(
        f"No tab can be added to the workbook: {why}.",
        not_done="Nothing was written to it.",
        next_step="Change that in Excel, or lay out a new workbook instead.",
    )


def _shared_texts(opened: Opened) -> list[bytes]:
    part = next((r.target for r in opened.workbook.relations if r.kind == "sharedStrings"), None)
    if part is None:
        return []
    xml = opened.package.read(part)
    return [xml[each.inner : each.inner_stop] for each in parse(xml).children]


def _content_types(package: Package) -> Callable[[str], str]:
    """Make a function from a part's name to its content type."""
    types = package.find("[Content_Types].xml")
    entries = parse(package.read(types)).children if types else ()
    overrides = {e.get("PartName"): e.get("ContentType") or "" for e in entries}
    defaults = {(e.get("Extension") or "").casefold(): e.get("ContentType") or "" for e in entries}

    def kind(part: str) -> str:
        ending = splitext(part)[1][1:].casefold()
        return overrides.get(f"/{part}") or defaults[ending]

    return kind


def _relation(link: str, kind: str, target: str, *, outside: bool) -> bytes:
    mode = b' TargetMode="External"' if outside else b""
    return b"<Relationship Id=%s Type=%s Target=%s%s/>" % (
        quoted(link),
        quoted(kind),
        quoted(target),
        mode,
    )


def _with_children(xml: bytes, children: Sequence[bytes]) -> bytes:
    """Append children to the root of an index, whose own namespace prefix they take."""
    root = parse(xml)
    prefixed = b"".join(b"<" + root.prefix + child[1:] for child in children)
    return splice(xml, [Splice(root.inner_stop, root.inner_stop, prefixed)])
