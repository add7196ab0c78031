"""Which English verbs name events, and of what kind. Tables only: one row a class, and the classes are TimeML's.

Lemmas are lower case, as the parser gives them. Event nouns are in ``nominals``.
"""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


REPORTING = _words(
    """
    say tell report add state note explain announce declare claim argue insist allege assert acknowledge admit deny
    reply respond comment remark mention quote cite warn caution stress emphasize emphasise point reveal disclose
    suggest concede maintain contend testify write tweet post describe recall complain observe confirm reiterate
    indicate predict forecast estimate project
    """
)

PERCEPTION = _words("see hear watch listen observe witness notice view look glimpse overhear feel")

ASPECTUAL = _words(
    "begin start stop end continue finish complete resume halt cease commence initiate launch keep conclude quit "
    "suspend discontinue abandon"
)

I_ACTION = _words(
    """
    agree ask attempt try seek promise vow pledge offer refuse reject decline decide propose request urge order demand
    invite call accuse charge investigate delay postpone avoid prevent persuade convince authorize allow permit approve
    ban block forbid help force threaten plan prepare aim schedule attempt manage fail vote recommend appeal demonstrate
    """
)

I_STATE = _words(
    "want hope expect believe think know fear worry need intend wish like love hate consider suspect doubt feel prefer "
    "anticipate await desire understand regard assume imagine dream suppose trust"
)

STATE = _words(
    """
    be have own belong exist remain live stay cost contain consist include involve mean seem appear concern represent
    reflect resemble lack deserve depend fit hold matter owe possess require suit tend equal weigh sound lie stand
    constitute comprise entail underlie feature characterise characterize total sit range differ vary relate pertain
    signify symbolize symbolise
    """
)

STATEMENTS = _words(
    """
    announce declare rule resign apologize apologise confirm reveal disclose warn vow pledge promise condemn denounce
    endorse unveil accuse deny reject order sentence acquit convict pardon veto vote recognize recognise propose
    """
)
"""Speech that is itself the news: an event on a timeline even though somebody merely says something."""

LIGHT = _words("take hold make have give do stage conduct carry undergo happen occur come host get see face suffer")
"""Verbs that lend a noun its tense and time: "held talks", "took place", "made a visit"."""

SUPPORT = _words("take hold make have give do stage conduct undergo host")
"""Of these, the ones that say nothing of their own: the noun's title is their clause."""

STANCE = _words(
    """
    condemn denounce deplore criticize criticise praise applaud commend hail welcome mourn regret blame protest oppose
    support defend mark commemorate celebrate discuss recall remember investigate
    """
)
"""Verbs for what people make of another happening: "the invasion was condemned" tells of two."""

POINTING = _words("i you he she it we they this that these those")
"""Words that say nothing without the sentences before them."""

PARTICLES = _words("out down up off away apart back abroad home aside over through together forward under along")
"""Small words that belong to their verb: without them "passed out" and "stepped down" say something else."""

OF_SOMETHING = _words(
    "number range series group couple pair kind sort lot part variety amount majority total dozens hundreds thousands "
    "wake behalf eve verge form age magnitude end beginning start state result front favor favour lack risk possibility"
)
"""Nouns that say little without what they are of: "a number of shootings", "in the wake of the storm"."""

LIKE_PREPOSITIONS = _words("follow include concern regard involve")
"""As participles they serve as prepositions: in "following the fall of Rome" nothing follows."""

ATTEMPTED = _words(
    "fail refuse decline forget neglect deny stop prevent avoid ban block forbid keep cancel scrap abandon"
)
"""What hangs on these did not happen: "refused to sign", "was prevented from leaving"."""

INTENDED = _words(
    """
    plan expect intend hope want aim schedule propose vow pledge promise agree prepare decide threaten offer seek set
    due likely ready poised poise suppose anticipate expected scheduled slate bound consider urge ask demand need order
    call request
    """
)
"""What hangs on these, as an infinitive, lies ahead of them: "agreed to pay", "is expected to meet"."""

ALLEGING = _words("allege accuse suspect claim charge purport indict")
"""What hangs on these is somebody's word only."""

DISPUTING = _words("deny dispute refute")
"""What somebody says that it did not happen: "denies that she broke the law"."""

ADMITTING = _words("accept admit acknowledge concede agree")
"""What these say, negated: "does not accept that she broke the law"."""

BELIEVING = _words("believe think suppose imagine")
"""What is not believed did not happen: "did not think that prices had changed"."""

ALLEGED_ADVERBS = _words("allegedly reportedly supposedly purportedly apparently ostensibly rumored rumoured alleged")
HYPOTHETICAL_MODALS = _words("would could might may should ought must can")
CONDITIONALS = _words("if unless whether provided should lest")

NOT_UNTIL = _words("until till before")
"""What does not happen until a day happens then."""

NOT_EVENTS = _words(
    """
    accord accordance base follow include concern regard compare give use own lead say let become involve relate
    associate know make get go keep have do be seem tend
    """
)
"""Verbs too empty to stand on a timeline by themselves, though TimeML may mark them."""
