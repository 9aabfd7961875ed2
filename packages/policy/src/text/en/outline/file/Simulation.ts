/** A simulation file: what each thing is called, and what each key says. */

export const title = {
  Replications: "how often all of it is done",
  OwnShift: "a shift of their own",
  Sickness: "sickness",
  Worker: "a person, or several alike",
  Staff: "who works",
  Workers: "a map of people",
  Discipline: "what is taken up first",
  WorkTime: "how long work takes",
  ErrandWord: "work that stands at no gate",
  CompensationGiven: "money for customers",
  PauseBefore: "a wait for somebody else",
  ExtensionsAsked: "how often more time is asked for",
  WaiversAsked: "how often a gate is let go",
  WorkDone: "how work goes",
  Needs: "a map of gates or categories and skills",
  PausesBefore: "a map of reasons to pause",
  CustomersDo: "what customers do",
  OnProposal: "what they say to a proposal",
  OnResult: "what they say to a result",
  Patience: "how long they wait",
  PatienceUntil: "what ends the wait",
  ComeBack: "who comes back",
  FaultOfMany: "a fault that brings many cases",
  Costs: "what it costs",
  SimulationFile: "a simulation file",
  Horizon: "what is looked at",
  FaultsOfMany: "a map of faults"
}

export const says = {
  Replications: {
    least: "At least so often; 10 by default. Said alone: so often.",
    most: "At most so often; 30 by default, 300 where a precision is said.",
    precision: "More are made until the mean time to an answer is known to this share of it; 10 % by default."
  },
  OwnShift: {
    hours: "Their weekly hours.",
    "time-zone": "Where the hours are, such as `Europe/London`; else the policy's.",
    holidays: "A calendar whose closed and open days count too."
  },
  Sickness: {
    "per-year": "How often a year.",
    lasts: "How long it lasts."
  },
  Worker: {
    name: "Their name.",
    count: "How many of them there are.",
    roles: "Their roles.",
    department: "Their department.",
    calendar: "Their working time.",
    shift: "Working time of their own.",
    deputy: "Who stands in for them.",
    away: "When they are away.",
    sickness: "How often and how long they are ill.",
    "at-once": "How many cases they work on at once.",
    skills: "What they have learnt."
  },
  Staff: {
    people: "Who works; else everyone of the people file.",
    first: "What is taken up first; what is due first by default.",
    interrupts: "Whether work stops for what is to be taken up before it; not with `fifo`."
  },
  WorkTime: {
    gate: "At this gate.",
    kind: "At gates of this kind.",
    errand: "For this work.",
    grade: "For cases of this level.",
    category: "For cases of this category.",
    takes: "How long it takes."
  },
  CompensationGiven: {
    share: "How often it is given.",
    amount: "How much.",
    categories: "For these categories; else for all."
  },
  PauseBefore: {
    share: "How often, before work at a gate.",
    lasts: "How long it lasts.",
    gates: "At these gates; else at all."
  },
  ExtensionsAsked: {
    share: "How often, of deadlines that come near.",
    before: "How long before they are due; 4 hours by default, and not in the first half of their time.",
    clocks: "Of these clocks; else of all that may be extended."
  },
  WaiversAsked: {
    share: "How often, instead of work at a gate.",
    gates: "At these gates; else at all."
  },
  WorkDone: {
    times: "How long work takes: the first that fits counts.",
    factor: "Everything takes so many times as long.",
    rework: "How often it is done again.",
    needs: "The skill that a gate or a category takes.",
    "hand-over": "How often an owner hands a case over.",
    denied: "How often approval is denied.",
    "found-wrong": "How often a spot check finds fault.",
    systemic: "How often a root cause proves systemic.",
    decisions: "How often each conclusion comes.",
    compensation: "Money for customers.",
    pauses: "Waits for customers or suppliers, by the reason for which clocks pause.",
    extensions: "How often owners ask for more time.",
    waivers: "How often a gate is let go by authority.",
    splits: "How often a case has another matter in it, which is split off."
  },
  CustomersDo: {
    proposals: "What they say to a proposal.",
    confirmations: "Whether it was put right.",
    patience: "How long they wait, and what they do then.",
    words: "Time between two further words.",
    "other-channel": "How often they say more, or say it again, by another channel.",
    "come-back": "Customers who come back after the end."
  },
  OnProposal: {
    delay: "After how long they answer.",
    agree: "How often they agree.",
    counter: "How often they counter.",
    refuse: "How often they refuse.",
    silent: "How often they never answer."
  },
  OnResult: {
    delay: "After how long they answer.",
    satisfied: "How often they are satisfied.",
    dissatisfied: "How often they are not.",
    silent: "How often they never answer."
  },
  Patience: {
    lasts: "How long it lasts.",
    until: "What they wait for.",
    again: "How often they then say it again.",
    escalates: "How often they say it elsewhere, in anger.",
    leaves: "How often they leave.",
    "at-most": "How often one customer says it again."
  },
  ComeBack: {
    share: "How often.",
    after: "How long after the end."
  },
  FaultOfMany: {
    every: "How long after the end of one the next begins.",
    "per-day": "How many cases a day it brings.",
    category: "Of which category.",
    facts: "Facts of each of its cases.",
    prevented: "How often a prevention works.",
    lasts: "It ends by itself after so long.",
    months: "How much it brings in each month; 1 is usual."
  },
  Costs: {
    hour: "What an hour of a role costs.",
    "lost-customer": "What a customer who leaves is worth."
  },
  SimulationFile: {
    hearback: "The version of the language.",
    simulation: "What if: its name.",
    policy: "The policy file that is simulated.",
    from: "The first day.",
    weeks: "How long feedback arrives.",
    horizon: "How it goes on and on, or from empty desks to the last case.",
    "warm-up": "How much of the beginning is left out.",
    seed: "Governs all chance.",
    replications: "How often all of it is done.",
    arrivals: "What arrives.",
    staff: "Who works.",
    work: "How work goes.",
    customers: "What customers do.",
    faults: "Faults that bring many cases.",
    money: "What it costs."
  }
}
