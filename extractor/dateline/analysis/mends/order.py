"""The mends in the order in which they run: each sees what those before it have set right."""

from __future__ import annotations

from dateline.analysis.mends.acts_in_which import ACTS_IN_WHICH
from dateline.analysis.mends.airstrike_nouns import AIRSTRIKE_NOUNS
from dateline.analysis.mends.apposed_parts import APPOSED_PARTS
from dateline.analysis.mends.aside_subjects import ASIDE_SUBJECTS
from dateline.analysis.mends.bare_relatives import BARE_RELATIVES
from dateline.analysis.mends.blame_beside import BLAME_BESIDE
from dateline.analysis.mends.clause_openers import CLAUSE_OPENERS
from dateline.analysis.mends.clause_subjects import CLAUSE_SUBJECTS
from dateline.analysis.mends.dateline_heads import DATELINE_HEADS
from dateline.analysis.mends.doers_behind import DOERS_BEHIND
from dateline.analysis.mends.face_verbs import FACE_VERBS
from dateline.analysis.mends.graded_verbs import GRADED_VERBS
from dateline.analysis.mends.headline_verbs import HEADLINE_VERBS
from dateline.analysis.mends.joined_participles import JOINED_PARTICIPLES
from dateline.analysis.mends.joined_subjects import JOINED_SUBJECTS
from dateline.analysis.mends.lone_adjectives import LONE_ADJECTIVES
from dateline.analysis.mends.object_states import OBJECT_STATES
from dateline.analysis.mends.office_names import OFFICE_NAMES
from dateline.analysis.mends.rank_words import RANK_WORDS
from dateline.analysis.mends.result_clauses import RESULT_CLAUSES
from dateline.analysis.mends.root_nouns import ROOT_NOUNS
from dateline.analysis.mends.said_in import SAID_IN
from dateline.analysis.mends.shot_verbs import SHOT_VERBS
from dateline.analysis.mends.trailing_sayers import TRAILING_SAYERS
from dateline.analysis.mends.weekday_numbers import WEEKDAY_NUMBERS

ORDER = (
    DATELINE_HEADS,
    RANK_WORDS,
    AIRSTRIKE_NOUNS,
    LONE_ADJECTIVES,
    SHOT_VERBS,
    FACE_VERBS,
    HEADLINE_VERBS,
    OBJECT_STATES,
    GRADED_VERBS,
    WEEKDAY_NUMBERS,
    SAID_IN,
    BLAME_BESIDE,
    APPOSED_PARTS,
    ACTS_IN_WHICH,
    OFFICE_NAMES,
    JOINED_PARTICIPLES,
    ASIDE_SUBJECTS,
    BARE_RELATIVES,
    CLAUSE_OPENERS,
    CLAUSE_SUBJECTS,
    JOINED_SUBJECTS,
    RESULT_CLAUSES,
    DOERS_BEHIND,
    ROOT_NOUNS,
    TRAILING_SAYERS,
)
