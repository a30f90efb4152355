"""The zip container of a workbook: read members, exchange some, copy the rest raw.

An untouched member is copied as the bytes it has in the file, local header,
compressed data and descriptor, so nothing of it can change. Never recompresses
what it was not asked to exchange and knows nothing of spreadsheets.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from sheetsync.books.xlsx_zip_index import (
    CENTRAL,
    END,
    FULL32,
    LOCAL,
    UTF8,
    BrokenZip,
    Member,
    directory,
)

_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8
_STORED, _DEFLATED = 0, 8
_FULL16 = 0xFFFF
_DOS_EPOCH = 0x21  # 1980-01-01, what Excel itself writes as every member's date

# Level 1 takes a quarter of the time of zlib's default for some 20 % more bytes (measured on
# sheet XML); the next save in Excel compresses anew anyway.
_LEVEL = 1


class Packed(NamedTuple):
    """A part's new content, compressed: large parts need not be held as they are.

    ``crc`` and ``size`` are those of the content.
    """

    crc: int
    size: int
    squeezed: bytes


def pack(content: bytes) -> Packed:
    """Compress a part's new content."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    squeezed = squeeze.compress(content) + squeeze.flush()
    return Packed(zlib.crc32(content), len(content), squeezed)


class Package:
    """A zip container held in memory.

    Args:
        data: The whole file.

    Raises:
        BrokenZip: The directory cannot be read or does not fit the file.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._members, self._comment = directory(data)
        self._folded = {_fold(name): name for name in self._members}

    @property
    def names(self) -> tuple[str, ...]:
        """All members' names in the order of the directory."""
        return tuple(self._members)

    def find(self, name: str) -> str | None:
        """Name the member as the container spells it; OPC part names ignore case."""
        return self._folded.get(_fold(name))

    def member(self, name: str) -> Member:
        """Give the directory's entry of ``name``."""
        return self._members[name]

    def raw(self, name: str) -> bytes:
        """Give the member's whole local record, header and compressed bytes."""
        member = self._members[name]
        return self.data[member.offset : member.span]

    def read(self, name: str) -> bytes:
        """Unpack one member and check it.

        Raises:
            BrokenZip: Encrypted, of another compression, or not what its CRC says.
        """
        member = self._members[name]
        if member.flags & _ENCRYPTED or member.method not in {_STORED, _DEFLATED}:
            raise BrokenZip(f"{name} is encrypted or compressed in an unknown way")
        names, extras = struct.unpack_from("<HH", self.data, member.offset + 26)
        start = member.offset + 30 + names + extras
        packed = self.data[start : start + member.packed]
        try:
            plain = packed if member.method == _STORED else _inflate(packed, member.size)
        except zlib.error as error:
            raise BrokenZip(f"{name}: {error}") from error
        if len(plain) != member.size or zlib.crc32(plain) != member.crc:
            raise BrokenZip(f"{name} is damaged")
        return plain

    def exchanged(self, parts: Mapping[str, bytes | Packed]) -> bytes:
        """Build the container anew with some members exchanged or added.

        Args:
            parts: New content by name. Names that the container does not have
                are added at the end, in the order given.

        Raises:
            BrokenZip: The result would not fit a plain zip (4 GB, 65,535 members).
        """
        body: list[bytes] = []
        offset = 0
        placed: dict[str, int] = {}
        headers: dict[str, bytes] = {}
        for member in sorted(self._members.values(), key=lambda each: each.offset):
            placed[member.name] = offset
            if member.name in parts:
                record, headers[member.name] = _record(member, parts[member.name])
            else:
                record, headers[member.name] = self.raw(member.name), member.header
            body.append(record)
            offset += len(record)
        directory = [_moved(headers[name], placed[name]) for name in self._members]
        for name, content in parts.items():
            if name not in self._members:
                record, header = _record(_fresh(name), content)
                directory.append(_moved(header, offset))
                body.append(record)
                offset += len(record)
        size = sum(map(len, directory))
        if len(directory) >= _FULL16 or offset + size >= FULL32:
            raise BrokenZip("the workbook is too large")
        end = (END, 0, 0, len(directory), len(directory), size, offset, len(self._comment))
        return b"".join((*body, *directory, struct.pack("<4s4H2LH", *end), self._comment))


def _fold(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _inflate(packed: bytes, size: int) -> bytes:
    """Unpack at most one byte more than promised, so that no bomb fills the memory."""
    return zlib.decompressobj(-15).decompress(packed, size + 1)


def _moved(header: bytes, offset: int) -> bytes:
    """Point a directory entry at the member's new place.

    A 64-bit offset is the last number of the zip64 field; a place below 4 GB is
    written in the plain field, and the wide one, then unread, stays as it is.
    """
    return header[:42] + struct.pack("<L", offset) + header[46:]


def _fresh(name: str) -> Member:
    """Make the entry of a member that the container does not have yet."""
    raw = name.encode()
    fixed = (CENTRAL, 20, 20, UTF8, 0, 0, _DOS_EPOCH, 0, 0, 0, len(raw), 0, 0, 0, 0, 0, 0)
    return Member(name, struct.pack("<4s6H3L5H2L", *fixed) + raw, 0, 0, 0, 0, 0, 0, UTF8)


def _record(member: Member, content: bytes | Packed) -> tuple[bytes, bytes]:
    """Put new content into a member's local record and directory entry.

    Date, flags and attributes stay; extra fields go, since they may hold the old sizes.
    """
    crc, size, squeezed = content if isinstance(content, Packed) else pack(content)
    old = member.header
    names, _, comments = struct.unpack_from("<HHH", old, 28)
    name, comment = old[46 : 46 + names], old[len(old) - comments :] if comments else b""
    flags = member.flags & ~_DESCRIPTOR
    stamp = old[12:16]
    sizes = struct.pack("<LLL", crc, len(squeezed), size)
    common = struct.pack("<HHH", 20, flags, _DEFLATED) + stamp + sizes
    local = LOCAL + common + struct.pack("<HH", names, 0) + name + squeezed
    lengths = struct.pack("<HHH", names, 0, comments)
    central = CENTRAL + old[4:6] + common + lengths + old[34:46] + name + comment
    return local, central
