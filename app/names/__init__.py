"""What there is to know about names, as pure functions: no database, no clock, no settings.

The way of a name::

    normalise         any Unicode text -> plain lower-case words
    voorvoegsels      "van der", "v d", "vdberg": known particles, loose or glued
    sound             a word -> its sound form (klank) and its consonants, by the rules in data/klankregels.txt
    schrijfwijzen     names that are one name in spellings too far apart for those rules, from data/schrijfwijzen.txt
    roepnamen         which names stand for each other, from data/roepnamen.txt
    profile           what the street side knows of one person's name and birth date
    parts             a profile -> its name parts; a part -> the spellings under which it is found
    asked             the name in a question, taken apart
    stored            a profile as it is stored for the search, with its name parts worked out
    keys              a profile -> the equality keys under which the person is found
    difference        two name parts -> which kind of difference lies between them, and how likely that is
    woordsoort        a word of a question -> its kind: a name, a month, a number, "rond", a title
    datumtaal         stretches of words that say something of a birth date or an age, and how each is read
    vrije_tekst       one line of text -> the name in it, and what it says of a birth date
    naamwoorden       which of the words that are left are the name, and which announce it
    birth_date        what people type as a birth date
    birth_difference  two birth dates -> which kind of difference lies between them, as evidence
    background        how likely it is that a stranger is called what was asked
    weighing          the parts of one question, weighed against the parts of one person after another
    matching          which asked name part stands for which registered one
    score             evidence for and against "this is the person who is meant"
    regels            the number of all these rules, for what they made is stored
    knowledge         reads the files in data/: name knowledge is data with a source

Everything here is deterministic: no set is iterated where order could show.
"""
