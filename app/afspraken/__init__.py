"""What is agreed about a person: written as one concept, judged by a second pair of eyes, and published as versions.

::

    model      the content of a concept as frozen values, and as the JSON that is stored and sent
    concept    write, submit, send back and throw away a concept; one at a time per abonnement
    volledig   what a concept needs before it can be submitted; the six criteria of a ZSM-advies (pure)
    goedkeuren approve and publish, in one transaction
    kaart      the card as its owner may see it: before it is published, and as it stood there at a moment
    geschiedenis  all published versions, and who made them
    nalezen    each text of a concept, read for its words; taal holds the advice itself (pure)
    acties     what an officer can be told to do: words, icon and colour
    versies    the published versions: read, add, and look at again ("nagekeken, nog juist")
"""
