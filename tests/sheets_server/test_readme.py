"""README.md says exactly what is refused and which switches there are."""

import dataclasses
import re
from pathlib import Path

import pytest

pytest.importorskip("googleapiclient")

from tests.sheets_server import Switches, batch, discovery, methods

README = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_request_kind_that_is_refused() -> None:
    line = next(one for one in README.splitlines() if one.startswith("Request kinds:"))
    known = set(discovery.document()["schemas"]["Request"]["properties"])
    assert set(re.findall(r"`(\w+)`", line)) == known - batch.HANDLERS.keys()
    assert batch.HANDLERS.keys() <= known


def test_every_method_of_the_api_is_there() -> None:
    found = {one[2]["id"] for one in discovery._routes("sheets.v4")}
    assert found == methods.METHODS.keys() | {"sheets.spreadsheets.create"}


def test_the_readme_explains_every_switch() -> None:
    names = {field.name for field in dataclasses.fields(Switches)}
    assert set(re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)) == names
