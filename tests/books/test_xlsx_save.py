"""The file protocol: locks, stale files, crashes, full disks, folders that cannot be written."""

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sheetsync.book import TabEdit
from sheetsync.books import xlsx_locks, xlsx_save
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_zip import Package
from sheetsync.errors import BookError, BookLocked, StaleBook, WrongBook
from tests.books.rich_workbook import plain, sheet, write_rich

EDIT = TabEdit("Lists", {(3, 3): "new"})
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path):
    return write_rich(tmp_path / "team.xlsx")


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_the_one_backup_is_the_file_as_it_was(path):
    for _ in range(2):
        before = path.read_bytes()
        book = XlsxBook(path)
        cell = {(3, 3): before[-30:].hex()}
        book.write(book.read(), [TabEdit("Lists", cell)])
        assert path.with_name("team.bak.xlsx").read_bytes() == before != path.read_bytes()
    assert names(path.parent) == ["team.bak.xlsx", "team.xlsx"]


def test_permissions_stay_and_the_backup_has_them_too(path):
    path.chmod(0o640)
    book = XlsxBook(path)
    book.write(book.read(), [EDIT])
    assert {each.stat().st_mode & 0o777 for each in path.parent.iterdir()} == {0o640}


def test_the_owner_stays(path):
    if os.getuid() == 0:
        os.chown(path, 65_534, 65_534)
    owner = path.stat().st_uid, path.stat().st_gid
    assert write_once(path) == "written"
    assert (path.stat().st_uid, path.stat().st_gid) == owner


def test_an_owner_who_cannot_give_files_away_still_writes(path, monkeypatch):
    def refused(*_):
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(os, "chown", refused)
    stranger = os.stat_result((0o100666, 0, 0, 1, 12_345, 12_345, 0, 0, 0, 0))
    monkeypatch.setattr(xlsx_save.Path, "stat", differing(path, stranger))
    assert write_once(path) == "written"


def differing(path, stranger):
    real = Path.stat
    return lambda self, **more: stranger if self == path else real(self, **more)


def test_a_link_stays_a_link_and_its_target_is_written(path, tmp_path):
    link = tmp_path / "desk" / "link.xlsx"
    link.parent.mkdir()
    link.symlink_to(path)
    book = XlsxBook(link)
    book.write(book.read(), [EDIT])
    assert link.is_symlink()
    assert XlsxBook(path).read().grids[1].columns[3][3] == "new"
    assert names(link.parent) == ["link.xlsx"]


def test_a_file_that_changed_since_it_was_read_is_not_written(path):
    book = XlsxBook(path)
    reading = book.read()
    book.write(reading, [EDIT])
    before = path.read_bytes()
    with pytest.raises(StaleBook, match="changed by someone else"):
        book.write(reading, [EDIT])
    assert path.read_bytes() == before


def test_a_file_that_changes_while_it_is_written_is_not_replaced(path, monkeypatch):
    book = XlsxBook(path)
    reading = book.read()
    theirs = plain({"Tab": sheet("")})
    back_up = xlsx_save._back_up

    def meanwhile(*given):
        back_up(*given)
        path.write_bytes(theirs)

    monkeypatch.setattr(xlsx_save, "_back_up", meanwhile)
    with pytest.raises(StaleBook):
        book.write(reading, [EDIT])
    assert path.read_bytes() == theirs
    assert names(path.parent) == ["team.bak.xlsx", "team.xlsx"]


def test_a_file_that_is_opened_while_it_is_written_is_not_replaced(path, monkeypatch):
    book = XlsxBook(path)
    reading, before = book.read(), path.read_bytes()
    back_up = xlsx_save._back_up

    def meanwhile(*given):
        back_up(*given)
        path.with_name("~$team.xlsx").write_bytes(b"\x03Ann")

    monkeypatch.setattr(xlsx_save, "_back_up", meanwhile)
    with pytest.raises(BookLocked, match="Ann"):
        book.write(reading, [EDIT])
    assert path.read_bytes() == before


