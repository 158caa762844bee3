"""The hot path: a question in, an answer out; two statements a look, and one for the card.

``question`` checks what was typed, ``search`` alone asks the database, ``candidates`` says which keys to look at,
``decide`` chooses between card, candidates, unknown and refine, ``zoek`` puts them together, ``consult`` records.
"""
