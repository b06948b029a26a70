from __future__ import annotations

from dateline.analysis.recasing import is_shouted, is_title_case, recase
from dateline.read import parse_article


def recased(title: str | None, body: str) -> str:
    return recase(parse_article(body, source="-", title=title))


def test_a_title_case_headline_keeps_only_the_names_of_the_body() -> None:
    text = recased(
        "Gunmen Attack Police Station in Mandera",
        "Four gunmen attacked a police station in Mandera on Monday, officials said. Nobody has said why.",
    )

    assert text.splitlines()[0] == "Gunmen attack police station in Mandera"


def test_a_headline_in_prose_case_stays() -> None:
    text = recased("Gunmen attack police station in Mandera", "Four gunmen attacked a police station on Monday.")

    assert text.splitlines()[0] == "Gunmen attack police station in Mandera"


def test_a_shouted_wire_gets_small_letters_but_for_names_and_starts() -> None:
    text = recased(None, "REBELS DESTROYED A BRIDGE NEAR PAMPLONA ON MONDAY. THE ARMY SAID SO.")

    assert text == "Rebels destroyed a bridge near Pamplona on Monday. The army said so."


def test_a_page_in_small_letters_gets_capitals_on_names_and_starts() -> None:
    body = (
        'nashik: traders of panchavati downed their shutters on monday. "we want our rights," said v.k. deshmukh of '
        "the bjp, who had organised the bandh near gangapur road."
    )

    assert recased(None, body) == (
        'Nashik: Traders of Panchavati downed their shutters on Monday. "We want our rights," said V.K. Deshmukh of '
        "the BJP, who had organised the bandh near Gangapur Road."
    )


def test_the_hyphen_of_a_dateline_is_a_dash() -> None:
    assert recased(None, "BAMAKO, May 6 - Seven guests died.\n\nThe Bamako - Gao road was shut.") == (
        "BAMAKO, May 6 — Seven guests died.\n\nThe Bamako - Gao road was shut."
    )


def test_a_long_sentence_of_prose_stays() -> None:
    body = (
        "The council of the town put off for a third time, and for want of a quorum, the vote on the fares of buses "
        "and on the repair of the bridge over the canal."
    )

    assert recased(None, body) == body


def test_an_acronym_in_brackets_stays_shouted() -> None:
    text = recased(None, "MEMBERS OF THE PEOPLE'S FRONT [PLFT] BURNED THE TOWN HALL OF SAN LUCAS.")

    assert "[PLFT]" in text


def test_a_sentence_goes_on_behind_an_acronym_in_brackets() -> None:
    body = "REBELS OF THE PEOPLE'S FRONT (FPX) AND ITS ALLY [FRP] ATTACKED THE BRIDGE OF THE TOWN YESTERDAY."

    assert "(FPX) and its ally [FRP] attacked the bridge" in recased(None, body)


def test_names_of_bodies_keep_their_capitals() -> None:
    body = 'A UNIT OF THE TORATA BATTALION AND A GROUP, THE "DAWN CIVIC FORCE", CLAIMED THE BOMB IN "TOTAL WAR".'

    assert recased(None, body) == (
        'A unit of the Torata Battalion and a group, the "Dawn Civic Force", claimed the bomb in "Total war".'
    )


def test_a_sentence_goes_on_behind_a_closing_quotation_mark() -> None:
    assert '"Extraditables" claimed' in recased(None, 'THE "EXTRADITABLES" CLAIMED CREDIT FOR THE BOMB IN PAMPLONA.')


def test_length_never_changes() -> None:
    title = "İstanbul Police Hold Four Over İzmir Blast"
    article = parse_article("Four were held in İstanbul.", source="-", title=title)

    assert len(recase(article)) == len(article.text)


def test_a_short_shout_is_no_shouted_text() -> None:
    assert not is_shouted("UN NATO EU")
    assert is_shouted("THE SOLDIERS LEFT THE TOWN AT DAWN")


def test_small_words_do_not_count_against_title_case() -> None:
    assert is_title_case("Two Killed in Blast at the Port of Aden")
    assert not is_title_case("Two killed in blast at the port of Aden")
