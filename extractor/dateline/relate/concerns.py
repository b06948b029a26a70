"""Tells whether what is said of responsibility is about an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import ActorKind
from dateline.relate.agents import is_passive, load_words, objects_of, undergone
from dateline.relate.clauses import path_up
from dateline.relate.cues import ARMED, governing_opinions, load_denials

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import StanceMention
    from dateline.relate.cues import Cue, Scene

# Objects that speak of an act even where it is not named.
SURE = frozenset(
    ("responsibility", "involvement", "role", "part", "hand", "complicity", "participation", "credit", "authorship")
) | frozenset(("suspicion", "finger", "guilty", "killers", "attackers"))
# Cues that are about an act always.
ALWAYS = frozenset(
    ("take_credit", "claim_noun", "work_of", "sign", "ploy_of", "prime_suspect", "own_man", "door", "put_down")
)
ONLOOKERS = ("noun:people", "noun:crowds", "noun:quantities")
NEWS = frozenset(("report", "reports", "rumour", "rumours", "rumor", "rumors", "account", "accounts", "news"))
CHARGED = frozenset(
    ("accusation", "accusations", "allegation", "allegations", "charge", "charges", "claim", "claims", "link", "links")
)
HEARSAY = (
    CHARGED
    | NEWS
    | frozenset(("suggestion", "suggestions", "speculation", "theory", "theories", "assertion", "assertions", "story"))
    | frozenset(("insinuation", "insinuations", "idea", "notion", "stories", "version", "possibility", "belief"))
)
# fmt: off
OTHER_CRIMES = frozenset((
    "smuggling", "trafficking", "laundering", "fraud", "corruption", "bribery", "embezzlement", "embezzling", "spying",
    "espionage", "perjury", "lying", "forgery", "evasion", "counterfeiting", "drunkenness", "speeding", "blasphemy",
    "negligence", "incompetence", "inaction", "indifference", "bias", "favouritism", "favoritism", "hypocrisy",
))
# fmt: on
# Behind "suspected to be": no name for who they may be, but the act.
NOT_WHO = frozenset(
    ("the", "a", "an", "behind", "responsible", "involved", "connected", "linked", "part", "in", "among", "one")
)
OFFENCES = frozenset(
    (
        "murder",
        "manslaughter",
        "homicide",
        "assault",
        "battery",
        "rape",
        "robbery",
        "arson",
        "kidnapping",
        "wounding",
        "terrorism",
        "affray",
        "counts",
    )
)  # fmt: skip
NEGLECT = frozenset((
    "abandoning", "failing", "ignoring", "neglecting", "hiding", "concealing", "delaying", "refusing", "exaggerating",
    "fabricating", "inventing", "lying", "sheltering", "harbouring", "harboring", "embedding", "operating",
    "stationing", "arming", "backing", "supporting", "funding", "financing",
))  # fmt: skip
SHIELDS = frozenset(("shield", "shields"))  # "accused the rebels of using civilians as shields"
JUDGING = ("convict", "clear", "find_guilty")
JUDGED = ("person", "noun:people", "noun:forces")  # rules of those whom a court convicts or clears
# Of what a side is accused that is laid the blame for an act: "accused Russia of hitting civilians".
HITTING = frozenset(("attacking", "bombing", "hitting", "killing", "massacring", "shelling", "striking", "targeting"))
BACK = frozenset(("it", "this", "them"))
NEAR = 50  # tokens
COURTLY = frozenset(("charged", "indicted", "prosecutors", "court", "trial"))
JAILED = frozenset(("jailed", "imprisoned"))
TERMS = frozenset(("life", "years", "year", "months", "weeks", "term", "terms"))
WARDS = frozenset(("hospital", "hospitals", "clinic", "ward", "centre", "center", "infirmary", "icu", "unit", "care"))


def concerns_act(mention: StanceMention, cue: Cue, token: Token) -> bool:
    """Whether the statement is about an act: one stands in the clause, or the words or the actor leave no doubt."""
    if token.lower_.startswith("link") and token.pos_ == "VERB" and _links_bodies(token):
        return False
    onlooker = mention.actor.rule.startswith(ONLOOKERS)
    if cue.id in ("deny", "brand") and onlooker and any(obj.lower_ in NEWS for obj in objects_of(token)):
        return False  # "residents dismissed the reports as lies"
    if mention.actor.rule == "state" and is_heading(token.doc[mention.actor.head]):
        return False
    # "Police cleared the last people from the house": a person is cleared by name.
    judged = cue.id in JUDGING and mention.actor.rule in JUDGED and (cue.id != "clear" or mention.actor.named)
    if (judged or cue.id in ("blame", "charge")) and _is_other_crime(mention, token):
        return False
    if cue.id == "blame" and _tells_neglect(token):
        return False  # "their families accused the government of abandoning them"
    if cue.id == "suspect" and is_lesser(token):
        return False  # "shot a man suspected of stealing steaks"
    if mention.event is not None or cue.id in ALWAYS or (cue.id == "blame" and token.dep_ == "xcomp"):
        return True
    if judged:
        return True  # "John Poe was sentenced to 30 years", "was acquitted for lack of evidence"
    actor = mention.actor
    acts = load_words("agent_nouns")["acts"]
    if cue.id == "claim" and actor.named and any(obj.lower_ in acts for obj in objects_of(token)):
        return True
    blamed = actor.kind is ActorKind.STATE or (token.lower_ == "responsible" and actor.rule != "organisation")
    if cue.id == "responsible" and blamed and not _is_for_other(token):
        return True  # "it was unclear whether the regime was responsible"
    if cue.id == "suspect" and is_passive(token) and actor.kind is not ActorKind.STATE:
        return True  # "exiles are suspected"
    if cue.id == "charge" and (actor.named or actor.rule in ("noun:people", "noun:crowds")):
        return True
    if cue.id == "charge" and actor.rule == "noun:forces" and token.lower_ in ("charged", "indicted"):
        return is_passive(token)  # "other soldiers have been charged"
    if cue.id == "brand":
        return actor.rule != "organisation"
    if cue.id == "deny" and (actor.rule != "organisation" or _rejects(token)):
        return True  # what is denied was told before
    if cue.id == "blame" and (actor.rule != "organisation" or _answers(token)) and not _is_for_other(token):
        return True  # "the ministry blamed Norway", "the premier blamed John Poe"
    if cue.id == "blame" and any(part.lower_ in load_words("agent_nouns")["means"] for part in token.subtree):
        return True  # "accused the regime of using chlorine gas"
    if cue.id in ("seek", "at_large") or (cue.id == "point" and actor.kind is not ActorKind.INDIVIDUAL):
        return True
    if any(child.lower_ in SURE or any(kid.lower_ in SURE for kid in child.children) for child in token.children):
        return True
    return mention.actor.kind in ARMED or mention.actor.rule.startswith("noun:gunmen")


def is_heading(name: Token) -> bool:
    """Whether a country's name only says where the headline is from: "Kenya: police officer charged with murder"."""
    return name.is_sent_start is True and name.i + 1 < len(name.doc) and name.nbor().text == ":"


