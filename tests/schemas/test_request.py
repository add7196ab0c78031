"""What a client may send: every wrong field is named, with a pointer, at once."""

from __future__ import annotations

from typing import Any

import pytest
from marshmallow import ValidationError

from dateline_schemas import TimelineRequest, errors_of

ONE_BODY = "Give exactly one of text, html and paragraphs."
EMPTY = "The article is empty."


def errors(given: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        TimelineRequest().load(given)
    return [(item["pointer"], item["detail"]) for item in errors_of(caught.value.messages)]


@pytest.mark.parametrize(
    ("pointers", "given"),
    [
        pytest.param([""], {}, id="no body"),
        pytest.param([""], {"text": None}, id="a null body is none"),
        pytest.param([""], [], id="a list"),
        pytest.param([""], "text", id="a string"),
        pytest.param(["/html", "/text"], {"text": "a", "html": "b"}, id="two bodies"),
        pytest.param(
            ["/html", "/paragraphs", "/text"], {"text": "a", "html": "b", "paragraphs": ["c"]}, id="three bodies"
        ),
        pytest.param(["/text"], {"text": " \n\t"}, id="blank text"),
        pytest.param(["/html"], {"html": ""}, id="empty html"),
        pytest.param(["/paragraphs"], {"paragraphs": []}, id="no paragraphs"),
        pytest.param(["/paragraphs"], {"paragraphs": ["", " "]}, id="blank paragraphs"),
        pytest.param(["/paragraphs/1"], {"paragraphs": ["a", 1]}, id="a number among paragraphs"),
        pytest.param(["/paragraphs"], {"paragraphs": "a"}, id="paragraphs as a string"),
        pytest.param(["/text"], {"text": 1}, id="text as a number"),
        pytest.param(["/published"], {"text": "a", "published": "15 September 2022"}, id="a date in words"),
        pytest.param(["/published"], {"text": "a", "published": "2022-02-30"}, id="a day that is not"),
        pytest.param(["/published"], {"text": "a", "published": "2022"}, id="a year"),
        pytest.param(["/published"], {"text": "a", "published": ""}, id="an empty date"),
        pytest.param(["/published"], {"text": "a", "published": 20220915}, id="a date as a number"),
        pytest.param(["/timezone"], {"text": "a", "timezone": "Mars/Olympus"}, id="no such zone"),
        pytest.param(["/timezone"], {"text": "a", "timezone": "../etc/passwd"}, id="a path for a zone"),
        pytest.param(["/language"], {"text": "a", "language": "tlh"}, id="a language we cannot read"),
        pytest.param(["/include/1"], {"text": "a", "include": ["text", "everything"]}, id="unknown include"),
        pytest.param(["/min_confidence"], {"text": "a", "min_confidence": 1.5}, id="more than certain"),
        pytest.param(["/min_confidence"], {"text": "a", "min_confidence": "0.5"}, id="a number in quotes"),
        pytest.param(["/min_confidence"], {"text": "a", "min_confidence": True}, id="true for a number"),
        pytest.param(["/min_confidence"], {"text": "a", "min_confidence": float("nan")}, id="no number"),
        pytest.param(["/offset_unit"], {"text": "a", "offset_unit": "byte"}, id="unknown unit"),
        pytest.param(["/a~1b~0"], {"text": "a", "a/b~": 1}, id="an unknown name is escaped"),
        pytest.param(["/language", "/published", "/txt"], {"text": "a", "txt": 1, "published": "x", "language": "x"},
                     id="all at once"),
    ],
)  # fmt: skip
def test_every_wrong_field_is_pointed_at(pointers: list[str], given: Any) -> None:
    assert pointers == [pointer for pointer, _ in errors(given)]


@pytest.mark.parametrize(
    ("detail", "given"),
    [
        pytest.param(ONE_BODY, {}, id="no body"),
        pytest.param(EMPTY, {"text": ""}, id="empty"),
        pytest.param("Not a supported language. Supported: en.", {"text": "a", "language": "xx"}, id="language"),
        pytest.param(
            "Unknown field. Known: text, html, paragraphs, title, published, timezone, url, language, id, include, "
            "min_confidence, offset_unit.",
            {"text": "a", "date": "b"},
            id="an unknown name is answered with the known ones",
        ),
    ],
)
def test_the_detail_helps(detail: str, given: Any) -> None:
    assert [detail] == [said for _, said in errors(given)]


@pytest.mark.parametrize(
    "published",
    ["2022-09-15", "20220915", "2022-09-15T08:30", "2022-09-15T08:30:00Z", "2022-09-15 08:30:00.5+02:00", "2022-W37-4"],
)
def test_iso_dates_and_times_are_taken_as_they_are(published: str) -> None:
    assert {"text": "a", "published": published} == TimelineRequest().load({"text": "a", "published": published})


def test_a_null_is_the_same_as_nothing() -> None:
    given = dict.fromkeys(TimelineRequest().fields)
    assert {"text": "a"} == TimelineRequest().load({**given, "text": "a"})


def test_text_is_kept_to_the_letter() -> None:
    text = "\ufeff a\r\nb\u00ad\u0000 "
    assert text == TimelineRequest().load({"text": text})["text"]
