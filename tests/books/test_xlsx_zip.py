"""The container: what is exchanged, what is copied raw, and what is no sound container."""

import io
import struct
import zipfile

import pytest

from sheetsync.books.xlsx_tree import BadXml, Splice, parse, splice, with_attribute
from sheetsync.books.xlsx_zip import Package
from sheetsync.books.xlsx_zip_index import BrokenZip
from tests.books.rich_workbook import zipped

MEMBERS = {"a.xml": "one " * 50, "b/c.xml": "two", "d.bin": bytes(range(256))}


@pytest.mark.parametrize("streamed", [True, False])
def test_members_are_exchanged_and_added_and_the_others_copied_raw(streamed):
    before = Package(zipped(MEMBERS, streamed=streamed))
    after = Package(before.exchanged({"b/c.xml": b"new " * 99, "new/ä.xml": b"added"}))
    assert after.names == ("a.xml", "b/c.xml", "d.bin", "new/ä.xml")
    assert [before.raw(name) == after.raw(name) for name in before.names] == [True, False, True]
    checked = zipfile.ZipFile(io.BytesIO(after.data))
    assert checked.testzip() is None
    assert checked.read("b/c.xml") == b"new " * 99
    assert checked.read("new/ä.xml") == b"added"
    assert checked.comment == b"kept"


def test_names_are_found_whatever_their_case_and_slashes():
    package = Package(zipped(MEMBERS))
    assert package.find("/B\\C.XML") == "b/c.xml"
    assert package.find("nothing") is None


def test_64_bit_fields_are_read_and_survive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("a.txt", "b.txt"):
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(b"kept")
    wide = _with_wide_directory(out.getvalue())
    assert zipfile.ZipFile(io.BytesIO(wide)).testzip() is None
    package = Package(wide)
    assert package.read("b.txt") == b"kept"
    again = package.exchanged({"a.txt": b"longer than before"})
    checked = zipfile.ZipFile(io.BytesIO(again))
    assert checked.testzip() is None
    assert (checked.read("a.txt"), checked.read("b.txt")) == (b"longer than before", b"kept")


def _with_wide_directory(data):
    """Write sizes and places of a small container as only files over 4 GB must."""
    end = data.rfind(b"PK\x05\x06")
    count, _, start = struct.unpack_from("<HLL", data, end + 10)
    entries, at = [], start
    for _ in range(count):
        packed, plain, names = struct.unpack_from("<LLH", data, at + 20)
        offset = struct.unpack_from("<L", data, at + 42)[0]
        head = data[at : at + 20] + struct.pack("<LLHH", 2**32 - 1, 2**32 - 1, names, 32)
        extra = struct.pack("<HHL", 0xCAFE, 0, 0)[:4] + struct.pack(
            "<HHQQQ", 1, 24, plain, packed, offset
        )
        name = data[at + 46 : at + 46 + names]
        entries.append(head + data[at + 32 : at + 42] + struct.pack("<L", 2**32 - 1) + name + extra)
        at += 46 + names
    directory = b"".join(entries)
    end64 = struct.pack(
        "<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(directory), start
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(directory), 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)
    return data[:start] + directory + end64 + locator + last


def damaged(position, new):
    data = bytearray(zipped(MEMBERS))
    data[position : position + len(new)] = new
    return bytes(data)


START = struct.unpack_from("<L", zipped(MEMBERS), zipped(MEMBERS).rfind(b"PK\x05\x06") + 16)[0]
END = zipped(MEMBERS).rfind(b"PK\x05\x06")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        zipped(MEMBERS) + b"x",
        b"x" + zipped(MEMBERS),
        damaged(START, b"XX"),
        damaged(END + 10, b"\x02"),
        damaged(END + 16, b"\xff\xff"),
        damaged(START + 42, b"\x05"),
        damaged(START + 20, b"\xff\xff"),
        zipped(MEMBERS).replace(b"d.bin", b"a.xml"),
        damaged(END - 20, b"PK\x06\x07" + bytes(16)),
    ],
)
def test_a_container_that_does_not_add_up_is_broken(data):
    with pytest.raises(BrokenZip):
        Package(data)


@pytest.mark.parametrize(
    ("offset", "new"), [(8, b"\x01"), (10, b"\x0e"), (16, b"\x00\x00\x00\x00"), (24, b"\x09")]
)
def test_a_member_that_is_not_what_it_says_is_not_given(offset, new):
    package = Package(damaged(START + offset, new))
    with pytest.raises(BrokenZip, match=r"a\.xml"):
        package.read("a.xml")


def test_too_many_members_are_refused():
    with pytest.raises(BrokenZip, match="too large"):
        Package(zipped(MEMBERS)).exchanged({f"{n}": b"" for n in range(65_535)})


class TestCutAndPaste:
    def test_two_edits_of_one_place_are_noticed(self):
        with pytest.raises(AssertionError):
            splice(b"0123456789", [Splice(2, 5, b""), Splice(4, 6, b"")])

    def test_inserts_go_before_what_replaces_from_their_place(self):
        assert (
            splice(b"0123", [Splice(1, 2, b"x"), Splice(1, 1, b"a"), Splice(1, 1, b"b")])
            == b"0abx23"
        )

    def test_attributes_are_set_added_and_dropped(self):
        assert (
            with_attribute(b"<a b = 'x' c=\"y\"/>", b"b", "1 & <2>\n")
            == b'<a b="1 &amp; &lt;2&gt;&#10;" c="y"/>'
        )
        assert with_attribute(b"<a />", b"b", "1") == b'<a b="1"/>'
        assert with_attribute(b"<a b='1'>", b"b", None) == b"<a>"

    @pytest.mark.parametrize(
        "xml",
        [
            b"<a",
            b"<a></b>",
            b"<!DOCTYPE a><a/>",
            b'<?xml version="1.0" encoding="latin-1"?><a/>',
            "<a/>".encode("utf-16"),
            b"",
        ],
    )
    def test_what_cannot_be_edited_byte_by_byte_is_refused(self, xml):
        with pytest.raises(BadXml):
            parse(xml)

    def test_positions_hold_behind_a_byte_order_mark_and_signs_in_attributes(self):
        xml = "\ufeff<x:a xmlns:x='u'><x:b k='1>2'>é</x:b ><c/></x:a>".encode()
        root = parse(xml)
        first, second = root.children
        assert xml[first.start : first.stop] == "<x:b k='1>2'>é</x:b >".encode()
        assert (first.prefix, first.space, first.name) == (b"x:", "u", "b")
        assert xml[second.start : second.stop] == b"<c/>"
        assert second.empty
