"""Read a list that is a text file: its encoding, its delimiter, its records."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sheetsync.errors import UsageError

NOT_DONE = "Nothing was imported."
SAVE_AGAIN = (
    "Open it in the program that it comes from, save it as CSV UTF-8 or as .xlsx, and import that."
)

MARKUP = re.compile(r'\s*(?:<[!?a-zA-Z]|[\[{]\s*[{"])')
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_NO_DELIMITER = "\x1f"
_DELIMITERS = (_NO_DELIMITER, ",", ";", "\t", "|")
_LARGEST_FIELD = 2**31 - 1  # csv keeps the limit in a C long, which has 32 bits on Windows


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """Read the bytes of a file as text; gives the text and the name of its encoding.

    Raises:
        UsageError: They are no text.
    """
    sample = data[:4096]
    even, odd = (sample[start::2].count(0) * 2 / max(1, len(sample)) for start in (0, 1))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data.startswith(b"\xef\xbb\xbf"):
        encodings = ["utf-8-sig"]
    elif max(even, odd) > 0.4 and min(even, odd) < 0.05:
        # UTF-16 without its mark is valid UTF-8 too; in Latin text every other byte is zero.
        encodings = ["utf-16-le" if odd > even else "utf-16-be"]
    else:
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text)) * 20 > len(text):
            break
        return text, encoding.removesuffix("-le").removesuffix("-be")
    raise no_list(path, "its characters cannot be read as text")


def split_records(text: str, path: Path) -> list[list[str]]:
    """Split the text at the delimiter that gives the most even rows.

    Every record counts, blank ones too, so that the index is the row number.
    """
    hint = re.match(r"sep=(.)\r?\n", text)  # Excel's own first line, hidden when it opens the file
    if hint:
        text = text[hint.end() :]
    best: list[list[str]] = []
    best_score = (False, 0.0)
    torn = 0
    for delimiter in (hint[1],) if hint else _DELIMITERS:
        if delimiter not in text and delimiter != _NO_DELIMITER:
            continue
        rows, torn_at = _parse(text, delimiter)
        score = _evenness(rows)
        if torn_at and not score[0]:
            torn = torn or torn_at
        elif not best or score > best_score:
            best, best_score = rows, score
    if torn and not best_score[1]:
        raise UsageError(
            f"{path} has a quotation mark near line {torn} that is opened and never closed.",
            not_done=NOT_DONE,
            next_step=SAVE_AGAIN,
        )
    return [[], *best] if hint else best


def _parse(text: str, delimiter: str) -> tuple[list[list[str]], int]:
    """Split at one delimiter; where quotation marks do not pair up they are ordinary text.

    Returns:
        The records, and the line where a record's quotation marks first failed (0: nowhere).
    """
    before = csv.field_size_limit(_LARGEST_FIELD)
    rows: list[list[str]] = []
    line = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for row in reader:
            rows.append(row)
            line = reader.line_num
    except csv.Error:
        lines = io.StringIO(text, newline="")
        return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)), line + 1
    finally:
        csv.field_size_limit(before)
    return rows, 0


def _evenness(rows: Iterable[list[str]]) -> tuple[bool, float]:
    """Score a split: even from its first row on, then share of even rows² times its delimiters.

    The square lets twelve columns that are ragged in a third of the rows win over a
    stray semicolon in each description, and lose against two columns that never are.
    """
    widths = [len(row) for row in rows if any(row)]
    if not widths:
        return False, 0.0
    width, count = Counter(widths).most_common(1)[0]
    share = count / len(widths)
    return widths[0] == width > 1 and share >= 0.9, share**2 * (width - 1)


def no_list(path: Path, why: str) -> UsageError:
    """The error of a file that cannot be read as a list."""
    return UsageError(f"{path} is not a list: {why}.", not_done=NOT_DONE, next_step=SAVE_AGAIN)
