"""The settings of the server, for ``gunicorn --config python:api.gunicorn``.

In production a reverse proxy stands in front and takes the slow clients: a few hundred slow connections keep any
threaded server busy. What is set here bounds what one request may cost.
"""

from pathlib import Path

from api import logs
from app.config import from_environment
from app.pauses import fewer_pauses

_settings = from_environment()

bind = f"{_settings.host}:{_settings.port}"
worker_class = "gthread"
workers = _settings.workers
threads = _settings.threads
# A worker that does not answer its master for this long is replaced; a request under way may finish for so long.
timeout = 30
graceful_timeout = 20
keepalive = 5
# No address of ours is long, and a token with its cookies is some 2 kB.
limit_request_line = 2048
limit_request_fields = 50
limit_request_field_size = 8190
# Heartbeats of the workers; on a disk they would wait for it.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - the file in it has no name.
# It would write a socket in the home folder, which a container does not have.
control_socket_disable = True
# Requests are logged by api.logs, by their route and without what was asked.
accesslog = None
loglevel = _settings.log_level.lower()
logconfig_dict = logs.settings(_settings.log_level)


def post_worker_init(_worker: object) -> None:
    """Called by gunicorn in each worker, when the application is loaded."""
    fewer_pauses()
