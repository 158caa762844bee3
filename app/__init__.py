"""What the service knows and does: no HTTP in here.

The map of the house::

    config     frozen Settings, the only reader of the environment
    core       the composition root: the only place that constructs engines, caches and services
    errors     the domain's errors, each with a stable code
    strictjson JSON from outside, without its loose ends
    store/     engines, tables by feature, the one transaction helper that commits
    names/     pure functions: normalise Dutch names, search keys, scores
    register/  persons, abonnementen and what is agreed; publishing to the street; the register file
    werk/      what all work at the desk shares: an act as one transaction, who may see which abonnement
    abonnementen/, formulier/, contactpersonen/, afspraken/, werklijst/
               the desk: opening, the shared form, whom to call, what is agreed, what is left to do
    organisaties/, post/
               who works in the chain, and the mail that asks them to look
    lookup/    the hot path: search, decide, straatkaart
    evaluatie/ questions with known answers, and how well the search answers them
    access/    accounts, passwords, sessions, roles and their permissions
    audit/     the trail: a closed catalogue of events, durable before the answer leaves
    demo/      the demonstration register and its accounts
    commands/  the command line, one module a command

Who may import whom, enforced by ``tests/test_architecture.py``:

* nothing here imports ``api``, flask or JWT; marshmallow only in ``register/fileformat.py``, for a file is an edge too;
* ``names`` and every ``rules.py`` import the standard library and rapidfuzz only;
* ``lookup`` and ``register`` never import each other: they meet in the tables of the street;
* nothing but ``core`` and ``commands`` constructs, nothing but ``config`` reads the environment;
* ``store/transaction.py`` holds the one function that commits.
"""
