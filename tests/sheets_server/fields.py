"""Field masks: which parts of an answer are wanted, which parts of a cell are written.

Grammar: paths joined by commas, steps joined by ``.`` or ``/``, groups in brackets, ``*``
for everything (Google Cloud APIs, "Partial responses"; Sheets API guide "Field masks").
"""

from collections.abc import Mapping
from typing import Any

from tests.sheets_server import discovery
from tests.sheets_server.refusals import Refusal, bad_fields

Mask = dict[str, "Mask"]
"""What is named, by step; an empty mapping below a step means all of it."""

_STEPS = "./"


def parse(text: str) -> Mask:
    """Read a mask.

    Raises:
        Refusal: The brackets do not match, or a step is missing.
    """
    mask: Mask = {}
    end = _group(text, 0, mask)
    if end != len(text):
        raise Refusal(f"Invalid field mask: {text}")
    return mask


def _group(text: str, at: int, into: Mask) -> int:
    while True:
        node, start = into, at
        while True:
            begin = at
            while at < len(text) and text[at] not in ",()" + _STEPS:
                at += 1
            step = text[begin:at].strip()
            if not step:
                raise Refusal(f"Invalid field mask: {text[start:] or text}")
            node = node.setdefault(step, {})
            if at < len(text) and text[at] in _STEPS:
                at += 1
                continue
            break
        if at < len(text) and text[at] == "(":
            at = _group(text, at + 1, node)
            if at >= len(text) or text[at] != ")":
                raise Refusal(f"Invalid field mask: {text}")
            at += 1
        if at < len(text) and text[at] == ",":
            at += 1
            continue
        return at


def names(mask: Mask, *path: str) -> bool:
    """Whether a mask asks for what lies at the end of a path."""
    for step in path:
        if not mask or "*" in mask:
            return True
        below = next((rest for name, rest in mask.items() if discovery.camel(name) == step), None)
        if below is None:
            return False
        mask = below
    return True


def check(mask: Mask, schema: str) -> None:
    """Refuse a mask that names what the answer does not have.

    Raises:
        Refusal: With one violation for each unknown path.
    """
    unknown = list(_unknown(mask, {"$ref": schema}, ""))
    if unknown:
        text = "Error expanding 'fields' parameter. Cannot find matching fields for path '{}'."
        raise bad_fields(
            [(path, text.format(path)) for path in unknown],
            "Request contains an invalid argument.",
        )


def _unknown(mask: Mask, shape: Mapping[str, Any], prefix: str) -> list[str]:
    found: list[str] = []
    while shape.get("type") == "array":
        shape = shape["items"]
    properties = discovery.properties(shape)
    for step, rest in mask.items():
        path = f"{prefix}{step}"
        if step == "*":
            continue
        name = discovery.camel(step)
        if properties is not None and name not in properties:
            found.append(path)
        elif rest:
            below = (properties or {}).get(name) or shape.get("additionalProperties") or {}
            found += _unknown(rest, below, f"{path}.")
    return found


def select(json: Any, mask: Mask) -> Any:
    """Keep only what a mask names; an answer without it keeps its empty objects."""
    return _selected(json, normal(mask))


def _selected(json: Any, mask: Mask) -> Any:
    if not json or not mask or "*" in mask:
        return json
    if isinstance(json, list):
        return [_selected(item, mask) for item in json]
    if not isinstance(json, dict):
        return json
    # A message of which nothing is named stays as an empty one (recorded: gspread,
    # WorksheetTest.test_update_tab_color).
    return {name: _selected(one, mask[name]) for name, one in json.items() if name in mask}


def required(body: Mapping[str, Any]) -> Mask:
    """The mask of an update request, which must not be empty.

    Raises:
        Refusal: No field is listed.
    """
    text = body.get("fields") or ""
    if not text.strip():
        raise Refusal(
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
        )
    return normal(parse(text))


def normal(mask: Mask) -> Mask:
    """The same mask with the names that JSON uses."""
    return {discovery.camel(step): normal(rest) for step, rest in mask.items()}


def known(mask: Mask, schema: str, prefix: str = "") -> None:
    """Refuse an update mask that names a field which the message does not have.

    Raises:
        Refusal: Naming the first such field.
    """
    unknown = _unknown(mask, {"$ref": schema}, prefix)
    if unknown:
        raise Refusal(f"Invalid field: {unknown[0]}")


def merged(old: Mapping[str, Any], new: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    """An object after an update: what the mask names is taken over, or cleared if not given."""
    if not mask or "*" in mask:
        return dict(new)
    result = dict(old)
    for name, rest in mask.items():
        if rest and "*" not in rest and isinstance(new.get(name) or old.get(name), Mapping):
            below = merged(old.get(name) or {}, new.get(name) or {}, rest)
            if below:
                result[name] = below
            else:
                result.pop(name, None)
        elif name in new:
            result[name] = new[name]
        else:
            result.pop(name, None)
    return result
