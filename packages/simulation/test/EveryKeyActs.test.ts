/**
 * Every key of a simulation changes the result: a key that nothing reads, or that is lost, would leave a run
 * unchanged. The types give the list, so a new key does not compile without its variation.
 */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { Arrivals, Campaign, Mix, Traced } from "../src/model/Arrivals.ts"
import type { CustomerModel, FaultCause, Patience } from "../src/model/Customers.ts"
import type { Money, Simulation } from "../src/model/Simulation.ts"
import type { Sickness, Staff, StaffShift, Worker } from "../src/model/Staff.ts"
import type { Compensation, Extensions, Waivers, WorkModel, WorkPause, WorkTime } from "../src/model/Work.ts"
import { prepare } from "../src/replicate/PreparedSimulation.ts"
import { HOUR } from "./truth/Queue.ts"

const DAY = 24 * HOUR
const monday = Date.UTC(2026, 2, 2)
const fixed = (value: number) => ({ kind: "fixed", value }) as const

const office = Array.from({ length: 5 }, () => [[540, 1020]] as const)
const calendar = { zone: "Europe/London", closed: [], open: [] }
const policy = Build.policy({
  absent: ["deputy", "supervisor"],
  zones: { "Asia/Shanghai": { id: "Asia/Shanghai", from: [], offsetMinutes: [480] } },
  calendars: {
    nights: { ...calendar, name: "nights", weekly: [...office.map(() => [[1080, 1380]] as const), [], []] },
    fair: { ...calendar, name: "fair", weekly: [...office, [], []], closed: ["2026-03-03", "2026-03-04"] }
  },
  spotCheck: { share: 1, of: ["compensate"], by: ["quality"] },
  limits: [
    { role: "agent", compensate: { perCase: 10_000 }, close: ["P2", "P3"] },
    { role: "supervisor", compensate: { perCase: 50_000 }, close: ["P1", "P2", "P3"], regrade: "all" },
    { role: "director", compensate: { perCase: null }, close: "all", regrade: "all", waive: "all" }
  ]
})

const ann: Worker = { id: "ann", roles: ["agent"] }
const others: readonly Worker[] = [
  { id: "ben", roles: ["agent"] },
  { id: "sam", roles: ["supervisor"], count: 2 },
  { id: "dora", roles: ["director"] },
  { id: "quinn", roles: ["quality"] }
]
const base: Simulation = {
  weeks: 1,
  seed: 3,
  horizon: "terminating",
  arrivals: { perDay: 1, mix: { categories: { report: 2, billing: 1 }, channels: { phone: 1, mail: 1 } } },
  staff: { people: [ann, ...others] },
  work: { systemic: 0.2 }
}

const shown = (simulation: Simulation): string => {
  const { run, plan } = prepare({ policy, simulation })
  const events: unknown[] = []
  const { figures } = run(0, plan.from, {
    event: ({ id, customer }, event) =>
      void events.push(event.event === "case-opened" ? [customer, event] : [id, event])
  })
  return JSON.stringify([figures, events])
}

type Variation = readonly [without: Simulation, within: Simulation]
const from = (without: Partial<Simulation>, within: Partial<Simulation>): Variation => [
  { ...base, ...without },
  { ...base, ...within }
]
const arrives = (arrivals: Arrivals, without: Arrivals = {}): Variation =>
  from({ arrivals: { ...base.arrivals, ...without } }, { arrivals: { ...base.arrivals, ...without, ...arrivals } })
const mixed = (mix: Mix): Variation => arrives({ mix: { ...base.arrivals?.mix, ...mix } })
const one: Traced = { at: monday + 10 * HOUR, text: "report" }
const traced = (more: Partial<Traced>, without: Traced = one): Variation =>
  arrives({ trace: [{ ...without, ...more }] }, { trace: [without] })
const staffed = (worker: Partial<Worker>, without: Worker = ann): Variation =>
  from({ staff: { people: [without, ...others] } }, { staff: { people: [{ ...without, ...worker }, ...others] } })
const weekly = Array.from({ length: 7 }, () => [[600, 900]] as const)
const shifted = (shift: Partial<StaffShift>): Variation =>
  staffed({ shift: { weekly, ...shift } }, { ...ann, shift: { weekly } })
const works = (work: WorkModel, without: WorkModel = {}): Variation =>
  from({ work: without }, { work: { ...without, ...work } })