def test_a_file_that_is_gone_is_stale(path):
    book = XlsxBook(path)
    reading = book.read()
    path.unlink()
    with pytest.raises(StaleBook, match="no longer there"):
        book.write(reading, [EDIT])
    assert names(path.parent) == []


WIDE = b"\x05" + "Jörg ".encode("cp1252").ljust(54) + b"\x05\x00" + "Jörg ".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "who"),
    [
        ("~$team.xlsx", WIDE, "Jörg (Excel)"),
        ("~$team.xlsx", b"\x08Ann Long".ljust(55), "Ann Long (Excel)"),
        ("~$team.xlsx", b"", "another person (Excel)"),
        (
            ".~lock.team.xlsx#",
            b"Ann\\, Dr.,ann,desk,22.11.2026 12:00,file:///x;",
            "Ann, Dr. (LibreOffice)",
        ),
        (".~lock.team.xlsx#", b",ann,desk,22.11.2026 12:00,file:///x;", "ann (LibreOffice)"),
        (".~lock.team.xlsx#", b"", "another person (LibreOffice)"),
    ],
)
def test_an_open_file_can_be_read_and_not_written_and_its_holder_is_named(path, name, content, who):
    book = XlsxBook(path)
    assert book.holder() is None
    before = path.read_bytes()
    (path.parent / name).write_bytes(content)
    reading = book.read()
    assert book.holder() == who
    with pytest.raises(BookLocked) as caught:
        book.write(reading, [EDIT])
    assert f"by {who}." in str(caught.value)
    assert path.read_bytes() == before
    assert names(path.parent) == sorted([name, "team.xlsx"])


def test_a_lock_file_beside_a_links_target_counts(path, tmp_path):
    link = tmp_path / "link.xlsx"
    link.symlink_to(path)
    path.with_name("~$team.xlsx").write_bytes(b"\x03Ann")
    assert XlsxBook(link).holder() == "Ann (Excel)"


def test_a_lock_file_that_cannot_be_read_still_counts(path):
    path.with_name("~$team.xlsx").mkdir()
    assert XlsxBook(path).holder() == "another person (Excel)"


def test_what_a_killed_run_left_is_removed_and_nothing_else(path):
    stray = [
        ".team.xlsx.sheetsync-abc.tmp",
        ".team.bak.xlsx.sheetsync-abc.tmp",
        ".team.xlsx.sheetsync-lock",
    ]
    kept = [".other.xlsx.sheetsync-abc.tmp", ".team.xlsx.tmp", "team.xlsx.sheetsync-abc.tmp"]
    for name in stray + kept:
        path.with_name(name).write_bytes(b"")
    book = XlsxBook(path)
    book.write(book.read(), [EDIT])
    assert names(path.parent) == sorted([*kept, "team.bak.xlsx", "team.xlsx"])


class TestReplaceAndCreate:
    def test_a_whole_new_workbook_goes_through_the_same_protocol(self, path):
        book = XlsxBook(path)
        reading, before, new = book.read(), path.read_bytes(), plain({"Tab": sheet("")})
        done = book.replace_with(reading, new)
        assert path.read_bytes() == new
        assert done.digest == book.read().digest
        assert path.with_name("team.bak.xlsx").read_bytes() == before
        with pytest.raises(StaleBook):
            book.replace_with(reading, new)

    def test_what_is_no_workbook_replaces_none(self, path):
        book = XlsxBook(path)
        with pytest.raises(WrongBook):
            book.replace_with(book.read(), b"nothing")
        with pytest.raises(WrongBook):
            XlsxBook(path.with_name("new.xlsx")).create(b"nothing")
        assert names(path.parent) == ["team.xlsx"]

    def test_a_new_file_is_created_whole(self, tmp_path):
        new = plain({"Tab": sheet("")})
        book = XlsxBook(tmp_path / "new.xlsx")
        done = book.create(new)
        assert done.digest == book.read().digest
        assert names(tmp_path) == ["new.xlsx"]
        assert book.path.stat().st_mode & 0o777 == 0o666 & ~xlsx_save._umask()

    @pytest.mark.parametrize("links", [True, False])
    def test_an_existing_file_is_never_overwritten(self, path, monkeypatch, links):
        if not links:
            monkeypatch.setattr(os, "link", no_links)
        before = path.read_bytes()
        with pytest.raises(BookError, match="already exists"):
            XlsxBook(path).create(plain({"Tab": sheet("")}))
        assert path.read_bytes() == before
        assert names(path.parent) == ["team.xlsx"]

    def test_drives_without_hard_links_take_new_files(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "link", no_links)
        new = plain({"Tab": sheet("")})
        XlsxBook(tmp_path / "new.xlsx").create(new)
        assert (tmp_path / "new.xlsx").read_bytes() == new
        assert names(tmp_path) == ["new.xlsx"]

    def test_a_folder_that_is_not_there_is_said_so(self, tmp_path):
        with pytest.raises(BookError, match="folder is no longer there"):
            XlsxBook(tmp_path / "none" / "new.xlsx").create(plain({"Tab": sheet("")}))


