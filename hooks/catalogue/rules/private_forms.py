"""The forms in which people write what is private, kind by kind, and what is told of each.

A form is a pattern; where a pattern alone cannot tell it from a look-alike, a kind also asks what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.reading.quick import Quick

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Kind:
    """A kind of private thing: the forms that people write it in, and what is told of it."""

    form: re.Pattern[str]
    message: str
    quick: Quick | None = None  # what a text holds that may hold the form
    may_be_public: bool = False
    asks: Callable[[re.Match[str]], bool] = lambda _: (
        True
    )  # whether a hit is one, by its surroundings


PUBLIC = "Jos se on viranomaisen julkinen, merkitse rivin loppuun: # julkinen: kenen"
IDENTITY_CODE = "Henkilötunnusta ei julkaista."
DIAGNOSIS = f"Diagnoosikoodia ei julkaista. Kerro asia yleisesti. {PUBLIC}."
LOGIN = "Kirjautumistietoa ei julkaista."
PATH = "Sisäverkon tai oman koneen polkua ei julkaista. Kirjoita julkinen osoite (https://…) tai jätä se pois."
AT = (
    r"(?: ?@ ?|\s*[(\[{<«*/|]\s*(?:at|ät|ät-merkki|miukumauku|@)\s*[)\]}>»*/|]\s*"
    r"|\(a\)|%40|&#(?:64|x40);|&commat;)"
)
DOT = r"(?:\.| \. |\s*[(\[{]\s*(?:dot|piste|\.)\s*[)\]}]\s*)"
EMAIL = re.compile(
    rf"(?i)(?<![\w.+-])[\w.+-]+{AT}[\w-]+(?:{DOT}[\w-]+)*{DOT}[a-z][\w-]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}? ?[-_]at[-_] ?[\w-]{1,63}\.(?:fi|com|org|net|eu)\b"
    r"|(?<![\w.+-])[\w+-]+(?:\.| piste | dot )[\w+-]+ (?:at|ät|ät-merkki|miukumauku|miuku) "
    r"[\w-]+(?:\.| piste | dot )(?:fi|com|org|net|eu)\b"
    r"|(?<![\w.+-])[\w+-]+\.[\w+-]+@[\w-]+"  # a name in a network of one's own
    r"|[\"”“'’][^\"”“'’\n@]{1,64}[\"”“'’] ?@ ?[\w-]+\.\w"  # a quoted name
    r"|(?<![\w.+-])[\w.+-]{1,64}@\[[\d.:a-f]+\]"
)
# Between the digits of a number: what a keyboard and a text processor put there.
SIGN = r"[ ./_–-]?"
ODD_SIGN = r"(?: ?[.,/:;•·~|*—–-] ?| )?"
PHONE = re.compile(
    r"[+(0O](?:(?<![\w./=%-].)|(?<=\b[Pp]\..)|(?<=uh\..)|(?<=el\..)|(?<=sm\..))(?!(?<=0)[ -]1[ -]2[ -]3)(?:"
    rf"(?:(?<=\+)|(?<=0)0) ?358{SIGN}(?:\(0\)|0)?{SIGN}\(?[1-9]\)?(?:{SIGN}\(?\d\)?){{5,10}}"
    r"|(?<=\+)(?:4[5-7]|372)(?:[ ./-]?\(?\d\)?){6,11}"
    r"|(?<=\+)(?!\d{1,3}(?: \d{3})+(?!\d))[1-9](?:[ ./-]?\(?\d\)?){9,13}"
    rf"|(?:(?<=\()0|(?<=[0O]))(?:4\d|50)\)?(?:(?:{SIGN}\d){{5,8}}|(?:{ODD_SIGN}\d){{7}})"
    r"|(?:(?<=\()0|(?<=0))[ -]?[1-9]\)?(?:[ -]?\d){5,9}"
    r"|(?:(?<=\()0|(?<=0))[1-9]\)? ?[–-] ?\d{3} ?\d{3,4}"
    r")(?![\w%-]|[.,]\d)"
    r"|3(?<![\w./=%+-].)58[ -]?(?:4\d|50)(?:[ -]?\d){6,8}(?![\w%-]|[.,]\d)"
)
# --- a number of a telephone, said ---
DIGIT = "(?:nolla|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)"
PHONE_SAID = re.compile(rf"(?i)\bnolla[ ,-]+(?:neljä|viisi)(?:[ ,-]+{DIGIT}){{5}}")
IDENTITY = re.compile(
    r"[0-3](?<!\d.)(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01])(?:0[1-9]|1[0-2])\d\d"
    r"(?: ?[-+\u2212\u2012-\u2015A-FU-Ya-fu-y] ?\d{3}[0-9A-Ya-y]|[ /_]\d{3}[A-Y])(?!\w)"
    r"|[0-3](?<!\d.)\d[. ][01]\d[. ](?:19|20)?\d\d ?[-+–A-FU-Y] ?\d{3}[A-Y](?!\w)"
)
IDENTITY_SAID = re.compile(
    r"(?i)\b(?:hetu|henkilötunnu|sotu|personbeteckning|asiakasnumero|potilasnumero|asiakastunnus)"
    r"\w{0,4}(?: alku)?[: ]+(?:on )?\d{4,}+(?! ?[-+–A-FU-Y] ?\d{3})"
)
BORN = re.compile(
    r"(?i)\b(?:s\.|synt\.|synt\. ?aika|syntynyt|syntyi|syntymäaika|syntymäpäivä|s\.a\.|född|DOB):? ?"
    r"(?:\d{1,2}\. ?\d{1,2}\. ?(?:\d\d)?\d\d(?!\d)|\d{1,2}\. ?[a-zä]+kuuta \d{4})"
)
HOME = re.compile(
    r"\b[A-ZÅÄÖ][\w-]{0,30}(?:katu|tie|kuja|(?<!yö)(?<!elu)(?<!ito)(?<!utus)polku|raitti|kaari|rinne|väylä|penger|gatan|vägen|gränden|stigen)"
    r" \d{1,3}(?:[-–]\d{1,3})? ?(?:[a-z] )?(?:[A-Za-z] ?\d{1,3}\b|as\.? ?\d|asunto \d)"
    r"|(?i:\b(?:kotiosoit|hemadress)\w*)\s*(?:on|[:=])?\s*[A-ZÅÄÖ]"
    r"|(?i:\basuu osoitteessa\b)"
)
ACCOUNT = re.compile(
    r"\bFI\d\d(?:[ -]?\d{4}){3}[ -]?\d\d(?!\w)"
    r"|\b(?:SE|EE|DK|NO|DE)\d\d(?:[ -]?\d{4}){2,5}(?:[ -]?\d{1,3})?(?!\w)"
)
# --- codes of diagnoses ---
CODE = re.compile(
    r"[A-Zf](?<![\w.,/-].)(?:(?<=F)\d\d(?:\.\d{1,2}[A-Z]?)?(?!\w|\.\d)"
    r"|(?<![FUf])\d\d\.\d{1,2}[A-Z]?(?![\w-]|\.\d)"
    r"|(?<=[Ff]) ?\d\d\.\d(?!\w|\.\d))"
)
MANUAL = re.compile(r"\bDSM[-\w]{0,6}:? ?\d{3}\.\d\d")
BARE = re.compile(r"[A-TZ](?<![\w.,/-].)(?<!F)\d\d(?![\w%]|[.,]\d)")
# Of these letters a code is seldom anything but a diagnosis; but roads and meetings of states have such names, too.
SELDOM_ELSE = re.compile(r"(?!E10|E12|E18|E63|E75|G10|G20|G77)[EGIJ]")
ILL = r"(?:\bdg\b|diagno|sairau|sairast|potila|ICD|ICPC|tautiluok|oireyhty|häiriö|\bF\d\d|[A-Z]\d\d\.\d)"
PERSON = r"(?:asiaka|asiakka|kuntoutuj|valmennettav|henkilö)"
NEAR_ILL = re.compile(rf"(?i){ILL}[^.\n]{{0,40}}$")
NEAR_PERSON = re.compile(rf"(?i){PERSON}[^.\n\d]{{0,25}}$")
ILL_AFTER = re.compile(rf"(?i)[^.\n\d]{{0,20}}{ILL}")
COMPOUND = re.compile(r"-[^\W\d]")
OF_AN_ILL = re.compile(rf"(?i)-(?:{ILL}|{PERSON}|koodi)")
# What people number with a letter and digits.
LABEL = re.compile(
    r"(?i)\b(?:taulu|kuva|kuvio|liit|kohd|koht|luku|luvu|osa|osio|sivu|huone|tila|talo|lomak|tie|valtatie|taso|"
    r"kielitaso|versio|paket|työpaket|kuukau|pykäl|rivi|sarak|solu|at:|mittari|kysymy|väittä|koko|hanke|moduul|"
    r"jakso|linja|reitti|bussi|table|figure|appendix)[\wäö]{0,12}:? ?(?:[A-Z]\d\d?(?:,| ja|–|-) ?)*$"
)


def _has_no_label(found: re.Match[str]) -> bool:
    return not LABEL.search(found.string[max(0, found.start() - 40) : found.start()])


def _is_of_an_ill(found: re.Match[str]) -> bool:
    """Whether a letter and two digits are a diagnosis: by their letter, or by what stands around them."""
    before = found.string[max(0, found.start() - 60) : found.start()]
    after = found.string[found.end() : found.end() + 40]
    if LABEL.search(before):
        return False
    if COMPOUND.match(after):
        return bool(OF_AN_ILL.match(after))
    if SELDOM_ELSE.match(found.group()) or NEAR_ILL.search(before) or ILL_AFTER.match(after):
        return True
    return found.group()[0] not in "NPQT" and bool(NEAR_PERSON.search(before))


# --- logins ---
CODEWORD = (
    r"(?:salasana|lösenord|password|passwd|passcode|(?:tunnus|pääsy|ovi|käyttö|kerta|aktivointi|avain)koodi|"
    r"\bpwd?\b|\bPIN\b(?:-?koodi)?)"
)
QUOTED = "[\"”“'’»«][^\"”“'’»«\\n]{3,40}[\"”“'’»«]"
# What is told of a password rather than told as one.
TOLD_OF = (
    r"(?:\w{3,}(?:nen|nut|nyt|neet|tu|ty|va|vä|sti|ton|tön|kas|käs)\b|\w{4,}(?:ssa|ssä|lla|llä|lta|ltä|ista|istä)\b|"
    r"(?:ei|ehkä|liian|hyvä|pitkä|lyhyt|sama|oma|uusi|vanha|aina|jo|vain|myös|yhä|usein|helppo|vaikea|heikko|este|"
    r"osa|yksi|se|noin|vähintään|enintään|kunkin|jokaisen|joka|kuin|niin|monelle|tarpeen|pakko|not|a|the|too)\b|\d+\b)"
)
LOGINS = re.compile(
    rf"(?i)(?:käyttäjätunnus|{CODEWORD}|\b(?:salis|passu|pass|secret|api[_-]?key|token))(?: on)?\s*[:=]\s*\S+"
    r"|\btunnukset\s*[:=]\s*\S+ ?/ ?\S+"
    r"|\btunnus[: ] ?(?!(?:ja|tai|sekä)\b)\S+ salasana[: ] ?\S+"
    r"|\btunnu\w+ ja salasana\w*\s*(?:ovat|on)?\s*[^\s/]+ ?/ ?[^\s/]+"
    r"|\btunnu\w+ ja salasana\w* (?:ovat|on) \S+ ja (?=\S*\d)\S+"
    rf"|{CODEWORD}\w{{0,4}} ?(?:on |toimii |= ?)?{QUOTED}"
    rf"|{CODEWORD}\w{{0,4}},? \(?(?:on |oli |ovat |käytetään |toimii )?(?=\S*\d)(?=\S*[^\W\d])(?!\w{{1,4}}-)\S{{4,}}"
    r"|\b(?:PIN|(?:tunnus|pääsy|ovi|oven |ovien )koodi)[\w-]{0,8} (?:on |oli )?\d{4,8}#?(?![\w.]| (?:kertaa|merk|nume|euro))"
    rf"|\b(?:salasana|lösenord|password)(?:na)? (?:on|oli|är|is|käytetään) (?!{TOLD_OF})\S+"
)
KEYS = re.compile(
    r"\b(?:ghp|gho|ghs|github_pat)_\w{16}|\bAKIA[0-9A-Z]{12}|\bsk-[A-Za-z0-9]{20}|\bxox[bp]-\w|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|\beyJ[\w-]{8,}\.eyJ[\w-]{4,}|\bBearer [\w.-]{10,}"
)
PATHS = re.compile(
    r"\\\\[\w.-]+\\|(?<![\w/])[A-Za-z]:(?:\\[\w.]|/[A-Za-z]|\\$)|(?<![\w./:-])/(?:home|Users|root|mnt|srv|var)/\w"
    r"|\b(?:smb|nfs)://|(?<![\w/])~/\w|%[A-Z]{4,}%[\\/]|\bOneDrive\b[^\n]{0,40}\\|\$HOME/|-my\.sharepoint\.com/personal/"
    r"|(?<![\w:/])//[\w.-]+/[^\s\"']+\.(?:docx?|xlsx?|pptx?|msg)\b"
)
# Forms begin with a sign and look behind it afterwards, or have a quick look first: texts are many, hits are few.
KINDS = (
    Kind(
        EMAIL,
        f"Sähköpostiosoitetta ei julkaista. Kirjoita rooli ja linkki viralliselle sivulle. {PUBLIC}.",
        Quick(
            ("miuku", "-at-", "-at_", "_at-", "_at_", "(a)", "&comm"),
            ("@", "%40", "&#"),
            re.compile(r"[aä]t(?<=[\s(\[{<«*/|].t)(?=[\s)\]}>»*/|-])"),
        ),
        may_be_public=True,
    ),
    Kind(PHONE, f"Puhelinnumeroa ei julkaista. {PUBLIC}.", may_be_public=True),
    Kind(
        PHONE_SAID,
        f"Puhelinnumeroa ei julkaista. {PUBLIC}.",
        Quick(("nolla",)),
        may_be_public=True,
    ),
    Kind(IDENTITY, IDENTITY_CODE),
    Kind(
        IDENTITY_SAID,
        IDENTITY_CODE,
        Quick(("hetu", "lötunnu", "stunnus", "sotu", "beteckning", "snumero")),
    ),
    Kind(CODE, DIAGNOSIS, may_be_public=True, asks=_has_no_label),
    Kind(MANUAL, DIAGNOSIS, Quick(signs=("DSM",)), may_be_public=True),
    Kind(BARE, DIAGNOSIS, may_be_public=True, asks=_is_of_an_ill),
    Kind(re.compile(r"(?i)\bfile:"), "Tiedostopolkua ei julkaista.", Quick(("file:",))),
    Kind(re.compile(r"(?i)\bmailto:"), "Sähköpostilinkkiä ei julkaista.", Quick(("mailto",))),
    Kind(
        PATHS,
        PATH,
        Quick(
            ("/home/", "/users/", "/root/", "/mnt/", "/srv/", "/var/"),
            ("\\", "//", ":/", "~/", "%/", "$HOME/", "sharepoint"),
        ),
    ),
    Kind(
        ACCOUNT,
        f"Tilinumeroa ei julkaista. {PUBLIC}.",
        Quick(form=re.compile(r"(?:fi|se|ee|dk|no|de)\d\d")),
        may_be_public=True,
    ),
    Kind(
        BORN,
        "Syntymäaikaa ei julkaista.",
        Quick(form=re.compile(r"\.(?<=\d.) ?(?:\d\d?\. ?\d\d|[^\W\d]+kuuta \d)")),
    ),
    Kind(
        HOME,
        f"Kotiosoitetta ei julkaista. {PUBLIC}.",
        Quick(
            ("kotiosoit", "hemadress", "asuu osoitteessa"),
            form=re.compile(
                r" \d(?<=(?:katu|.tie|kuja|olku|itti|aari|inne|äylä|nger|atan|ägen|nden|igen) \d)"
            ),
        ),
        may_be_public=True,
    ),
    Kind(
        KEYS,
        LOGIN,
        Quick(
            signs=(
                "ghp_",
                "gho_",
                "ghs_",
                "github_pat",
                "AKIA",
                "sk-",
                "xox",
                "PRIVATE",
                "eyJ",
                "Bearer",
            )
        ),
    ),
    Kind(
        LOGINS,
        LOGIN,
        Quick(
            (
                *("salasana", "lösenord", "salis", "pass", "secret", "token"),
                *("api-key", "api_key", "apikey", "käyttäjätunnus", "tunnukset"),
                *(
                    "nuskoodi",
                    "sykoodi",
                    "ovikoodi",
                    "ttökoodi",
                    "rtakoodi",
                    "ointikoodi",
                    "ainkoodi",
                ),
                *("oven koodi", "ovien koodi"),
            ),
            form=re.compile(r"p(?<!\w.)(?:in|wd?)\b"),
        ),
    ),
)
