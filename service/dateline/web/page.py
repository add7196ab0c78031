"""The two pages: at / one to read an article with, at /docs Swagger UI. Both from our own files, under a policy that
lets nothing else in."""

from __future__ import annotations

from flask import Response, render_template

_SELF = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
PAGE_POLICY = f"{_SELF}; require-trusted-types-for 'script'; trusted-types 'none'"
"""Besides, no string may become markup or script: the page shows what strangers wrote."""
DOCS_POLICY = f"{_SELF}; img-src 'self' data:"


def page(with_docs: bool) -> Response:
    """The page at /. Its addresses are relative, so it works under any prefix."""
    return _html("dateline/page.html", PAGE_POLICY, with_docs=with_docs)


def docs() -> Response:
    """The page at /docs."""
    return _html("dateline/docs.html", DOCS_POLICY)


def _html(template: str, policy: str, **values: object) -> Response:
    return Response(
        render_template(template, **values),
        content_type="text/html; charset=utf-8",
        headers={
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
        },
    )
