"""Judges what is said around a cue of harm: is it denied, only possible, and by whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import has_subject, load_cues
from dateline.relate.harm_rivals import tells_against
from dateline.relate.harm_words import load_harm_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dateline.mentions import PeopleMention

# fmt: off
NTH = frozenset(("first", "second", "third", "fourth", "fifth", "last"))
MODALS = frozenset((
    "could", "would", "may", "might", "can", "should", "must", "will", "shall", "'ll", "'d", "ca", "wo",
))
# fmt: on
CONDITIONS = frozenset(("if", "unless", "lest", "whether", "until", "till"))
# Governors whose "to" complement did happen.
# fmt: off
REAL_TO = frozenset((
    "managed", "manage", "went", "go", "continued", "continue", "began", "begun", "begin", "started", "start",
    "proceeded", "used", "happened", "appeared", "appears", "seem", "seems", "seemed", "claimed", "reported",
    "believed", "said", "known", "thought", "understood", "confirmed", "alleged", "feared", "presumed", "helped",
    "escaped", "had", "first", "last", "latest", "second", "third", "only", "estimated", "declared", "found", "assumed",
))
# fmt: on
UNREAL_PREPOSITIONS = frozenset(["without", "against", "from", "instead", "rather", "capable"])
# fmt: off
UNREAL_MODIFIERS = frozenset((
    "attempted", "attempting", "possible", "potential", "planned", "threatened", "future", "unsuccessful", "failed",
    "suspected",
))
# fmt: on
# fmt: off
CAUSING = frozenset((
    "cause", "result", "lead", "mean", "inflict", "bring", "prevent", "avoid", "risk", "suffer", "see", "produce",
))
# fmt: on

RECALLED = frozenset(("anniversary", "commemorate", "commemorating", "commemorated", "marking", "condolences"))
# fmt: off
ANSWERED = RECALLED | {
    "retaliation", "revenge", "reprisal", "reprisals", "response", "retribution", "vengeance", "avenge", "avenging",
    "avenged",
}
# fmt: on


# fmt: off
PROTESTING = frozenset((
    "protest", "protests", "protesting", "protested", "demonstrate", "demonstrating", "demonstrated", "demonstration",
    "demonstrations", "marched", "marching", "rally", "rallied", "outrage",
    "anger", "angered", "angry", "fury", "furious", "uproar", "outcry", "riot", "riots", "unrest", "bandh", "hartal",
))
# fmt: on
OVER = frozenset(("over", "against", "at", "about"))


def _is_stoppage(word: Token) -> bool:
    return word.lower_ == "strike" and word.i > 0 and word.nbor(-1).lower_ == "on"


def is_answered(token: Token) -> bool:
    """Whether the harm is what the act answers or recalls: "in retaliation for the killing of four".

    What an act of its own did that another answers is told of that act: "in response to a rocket that killed a man",
    "in revenge for the killing of five herders at Gashish on Thursday".
    """
    # The parser hangs "over the killing" on any word before it.
    before = token.doc[token.sent.start : token.head.i] if token.dep_ == "pobj" and token.head.lower_ in OVER else ()
    if any(word.lower_ in PROTESTING or _is_stoppage(word) for word in before):
        return True
    if _is_of_own_scene(token):
        return False
    below = token
    for _ in range(5):
        above = below.head
        if above.i == below.i or (below.pos_ == "VERB" and below.dep_ not in ("pcomp", "relcl", "acl", "conj")):
            return False
        if above.lower_ in ANSWERED and above.i < token.i:
            return above.lower_ in RECALLED or "relcl" not in (token.dep_, token.head.dep_)
        below = above
    return False


def _is_of_own_scene(killing: Token) -> bool:
    """Whether a noun for the deaths of so many has both a day and a place of its own behind it."""
    behind = [word for child in killing.rights for word in child.subtree]
    counted = any(word.dep_ == "nummod" and word.ent_type_ not in ("DATE", "TIME") for word in behind)
    if not killing.tag_.startswith("NN") or not counted:
        return False
    told = {word.ent_type_ for word in behind}
    return not told.isdisjoint(("DATE", "TIME")) and not told.isdisjoint(("GPE", "LOC", "FAC"))


CHARGES = frozenset(("charge", "charges", "charged", "accused", "arrested", "suspects", "facing"))
COURTROOMS = frozenset(("court", "magistrate", "magistrates", "judge", "dock"))
# "The long shot candidate", "a mug shot".
CHARGED_BY = frozenset(("for", "of"))  # before what somebody is charged with or jailed for
NO_SHOT = frozenset({"long", "mug", "big", "hot", "cheap", "screen", "snap", "parting"})


def is_unreal(token: Token) -> bool:
    """Whether the harm at `token` is only possible, wished, feared or attempted."""
    if _is_answered_for(token):
        return False
    unreal = load_harm_words().unreal
    if any(child.lower_ in UNREAL_MODIFIERS and child.dep_ == "amod" for child in token.children):
        return True
    if token.lower_ == "shot" and token.i > token.sent.start and token.nbor(-1).lower_ in NO_SHOT:
        return True
    if token.tag_.startswith("NN"):
        return _is_called_for(token) or _noun_is_unreal(token, unreal)
    current = token
    for _ in range(5):
        if current.pos_ in ("VERB", "AUX") and _verb_is_unreal(current, unreal):
            return True
        above = current.head
        if above.i == current.i:
            return False
        if current.dep_ == "pcomp" and above.lower_ in CHARGED_BY and above.head.lower_ in load_cues("charging"):
            return False  # "will serve 20 years for murdering Ana Ruiz", "faces life if convicted of killing a clerk"
        if current.dep_ == "pcomp" and above.lower_ in UNREAL_PREPOSITIONS and above.lower_ != "without":
            return True
        if current.dep_ in ("pcomp", "pobj", "dobj", "prep", "compound") and above.pos_ in (
            "VERB",
            "NOUN",
            "ADP",
            "ADJ",
        ):
            if above.lower_ in unreal:
                return True
            current = above
            continue
        if current.dep_ in ("conj", "xcomp", "oprd", "acomp", "attr", "advcl") and above.pos_ in ("VERB", "AUX"):
            if current.dep_ == "conj" and has_subject(current):
                return False
            if current.dep_ == "advcl" and current.tag_ != "VBG":
                return False
            current = above
            continue
        return False
    return False


def _is_answered_for(act: Token) -> bool:
    """Whether somebody denies a deed whose victim has a name: "Paul Reed denied killing Susan Reed", who is dead."""
    if act.head.lower_ not in DENYING or act.dep_ not in ("xcomp", "dobj"):
        return False
    behind = (kid for child in act.rights for kid in (child, *(child.children if child.lower_ == "of" else ())))
    return any(one.ent_type_ == "PERSON" and one.dep_ in ("dobj", "pobj") for one in behind)


CALLING = frozenset(("called", "call", "calls", "calling", "appealed", "clamoured", "clamored", "pushed", "pressed"))
SOUGHT = frozenset(("wanted", "sought", "hunted"))
SOUGHT_OVER = frozenset(("in", "for", "over"))
TOLLS = frozenset(("toll", "tally", "total", "number"))
LEADING = frozenset(("leading", "leads", "lead"))
TIPS = frozenset(("information", "reward", "rewards", "tip", "tips", "bounty"))
# What something else came after, or in spite of, has happened: "ordered an inquiry after the murder of a judge".
SETTLED = frozenset(("after", "following", "since", "despite", "amid", "during"))
# Done by those who did it, or said of it, before the words were written: "who planned the murder of Ana Ruiz".
ARRANGED = frozenset(("planned", "ordered", "ordering", "authorized", "authorised", "directed", "denied"))


FREEING = frozenset(("release", "liberation", "freeing"))
TRYING = frozenset(("try", "tries", "tried", "trying", "hope", "hopes", "hoping", "working", "attempt", "attempting"))
STILL_OPEN = frozenset((
    "conditions", "condition", "terms", "talks", "ransom", "facilitating", "negotiating", "seeking", "exchange",
    "return",
))  # fmt: skip


def _is_called_for(noun: Token) -> bool:
    """Whether somebody asks for what the noun tells: "called for the officer's arrest"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lower_ in CALLING


