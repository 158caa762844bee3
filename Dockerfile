# Two stages: the first has what it takes to install, the second only what it takes to run.

FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/veldwijzer
WORKDIR /src
COPY locks/ locks/
RUN /opt/veldwijzer/bin/pip install --require-hashes -r locks/runtime.txt \
    && python -m venv /opt/build && /opt/build/bin/pip install --require-hashes -r locks/build.txt
COPY pyproject.toml README.md LICENSE ./
COPY app/ app/
COPY api/ api/
COPY pwa/ pwa/
COPY migrations/ migrations/
RUN /opt/build/bin/hatchling build -t wheel -d /tmp/wheel \
    && /opt/veldwijzer/bin/pip install --no-deps /tmp/wheel/*.whl

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin veldwijzer \
    && install -d -o veldwijzer -g veldwijzer -m 0700 /var/lib/veldwijzer
COPY --from=build /opt/veldwijzer /opt/veldwijzer
ENV PATH=/opt/veldwijzer/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    VAR_DIR=/var/lib/veldwijzer \
    HOST=0.0.0.0 \
    PORT=8000
USER veldwijzer
WORKDIR /var/lib/veldwijzer
# The file system may be read-only; only this volume (SQLite, the secret) and /dev/shm are written.
VOLUME /var/lib/veldwijzer
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/ready', timeout=2)"]
ENTRYPOINT ["veldwijzer"]
CMD ["serve"]
