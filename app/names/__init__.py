"""What there is to know about names, as pure functions: no database, no clock, no settings.

The way of a name::

    normalise     any Unicode text -> plain lower-case letters and tokens
    voorvoegsels  "van der", "v d", "vdberg": known particles, loose or glued
    sound         a token -> its sound form (klank) and its skeleton, by the rules in data/klankregels.txt
    roepnamen     the groups of names that stand for each other, from data/roepnamen.txt
    profile       what the street side knows of one person's name and birth date
    parts         a profile -> its name parts; a part -> the spellings under which it is found
    keys          a profile -> the equality keys under which the person is found; a question -> the keys to look at
    difference    two tokens -> which kind of difference lies between them, and how likely that is
    birth_date    what people type as a birth date; which kind of difference lies between two of them
    score         evidence for and against "this is the person who is meant"

Everything here is deterministic: no set is iterated where order could show.
"""
