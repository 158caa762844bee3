"""The only door: HTTP and JSON, and nothing that the service itself knows or decides.

How a request goes::

    wsgi       the composition of this package: settings -> core -> Flask; the entry for gunicorn
    routes     THE table: method, path, view, permission, audit event; registration loops over it
    auth       who is asking and may they: token, session, CSRF, permission; before any body is read
    tokens     the JWT: made, verified strictly, verified once; the cookies of the browser
    body       the bytes of a request become a JSON object, or a refusal
    schemas    the object becomes a frozen dataclass, or a list of fields that are wrong
    sessies, zoekvragen, redenen, health    the views, thin
    answers    what the views send, described for the API description
    problems   everything that goes wrong becomes one shape (RFC 9457)
    headers    what every answer carries
    logs       one line of JSON a request, without personal data
    openapi    the API description, made of the table and the schemas
    assets     the files of ``pwa/``: hashed, compressed and held in memory
    gunicorn   the settings of the server

Nothing here imports sqlalchemy or ``app.store``: the views ask the services in ``app.core.Core``.
"""
