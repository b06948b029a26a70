"""The day and place of an incident, chosen among all that its article says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.articles import Article, Block, BlockKind
from dateline.frames import Frame, PlaceLink, Reality, TimeLink
from dateline.gazetteer import load_gazetteer
from dateline.mentions import PlaceMention, TimeMention, TriggerMention
from dateline.merge.clues import Clue
from dateline.merge.place_candidates import list_places
from dateline.merge.scene_setting import Setting, block_kind_of
from dateline.merge.scenes import COUNTRY_RULE, choose_date, choose_place
from dateline.merge.surroundings import Surroundings, find_dateline, judge_demonyms
from dateline.records import DateBasis, DatePrecision, EventType, Place, PlacePrecision, Stage, When
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.times import ResolvedTime
from dateline.spans import Span

PUBLISHED = date(2021, 3, 10)


def _article(text: str, *, dateline: Span | None = None, published: date | None = PUBLISHED) -> Article:
    return Article(
        id="a", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),),
        published=published, dateline=dateline,
    )  # fmt: skip


def _span(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def _place(text: str, name: str, country: str, precision: PlacePrecision = PlacePrecision.LOCALITY) -> ResolvedPlace:
    mention = PlaceMention(span=_span(text, name), head=0, rule="place.gazetteer", name=name, relation="in")
    country_only = precision is PlacePrecision.COUNTRY
    place = Place(
        text=name, site=None, locality=None if country_only else name, admin1=None, country=country, latitude=10.0,
        longitude=10.0, geonames_id=None, precision=precision,
    )  # fmt: skip
    return ResolvedPlace(mention=mention, toponym=None, site=None, place=place, score=0.95, alternatives=())


def _time(text: str, words: str, day: date) -> ResolvedTime:
    when = When(start=day, end=day, precision=DatePrecision.DAY, basis=DateBasis.RELATIVE, text=words)
    return ResolvedTime(
        mention=TimeMention(span=_span(text, words), head=0, rule="weekday"), when=when, is_future=False,
        is_history=False, part_of_day=None,
    )  # fmt: skip


def _clue(text: str, word: str, *, places: tuple[PlaceLink, ...] = (), times: tuple[TimeLink, ...] = ()) -> Clue:
    start = text.rfind(". ", 0, text.index(word)) + 1
    trigger = TriggerMention(
        span=_span(text, word), head=0, rule="test", type=EventType.BOMBING, noun=False, specific=True, weak=False
    )
    frame = Frame(
        triggers=(trigger,), sentence=0, span=Span(start, len(text)), block=BlockKind.BODY, type=EventType.BOMBING,
        specific=True, stage=Stage.ACCOMPLISHED, reality=Reality.TOLD, definite=False, other=False,
        past_perfect=False, plural=False, places=places, times=times,
    )  # fmt: skip
    return Clue(frame=frame, times=(), places=())


def _around(
    text: str,
    *,
    places: tuple[ResolvedPlace, ...] = (),
    times: tuple[ResolvedTime, ...] = (),
    demonyms: tuple[tuple[str, Span], ...] = (),
    headings: tuple[tuple[str, Span], ...] = (),
) -> Surroundings:
    starts = [0, *(index + 2 for index in range(len(text) - 2) if text[index : index + 2] == ". ")]
    ends = [*starts[1:], len(text)]
    return Surroundings(
        sentences=tuple(Span(start, end) for start, end in zip(starts, ends, strict=True)),
        times=times,
        places=places,
        demonyms=judge_demonyms(demonyms, text),
        headings=headings,
        bonds={},
    )


def test_the_place_of_the_acts_own_clause_is_chosen() -> None:
    text = "A bomb exploded in Alba. Ministers met in Brava."
    alba, brava = _place(text, "Alba", "XA"), _place(text, "Brava", "XA")
    clue = _clue(text, "exploded", places=(PlaceLink(mention=alba.mention, score=0.9),))

    fill = choose_place([clue], _article(text), _around(text, places=(alba, brava)))

    assert fill is not None
    assert fill.value.locality == "Alba"


def _unlisted(text: str, name: str, country: str, *, feature: str | None = None) -> ResolvedPlace:
    found = _place(text, name, country)
    place = replace(found.place, latitude=None, longitude=None)
    return replace(found, place=place, mention=replace(found.mention, rule="place.pattern", feature=feature), score=0.0)


def test_a_quarter_that_no_gazetteer_lists_is_in_the_town_of_the_article() -> None:
    text = "Alba counts its dead in Alba. A bomb exploded in Qwexa."
    alba = _place(text, "Alba", "XA")
    again = replace(alba, mention=replace(alba.mention, span=Span(24, 28)))
    qwexa = _unlisted(text, "Qwexa", "XA")
    clue = _clue(text, "exploded", places=(PlaceLink(mention=qwexa.mention, score=0.9),))

    fill = choose_place([clue], _article(text), _around(text, places=(alba, again, qwexa)))

    assert fill is not None
    assert (fill.value.site, fill.value.locality, fill.value.latitude) == ("Qwexa", "Alba", 10.0)


def test_a_village_that_no_gazetteer_lists_is_no_quarter() -> None:
    text = "Alba counts its dead in Alba. A bomb exploded in the village of Qwexa."
    alba = _place(text, "Alba", "XA")
    again = replace(alba, mention=replace(alba.mention, span=Span(24, 28)))
    qwexa = _unlisted(text, "Qwexa", "XA", feature="village")
    clue = _clue(text, "exploded", places=(PlaceLink(mention=qwexa.mention, score=0.9),))

    fill = choose_place([clue], _article(text), _around(text, places=(alba, again, qwexa)))

    assert fill is not None
    assert fill.value.locality == "Qwexa"


def test_a_country_that_heads_the_paragraph_rules_out_others() -> None:
    text = "ITALY. A bomb exploded at an office of Israel."
    italy, israel = (
        _place(text, "ITALY", "IT", PlacePrecision.COUNTRY),
        _place(text, "Israel", "IL", PlacePrecision.COUNTRY),
    )
    clue = _clue(text, "exploded", places=(PlaceLink(mention=israel.mention, score=0.9),))
    around = _around(text, places=(italy, israel), headings=(("IT", Span(0, len(text))),))

    fill = choose_place([clue], _article(text), around)

    assert fill is not None
    assert fill.value.country == "IT"


def test_without_a_place_the_people_at_home_tell_the_country() -> None:
    text = "Afghan police said a bomb exploded. The Afghan governor and US forces came."
    demonyms = (("AF", Span(0, 6)), ("AF", Span(40, 46)), ("US", _span(text, "US")))
    clue = _clue(text, "exploded")

    fill = choose_place([clue], _article(text), _around(text, demonyms=demonyms))

    assert fill is not None
    assert (fill.value.country, fill.value.precision, fill.rules) == ("AF", PlacePrecision.COUNTRY, (COUNTRY_RULE,))


def test_nothing_said_of_any_place_gives_none() -> None:
    text = "A bomb exploded."

    assert choose_place([_clue(text, "exploded")], _article(text), _around(text)) is None


def test_the_day_of_the_acts_own_clause_is_chosen() -> None:
    text = "A bomb exploded on Monday. Ministers met on Tuesday."
    monday, tuesday = _time(text, "Monday", date(2021, 3, 8)), _time(text, "Tuesday", date(2021, 3, 9))
    clue = _clue(text, "exploded", times=(TimeLink(mention=monday.mention, score=0.9),))

    fill = choose_date([clue], _article(text), _around(text, times=(monday, tuesday)))

    assert fill is not None
    assert fill.value.start == date(2021, 3, 8)


def test_the_day_of_the_report_yields_to_another_in_its_sentence() -> None:
    text = "Troops on Tuesday confirmed that a bomb exploded in the camp, Sunday."
    sunday, tuesday = _time(text, "Sunday", date(2021, 3, 7)), _time(text, "Tuesday", date(2021, 3, 9))
    clue = _clue(text, "exploded", times=(TimeLink(mention=tuesday.mention, score=0.4),))

    fill = choose_date([clue], _article(text), _around(text, times=(tuesday, sunday)))

    assert fill is not None
    assert fill.value.start == date(2021, 3, 7)


def test_the_day_of_the_report_stands_in_beside_a_bare_year() -> None:
    text = "Police said Tuesday that a bomb exploded in the camp of 2012."
    tuesday, year = _time(text, "Tuesday", date(2021, 3, 9)), _time(text, "2012", date(2012, 1, 1))
    year = replace(year, when=replace(year.when, end=date(2012, 12, 31), precision=DatePrecision.YEAR))
    clue = _clue(text, "exploded", times=(TimeLink(mention=tuesday.mention, score=0.3),))

    fill = choose_date([clue], _article(text), _around(text, times=(tuesday, year)))

    assert fill is not None
    assert fill.value.start == date(2021, 3, 9)


def test_without_a_day_the_publication_day_stands_in() -> None:
    text = "A bomb exploded."

    fill = choose_date([_clue(text, "exploded")], _article(text), _around(text))

    assert fill is not None
    assert (fill.value.start, fill.value.basis) == (PUBLISHED, DateBasis.PUBLISHED)


def test_another_act_gives_no_day_to_one_whose_day_cannot_be_read() -> None:
    text = "A bomb exploded on Monday. The 12 May 2009 vote was calm."
    monday, vote = _time(text, "Monday", date(2021, 3, 8)), _time(text, "12 May 2009", date(2009, 5, 12))
    clue = _clue(text, "exploded", times=(TimeLink(mention=monday.mention, score=0.9),))

    assert choose_date([clue], _article(text, published=None), _around(text, times=(vote,))) is None


def test_a_numbered_report_tells_the_month_of_last_night() -> None:
    text = "Update\n2011-03-R-017\n\nA bomb exploded last night."
    night = TimeMention(span=_span(text, "last night"), head=0, rule="deictic")
    clue = _clue(text, "exploded", times=(TimeLink(mention=night, score=0.9),))

    fill = choose_date([clue], _article(text, published=None), _around(text))

    assert fill is not None
    assert (fill.value.start, fill.value.end) == (date(2011, 3, 1), date(2011, 3, 31))
    assert fill.value.precision is DatePrecision.MONTH


def test_a_numbered_report_that_says_no_day_gives_none() -> None:
    text = "Update\n2011-03-R-017\n\nA bomb exploded."

    assert choose_date([_clue(text, "exploded")], _article(text, published=None), _around(text)) is None


def test_a_dateline_of_two_towns_is_no_place() -> None:
    assert find_dateline(_article("ALBA/BRAVA - A bomb exploded.", dateline=Span(0, 10))) == ()


def test_troops_abroad_do_not_speak_of_their_country_as_the_scene() -> None:
    text = "French soldiers met French farmers."

    assert [home for _, _, home in judge_demonyms((("FR", Span(0, 6)), ("FR", Span(20, 26))), text)] == [False, True]


def test_a_telling_without_a_day_shares_the_one_told_before_it() -> None:
    text = "Bombs hit two towns on Monday. A mine exploded there. Ministers met on Friday."
    monday, friday = _time(text, "Monday", date(2021, 3, 8)), _time(text, "Friday", date(2021, 3, 5))
    clue = _clue(text, "exploded")

    fill = choose_date([clue], _article(text), _around(text, times=(monday, friday)))

    assert fill is not None
    assert fill.value.start == date(2021, 3, 8)


def test_a_distance_that_leads_to_the_datelines_town_tells_only_where_it_lies() -> None:
    gazetteer = load_gazetteer()
    text = "VILLA RICA - A man was shot about 30 miles west of Atlanta."
    home = replace(
        _place(text, "VILLA RICA", "US"),
        toponym=next(one for one in gazetteer.lookup("Villa Rica") if one.country == "US"),
    )
    home = replace(home, mention=replace(home.mention, rule="place.dateline", relation=None))
    mark = replace(_place(text, "Atlanta", "US", PlacePrecision.NEAR), toponym=gazetteer.lookup("Atlanta")[0])
    mark = replace(mark, mention=replace(mark.mention, relation="30 miles west of"))
    far = replace(mark, mention=replace(mark.mention, relation="300 miles west of"))
    clue = _clue(text, "shot", places=(PlaceLink(mention=mark.mention, score=0.9),))

    near = list_places([clue], _article(text), _around(text, places=(home, mark)))
    apart = list_places([clue], _article(text), _around(text, places=(home, far)))

    assert [candidate.key[2] for candidate in near] == [home.place.locality]
    assert len(apart) == 2


def test_a_mentions_block_is_found_by_where_it_stands() -> None:
    text = "Blast in Mosul\n\nA bomb went off in Mosul."
    kinds = (Block(span=Span(0, 14), kind=BlockKind.TITLE), Block(span=Span(16, len(text)), kind=BlockKind.BODY))
    article = replace(_article(text), blocks=kinds)

    def kind_at(start: int, end: int) -> BlockKind | None:
        return block_kind_of(article, replace(_place(text, "Mosul", "IQ").mention, span=Span(start, end)))

    assert [kind_at(9, 14), kind_at(35, 40), kind_at(12, 18)] == [BlockKind.TITLE, BlockKind.BODY, None]


def test_only_a_place_of_another_telling_outweighs_that_of_an_arrest() -> None:
    text = "Soldiers arrested a man in Alba. He led attacks throughout Brava."
    alba, brava = _place(text, "Alba", "XA"), _place(text, "Brava", "XA")
    arrest = _clue(text, "arrested", places=(PlaceLink(mention=alba.mention, score=0.6),))
    arrest = replace(arrest, frame=replace(arrest.frame, type=EventType.ARREST), places=((alba, 0.6),))

    def share_left(place: ResolvedPlace) -> float:
        attack = _clue(text, "attacks", places=(PlaceLink(mention=place.mention, score=0.7),))
        attack = replace(attack, places=((place, 0.7),))
        around = _around(text, places=(alba, place))
        return Setting.of([arrest, attack], _article(text), around).link(alba.mention) / 0.6

    assert share_left(brava) < 0.5
    assert share_left(replace(brava, mention=replace(brava.mention, relation="throughout"))) > 0.9
    assert share_left(replace(brava, place=replace(brava.place, precision=PlacePrecision.COUNTRY))) > 0.9
