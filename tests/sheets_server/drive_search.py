"""The search terms of Drive's files.list.

Fact: Drive API v3 guide "Search query terms and operators"; terms joined by ``and`` only.
"""

import re
from collections.abc import Callable
from typing import Any

from tests.sheets_server.model import Json
from tests.sheets_server.refusals import DriveRefusal

_CLAUSE = re.compile(
    r"""\s*(?:(?P<field>\w+)\s*(?P<op>=|!=|contains)\s*(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|true|false)
    |(?P<item>'[^']*'|"[^"]*")\s+in\s+(?P<list>parents))\s*(?:and|$)""",
    re.VERBOSE | re.IGNORECASE,
)


def search(text: str) -> Callable[[Json], bool]:
    """A test for the search terms that this server knows, joined by ``and``.

    Raises:
        Refusal: Anything else.
    """
    tests: list[Callable[[Json], bool]] = []
    at = 0
    while at < len(text.rstrip()):
        match = _CLAUSE.match(text, at)
        if not match:
            raise DriveRefusal("Invalid Value", code=400, reason="invalid", location="q")
        at = match.end()
        if match["item"]:
            tests.append(lambda json, item=match["item"][1:-1]: item in json["parents"])  # type: ignore[misc] # bound on purpose
            continue
        value: Any = match["value"]
        value = (
            value.lower() == "true"
            if value[0] not in "\"'"
            else re.sub(r"\\(.)", r"\1", value[1:-1])
        )
        tests.append(_clause(match["field"], match["op"].lower(), value))
    return lambda json: all(test(json) for test in tests)


def _clause(field: str, sign: str, value: Any) -> Callable[[Json], bool]:
    if sign == "contains":
        return lambda json: str(value).casefold() in str(json.get(field, "")).casefold()
    if sign == "!=":
        return lambda json: json.get(field) != value
    return lambda json: bool(json.get(field) == value)
