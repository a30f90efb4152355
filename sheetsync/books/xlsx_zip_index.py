"""The table of contents of a zip container: which member stands where.

Reads the central directory as APPNOTE.TXT 6.3.9 (PKWARE) lays it out, sections 4.3.7 to
4.3.16, 64-bit fields included, and refuses a container whose members do not
fit it exactly.
"""

import struct
from dataclasses import dataclass, replace

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END64, _LOCATOR64 = b"PK\x06\x06", b"PK\x06\x07"
UTF8 = 0x800
FULL32 = 0xFFFFFFFF
_ZIP64_EXTRA = 1


class BrokenZip(ValueError):
    """The bytes are no zip container that can be read with certainty."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the central directory.

    Attributes:
        name: Path inside the container.
        header: The entry's raw bytes in the central directory.
        offset: Where its local header starts.
        span: Where its local record ends: at the next record or the directory.
        crc: CRC-32 of the uncompressed bytes.
        packed: Bytes in the file.
        size: Bytes once unpacked.
        method: Compression method, 0 or 8 in a workbook.
        flags: General purpose bits.
    """

    name: str
    header: bytes
    offset: int
    span: int
    crc: int
    packed: int
    size: int
    method: int
    flags: int


def directory(data: bytes) -> tuple[dict[str, Member], bytes]:
    """Read a container's directory.

    Returns:
        Its members by name, in the directory's order, and the archive's comment.

    Raises:
        BrokenZip: The directory cannot be read or does not fit the file.
    """
    try:
        return _directory(data)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise BrokenZip(str(error)) from error


def _directory(data: bytes) -> tuple[dict[str, Member], bytes]:
    if data[:4] != LOCAL:
        raise BrokenZip("no zip file")
    start, size, count, comment = _end(data)
    found: list[Member] = []
    at = start
    for _ in range(count):
        member, at = _entry(data, at)
        found.append(member)
    if at != start + size or len({member.name for member in found}) != count:
        raise BrokenZip("the directory does not fit its entries")
    offsets = sorted(member.offset for member in found)
    spans = dict(zip(offsets, [*offsets[1:], start], strict=True))
    for member in found:
        if data[member.offset : member.offset + 4] != LOCAL:
            raise BrokenZip(f"{member.name} is not where the directory says")
        if member.offset + 30 + member.packed > spans[member.offset]:
            raise BrokenZip(f"{member.name} overlaps another member")
    return {each.name: replace(each, span=spans[each.offset]) for each in found}, comment


def _end(data: bytes) -> tuple[int, int, int, bytes]:
    """Find the directory: where it starts, its bytes, its entries, the archive's comment."""
    end = data.rfind(END)
    if end < 0:
        raise BrokenZip("the end of the file is missing")
    count, size, start, comment = struct.unpack_from("<HLLH", data, end + 10)
    if data[end - 20 : end - 16] == _LOCATOR64:
        end64 = struct.unpack_from("<Q", data, end - 12)[0]
        if data[end64 : end64 + 4] != _END64:
            raise BrokenZip("the directory is missing")
        count, size, start = struct.unpack_from("<QQQ", data, end64 + 32)
    if start + size > end or end + 22 + comment != len(data):
        raise BrokenZip("the directory does not fit the file")
    return start, size, count, data[end + 22 :]


def _entry(data: bytes, at: int) -> tuple[Member, int]:
    if data[at : at + 4] != CENTRAL:
        raise BrokenZip("the directory is damaged")
    flags, method, _, _, crc, packed, size = struct.unpack_from("<HHHHLLL", data, at + 8)
    names, extras, comments = struct.unpack_from("<HHH", data, at + 28)
    offset = struct.unpack_from("<L", data, at + 42)[0]
    stop = at + 46 + names + extras + comments
    name = data[at + 46 : at + 46 + names]
    wide = _zip64(data[at + 46 + names : at + 46 + names + extras])
    values = [size, packed, offset]
    for index, value in enumerate(values):
        if value == FULL32 and wide:
            values[index] = wide.pop(0)
    text = name.decode("utf-8" if flags & UTF8 else "cp437")
    member = Member(text, data[at:stop], values[2], 0, crc, values[1], values[0], method, flags)
    return member, stop


def _zip64(extra: bytes) -> list[int]:
    """Give the 64-bit numbers of the zip64 extra field (APPNOTE 4.5.3), if there is one."""
    at = 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, at)
        if tag == _ZIP64_EXTRA:
            return list(struct.unpack_from(f"<{length // 8}Q", extra, at + 4))
        at += 4 + length
    return []
