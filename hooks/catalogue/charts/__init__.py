"""Charts as rows: each row is text of real size and one small SVG on an axis that all rows of a panel share.

Drawn here, not by a library: matplotlib, Altair (vl-convert), Observable Plot and pygal draw one picture of fixed
size, whose text shrinks on a phone and whose colours do not follow the theme. These marks are a line, a circle and
a rectangle, placed in per cent of the row's width, so that nothing is scaled and no script runs.
"""
