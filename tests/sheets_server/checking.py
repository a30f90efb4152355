"""Whether a request fits Google's own description, and what it then means.

The check follows proto3's JSON mapping: unknown names are refused, numbers may come as text,
enums as their names, null means "not set", snake_case names are taken like camelCase ones.
The wording is that of reproduced answers; see README.md.
"""

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from tests.sheets_server.discovery import Method, camel, document, snake
from tests.sheets_server.refusals import Refusal, bad_fields

_INTEGERS = {"int32": (-(2**31), 2**31 - 1), "uint32": (0, 2**32 - 1), "int64": (-(2**63), 2**63)}


_ONEOFS: Mapping[str, tuple[str, set[str] | None]] = {
    "Request": ("kind", None),
    "ConditionalFormatRule": ("rule", {"booleanRule", "gradientRule"}),
}
"""Fields of which only one may be set, by message; ``None`` means all of its fields."""


def checked(body: Any, schema: str, name: str = "sheets.v4", at: str = "") -> dict[str, Any]:
    """The request as the API understands it: known names only, each value of its type.

    ``at`` is the field that carries the body, as values.update carries it in ``data``.

    Raises:
        Refusal: With one violation for each thing that does not fit.
    """
    wrong: list[tuple[str, str]] = []
    if not isinstance(body, Mapping):
        raise Refusal("Invalid JSON payload received. Root element must be a message.")
    result = _object(body, {"$ref": schema}, at, wrong, name)
    if wrong:
        raise bad_fields(wrong)
    return result


def _object(
    body: Mapping[str, Any], shape: Mapping[str, Any], at: str, wrong: list[Any], name: str
) -> dict[str, Any]:
    if "$ref" in shape:
        shape = document(name)["schemas"][shape["$ref"]]
    fields = shape.get("properties")
    extra = shape.get("additionalProperties")
    result: dict[str, Any] = {}
    for key, value in body.items():
        known = camel(key)
        below = (fields or {}).get(known)
        if below is None and extra is not None:
            known, below = key, extra
        if below is None:
            place = f" at '{at}'" if at else ""
            text = f'Invalid JSON payload received. Unknown name "{key}"{place}: Cannot find field.'
            wrong.append((at, text))
            continue
        if value is None and below.get("type") != "any":
            continue
        path = f"{at}.{snake(known)}" if at else snake(known)
        made = _value(value, below, path, key, at, wrong, name)
        if made != [] or below.get("type") != "array":
            # An empty list is the same as none to protobuf.
            result[known] = made
    oneof, names = _ONEOFS.get(shape.get("id", ""), ("", None))
    rivals = [key for key in result if names is None or key in names] if oneof else []
    if len(rivals) > 1:
        text = f"Invalid value at '{at}' (oneof), oneof field '{oneof}' is already set."
        wrong.append((at, f"{text} Cannot set '{rivals[1]}'"))
    return result


def _value(
    value: Any, shape: Mapping[str, Any], path: str, key: str, at: str, wrong: list[Any], name: str
) -> Any:
    kind = shape.get("type")
    if kind == "array":
        if not isinstance(value, list):
            if shape["items"].get("type") == "any":
                listed = "type.googleapis.com/google.protobuf.ListValue"
                wrong.append((path, f"Invalid value at '{path}' ({listed}), {_shown(value)}"))
                return None
            value = [value]
        if shape["items"].get("type") not in {"any", "array"}:
            value = list(_flat(value))
        return [
            _value(item, shape["items"], f"{path}[{place}]", key, at, wrong, name)
            for place, item in enumerate(value)
        ]
    if isinstance(value, list) and kind != "any":
        place = f" at '{at}'" if at else ""
        text = f'Invalid JSON payload received. Unknown name "{key}"{place}:'
        wrong.append((at, f"{text} Proto field is not repeating, cannot start list."))
        return None
    if "$ref" in shape or kind == "object":
        if not isinstance(value, Mapping):
            wrong.append((path, f"Invalid value at '{path}' ({_type(shape)}), {_shown(value)}"))
            return None
        return _object(value, shape, path, wrong, name)
    try:
        return scalar(value, shape)
    except ValueError:
        wrong.append((path, f"Invalid value at '{path}' ({_type(shape)}), {_shown(value)}"))
        return None


def _flat(items: Any) -> Iterator[Any]:
    """Lists inside a list count as one: gspread-formatting's batches rely on it."""
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item


def scalar(value: Any, shape: Mapping[str, Any]) -> Any:
    """A value as its type.

    Raises:
        ValueError: It is not of that type.
    """
    kind, form = shape.get("type"), shape.get("format")
    if kind == "any":
        return value
    if "enum" in shape:
        names = shape["enum"]
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(names):
            return names[value]
        if value in names:
            return value
        raise ValueError(value)
    if kind == "boolean":
        if isinstance(value, bool):
            return value
        raise ValueError(value)
    if isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004 - one kind of error for every misfit
    if kind == "integer":
        number = float(value) if isinstance(value, int | float) else float(str(value))
        low, high = _INTEGERS.get(form or "int32", _INTEGERS["int32"])
        if not number.is_integer() or not low <= number <= high:
            raise ValueError(value)
        return int(number)
    if kind == "number":
        number = float(value)
        if not math.isfinite(number):
            raise ValueError(value)
        return number
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - the same
    if form in {"int64", "uint64"}:
        return str(int(value))
    return value


def _type(shape: Mapping[str, Any]) -> str:
    if shape.get("$ref") == "Request":
        return "type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request"
    if "enum" in shape or "$ref" in shape:
        return f"type.googleapis.com/google.apps.sheets.v4.{shape.get('$ref', 'Enum')}"
    names = {"boolean": "TYPE_BOOL", "string": "TYPE_STRING", "number": "TYPE_DOUBLE"}
    if shape.get("type") == "integer":
        return f"TYPE_{(shape.get('format') or 'int32').upper()}"
    return names.get(str(shape.get("type")), "TYPE_MESSAGE")


def _shown(value: Any) -> str:
    return json.dumps(value)


def query(method: Method, given: Mapping[str, list[str]]) -> dict[str, Any]:
    """The query parameters as their types; a repeated one is a list.

    Raises:
        Refusal: An unknown parameter, or a value that is not of its type.
    """
    result: dict[str, Any] = {}
    wrong: list[tuple[str, str]] = []
    for key, values in given.items():
        known = key if key in method.parameters else camel(key)
        shape = method.parameters.get(known)
        if shape is None:
            text = f'Invalid JSON payload received. Unknown name "{key}": Cannot bind query'
            tail = f" parameter. Field '{key}' could not be found in request message."
            wrong.append(("", text + tail))
            continue
        try:
            typed = [_from_text(value, shape) for value in values]
        except ValueError:
            name = "".join(part.title() for part in snake(known).split("_"))
            kind = f"type.googleapis.com/google.apps.sheets.v4.{name}"
            kind = kind if "enum" in shape else _type(shape)
            wrong.append(
                (snake(known), f"Invalid value at '{snake(known)}' ({kind}), {_shown(values[0])}")
            )
            continue
        result[known] = typed if shape.get("repeated") else typed[-1]
    if wrong:
        raise bad_fields(wrong)
    return result


def _from_text(value: str, shape: Mapping[str, Any]) -> Any:
    if shape.get("type") == "boolean":
        if value.lower() not in {"true", "false", "1", "0", ""}:
            raise ValueError(value)
        return value.lower() in {"true", "1", ""}
    return scalar(value, shape)
