"""The HTTP service: a Flask application, and a blueprint to put into another. The only room that knows Flask."""

from dateline.web.app import create_app, create_blueprint

__all__ = ["create_app", "create_blueprint"]
