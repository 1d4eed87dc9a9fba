"""Gathers what the writing page needs beside the catalogue itself into one folder: `gather.py FOLDER`.

Nothing of it is committed. JavaScript comes from node_modules (`npm ci`), Python from the environment that runs this,
except the one compiled library, whose wheel for the browser is fetched by pip and held to the hashes of the lock.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
BROWSER = ("pyemscripten_2026_0_wasm32", "314")  # what pyodide 314 runs
LIBRARIES = (
    "annotated-types",
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "pydantic",
    "pyyaml",
    "rapidfuzz",
    "typing-extensions",
    "typing-inspection",
)
STAND_INS = ("nh3.py", "orjson.py")  # for compiled libraries that the browser cannot have
LOCALES = re.compile(r"babel/locale-data/(?!(?:fi|fi_FI|root)\.dat$)")
COMPRESSED = (".mjs", ".js", ".wasm")  # by the server on the way; the rest is compressed already
EPOCH = (1980, 1, 1, 0, 0, 0)


def main(folder: Path) -> None:
    """Write the parts into `folder`, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in PYODIDE:
        shutil.copyfile(ROOT / "node_modules" / "pyodide" / name, folder / name)
    _bundle(folder)
    with zipfile.ZipFile(folder / "libraries.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in sorted({**dict(_pure()), **dict(_compiled())}.items()):
            made.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    (folder / "megatavuja").write_text(str(_megabytes(folder)), encoding="ascii")


def _megabytes(folder: Path) -> int:
    """What a reader fetches, without the catalogue itself."""
    sizes = (
        len(zlib.compress(path.read_bytes())) if path.suffix in COMPRESSED else path.stat().st_size
        for path in folder.iterdir()
    )
    return round(sum(sizes) / 1_000_000)


def _bundle(folder: Path) -> None:
    """The page's programs with CodeMirror, and the worker with the cleaner of HTML."""
    command = [
        str(ROOT / "node_modules" / ".bin" / "esbuild"),
        *(str(HERE / name) for name in ("start.js", "main.js", "worker.js", "desk.css")),
        "--bundle",
        "--external:./main.js",  # fetched when the reader asks
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=linked",
        "--log-level=warning",
        f"--outdir={folder}",
    ]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - the project's own tool and files


def _pure() -> Iterator[tuple[str, bytes]]:
    """The files of the libraries that are Python alone, or get on without their compiled parts."""
    for name in STAND_INS:
        yield name, (HERE / name).read_bytes()
    for library in LIBRARIES:
        for file in distribution(library).files or ():
            name = file.as_posix()
            kept = name.endswith((".py", ".dat", "entry_points.txt", "METADATA", "LICENSE"))
            if kept and not name.startswith("..") and not LOCALES.match(name):
                yield name, Path(file.locate()).read_bytes()


def _compiled() -> Iterator[tuple[str, bytes]]:
    """pydantic-core, in the version of this environment."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    stanza = re.search(r"^pydantic-core==[^\n]*\\\n(?:    --hash=[^\n]*\n)+", lock, re.MULTILINE)
    if stanza is None:
        raise SystemExit("requirements.lock: pydantic-core puuttuu.")
    platform, python = BROWSER
    with tempfile.TemporaryDirectory() as place:
        wanted = Path(place, "wanted.txt")
        wanted.write_text(stanza[0], encoding="utf-8")
        command = [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--require-hashes", "--only-binary", ":all:", "--dest", place),
            *("--platform", platform, "--python-version", python),
            *("--implementation", "cp", "--abi", f"cp{python}", "--requirement", str(wanted)),
        ]
        subprocess.run(command, check=True)  # noqa: S603 - pip with the project's own lock
        wheel = next(Path(place).glob("*.whl")).read_bytes()
    with zipfile.ZipFile(io.BytesIO(wheel)) as opened:
        for name in opened.namelist():
            yield name, opened.read(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
