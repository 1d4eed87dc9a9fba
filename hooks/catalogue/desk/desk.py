"""A desk with the published files on it: drafts laid over them are checked by the rules of every file."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from catalogue.authoring.skeleton import Wanted, files, without_notes
from catalogue.authoring.tidy import tidied
from catalogue.changes.between import changes
from catalogue.changes.words import KINDS, name_of, sentences
from catalogue.desk.form import choices, forms
from catalogue.facts import Facts
from catalogue.load import assemble, checked, part_of, place_of_file
from catalogue.problems import InvalidCatalogue
from catalogue.schema.editor import KINDS as FILE_KINDS
from catalogue.site.page import Page
from catalogue.site.pages.model import model_view
from catalogue.site.parts import addresses
from catalogue.site.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from catalogue.facts import Build
    from catalogue.load import Part
    from catalogue.problems import Problem
    from catalogue.records import Catalogue

ROOT = "models"


class Desk:
    """`files` are the published ones by their path under `models/`; `drafts` stand over them.

    Everything that a method returns is plain data, ready for JSON.
    """

    def __init__(self, files: Mapping[str, bytes], templates: Path, build: Build) -> None:
        self.published = dict(files)
        self.drafts: dict[str, bytes] = {}
        self.build = build
        self.renderer = Renderer(templates, build)
        self._parts: dict[tuple[str, bytes], Part] = {}
        self.before, _ = self._assembled(self.published)
        self.after = self.before

    def start(self) -> dict[str, Any]:
        """What a form needs: the form of each kind of file, what may be chosen, and which files there are."""
        return {
            "forms": forms(),
            "choices": choices(self.before),
            "files": sorted(self.published),
            "kinds": {kind.name: kind.heading for kind in FILE_KINDS},
        }

    def text(self, path: str) -> str:
        """The published text of a file; empty of one that is not there."""
        return self.published.get(path, b"").decode()

    def begun(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """The texts that a new model begins with, by file: its own, its region's and its source's where there are none.

        `wanted` has the fields of `authoring.skeleton.Wanted`. The first file is the model's.
        """
        made = files(self.before, Wanted(**wanted), self.build.today)
        return {path: self.text(path) + without_notes(text) for path, text in made.items()}

    def tidied(self, path: str, text: str) -> str:
        """The text in the one form of all files; as it was where it cannot be read."""
        place = place_of_file(PurePosixPath(path))
        if isinstance(place, str):
            return text
        _, record_id, record = place
        return tidied(path, text.encode(), record, many=record_id is None).decode()

    def checked(self, drafts: Mapping[str, str]) -> dict[str, Any]:
        """Lay the drafts on the desk and judge everything.

        `problems`: each with path, line, column, rule, message and severity, those of the drafts first.
        `changes`: what would change in the catalogue, as Finnish sentences, by what it would change in.
        `choices`: as of `start`, with what the drafts bring.
        """
        self.drafts = {path: text.encode() for path, text in drafts.items()}
        files = {**self.published, **self.drafts}
        self.after, unread = self._assembled(files)
        found = [asdict(problem) for problem in _judged(self.after, unread)]
        mine = {f"{ROOT}/{path}" for path in self.drafts}
        found.sort(key=lambda problem: problem["path"] not in mine)
        return {
            "problems": found,
            "changes": self._changes(),
            "choices": choices(self.after),
        }

    def preview(self, path: str) -> str:
        """The model's page as it would be; empty while the file is no model or cannot be shown yet."""
        record = self.after.models.get(str(PurePosixPath(path).with_suffix("")))
        if record is None:
            return ""
        facts = Facts(self.after, self.build)
        try:
            view = model_view(facts, record)
            page = Page(addresses.WRITE, view.name, view.summary, "model.html", view)
            return self.renderer.html(page)
        except Exception:  # a draft with faults may be anything; its faults are told beside
            return ""

    def _assembled(self, files: Mapping[str, bytes]) -> tuple[Catalogue, list[Problem]]:
        catalogue, problems = assemble(ROOT, sorted(files.items()), self._part)
        return replace(catalogue, today=self.build.today), problems

    def _part(self, root: str, name: str, raw: bytes) -> Part:
        """A file that has not changed is not read again."""
        key = (name, raw)
        if key not in self._parts:
            self._parts[key] = part_of(root, name, raw)
        return self._parts[key]

    def _changes(self) -> list[dict[str, Any]]:
        return [
            {
                "what": f"{KINDS[one.kind].capitalize()} {name_of(record, one.kind)}".strip(),
                "sentences": list(sentences(one, self.after)),
            }
            for one in changes(self.before, self.after)
            if (record := one.after or one.before) is not None
        ]


def _judged(catalogue: Catalogue, unread: list[Problem]) -> tuple[Problem, ...]:
    """Every error and warning."""
    try:
        return checked(catalogue, unread).warnings
    except InvalidCatalogue as error:
        return error.problems
