"""Each format from a sample of its own specification's shape; what is ambiguous, wrong or hostile."""

from __future__ import annotations

import json
import time
from datetime import date
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.errors import ArticleError, PayloadError
from dateline.inputs import INPUTS, OWN, article, read, recognise
from dateline.published import infer
from dateline.values import Article, Publication
from dateline_schemas import examples
from tests.inputs.samples import HTML, JSON_LD, NEWS_PLEASE, NINJS_1, NINJS_2, NINJS_3, SAMPLES, TEXT, TRAFILATURA


def at(payload: Any, pointer: str) -> Any:
    """What a JSON pointer (RFC 6901) points at."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    return reduce(lambda value, step: value[int(step)] if isinstance(value, list) else value[step], steps, payload)


def published(article: Article) -> Publication:
    return infer(article, clean(article), ())


def refused(payload: Any, name: str | None = None) -> list[tuple[str, str]]:
    """The pointers and details with which the payload is refused."""
    with pytest.raises(PayloadError) as raised:
        article(payload, name=name)
    return [*raised.value.wrong]


@pytest.mark.parametrize(("name", "payload", "pointer"), SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_recognised_and_read(name: str, payload: Any, pointer: str) -> None:
    assert name == recognise(payload, "json")
    read = article(payload)
    assert read.payload is not None
    assert (name, pointer) == (read.payload.format, read.payload.body)
    assert ("Council meets about the bridge", "en") == (read.title, read.language)
    assert TEXT == clean(read).text.replace("\n\n", " ")


@pytest.mark.parametrize(("name", "payload", "pointer"), SAMPLES.values(), ids=SAMPLES)
def test_offsets_index_the_string_that_the_pointer_names(name: str, payload: Any, pointer: str) -> None:
    read = article(payload)
    assert at(payload, pointer) == read.sent
    found = clean(read)
    start = found.text.index("March 2012")
    assert "March 2012" == found.source(type(found.paragraphs[0])(start, start + 10)).of(at(payload, pointer))


@pytest.mark.parametrize(("name", "payload", "pointer"), SAMPLES.values(), ids=SAMPLES)
def test_the_stamp_of_a_payload_is_its_publication_date(name: str, payload: Any, pointer: str) -> None:
    found = published(article(payload))
    assert (date(2013, 2, 12), "payload", None) == (found.day, found.source, found.evidence)
    assert found.pointer is not None
    assert found.quote == at(payload, found.pointer)


@pytest.mark.parametrize("name", ["ninjs", "schema.org", "news-please", "trafilatura"])
def test_the_examples_of_the_contract_are_what_they_say(name: str) -> None:
    payload = {
        "ninjs": examples.NINJS, "schema.org": examples.JSON_LD, "news-please": examples.NEWS_PLEASE,
        "trafilatura": examples.TRAFILATURA,
    }[name]  # fmt: skip
    assert (name, examples.TEXT) == (recognise(payload, "json"), article(payload).sent)


FIELDS: dict[str, tuple[dict[str, str], Any]] = {
    "ninjs with a web address for its URI": (
        {"id": "https://news.example/items/7", "url": "https://news.example/items/7"},
        NINJS_1,
    ),
    "ninjs with a URN": ({"id": "urn:newsml:news.example:20130212:7"}, NINJS_3),
    "JSON-LD": ({"id": "https://news.example/bridge#article", "url": "https://news.example/bridge"}, JSON_LD),
    "news-please": ({"url": "https://news.example/bridge"}, NEWS_PLEASE),
    "trafilatura": ({"url": "https://news.example/bridge"}, TRAFILATURA),
}


@pytest.mark.parametrize(("fields", "payload"), FIELDS.values(), ids=FIELDS)
def test_the_other_fields_of_a_payload(fields: dict[str, str], payload: Any) -> None:
    read = article(payload)
    assert fields == {name: value for name in ("id", "url") if (value := getattr(read, name)) is not None}


def test_what_the_caller_says_goes_before_the_payload() -> None:
    read = article(NINJS_1, title="Mine", published="2013-02-15", id="i")
    assert ("Mine", "i") == (read.title, read.id)
    found = published(read)
    assert (date(2013, 2, 15), "given") == (found.day, found.source)
    assert ["publication-date-disagreement"] == [warning.code for warning in found.warnings]


BODIES: dict[str, tuple[str, dict[str, Any]]] = {
    "text before HTML": ("/body_text", NINJS_1),
    "XHTML before Superdesk's HTML": ("/body_xhtml", {"body_html": HTML, "body_xhtml": HTML}),
    "a body of another name": ("/body_web", {"body_web": HTML}),
    "a blank body is none": ("/body_html", {"body_text": " ", "body_html": HTML}),
    "a null body is none": ("/body_html", {"body_text": None, "body_html": HTML}),
    "the main body before others": (
        "/bodies/1/value",
        {"bodies": [{"role": "summary", "value": "Short."}, {"role": "main", "value": TEXT}]},
    ),
    "a body without type is text": ("/bodies/0/value", {"bodies": [{"value": TEXT}]}),
    "a type with a charset": (
        "/bodies/0/value",
        {"bodies": [{"contentType": "text/plain; charset=utf-8", "value": TEXT}]},
    ),
    "one body of a role of the sender's": (
        "/bodies/0/value",
        {"bodies": [{"role": "x-web", "contenttype": "text/html", "value": HTML}]},
    ),
}


@pytest.mark.parametrize(("pointer", "payload"), BODIES.values(), ids=BODIES)
def test_the_body_of_ninjs(pointer: str, payload: dict[str, Any]) -> None:
    read = article(payload)
    assert read.payload is not None
    assert (pointer, at(payload, pointer)) == (read.payload.body, read.sent)


LINKED: dict[str, tuple[str, Any]] = {
    "a full IRI for a type": ("/articleBody", JSON_LD | {"@type": "https://schema.org/NewsArticle"}),
    "several types": ("/articleBody", JSON_LD | {"@type": ["Thing", "BlogPosting"]}),
    "a value object": ("/articleBody/@value", JSON_LD | {"articleBody": {"@value": TEXT, "@language": "en"}}),
    "a list of one": ("/articleBody/0", JSON_LD | {"articleBody": [TEXT]}),
    "names with a prefix": ("/schema:articleBody", {"@type": "schema:NewsArticle", "schema:articleBody": TEXT}),
    "names that are IRIs": (
        "/http:~1~1schema.org~1articleBody/0/@value",
        [{"@type": ["http://schema.org/Article"], "http://schema.org/articleBody": [{"@value": TEXT}]}],
    ),
    "no type at all": ("/articleBody", {"articleBody": TEXT}),
    "only one of two has a body": ("/1/articleBody", [{"@type": "NewsArticle", "headline": "Teaser"}, JSON_LD]),
    "a language and a publisher's id that are objects": (
        *("/articleBody", JSON_LD | {"inLanguage": {"@type": "Language", "name": "English"}, "identifier": {"x": 1}}),
    ),
}


@pytest.mark.parametrize(("pointer", "payload"), LINKED.values(), ids=LINKED)
def test_the_shapes_of_json_ld(pointer: str, payload: Any) -> None:
    read = article(payload)
    assert read.payload is not None
    assert TEXT == read.sent
    assert pointer.removeprefix("/0" if isinstance(payload, list) and len(payload) == 1 else "") in read.payload.body


STAMPS: dict[str, tuple[str | None, Any]] = {
    "the version's day, not the first one's": ("2013-02-12", NINJS_1),
    "the first one's where the version has none": ("2013-02-11", NINJS_1 | {"versioncreated": None}),
    "no embargo": (None, {"body_text": TEXT, "embargoed": "2013-02-14T06:00:00Z"}),
    "no embargo of ninjs 3": (None, NINJS_3 | dict.fromkeys(("versionCreated", "firstCreated", "contentCreated"))),
    "no modification": (None, {"@type": "Article", "articleBody": TEXT, "dateModified": "2013-02-13"}),
    "no making": (None, {"@type": "Article", "articleBody": TEXT, "dateCreated": "2013-02-13"}),
    "no download": (None, NEWS_PLEASE | {"date_publish": None}),
    "no stamp that cannot be read": (None, NEWS_PLEASE | {"date_publish": "last week"}),
}


@pytest.mark.parametrize(("day", "payload"), STAMPS.values(), ids=STAMPS)
def test_which_stamp_is_the_publication_date(day: str | None, payload: Any) -> None:
    found = published(article({name: value for name, value in payload.items() if name != "url"}))
    assert day == (found.day.isoformat() if found.day else None)


def test_a_stamp_is_the_day_that_it_was_in_the_articles_zone() -> None:
    late = NINJS_2 | {"versioncreated": "2013-02-12T23:30:00Z"}
    assert date(2013, 2, 13) == published(article(late, timezone="Europe/Oslo")).day


DISAGREEING: dict[str, tuple[list[str], Any]] = {
    "a change after publication agrees": ([], JSON_LD),
    "a change before publication does not": (
        ["publication-date-disagreement"],
        JSON_LD | {"dateModified": "2013-02-01"},
    ),
    "made before its version": ([], NINJS_1),
    "made after its version": (["publication-date-disagreement"], NINJS_1 | {"firstcreated": "2013-03-01T00:00:00Z"}),
    "a date line of another day": (
        ["publication-date-disagreement"],
        NINJS_1 | {"body_text": f"Monday, 4 March 2013\n\n{TEXT}"},
    ),
}


@pytest.mark.parametrize(("codes", "payload"), DISAGREEING.values(), ids=DISAGREEING)
def test_stamps_that_cannot_all_be_right_are_said(codes: list[str], payload: Any) -> None:
    assert codes == [warning.code for warning in published(article(payload)).warnings]


# --- not one article ----------------------------------------------------------------------------------------------

AMBIGUOUS: dict[str, tuple[str, Any]] = {
    "ninjs and schema.org": ("ninjs, schema.org", NINJS_1 | {"articleBody": TEXT}),
    "our own and trafilatura": (f"{OWN}, trafilatura", TRAFILATURA | {"published": "2013-02-12"}),
    "our own and news-please": (f"{OWN}, news-please", {"maintext": TEXT, "paragraphs": [TEXT]}),
    "three": ("ninjs, schema.org, news-please", NEWS_PLEASE | {"articleBody": TEXT, "body_text": TEXT}),
}


@pytest.mark.parametrize(("candidates", "payload"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_a_payload_that_could_be_several_is_refused_with_the_candidates(candidates: str, payload: Any) -> None:
    assert [("", f"This could be {candidates}. Say which with input.")] == refused(payload)


def test_a_payload_that_could_be_several_is_read_as_the_one_that_is_named() -> None:
    both = NINJS_1 | {"articleBody": "The other."}
    assert ("The other.", TEXT) == (article(both, name="schema.org").sent, article(both, name="ninjs").sent)


@pytest.mark.parametrize("payload", [{"content": TEXT}, {"foo": {"text": TEXT}}], ids=["another name", "too deep"])
def test_a_payload_of_no_shape_is_refused_with_the_formats_there_are(payload: Any) -> None:
    [(pointer, detail)] = refused(payload)
    assert "" == pointer
    assert [] == [name for name, row in INPUTS.items() if row.kind == "json" and name not in detail]


@pytest.mark.parametrize("payload", [{}, [], "a", 1, None, True, [[]], {"text": TEXT}], ids=repr)
def test_what_may_be_our_own_request_is_left_to_it(payload: Any) -> None:
    assert OWN == recognise(payload, "json")


SEVERAL: dict[str, tuple[list[str], Any]] = {
    "two bodies of one role": (["/bodies/0/value", "/bodies/1/value"], {"bodies": [{"value": "a"}, {"value": "b"}]}),
    "two bodies of unknown roles": (
        ["/bodies/0/value", "/bodies/1/value"],
        {"bodies": [{"role": "x", "value": "a"}, {"role": "y", "value": "b"}]},
    ),
    "two bodies of unknown names": (["/body_a", "/body_b"], {"body_a": "a", "body_b": "b"}),
    "two articles": (["/0", "/1"], [JSON_LD, JSON_LD]),
}


@pytest.mark.parametrize(("pointers", "payload"), SEVERAL.values(), ids=SEVERAL)
def test_one_of_several_is_not_guessed(pointers: list[str], payload: Any) -> None:
    assert pointers == [pointer for pointer, _ in refused(payload)]


WRONG: dict[str, tuple[list[str], str | None, Any]] = {
    "a body that is a number": (["/body_text"], None, {"body_text": 1}),
    "a body that is a list": (["/maintext"], None, {"maintext": [TEXT, TEXT]}),
    "everything wrong": (
        ["/body_text", "/headline", "/versioncreated", "/language"],
        None,
        {"body_text": 1, "headline": [], "versioncreated": 2013, "language": {}},
    ),
    "bodies that are no list": (["/bodies"], None, {"bodies": {"value": TEXT}}),
    "a body that is no object": (["/bodies/0"], None, {"bodies": [TEXT]}),
    "a value that is no string": (["/bodies/0/value"], None, {"bodies": [{"value": 1}]}),
    "no body": ([""], None, {"versioncreated": "2013-02-12", "headline": "x"}),
    "only blank bodies": ([""], None, {"body_text": "\n", "body_html": ""}),
    "an article without body": (["/@graph/0"], None, {"@graph": [{"@type": "NewsArticle", "headline": "x"}]}),
    "a body of many strings": (["/articleBody"], None, {"@type": "NewsArticle", "articleBody": ["a", "b"]}),
    "not of the format named": ([""], "ninjs", {"text": TEXT}),
    "no article in what is named JSON-LD": ([""], "schema.org", {"text": TEXT}),
    "a list named ninjs": ([""], "ninjs", [NINJS_1]),
    "a string named news-please": ([""], "news-please", "x"),
    "a number named schema.org": ([""], "schema.org", 7),
}


@pytest.mark.parametrize(("pointers", "name", "payload"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_pointed_at(pointers: list[str], name: str | None, payload: Any) -> None:
    assert pointers == [pointer for pointer, _ in refused(payload, name)]


# --- anything at all ----------------------------------------------------------------------------------------------


def nested(depth: int, step: Any) -> Any:
    value: Any = JSON_LD
    for _ in range(depth):
        value = step(value)
    return value


HOSTILE: dict[str, Any] = {
    "deep lists": nested(900, lambda value: [value]),
    "deep graphs": nested(900, lambda value: {"@graph": value}),
    "deep values": {"@type": "Article", "articleBody": nested(900, lambda value: {"@value": value})},
    "many bodies": {"bodies": [{"role": "x", "value": "a"}] * 50_000},
    "many wrong bodies": {"bodies": [1] * 50_000},
    "many names": {f"body_{number}": 1 for number in range(50_000)},
    "many articles": [{"@type": "Article"}] * 50_000,
}


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_payload_is_refused_in_no_time(payload: Any) -> None:
    start = time.perf_counter()
    with pytest.raises(PayloadError):
        article(payload)
    assert time.perf_counter() - start < 2


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["@type", "@graph", "@value", "articleBody", "bodies", "body_text", "value", "role", "contenttype", "headline",
         "headlines", "maintext", "text", "hostname", "versioncreated", "date_publish", "language", "mainEntity", "~/"]
    ) | st.text(max_size=3), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(VALUES, st.sampled_from([name for name, row in INPUTS.items() if row.kind == "json"]))
def test_any_json_is_an_article_or_refused(payload: Any, name: str) -> None:
    """And where it is one, offsets index the string that the pointer names."""
    try:
        found = read(name, payload)
    except PayloadError:
        return
    for one in (found.body, found.title, found.url, found.language, found.id):
        assert one is None or one.value == at(payload, one.at)
    assert [stamp.value for stamp in found.stamps] == [at(payload, stamp.at) for stamp in found.stamps]
    json.dumps(found.fields)


def test_an_article_error_is_no_payload_error() -> None:
    """What only the engine can find wrong stays the engine's."""
    with pytest.raises(ArticleError):
        published(article(NINJS_1, timezone="Mars/Olympus"))
