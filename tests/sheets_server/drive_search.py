"""The search terms of Drive's files.list.

Fact: Drive API v3 guide "Search query terms and operators".
"""

import re
from collections.abc import Callable
from typing import Any

from tests.sheets_server.model import Json
from tests.sheets_server.refusals import DriveRefusal

Test = Callable[[Json], bool]
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<sign><=|>=|!=|=|<|>|\(|\))|(?P<word>[A-Za-z]+))""",
    re.DOTALL,
)
_PEOPLE = {"owners": {"owner"}, "writers": {"owner", "writer"}, "readers": None}


def search(text: str) -> Test:
    """A test for search terms.

    Raises:
        Refusal: They are none.
    """
    tokens: list[str] = []
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if not match:
            raise _invalid()
        tokens.append(match["text"] or match["sign"] or match["word"])
        at = match.end()
    if not tokens:
        return lambda _: True
    terms = _Terms(tokens)
    found = terms.either()
    if terms.tokens:
        raise _invalid()
    return found


def _invalid() -> DriveRefusal:
    return DriveRefusal("Invalid Value", code=400, reason="invalid", location="q")


def _plain(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1])


class _Terms:
    """Reads terms from left to right; ``and`` binds tighter than ``or``."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def _next(self) -> str:
        if not self.tokens:
            raise _invalid()
        return self.tokens.pop(0)

    def _is(self, word: str) -> bool:
        return bool(self.tokens) and self.tokens[0].lower() == word

    def either(self) -> Test:
        tests = [self._both()]
        while self._is("or"):
            self._next()
            tests.append(self._both())
        return lambda json: any(test(json) for test in tests)

    def _both(self) -> Test:
        tests = [self._one()]
        while self._is("and"):
            self._next()
            tests.append(self._one())
        return lambda json: all(test(json) for test in tests)

    def _one(self) -> Test:
        token = self._next()
        if token == "(":
            inner = self.either()
            if self._next() != ")":
                raise _invalid()
            return inner
        if token.lower() == "not":
            denied = self._one()
            return lambda json: not denied(json)
        if token[0] in "\"'":
            if self._next().lower() != "in":
                raise _invalid()
            return _listed(_plain(token), self._next())
        return _compared(token, self._next().lower(), self._next())


def _listed(item: str, name: str) -> Test:
    if name == "parents":
        return lambda json: item in json["parents"]
    if name not in _PEOPLE:
        raise _invalid()
    roles = _PEOPLE[name]
    return lambda json: any(
        one.get("emailAddress") == item and (roles is None or one["role"] in roles)
        for one in json["permissions"]
    )


def _compared(field: str, sign: str, token: str) -> Test:
    if token.lower() in {"true", "false"}:
        wanted: Any = token.lower() == "true"
    elif token[0] in "\"'":
        wanted = _plain(token)
    else:
        raise _invalid()
    if sign == "contains":
        return lambda json: str(wanted).casefold() in str(json.get(field, "")).casefold()
    if field.endswith("Time"):
        # Moments are written so that they sort as texts; seconds and a zone may be left out.
        bare = str(wanted).removesuffix("Z")
        return lambda json: _signs(sign, str(json.get(field, ""))[: len(bare)], bare)
    if sign not in {"=", "!="}:
        raise _invalid()
    return lambda json: (json.get(field) == wanted) == (sign == "=")


def _signs(sign: str, one: str, other: str) -> bool:
    return {
        "=": one == other,
        "!=": one != other,
        "<": one < other,
        "<=": one <= other,
        ">": one > other,
        ">=": one >= other,
    }[sign]
