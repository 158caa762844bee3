"""Measuring the search: questions with known answers, made from a register by seeded corruptions.

``soorten`` lists the kinds of questions, a line a kind: a garble of the name (``persoon``, ``achternaam``, and in them
``corrupt``) with a way to give the date. ``questions`` asks them about registered persons and about those who were left
out (``register``), ``meten`` puts them to the search, ``tally`` counts what was right, ``verslag`` says so; ``bewaard``
keeps a filled register for the next time, ``toevoegen`` times the adding of one person.

What is garbled into what is a knowledge of its own, in ``data`` here (``kennis`` reads it): how a name is written by
who heard it, or who learned another way to write it, and what people are called. None of it is derived from the rules
in ``app/names``, so that the search is not measured with its own ruler.
"""
