"""Logs as JSON lines on stderr, ours and gunicorn's alike. Never a word of an article: no body, no query, no message of
an exception that an article may have caused."""

from __future__ import annotations

from typing import Any


def config(level: str) -> dict[str, Any]:
    """What ``logging.config.dictConfig`` takes."""
    said = {"level": level, "handlers": ["stderr"], "propagate": False}
    # Below INFO gunicorn quotes requests.
    server = said | {"level": "INFO" if level == "DEBUG" else level}
    silent = {"level": "CRITICAL", "handlers": [], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "fmt": "{levelname}{name}{message}",
                "style": "{",
                "rename_fields": {"levelname": "level", "name": "logger"},
                "timestamp": True,
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        # gunicorn's own access log would show addresses and queries; ours has the request id and neither.
        # What reads whole pages quotes them and their addresses in its warnings.
        "loggers": {
            "dateline": said,
            "gunicorn.error": server,
            **dict.fromkeys(("gunicorn.access", "trafilatura", "htmldate", "courlan", "justext"), silent),
        },
    }
