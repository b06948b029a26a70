from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.analysis.pipelines import REMEMBERED
from dateline.articles import Failure
from dateline.errors import LexiconError
from dateline.find.actor_lexicon import load_nouns
from dateline.find.targets import _load_lexicon as load_targets
from dateline.find.triggers import load_triggers
from dateline.find.weapons import _load_lexicon as load_weapons


def test_a_failure_passes_through_in_its_place() -> None:
    failure = Failure(source="a.txt", stage="read", message="empty")

    (outcome,) = dateline.Extractor().extract_all([failure])

    assert outcome.failure is failure


def test_an_article_without_a_trigger_needs_no_pipeline() -> None:
    extractor = dateline.Extractor(dateline.ExtractorOptions(model="no-such-pipeline"))
    article = dateline.parse_article("The council met and talked about parks.", source="-")

    assert extractor.extract(article) == ()


def test_a_missing_pipeline_is_a_configuration_error() -> None:
    extractor = dateline.Extractor(dateline.ExtractorOptions(model="no-such-pipeline"))
    article = dateline.parse_article("A bomb exploded and killed two men.", source="-")

    with pytest.raises(dateline.ConfigurationError, match="no-such-pipeline"):
        extractor.extract(article)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[triggers.mine\n", "give a readable TOML file"),
        ("[trigger.mine]\nnouns = ['x']\n", r"\[trigger\]: no such kind of table; known are .*triggers"),
        ("[triggers.mine]\nnouns = ['x']\ntype = 'nope'\n", "'nope' is no type; give one of bombing"),
        ("[triggers.mine]\nnouns = ['x']\nby_gun = 'nope'\n", "'nope' is no by_gun; give one of bombing"),
    ],
)
def test_a_broken_overlay_is_a_configuration_error(tmp_path: Path, content: str, told: str) -> None:
    overlay = tmp_path / "mine.toml"
    overlay.write_text(content, encoding="utf-8")

    with pytest.raises(LexiconError, match=rf"mine\.toml: .*{told}"):
        dateline.Extractor(dateline.ExtractorOptions(lexicon=overlay)).load()


@pytest.mark.parametrize(
    ("table", "find"),
    [
        ("[weapons.mine]\ncategory = 'zap'\n", load_weapons),
        ("[targets.mine]\ncategory = 'zap'\n", load_targets),
        ("[actor_nouns.mine]\nkind = 'zap'\n", load_nouns),
        ("[actor_nouns.mine]\nuse = 'zap'\n", load_nouns),
    ],
)
def test_a_category_that_there_is_not_is_a_configuration_error(
    tmp_path: Path, table: str, find: Callable[[Path], object]
) -> None:
    overlay = tmp_path / "mine.toml"
    overlay.write_text(f"{table}nouns = ['zapper']\n", encoding="utf-8")

    with pytest.raises(LexiconError, match=r"mine\.toml: \[mine\]: 'zap' is no (category|kind|use); give one of "):
        find(overlay)


def test_an_overlay_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    overlay = tmp_path / "mine.toml"
    overlay.write_text("\ufeff[triggers.mine]\ntype = 'bombing'\nnouns = ['zapping']\n", encoding="utf-8")

    assert "mine" in load_triggers(overlay).entries


@pytest.mark.slow
def test_one_call_gives_the_records() -> None:
    text = "Two men were shot dead by gunmen in Peshawar on Monday, police said."

    (record,) = dateline.extract(text, published=date(2014, 6, 4))

    assert record.type == "shooting"
    assert record.date is not None
    assert record.date.start == date(2014, 6, 2)
    assert record.place is not None
    assert (record.place.locality, record.place.country) == ("Peshawar", "PK")
    assert record.casualties.killed is not None
    assert record.casualties.killed.best == 2


@pytest.mark.slow
def test_the_same_text_gives_the_same_record(extractor: dateline.Extractor) -> None:
    text = "A car bomb killed three people in Mosul on 4 May 2016. Police blamed Islamic State for the blast."
    first, second = (extractor.extract(dateline.parse_article(text, source="-")) for _ in range(2))

    assert first
    assert [dateline.encode_record(r) for r in first] == [dateline.encode_record(r) for r in second]


@pytest.mark.slow
def test_the_words_of_all_but_the_first_articles_are_forgotten(extractor: dateline.Extractor) -> None:
    for _ in range(REMEMBERED):
        with extractor.pipeline.forgetting():
            pass
    strings = extractor.pipeline.nlp.vocab.strings
    before = len(strings)

    for name in ("Qorvanli", "Zhebtomura", "Ulfendrake"):
        assert extractor.extract(dateline.parse_article(f"Gunmen killed {name} in Mosul on 4 May 2016.", source="-"))

    assert len(strings) == before
    assert "Qorvanli" not in strings


@pytest.mark.slow
def test_threads_do_not_disturb_each_other(extractor: dateline.Extractor) -> None:
    names = ("Qorvanli", "Zhebtomura", "Ulfendrake", "Mirqatova")
    articles = [dateline.parse_article(f"Gunmen killed {name} in Mosul on 4 May 2016.", source="-") for name in names]
    expected = [extractor.extract(article) for article in articles]

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(extractor.extract, articles * 5))

    assert found == expected * 5


@pytest.mark.slow
def test_every_fill_shows_the_words_it_came_from(extractor: dateline.Extractor) -> None:
    text = "A car bomb killed three people in Mosul on 4 May 2016. Police blamed Islamic State for the blast."
    article = dateline.parse_article(text, source="-")

    (record,) = extractor.extract(article)

    for field, offsets in record.evidence.items():
        assert offsets, field
        for start, end in offsets:
            assert 0 <= start < end <= len(article.text)
    assert article.text[slice(*record.evidence["date"][0])] == "4 May 2016"
    lists = ("weapons", "attributions", "targets", "victims", "reports")
    given = {f"{name}[{index}]" for name in lists for index in range(len(getattr(record, name)))}
    assert given <= set(record.evidence)