def _noun_is_unreal(noun: Token, unreal: frozenset[str]) -> bool:
    """Whether what governs "the death of" leaves it open: "could cause deaths", "if his death is confirmed"."""
    current = noun
    for _ in range(4):
        above = current.head
        if above.i == current.i:
            return False
        if above.lower_ in LEADING and any(word.lower_ in TIPS for word in above.doc[above.sent.start : above.i]):
            return True  # "a reward for information leading to the arrest"
        if (current.lower_ in SETTLED and current.dep_ == "prep") or (above.lower_ in ARRANGED and is_known(noun)):
            return False
        if above.tag_ == "VBN" and above.lower_ in SOUGHT and current.lower_ in SOUGHT_OVER:
            return False  # "a man wanted in the death of a nurse"
        if noun.lower_ in FREEING and _is_still_sought(above, current):
            return True
        if above.lower_ in unreal or (current.dep_ in ("pobj", "pcomp") and above.lower_ in ("against", "instead")):
            return True
        if above.lower_ in ("convicted", "guilty"):
            return False  # "faces life if convicted of the murder of a clerk"
        if above.pos_ in ("VERB", "AUX"):
            if any(child.lower_ in CONDITIONS and child.dep_ == "mark" for child in above.children):
                return True
            if above.lower_ == "bring" and noun.lower_ in TOLLS:
                return False  # "two have since died, which would bring the toll to 23": a sum
            aux = {child.lower_ for child in above.children if child.dep_ in ("aux", "auxpass")}
            return above.lower_ in CAUSING and bool(aux & (MODALS | {"to"}))
        current = above
    return False


