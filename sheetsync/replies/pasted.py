"""Take pasted mail apart: its headers, if they were pasted along, and its text.

Knows what a header is, and nothing of what the text means.
"""

import re
from dataclasses import dataclass
from email import message_from_string
from email.errors import MessageError
from email.message import Message

from sheetsync.replies.wording import level, visible

_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:(?: |\t|$)")
_KNOWN = frozenset(
    "from to cc bcc subject date sent reply-to return-path received message-id in-reply-to references "
    "auto-submitted content-type content-transfer-encoding mime-version delivered-to x-original-to "
    "precedence x-autoreply x-autorespond x-failed-recipients sender thread-topic importance "
    "envelope-to delivery-date authentication-results received-spf dkim-signature x-mailer "
    "x-auto-response-suppress list-unsubscribe thread-index arc-seal x-received".split()
)
# What mail programs print above a message that a person copies from the screen.
_SHOWN = re.compile(
    r"[*_\s]{0,3}(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|von|gesendet|datum|an|kopie|betreff|"
    r"antwort an|de|envoye|le|a|objet|date|pour|enviado(?: el)?|fecha|para|asunto|da|inviato|data|oggetto|"
    r"van|verzonden|aan|onderwerp|enviada(?: em)?|assunto|fran|skickat|till|amne|fra|sendt|til|emne)[*_]{0,2}\s?:[*_]{0,2}(?:\s|$)"
)
_SUBJECT = re.compile(
    r"[*_\s]{0,3}(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto)[*_]{0,2}\s?:[*_]{0,2}\s*(.*)",
    re.IGNORECASE,
)
_MOST_HEADER_LINES = 400
_MOST_PARTS = 30
_LONGEST_LINE = 998
"""Characters of one line, RFC 5322 section 2.1.1; also what keeps a search in a line short."""

_TAGS = re.compile(
    r"<(?:style|script)\b[^>]{0,200}>.{0,20000}?</(?:style|script)>|<br[^>]{0,50}>|</p>|<[^>]{0,500}>",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """Mail as it was pasted.

    Attributes:
        text: The visible text below the headers; of a message in parts, its plain text.
        subject: The subject, "" when none was pasted.
        message: The parsed message when real headers were pasted, else ``None``.
        report: The lower-case text of a delivery report's machine part, "" when none.
    """

    text: str
    subject: str
    message: Message | None
    report: str = ""


def is_shown_header(line: str) -> bool:
    """Is it a line such as "From: Ann" that a mail program prints above a message?"""
    return _SHOWN.match(level(line[:120])) is not None


def take_apart(raw: str) -> Pasted:
    """Separate headers from text; text without headers is all text."""
    text = visible(raw).strip("\n")
    lines = text.split("\n")
    if lines and lines[0].startswith("From ") and len(lines) > 1 and _HEADER.match(lines[1]):
        del lines[0]
    count = _header_lines(lines)
    if count:
        return _parsed(lines, count)
    shown = _shown_lines(lines)
    subject = next((match[1] for line in lines[:shown] if (match := _SUBJECT.match(line))), "")
    return Pasted("\n".join(lines[shown:]).strip("\n"), subject.strip(), None)


def _header_lines(lines: list[str]) -> int:
    """Count the lines of an RFC 5322 header: two known names at least, ended by a blank line."""
    known = 0
    for place, line in enumerate(lines[:_MOST_HEADER_LINES]):
        if not line.strip():
            return place if known > 1 else 0
        if line[0] in " \t" and place:
            continue
        if _HEADER.match(line):
            known += line.split(":", 1)[0].lower() in _KNOWN
        elif known < 3:
            return 0
    return 0


def _shown_lines(lines: list[str]) -> int:
    """Count the lines of a header copied from the screen; a lone subject line is one too."""
    count = 0
    for line in lines[:12]:
        if not is_shown_header(line):
            break
        count += 1
    if count == 1 and not _SUBJECT.match(lines[0]):
        return 0
    return count


def _parsed(lines: list[str], count: int) -> Pasted:
    short = "\n".join(line[:_LONGEST_LINE] for line in lines)
    body = "\n".join(lines[count:]).strip("\n")
    if short.count("boundary=") > _MOST_PARTS:
        short = "\n".join(line[:_LONGEST_LINE] for line in lines[:count])
    try:
        message = message_from_string(short)
        subject = _decoded(message["Subject"])
        plain, report = _parts(message)
    except (MessageError, ValueError, LookupError, TypeError, RecursionError):
        return Pasted(body, "", None)
    return Pasted(visible(plain).strip("\n") or body, visible(subject), message, report)


def _decoded(value: object) -> str:
    from email.header import decode_header, make_header

    if value is None:
        return ""
    try:
        return str(make_header(decode_header(str(value))))
    except (MessageError, ValueError, LookupError):
        return str(value)


def _parts(message: Message) -> tuple[str, str]:
    """Read the first plain text, else the first HTML without its tags, and the report's fields."""
    plain = html = ""
    report: list[str] = []
    for place, part in enumerate(message.walk()):
        kind = part.get_content_type()
        if place > _MOST_PARTS or kind == "message/rfc822":
            break
        if kind == "message/delivery-status":
            report.append(part.as_string().lower())
        elif kind == "text/plain" and not plain:
            plain = _content(part)
        elif kind == "text/html" and not html:
            html = _TAGS.sub("\n", _content(part))
    return plain or html, "\n".join(report)


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    raw = part.get_payload()
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if isinstance(raw, str) and encoding not in {"base64", "quoted-printable"}:
        return raw
    try:
        return payload.decode(part.get_content_charset("utf-8"), errors="replace")
    except LookupError:
        return payload.decode("utf-8", errors="replace")
