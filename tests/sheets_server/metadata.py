"""Developer metadata: tags on a spreadsheet, a tab, a row or a column, and searching them.

Facts: Sheets API guide "Read, write, and search metadata" (an id that is in use makes the
request fail; tags stay with their row or column; a missing one is 404).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.sheets_server import a1
from tests.sheets_server.a1 import Area
from tests.sheets_server.model import Json, Sheet, Spreadsheet, Tag
from tests.sheets_server.refusals import Refusal


def location(book: Spreadsheet, tag: Tag) -> Json:
    """Where a tag is now, as DeveloperMetadataLocation."""
    if tag.sheet is None:
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if tag.line is None:
        return {"locationType": "SHEET", "sheetId": tag.sheet}
    sheet = book.sheet(tag.sheet)
    assert sheet is not None
    ids = [line.id for line in sheet.lines(tag.dimension)]
    at = ids.index(tag.line)
    kind = "ROW" if tag.dimension == "ROWS" else "COLUMN"
    known = {"sheetId": tag.sheet} if tag.sheet else {}
    span = {"dimension": tag.dimension, "startIndex": at, "endIndex": at + 1}
    return {"locationType": kind, "dimensionRange": known | span}


def json(book: Spreadsheet, tag: Tag) -> Json:
    """A tag as DeveloperMetadata."""
    result: Json = {"metadataId": tag.id, "metadataKey": tag.key}
    if tag.value:
        result["metadataValue"] = tag.value
    return result | {"location": location(book, tag), "visibility": tag.visibility}


def placed(book: Spreadsheet, given: Json) -> tuple[int | None, int | None, str]:
    """The tab, line and dimension that a location means.

    Raises:
        Refusal: No location, an unknown tab, or not exactly one row or column.
    """
    if "dimensionRange" in given:
        span = given["dimensionRange"]
        sheet = book.sheet(span.get("sheetId", 0))
        if sheet is None:
            raise Refusal(f"No grid with id: {span.get('sheetId', 0)}")
        dimension = span.get("dimension", "")
        start, end = span.get("startIndex"), span.get("endIndex")
        if dimension not in {"ROWS", "COLUMNS"} or start is None or end is None:
            raise Refusal("The dimensionRange must be bounded and have a dimension.")
        if end - start != 1:
            raise Refusal("The dimensionRange must represent a single row or column.")
        lines = sheet.lines(dimension)
        if not 0 <= start < len(lines):
            raise Refusal(f"The dimensionRange is outside of the grid of {len(lines)} {dimension}.")
        return sheet.id, lines[start].id, dimension
    if "sheetId" in given:
        if book.sheet(given["sheetId"]) is None:
            raise Refusal(f"No sheet with id: {given['sheetId']}")
        return given["sheetId"], None, ""
    if given.get("spreadsheet"):
        return None, None, ""
    raise Refusal("The location of the developer metadata must be specified.")


def on(book: Spreadsheet, sheet: int | None, line: int | None) -> list[Json]:
    """The tags at exactly one place."""
    return [json(book, tag) for tag in book.tags.values() if (tag.sheet, tag.line) == (sheet, line)]


def found(book: Spreadsheet, data_filter: Json) -> list[Tag]:
    """The tags that a data filter selects.

    Raises:
        Refusal: The filter says nothing, or its range cannot be read.
    """
    tags = sorted(book.tags.values(), key=lambda tag: tag.id)
    if "developerMetadataLookup" in data_filter:
        lookup = data_filter["developerMetadataLookup"]
        return [tag for tag in tags if _matches(book, tag, lookup)]
    area = _area(book, data_filter)
    if area is None:
        raise Refusal("A data filter must set a developerMetadataLookup, a1Range or gridRange.")
    return [tag for tag in tags if _inside(book, tag, area)]


def _area(book: Spreadsheet, data_filter: Json) -> Area | None:
    if "a1Range" in data_filter:
        return a1.parse(book, data_filter["a1Range"])
    if "gridRange" in data_filter:
        return a1.from_grid_range(book, data_filter["gridRange"])
    return None


def _matches(book: Spreadsheet, tag: Tag, lookup: Json) -> bool:
    kinds = {"SPREADSHEET": "", "SHEET": "", "ROW": "ROWS", "COLUMN": "COLUMNS"}
    exact = {"metadataId": tag.id, "metadataKey": tag.key, "metadataValue": tag.value}
    if any(name in lookup and lookup[name] != value for name, value in exact.items()):
        return False
    if lookup.get("visibility") not in {None, "DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED"}:  # noqa: SIM102 - one question a line
        if lookup["visibility"] != tag.visibility:
            return False
    kind = lookup.get("locationType")
    if kind not in {None, "DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED"} and (
        kinds[kind] != tag.dimension
        or (kind == "SPREADSHEET") != (tag.sheet is None)
        or (kind == "SHEET" and tag.line is not None)
    ):
        return False
    place = lookup.get("metadataLocation")
    if not place:
        return True
    sheet, line, _ = placed(book, place)
    if lookup.get("locationMatchingStrategy") == "INTERSECTING_LOCATION":
        return (
            sheet is None
            or tag.sheet is None
            or (sheet == tag.sheet and (line is None or tag.line is None or line == tag.line))
        )
    return (sheet, line) == (tag.sheet, tag.line)


def _inside(book: Spreadsheet, tag: Tag, area: Area) -> bool:
    if tag.sheet != area.sheet.id:
        return False
    if tag.line is None:
        return True
    at = location(book, tag)["dimensionRange"]["startIndex"]
    top, bottom = (area.top, area.bottom) if tag.dimension == "ROWS" else (area.left, area.right)
    return bool(top <= at < bottom)


def areas(book: Spreadsheet, data_filter: Json) -> Iterator[Area]:
    """The cells that a data filter selects.

    Raises:
        Refusal: As :func:`found`.
    """
    if (area := _area(book, data_filter)) is not None:
        yield area
        return
    for tag in found(book, data_filter):
        if tag.sheet is None:
            continue
        sheet = book.sheet(tag.sheet)
        assert sheet is not None
        whole = Area(sheet, 0, 0, len(sheet.rows), len(sheet.columns))
        if tag.line is None:
            yield whole
            continue
        at = location(book, tag)["dimensionRange"]["startIndex"]
        if tag.dimension == "ROWS":
            yield Area(sheet, at, 0, at + 1, whole.right)
        else:
            yield Area(sheet, 0, at, whole.bottom, at + 1)


def search(book: Spreadsheet, data_filters: Sequence[Json]) -> Json:
    """The answer of developerMetadata.search: each tag once, with the filters that found it."""
    hits: dict[int, list[Json]] = {}
    for data_filter in data_filters:
        for tag in found(book, data_filter):
            hits.setdefault(tag.id, []).append(data_filter)
    matched: list[Any] = [
        {"developerMetadata": json(book, book.tags[key]), "dataFilters": filters}
        for key, filters in hits.items()
    ]
    return {"matchedDeveloperMetadata": matched} if matched else {}


def one(book: Spreadsheet, number: str) -> Json:
    """The answer of developerMetadata.get.

    Raises:
        Refusal: 404, worded as the guide words it.
    """
    tag = book.tags.get(int(number)) if number.lstrip("-").isdigit() else None
    if tag is None:
        raise Refusal(f"No developer metadata with ID {number}.", code=404)
    return json(book, tag)


def dropped(book: Spreadsheet, sheet: Sheet) -> None:
    """Forget the tags of a tab that is deleted."""
    for tag in [tag for tag in book.tags.values() if tag.sheet == sheet.id]:
        del book.tags[tag.id]
