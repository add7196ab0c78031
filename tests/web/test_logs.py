"""Logs are JSON lines, ours and gunicorn's, with the request's id and nothing of an article."""

from __future__ import annotations

import json
import logging
import logging.config
from collections.abc import Iterator

import pytest

from dateline.web.logs import config

NAMES = ("", "dateline", "gunicorn.error", "gunicorn.access")


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """The configuration of a running service, taken back afterwards."""
    before = {name: (logging.getLogger(name).level, list(logging.getLogger(name).handlers)) for name in NAMES}
    logging.config.dictConfig(config("INFO"))
    yield
    for name, (level, handlers) in before.items():
        logger = logging.getLogger(name)
        logger.setLevel(level)
        logger.handlers[:] = handlers
        logger.propagate = True


@pytest.mark.usefixtures("logged")
def test_a_line_is_json_with_what_belongs_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("dateline.access").info("request", extra={"request_id": "r-1", "status": 200})
    line = json.loads(capsys.readouterr().err)
    assert {"level": "INFO", "logger": "dateline.access", "message": "request", "request_id": "r-1", "status": 200} == {
        name: value for name, value in line.items() if name != "timestamp"
    }
    assert line["timestamp"].endswith("+00:00")


@pytest.mark.usefixtures("logged")
def test_gunicorns_own_access_log_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("gunicorn.access").info("203.0.113.7 GET /?title=secret")
    logging.getLogger("dateline.web").debug("below the level")
    assert "" == capsys.readouterr().err
