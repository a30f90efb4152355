"""Requests on charts: kept as they are described, never drawn."""

from tests.sheets_server import fields, formats
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Sheet
from tests.sheets_server.refusals import Refusal, not_built

WIDTH, HEIGHT = 600, 371
"""OverlayPosition in the discovery document: the default size in pixels."""


def _charts(call: Call) -> list[tuple[Sheet, Json]]:
    return [(s, chart) for s in call.book.sheets for chart in s.objects.get("charts", [])]


def _placed(call: Call, position: Json) -> tuple[Sheet, Json]:
    overlay = position.get("overlayPosition")
    if not overlay or position.keys() & {"newSheet", "sheetId"}:
        raise not_built("a chart on a sheet of its own")
    anchor = overlay.get("anchorCell") or {}
    sheet = call.sheet(anchor.get("sheetId", 0))
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    if not (0 <= row < len(sheet.rows) and 0 <= column < len(sheet.columns)):
        raise Refusal("The anchorCell is outside of the grid.")
    given = {key: one for key, one in overlay.items() if one and key != "anchorCell"}
    kept = {key: one for key, one in anchor.items() if one}
    size = {"widthPixels": WIDTH, "heightPixels": HEIGHT}
    return sheet, {"overlayPosition": {"anchorCell": kept} | size | given}


def add_chart(call: Call, body: Json) -> Json:
    """addChart."""
    given = body.get("chart") or {}
    if not given.get("spec"):
        raise Refusal("A chart must have a spec.")
    taken = {chart["chartId"] for _, chart in _charts(call)}
    number = given.get("chartId") or call.new_id(taken)
    if number in taken:
        raise Refusal(f"A chart with the id {number} already exists.")
    sheet, position = _placed(call, given.get("position") or {})
    chart = {"chartId": number, "spec": formats.twinned(given["spec"]), "position": position}
    if "border" in given:
        chart["border"] = formats.twinned(given["border"])
    sheet.objects.setdefault("charts", []).append(chart)
    return {"chart": chart}


def _chart(call: Call, number: int) -> tuple[Sheet, Json]:
    for sheet, chart in _charts(call):
        if chart["chartId"] == number:
            return sheet, chart
    raise Refusal(f"No embedded object with id: {number}")


def _replaced(sheet: Sheet, old: Json, new: Json) -> None:
    items = sheet.objects["charts"]
    items[items.index(old)] = new


def update_spec(call: Call, body: Json) -> None:
    """updateChartSpec: the whole description is replaced."""
    sheet, old = _chart(call, body.get("chartId", 0))
    if not body.get("spec"):
        raise Refusal("A chart must have a spec.")
    _replaced(sheet, old, {**old, "spec": formats.twinned(body["spec"])})


def update_position(call: Call, body: Json) -> Json:
    """updateEmbeddedObjectPosition; the mask counts from the overlay position."""
    sheet, old = _chart(call, body.get("objectId", 0))
    mask = fields.required(body)
    given = (body.get("newPosition") or {}).get("overlayPosition") or {}
    new = fields.merged(old["position"]["overlayPosition"], given, mask)
    home, position = _placed(call, {"overlayPosition": new})
    chart = {**old, "position": position}
    sheet.objects["charts"].remove(old)
    home.objects.setdefault("charts", []).append(chart)
    return {"position": position}


def delete_object(call: Call, body: Json) -> None:
    """deleteEmbeddedObject."""
    sheet, chart = _chart(call, body.get("objectId", 0))
    sheet.objects["charts"].remove(chart)


HANDLERS = {
    "addChart": add_chart,
    "updateChartSpec": update_spec,
    "updateEmbeddedObjectPosition": update_position,
    "deleteEmbeddedObject": delete_object,
}
