"""`make golden`: write the expected texts anew. Read the difference before you commit it."""

from __future__ import annotations

from .cases import CASES, SMALL, difference, files_of, of_its_own
from .harness import EXPECTED, texts


def main() -> None:
    base = texts(files_of())
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.txt"):
        if old.stem not in base:
            old.unlink()
    for name, text in base.items():
        (EXPECTED / f"{name}.txt").write_text(text, encoding="utf-8")
    small = of_its_own(base, texts(files_of(SMALL)))
    (SMALL / "expected.txt").write_text(small, encoding="utf-8")
    for case in CASES:
        (case / "expected.diff").write_text(
            difference(base, texts(files_of(case))), encoding="utf-8"
        )


main()
