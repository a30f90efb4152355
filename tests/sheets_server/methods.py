"""The methods of Sheets v4, each on a copy of the spreadsheet that is kept if it succeeds."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.sheets_server import a1, batch, fields, metadata, reading, shape, sheet_copies, values
from tests.sheets_server.call import Call
from tests.sheets_server.discovery import Method
from tests.sheets_server.fields import Mask
from tests.sheets_server.model import Json
from tests.sheets_server.refusals import Refusal

Action = Callable[[Call, Method, Json, Json], Json]
"""Takes the call, the method with its path, the query, and the body."""


def _wants_data(query: Json, body: Json) -> tuple[bool, Mask | None]:
    """Whether cells are wanted; a field mask decides alone where there is one."""
    if query.get("fields"):
        mask = fields.normal(fields.parse(query["fields"]))
        if "*" in mask:
            return True, mask
        below = mask.get("sheets")
        return below is not None and (not below or "*" in below or "data" in below), mask
    return bool(query.get("includeGridData") or body.get("includeGridData")), None


def get(call: Call, _: Method, query: Json, body: Json) -> Json:
    """spreadsheets.get."""
    ranges = query.get("ranges")
    areas = [a1.parse(call.book, text) for text in ranges] if ranges else None
    with_data, mask = _wants_data(query, body)
    bands = not query.get("excludeTablesInBandedRanges")
    return shape.spreadsheet(
        call, areas=areas, with_data=with_data, only=mask, bands_of_tables=bands
    )


def get_by_data_filter(call: Call, _: Method, query: Json, body: Json) -> Json:
    """spreadsheets.getByDataFilter."""
    found = values.filtered(call, body.get("dataFilters") or [])
    areas = [area for area, _ in found] if body.get("dataFilters") else None
    with_data, mask = _wants_data(query, body)
    bands = not body.get("excludeTablesInBandedRanges")
    return shape.spreadsheet(
        call, areas=areas, with_data=with_data, only=mask, bands_of_tables=bands
    )


def batch_update(call: Call, _: Method, __: Json, body: Json) -> Json:
    """spreadsheets.batchUpdate."""
    return batch.update(call, body)


def values_get(call: Call, method: Method, query: Json, _: Json) -> Json:
    """values.get."""
    return reading.read(call, a1.parse(call.book, method.path["range"]), query)


def values_batch_get(call: Call, _: Method, query: Json, __: Json) -> Json:
    """values.batchGet."""
    calculator = call.calculator()
    areas = [a1.parse(call.book, text) for text in query.get("ranges") or []]
    found = [reading.read(call, area, query, calculator=calculator) for area in areas]
    result: Json = {"spreadsheetId": call.book.id}
    return result | ({"valueRanges": found} if found else {})


def values_update(call: Call, method: Method, query: Json, body: Json) -> Json:
    """values.update."""
    named = method.path["range"]
    option = values.input_option(query)
    if body.get("range") and body["range"] != named:
        raise Refusal(f"Request range[{named}] does not match value's range[{body['range']}]")
    area = a1.parse(call.book, named)
    written = values.write(call, area, named, values.rows_of(body), option)
    return values.report(call, area, written, query)


def values_batch_update(call: Call, _: Method, __: Json, body: Json) -> Json:
    """values.batchUpdate: all or nothing."""
    option = values.input_option(body)
    written: list[tuple[a1.Area, values.Written]] = []
    for place, item in enumerate(body.get("data") or []):
        try:
            area = a1.parse(call.book, item.get("range", ""))
            rows = values.rows_of(item)
            written.append((area, values.write(call, area, item["range"], rows, option)))
        except Refusal as refusal:
            raise refusal.within(f"data[{place}]") from refusal
    result = values.totals(call, [one for _, one in written])
    responses = [values.report(call, area, one, body) for area, one in written]
    return result | ({"responses": responses} if responses else {})


def values_append(call: Call, method: Method, query: Json, body: Json) -> Json:
    """values.append."""
    return values.append(call, method.path["range"], body, query)


def values_clear(call: Call, method: Method, _: Json, __: Json) -> Json:
    """values.clear."""
    cleared = values.clear(call, a1.parse(call.book, method.path["range"]))
    return {"spreadsheetId": call.book.id, "clearedRange": cleared}


def values_batch_clear(call: Call, _: Method, __: Json, body: Json) -> Json:
    """values.batchClear."""
    cleared = []
    for place, text in enumerate(body.get("ranges") or []):
        try:
            cleared.append(values.clear(call, a1.parse(call.book, text)))
        except Refusal as refusal:
            raise refusal.within(f"range[{place}]") from refusal
    result: Json = {"spreadsheetId": call.book.id}
    return result | ({"clearedRanges": cleared} if cleared else {})


def values_get_filtered(call: Call, _: Method, __: Json, body: Json) -> Json:
    """values.batchGetByDataFilter."""
    found = [
        {"valueRange": reading.read(call, area, body), "dataFilters": filters}
        for area, filters in values.filtered(call, body.get("dataFilters") or [])
    ]
    result: Json = {"spreadsheetId": call.book.id}
    return result | ({"valueRanges": found} if found else {})


def values_update_filtered(call: Call, _: Method, __: Json, body: Json) -> Json:
    """values.batchUpdateByDataFilter."""
    option = values.input_option(body)
    written: list[tuple[a1.Area, values.Written, Json]] = []
    for item in body.get("data") or []:
        data_filter = item.get("dataFilter") or {}
        for area in metadata.areas(call.book, data_filter):
            rows = values.rows_of(item)
            done = values.write(call, area, area.a1(), rows, option)
            written.append((area, done, data_filter))
    result = values.totals(call, [one for _, one, _ in written])
    responses = []
    for area, one, data_filter in written:
        report = values.report(call, area, one, body)
        del report["spreadsheetId"]
        responses.append(report | {"dataFilter": data_filter})
    return result | ({"responses": responses} if responses else {})


def values_clear_filtered(call: Call, _: Method, __: Json, body: Json) -> Json:
    """values.batchClearByDataFilter."""
    cleared = [
        values.clear(call, area) for area, _ in values.filtered(call, body.get("dataFilters") or [])
    ]
    result: Json = {"spreadsheetId": call.book.id}
    return result | ({"clearedRanges": cleared} if cleared else {})


def metadata_get(call: Call, method: Method, _: Json, __: Json) -> Json:
    """developerMetadata.get."""
    return metadata.one(call.book, method.path["metadataId"])


def metadata_search(call: Call, _: Method, __: Json, body: Json) -> Json:
    """developerMetadata.search."""
    return metadata.search(call.book, body.get("dataFilters") or [])


def copy_to(call: Call, method: Method, _: Json, body: Json) -> Json:
    """sheets.copyTo: ``call`` is the destination, the path names the source."""
    source_book = call.fetch(method.path["spreadsheetId"])
    text = method.path["sheetId"]
    source = source_book.sheet(int(text)) if text.isdigit() else None
    if source is None:
        raise Refusal(f"The sheet ({text}) could not be found.")
    assert body
    name, number = f"Copy of {source.title}", 1
    while call.book.titled(name):
        number += 1
        name = f"Copy of {source.title} {number}"
    sheet = sheet_copies.copied(call, source, name, None, None, tags=source_book is call.book)
    return shape.properties(call, sheet)


_SHEETS = "sheets.spreadsheets."
METHODS: Mapping[str, Action] = {
    f"{_SHEETS}get": get,
    f"{_SHEETS}getByDataFilter": get_by_data_filter,
    f"{_SHEETS}batchUpdate": batch_update,
    f"{_SHEETS}values.get": values_get,
    f"{_SHEETS}values.batchGet": values_batch_get,
    f"{_SHEETS}values.update": values_update,
    f"{_SHEETS}values.batchUpdate": values_batch_update,
    f"{_SHEETS}values.append": values_append,
    f"{_SHEETS}values.clear": values_clear,
    f"{_SHEETS}values.batchClear": values_batch_clear,
    f"{_SHEETS}values.batchGetByDataFilter": values_get_filtered,
    f"{_SHEETS}values.batchUpdateByDataFilter": values_update_filtered,
    f"{_SHEETS}values.batchClearByDataFilter": values_clear_filtered,
    f"{_SHEETS}developerMetadata.get": metadata_get,
    f"{_SHEETS}developerMetadata.search": metadata_search,
    f"{_SHEETS}sheets.copyTo": copy_to,
}

_READS = {"get", "batchGet", "getByDataFilter", "batchGetByDataFilter", "search"}


def is_read(method_id: str) -> bool:
    """Whether a method counts against the quota of reads, and changes nothing."""
    return method_id.rsplit(".", 1)[1] in _READS


def masked(answer: Any, method: Method, query: Json) -> Any:
    """An answer cut down to the ``fields`` of its query.

    Raises:
        Refusal: The mask names what the answer does not have.
    """
    if not query.get("fields") or method.response is None:
        return answer
    mask = fields.parse(query["fields"])
    fields.check(mask, method.response)
    return fields.select(answer, mask)