const timed = (row: Omit<WorkTime, "time">): Variation =>
  works({ times: [{ ...row, time: fixed(HOUR) }] }, { times: [{ gate: "never", time: fixed(HOUR) }] })
const asks = (customers: CustomerModel, without: CustomerModel = {}): Variation =>
  from({ customers: without }, { customers: { ...without, ...customers } })
const slow = { times: [{ time: fixed(3 * HOUR) }] }
const leaving: Worker = { ...ann, away: [{ from: monday + DAY, to: monday + 4 * DAY }] }
const impatient: Patience = { lasts: fixed(2 * HOUR), until: "answered", reaction: { again: 1 } }
const patient = (more: Partial<Patience>): Variation =>
  from(
    { work: slow, customers: { patience: impatient } },
    { work: slow, customers: { patience: { ...impatient, ...more } } }
  )
const printer: FaultCause = { name: "printer", every: fixed(DAY), perDay: 3, category: "billing" }
const breaks = (more: Partial<FaultCause>, without: FaultCause = printer): Variation =>
  from({ causes: [without] }, { causes: [{ ...without, ...more }] })
const pauses: WorkPause = { reason: "waiting-on-customer", share: 1, lasts: fixed(DAY) }
const pausing = (more: Partial<WorkPause>): Variation =>
  works({ pauses: [{ ...pauses, ...more }] }, { pauses: [pauses] })
const extending = (more: Partial<Extensions>): Variation =>
  works({ extensions: { share: 1, ...more } }, { ...slow, extensions: { share: 1 } })
const waiving = (more: Partial<Waivers>): Variation =>
  works({ waivers: { share: 1, ...more } }, { waivers: { share: 1 } })
const given: Compensation = { share: 1, amount: fixed(50) }
const giving = (more: Partial<Compensation>): Variation =>
  works({ compensation: { ...given, ...more } }, { compensation: given })
const sick = (more: Partial<Sickness>): Variation =>
  staffed(
    { sickness: { perYear: 60, lasts: fixed(DAY), ...more } },
    { ...ann, sickness: { perYear: 60, lasts: fixed(DAY) } }
  )
const campaign: Campaign = { from: monday, to: monday + 2 * DAY, times: 3 }
const campaigned = (more: Partial<Campaign>): Variation =>
  arrives({ campaigns: [{ ...campaign, ...more }] }, { campaigns: [campaign] })
const hourly = { hours: { agent: 50 } }

type Of<N extends string, T> = { readonly [K in keyof Required<T> as `${N}.${K & string}`]: Variation }

/** Keys about a run as a whole, and about several replications, are tested elsewhere. */
type Whole = "overruled" | "replications" | "warmUp" | "arrivals" | "staff" | "work" | "customers" | "causes" | "money"

