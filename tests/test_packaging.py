"""What people install is what the checkout holds, under the right name, with the lock's versions."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sheetsync import __version__

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

INSTALLS = re.compile(
    r"""\b(?: (?:pip[0-9.]*|pipx|uv|uv\ tool|poetry|pdm|conda)\b [^\n`|;&]*? \b(?:install|add|inject)
          |   pipx\ run | uvx | uv\ tool\ run )
        \b (?P<what> [^\n`|;&]*)""",
    re.VERBOSE,
)
ANOTHERS = re.compile(r"""(?:^|[\s"'=])sheetsync(?=$|[\s"'\[=<>!~@,.)])""")
OURS = re.compile(r"(?:--from|--spec)[ =]sheetsync-sales\b")


def fetches_anothers(text: str) -> list[str]:
    """Lines that would install the distribution ``sheetsync``, which is not ours."""
    return [
        match[0].strip()
        for match in INSTALLS.finditer(text)
        if ANOTHERS.search(match["what"]) and not OURS.search(match["what"])
    ]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (found,) = folder.glob("*.whl")
    return found


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words]
    done = subprocess.run(
        [*command, "--no-index", "--no-deps"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", ["schemas", "templates"])
def test_the_wheel_carries_every_file_of_the_folder_and_no_other(wheel: Path, kind: str) -> None:
    inside = f"sheetsync/_data/{kind}/"
    with zipfile.ZipFile(wheel) as archive:
        shipped = {
            name.removeprefix(inside): archive.read(name)
            for name in archive.namelist()
            if name.startswith(inside)
        }
    here = {
        path.relative_to(ROOT / kind).as_posix(): path.read_bytes()
        for path in (ROOT / kind).rglob("*")
        if path.is_file()
    }
    assert shipped == here
    assert shipped


def test_the_wheel_holds_the_package_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"sheetsync", f"sheetsync_sales-{__version__}.dist-info"}


def test_the_distribution_is_called_sheetsync_sales(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
        metadata = HeaderParser().parsestr(archive.read(name).decode())
    assert metadata["Name"] == "sheetsync-sales"
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == "MIT"


def test_an_installed_sheetsync_works_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home, work = tmp_path / "venv", tmp_path / "work"
    work.mkdir()
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(home)
    binaries = home / ("Scripts" if os.name == "nt" else "bin")
    python = binaries / ("python.exe" if os.name == "nt" else "python")
    pip("--python", str(python), "install", "--no-compile", str(wheel))
    # The libraries come from here. A path file adds their folder alone: the editable
    # install's own path file, which leads to the checkout, is not followed from there.
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")

    def sheetsync(*words: str) -> str:
        done = subprocess.run(
            [str(binaries / "sheetsync"), *words],
            cwd=work,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "RS001" in sheetsync("rule", "RS001")
    assert "Made" in sheetsync("init", "Leads.xlsx")
    assert (work / "Leads.xlsx").is_file()
    where = [str(python), "-c", "import sheetsync; print(sheetsync.__file__)"]
    found = subprocess.run(where, check=True, capture_output=True, text=True, cwd=work).stdout
    assert Path(found.strip()).is_relative_to(home)


def pages() -> Iterator[Path]:
    yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))
    yield from (ROOT / name for name in ("Makefile", ".ci/run", ".pre-commit-config.yaml"))
    for folder in ("docs", "sheetsync", "templates"):
        yield from (
            path
            for path in (ROOT / folder).rglob("*")
            if path.suffix in {".md", ".py", ".yaml", ".toml", ".txt", ".gs", ".sh"}
        )


def test_no_page_fetches_the_unrelated_distribution_of_the_short_name() -> None:
    found = {path: fetches_anothers(path.read_text(encoding="utf-8")) for path in pages()}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "pip install sheetsync",
        "python -m pip install -U 'sheetsync[google]'",
        "pipx install sheetsync==0.1.0",
        "uv tool install sheetsync.",
        "uvx sheetsync demo",
        "pipx run sheetsync demo",
    ],
)
def test_a_line_that_fetches_the_unrelated_distribution_is_found(line: str) -> None:
    assert fetches_anothers(f"First:\n\n    {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "pip install sheetsync-sales",
        "pipx install 'sheetsync-sales[google]' && sheetsync demo",
        "uvx --from sheetsync-sales sheetsync demo",
        "pip install dist/sheetsync_sales-0.1.0-py3-none-any.whl",
        "uv run sheetsync demo",
    ],
)
def test_a_line_that_fetches_our_own_distribution_passes(line: str) -> None:
    assert fetches_anothers(f"First:\n\n    {line}\n") == []


PINS = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.MULTILINE)
}


@pytest.mark.parametrize(
    "line",
    [
        *PYPROJECT["project"]["dependencies"],
        *PYPROJECT["dependency-groups"]["dev"],
        *PYPROJECT["build-system"]["requires"],
    ],
)
def test_the_lock_satisfies_every_declared_dependency(line: str) -> None:
    wanted = Requirement(line)
    pinned = PINS.get(canonicalize_name(wanted.name))
    assert pinned is not None, "run: make lock"
    assert wanted.specifier.contains(pinned, prereleases=True), "run: make lock"


def test_every_pin_of_the_lock_has_hashes_and_no_address() -> None:
    blocks = re.split(r"^(?=\w)", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) >= len(PINS)
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in LOCK
    assert "index-url" not in LOCK
