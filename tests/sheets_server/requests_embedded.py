"""What lies over the grid: where charts and slicers are, their borders, and taking them away.

Facts: discovery document, EmbeddedObjectPosition and OverlayPosition. Seen by other projects
(README.md): a sheet that is made for a chart is of type OBJECT, has no grid properties and is
called Chart1, Chart2 and so on; the wording of refusals.
"""

from tests.sheets_server import fields, formats
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Sheet
from tests.sheets_server.refusals import Refusal

WIDTH, HEIGHT = 600, 371
"""OverlayPosition in the discovery document: the default size in pixels."""
_IDS = {"charts": "chartId", "slicers": "slicerId"}


def every(call: Call) -> list[tuple[Sheet, str, Json]]:
    """All embedded objects: their tab, their kind and themselves."""
    return [
        (sheet, kind, item)
        for sheet in call.book.sheets
        for kind in _IDS
        for item in sheet.objects.get(kind, [])
    ]


def new_id(call: Call, wanted: int | None, what: str) -> int:
    """The id of a new object; charts and slicers share their numbers.

    Raises:
        Refusal: The wanted id is taken.
    """
    taken = {item[_IDS[kind]] for _, kind, item in every(call)}
    if wanted in taken:
        raise Refusal(f"A {what} with the id {wanted} already exists.")
    return wanted or call.new_id(taken)


def find(call: Call, number: int, only: str = "") -> tuple[Sheet, str, Json]:
    """An object by its id.

    Raises:
        Refusal: There is none, or none of the kind ``only``.
    """
    for sheet, kind, item in every(call):
        if item[_IDS[kind]] == number and only in {"", kind}:
            return sheet, kind, item
    what = {"charts": "chart", "slicers": "slicer"}.get(only, "embedded object")
    raise Refusal(f"No {what} with id: {number}")


def replaced(sheet: Sheet, kind: str, old: Json, new: Json) -> None:
    """Put a new state of an object into the place of the old one."""
    items = sheet.objects[kind]
    items[items.index(old)] = new


def placed(call: Call, position: Json, *, own_sheet: bool = True) -> tuple[Sheet, Json]:
    """Where an object comes to lie: the tab, and the position as it is shown.

    Raises:
        Refusal: No position, or an anchor outside of the grid.
    """
    if position.get("newSheet") and own_sheet:
        sheet = _new_sheet(call)
        return sheet, {"sheetId": sheet.id}
    overlay = position.get("overlayPosition")
    if not overlay:
        home = call.book.sheet(position["sheetId"]) if "sheetId" in position else None
        if home is None or not home.is_object:
            raise Refusal(
                "One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId"
                " must be set"
            )
        return home, {"sheetId": home.id}
    anchor = overlay.get("anchorCell") or {}
    sheet = call.sheet(anchor.get("sheetId", 0))
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    if not (0 <= row < len(sheet.rows) and 0 <= column < len(sheet.columns)):
        raise Refusal("The anchorCell is outside of the grid.")
    given = {key: one for key, one in overlay.items() if one and key != "anchorCell"}
    kept = {key: one for key, one in anchor.items() if one}
    size = {"widthPixels": WIDTH, "heightPixels": HEIGHT}
    return sheet, {"overlayPosition": {"anchorCell": kept} | size | given}


def _new_sheet(call: Call) -> Sheet:
    number = 1
    while call.book.titled(f"Chart{number}"):
        number += 1
    properties = {"title": f"Chart{number}", "sheetType": "OBJECT"}
    sheet = Sheet(call.new_id({one.id for one in call.book.sheets}), properties, [], [])
    call.book.sheets.append(sheet)
    return sheet


def update_position(call: Call, body: Json) -> Json:
    """updateEmbeddedObjectPosition; the mask counts from the overlay position."""
    mask = fields.required(body)
    sheet, kind, old = find(call, body.get("objectId", 0))
    wanted = body.get("newPosition") or {}
    given = wanted.get("overlayPosition") or {}
    if given:
        before = old["position"].get("overlayPosition") or {}
        whole = {"overlayPosition": fields.merged(before, given, mask)}
    else:
        whole = wanted
    home, position = placed(call, whole, own_sheet=kind == "charts")
    item = {**old, "position": position}
    sheet.objects[kind].remove(old)
    home.objects.setdefault(kind, []).append(item)
    if sheet.is_object and home is not sheet:
        call.book.sheets.remove(sheet)
    return {"position": position}


def update_border(call: Call, body: Json) -> None:
    """updateEmbeddedObjectBorder: charts have one."""
    mask = fields.required(body)
    fields.known(mask, "EmbeddedObjectBorder")
    sheet, kind, old = find(call, body.get("objectId", 0), "charts")
    new = formats.twinned(body.get("border") or {})
    if "color" in mask or "colorStyle" in mask:
        mask = {**mask, "color": {}, "colorStyle": {}}
    border = fields.merged(old.get("border") or {}, new, mask)
    kept = {key: value for key, value in old.items() if key != "border"}
    replaced(sheet, kind, old, kept | ({"border": border} if border else {}))


def delete(call: Call, body: Json) -> None:
    """deleteEmbeddedObject: a sheet that was made for a chart goes with it."""
    sheet, kind, item = find(call, body.get("objectId", 0))
    if sheet.is_object and len(call.book.sheets) == 1:
        raise Refusal("You can't remove all the sheets in a document.")
    sheet.objects[kind].remove(item)
    if sheet.is_object:
        call.book.sheets.remove(sheet)


HANDLERS = {
    "updateEmbeddedObjectPosition": update_position,
    "updateEmbeddedObjectBorder": update_border,
    "deleteEmbeddedObject": delete,
}
