"""`python -m mistakes [SET …]`: how many mistakes are answered so that their maker knows what to do."""

from __future__ import annotations

import sys

from mistakes.scorer import scored

names = sys.argv[1:] or ["corpus", "unseen", "second", "twelve", "later", "fresh", "last"]
for name in names:
    found = scored(name)
    for one in found:
        if one.lacks:
            print(f"{one.case.name}: {one.lacks}")
            for problem in one.said[:4]:
                print(f"    {str(problem)[:300]}")
    helped = sum(not one.lacks for one in found)
    print(f"{name}: {helped} of {len(found)} help ({100 * helped / len(found):.0f} %)")
