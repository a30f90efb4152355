"""Keep what the sender wrote just now; drop quoted history, forwards and signatures.

A dropped word can hide a request to stop, a kept one can only hold a sequence that
a person then releases: so when nothing would be left, everything counts.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sheetsync.replies.pasted import is_shown_header, take_apart
from sheetsync.replies.wording import level

if TYPE_CHECKING:
    from mailparser_reply.parser import EmailReplyParser

_LANGUAGES = "en de fr es it nl pl sv da cs ja ko zh".split()
_WINDOW_BEFORE, _WINDOW_AFTER, _MOST_WINDOWS = 2, 4, 12
_CLIP = 240
"""Characters of a line that the library sees: its patterns take cubic time in a line's length."""

_SEPARATOR = re.compile(
    r"[-_*=>\s]{0,60}(?:original message|forwarded message|begin forwarded message|ursprungliche nachricht|originalnachricht|"
    r"weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|message d'origine|message original|"
    r"message transfere|debut du message (?:transfere|reexpedie)|mensaje original|mensaje reenviado|messaggio originale|"
    r"messaggio inoltrato|inizio messaggio inoltrato|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|"
    r"mensagem original|mensagem encaminhada|vidarebefordrat meddelande)\s{0,5}[-_*=:]{0,60}\s*$"
    r"|.{0,40}(?:this is a copy of (?:the|your) (?:original )?message|copy of the message, including|original message headers:|"
    r"below this line is a copy|below this line is the original|the headers? of the original message|message headers follow|"
    r"original message follows|a copy of the original message|included is a copy of the message|original message attached)"
)
_WROTE = (
    "wrote",
    "schrieb",
    "a ecrit",
    "ecrit :",
    "escribio",
    "ha scritto",
    "schreef",
    "escreveu",
    "skrev",
    "napisal",
    "geschreven",
    "написал",
)
_SENDER = re.compile(r"[>*\s]{0,6}(?:from|von|de|da|van|fran|fra|od)[*_]{0,2}\s?:")
_RULE = re.compile(r"\s*[-_=]{5,}\s*$")
_MOBILE = re.compile(
    r"(?:sent from|sent via|sent with|get outlook for|gesendet (?:von|mit)|von meinem \w+ gesendet|envoye (?:de|depuis) mon|"
    r"obtenez outlook|enviado desde|obtener outlook|inviato da|ottieni outlook|verzonden vanaf|verstuurd vanaf|enviado do meu|"
    r"skickat fran|sendt fra)\b.{0,80}$"
)
_SIGN_OFF = frozenset(
    "regards|best regards|kind regards|warm regards|kindest regards|many regards|best|all the best|cheers|thanks|many thanks|"
    "thank you|thanks and regards|thanks and best regards|thx|sincerely|yours sincerely|yours faithfully|yours truly|yours|warmly|best wishes|br|kr|"
    "rgds|with kind regards|with best regards|respectfully|cordially|take care|talk soon|ciao|"
    "mit freundlichen grussen|mit freundlichem gruss|mit besten grussen|freundliche grusse|freundlicher gruss|viele grusse|"
    "beste grusse|liebe grusse|schone grusse|grusse|gruss|mfg|vg|lg|herzliche grusse|mit freundlichen grussen / best regards|"
    "cordialement|bien cordialement|bien a vous|salutations|salutations distinguees|meilleures salutations|sinceres salutations|"
    "cdlt|bonne journee|saludos|un saludo|saludos cordiales|un cordial saludo|atentamente|cordialmente|cordiali saluti|"
    "distinti saluti|saluti|un saluto|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|"
    "groeten|groet|groetjes|mvg|hartelijke groet|atenciosamente|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|"
    "abracos|abs|att|med vanliga halsningar|mvh|venlig hilsen|med venlig hilsen|pozdrawiam|z powazaniem".split(
        "|"
    )
)
_AFTERTHOUGHT = re.compile(r"\s*p\.?\s?s\b", re.IGNORECASE)
_LONGEST_SIGNATURE = 15


@dataclass(frozen=True, slots=True)
class Parts:
    """One message, taken apart.

    Attributes:
        words: What the sender wrote, without history and signature; never blank unless
            the whole text is.
        signature: The lines after the sign-off, "" when there are none.
    """

    words: str
    signature: str


def own_words(text: str) -> str:
    """Keep the sender's new text; the whole text when nothing else would be left."""
    return parts(take_apart(text).text).words


def parts(text: str) -> Parts:
    """Separate the sender's words from history and signature.

    Args:
        text: Visible text below the headers, from ``take_apart``.
    """
    lines = text.split("\n")
    kept = _without_history(lines)
    words, signature = _without_signature(kept)
    written = "\n".join(words).strip()
    return Parts(written, "\n".join(signature).strip()) if written else Parts(text.strip(), "")


