"""Which English nouns name events, and what they have in common with verbs. Tables only: one row a family.

Lemmas are lower case, as the parser gives them.
"""

from __future__ import annotations

_FAMILIES = """
abduct: abduction
abolish: abolition
accuse: accusation
acquire: acquisition
acquit: acquittal
adopt: adoption
advance: advance
agree: agreement accord
aid: aid
airstrike: airstrike air-strike
allege: allegation
ambush: ambush
amend: amendment
announce: announcement
annex: annexation
apologize: apology
appeal: appeal
appear: appearance
appoint: appointment
approve: approval
arrest: arrest
arrive: arrival
assassinate: assassination
assault: assault
assess: assessment
attack: attack raid onslaught
attempt: attempt
auction: auction
audit: audit
award: award
bail: bail
ban: ban
battle: battle
begin: beginning start onset outset commencement
bid: bid
bail-out: bailout bail-out
bear: birth
blast: blast
blockade: blockade
boom: boom
boycott: boycott
breach: breach
break: break
broadcast: broadcast
bomb: bombing bombardment
campaign: campaign
cancel: cancellation
capture: capture
celebrate: celebration
ceremony: ceremony
ceasefire: ceasefire cease-fire truce armistice
change: change
charge: charge
clash: clash
close: closure closing
collapse: collapse demise
collide: collision
commit: commitment
complain: complaint
complete: completion
concert: concert
conclude: conclusion
confer: conference
conflict: conflict
confess: confession
congress: congress
conquer: conquest
construct: construction
contest: contest
convene: convention
convict: conviction
coronate: coronation
coup: coup putsch
crackdown: crackdown
crash: crash
create: creation
crisis: crisis
cut: cut
cyclone: cyclone
deal: deal
debate: debate
debut: debut
decide: decision
decline: decline
declare: declaration
default: default
defeat: defeat
delay: delay
deliver: delivery
demonstrate: demonstration
deny: denial
depart: departure
deploy: deployment
deport: deportation
derail: derailment
destroy: destruction
detain: detention
devalue: devaluation
develop: development
die: death
disappear: disappearance
disaster: disaster catastrophe tragedy
discover: discovery
discuss: discussion
dismiss: dismissal
dispute: dispute
dissolve: dissolution
divorce: divorce
downturn: downturn
draw: draw
drop: drop
drought: drought
earthquake: earthquake quake aftershock
elect: election re-election reelection re-elect poll
emergency: emergency
end: end
enter: entry entrance
epidemic: epidemic
erupt: eruption
escape: escape
evacuate: evacuation
evict: eviction
exchange: exchange
execute: execution
exercise: exercise
exhibit: exhibition exhibit
expand: expansion
expel: expulsion
explode: explosion
exit: exit
fair: fair
fall: fall
famine: famine
festival: festival
fight: fight fighting
final: final semifinal semi-final quarterfinal quarter-final
find: finding
fire: fire blaze wildfire
flight: flight
flood: flood flooding
found: founding foundation establishment
freeze: freeze
funeral: funeral
game: game
gather: gathering
genocide: genocide
grow: growth
hack: hack
handover: handover
hearing: hearing
hijack: hijacking hijack
hold: holding
hurricane: hurricane
impeach: impeachment
implement: implementation
imprison: imprisonment
inaugurate: inauguration
incident: incident
increase: increase
indict: indictment
independence: independence
infect: infection
injure: injury
inquire: inquiry enquiry inquest
inspect: inspection
install: installation
interview: interview
introduce: introduction
invade: invasion incursion
invest: investment
investigate: investigation probe
invite: invitation
journey: journey
jump: jump
kidnap: kidnapping
kill: killing slaying
kick-off: kick-off kickoff
landfall: landfall
land: landing
landslide: landslide mudslide avalanche
launch: launch
lawsuit: lawsuit suit
leak: leak
leave: leave
liberate: liberation
lockdown: lockdown
lose: loss
march: march
marry: marriage wedding
massacre: massacre
match: match
meet: meeting summit talks talk face-to-face
merge: merger
mission: mission
mobilize: mobilisation mobilization
move: move
murder: murder
mutiny: mutiny
negotiate: negotiation
nominate: nomination
occupy: occupation
offer: offer
offensive: offensive
open: opening
operate: operation
order: order
outage: outage
outbreak: outbreak
overthrow: overthrow
oust: ouster
pandemic: pandemic
parade: parade
pardon: pardon
pay: payment payout
perform: performance
petition: petition
plan: plan
plead: plea
pledge: pledge
poison: poisoning
polls: polls polling
postpone: postponement
premiere: premiere
present: presentation
press-conference: press-conference
primary: primary caucus
privatize: privatization privatisation
protest: protest
publish: publication
purchase: purchase
quarantine: quarantine
race: race
rally: rally
rape: rape
ratify: ratification
rebel: rebellion revolt uprising insurrection
recall: recall
recede: recession
recover: recovery
redeem: redemption
referendum: referendum plebiscite
reform: reform
refuse: refusal
regatta: regatta
release: release
relocate: relocation
remove: removal
reopen: reopening
report: report
request: request
rescue: rescue
resign: resignation
resolve: resolution
restructure: restructuring
restore: restoration
retire: retirement
retreat: retreat
return: return
reunify: reunification
reunite: reunion
reveal: revelation
review: review
revolution: revolution
riot: riot
rise: rise
robbery: robbery heist
rule: ruling verdict judgment judgement
sale: sale
sanction: sanction
scandal: scandal
search: search
secede: secession
seize: seizure
sell: sell-off selloff
sentence: sentence sentencing
separate: separation
session: session
settle: settlement
shell: shelling
shoot: shooting shootout
shut: shutdown
siege: siege
sign: signing signature
slump: slump
speak: speech address
spill: spill
split: split
stab: stabbing
stampede: stampede
statement: statement
storm: storm blizzard tornado typhoon
strike: strike walkout
submit: submission
succeed: succession
suicide: suicide
surgery: surgery transplant
surge: surge
surrender: surrender
suspend: suspension
symposium: symposium seminar workshop
takeover: takeover buyout buy-out
tender: tender
terminate: termination
terrorism: terrorism
test: test
theft: theft
tour: tour
tournament: tournament championship olympics games cup
trade: trade
train: training
transfer: transfer
transition: transition
travel: travel
treat: treatment treaty
trial: trial
trip: trip foray
try: try
tsunami: tsunami
turmoil: turmoil
unrest: unrest
unveil: unveiling
upgrade: upgrade
veto: veto
victory: victory win triumph
vigil: vigil
violence: violence
visit: visit
vote: vote ballot
voyage: voyage
war: war
warn: warning
withdraw: withdrawal pullout
wound: wound
wreck: wreck shipwreck
anniversary: anniversary centenary bicentennial
birthday: birthday
cold-war: cold-war
commission: commission
dinner: dinner banquet luncheon lunch breakfast
event: event
graduation: graduation
holocaust: holocaust
hostilities: hostilities
inspection: inspection
party: party
procession: procession
raid: raid
reception: reception
round: round
season: season
service: service
show: show
step: step
takeoff: takeoff take-off
"""


