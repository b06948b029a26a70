"""What each key of a record means, for the JSON Schema; `records` says the same to programmers."""

from __future__ import annotations

# Where a class's docstring speaks to programmers of this library alone.
CLASSES: dict[str, str] = {
    "EventType": (
        "What kind of act it was: the one that did the harm, as finely as the article tells. "
        "'attack' is an act of violence by unnamed means."
    ),
    "WeaponCategory": (
        "What kind of weapon. firearm: handgun, rifle, machine_gun. explosive: bomb (vehicle_bomb, suicide_vest, "
        "landmine, aerial_bomb), grenade. projectile: rocket, missile, mortar, artillery. The word before a colon or "
        "bracket is used where the article tells no more."
    ),
    "PublishedBasis": (
        "Where the publication date comes from: given by the user, the file's metadata, a dateline or header line in "
        "the text, or inferred from dates in the text."
    ),
    "DateBasis": (
        "How the date was come by: explicit in the text; relative, worked out from the publication date; from the "
        "dateline; published, that is only 'on or before publication'."
    ),
    "Stance": (
        "How the actor is tied to responsibility: reported as fact; claimed or denied by the actor itself; accused "
        "by someone named; suspected; cleared."
    ),
    "Count": (
        "A number of people or things, as exactly as the words give it. 'At least 12' has no max, 'up to 8' no min."
    ),
    "Stage": (
        "How far the act went: accomplished; attempted, failed by itself; foiled by others; threatened, no more."
    ),
    "Role": (
        "The incident's part in the article: what it is about; another recent incident; or background, told as history."
    ),
}

CLUSTER_MEANING = (
    "Only in records that were linked: the same text for all records of one happening, the id of the one of them that "
    "was published first."
)

FIELDS: dict[str, dict[str, str]] = {
    "Record": {
        "schema_version": "Version of this format.",
        "id": "Stable name of the incident: the same article text and incident give the same id everywhere.",
        "article": "The article that reports the incident.",
        "role": "The incident's part in the article.",
        "type": "What kind of act it was.",
        "stage": "How far the act went.",
        "date": "When it happened; null when unknown.",
        "place": "Where it happened; null when unknown.",
        "weapons": "Means of harm.",
        "attributions": "Everyone the article ties to responsibility, deniers and the cleared included.",
        "targets": "Things hit or aimed at.",
        "victims": "People harmed, seized, missing or expressly unharmed, one entry for each group told apart.",
        "casualties": "Totals over the incident, perpetrators included; where reports disagree, the best sourced.",
        "reports": "Each figure as stated, with who stated it.",
        "evidence": (
            "Where in the normalised article text each field was read: path of the field ('date', 'victims[0]', "
            "'casualties.killed') to half-open ranges of Unicode code points."
        ),
        "confidence": "Probability of being right: 'overall' and each field given.",
    },
    "ArticleInfo": {
        "id": "Hash of the normalised text.",
        "source": "Path or URL as given; 'path#id' inside a container; '-' or '-#id' for standard input.",
        "title": "Headline.",
        "authors": "Names as in the by-line or metadata.",
        "publisher": "Newspaper, agency or site.",
        "published": "Day of publication.",
        "published_basis": "Where that day comes from.",
        "language": "ISO 639-1 code.",
    },
    "When": {
        "start": "First day on which it may have happened.",
        "end": "Last such day, inclusive.",
        "precision": "How finely the date is known.",
        "basis": "How the date was come by.",
        "text": "The expression as printed.",
    },
    "Place": {
        "text": "The words as printed.",
        "site": "Building, quarter, road or natural feature.",
        "locality": "Town or village.",
        "admin1": "First-level region: province, state, governorate.",
        "country": "ISO 3166-1 alpha-2 code.",
        "latitude": "Decimal degrees north, WGS 84.",
        "longitude": "Decimal degrees east, WGS 84.",
        "geonames_id": "Number of the place in GeoNames.",
        "precision": "How finely the place is known.",
    },
    "Weapon": {
        "category": "What kind of weapon.",
        "text": "The words as printed.",
        "count": "How many; null when not told.",
    },
    "Attribution": {
        "actor": "The name, or the phrase where there is none ('two gunmen').",
        "kind": "What the actor is.",
        "country": "ISO 3166-1 alpha-2 code of the actor's country.",
        "stance": "How the actor is tied to responsibility.",
        "by": "Who says so.",
        "text": "The words as printed.",
    },
    "Target": {
        "text": "The words as printed.",
        "category": "What kind of thing.",
        "country": "ISO 3166-1 alpha-2 code of the owner's country.",
        "effect": "What became of it.",
    },
    "Victim": {
        "text": "The words as printed.",
        "name": "Name of the person, for one person.",
        "category": "Who they are.",
        "nationality": "ISO 3166-1 alpha-2 code.",
        "status": "What happened to them.",
        "count": "How many; null when not told.",
    },
    "Casualties": {
        "killed": "People killed; null when not told.",
        "injured": "People injured; null when not told.",
        "kidnapped": "People kidnapped; null when not told.",
        "missing": "People missing; null when not told.",
        "arrested": "People arrested; null when not told.",
    },
    "Report": {
        "status": "What the figure counts.",
        "count": "The figure.",
        "by": "Who stated it; null for the article itself.",
        "text": "The words as printed.",
    },
    "Count": {
        "min": "At least so many; null when open downwards.",
        "max": "At most so many; null when open upwards.",
        "best": "The one number to use.",
        "approximate": "Whether the words are vague ('about 30', 'dozens').",
    },
}
