"""What is not the article's own is left out and recorded; what only looks like it stays."""

from __future__ import annotations

import pytest

from dateline.clean import clean
from dateline.values import Article

BODY = "The bridge fell on 3 May."

PACKAGING = {
    "Also Read: Ten bridges that fell in 2019": "promotion",
    "ALSO READ | Ten bridges that fell in 2019": "promotion",
    "Must read – Ten bridges": "promotion",
    "READ MORE:": "promotion",
    "Read more: Why bridges fall": "promotion",
    "Related: Bridge safety questioned in March": "promotion",
    "Related stories": "promotion",
    "Recommended: Bridges of the world": "promotion",
    "See also: Tunnels": "promotion",
    "Subscribe to our newsletter": "promotion",
    "Sign up for our daily briefing and never miss a bridge.": "promotion",
    "Follow us on Facebook and Instagram": "promotion",
    "Download our app": "promotion",
    "Click here to read the full story": "promotion",
    "Advertisement": "promotion",
    "- ADVERTISEMENT -": "promotion",
    "Story continues below advertisement": "promotion",
    "© 2022 The Orla Paper. Not responsible for other sites. Read about our rules.": "copyright",
    "Copyright 2022 The Orla Paper": "copyright",
    "Copyright (c) 2022, Orla Press. All rights reserved.": "copyright",
    "Orla Press. All Rights Reserved.": "copyright",
    "(c) 2022 Orla Press": "copyright",
    "c.1998 Orla Press Service": "copyright",
    "Additional reporting by Orla Monitoring": "credit",
    "(Reporting by Jane Roe in Orla; Editing by John Doe and Ann Poe)": "credit",
    "Reporting by Jane Roe, writing by John Doe": "credit",
    "Photo: Jane Roe/Orla Pictures": "credit",
    "Photo credit: Jane Roe": "credit",
    "Image source, Orla Pictures": "credit",
    "Picture by: Jane Roe": "credit",
    "(With inputs from agencies and Jane Roe)": "credit",
    "Source: Orla Press": "credit",
    "Edited by: Jane Roe": "credit",
    "WATCH | How the bridge fell": "promotion",
    "Join our WhatsApp channel for more": "promotion",
    "Catch all the latest news on the Orla app": "promotion",
    "We are not responsible for the content of external sites.": "copyright",
    "This article was amended on 16 September 2022 to correct a name.": "stamp",
    "Share": "navigation",
    "Share on Facebook | Tweet | Email": "navigation",
    "Back to top": "navigation",
    "Published: 15 Sept 2022 10:30 BST": "stamp",
    "Last updated on September 16, 2022 at 9:05 a.m.": "stamp",
    "Published 15/09/2022 | Updated 16/09/2022": "stamp",
}


@pytest.mark.parametrize(("line", "kind"), PACKAGING.items(), ids=PACKAGING)
def test_packaging_is_left_out_and_recorded(line: str, kind: str) -> None:
    article = Article(text=f"{BODY}\n\n{line}\n\n{BODY}")
    cleaned = clean(article)
    assert f"{BODY}\n\n{BODY}" == cleaned.text
    assert [(kind, line, line)] == [(piece.kind, piece.text, piece.sent.of(article.sent)) for piece in cleaned.dropped]


@pytest.mark.parametrize(
    "sentence",
    [
        "Also, the mayor came on Friday.",
        "Also read the report: nobody did so before May.",
        "Copyright law changed in 2020.",
        "Copyright 2022 was a campaign by three musicians.",
        "(c) the third reason is rust.",
        "Reporting by the paper found that the bridge was weak.",
        "Editing by hand takes two weeks, said Roe.",
        "Related companies lost 3 million in May.",
        "Subscribers left in May.",
        "Following us on the road were two lorries.",
        "Read the letter of 3 May in full.",
        "Photographs of 3 May show the bridge.",
        "Shares fell on Tuesday.",
        "Share prices fell.",
        "Published in 1925, the novel was forgotten.",
        "Updated 2022 figures show a rise.",
        "Advertisement spending fell in May.",
        "Click here and there went the old locks.",
        "Watch out for ice, said Roe on Monday.",
        "September 15, 2022",
        "By Jane Roe",
        "This article of the law was changed in May.",
        "Sources say that it fell on Monday.",
        "Get the latest on the bridge, said Roe in May.",
        "Edited by Jane Roe, the book was published in May.",
    ],
)
def test_the_articles_own_words_stay(sentence: str) -> None:
    assert f"{sentence}\n\n{BODY}" == clean(Article(text=f"{sentence}\n\n{BODY}")).text


def test_packaging_of_html_and_lists_goes_as_well() -> None:
    listed = clean(
        Article(text=f"""['{BODY}', '<i>Additional reporting by Jane Roe</i>', 'Â© 2022 <b>Orla</b> Press.']""")
    )
    assert BODY == listed.text
    assert ["Additional reporting by Jane Roe", "© 2022 Orla Press."] == [piece.text for piece in listed.dropped]


def test_an_article_of_nothing_but_packaging_is_empty() -> None:
    cleaned = clean(Article(text="Advertisement\n\nShare"))
    assert ("", ()) == (cleaned.text, cleaned.paragraphs)