def _nominals(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table.strip().splitlines():
        family, _, nouns = row.partition(":")
        found |= {noun: family for noun in nouns.split() if noun not in found}
    return found


NOMINALS = _nominals(_FAMILIES)
"""Event noun → the family it shares with its verb: "invasion" and "invaded" name one happening."""

WEAK_NOMINALS = frozenset(
    """
    plan order offer report change move deal service show step round party season event development trade test request
    find finding sale loss training commission growth rise increase cut drop aid conflict crisis statement talk
    agreement operation commitment investment payment order charge decision campaign treatment hold holding leave
    recovery order bid investment performance report review position mission foundation establishment exercise injury
    independence game cup polls poll emergency debate suit purchase exchange allegation construction
    """.split()
)
"""Event nouns that are as often a thing, a habit or an amount: dated only where a date hangs on them."""

SYNONYMS = (
    frozenset({"begin", "start", "commence", "open"}),
    frozenset({"end", "conclude", "finish", "close"}),
    frozenset({"die", "kill", "murder", "assassinate"}),
    frozenset({"bomb", "blast", "explode", "attack"}),
    frozenset({"buy", "acquire", "purchase"}),
    frozenset({"resign", "quit", "step", "leave", "depart", "oust", "retire"}),
    frozenset({"abduct", "kidnap", "capture", "seize"}),
    frozenset({"shoot", "gun", "wound", "injure"}),
    frozenset({"settle", "agree", "reach"}),
    frozenset({"protest", "rally", "demonstrate", "march"}),
    frozenset({"clash", "fight", "battle"}),
    frozenset({"release", "free", "parole"}),
    frozenset({"convict", "charge", "sentence"}),
    frozenset({"discover", "find"}),
    frozenset({"unveil", "introduce", "present", "reveal"}),
    frozenset({"fall", "drop", "decline", "slide", "slump"}),
    frozenset({"rise", "increase", "surge", "jump", "climb"}),
    frozenset({"found", "establish", "create", "form", "set"}),
    frozenset({"sue", "lawsuit", "file"}),
    frozenset({"win", "victory", "defeat", "beat"}),
    frozenset({"marry", "wed"}),
    frozenset({"meet", "gather"}),
    frozenset({"trip", "visit", "travel", "journey", "tour"}),
    frozenset({"elect", "vote", "primary", "polls"}),
    frozenset({"invade", "war"}),
)
"""Families that may name the same happening when their dates and participants allow it."""

_KIN = {word: index for index, group in enumerate(SYNONYMS) for word in group}


def kin(family: str) -> str | int:
    """What a family and its synonyms have in common: the same for all of them, and for no other."""
    return _KIN.get(family, family)
