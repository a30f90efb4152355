"""Requests on charts and slicers: kept as they are described, never drawn."""

from tests.sheets_server import a1, fields, formats
from tests.sheets_server import requests_embedded as embedded
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import Refusal

_KINDS = {
    "basicChart", "pieChart", "bubbleChart", "candlestickChart", "orgChart", "histogramChart",
    "waterfallChart", "treemapChart", "scorecardChart",
}  # fmt: skip


def _spec(given: Json) -> Json:
    """A chart's description as it comes back.

    Raises:
        Refusal: It names no kind of chart.
    """
    if not given.keys() & _KINDS:
        raise Refusal(
            "One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or"
            " orgChart must be set on chartSpec."
        )
    # The samples "Charts", "Read chart data", and pygsheets' own tests show what a chart has
    # by itself.
    kept: Json = {
        "hiddenDimensionStrategy": "SKIP_HIDDEN_ROWS_AND_COLUMNS",
        "fontName": "Roboto",
    }
    title = {"fontFamily": "Roboto"} | dict(formats.twinned(given.get("titleTextFormat") or {}))
    return kept | dict(formats.twinned(given)) | {"titleTextFormat": title}


def add_chart(call: Call, body: Json) -> Json:
    """addChart."""
    given = body.get("chart") or {}
    if not given.get("spec"):
        raise Refusal("no chart spec")
    number = embedded.new_id(call, given.get("chartId"), "chart")
    spec = _spec(given["spec"])
    sheet, position = embedded.placed(call, given.get("position") or {})
    chart = {"chartId": number, "spec": spec, "position": position}
    if "border" in given:
        chart["border"] = formats.twinned(given["border"])
    sheet.objects.setdefault("charts", []).append(chart)
    return {"chart": chart}


def update_spec(call: Call, body: Json) -> None:
    """updateChartSpec: the whole description is replaced."""
    sheet, kind, old = embedded.find(call, body.get("chartId", 0), "charts")
    spec = _spec(body.get("spec") or {})
    embedded.replaced(sheet, kind, old, {**old, "spec": spec})


def _slicer(call: Call, given: Json) -> Json:
    if "dataRange" not in given:
        raise Refusal("no data range")
    where = a1.from_grid_range(call.book, given["dataRange"]).json()
    return {**formats.twinned(given), "dataRange": where}


def add_slicer(call: Call, body: Json) -> Json:
    """addSlicer: on a grid only."""
    given = body.get("slicer") or {}
    number = embedded.new_id(call, given.get("slicerId"), "slicer")
    spec = _slicer(call, given.get("spec") or {})
    sheet, position = embedded.placed(call, given.get("position") or {}, own_sheet=False)
    slicer = {"slicerId": number, "spec": spec, "position": position}
    sheet.objects.setdefault("slicers", []).append(slicer)
    return {"slicer": slicer}


def update_slicer(call: Call, body: Json) -> None:
    """updateSlicerSpec."""
    mask = fields.required(body)
    fields.known(mask, "SlicerSpec")
    sheet, kind, old = embedded.find(call, body.get("slicerId", 0), "slicers")
    new = fields.merged(old["spec"], formats.twinned(body.get("spec") or {}), mask)
    embedded.replaced(sheet, kind, old, {**old, "spec": _slicer(call, new)})


HANDLERS = {
    "addChart": add_chart,
    "updateChartSpec": update_spec,
    "addSlicer": add_slicer,
    "updateSlicerSpec": update_slicer,
}