def _tells_neglect(verb: Token) -> bool:
    """Whether the blame is for what somebody left undone, or said: "accused the government of abandoning them"."""
    preps = (prep for prep in verb.rights if prep.dep_ == "prep" and prep.lower_ in ("of", "for"))
    clauses = [kid for prep in preps for kid in prep.children if kid.dep_ == "pcomp"]
    return any(kid.lower_ in NEGLECT or any(part.lower_ in SHIELDS for part in kid.subtree) for kid in clauses)


def is_lesser(verb: Token) -> bool:
    """Whether what somebody is suspected of is an offence without violence: "suspected of theft"."""
    preps = (prep for prep in verb.rights if prep.lower_ in ("of", "for"))
    objects = (kid.lower_ for prep in preps for kid in prep.children)
    lesser = load_words("agent_nouns")["lesser_offences"]
    return any(word in lesser or word in OTHER_CRIMES for word in objects)


def _links_bodies(verb: Token) -> bool:
    """Whether what is linked to somebody is no act: "the militia is linked to the party"."""
    nouns = load_words("agent_nouns")
    linked = undergone(verb)
    return bool(linked) and not any(one.lower_ in nouns["acts"] | nouns["means"] or _tells_deed(one) for one in linked)


def _tells_deed(noun: Token) -> bool:
    nouns = load_words("agent_nouns")
    return noun.lower_ in nouns["warlike"] | nouns["mutual"] | nouns["suffered"] | nouns["doers"] | nouns["suspects"]


def _rejects(verb: Token) -> bool:
    """Whether what is denied is guilt itself or the word of it: "rejected the accusation"."""
    return any(child.lower_ in CHARGED or child.lower_ in SURE for child in objects_of(verb))


def _is_other_crime(mention: StanceMention, verb: Token) -> bool:
    """Whether the charge is one of no violence: "accused by the court of smuggling", "charged with fraud"."""
    below = [part for part in verb.subtree if part.i > verb.i]
    return any(part.lower_ in OTHER_CRIMES for part in below) and all(part.i != mention.event for part in below)


