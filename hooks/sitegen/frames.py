"""The theme's page around the catalogue's pages, as the site generator itself renders it."""

from __future__ import annotations

from typing import Any

from catalogue.site import frame as frames
from catalogue.site.frame import Frame, Layout
from catalogue.site.page import meta

from .files import contents_list, page_file
from .run import part, run_of


class Frames:
    """The theme's page, rendered by the site generator itself: once for each layout, with marks for words."""

    def __init__(self, config: Any, env: Any, files: Any) -> None:
        self.config, self.env = config, env
        self.documents = [*files.documentation_pages()]
        self.known = {file.src_uri: file for file in self.documents}
        self.made: dict[Layout, Frame] = {}

    def frame(self, layout: Layout) -> Frame:
        """The frame of a layout."""
        if layout not in self.made:
            self.made[layout] = Frame.of(layout, self._rendered(layout))
        return self.made[layout]

    def of_few(self) -> dict[Layout, Frame]:
        """Frames of the pages that the generator writes itself, for a day without it."""
        made = run_of(self.config).site
        layouts = [
            frames.layout_of(one.first.page, one.first.html, alone=True)
            for one in made.singles.values()
        ]
        return {layout: Frame.of(layout, self._rendered(layout)) for layout in layouts}

    def _rendered(self, layout: Layout) -> str:
        """What MkDocs does with a page, with all plugins, except writing it."""
        config, nav = self.config, run_of(self.config).nav
        known = self.known.get(f"{layout.path}index.md")
        file = page_file(config, layout.path, frames.EDIT if layout.editable else "")
        page = part(config, "structure.pages").Page(None, file, config)
        kept = dict(vars(known.page)) if known else {}
        if known:  # a page of the navigation is marked there while it is the current one
            edit_url, page = page.edit_url, known.page
            page.edit_url = edit_url
        page.markdown, page.content = "", frames.CONTENT
        page.meta = meta(frames.TITLE, frames.DESCRIPTION if layout.described else "") | {
            "head": frames.HEAD,
            "headed": layout.headed,
        }
        page.toc = contents_list(config)
        page.active = True
        context = part(config, "commands.build").get_context(nav, self.documents, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        output = self.env.get_template("main.html").render(context)
        rendered: str = config.plugins.on_post_page(output, page=page, config=config)
        page.active = False
        vars(page).update(kept)
        return rendered
