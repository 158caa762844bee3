"""The number of the rules by which names are taken apart, sound, and are found.

Whatever the street side stores about a name (its keys, its parts, their spellings) holds what the rules said when it
was written. So each of those rows bears the number of its rules, and a process asks only for rows of its own. Raise the
number when a change in this folder or in ``data/`` makes other keys or parts of any name: a test compares a digest.
"""

REGELS = 1
# In a key there is room for so many at a time; a number comes back only long after its rows are gone.
MOST_AT_A_TIME = 16
