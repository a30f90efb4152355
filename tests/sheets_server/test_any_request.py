"""Whatever a request holds, it is carried out or refused: never a crash, never a half."""

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Server, batch, discovery
from tests.sheets_server.talking import Talk

TEXTS = ("a", "A1", "", "5", "x,y\nz", "=A1", "$1", "(", "Sheet1", "title", "*", "note")
SMALL = {"properties": {"gridProperties": {"rowCount": 2, "columnCount": 2}}}
FORMULAS = ("=A1+B2", "=SUM(A1:B3)", "=IF(A1>2,B1,C1)", "=(", "=A:A", '=$A$1&"x"')


def pair(random: Random, below: int) -> list[int]:
    return sorted(random.sample(range(below), 2))


def made(shape: Mapping[str, Any], random: Random, key: str = "", depth: int = 0) -> Any:
    """A value that the discovery document allows, small enough to mean something."""
    if "$ref" in shape:
        shape = discovery.document()["schemas"][shape["$ref"]]
    if shape.get("id") == "GridRange":
        (top, bottom), (left, right) = pair(random, 8), pair(random, 7)
        rows = {"startRowIndex": top, "endRowIndex": bottom}
        return rows | {"startColumnIndex": left, "endColumnIndex": right}
    if shape.get("id") == "DimensionRange":
        start, end = pair(random, 7)
        ways = random.choice(["ROWS", "COLUMNS"])
        return {"dimension": ways, "startIndex": start, "endIndex": random.choice([end, start + 1])}
    match shape.get("type"):
        case "object":
            likely = 0.7 if depth < 3 else 0.3 if depth < 6 else 0.0
            names = shape.get("properties", {})
            chosen = [name for name in names if random.random() < likely]
            if "stringValue" in names and chosen:
                chosen = [random.choice(chosen)]
            return {name: made(names[name], random, name, depth + 1) for name in chosen}
        case "array":
            return [
                made(shape["items"], random, key, depth + 1) for _ in range(random.randrange(3))
            ]
        case "boolean":
            return random.random() < 0.5
        case "integer":
            small = [1, 2] if key.endswith("Id") and "heet" not in key else [0, 0, 1, 2, 5, -1]
            return random.choice(small)
        case "number":
            return random.choice([0, 1, 0.5, 1e20, -3.25])
    if "enum" in shape:
        return random.choice(shape["enum"])
    if key == "fields":
        return random.choice(["*", "*", "userEnteredValue", "title", "range", "pixelSize", "name"])
    return random.choice(FORMULAS if key == "formulaValue" else TEXTS)


@pytest.mark.parametrize("kind", sorted(batch.HANDLERS))
def test_a_request_is_carried_out_or_refused_whole(kind: str) -> None:
    random = Random(kind)
    talk = Talk(Server(seed=1))
    grid = {"rowCount": 9, "columnCount": 8}
    size = {
        "properties": {"gridProperties": grid},
        "fields": "gridProperties(rowCount,columnCount)",
    }
    talk.batch({"updateSheetProperties": size})
    talk.put("A1", [["a", 1, "=A2"], ["", True, "=SUM(A1:B2)"], ["2026-01-01", "b", 2]])
    shape = discovery.document()["schemas"]["Request"]["properties"][kind]
    for _ in range(25):
        before = talk.server.books[talk.key]
        body = {"requests": [{"addSheet": SMALL}, {kind: made(shape, random)}]}
        status, _ = talk.server.handle("POST", f"{talk.base}:batchUpdate", {}, body)
        assert status in {200, 400, 501}
        assert (talk.server.books[talk.key] is before) == (status != 200)
        assert talk.server.handle(
            "GET", talk.base, {"fields": "sheets(properties,merges,data.rowData,protectedRanges)"}
        )[0] in {200, 501}
        if len(talk.server.books[talk.key].sheets) > 3:
            talk.server.books[talk.key] = before