const variations: Of<"simulation", Omit<Simulation, Whole>> &
  Of<"arrivals", Omit<Arrivals, "reckonedOf" | "leftOut">> &
  Of<"campaign", Campaign> &
  Of<"mix", Mix> &
  Of<"trace", Traced> &
  Of<"staff", Staff> &
  // A person's name is only shown; no rule of this policy uses departments.
  Of<"worker", Omit<Worker, "name" | "department">> &
  Of<"shift", StaffShift> &
  Of<"sickness", Sickness> &
  Of<"work", WorkModel> &
  Of<"time", Omit<WorkTime, "time">> &
  Of<"compensation", Compensation> &
  Of<"pause", WorkPause> &
  Of<"extensions", Extensions> &
  Of<"waivers", Waivers> &
  Of<"customers", CustomerModel> &
  Of<"proposals", NonNullable<CustomerModel["proposals"]>> &
  Of<"confirmations", NonNullable<CustomerModel["confirmations"]>> &
  Of<"patience", Patience> &
  Of<"cause", FaultCause> &
  Of<"money", Money> = {
  "simulation.from": from({}, { from: "2026-03-09" }),
  "simulation.weeks": from({}, { weeks: 2 }),
  "simulation.horizon": from({}, { horizon: "steady" }),
  "simulation.seed": from({}, { seed: 4 }),
  "arrivals.perDay": arrives({ perDay: 5 }),
  "arrivals.factor": arrives({ factor: 2 }),
  "arrivals.profile": arrives({ profile: new Array<number>(168).fill(1) }),
  "arrivals.seasons": arrives({ seasons: [1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1] }),
  "arrivals.campaigns": arrives({ campaigns: [campaign] }),
  "arrivals.batch": arrives({ batch: fixed(2) }),
  "arrivals.trace": arrives({ trace: [one] }),
  "arrivals.mix": mixed({ channels: { form: 1 } }),
  "arrivals.texts": arrives({ texts: ["invoice"] }),
  "campaign.from": campaigned({ from: monday + DAY }),
  "campaign.to": campaigned({ to: monday + DAY }),
  "campaign.times": campaigned({ times: 6 }),
  "mix.categories": mixed({ categories: { billing: 1 } }),
  "mix.channels": mixed({ channels: { mail: 1 } }),
  "mix.languages": mixed({ languages: { "zh-CN": 1 } }),
  "mix.emotions": mixed({ emotions: { furious: 1 } }),
  "mix.facts": mixed({ facts: { amount: { 7: 1 } } }),
  "trace.at": traced({ at: monday + 11 * HOUR }),
  "trace.text": traced({ text: "invoice" }),
  "trace.channel": traced({ channel: "form" }),
  "trace.category": traced({ category: "billing" }, { at: one.at, category: "report" }),
  "trace.customer": traced({ customer: "C-1" }),
  "trace.language": traced({ language: "zh-CN" }),
  "trace.kind": traced({ kind: "praise" }),
  "trace.score": traced({ score: 1 }, { at: one.at, channel: "form", text: "hm" }),
  "trace.contacts": traced({ contacts: 4 }),
  "trace.facts": traced({ facts: { amount: 90_000_000 } }),
  "trace.later": traced({ later: [{ after: HOUR, what: { _tag: "CustomerWrote" } }] }),
  "staff.people": from({}, { staff: { people: [ann, ann, ...others].map((w, i) => ({ ...w, id: `${w.id}${i}` })) } }),
  "staff.discipline": from({ work: slow }, { work: slow, staff: { ...base.staff, discipline: "fifo" } }),
  "staff.preemptive": from(
    { work: slow, staff: { ...base.staff, discipline: "priority" } },
    { work: slow, staff: { ...base.staff, discipline: "priority", preemptive: true } }
  ),
  "worker.id": staffed({ id: "anna" }),
  "worker.count": staffed({ count: 3 }),
  "worker.roles": staffed({ roles: ["agent", "supervisor"] }),
  "worker.calendar": staffed({ calendar: "nights" }),
  "worker.shift": staffed({ shift: { weekly } }),
  "worker.deputy": from(
    { work: slow, staff: { people: [leaving, ...others] } },
    { work: slow, staff: { people: [{ ...leaving, deputy: "ben" }, ...others] } }
  ),
  "worker.away": staffed({ away: [{ from: monday, to: monday + 2 * DAY }] }),
  "worker.sickness": staffed({ sickness: { perYear: 60, lasts: fixed(DAY) } }),
  "worker.atOnce": from({ work: slow }, { work: slow, staff: { people: [{ ...ann, atOnce: 3 }, ...others] } }),
  "worker.skills": from(
    { work: { needs: { acknowledged: "thai" } } },
    { work: { needs: { acknowledged: "thai" } }, staff: { people: [{ ...ann, skills: ["thai"] }, ...others] } }
  ),
  "shift.weekly": shifted({ weekly: Array.from({ length: 7 }, () => [[660, 960]] as const) }),
  "shift.zone": shifted({ zone: "Asia/Shanghai" }),
  "shift.holidays": shifted({ holidays: "fair" }),
  "sickness.perYear": sick({ perYear: 120 }),
  "sickness.lasts": sick({ lasts: fixed(3 * DAY) }),
  "work.times": works({ times: [{ time: fixed(HOUR) }] }),
  "work.factor": works({ factor: 2 }),
  "work.rework": works({ rework: 0.5 }),
  "work.needs": works({ needs: { acknowledged: "thai" } }),
  "work.handOver": works({ handOver: 1 }),
  "work.denied": works({ denied: 1 }, { compensation: { share: 1, amount: fixed(200) } }),
  "work.foundWrong": works({ foundWrong: 1 }, { compensation: given }),
  "work.systemic": works({ systemic: 1 }),
  "work.decisions": [
    { ...base, arrivals: { perDay: 4, texts: ["I suggest a search"] }, work: { decisions: { adopted: 1 } } },
    { ...base, arrivals: { perDay: 4, texts: ["I suggest a search"] }, work: { decisions: { later: 1 } } }
  ],
  "work.compensation": works({ compensation: given }),
  "work.pauses": works({ pauses: [pauses] }),
  "work.extensions": works({ extensions: { share: 1 } }, slow),
  "work.waivers": works({ waivers: { share: 1 } }),
  "work.splits": works({ splits: 1 }),
  "time.gate": timed({ gate: "acknowledged" }),
  "time.kind": timed({ kind: "acknowledgement" }),
  "time.errand": works(
    { times: [{ errand: "approval", time: fixed(HOUR) }] },
    { compensation: { share: 1, amount: fixed(200) } }
  ),
  "time.grade": timed({ grade: "P2" }),
  "time.category": timed({ category: "billing" }),
  "compensation.share": giving({ share: 0.5 }),
  "compensation.amount": giving({ amount: fixed(60) }),
  "compensation.categories": giving({ categories: ["billing"] }),
  "pause.reason": pausing({ reason: "waiting-on-vendor" }),
  "pause.share": pausing({ share: 0.5 }),
  "pause.lasts": pausing({ lasts: fixed(2 * DAY) }),
  "pause.gates": pausing({ gates: ["told"] }),
  "extensions.share": extending({ share: 0 }),
  "extensions.before": extending({ before: 20 * HOUR }),
  "extensions.clocks": extending({ clocks: ["acknowledged"] }),
  "waivers.share": waiving({ share: 0.5 }),
  "waivers.gates": waiving({ gates: ["told"] }),
  "customers.proposals": asks({ proposals: { agree: 0, refuse: 1 } }),
  "customers.confirmations": asks({ confirmations: { satisfied: 0, dissatisfied: 1, silent: 0 } }),
  "customers.patience": patient({ lasts: fixed(9 * HOUR) }),
  "customers.words": asks({ words: fixed(5 * HOUR) }),
  "customers.otherChannel": asks({ otherChannel: 1 }, { words: fixed(5 * HOUR) }),
  "customers.dissatisfied": asks({ dissatisfied: { share: 1, after: fixed(DAY) } }),
  "proposals.delay": asks({ proposals: { delay: fixed(HOUR) } }),
  "proposals.agree": asks({ proposals: { agree: 0 } }),
  "proposals.counter": asks({ proposals: { counter: 9 } }),
  "proposals.refuse": asks({ proposals: { refuse: 9 } }),
  "proposals.silent": asks({ proposals: { silent: 9 } }),
  "confirmations.delay": asks({ confirmations: { delay: fixed(HOUR) } }),
  "confirmations.satisfied": asks({ confirmations: { satisfied: 0 } }),
  "confirmations.dissatisfied": asks({ confirmations: { dissatisfied: 9 } }),
  "confirmations.silent": asks({ confirmations: { silent: 9 } }),
  "patience.lasts": patient({ lasts: fixed(5 * HOUR) }),
  "patience.until": patient({ until: "begun" }),
  "patience.atMost": patient({ atMost: 1 }),
  "patience.reaction": patient({ reaction: { leaves: 1 } }),
  "cause.name": breaks({ name: "scanner" }),
  "cause.every": breaks({ every: fixed(2 * DAY) }),
  "cause.perDay": breaks({ perDay: 5 }),
  "cause.category": breaks({ category: "report" }),
  "cause.facts": breaks({ facts: { amount: 90_000_000 } }),
  "cause.prevented": breaks({ prevented: 0 }),
  "cause.lasts": breaks({ lasts: fixed(DAY) }),
  "cause.seasons": breaks({ seasons: [1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1] }),
  "money.hours": from({}, { money: hourly }),
  "money.lostCustomer": from(
    { work: slow, customers: { patience: { ...impatient, reaction: { leaves: 1 } } } },
    { work: slow, customers: { patience: { ...impatient, reaction: { leaves: 1 } } }, money: { lostCustomer: 900 } }
  )
}

const known = new Map<string, string>()
const shownOnce = (simulation: Simulation): string => {
  const key = JSON.stringify(simulation)
  const found = known.get(key) ?? shown(simulation)
  known.set(key, found)
  return found
}

describe("every key of a simulation", () => {
  it.each(Object.entries(variations))("has an effect: %s", (_, [without, within]) => {
    expect(shownOnce(within) === shownOnce(without)).toBe(false)
  })
})
