"""THIRD-PARTY.md says of every package what the package says of itself."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (npm: )?(`.+`) \| ([^|]+?) \|", re.MULTILINE)
# What packages write that have no SPDX expression, in their field or as a classifier.
SPDX = {
    "Apache Software License": "Apache-2.0",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT or Apache License": "MIT OR Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",  # the classifier tells no number; each was looked at
}
PERMISSIVE = re.compile(r"(?:Apache-2\.0|BSD-[23]-Clause|ISC|MIT|PSF-2\.0)(?: (?:AND|OR) |$)")


def said_by(package: str) -> str:
    """The licence of an installed package by its own metadata; an empty text where it tells none."""
    told = metadata.metadata(package)
    written = next(
        (one for key in ("License-Expression", "License") for one in told.get_all(key) or ()), ""
    )
    if written in SPDX or re.fullmatch(r"[\w. ()+-]*-[\w. ()+-]+|MIT|ISC", written):
        return SPDX.get(written, written)
    found = [one.rsplit(" :: ")[-1] for one in told.get_all("Classifier") or () if "License" in one]
    return " OR ".join(SPDX[one] for one in found)


def table() -> dict[str, str]:
    """Package to licence, npm's with its mark, as the page has them."""
    text = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    return {
        mark + canonicalize_name(name): licence.strip("*")
        for mark, names, licence in ROW.findall(text)
        for name in re.findall("`([^`]+)`", names)
    }


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def named(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


def required(packages: set[str]) -> set[str]:
    """The packages with everything that they need, on this machine."""
    found: set[str] = set()
    waiting = {*packages}
    while waiting:
        name = waiting.pop()
        found.add(name)
        needs = [Requirement(one) for one in metadata.requires(name) or ()]
        waiting |= {
            canonicalize_name(one.name)
            for one in needs
            if not one.marker or one.marker.evaluate({"extra": ""})
        } - found
    return found


def test_every_package_that_the_project_asks_for_is_told_with_its_licence() -> None:
    told, asked = table(), project()
    packages = named(asked["project"]["dependencies"]) | named(asked["dependency-groups"]["dev"])
    assert packages <= told.keys()
    for name, licence in told.items():
        if not name.startswith("npm: "):
            assert (said_by(name) or "MIT, vain lisenssitiedostossa") == licence, name


def test_nothing_else_that_comes_along_has_a_licence_that_asks_for_more() -> None:
    for name in required(named(project()["project"]["dependencies"])) - table().keys():
        assert PERMISSIVE.match(said_by(name)), (name, said_by(name))


def test_npm_packages_are_told_with_the_licence_of_the_lock() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    asked = lock[""]["devDependencies"]
    found = {f"npm: {name}": lock[f"node_modules/{name}"]["license"] for name in asked}
    assert found == {name: told for name, told in table().items() if name.startswith("npm: ")}
    others = {path: one.get("license", "") for path, one in lock.items() if path}
    for path, licence in others.items():
        assert PERMISSIVE.match(licence) or path.removeprefix("node_modules/") in asked, path
