"""The mends in the order in which they run: each sees what those before it have set right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.mends.acts_in_which import ACTS_IN_WHICH
from dateline.analysis.mends.airstrike_nouns import AIRSTRIKE_NOUNS
from dateline.analysis.mends.apposed_parts import APPOSED_PARTS
from dateline.analysis.mends.aside_subjects import ASIDE_SUBJECTS
from dateline.analysis.mends.bare_relatives import BARE_RELATIVES
from dateline.analysis.mends.blame_beside import BLAME_BESIDE
from dateline.analysis.mends.charges_past_days import CHARGES_PAST_DAYS
from dateline.analysis.mends.claimed_acts import CLAIMED_ACTS
from dateline.analysis.mends.clause_openers import CLAUSE_OPENERS
from dateline.analysis.mends.clause_subjects import mend_clause_subjects
from dateline.analysis.mends.clipped_names import CLIPPED_NAMES
from dateline.analysis.mends.counted_lists import COUNTED_LISTS
from dateline.analysis.mends.dateline_heads import DATELINE_HEADS
from dateline.analysis.mends.day_openers import DAY_OPENERS
from dateline.analysis.mends.disguised_doers import DISGUISED_DOERS
from dateline.analysis.mends.doers_behind import DOERS_BEHIND
from dateline.analysis.mends.doubted_nouns import DOUBTED_NOUNS
from dateline.analysis.mends.face_verbs import FACE_VERBS
from dateline.analysis.mends.fates_behind import FATES_BEHIND
from dateline.analysis.mends.fired_verbs import FIRED_VERBS
from dateline.analysis.mends.graded_verbs import GRADED_VERBS
from dateline.analysis.mends.headline_verbs import HEADLINE_VERBS
from dateline.analysis.mends.hurt_verbs import HURT_VERBS
from dateline.analysis.mends.hyphened_verbs import HYPHENED_VERBS
from dateline.analysis.mends.joined_clauses import JOINED_CLAUSES
from dateline.analysis.mends.joined_participles import JOINED_PARTICIPLES
from dateline.analysis.mends.joined_subjects import JOINED_SUBJECTS
from dateline.analysis.mends.laden_things import LADEN_THINGS
from dateline.analysis.mends.last_named import LAST_NAMED
from dateline.analysis.mends.lone_adjectives import mend_lone_adjectives
from dateline.analysis.mends.names_apposed import NAMES_APPOSED
from dateline.analysis.mends.object_lists import OBJECT_LISTS
from dateline.analysis.mends.object_states import OBJECT_STATES
from dateline.analysis.mends.objects_behind import OBJECTS_BEHIND
from dateline.analysis.mends.office_names import OFFICE_NAMES
from dateline.analysis.mends.opposite_things import OPPOSITE_THINGS
from dateline.analysis.mends.past_infinitives import PAST_INFINITIVES
from dateline.analysis.mends.place_openers import PLACE_OPENERS
from dateline.analysis.mends.rank_words import RANK_WORDS
from dateline.analysis.mends.result_clauses import RESULT_CLAUSES
from dateline.analysis.mends.root_nouns import ROOT_NOUNS
from dateline.analysis.mends.said_in import SAID_IN
from dateline.analysis.mends.semicolons import SEMICOLONS
from dateline.analysis.mends.shot_verbs import SHOT_VERBS
from dateline.analysis.mends.split_names import mend_split_names
from dateline.analysis.mends.suspect_nouns import SUSPECT_NOUNS
from dateline.analysis.mends.timed_clauses import TIMED_CLAUSES
from dateline.analysis.mends.told_behind import TOLD_BEHIND
from dateline.analysis.mends.torn_particles import TORN_PARTICLES
from dateline.analysis.mends.town_names import mend_town_names
from dateline.analysis.mends.trailing_sayers import TRAILING_SAYERS
from dateline.analysis.mends.verb_series import mend_verb_series
from dateline.analysis.mends.weekday_numbers import WEEKDAY_NUMBERS

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARSE_MENDS = "dateline_parse_mends"
ORDER: tuple[Callable[[Doc], None], ...] = (
    mend_town_names,
    mend_split_names,
    DATELINE_HEADS,
    RANK_WORDS,
    CLIPPED_NAMES,
    AIRSTRIKE_NOUNS,
    mend_lone_adjectives,
    LADEN_THINGS,
    PLACE_OPENERS,
    SEMICOLONS,
    SUSPECT_NOUNS,
    SHOT_VERBS,
    FIRED_VERBS,
    FACE_VERBS,
    HEADLINE_VERBS,
    HURT_VERBS,
    OBJECT_STATES,
    GRADED_VERBS,
    HYPHENED_VERBS,
    OPPOSITE_THINGS,
    WEEKDAY_NUMBERS,
    DAY_OPENERS,
    SAID_IN,
    BLAME_BESIDE,
    DOUBTED_NOUNS,
    CHARGES_PAST_DAYS,
    APPOSED_PARTS,
    NAMES_APPOSED,
    LAST_NAMED,
    ACTS_IN_WHICH,
    CLAIMED_ACTS,
    OFFICE_NAMES,
    DISGUISED_DOERS,
    JOINED_PARTICIPLES,
    FATES_BEHIND,
    ASIDE_SUBJECTS,
    BARE_RELATIVES,
    CLAUSE_OPENERS,
    mend_clause_subjects,
    mend_verb_series,
    JOINED_CLAUSES,
    PAST_INFINITIVES,
    JOINED_SUBJECTS,
    COUNTED_LISTS,
    OBJECT_LISTS,
    RESULT_CLAUSES,
    TORN_PARTICLES,
    DOERS_BEHIND,
    OBJECTS_BEHIND,
    ROOT_NOUNS,
    TRAILING_SAYERS,
    TOLD_BEHIND,
    TIMED_CLAUSES,
)


@Language.component(PARSE_MENDS)
def mend_parse(doc: Doc) -> Doc:
    """Mend tags, arcs and names; no mend changes a word."""
    for mend in ORDER:
        mend(doc)
    return doc
