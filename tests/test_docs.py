"""The pages say what is true: links lead somewhere, and what is made from code is current."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sheetsync import editor_schema
from sheetsync.errors import Exit

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *(ROOT / "docs").rglob("*.md"),
]
SCHEMA = ROOT / "schemas" / editor_schema.NAME
CONTRACTS = sorted((ROOT / "schemas").glob("*.yaml"))

FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LINK = re.compile(
    r"\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)|(?:src|href)=\"([^\"]+)\"", re.MULTILINE
)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts derive them from the text."""
    found: set[str] = set()
    for heading in re.findall(r"^#+\s+(.+?)\s*#*$", plain(page), re.MULTILINE):
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
        count = 0
        while (numbered := f"{slug}-{count}" if count else slug) in found:
            count += 1
        found.add(numbered)
    return found


def plain(page: Path) -> str:
    """The page without its fenced code, where a link or a heading is none."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def broken(page: Path) -> Iterator[str]:
    """Links of a page that lead to no file, or to no heading of one."""
    for groups in LINK.findall(plain(page)):
        link = "".join(groups)
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (
            anchor and target.suffix == ".md" and anchor not in anchors(target)
        ):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert list(broken(page)) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One, two\n\n## One, two\n[a](other.md) [b](#one-two) [c](#one-two-1) [d](#three)\n"
        "[e](page.md 'title')\n[f]: gone.md\n\n<img src=\"gone.png\">\n\n```\n[g](code.md)\n```\n"
    )
    assert list(broken(page)) == ["other.md", "#three", "gone.md", "gone.png"]


def test_the_commands_page_explains_every_exit_code() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)} == set(Exit)


def test_the_committed_json_schema_is_the_one_that_the_contract_gives() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == editor_schema.as_text(), "run: make docs"


def test_the_json_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(editor_schema.editor_schema())


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.name)
def test_each_contract_follows_the_json_schema_and_names_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA.name}\n")
    problems = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(
        yaml.safe_load(text)
    )
    assert [f"{list(problem.path)}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize(
    ("place", "value"),
    [("owner", "somebody"), ("note", "stands in notes.yaml"), ("widht", 10), ("width", "wide")],
)
def test_the_json_schema_refuses_what_the_contract_would_refuse(place: str, value: object) -> None:
    tab = yaml.safe_load(CONTRACTS[0].read_text(encoding="utf-8"))
    tab["columns"][0][place] = value
    assert not Draft202012Validator(editor_schema.editor_schema()).is_valid(tab)