def no_links(*_):
    raise OSError(errno.EPERM, "no hard links here")


def in_child(task, *, unprivileged=False):
    """Run ``task`` in a forked process and give the line that it returns."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        line = "died"
        try:
            if unprivileged and os.getuid() == 0:
                os.setgid(65_534)
                os.setuid(65_534)
            line = task()
        except (BookError, OSError) as error:
            line = f"{type(error).__name__}: {error}"
        finally:
            os.write(writer, line.encode())
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answers:
        answer = answers.read().decode()
    os.waitpid(child, 0)
    return answer


def write_once(path):
    book = XlsxBook(path)
    book.write(book.read(), [EDIT])
    return "written"


@pytest.mark.parametrize("room", [0, 2_000])
def test_a_full_disk_changes_nothing_and_leaves_nothing(path, room):
    before = path.read_bytes()
    assert len(before) > room

    def task():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        return write_once(path)

    assert "BookError: The disk is full" in in_child(task)
    assert path.read_bytes() == before
    assert names(path.parent) == ["team.xlsx"]


def test_a_read_only_folder_is_said_so_and_nothing_changes(tmp_path):
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    folder = tmp_path / "fixed"
    folder.mkdir()
    path = write_rich(folder / "team.xlsx")
    path.chmod(0o666)
    folder.chmod(0o555)
    before = path.read_bytes()
    answer = in_child(lambda: write_once(path), unprivileged=True)
    folder.chmod(0o755)
    assert "read-only" in answer
    assert path.read_bytes() == before
    assert names(folder) == ["team.xlsx"]


def test_a_read_only_file_is_not_replaced(path):
    path.chmod(0o444)
    before = path.read_bytes()
    with pytest.raises(BookError, match="read-only"):
        write_once(path)
    assert path.read_bytes() == before
    assert names(path.parent) == ["team.xlsx"]


def test_a_broken_disk_is_said_so(path, monkeypatch):
    def broken(_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    before = path.read_bytes()
    with pytest.raises(BookError, match="Input/output error"):
        write_once(path)
    assert path.read_bytes() == before
    assert names(path.parent) == ["team.xlsx"]


def test_bytes_that_come_back_different_from_disk_are_not_put_in_place(path, monkeypatch):
    fsync, before = os.fsync, path.read_bytes()

    def corrupting(descriptor):
        os.pwrite(descriptor, b"\x00" * 64, 300)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", corrupting)
    with pytest.raises(BookError):
        write_once(path)
    assert path.read_bytes() == before
    assert names(path.parent) == ["team.xlsx"]


CHILD = """
import os, signal, sys
from sheetsync.book import TabEdit
from sheetsync.books.xlsx import XlsxBook

calls = 0
def dying(real):
    def call(*given, **more):
        global calls
        calls += 1
        if calls == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **more)
    return call

book = XlsxBook(sys.argv[1])
reading = book.read()
for name in ("open", "fsync", "chmod", "replace", "rename", "unlink", "close", "write", "stat"):
    setattr(os, name, dying(getattr(os, name)))
