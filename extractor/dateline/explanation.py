"""Explains an article's records: what was read where, by which rule, what it was chosen from, and what was dropped.

An `Explanation` is plain data, and one JSON object on the wire; its keys are the fields of the classes here, in
`stories` and in `candidates`. All offsets are code points of `text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dateline.articles import Article, Failure
from dateline.errors import ConfigurationError
from dateline.merge.assembly import describe_article
from dateline.records import ArticleInfo
from dateline.stories import Story, Telling, Trigger, build_stories, list_stray_triggers, list_unused_tellings
from dateline.wire.jsonl import encode

if TYPE_CHECKING:
    from dateline.extraction import Extractor
    from dateline.find.screening import Screening
    from dateline.stages import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the article."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedBy:
    """Why an article was passed by before the language model read it."""

    likeness: float  # of its likeliest passage to the report of an incident, 0 to 1; 0 without a word for an act
    least: float  # likeness from which it would have gone on
    start: int | None  # of that passage; None without a word for an act
    end: int | None
    reasons: tuple[tuple[str, float], ...]  # what speaks for that passage or against it, in log odds, weightiest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is to be said of one article."""

    explanation_version: Literal["1"] = "1"
    article: ArticleInfo
    text: str
    passed_by: PassedBy | None = None  # None: it was read
    blocks: tuple[Paragraph, ...]
    stories: tuple[Story, ...]
    unused: tuple[Telling, ...]  # acts that went into no story
    stray: tuple[Trigger, ...]  # words for acts that were read as no act


def explain_all(articles: Iterable[Article | Failure], extractor: Extractor) -> Iterator[Explanation | Failure]:
    """Yield one explanation for each article, a failure where it could not be read or explained.

    Raises:
        ConfigurationError: the language model, lexicon or gazetteer cannot be loaded.
    """
    for item in articles:
        if isinstance(item, Failure):
            yield item
            continue
        try:
            yield explain_article(item, extractor)
        except ConfigurationError:
            raise
        except Exception as error:  # the batch loop: one article's fault must not end the run
            message = f"explanation failed ({type(error).__name__}: {error}); please report it with the article"
            yield Failure(source=item.source, stage="explain", message=message)


def explain_article(article: Article, extractor: Extractor) -> Explanation:
    """Return the explanation of one article; raises what a stage raises."""
    from dateline.find.screening import screen_article  # noqa: PLC0415 (needs little else of `find`)

    # As in extraction: such an article is passed by.
    screening = screen_article(article, extractor.knowledge.triggers)
    if not screening.passed:
        return _explain(article, stories=(), unused=(), stray=(), passed_by=_describe_passing(screening))
    return build_explanation(extractor.explain(article))


def build_explanation(trace: Trace) -> Explanation:
    """Return what there is to say of a trace."""
    return _explain(
        trace.article,
        stories=build_stories(trace),
        unused=list_unused_tellings(trace),
        stray=list_stray_triggers(trace),
    )


def restrict(explanation: Explanation, number: int) -> Explanation:
    """Return the explanation of one story alone, of none where there is none of that number."""
    stories = tuple(story for story in explanation.stories if story.number == number)
    return replace(explanation, stories=stories, unused=(), stray=())


def encode_explanation(explanation: Explanation) -> bytes:
    """Return the explanation as one line of JSON, with its line end."""
    return encode(explanation)


def _describe_passing(screening: Screening) -> PassedBy:
    passage = screening.passage
    return PassedBy(
        likeness=round(screening.likeness, 3),
        least=round(screening.least, 3),
        start=None if passage is None else passage.start,
        end=None if passage is None else passage.end,
        reasons=tuple((name, round(added, 3)) for name, added in screening.reasons if round(added, 3)),
    )


def _explain(
    article: Article,
    *,
    stories: tuple[Story, ...],
    unused: tuple[Telling, ...],
    stray: tuple[Trigger, ...],
    passed_by: PassedBy | None = None,
) -> Explanation:
    return Explanation(
        article=describe_article(article),
        text=article.text,
        passed_by=passed_by,
        blocks=tuple(
            Paragraph(start=block.span.start, end=block.span.end, kind=block.kind.value) for block in article.blocks
        ),
        stories=stories,
        unused=unused,
        stray=stray,
    )
