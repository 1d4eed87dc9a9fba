"""The real site, built by the real generators into a folder, and served on loopback."""

from __future__ import annotations

import fcntl
import functools
import gzip
import http.server
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
PATH = "tyokykymallit"  # of the site's address in mkdocs.yml
MODELS = Path(__file__).parent / "pages" / "models"
MADE_UP, MODEL = "made-up", "koivula/koulutus"  # the site of made-up data, and a short model of it
PACKED = {".html", ".css", ".js", ".json", ".svg", ".csv", ".xml", ".txt"}  # as transferred
WORDS = ("sanat.tsv", "saumat.txt")  # what a build worked out of Finnish words
FRAMES = "kehykset.json"  # the frames of the made-up site, stored beside it
EPOCH = "1796083200"  # any moment after what the data tells will do: 1.12.2026


def environment(**extra: str) -> dict[str, str]:
    """The environment of a build that can be repeated: no one's SITE_URL, one build date, UTF-8."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL")
    }
    return (
        kept | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | extra
    )


def build(
    generator: str, target: Path, root: Path = ROOT, **extra: str
) -> subprocess.CompletedProcess[str]:
    """`mkdocs` or `properdocs` builds the site under `root` strictly into `target`; what it printed and its status."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            generator,
            "build",
            "--strict",
            "--config-file",
            str(root / "mkdocs.yml"),
            "--site-dir",
            str(target),
        ],
        cwd=root,
        env=environment(**extra),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def copy_project(folder: Path) -> Path:
    """A copy of everything that a build reads, in `folder`, so that a test may change it."""
    for name in ("hooks", "overrides", "content", "models"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def made_up_project(folder: Path, like: Path | None = None) -> Path:
    """A copy of the project whose data files are those of the golden pages; its texts name a model of theirs.

    `like`: a built project of the same texts, whose words need no working out again.
    """
    project = copy_project(folder)
    if like:
        (project / ".cache").mkdir()
        for name in WORDS:
            shutil.copy(like / ".cache" / name, project / ".cache")
    shutil.rmtree(project / "models")
    shutil.copytree(MODELS, project / "models", ignore=shutil.ignore_patterns("links.json"))
    guide = project / "content" / "svenska.md"  # it names types and a county of the real catalogue
    text = guide.read_text(encoding="utf-8")
    guide.write_text(
        re.sub(r"\]\((tyypit|alueet)/[a-z-]+/index\.md", r"](\1/index.md", text), encoding="utf-8"
    )
    page = project / "content" / "avoin-data.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        re.sub(r"models/[a-z-]+/[a-z-]+\.json", f"models/{MODEL}.json", text), encoding="utf-8"
    )
    return project


def shared_site(
    folder: Path,
    generator: str,
    name: str = "",
    project: Callable[[Path], Path] | None = None,
    **extra: str,
) -> Path:
    """The site in `folder/<name>`, built by the first of the test processes that asks for it.

    `project` makes what it is built of, in `folder/<name>-project`; without it that is the repository.
    """
    name = name or generator
    target = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (target / "index.html").exists():
            root = project(folder / f"{name}-project") if project else ROOT
            done = build(generator, target, root, **extra)
            assert done.returncode == 0, done.stderr
    return target


def files(site: Path) -> dict[str, Path]:
    """Every file of a site by its path there."""
    return {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    """Names of the files that only one site has or that differ."""
    ours, theirs = files(one), files(other)
    common = ours.keys() & theirs.keys()
    return sorted(
        (ours.keys() ^ theirs.keys())
        | {name for name in common if ours[name].read_bytes() != theirs[name].read_bytes()}
    )


@functools.lru_cache(maxsize=128)
def packed(path: Path, _changed: int) -> bytes:
    """The file as it is sent; a page is asked for many times."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does, packed with gzip, and keeps silent."""

    protocol_version = "HTTP/1.1"
    late = 0.0  # seconds that a script takes, as it does on a slow line

    def send_head(self) -> Any:
        """Texts are packed; what is asked for is found, and what is not there is told, as the library does."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in PACKED or not path.is_file():
            return super().send_head()
        if path.suffix == ".js":
            time.sleep(self.late)
        sent = packed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(sent)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(sent)

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def serving(folder: Path, *, late: float = 0.0) -> Iterator[str]:
    """The address of a server on loopback that serves `folder`; ends with a slash. Scripts come `late` by so many seconds."""
    handler = type("Handler", (Quiet,), {"late": late})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    )
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