def _is_for_other(verb: Token) -> bool:
    """Whether the blame is for something told in its own clause, which is no act, nor what any act may be called."""
    called = load_words("agent_nouns")["condemned_as"] | load_words("agent_nouns")["acts"]
    return any(
        child.dep_ in ("prep", "ccomp", "advcl")
        and child.lower_ in ("for", "of", "over")
        and not any(kid.lower_ in called | HITTING or _refers_back(kid) or _plies_means(kid) for kid in child.children)
        for child in verb.children
    )


def _plies_means(clause: Token) -> bool:
    """Whether the clause tells of means: "accused of placing bombs on trains"."""
    means = load_words("agent_nouns")["means"]
    return clause.dep_ == "pcomp" and any(obj.lower_ in means for obj in objects_of(clause))


def _answers(verb: Token) -> bool:
    """Whether whom somebody blames rejects it, or blame is cast back: "blamed the union, which rejected the charge".

    "The league denied it and blamed the union."
    """
    if verb.dep_ in ("conj", "advcl") and verb.head.lower_ in load_denials():
        return True
    clauses = (kid for obj in objects_of(verb) for kid in obj.children if kid.dep_ == "relcl")
    return any(clause.lower_ in load_denials() for clause in clauses)


def _refers_back(clause: Token) -> bool:
    """Whether it is "it", the act told before, or what was done to it: "for this", "accused rebels of planting it"."""
    if clause.dep_ == "pobj":
        return clause.lower_ in BACK
    return clause.dep_ == "pcomp" and any(obj.lower_ in BACK for obj in objects_of(clause))


def has_term(verb: Token) -> bool:
    """Whether it is told for how long somebody was jailed, which is a sentence and no arrest: "jailed for 12 years"."""
    preps = (prep for prep in verb.rights if prep.dep_ == "prep" and prep.lower_ == "for")
    return any(obj.lower_ in TERMS for prep in preps for obj in prep.children)


def is_plea(mention: StanceMention, verb: Token) -> bool:
    """Whether somebody denies to a court what he is charged with: "pleaded not guilty", "denies murder"."""
    if mention.rule != "stance:deny":
        return mention.rule == "stance:admit"
    denied = objects_of(verb) if mention.actor.rule == "person" else ()
    if any(obj.lower_ in ("charge", "charges") for obj in denied):
        before = verb.doc[max(0, verb.i - NEAR) : verb.i]
        return any(word.lower_ in COURTLY for word in before)  # not who denies it for the army
    return any(obj.lower_ in OFFENCES and not any(kid.dep_ == "det" for kid in obj.lefts) for obj in denied)


def is_lesser_plea(scene: Scene, verb: Token) -> bool:
    """Whether what somebody pleads guilty to is an offence without violence: "pleaded guilty to theft in 2016".

    Or another matter of earlier days: "had previously pleaded guilty to assault".
    """
    if not verb.lower_.startswith("ple"):
        return False
    if any(child.lower_ == "previously" for child in verb.children):
        return True
    named = [part for part in verb.subtree if part.i > verb.i]
    lesser = load_words("agent_nouns")["lesser_offences"]
    return any(part.lower_ in lesser for part in named) and not any(part.i in scene.acts for part in named)


def is_to_hospital(verb: Token) -> bool:
    """Whether somebody is admitted to a place, not admitting a deed."""
    if objects_of(verb) or not any(prep.lower_ in ("to", "into", "at", "in") for prep in verb.children):
        return False
    inside = (obj for prep in verb.children if prep.lower_ in ("to", "into", "at", "in") for obj in prep.subtree)
    return any(obj.lower_ in WARDS for obj in inside)


def is_denied(verb: Token) -> bool:
    """Whether somebody denies what the clause tells, or the claim of it.

    "Denied that its jets had struck the town", "rejected claims that its jets had struck the town".
    """
    denying = load_denials()
    if any(above.lower_ in denying for above in governing_opinions(verb)):
        return True
    clauses = (above for above in path_up(verb) if above.dep_ == "acl" and above.head.lower_ in HEARSAY)
    return any(clause.head.dep_ == "dobj" and clause.head.head.lower_ in denying for clause in clauses)


def tells_who(verb: Token) -> bool:
    """Whether it is only said who the doers may be: "gunmen suspected to be bandits", not "to be the killers"."""
    words = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4]]
    return len(words) > 2 and " ".join(words[:2]) in ("to be", "of being") and words[2] not in NOT_WHO