def _without_history(lines: list[str]) -> list[str]:
    folded = [level(line[:_CLIP]) for line in lines]
    introduced = _library_cuts(lines, folded)
    kept: list[str] = []
    at = 0
    while at < len(lines):
        if _quoted(lines[at]):
            at += 1
        elif at in introduced or _begins_history(folded, at):
            below = _answer_below(lines, at)
            if below is None:
                break
            at = below
        else:
            kept.append(lines[at])
            at += 1
    while kept and (not kept[-1].strip() or _RULE.match(kept[-1])):
        kept.pop()
    return kept


def _quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _begins_history(folded: list[str], at: int) -> bool:
    line = folded[at]
    if _SEPARATOR.match(line):
        return True
    if _SENDER.match(line):
        below = [other.lstrip("> ") for other in folded[at + 1 : at + 6]]
        return sum(map(is_shown_header, below)) >= 1 and is_shown_header(below[0])
    return _attribution_lines(folded, at) > 0


def _attribution_lines(folded: list[str], at: int) -> int:
    """Count the lines of "On 3 May, Ann <ann@…> wrote:" beginning here; 0 for none."""
    if not folded[at].strip():
        return 0
    joined = ""
    for count in range(1, 4):
        piece = folded[at + count - 1 : at + count]
        if not piece or not piece[0].strip():
            return 0
        joined += " " + piece[0].lstrip("> ").rstrip()
        if joined.endswith((":", ": >")):
            told = any(verb in joined for verb in _WROTE)
            dated = any(char.isdigit() for char in joined) or "@" in joined
            return count if told and dated else 0
        if count == 1 and len(joined) < 12:
            return 0
    return 0


def _answer_below(lines: list[str], cut: int) -> int | None:
    """Find the ">" lines that an introduction belongs to; None when all below it is history."""
    for at in range(cut + 1, min(cut + 4, len(lines))):
        if _quoted(lines[at]):
            return at
    return None


@cache
def _parser() -> "EmailReplyParser":
    from mailparser_reply.parser import EmailReplyParser

    return EmailReplyParser(languages=list(_LANGUAGES))


def _library_cuts(lines: list[str], folded: list[str]) -> frozenset[int]:
    """Ask the library about each line that could introduce a quotation."""
    places = [
        at
        for at, line in enumerate(folded)
        if line.rstrip().endswith((":", "：")) and not _quoted(line)
    ]
    found = (_library_cut(lines, at) for at in places[:_MOST_WINDOWS])
    return frozenset(at for at in found if at is not None)


def _library_cut(lines: list[str], at: int) -> int | None:
    first = max(0, at - _WINDOW_BEFORE)
    window = [line[:_CLIP].strip() for line in lines[first : at + _WINDOW_AFTER]]
    replies = _parser().read("\n".join(window)).replies
    header = next((reply.headers for reply in replies if reply.headers), "")
    opening = header.strip().split("\n", 1)[0].strip()
    if not opening or not (any(map(str.isdigit, header)) or "@" in header):
        return None
    return next(
        (first + place for place, line in enumerate(window) if line.startswith(opening)), None
    )


def _without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    for at, line in enumerate(lines):
        if line.rstrip() in {"--", "—", "-- "} or _MOBILE.match(level(line[:120]).strip()):
            return _split_at(lines, at, at)
    last = max(0, len(lines) - _LONGEST_SIGNATURE)
    for at in range(last, len(lines)):
        if _signs_off(lines[at]) and any(map(str.strip, lines[:at])):
            return _split_at(lines, at, at + 1)
    return lines, []


def _split_at(lines: list[str], at: int, below: int) -> tuple[list[str], list[str]]:
    """Keep an afterthought ("PS: …") that stands below the signature."""
    tail = lines[below:]
    for place, line in enumerate(tail):
        if _AFTERTHOUGHT.match(line):
            return [*lines[:at], *tail[place:]], tail[:place]
    return lines[:at], tail


def _signs_off(line: str) -> bool:
    """Is the line a sign-off alone, or one with a name: "Kind regards, Ann Lee"?"""
    if len(line) > 80:
        return False
    folded = level(line).replace("ß", "ss").replace("ue", "u").strip(" ,.!*_-")
    if folded in _SIGN_OFF:
        return True
    greeting, comma, name = line.partition(",")
    folded = level(greeting).replace("ß", "ss").replace("ue", "u").strip(" *_-")
    names = name.split()
    return (
        bool(comma)
        and folded in _SIGN_OFF
        and 0 < len(names) <= 3
        and all(word[:1].isupper() and word[1:].islower() for word in names)
    )
