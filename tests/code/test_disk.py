"""What a disk can do: each kind is told in Finnish with the right exit status, and nothing is left out or half written."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

import mkdocs_hooks
from catalogue import writing
from catalogue.cache import Cache
from catalogue.commands.main import main
from catalogue.finnish.joints import Joints
from catalogue.finnish.morphology import Analysis, Morphology
from catalogue.load import load
from catalogue.problems import InvalidCatalogue
from catalogue.reading import disk
from golden import BASE
from sitegen.serving import telling_of_port

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


TOO_DEEP = "Kansioita on sisäkkäin yli 20. Tiedostoja niissä ei luettu. Siirrä tai poista kansio."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE / "models", tmp_path / "models"))


def told(folder: Path) -> list[str]:
    with pytest.raises(InvalidCatalogue) as caught:
        load(folder)
    return [f"{problem.path}: {problem.message}" for problem in caught.value.problems]


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(20_000_000_000)  # a hole: it takes no room


def socket_at(path: Path) -> None:
    """Stands for devices too, which only the machine's owner may make."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # an absolute path may be too long for one


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.symlink_to("/olematon"), disk.LINK),
        (lambda path: path.symlink_to(ROOT / "LICENSE"), disk.LINK),
        (os.mkfifo, disk.NO_FILE),
        (socket_at, disk.NO_FILE),
        (huge, disk.LARGE),
    ],
    ids=["dangling-link", "link", "pipe", "socket", "20-gigabytes"],
)
def test_what_is_no_plain_file_is_told_and_not_opened(
    folder: Path, make: Callable[[Path], None], message: str
) -> None:
    make(folder / "mantyla" / "uusi.yml")
    assert told(folder) == [f"models/mantyla/uusi.yml: {message}"]


def test_folders_without_end_are_told_and_not_followed(folder: Path) -> None:
    (folder / "mantyla" / "/".join("d" * 40)).mkdir(parents=True)
    assert told(folder) == [f"models/mantyla/{'d/' * 18}d: {TOO_DEEP}"]


def test_folder_that_is_a_file_is_called_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "models").write_text("x", encoding="utf-8")
    for command in ("check", "links"):
        assert main([command, str(tmp_path / "models")]) == 2
        assert "models on tiedosto, ei kansio." in capsys.readouterr().err


def test_two_names_that_are_one_on_other_machines_are_told(folder: Path) -> None:
    (folder / "mantyla" / "Neuvonta.yml").write_bytes(
        (folder / "mantyla" / "neuvonta.yml").read_bytes()
    )
    (folder / "mantyla" / "k\u202eo.yml").write_text("name: x", encoding="utf-8")
    shown = "\n".join(told(folder))
    assert "models/mantyla/neuvonta.yml on jo. Anna toinen nimi tai poista toinen." in shown
    with pytest.raises(InvalidCatalogue) as caught:
        load(folder)
    assert "models/mantyla/k\\u202eo.yml" in str(caught.value)


def test_folder_of_a_region_that_is_a_link_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "mantyla").rename(tmp_path / "muualla")
    (folder / "mantyla").symlink_to(tmp_path / "muualla", target_is_directory=True)
    assert f"models/mantyla: {disk.LINK}" in told(folder)


def test_data_in_a_folder_that_is_named_as_that_of_the_schemas_is_not_passed_by(
    folder: Path,
) -> None:
    (folder / "schema").mkdir()
    shutil.copy(folder / "mantyla" / "neuvonta.yml", folder / "schema" / "neuvonta.yml")
    assert any(line.startswith("models/schema/neuvonta.yml: ") for line in told(folder))


@pytest.mark.parametrize("what", ["read_bytes", "scandir"])
def test_what_the_system_does_not_let_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """The test may run as one who may read everything, so that the refusal is made by hand."""
    read, listed = Path.read_bytes, os.scandir

    def refusing_file(path: Path) -> bytes:
        if path.name == "neuvonta.yml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    def refusing_folder(path: Path) -> object:
        if Path(path).name == "mantyla":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    if what == "scandir":
        monkeypatch.setattr(os, "scandir", refusing_folder)
        assert "models/mantyla: Kansiota ei voi lukea (Permission denied)." in told(folder)
    else:
        monkeypatch.setattr(Path, "read_bytes", refusing_file)
        assert told(folder) == [
            "models/mantyla/neuvonta.yml: Tiedostoa ei voi lukea (Permission denied)."
        ]


