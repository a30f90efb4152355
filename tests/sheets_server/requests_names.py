"""Requests on named ranges and protected ranges."""

import re

from tests.sheets_server import a1, fields, native_tables
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Sheet
from tests.sheets_server.refusals import PROTECTED, Refusal

_NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_.]{0,249}$")
_CELL = re.compile(r"^([A-Za-z]{1,3}[0-9]+|R[0-9]*C[0-9]*|true|false)$", re.IGNORECASE)
"""Editors Help, "Name a range of cells": what a name may not look like."""


def _checked(call: Call, name: str, own: str | None = None) -> str:
    if not _NAME.match(name) or _CELL.match(name):
        raise Refusal(f"The name '{name}' is not valid for a named range.")
    for key, known in call.book.names.items():
        if known["name"].casefold() == name.casefold() and key != own:
            raise Refusal(
                f"Cannot add named range with name {name}, a named range with that name already"
                " exists."
            )
    return name


def tidy(call: Call, given: Json) -> Json:
    """A range as it comes back: only what was given, without the id 0."""
    area = a1.from_grid_range(call.book, given)
    assert area
    return {key: one for key, one in given.items() if key != "sheetId" or one}


def add_name(call: Call, body: Json) -> Json:
    """addNamedRange."""
    given = body.get("namedRange") or {}
    key = given.get("namedRangeId") or str(call.random.randrange(10**8, 2**31))
    if key in call.book.names:
        raise Refusal(f"A named range with the id {key} already exists.")
    if "range" not in given:
        raise Refusal("The range of the named range must be set.")
    name = _checked(call, given.get("name", ""))
    named = {"namedRangeId": key, "name": name, "range": tidy(call, given["range"])}
    call.book.names[key] = named
    return {"namedRange": named}


def update_name(call: Call, body: Json) -> None:
    """updateNamedRange."""
    mask = fields.required(body)
    fields.known(mask, "NamedRange")
    given = dict(body.get("namedRange") or {})
    key = given.get("namedRangeId", "")
    if key not in call.book.names:
        raise Refusal(f"No named range with id: {key}")
    if "name" in mask or "*" in mask:
        _checked(call, given.get("name", ""), key)
    if "range" in given:
        given["range"] = tidy(call, given["range"])
    rest = {name: below for name, below in mask.items() if name != "namedRangeId"}
    call.book.names[key] = {
        **fields.merged(call.book.names[key], given, rest),
        "namedRangeId": key,
    }


def delete_name(call: Call, body: Json) -> None:
    """deleteNamedRange."""
    if body.get("namedRangeId") not in call.book.names:
        raise Refusal(f"No named range with id: {body.get('namedRangeId', '')}")
    del call.book.names[body["namedRangeId"]]


def _protected(call: Call) -> list[tuple[Sheet, Json]]:
    return [(s, one) for s in call.book.sheets for one in s.objects.get("protectedRanges", [])]


def add_protection(call: Call, body: Json) -> Json:
    """addProtectedRange: whoever asks may always edit (ProtectedRange.editors)."""
    given = dict(body.get("protectedRange") or {})

    taken = {one["protectedRangeId"] for _, one in _protected(call)}
    number = given.get("protectedRangeId") or call.new_id(taken)
    if number in taken:
        raise Refusal(f"A protected range with the id {number} already exists.")
    if len(given.keys() & {"namedRangeId", "range", "tableId"}) != 1:
        raise Refusal("Exactly one of range, namedRangeId and tableId must be set.")
    if "tableId" in given:
        given["range"] = native_tables.by_id(call, given["tableId"])[1]["range"]
    if "namedRangeId" in given:
        named = call.book.names.get(given["namedRangeId"])
        if named is None:
            raise Refusal(f"No named range with id: {given['namedRangeId']}")
        given["range"] = named["range"]
    item: Json = {"protectedRangeId": number, "range": tidy(call, given["range"])}
    for name in ("namedRangeId", "tableId", "description", "warningOnly", "unprotectedRanges"):
        if given.get(name):
            item[name] = given[name]
    if given.get("warningOnly") and given.get("editors"):
        raise Refusal("ProtectedRange is warningOnly. Editors cannot be set on it.")
    if not given.get("warningOnly"):
        editors = dict(given.get("editors") or {})
        users = list(editors.get("users") or [])
        editors["users"] = users if call.account in users else [*users, call.account]
        item["editors"] = editors
    sheet = call.sheet(item["range"].get("sheetId", 0))
    sheet.objects.setdefault("protectedRanges", []).append(item)
    return {"protectedRange": item | {"requestingUserCanEdit": True}}


def _protection(call: Call, number: int) -> tuple[Sheet, Json]:
    for sheet, item in _protected(call):
        if item["protectedRangeId"] == number:
            if not call.may_edit(item):
                raise Refusal(PROTECTED)
            return sheet, item
    raise Refusal(f"No protected range with id: {number}")


def update_protection(call: Call, body: Json) -> None:
    """updateProtectedRange."""
    mask = fields.required(body)
    fields.known(mask, "ProtectedRange")
    given = dict(body.get("protectedRange") or {})
    sheet, old = _protection(call, given.get("protectedRangeId", 0))
    if "range" in given:
        given["range"] = tidy(call, given["range"])
    rest = {name: below for name, below in mask.items() if name != "protectedRangeId"}
    new = {**fields.merged(old, given, rest), "protectedRangeId": old["protectedRangeId"]}
    sheet.objects["protectedRanges"].remove(old)
    home = call.sheet(new["range"].get("sheetId", 0))
    home.objects.setdefault("protectedRanges", []).append(new)


def delete_protection(call: Call, body: Json) -> None:
    """deleteProtectedRange."""
    sheet, item = _protection(call, body.get("protectedRangeId", 0))
    sheet.objects["protectedRanges"].remove(item)


HANDLERS = {
    "addNamedRange": add_name,
    "updateNamedRange": update_name,
    "deleteNamedRange": delete_name,
    "addProtectedRange": add_protection,
    "updateProtectedRange": update_protection,
    "deleteProtectedRange": delete_protection,
}
