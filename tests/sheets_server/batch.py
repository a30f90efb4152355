"""spreadsheets.batchUpdate: all requests on a copy, in order, or none of them.

Fact: the method's reference ("Each request is validated before being applied. If any
request is not valid then the entire request will fail and nothing will be applied").
"""

from collections.abc import Callable, Mapping

from tests.sheets_server import (
    a1,
    requests_cells,
    requests_charts,
    requests_copying,
    requests_dimensions,
    requests_embedded,
    requests_filling,
    requests_filters,
    requests_looks,
    requests_metadata,
    requests_names,
    requests_pushing,
    requests_search,
    requests_sheets,
    requests_sorting,
    requests_tables,
    shape,
    sheet_copies,
)
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import Refusal, not_built

Handler = Callable[[Call, Json], Json | None]

HANDLERS: Mapping[str, Handler] = {
    **requests_sheets.HANDLERS,
    "duplicateSheet": sheet_copies.duplicate_sheet,
    **requests_dimensions.HANDLERS,
    **requests_pushing.HANDLERS,
    **requests_cells.HANDLERS,
    **requests_filling.HANDLERS,
    **requests_copying.HANDLERS,
    **requests_search.HANDLERS,
    **requests_sorting.HANDLERS,
    **requests_filters.HANDLERS,
    **requests_looks.HANDLERS,
    **requests_names.HANDLERS,
    **requests_metadata.HANDLERS,
    **requests_charts.HANDLERS,
    **requests_embedded.HANDLERS,
    **requests_tables.HANDLERS,
}
"""Every kind of request that is carried out; any other kind answers 501."""


def update(call: Call, body: Json) -> Json:
    """Carry out a batch on ``call.book``.

    Raises:
        Refusal: The first request that cannot be carried out, by its place in the batch.
    """
    requests = body.get("requests") or []
    if not requests:
        raise Refusal("Must specify at least one request.")
    replies: list[Json] = []
    for place, request in enumerate(requests):
        if not request:
            raise Refusal(f"Invalid requests[{place}]: No request set.")
        (kind, inner), *_ = request.items()
        handler = HANDLERS.get(kind)
        if handler is None:
            raise not_built(f"the request {kind}")
        try:
            reply = handler(call, inner or {})
        except Refusal as refusal:
            raise refusal.within(f"requests[{place}].{kind}") from refusal
        replies.append({} if reply is None else {kind: reply})
    result: Json = {"spreadsheetId": call.book.id, "replies": replies}
    if body.get("includeSpreadsheetInResponse"):
        ranges = body.get("responseRanges")
        areas = [a1.parse(call.book, text) for text in ranges] if ranges else None
        result["updatedSpreadsheet"] = shape.spreadsheet(
            call, areas=areas, with_data=bool(body.get("responseIncludeGridData"))
        )
    return result