def test_schema_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "schema"
    assert main(["schema", str(folder)]) == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "model.json").write_text("vanha", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["schema", str(folder)]) == 2
    assert "No space left on device" in capsys.readouterr().err
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after == before | {"model.json": b"vanha"}


@pytest.mark.parametrize(
    "step",
    ["tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"],
)
def test_full_disk_at_any_step_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "links.json"
    path.write_text("vanha", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(writing.Unwritable, match="No space left on device"):
        writing.replace(path, "uusi")
    assert {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()} == {
        "links.json": "vanha"
    }


@pytest.mark.parametrize("left", [b"\n", b"\xff", b"\n{", b"[]", b"rules 1\tx"])
def test_memory_of_earlier_builds_that_is_spoilt_is_made_anew(tmp_path: Path, left: bytes) -> None:
    path = tmp_path / "sanat.tsv"
    sound = Morphology(path, known={"sana": Analysis(("sana",))}, new=True)
    sound.save()
    path.write_bytes(path.read_bytes().partition(b"\n")[0] + b"\n" + left)
    made = Morphology(path)
    assert (made.known, made.spoilt) == ({}, True)
    (tmp_path / "saumat.txt").write_bytes(left)
    assert Joints(tmp_path / "saumat.txt").known == {}


def test_memory_that_cannot_be_left_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "tiedosto").write_text("x", encoding="utf-8")
    made = Cache(tmp_path / "tiedosto").shelf("haku")
    made.put("a", 1)
    made.save()
    joints = Joints(tmp_path / "tiedosto" / "saumat.txt", {"sana": "sana"}, new=True)
    joints.save()
    assert [one.name for one in tmp_path.iterdir()] == ["tiedosto"]


def test_what_the_disk_does_to_the_site_generator_is_told_in_a_sentence() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "site/haku/index.html")
    with pytest.raises(SystemExit, match=r"site/haku/index.html ei voi lukea tai kirjoittaa \(No"):
        mkdocs_hooks.on_build_error(full)
    mkdocs_hooks.on_build_error(ValueError("a fault of ours stays what it is"))


def test_port_that_is_taken_is_told_in_a_sentence() -> None:
    def taken() -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    server = SimpleNamespace(server_bind=taken, server_address=("127.0.0.1", 8000))
    telling_of_port(server)
    with pytest.raises(SystemExit, match=r"127.0.0.1:8000 .*Address already.* PORT=8001"):
        server.server_bind()


def run(*arguments: str, out: Path | None = None, **environment: str) -> tuple[int, str]:
    with (out or Path(os.devnull)).open("w") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "catalogue.commands.main", *arguments],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "hooks"), **environment},
            cwd=ROOT, stdout=stream, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    return done.returncode, done.stderr.decode("utf-8", "replace")


def test_coverage_is_told_on_a_terminal_of_ascii() -> None:
    status, errors = run("coverage", str(BASE / "models"), PYTHONIOENCODING="ascii")
    assert (status, errors) == (0, "")


def test_full_disk_under_the_list_of_problems_is_told() -> None:
    status, errors = run("coverage", str(BASE / "models"), out=Path("/dev/full"))
    assert status == 2 and "Tulostetta ei voi lukea tai kirjoittaa" in errors
    assert "Traceback" not in errors


def test_site_into_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "kehykset.json").write_text("{}", encoding="utf-8")
    status, errors = run("site", str(tmp_path / "puuttuu.json"), str(tmp_path / "ulos"))
    assert status == 2 and "puuttuu.json" in errors and "Traceback" not in errors


def test_check_reads_the_pages_beside_the_data(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "content").mkdir()
    (folder.parent / "content" / "sivu.md").write_text("# Sivu\n", encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.startswith("content/sivu.md:1:1: Sivulta puuttuvat alkutiedot.")
