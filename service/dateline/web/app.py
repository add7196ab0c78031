"""The application and the blueprint. The blueprint touches nothing of its host: what it handles, it handles for its own
routes only."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Flask, Response
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.middleware.proxy_fix import ProxyFix

from dateline.errors import ArticleError
from dateline.extractor import Extractor
from dateline.settings import Settings
from dateline.web import cors, trace
from dateline.web.problems import Problem, on_article, on_crash, on_http, on_problem
from dateline.web.routes import ROUTES, Route
from dateline.web.service import Reads, Service

STATIC = "/dateline-static"
"""Where the pages' files are: not /static, which is a host's own."""

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE"})


def create_app(settings: Settings | None = None, extractor: Reads | None = None) -> Flask:
    """The service as a WSGI application: settings from the environment, the model loaded and warm.

    Raises ``ModelError`` where the model cannot be loaded, ``EnvValidationError`` where a setting is wrong.
    """
    settings = settings or Settings.load()
    app = Flask("dateline.web", static_folder=None)
    service = Service(extractor or Extractor(settings.model), settings)
    app.register_blueprint(_blueprint(service, "dateline", None))
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(Exception, on_crash)
    app.after_request(partial(trace.finish, service.metrics.answered))
    app.extensions["dateline"] = service
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops, hops, hops)  # type: ignore[method-assign]
    return app


def create_blueprint(
    extractor: Reads | None = None,
    settings: Settings | None = None,
    *,
    name: str = "dateline",
    url_prefix: str | None = None,
) -> Blueprint:
    """The same routes for another application. Several may stand in one, each with a ``name`` and prefix of its own.

    Reads no environment: the settings are the defaults where none are given.
    """
    settings = settings or Settings()
    return _blueprint(Service(extractor or Extractor(settings.model), settings), name, url_prefix)


def _blueprint(service: Service, name: str, url_prefix: str | None) -> Blueprint:
    blueprint = Blueprint(
        name,
        "dateline.web",
        url_prefix=url_prefix,
        static_folder="static" if service.settings.docs or service.settings.page else None,
        static_url_path=STATIC,
        template_folder="templates",
    )
    blueprint.before_request(trace.begin)
    blueprint.after_request(partial(trace.finish, service.metrics.answered))
    if service.settings.cors_origins:
        blueprint.after_request(partial(cors.allow, frozenset(service.settings.cors_origins.split())))
    blueprint.register_error_handler(Problem, on_problem)
    blueprint.register_error_handler(ArticleError, on_article)
    blueprint.register_error_handler(HTTPException, on_http)
    blueprint.register_error_handler(Exception, on_crash)
    for route in ROUTES:
        if _wanted(route, service.settings):
            _add(blueprint, route, service)
    service.warm_up()
    return blueprint


def _wanted(route: Route, settings: Settings) -> bool:
    """The pages and the figures can be switched off, each by the setting of its name."""
    return route.name not in {"page", "docs", "metrics"} or bool(getattr(settings, route.name))


def _add(blueprint: Blueprint, route: Route, service: Service) -> None:
    """The route, and its 405: left to the framework, that would be the host's page."""
    methods = {route.method} | ({"HEAD"} if route.method == "GET" else set())
    blueprint.add_url_rule(
        route.path, route.name, partial(route.answer, service), methods=sorted(methods), provide_automatic_options=False
    )
    allowed = sorted(methods | {"OPTIONS"})
    blueprint.add_url_rule(
        route.path,
        f"{route.name}_options",
        partial(_options, allowed),
        methods=["OPTIONS"],
        provide_automatic_options=False,
    )
    blueprint.add_url_rule(
        route.path,
        f"not_{route.name}",
        partial(_refuse, allowed),
        methods=sorted(METHODS - methods),
        provide_automatic_options=False,
    )


def _options(allowed: list[str]) -> Response:
    return Response(status=204, headers={"Allow": ", ".join(allowed)})


def _refuse(allowed: list[str]) -> Response:
    raise MethodNotAllowed(allowed)