book.write(reading, [TabEdit("Lists", {(3, 3): "new"})])
print(calls)
"""


def test_a_run_killed_at_any_moment_leaves_the_old_or_the_new_file_whole(tmp_path):
    moments = run_child(write_rich(tmp_path / "team.xlsx"), 0)
    assert moments >= 20
    seen = set()
    for moment in range(1, moments + 1, 2):
        folder = tmp_path / str(moment)
        folder.mkdir()
        path = write_rich(folder / "team.xlsx")
        before = path.read_bytes()
        assert run_child(path, moment) is None
        package = Package(path.read_bytes())
        assert all(package.read(name) is not None for name in package.names)
        seen.add(path.read_bytes() == before)
        strays = {n for n in names(folder) if n.startswith(".team.") and n.endswith(".tmp")}
        assert len(strays) <= 2  # the new file's and the backup's
        assert set(names(folder)) <= {
            "team.xlsx",
            "team.bak.xlsx",
            ".team.xlsx.sheetsync-lock",
            *strays,
        }
        book = XlsxBook(path)
        book.write(book.read(), [TabEdit("Lists", {(5, 5): "after"})])
        assert names(folder) == ["team.bak.xlsx", "team.xlsx"]
    assert seen == {True, False}


def run_child(path, moment):
    command = [sys.executable, "-c", CHILD, str(path), str(moment)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    if done.returncode == -signal.SIGKILL:
        return None
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


RACER = """
import sys, time
from sheetsync.book import TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.errors import BookLocked, StaleBook

book = XlsxBook(sys.argv[1])
reading = book.read()
print("ready", flush=True)
start = float(sys.stdin.readline())
while time.time() < start:
    pass
try:
    book.write(reading, [TabEdit("Lists", {(3, 3): sys.argv[2]})])
    print("written")
except (BookLocked, StaleBook) as error:
    print(type(error).__name__)
"""


def test_of_two_runs_at_once_exactly_one_writes(path):
    for turn in range(3):
        writers = (f"one {turn}", f"two {turn}")
        command = [sys.executable, "-c", RACER, str(path)]
        racers = [
            subprocess.Popen(
                [*command, name], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for name in writers
        ]
        for racer in racers:
            assert racer.stdout.readline() == "ready\n"
        start = f"{time.time() + 0.05}\n"
        for racer in racers:
            racer.stdin.write(start)
            racer.stdin.flush()
        outcomes = [racer.communicate(timeout=60)[0].strip() for racer in racers]
        assert outcomes.count("written") == 1, outcomes
        assert set(outcomes) <= {"written", "StaleBook", "BookLocked"}
        winner = writers[outcomes.index("written")]
        assert XlsxBook(path).read().grids[1].columns[3][3] == winner
        assert names(path.parent) == ["team.bak.xlsx", "team.xlsx"]


def test_a_lock_that_its_owner_deleted_in_between_is_not_taken_for_one(path, monkeypatch):
    lock, handle, tries = xlsx_locks._lock, path.with_name(".team.xlsx.sheetsync-lock"), []

    def late(descriptor):
        tries.append(descriptor)
        if len(tries) == 1:
            handle.unlink()
        elif len(tries) == 2:
            handle.unlink()
            handle.write_bytes(b"another run's")
        return lock(descriptor)

    monkeypatch.setattr(xlsx_locks, "_lock", late)
    assert write_once(path) == "written"
    assert len(tries) == 3


def test_a_lock_that_cannot_be_deleted_hinders_nobody(path, monkeypatch):
    unlink = Path.unlink

    def stuck(self, **more):
        if self.name.endswith("-lock"):
            raise PermissionError(errno.EACCES, "in use")
        unlink(self, **more)

    monkeypatch.setattr(Path, "unlink", stuck)
    assert write_once(path) == "written"
    book = XlsxBook(path)
    book.write(book.read(), [TabEdit("Lists", {(4, 4): "again"})])
    assert ".team.xlsx.sheetsync-lock" in names(path.parent)


def test_a_run_steps_back_while_another_holds_the_file(path):
    import fcntl

    before = path.read_bytes()
    with path.with_name(".team.xlsx.sheetsync-lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(BookLocked, match="Another sheetsync run"):
            write_once(path)
    assert path.read_bytes() == before
    assert write_once(path) == "written"