def _is_still_sought(above: Token, below: Token) -> bool:
    """Whether a release has not come: "trying to obtain the release", "set conditions for it", "it may take weeks"."""
    if below.dep_ == "dobj" and above.tag_ == "VB":
        return above.head.lower_ in TRYING or any(kid.lower_ in MODALS for kid in above.lefts)
    if below.dep_ == "nsubj":
        return any(kid.dep_ == "aux" and kid.lower_ in MODALS for kid in above.lefts)
    return above.lower_ in STILL_OPEN


def is_known(noun: Token) -> bool:
    """Whether the noun is of one thing that befell somebody called by name: "the murder of Ana Ruiz".

    Or so many people, unless it is only planned: "admitted that he ordered the killing of 15 peasants".
    """
    if not any(child.lower_ == "the" for child in noun.lefts):
        return False
    harmed = [obj for prep in noun.rights if prep.lower_ == "of" for obj in prep.rights]
    counted = noun.head.lower_ not in ("planned", "planning")
    return any(obj.ent_type_ == "PERSON" or (counted and any(kid.tag_ == "CD" for kid in obj.lefts)) for obj in harmed)


def _verb_is_unreal(verb: Token, unreal: frozenset[str]) -> bool:
    if _is_to_face_court(verb):
        return False
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if aux & MODALS:
        return True
    if any(child.dep_ in ("mark", "advmod") and child.lower_ in CONDITIONS for child in verb.children):
        return True
    above = verb.head
    if "to" in aux and "have" not in aux:
        return above.i == verb.i or above.lower_ not in REAL_TO
    return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "ccomp") and above.lower_ in unreal


def _is_to_face_court(verb: Token) -> bool:
    """Whether people are held, and the court is to see them: "ten people will appear in court on charges of arson"."""
    if verb.lower_ != "appear" or any(child.dep_ == "neg" for child in verb.children):
        return False
    if not any(word.lower_ in CHARGES for word in verb.sent):
        return False  # "will appear in court as a witness"
    rooms = (kid for prep in verb.rights if prep.lower_ in ("in", "before") for kid in prep.children)
    return any(kid.lower_ in COURTROOMS for kid in rooms)


def is_denied(token: Token) -> bool:
    """Whether "not", "never" or "without" stands on the word itself, or on the verb that shares it."""
    if any(child.dep_ == "neg" or (child.lower_ == "never" and child.dep_ == "advmod") for child in token.children):
        return True
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without":
        return True
    if any(child.dep_ in ("nsubj", "nsubjpass") and is_one_of_neither(child) for child in token.lefts):
        return True
    above = token.head
    if token.dep_ in ("acomp", "attr", "oprd") and above.i != token.i:
        return any(child.dep_ == "neg" for child in above.children)
    if token.dep_ == "conj" and above.pos_ in ("VERB", "AUX", "ADJ") and not has_subject(token):
        return any(child.dep_ == "neg" for child in above.children) and not _goes_on(token, above)
    return False


def _goes_on(verb: Token, above: Token) -> bool:
    """Whether the verb tells what happened after all: "never woke up and died", "was not shot but stabbed"."""
    between = [child.lower_ for child in above.rights if child.dep_ == "cc" and child.i < verb.i]
    if "but" in between:
        return True
    return "and" in between and verb.tag_ == "VBD" and above.tag_ != "VBN"


def is_one_of_neither(subject: Token) -> bool:
    """Whether it is the first of two of whom nothing is said: "neither the driver nor his passenger survived"."""
    two = any(child.lower_ == "nor" for child in subject.rights)
    return two and any(child.lower_ == "neither" for child in subject.lefts)


DENYING = frozenset(("denied", "denies", "deny", "denying"))
GUESSING = frozenset(("believe", "think", "suspect", "guess", "assume"))
BEFALLING = frozenset(("was", "were", "is", "are", "been", "died"))


