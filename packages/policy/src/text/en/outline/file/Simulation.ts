/** A simulation file: what each thing is called, and what each key says. */

export const title = {
  Replications: "the number of replications",
  OwnShift: "a shift of one person",
  Sickness: "sickness",
  Worker: "a person, or several equal people",
  Staff: "the staff",
  Workers: "a map of people",
  Discipline: "the order in which work is taken up",
  WorkTime: "the duration of work",
  ErrandWord: "work that belongs to no gate",
  CompensationGiven: "compensation for customers",
  PauseBefore: "a wait for somebody else",
  ExtensionsAsked: "requests for extensions",
  WaiversAsked: "waived gates",
  WorkDone: "the work of the staff",
  Needs: "a map of gates or categories and skills",
  PausesBefore: "a map of reasons to pause",
  CustomersDo: "the behaviour of customers",
  OnProposal: "answers to a proposal",
  OnResult: "answers to a result",
  Patience: "the patience of customers",
  PatienceUntil: "the end of the wait",
  ComeBack: "customers who come back",
  FaultOfMany: "a fault that causes many cases",
  Costs: "costs",
  SimulationFile: "a simulation file",
  Horizon: "the period of the figures",
  FaultsOfMany: "a map of faults"
}

export const says = {
  Replications: {
    least: "The smallest number of replications. Default: 10. Without `most` and `precision` it is the exact number.",
    most: "The largest number of replications. Default: 30, or 300 with `precision`.",
    precision:
      "More replications are made until the mean time to an answer is known to within this share. Default: 10%."
  },
  OwnShift: {
    hours: "The weekly hours.",
    "time-zone": "The time zone of the hours, such as `Europe/London`. Default: that of the policy.",
    holidays: "A calendar whose closed and open days count too."
  },
  Sickness: {
    "per-year": "How many times a year somebody is ill.",
    lasts: "How long an illness lasts."
  },
  Worker: {
    name: "The name of the person.",
    count: "How many equal people there are.",
    roles: "The roles of the person.",
    department: "The department of the person.",
    calendar: "The working time of the person.",
    shift: "The shift of the person, instead of a calendar.",
    deputy: "Who acts for the person during absence.",
    away: "The days of absence.",
    sickness: "How often and how long the person is ill.",
    "at-once": "How many cases the person works on at once.",
    skills: "The skills of the person."
  },
  Staff: {
    people: "The people. Default: everybody in the people file.",
    first: "Which work is taken up first. Default: the work that is due first.",
    interrupts: "Whether work is interrupted for work that comes before it in this order; not with `fifo`."
  },
  WorkTime: {
    gate: "Applies at this gate.",
    kind: "Applies at gates of this kind.",
    errand: "Applies to this work.",
    grade: "Applies to cases of this level.",
    category: "Applies to cases of this category.",
    takes: "How long the work takes."
  },
  CompensationGiven: {
    share: "The share of cases with compensation.",
    amount: "The amount of compensation.",
    categories: "The categories to which this applies. Default: all."
  },
  PauseBefore: {
    share: "The share of work at a gate that has to wait first.",
    lasts: "How long the wait lasts.",
    gates: "The gates to which this applies. Default: all."
  },
  ExtensionsAsked: {
    share: "The share of due times for which more time is requested.",
    before: "How long before the due time it is requested. Default: 4 hours, and never in the first half of the time.",
    clocks: "The clocks to which this applies. Default: all that may be extended."
  },
  WaiversAsked: {
    share: "The share of work at a gate that is replaced by a waiver.",
    gates: "The gates to which this applies. Default: all."
  },
  WorkDone: {
    times: "How long work takes; the first entry that fits counts.",
    factor: "The factor by which all work times are multiplied.",
    rework: "The share of work that is done again.",
    needs: "The skill that a gate or a category needs.",
    "hand-over": "The share of cases that their owner hands over.",
    denied: "The share of requests that are denied.",
    "found-wrong": "The share of spot checks that find a mistake.",
    systemic: "The share of root causes that are systemic.",
    decisions: "The weight of each conclusion.",
    compensation: "Compensation for customers.",
    pauses: "Waits for customers or suppliers, by the reason for which clocks pause.",
    extensions: "Requests of owners for more time.",
    waivers: "Gates that are waived by authority.",
    splits: "The share of cases with a second matter, which is split off."
  },
  CustomersDo: {
    proposals: "The answers to a proposal.",
    confirmations: "The answers to the question whether the matter is resolved.",
    patience: "How long customers wait, and what they do then.",
    words: "The time between two further messages.",
    "other-channel": "The share of messages that come by another channel.",
    "come-back": "Customers who come back after the end."
  },
  OnProposal: {
    delay: "How long customers take to answer.",
    agree: "The share that agrees.",
    counter: "The share that asks for something else.",
    refuse: "The share that refuses.",
    silent: "The share that never answers."
  },
  OnResult: {
    delay: "How long customers take to answer.",
    satisfied: "The share that is satisfied.",
    dissatisfied: "The share that is dissatisfied.",
    silent: "The share that never answers."
  },
  Patience: {
    lasts: "How long customers wait.",
    until: "The event for which customers wait.",
    again: "The share that then writes again.",
    escalates: "The share that complains on another channel, in anger.",
    leaves: "The share that leaves.",
    "at-most": "The largest number of further messages of one customer."
  },
  ComeBack: {
    share: "The share of customers who come back.",
    after: "How long after the end they come back."
  },
  FaultOfMany: {
    every: "The time from the end of one fault to the beginning of the next.",
    "per-day": "The number of cases a day.",
    category: "The category of the cases.",
    facts: "The facts of each case.",
    prevented: "The share of preventions that work.",
    lasts: "How long the fault lasts without a prevention.",
    months: "The weight of each month; 1 is usual."
  },
  Costs: {
    hour: "The cost of an hour of each role.",
    "lost-customer": "The value of a customer who leaves."
  },
  SimulationFile: {
    hearback: "The version of the language.",
    simulation: "The name of the simulation.",
    policy: "The policy file to simulate.",
    from: "The first day.",
    weeks: "The number of weeks in which feedback arrives.",
    horizon: "Whether the work goes on without end, or starts with empty desks and ends with the last case.",
    "warm-up": "The time at the beginning that is not counted.",
    seed: "The number from which all random numbers are derived.",
    replications: "The number of replications.",
    arrivals: "The arriving feedback.",
    staff: "The staff.",
    work: "The work of the staff.",
    customers: "The behaviour of customers.",
    faults: "Faults that cause many cases.",
    money: "The costs."
  }
}
