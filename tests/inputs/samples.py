"""Articles of our own in the shape of each format's specification. ``HTML`` is ``TEXT`` with tags."""

from __future__ import annotations

from typing import Any

TEXT = "The old bridge over the Aker collapsed in March 2012. The council met on Monday."
HTML = "<p>The old bridge over the Aker <b>collapsed</b> in March 2012.</p><p>The council met on Monday.</p>"

NINJS_1: dict[str, Any] = {
    "$standard": {"name": "ninjs", "version": "1.6"},
    "uri": "https://news.example/items/7",
    "type": "text",
    "mimetype": "text/plain",
    "language": "en",
    "versioncreated": "2013-02-12T09:30:00Z",
    "firstcreated": "2013-02-11T22:00:00Z",
    "embargoed": "2013-02-14T06:00:00Z",
    "headline": "Council meets about the bridge",
    "byline": "Jane Roe",
    "located": "Oslo",
    "body_text": TEXT,
    "body_xhtml": HTML,
}
NINJS_2: dict[str, Any] = {
    "standard": {"name": "ninjs", "version": "2.1"},
    "uri": "urn:newsml:news.example:20130212:7",
    "type": "text",
    "language": "en-GB",
    "versioncreated": "2013-02-12T09:30:00Z",
    "headlines": [
        {"role": "short", "contenttype": "text/plain", "value": "Council meets"},
        {"role": "main", "contenttype": "text/plain", "value": "Council meets about the bridge"},
    ],
    "bodies": [{"role": "main", "contenttype": "text/html", "charcount": len(HTML), "value": HTML}],
}
NINJS_3: dict[str, Any] = {
    "standard": {"name": "ninjs", "version": "3.1", "schema": "https://news.example/ninjs-schema_3.1.json"},
    "uri": "urn:newsml:news.example:20130212:7",
    "type": "text",
    "pubStatus": "usable",
    "language": "en-GB",
    "firstCreated": "2013-02-11T22:00:00Z",
    "versionCreated": "2013-02-12T09:30:00Z",
    "contentCreated": "2013-02-11T21:00:00Z",
    "embargoedUntil": "2013-02-14T06:00:00Z",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": "Council meets about the bridge"}],
    "bodies": [
        {"role": "main", "contentType": "text/html", "value": HTML},
        {"role": "main", "contentType": "text/plain", "value": TEXT},
    ],
}
SUPERDESK: dict[str, Any] = {
    "guid": "tag:news.example:2013:7",
    "headline": "Council meets about the bridge",
    "language": "en",
    "versioncreated": "2013-02-12T09:30:00+0000",
    "body_html": HTML,
}
JSON_LD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "https://news.example/bridge#article",
    "url": "https://news.example/bridge",
    "headline": "Council meets about the bridge",
    "inLanguage": "en-US",
    "datePublished": "2013-02-12T09:30:00+00:00",
    "dateModified": "2013-02-13T12:00:00+00:00",
    "author": {"@type": "Person", "name": "Jane Roe"},
    "articleBody": TEXT,
}
GRAPH: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "News", "url": "https://news.example/"},
        {"@type": "WebPage", "name": "Bridge", "datePublished": "2010-01-01"},
        JSON_LD,
    ],
}
NEWS_PLEASE: dict[str, Any] = {
    "authors": ["Jane Roe"],
    "date_download": "2013-02-20 08:00:00",
    "date_modify": None,
    "date_publish": "2013-02-12 09:30:00",
    "description": "The council met.",
    "filename": "https%3A%2F%2Fnews.example%2Fbridge.json",
    "image_url": None,
    "language": "en",
    "localpath": None,
    "maintext": TEXT,
    "source_domain": "news.example",
    "title": "Council meets about the bridge",
    "title_page": None,
    "title_rss": None,
    "url": "https://news.example/bridge",
}
TRAFILATURA: dict[str, Any] = {
    "title": "Council meets about the bridge",
    "author": "Jane Roe",
    "hostname": "news.example",
    "date": "2013-02-12",
    "fingerprint": "0f3c9a6b1d2e4f58",
    "id": None,
    "license": None,
    "comments": "",
    "raw_text": TEXT,
    "text": TEXT,
    "language": None,
    "image": None,
    "pagetype": "article",
    "filedate": "2013-02-20",
    "source": "https://news.example/bridge",
    "source-hostname": "News",
    "excerpt": "The council met.",
    "categories": "",
    "tags": "",
}

SAMPLES: dict[str, tuple[str, Any, str]] = {
    "ninjs 1.6": ("ninjs", NINJS_1, "/body_text"),
    "ninjs 2.1": ("ninjs", NINJS_2, "/bodies/0/value"),
    "ninjs 3.1": ("ninjs", NINJS_3, "/bodies/1/value"),
    "ninjs of Superdesk": ("ninjs", SUPERDESK, "/body_html"),
    "JSON-LD": ("schema.org", JSON_LD, "/articleBody"),
    "JSON-LD in a list": ("schema.org", [{"@type": "Organization", "name": "News"}, JSON_LD], "/1/articleBody"),
    "JSON-LD in a graph": ("schema.org", GRAPH, "/@graph/2/articleBody"),
    "JSON-LD of a page": (
        *("schema.org", {"@context": "https://schema.org", "@type": "WebPage", "mainEntity": JSON_LD}),
        "/mainEntity/articleBody",
    ),
    "news-please": ("news-please", NEWS_PLEASE, "/maintext"),
    "trafilatura": ("trafilatura", TRAFILATURA, "/text"),
}
"""Format, payload, and the JSON pointer of the body."""

MENU = "".join(f'<li><a href="https://news.example/2019/04/{day}/x">Section {day}</a></li>' for day in range(10, 20))
FIRST = "The old bridge over the Aker <b>collapsed</b> in March 2012, and nobody was hurt when it fell into the river."
SECOND = (
    "The council met on Monday and agreed to pay for a new one, that the town&nbsp;will open in the summer of 2014."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Council meets about the bridge | News</title>
<meta property="og:title" content="Council meets about the bridge">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Council meets about the bridge",
 "datePublished": "2013-02-12T09:30:00Z"}}
</script>
</head>
<body>
<div class="menu"><ul>{MENU}</ul></div>
<main><article>
<h1>Council meets about the bridge</h1>
<p class="byline">By Jane Roe</p>
<p>{FIRST}</p>
<p>{SECOND}</p>
</article></main>
<div class="sidebar"><h2>Most read</h2><ul><li><a href="/cat">Cat rescued from a tree in May 2011</a></li></ul></div>
<footer><p>Read the terms that we changed in June 2010.</p></footer>
</body>
</html>
"""
