"""Styles and scripts are packed into few files that are named by what they hold."""

from __future__ import annotations

import re

import pytest

from catalogue.site.assets import Unpackable, packed

KEEPER = {"assets/modules.js": b"/* keeps */\nkeeper();\n"}


def pack(**scripts: str) -> tuple[str, dict[str, str]]:
    """The script that every page loads when `main.js` starts it, and the other files by their written names."""
    written = {f"assets/{name}.js": text.encode() for name, text in scripts.items()}
    made = packed(written | KEEPER, [], ["assets/main.js"])
    files = {address: content.decode() for address, content in made.files.items()}
    return files.pop(made.script), files


def test_name_changes_with_the_content_and_only_then() -> None:
    one, same, other = (
        packed({"assets/a.css": text, **KEEPER}, ["assets/a.css"], []).style
        for text in (b"a {}", b"a {}", b"b {}")
    )
    assert one == same != other
    assert re.fullmatch(r"assets/site\.[0-9a-f]{10}\.css", one)


def test_style_leads_to_the_new_name_of_a_font() -> None:
    made = packed(
        {"assets/a.css": b'x { src: url("fonts/f.woff2"); mask: url("data:x"); }', "assets/fonts/f.woff2": b"f", **KEEPER},
        ["assets/a.css"],
        [],
    )  # fmt: skip
    font = made.named["assets/fonts/f.woff2"]
    assert made.files[font] == b"f"
    assert f'url("{font.removeprefix("assets/")}")' in made.files[made.style].decode()
    assert b'url("data:x")' in made.files[made.style]


def test_what_runs_before_anything_is_painted_is_a_file_of_its_own() -> None:
    made = packed(
        {"assets/first.js": b"first()", "assets/a.js": b"a()", **KEEPER}, [], ["assets/a.js"]
    )
    assert made.files[made.named["assets/first.js"]] == b"first()"
    assert b"first" not in made.files[made.script] and b"a()" in made.files[made.script]


def test_style_sheets_are_layers_in_the_order_that_is_asked() -> None:
    made = packed(
        {"assets/a.css": b"x {}\n", "assets/b.css": b"y {}\n", **KEEPER},
        ["assets/b.css", "assets/a.css"],
        [],
    )
    assert made.files[made.style] == b"@layer b {\ny {}\n}\n@layer a {\nx {}\n}"


def test_module_comes_after_what_it_imports_and_once() -> None:
    script, _ = pack(
        main='import { one } from "./one.js";\nimport { two as deux } from "./two.js";\none(deux);\n',
        one='import { two } from "./two.js";\nexport function one() { return two; }\n',
        two="export const two = 2;\n",
    )
    assert re.findall(r'modules\.keep\("([^"]+)"', script) == ["two.js", "one.js", "main.js"]
    assert 'const { two: deux } = modules.use("two.js");' in script
    assert "return {one};" in script and "return {two};" in script
    assert script.rstrip().endswith('modules.use("main.js");')


def test_what_is_imported_later_is_a_file_of_its_own_without_what_pages_have() -> None:
    script, files = pack(
        main='import { shared } from "./shared.js";\nimport("./rare.js");\nshared();\n',
        rare='import { shared } from "./shared.js";\nimport { own } from "./own.js";\nown(shared);\n',
        shared="export function shared() {}\n",
        own="export const own = () => import.meta.url;\n",
    )
    assert 'modules.later("rare.js")' in script
    (name,) = (name for name in files if name.startswith("assets/rare."))
    assert re.findall(r'modules\.keep\("([^"]+)"', files[name]) == ["own.js", "rare.js"]
    assert f'modules.parts = {{"rare.js": "{name.removeprefix("assets/")}"}};' in script
    assert 'modules.at("own.js")' in files[name]


def test_every_line_that_is_sent_is_what_was_written_and_what_keeps_it_together() -> None:
    script, files = pack(
        main='import { one } from "./one.js";\n\nimport("./rare.js");\none();\n',
        one="// x\nexport async function one() {}\nexport const two = 2;\n",
        rare='import { two as deux } from "./one.js";\nexport class Rare {}\nrun(deux, import.meta.url);\n',
    )
    (rare,) = (name for name in files if name.startswith("assets/rare."))
    assert files[rare] == (
        'modules.keep("rare.js", () => {\n'
        'const { two: deux } = modules.use("one.js");\n'
        'class Rare {}\nrun(deux, modules.at("rare.js"));\nreturn {Rare};\n});\n'
    )
    assert script == (
        f'\nkeeper();\nmodules.parts = {{"rare.js": "{rare.removeprefix("assets/")}"}};\n'
        'modules.keep("one.js", () => {\n'
        "async function one() {}\nconst two = 2;\nreturn {one, two};\n});\n"
        'modules.keep("main.js", () => {\n'
        'const { one } = modules.use("one.js");\n'
        'modules.later("rare.js");\none();\nreturn {};\n});\n'
        'modules.use("main.js");\n'
    )


def test_remarks_are_not_sent() -> None:
    script, _ = pack(main='/** @typedef {import("./gone.js").Gone} Gone */\n// a remark\nrun();\n')
    assert "remark" not in script and "gone" not in script and "keeps" not in script


@pytest.mark.parametrize(
    "line",
    ['export let x = 1;', 'export { x };', 'export default x;', 'import x from "./x.js";', 'import(x);'],
)  # fmt: skip
def test_a_way_of_writing_that_is_not_known_stops_the_build(line: str) -> None:
    with pytest.raises(Unpackable, match=r"assets/main\.js"):
        pack(main=f"{line}\n")
