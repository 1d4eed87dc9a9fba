"""A server while somebody edits: each page is made when it is asked for, and whatever stops a build is shown."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import click

from catalogue.asked import opened
from catalogue.site.faults import told_page
from catalogue.writing import replace

log = logging.getLogger("mkdocs.hooks.catalogue")


def serves_on_demand() -> bool:
    """Whether this is `mkdocs serve`, which `answering` can teach to make pages when they are asked for."""
    command = click.get_current_context(silent=True)
    return bool(command and command.info_name == "serve" and command.params.get("livereload"))


def answering(server: Any) -> None:
    """Teach the server: MkDocs would let the browser wait until a fault is mended."""
    build, answer, counter = server.builder, server.get_app(), opened(Path(server.root))

    def shown(*arguments: Any) -> None:
        with counter.lock:
            counter.asked = None
            try:
                build(*arguments)
            except (Exception, SystemExit) as error:
                log.error("%s", error)
                for name in ("index.html", "404.html"):
                    replace(Path(server.root) / name, told_page(str(error)))

    def answered(environ: dict[str, Any], start_response: Any) -> Any:
        """The server's answer; a build may begin between the making of a page and its answer, so it is looked for twice."""
        address = _address(server, environ["PATH_INFO"])
        head: list[Any] = []
        for _ in range(2):
            try:
                counter.lay(address)
            except Exception as error:
                log.exception("%s", address)
                start_response("500 Internal Server Error", [("Content-Type", "text/html")])
                return [told_page(str(error)).encode()]
            head.clear()
            body = answer(environ, lambda *told: head.extend(told))
            if not head[0].startswith("404"):
                break
        start_response(*head)
        return body

    server.builder = shown
    server.set_app(answered)
    telling_of_port(server)


def telling_of_port(server: Any) -> None:
    """A port that cannot be had is told in a sentence."""
    bind = server.server_bind

    def bound() -> None:
        try:
            bind()
        except OSError as error:
            where = ":".join(map(str, server.server_address[:2]))
            raise SystemExit(
                f"Osoitetta {where} ei saa käyttöön ({error.strerror}). "
                "Onko se jo käytössä? Valitse toinen portti: make serve PORT=8001"
            ) from None

    server.server_bind = bound


def _address(server: Any, path: str) -> str:
    """The file that is asked for, from the site's root."""
    asked = path.encode("latin-1").decode("utf-8", "ignore").removeprefix(server.mount_path)
    name = asked.rpartition("/")[2]
    return asked if "." in name else f"{asked.rstrip('/')}/index.html".removeprefix("/")