def is_disputed(token: Token) -> bool:
    """Whether somebody denies that it befell anyone: "denied that civilians had been hit", not "denied killing him".

    Nor does a speaker's guess tell of anyone: "we believe that two rebels were hit".
    """
    below = token
    for above in token.ancestors:
        if above.lower_ in GUESSING and below.dep_ == "ccomp":
            return any(child.lower_ in ("i", "we") for child in above.lefts if child.dep_ == "nsubj")
        if above.lower_ in DENYING and below.dep_ == "ccomp" and not _stands_beside(below, above):
            befell = below.lower_ in BEFALLING or any(child.dep_ == "nsubjpass" for child in below.children)
            return befell and not any(child.dep_ == "agent" for child in below.children)
        if above.dep_ == "relcl":
            return False  # "denied that it was behind the bomb that killed three": they are dead all the same
        below = above
    return False


def _stands_beside(clause: Token, denial: Token) -> bool:
    """Whether a clause before the denial only stands beside it: "nine died; the army denied responsibility"."""
    if clause.i > denial.i:
        return False
    parted = any(word.text == ";" for word in clause.doc[clause.i : denial.i])
    return parted or any(child.dep_ == "dobj" for child in denial.rights)


CLAIMING = frozenset(("claimed", "claims"))  # likewise before what is claimed, not before "responsibility"
SPEAKING = frozenset(("spoke", "speaks"))  # likewise: "rescuers spoke of 50 dead"


def find_source(token: Token, people: Sequence[PeopleMention]) -> str | None:
    """Return who states the figure at `token`: the subject of the enclosing verb of saying, or "according to"."""
    saying = load_harm_words().saying
    below = token
    for above in _ancestors(token):
        claimed = above.lower_ in CLAIMING and below.dep_ == "ccomp" and below.i > above.i
        spoke = above.lower_ in SPEAKING and token.i > above.i
        if (above.lower_ in saying or claimed or spoke) and above.pos_ in ("VERB", "AUX") and above.i != token.i:
            speaker = _speaker(above)
            inside = speaker is not None and (speaker.i == below.i or speaker.is_ancestor(token))
            if speaker is not None and not inside:
                return source_text(speaker, people)
            return _according(token, people)
        for child in above.children:
            # "Two died, police said": a saying that the parser hangs under what is said.
            if child.dep_ in ("parataxis", "ccomp", "advcl") and child.lower_ in saying and child.i != below.i:
                if tells_against(child):
                    continue  # "14 died, while the rebels said": the other side's word of theirs
                speaker = _speaker(child)
                if speaker is not None and child.i > speaker.i - 3 and not child.is_ancestor(token):
                    return source_text(speaker, people)
        below = above
    return _according(token, people)


def _ancestors(token: Token) -> Sequence[Token]:
    return (token, *token.ancestors)


def _speaker(verb: Token) -> Token | None:
    """Return who says it, be it behind another verb: "the rebels rejected the claim and said"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not has_subject(verb):
        verb = verb.head
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _according(token: Token, people: Sequence[PeopleMention]) -> str | None:
    sentence = token.sent
    for word in sentence:
        if word.lower_ != "according":
            continue
        for prep in word.children:
            for obj in prep.children:
                if obj.dep_ == "pobj":
                    return source_text(obj, people)
    return None


def source_text(speaker: Token, people: Sequence[PeopleMention]) -> str | None:
    """Return the speaker's phrase without the article, None for a pronoun."""
    if speaker.pos_ == "PRON" or speaker.tag_ in ("PRP", "WP", "WDT"):
        return None
    doc = speaker.doc
    before = [child for child in speaker.lefts if all(word.text != "," for word in doc[child.i : speaker.i])]
    first = min(
        [
            speaker.i,
            *(
                child.left_edge.i
                for child in before
                if child.dep_ in ("compound", "amod", "poss", "nmod")
                or (child.dep_ == "nummod" and speaker.tag_ == "NNS")
            ),
        ]
    )
    last = speaker.i
    for child in speaker.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i == last + 1:
            last = next((obj.i for obj in child.rights if obj.dep_ == "pobj"), last)
    for mention in people:
        if mention.name and mention.span.start <= speaker.idx < mention.span.end:
            while first > 0 and doc[first - 1].idx >= mention.span.start:
                first -= 1
            while last + 1 < len(doc) and doc[last + 1].idx < mention.span.end:
                last += 1
    text = "".join(token.text_with_ws for token in doc[first : last + 1]).strip()
    for article in ("the ", "a ", "an "):
        if text.lower().startswith(article):
            return text[len(article) :]
    return text


def is_ranked(token: Token) -> bool:
    """Whether the act told before is only ranked: "this is the first time that a bishop has been murdered"."""
    if token.dep_ not in ("acl", "relcl", "ccomp") or token.head.lower_ != "time":
        return False
    return any(child.lower_ in NTH for child in token.head.lefts)
