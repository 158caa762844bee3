"""Measuring the search: questions with known answers, made from a register by seeded corruptions.

``corrupt`` garbles names and dates the way they are garbled on the street, ``questions`` makes questions of each kind
out of profiles, ``tally`` counts what was right. The corruptions know nothing of the rules in ``app/names``: they are a
list of their own, so that the search is not measured with its own ruler. (The two share one table, the short forms of
names, for there is no other; those figures say whether the table is used well, not whether it is complete.)
"""
