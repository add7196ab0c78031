# The service with its model. Nothing is fetched at start; runs as nobody in particular, on a read-only root:
#   docker build -t dateline .
#   docker run --read-only --tmpfs /tmp -p 8000:8000 dateline

FROM python:3.11-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
# What changes seldom first: the libraries and the model are one cached layer.
COPY requirements.txt requirements-build.txt ./
RUN python -m venv /opt/dateline \
 && /opt/dateline/bin/pip install --require-hashes -r requirements.txt \
 && python -m pip install --require-hashes -r requirements-build.txt
COPY pyproject.toml README.md LICENSE ./
COPY service service
COPY schemas schemas
RUN python -m pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
 && /opt/dateline/bin/pip install --no-deps --no-index /wheels/dateline-*.whl \
 && /opt/dateline/bin/pip uninstall --yes pip \
 && /opt/dateline/bin/python -c "import dateline; dateline.Extractor()"

FROM python:3.11-slim
COPY --from=build /opt/dateline /opt/dateline
# One native thread a worker: the workers are the parallelism.
ENV PATH=/opt/dateline/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    OMP_NUM_THREADS=1 \
    DATELINE_HOST=0.0.0.0
USER 10001:10001
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["gunicorn", "--config", "python:dateline.web.gunicorn_conf"]
