"""Runs of capitalised words, among which place names are looked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.recasing import load_words
from dateline.analysis.texts import offsets_of, text_of
from dateline.gazetteer.place_words import load_place_words
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽḤḨṢṬẒ"
_LETTER = r"[^\W\d_]"
_ARTICLE = "al|el|ad|an|ar|as|ash|at|az|es|ez|ed|er|ul|il|Al|El|Ad|An|Ar|As|Ash|At|Az|Es|Ez"
_INNER = (
    "au|aux|e|i|ul|al|el|ez|es|as|ash|ad|ed|ar|an|az|de|du|des|da|do|sur|sous|sub|super|la|le|les|en|upon|on|under|by"
    "|the|of|in|next"
)
WORD = re.compile(
    rf"(?:(?<=\b[DRI]-)|(?<=\bDFL-))[A-Z](?:{_LETTER})+"  # "(D-Plymouth)"
    rf"|W\.\s?Va\.|(?:[A-Z]\.){{2,}}[A-Z]?|(?:St|Ste|Mt|Ft)\.(?=\s[A-Z])|(?:(?<=\b(?:in|of)\s)|(?<=\band\s)|(?<=\b(?:near|from)\s))Co\.(?=\s[A-Z])"
    rf"|(?<![\w’'-])(?!(?:[DRI]|DFL)-[A-Z])(?:(?:{_ARTICLE})[-‐–]\s?|(?:al|el)\s|d['’])?[{_CAPITAL}](?:{_LETTER}|['’ʿʾ‘`](?!s\b)(?={_LETTER}))*"
    rf"(?:[-‐](?:(?:{_INNER})[-‐ ]?)*(?:[dl]['’])?[{_CAPITAL}](?:{_LETTER}|['’](?!s\b)(?={_LETTER}))*"
    rf"|[-‐][ei](?=\s[{_CAPITAL}])"
    rf"|[-‐](?:{_INNER})[-‐]{_LETTER}+)*"
)
_LINK = re.compile(
    r"\s(?:(?:de(?: l[ao]s?)?|del|della|di|do|da|dos|das|du|des|la|las|los|le|al|el|ul|es|e|i|y|of(?: the)?|upon"
    # "Burton on Trent" is one name, "Isabela City on Basilan" is not.
    r"|on(?=\s(?:Avon|Don|Hudson|Humber|Main|Oder|Rhine|Sea|Severn|Soar|Solent|Spey|Stour|Tees|Thames|Trent|Tweed|Tyne"
    r"|Water|Wye)\b))\s)?"
)
_OF_SEA = re.compile(r"Mar (?:del|de) [A-Z]")
# What the tagger is right to take for days and numbers; other names that it takes so are of towns it does not know.
_DAYS = frozenset((
    "march", "may", "spring", "summer", "autumn", "fall", "winter", "easter", "christmas", "ramadan", "eid", "diwali",
    "lent", "passover", "hanukkah", "nowruz", "ashura", "arbaeen", "pentecost", "advent", "halloween", "thanksgiving",
    "midnight", "noon", "yesterday", "today", "tonight", "tomorrow", "holi", "dussehra", "carnival", "whitsun", "labor",
    "muharram", "shaban", "rajab", "epiphany", "yom", "sukkot", "purim", "vesak", "songkran", "tet",
))  # fmt: skip
_NUMBERED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY"})
LEAST = 3  # letters up to which a word that looks like a day may be one's short form: "Thu"
CHUNKS = "dateline_chunks"  # key in Doc.user_data
# Capitalised only at the head of a sentence or headline.
_SMALL_TAGS = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT"})
_PARTED = frozenset(("province", "area", "village", "governorate", "division", "town", "neighborhood"))
_OPENING_TAGS = frozenset({"VERB", "ADJ", "ADV", "NOUN"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """Capitalised words that follow each other, perhaps over a linking word ("Sierra de la Macarena")."""

    words: tuple[Span, ...]  # in order; the text between two of them is a space or a link
    sentence: Span
    opens: bool  # its first word is the first of the sentence
    parted: float = 0.0  # evidence of a run that was one with the words beside it


def find_chunks(doc: Doc) -> tuple[Chunk, ...]:
    """Return the runs of capitalised words of each sentence, in order of text; kept with the Doc."""
    if CHUNKS not in doc.user_data:
        doc.user_data[CHUNKS] = tuple(_chunks(doc))
    chunks: tuple[Chunk, ...] = doc.user_data[CHUNKS]
    return chunks


def _chunks(doc: Doc) -> Iterator[Chunk]:
    text = text_of(doc)
    for sentence in doc.sents:
        bounds = Span(sentence.start_char, sentence.end_char)
        words: list[Span] = []
        opens = True
        first = True
        for match in WORD.finditer(text, sentence.start_char, sentence.end_char):
            span = Span(match.start(), match.end())
            if not _may_name(doc, span):
                if words:
                    yield Chunk(tuple(words), bounds, opens)
                words, first = [], False
                continue
            if words and (
                not _LINK.fullmatch(text, words[-1].end, span.start)
                or (len(words) > 1 and _parts(words[-1].of(text), text[words[-1].end : span.start]))
            ):
                yield Chunk(tuple(words), bounds, opens)
                words = []
            if not words:
                opens = first and not text[sentence.start_char : span.start].strip(" \"'“‘([-–—")
            words.append(span)
            first = False
        if words:
            yield Chunk(tuple(words), bounds, opens)


def _parts(word: str, link: str) -> bool:
    """Whether "of" leads from a kind word to another place: "Gorbaz District of Khost Province"."""
    return link.strip() == "of" and word.casefold() in load_place_words().second_level | _PARTED


def _may_name(doc: Doc, span: Span) -> bool:
    """Whether a capitalised word can belong to a name rather than open a sentence."""
    word = span.of(text_of(doc))
    if _is_sea(text_of(doc), span):
        return True
    if word.casefold() in load_place_words().never:
        # "March" and "May" are not in the list: people bear them, and as months they are DATE for the tagger.
        return False
    tokens = tokens_of(doc, span)
    if len(tokens) != 1 or tokens[0].ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    token = tokens[0]
    if token.is_sent_start and not token.ent_type_ and token.pos_ in _OPENING_TAGS and word.casefold() in load_words():
        # "Missing Lancaster girl found": a capital that the headline's head asks for.
        return False
    # The tagger takes "Sana'a" for a number.
    small = token.pos_ in _SMALL_TAGS and word[1:].islower() and (token.pos_ != "NUM" or token.like_num)
    dated = token.ent_type_ in ("DATE", "TIME", "CARDINAL") and not is_misread(token)
    return not (dated or small)


def is_misread(token: Token) -> bool:
    """Whether the tagger takes a name for a day or a number: "in Popayán"."""
    named = token.tag_ in ("NNP", "NNPS") and token.is_alpha and not token.like_num and len(token) > LEAST
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    led = token.i > 0 and token.nbor(-1).pos_ in ("ADP", "SCONJ")
    return token.ent_type_ in _NUMBERED and named and alone and led and token.lower_ not in _DAYS


def _is_sea(text: str, span: Span) -> bool:
    """Whether "Mar" is no month: "Mar del Plata", "Viña del Mar"."""
    return _OF_SEA.match(text, span.start) is not None or (
        text.startswith("Mar", span.start) and text.endswith("del ", 0, span.start)
    )


def plain_mention(doc: Doc, span: Span, rule: str) -> PlaceMention:
    """Return the name at `span` as a place of which nothing but the name is read."""
    return PlaceMention(
        span=span, head=tokens_of(doc, span).root.i, rule=rule, name=span.of(text_of(doc)), relation=None
    )


def tokens_of(doc: Doc, span: Span) -> DocSpan:
    """Return the tokens that overlap the span.

    `Doc.char_span` would do the same, but it walks over all sentences each time.
    """
    starts = offsets_of(doc)
    first = bisect_right(starts, span.start) - 1
    last = bisect_left(starts, span.end, lo=first + 1)
    return doc[max(0, first) : last]
