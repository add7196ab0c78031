"""What the words mean: choices, the focus, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.dates import edtf
from dateline.timex import ground, recognise
from dateline.timex.explain import explain, readings
from dateline.values import CleanText, Grounded, Offsets, Publication, Span

TUESDAY = date(2013, 2, 12)


def values(text: str, published: date | None = TUESDAY) -> list[str]:
    return [grounded.value for grounded in readings(text, published)]


def whens(text: str, published: date | None = TUESDAY) -> list[str | None]:
    return [grounded.when and edtf(grounded.when) for grounded in readings(text, published)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["2012-07-25", "2012-07-26", "2012-07-28"],
                     "On 25 July 2012 he fell; the next day he woke; two days later he left.", id="a chain"),
        pytest.param(["2013-05", "2013-07"], "It will run between May and July.", id="two months"),
        pytest.param(["2010-05", "2010"], "He won in May 2010. That year he left.", id="that year"),
        pytest.param(["2010-05", "2010-05"], "He won in May 2010. By then he was ill.", id="then"),
        pytest.param(["PAST_REF"], "She has slept since then.", id="then, and nothing told"),
        pytest.param(["2010-05", "FUTURE_REF"], "He won in May 2010. He will sing by then.", id="then, and over"),
        pytest.param(["2014-05", "2014-05"], "They vote in May 2014. He will not sing until then.", id="then, to come"),
        pytest.param(["2012-Q3", "2011-Q3"], "Third-quarter sales rose from a year earlier.", id="a quarter compared"),
        pytest.param(["2012-Q3", "2012-Q2", "2011-Q3"],
                     "Third-quarter sales rose after a flat second quarter; a year earlier they fell.",
                     id="the newest quarter reported on"),
        pytest.param(["2013-02-10T20:45", "2013-02-10T19:45", "2013-02-10"],
                     "It fell at 8:45 pm local time (1945 GMT) on Sunday.", id="times before their day"),
        pytest.param(["2013-02-12T20:45", "2013-02-10"],
                     "It fell at 8:45 pm. On Sunday it rose.", id="the day of another sentence"),
        pytest.param(["2012-Q3", "P9M", "2011"],
                     "Third-quarter sales rose. In the nine months profit fell from a year earlier.",
                     id="a year so far compared"),
        pytest.param(["2012-Q3", "2011-Q3", "2012-Q3"],
                     "Third-quarter sales beat the 2011 quarter; in the quarter, costs fell.",
                     id="the quarter reported on"),
        pytest.param(["1944-06-06", "1944-06-07"], "On 6 June 1944 they landed. The following day it rained.",
                     id="a history"),
        pytest.param(["1944-06-06", "1944-08-25"],
                     "They landed on 6 June 1944; Paris fell on 25 August.", id="a month and day in a history"),
        pytest.param(["1944-06-06", "PRESENT_REF", "1944-06-07"],
                     "On 6 June 1944 they landed, we now know. A day later it rained.", id="now moves no focus"),
        pytest.param(["2012-Q2", "2012-07-31", "2011-Q2"],
                     "In the quarter ended July 31 it earned 3 euros, and 2 euros a year earlier.",
                     id="a quarter by its end"),
        pytest.param(["2012-Q2", "2012-06"], "Sales rose in the quarter to June 2012.", id="a quarter by its month"),
        pytest.param(["2012-Q3", "2012-Q3", "2012-06-30"],
                     "Third-quarter sales rose. In the quarter ended June 30 costs fell.",
                     id="a quarter by the company's own count"),
        pytest.param(["2013-W05", "2013-02-02"], "Claims fell in the week ended Feb. 2.", id="a week by its end"),
        pytest.param(["2014-03-03", "2014-03-05"], "Between March 3 and March 5, 2014.", id="one year for two"),
        pytest.param(["2011-12", "2012-03"], "It ran from December to March 2012.", id="over the turn of the year"),
        pytest.param(["2013-02-08", "2013-02-11"], "It ran from Friday to Monday.", id="from one weekday to another"),
        pytest.param(["2012-05", "2012-05"], "He left in May 2012. Two days later she came.", id="days after a month"),
        pytest.param(["2011-12", "2012-09-24", "2012-09-25"],
                     "It was set in December 2011. On 24 September 2012 it fell; the next day it rose.",
                     id="the next day counts from a day"),
        pytest.param(["2012-05-03", "2011-12", "PXD"],
                     "He fell on 3 May 2012. He had come in December 2011. Days later she came.",
                     id="days later count from the date just before"),
        pytest.param(["2010", "2011-06"], "He was held in 2010 and freed the following June.", id="the following June"),
        pytest.param(["2012-05", "2012-05-XX"], "He left in May 2012. That same day she came.",
                     id="some day of a month"),
    ],
)  # fmt: skip
def test_a_story_is_read_from_left_to_right(expected: list[str], text: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["2012-11-12/2013-02-12"], "It rained for the past three months.", id="the past three months"),
        pytest.param(["2012-12-04~/2013-02-12~"], "In recent weeks it rained.", id="recent weeks"),
        pytest.param(
            ["2012-07-25", "2012-07-26~/2012-08-04~"], "It fell on 25 July 2012. Days later it rose.", id="days later"
        ),
        pytest.param(["2012-07", "2012-07~"], "It fell in July 2012. Days later it rose.", id="days later, in it"),
        pytest.param(["2020"], "Since the beginning of 2020 it rained.", id="the beginning of a year"),
        pytest.param([None], "It rained for three days.", id="a plain duration"),
        pytest.param([None], "It rains every Friday.", id="a set"),
        pytest.param(["2013-02-12"], "It rains now.", id="now"),
        pytest.param([None], "It rained recently.", id="recently"),
        pytest.param(["199X"], "It rained in the 1990s.", id="a decade"),
        pytest.param(["2013-02-09/2013-02-10"], "It rained at the weekend.", id="the weekend just over"),
        pytest.param(["2013-07-09~/2013-08-07~"], "They fast in Ramadan.", id="a month of the moon"),
        pytest.param(["2012-04-16"], "It rained two days after Passover 2012.", id="counted from the end of a feast"),
        pytest.param(["2012-04-05"], "It rained two days before Passover 2012.", id="counted from its beginning"),
        pytest.param(["1850"], "It rained in Ramadan 1850.", id="a feast that nobody reckons"),
        pytest.param(
            ["2012-01/2012-09", "2012-09"], "It rained in the nine months through September 2012.", id="months ended"
        ),
        pytest.param(
            ["2012-10-18/2012-10-31", "2012-10-31"],
            "It rained in the two weeks through October 31, 2012.",
            id="weeks ended",
        ),
        pytest.param([None, "2012-12-25"], "It is two weeks to Christmas 2012.", id="weeks to go"),
        pytest.param(["2012-01/2012-09", "2012"], "It rained in the first nine months of 2012.", id="first months of"),
        pytest.param(["2003/2013"], "It has rained for the last ten years.", id="years up to now"),
        pytest.param(
            ["1999", "1999/2002"],
            "It was bought in 1999; in the following three years it shrank.",
            id="years after",
        ),
        pytest.param(
            ["2012-05", "2012-05/2012-08"],
            "It was bought in May 2012; in the following three months it shrank.",
            id="months after",
        ),
        pytest.param(["1919", "1920"], "It burned in 1919 and rose 14 months later.", id="months after a year"),
        pytest.param([None], "She rang on the morning of the funeral.", id="the morning of an event"),
    ],
)
def test_a_time_is_a_stretch_of_days_where_it_names_one(expected: list[str | None], text: str) -> None:
    assert whens(text) == expected


def test_early_narrows_to_a_third() -> None:
    (early,) = readings("It opened in early 2012.", TUESDAY)
    assert early.when is not None
    assert (early.when.earliest, early.when.latest) == (date(2012, 1, 1), date(2012, 5, 1))
    assert early.timex.mod == "START"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("XXXX-05-01", "Talks resume 1 May."),
        ("XXXX-XX", "It rained last month."),
        ("XXXX-WXX-5", "He left Friday."),
        ("XXXX-XX-XX", "He left yesterday."),
        ("P3M", "It rained for the past three months."),
    ],
)
def test_without_a_publication_date_a_relative_time_stays_open(expected: str, text: str) -> None:
    (found,) = readings(text, None)
    assert (found.value, found.when) == (expected, None)


def test_without_a_publication_date_a_complete_date_can_be_counted_from() -> None:
    assert values("On 25 July 2012 he fell; two days later he left.", None) == ["2012-07-25", "2012-07-27"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["2012-09-15", "2012-04-03"], "Signed on 15/09/2012 and 03/04/2012."),
        (["2012-09-15", "2012-03-04"], "Signed on 09/15/2012 and 03/04/2012."),
        (["2012-09-15", "2012-03-04"], "Signed on Sept. 15, 2012 and 03/04/2012."),
    ],
    ids=["a day above twelve", "a month after which the day stands", "the order of dates in words"],
)
def test_the_order_of_numeric_dates_is_the_documents(expected: list[str], text: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("weekday-contradicts-date", "It fell on Sunday, 11 February 2013."),
        ("impossible-date", "It fell on 29 February 2013."),
        ("impossible-date", "Filed 31.2.2012."),
        ("two-digit-year", "It fell in '98."),
        ("two-digit-year", "It fell on 15/9/12."),
        ("ambiguous-date-order", "It fell on 3/4/2012."),
    ],
)
def test_a_date_in_doubt_warns(code: str, text: str) -> None:
    (found,) = readings(text, TUESDAY)
    assert [warning.code for warning in found.warnings] == [code]


def test_a_weekday_that_contradicts_its_date_keeps_the_date() -> None:
    assert values("It fell on Sunday, 11 February 2013.") == ["2013-02-11"]


def test_the_reason_is_one_sentence_with_the_words_and_the_anchor() -> None:
    (found,) = readings("Last month they agreed.", date(2022, 9, 15))
    assert found.because == '"Last month" counted from the publication date 2022-09-15'
    assert found.anchor is not None
    assert (found.anchor.kind, found.anchor.value) == ("publication", "2022-09-15")


def test_a_date_in_the_text_is_the_anchor_of_what_counts_from_it() -> None:
    _, later = readings("On 25 July 2012 he fell; two days later he left.", TUESDAY)
    assert later.anchor is not None
    assert (later.anchor.kind, later.anchor.value, later.anchor.span) == ("timex", "2012-07-25", Span(3, 15))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("2013-02-15", "They will meet on Friday.", id="will"),
        pytest.param("2013-02-08", "They met on Friday.", id="a past tense"),
        pytest.param("2013-02-15", "The vote is scheduled for Friday.", id="scheduled"),
        pytest.param("2013-02-15", "He has until Friday.", id="until"),
        pytest.param("XXXX", "He left two years later.", id="later than nothing told"),
        pytest.param("2013-02-15", "He said they would leave on Friday.", id="said he would"),
        pytest.param("2013-02-15", "A summit set for Friday was announced.", id="set for"),
        pytest.param("2013-02-08", "They had filed by Friday.", id="by, in the past perfect"),
        pytest.param("2013-02-08TEV", "It had been due to end Friday evening.", id="due in the past perfect"),
        pytest.param("2013-03", "Sales were halted in March.", id="a month that begins next"),
        pytest.param("2012-05-04", "He was arrested on May 4.", id="a past day"),
        pytest.param("2013-05-04", "He will be sentenced on May 4.", id="a coming day"),
        pytest.param("2012-12", "They met in December.", id="a past month"),
        pytest.param("2013-12", "They will meet in December.", id="a coming month"),
        pytest.param("2013-12-10", "They will meet on Dec. 10.", id="a coming day, farther than the last"),
        pytest.param("2013-02-17", "Workers vote Sunday.", id="the present of a timetable"),
        pytest.param("2013-02-18", "His deputy takes over Monday.", id="the present of taking over"),
        pytest.param("2013-02-18", "The vote was pushed back to Monday.", id="put off to"),
        pytest.param("2013-02-18", "He was held pending a hearing on Monday.", id="pending"),
        pytest.param("2013-02-18", "The panel summoned her to appear on Monday.", id="summoned to"),
        pytest.param("2013-02-10", "She attended services as recently as Sunday.", id="as recently as"),
        pytest.param("2012-05", "They considered dropping it as late as May.", id="as late as, over"),
        pytest.param("2013-02-10", "Talks dragged on until Sunday.", id="until, of what went on"),
        pytest.param("2013-02-07", "He did not come until Thursday.", id="not until, over"),
        pytest.param("2013-02-14", "He will not come until Thursday.", id="not until, to come"),
        pytest.param("2013-02-18", "They will be examined, beginning on Monday.", id="a participle after will"),
        pytest.param("2013-02-11", "Police watched the house, beginning Monday.", id="a participle after the past"),
        pytest.param("2013-02-14", "It was to have begun this Thursday.", id="was to have"),
        pytest.param("2013-02-14", "They had set a deadline of this Thursday.", id="this, of a past plan"),
        pytest.param("2013-02-14", "He was to leave by land Thursday.", id="was to"),
        pytest.param("2013-11", "The general election is in November.", id="is in"),
        pytest.param("2013-11", "She will serve until the November election.", id="until the"),
        pytest.param("2012-09-03", "Neighbors raised the money by Labor Day.", id="by, done"),
        pytest.param("2013-06", "He ordered that it be reviewed before the end of June.", id="the subjunctive"),
        pytest.param("2012-05-02", "Police tried to clear it on May 2.", id="tried to"),
        pytest.param("2013-W07-WE", "He said they were sending a mission this weekend.", id="said they were sending"),
        pytest.param("PAST_REF", "In the past he had refused.", id="the past, and a verb"),
    ],
)
def test_the_tense_of_the_verb_decides_last_or_next(expected: str, text: str, extractor: object) -> None:
    assert [found.value for found in parsed(text, extractor)] == [expected]


def parsed(text: str, extractor: object) -> tuple[Grounded, ...]:
    clean = CleanText(text, (Span(0, len(text)),), Offsets())
    parser = extractor.parser  # type: ignore[attr-defined]
    with parser.zone():
        return ground(recognise(parser.parse(clean), clean), Publication(TUESDAY), clean)


def test_a_derivation_names_rules_words_and_reasons() -> None:
    assert explain("the end of May 2012", TUESDAY).splitlines() == [
        "the end of May 2012  DATE",
        "  'May 2012' by rule 'month year' says 2012-05",
        "  'the end of May 2012' by rule 'the end of <date>' says 2012-05 END",
        "  means 2012-05 (TIMEX3 2012-05)",
        '  because "the end of May 2012" is a complete date',
    ]


def test_a_phrase_without_a_time_says_so() -> None:
    assert explain("a cup of tea", TUESDAY) == "No time expression."


@pytest.mark.parametrize(
    "text",
    ["9999 years later it ended.", "It began 12000 years ago.", "On 31 December 9999 it ended; a year later it began.",
     "In AD 1 it began; two years earlier it had not.", "The next 9,999,999 centuries."],
)  # fmt: skip
def test_times_outside_the_calendar_are_left_open(text: str) -> None:
    assert all(isinstance(found.value, str) for found in readings(text, TUESDAY))
