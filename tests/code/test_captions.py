"""Tables written in Markdown get what the catalogue's own have."""

from __future__ import annotations

from catalogue.site.captions import captioned

WRITTEN = """<div aria-label="Tiedostot" class="table-frame" role="region" tabindex="0">
<table><thead><tr><th>Mitä</th><th>Missä</th></tr></thead><tbody><tr><td>A</td><td>B</td></tr></tbody></table>
</div><p>Loppu.</p>"""


def test_table_written_by_hand_has_a_caption_scopes_and_its_fold() -> None:
    made = captioned(WRITTEN)
    assert '<caption class="visually-hidden">Tiedostot</caption>' in made
    assert made.count('<th scope="col">') == 2
    assert (
        '</table>\n</div><details class="take" lang="fi" data-take=""><summary>Vie taulukko mukanasi: '
        "lauseina, kopiona tai tiedostona</summary></details><p>Loppu.</p>"
    ) in made
    assert captioned("<p>Ei taulukkoa.</p>") == "<p>Ei taulukkoa.</p>"
