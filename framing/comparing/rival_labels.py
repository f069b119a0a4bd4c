"""Words that news outlets use for the same people, act, place or plan.

Compiled by hand, no list copied, from what studies of framing compare again and again: labels of migrants
(gabrielatos2008), of protest, of armed groups, of taxes, abortion and guns. In accounts of one event, one line's words
stand for the same nearly always; words that often mean something else ("march", "operation") are left out. ``*`` is any
word; ``=`` parts spellings of one label; what follows ``-`` is something else ("riot police").
"""

__all__ = ["RIVALS"]

_LINES = """
illegal immigrant; illegal migrant; illegal alien; undocumented *; unauthorised immigrant =
  unauthorized immigrant; irregular migrant; migrant; asylum seeker; refugee
dreamer; daca recipient
chain migration; family reunification; family-based immigration
amnesty; path to citizenship = pathway to citizenship; legalization = legalisation
travel ban; muslim ban
border crisis = migrant crisis; migrant surge = border surge; influx
detention center = detention centre; detention camp; concentration camp; holding facility; internment camp
deportation; expulsion; repatriation; removal
deport; expel; repatriate
border wall; border fence = border barrier
crackdown; raid; sweep; roundup = round-up; enforcement operation
-riot police; -riot gear; -riot shield; riot; protest; demonstration; unrest; disturbance; uprising
rioter; protester = protestor; demonstrator
mob; crowd; throng
clash; scuffle; brawl; melee
encampment; tent city; squat; shanty town = shantytown
eviction; clearance; razing
tear gas; pepper spray; chemical irritant
police brutality; police violence; use of force
terrorist; militant; insurgent; gunman; rebel; jihadist; extremist; freedom fighter
massacre; mass shooting; bloodbath; rampage
torture; enhanced interrogation; harsh interrogation
targeted killing; assassination
civilian casualties; civilian deaths; collateral damage
invasion; incursion; military operation
security barrier; security fence; separation wall = separation barrier
occupied territories; disputed territories
whistle-blower = whistleblower; leaker
pro-life; anti-abortion; abortion opponent
pro-choice; abortion rights; pro-abortion
unborn child = unborn baby; fetus = foetus
late-term abortion; abortions later in pregnancy; partial-birth abortion
gun control; gun safety; gun reform
assault weapon; semiautomatic rifle = semi-automatic rifle; sporting rifle; assault rifle
death tax; estate tax; inheritance tax
tax relief; tax cut; tax break; tax giveaway
tax hike; tax increase = tax rise
obamacare; affordable care act = health care law = health law
socialized medicine; government-run health care; single-payer; medicare for all
spending cuts = budget cuts; austerity
bailout; rescue package
stimulus; recovery package; relief package
job cuts; layoffs = redundancies; downsizing
strike; walkout; stoppage; industrial action
walked out; went on strike; downed tools
union boss; union leader; union official
job creator; high earner; the rich; the wealthy
big pharma; drug maker = drugmaker; pharmaceutical company
school choice; school voucher; school privatization
climate change; global warming; climate crisis; climate emergency
climate sceptic = climate skeptic; climate denier
oil sands; tar sands
voter fraud; election fraud; voting irregularities
voter suppression; voting restrictions; election integrity
gay marriage; same-sex marriage; marriage equality
racial preferences; affirmative action
homeless person = rough sleeper; unhoused; vagrant; people experiencing homelessness
addict; drug user; people with addiction
prostitute; sex worker
witch hunt; investigation; probe; inquiry
scandal; controversy; cover-up
wuhan virus = china virus = chinese virus; coronavirus
"""

RIVALS: tuple[tuple[tuple[str, ...], ...], ...] = tuple(
    tuple(tuple(words.strip() for words in phrase.split("=")) for phrase in line.split(";"))
    for line in _LINES.replace("\n  ", " ").strip().splitlines()
)
"""Lines of labels; a label has one or more spellings."""
