"""Is a reachable path valid for its channel (R14)?"""

import re
from functools import lru_cache
from urllib.parse import urlsplit

# The everyday form, decided without the library; everything else goes to email-validator.
_PLAIN_MAIL = re.compile(
    r"[a-z0-9_%+-]+(?:\.[a-z0-9_%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}",
    re.IGNORECASE,
)
_PHONE_SHAPE = re.compile(r"\+?[\d\s()./-]+(?:\s*(?:ext\.?|x)\s*\d{1,6})?", re.IGNORECASE)


def path_trouble(channel: str, path: str, country: str) -> str:
    """Say why a path cannot be reached through its channel, ``""`` if it can.

    Args:
        channel: email, phone, linkedin, form or other (which takes any path).
        path: What the person typed.
        country: Two letters whose dialling rules a number without ``+`` follows;
            ``""`` for none.
    """
    text = path.strip()
    if channel == "email":
        return _mail_trouble(text.removeprefix("mailto:"))
    if channel == "phone":
        return _phone_trouble(text.removeprefix("tel:"), country)
    if channel == "linkedin":
        host = _host(text)
        if host == "linkedin.com" or host.endswith(".linkedin.com"):
            return ""
        return (
            f"“{_short(text)}” is not a LinkedIn address such as https://www.linkedin.com/in/name."
        )
    if channel == "form":
        return "" if "." in _host(text) else f"“{_short(text)}” is not the address of a web page."
    return ""


def _mail_trouble(text: str) -> str:
    if (
        _PLAIN_MAIL.fullmatch(text)
        and len(text) <= 254
        and len(text.split("@", maxsplit=1)[0]) <= 64
    ):
        return ""
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return f"“{_short(text)}” is not a well-formed e-mail address."
    return ""


@lru_cache(maxsize=65_536)
def _phone_trouble(text: str, country: str) -> str:
    trouble = f"“{_short(text)}” is not a number that can be dialled; write it like +49 30 1234567."
    if not _PHONE_SHAPE.fullmatch(text):
        return trouble
    if not text.startswith("+") and not country:
        digits = sum(letter.isdecimal() for letter in text)
        return "" if 7 <= digits <= 15 else trouble  # ITU-T E.164: 15 digits at most
    import phonenumbers

    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return trouble
    return "" if phonenumbers.is_possible_number(number) else trouble


def _host(text: str) -> str:
    """The host of a web address, with or without its scheme; ``""`` if it is none."""
    if " " in text or "@" in text.split("/", maxsplit=1)[0]:
        return ""
    try:
        parts = urlsplit(text if "://" in text else f"//{text}", scheme="https")
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.casefold() if parts.scheme in ("http", "https") else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
