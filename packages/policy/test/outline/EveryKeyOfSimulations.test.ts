/** Every key of simulation files is read; the schema gives the list. */
import { existsSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import type { Bundle } from "../../src/bundle/Bundle.ts"
import { format } from "../../src/format/Format.ts"
import { compileFile } from "../../src/node.ts"
import { languageOf } from "../../src/outline/Outline.ts"
import { readFile } from "../../src/shape/Check.ts"
import { readSimulation, readSimulationHead } from "../../src/simulation/SimulationReader.ts"
import { bundleOf, head } from "../compile/Sample.ts"
import { files } from "../format/Files.ts"
import { keysIn, occurrencesIn } from "./Keys.ts"

/** How often a key is removed from files of the repository before it needs a file of its own. */
const most = 8

/** Returns the content of a file without places, because removing a key moves the lines below it. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (name, each) => (name === "place" || name === "span" || name === "file" ? undefined : each))

interface Tried {
  readonly text: string
  readonly outcome: (text: string) => string
}

const bundles = new Map<string, Bundle | undefined>()
const bundleAt = (path: string): Bundle | undefined => {
  if (!bundles.has(path)) bundles.set(path, existsSync(path) ? compileFile(path).bundle : undefined)
  return bundles.get(path)
}

const simulationFiles: readonly Tried[] = files
  .filter(({ path }) => path.endsWith(".simulation.yaml"))
  .flatMap(({ path, text }) => {
    const bundle = bundleAt(resolve(dirname(path), readSimulationHead({ path, text }).policy?.path ?? "none"))
    if (bundle === undefined) return []
    const outcome = (changed: string) => {
      const { simulation, diagnostics } = readSimulation({ path, text: changed }, bundle)
      return shown([simulation, diagnostics.map(({ code }) => code)])
    }
    return [{ text, outcome }]
  })

const acting = (): ReadonlySet<string> => {
  const language = languageOf("simulation")
  const [found, tried] = [new Set<string>(), new Map<string, number>()]
  for (const { text: written, outcome } of simulationFiles) {
    const text = format({ path: "x.simulation.yaml", text: written }, { keys: "en" }).text ?? written
    const { tree } = readFile({ path: "x.yaml", text }, "simulation")
    if (tree === undefined) continue
    const whole = outcome(text)
    for (const { id, path } of occurrencesIn(language, tree, language.root)) {
      const count = tried.get(id) ?? 0
      if (found.has(id) || count >= most) continue
      tried.set(id, count + 1)
      const document = parseDocument(text)
      document.deleteIn(path)
      if (outcome(String(document)) !== whole) found.add(id)
    }
  }
  return found
}

const shop = bundleOf(
  `${head}customers: { consent: { surveys: { ask: "May we?", lasts: 6 months } } }
events: [delivered]
channels: { survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [1, 3], consent: surveys } }
departments: { repair: { contact: supervisor, head: manager } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } }, delivery: { words: [parcel], defaults: { urgency: important } } } }
`
)
type Probe = readonly [without: string, within: string]

const companions = {
  read: (path: string) => beside[path],
  instants: () => (text: string) => Date.parse(`${text.replace(" ", "T")}Z`)
}

/** Keys that no simulation file of the repository has. A value that is not read would change nothing. */
const what = (without: string, within: string): Probe => [without, within]
const arrives = (keys: string): Probe => what("arrivals: { per-day: 3 }", `arrivals: { per-day: 3, ${keys} }`)
const recorded = (key: string, value: string): Probe =>
  what(
    arrives("trace: [{ at: 2026-02-02 10:00 }]")[1],
    arrives(`trace: [{ ${key === "at" ? "" : "at: 2026-02-02 10:00, "}${key}: ${value} }]`)[1]
  )
const beside: Readonly<Record<string, string>> = {
  "one.txt": "hm",
  "other.txt": "hello",
  "table.csv": "received,verbatim,words\n2026-02-02 10:00,hm,hello\n",
  "map.yaml": "received: received\nverbatim: words\n"
}
const works = (keys: string): Probe =>
  what(
    "staff: { people: { ann: { roles: [agent, supervisor, manager] } } }",
    `staff: { people: { ann: { roles: [agent, supervisor, manager], ${keys} } } }`
  )
const shift = (keys: string): Probe =>
  what(
    works("shift: { hours: { mon: [09:00-12:00] } }")[1],
    works(`shift: { hours: { mon: [09:00-12:00] }, ${keys} }`)[1]
  )
const week = (day: string): Probe =>
  what(works("shift: { hours: {} }")[1], works(`shift: { hours: { ${day}: [09:00-12:00] } }`)[1])
const takes = (keys: string): Probe =>
  what("work: { times: [{ takes: 1 hour }] }", `work: { times: [{ ${keys}, takes: 1 hour }] }`)
const varies = (without: string, within: string): Probe =>
  what(`work: { times: [{ takes: ${without} }] }`, `work: { times: [{ takes: ${within} }] }`)
const comes = (without: string, within: string): Probe =>
  what(`arrivals: { batch: ${without} }`, `arrivals: { batch: ${within} }`)
const does = (keys: string): Probe => what("work: { rework: 1% }", `work: { rework: 1%, ${keys} }`)
const pausing = (keys: string): Probe =>
  what(
    does("pauses: { waiting-on-customer: { share: 5%, lasts: 1 day } }")[1],
    does(`pauses: { waiting-on-customer: { ${keys} } }`)[1]
  )
const says = (to: string, keys: string): Probe => what(`customers: { ${to}: {} }`, `customers: { ${to}: { ${keys} } }`)
const patient = (keys: string): Probe =>
  what(
    "customers: { patience: { lasts: 2 days, until: begun } }",
    `customers: { patience: { lasts: 2 days, until: begun, ${keys} } }`
  )
const fault = (keys: string): Probe =>
  what(
    "faults: { out: { every: 9 days, per-day: 2, category: billing } }",
    `faults: { out: { every: 9 days, per-day: 2, category: billing, ${keys} } }`
  )
const months = "months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]"

const ofSimulations: Readonly<Record<string, Probe>> = {
  "File.from": what("", "from: 2026-02-02"),
  "File.weeks": what("", "weeks: 2"),
  "File.horizon": what("", "horizon: terminating"),
  "File.warm-up": what("", "warm-up: 1 week"),
  "File.seed": what("", "seed: 7"),
  "File.replications": what("", "replications: { least: 2 }"),
  "File.arrivals": what("", "arrivals: { per-day: 3 }"),
  "File.staff": what("", "staff: { first: priority }"),
  "File.work": what("", "work: { rework: 1% }"),
  "File.customers": what("", "customers: { words: 2 days }"),
  "File.faults": what("", fault("lasts: 1 day")[1]),
  "File.money": what("", "money: { hour: { agent: 50 } }"),
  "Replications.least": what("replications: {}", "replications: { least: 2 }"),
  "Replications.most": what("replications: {}", "replications: { most: 9 }"),
  "Replications.precision": what("replications: {}", "replications: { precision: 5% }"),
  "Arrivals.per-day": what("arrivals: {}", "arrivals: { per-day: 3 }"),
  "Arrivals.factor": arrives("factor: 2"),
  "Arrivals.hours": arrives(`hours: [${Array.from({ length: 24 }, () => 1)}]`),
  "Arrivals.days": arrives("days: [1, 1, 1, 1, 1, 0, 0]"),
  "Arrivals.months": arrives(months),
  "Arrivals.campaigns": arrives("campaigns: [{ when: 2026-02-02 to 2026-02-03, times: 3 }]"),
  "Campaign.when": what(
    arrives("campaigns: [{ when: 2026-02-02, times: 3 }]")[1],
    arrives("campaigns: [{ when: 2026-02-03, times: 3 }]")[1]
  ),
  "Campaign.times": what(
    arrives("campaigns: [{ when: 2026-02-02, times: 3 }]")[1],
    arrives("campaigns: [{ when: 2026-02-02, times: 4 }]")[1]
  ),
  "Arrivals.batch": arrives("batch: 2"),
  "Arrivals.mix": arrives("mix: { channels: { phone: 1 } }"),
  "Arrivals.texts": arrives("texts: [hm]"),
  "Arrivals.trace": arrives("trace: [{ at: 2026-02-02 10:00 }]"),
  ...Object.fromEntries(
    Object.entries({
      at: "2026-02-02 11:00",
      text: "hm",
      channel: "phone",
      category: "billing",
      customer: "ann",
      language: "en",
      kind: "praise",
      score: "3",
      facts: "{ amount: 5 }"
    }).map(([key, value]) => [`RecordedArrival.${key}`, recorded(key, value)])
  ),
  "TableFile.file": what(arrives("texts: { file: one.txt }")[1], arrives("texts: { file: other.txt }")[1]),
  "TableFile.map": what(
    arrives("trace: { file: table.csv }")[1],
    arrives("trace: { file: table.csv, map: map.yaml }")[1]
  ),
  "Mix.categories": arrives("mix: { categories: { billing: 1 } }"),
  "Mix.channels": arrives("mix: { channels: { phone: 1 } }"),
  "Mix.languages": arrives("mix: { languages: { en: 1 } }"),
  "Mix.emotions": arrives("mix: { emotions: { unmoved: 1 } }"),
  "Mix.facts": arrives("mix: { facts: { amount: { 5: 1 } } }"),
  "Spread.half-within": varies(
    "{ half-within: 1 hour, ninety-within: 3 hours }",
    "{ half-within: 2 hours, ninety-within: 3 hours }"
  ),
  "Spread.ninety-within": varies(
    "{ half-within: 1 hour, ninety-within: 3 hours }",
    "{ half-within: 1 hour, ninety-within: 4 hours }"
  ),
  "Spread.mean": varies("{ mean: 1 hour }", "{ mean: 2 hours }"),
  "Spread.deviation": varies("{ mean: 1 hour }", "{ mean: 1 hour, deviation: 2 hours }"),
  "Spread.like": varies("{ mean: 1 hour, deviation: 2 hours }", "{ mean: 1 hour, deviation: 2 hours, like: gamma }"),
  "Spread.least": varies(
    "{ least: 1 hour, usual: 2 hours, most: 3 hours }",
    "{ least: 2 hours, usual: 2 hours, most: 3 hours }"
  ),
  "Spread.usual": varies(
    "{ least: 1 hour, usual: 2 hours, most: 3 hours }",
    "{ least: 1 hour, usual: 3 hours, most: 3 hours }"
  ),
  "Spread.most": varies(
    "{ least: 1 hour, usual: 2 hours, most: 3 hours }",
    "{ least: 1 hour, usual: 2 hours, most: 4 hours }"
  ),
  "NumberSpread.half-within": comes("{ half-within: 1, ninety-within: 3 }", "{ half-within: 2, ninety-within: 3 }"),
  "NumberSpread.ninety-within": comes("{ half-within: 1, ninety-within: 3 }", "{ half-within: 1, ninety-within: 4 }"),
  "NumberSpread.mean": comes("{ mean: 1 }", "{ mean: 2 }"),
  "NumberSpread.deviation": comes("{ mean: 1 }", "{ mean: 1, deviation: 2 }"),
  "NumberSpread.like": comes("{ mean: 1, deviation: 2 }", "{ mean: 1, deviation: 2, like: gamma }"),
  "NumberSpread.least": comes("{ least: 1, usual: 2, most: 3 }", "{ least: 2, usual: 2, most: 3 }"),
  "NumberSpread.usual": comes("{ least: 1, usual: 2, most: 3 }", "{ least: 1, usual: 3, most: 3 }"),
  "NumberSpread.most": comes("{ least: 1, usual: 2, most: 3 }", "{ least: 1, usual: 2, most: 4 }"),
  "Staff.people": what("staff: {}", works("count: 2")[1]),
  "Staff.first": what("staff: {}", "staff: { first: least-slack }"),
  "Staff.interrupts": what("staff: { first: priority }", "staff: { first: priority, interrupts: yes }"),
  "Worker.name": works("name: Ann"),
  "Worker.count": works("count: 3"),
  "Worker.roles": what(
    works("count: 1")[1],
    works("count: 1")[1].replace("[agent, supervisor, manager]", "[manager, supervisor, agent]")
  ),
  "Worker.department": works("department: repair"),
  "Worker.calendar": works("calendar: office"),
  "Worker.shift": works("shift: { hours: { mon: [09:00-12:00] } }"),
  "Worker.deputy": what(
    "staff: { people: { ann: { roles: [agent, supervisor, manager] }, ben: { roles: [agent, supervisor, manager] } } }",
    "staff: { people: { ann: { roles: [agent, supervisor, manager], deputy: ben }, ben: { roles: [agent, supervisor, manager] } } }"
  ),
  "Worker.away": works("away: 2026-02-02"),
  "Worker.sickness": works("sickness: { per-year: 4, lasts: 2 days }"),
  "Worker.at-once": works("at-once: 3"),
  "Worker.skills": works("skills: thai"),
  "Sickness.per-year": what(
    works("sickness: { per-year: 4, lasts: 2 days }")[1],
    works("sickness: { per-year: 5, lasts: 2 days }")[1]
  ),
  "Sickness.lasts": what(
    works("sickness: { per-year: 4, lasts: 2 days }")[1],
    works("sickness: { per-year: 4, lasts: 3 days }")[1]
  ),
  "OwnShift.hours": week("tue"),
  "OwnShift.time-zone": shift("time-zone: Asia/Shanghai"),
  "OwnShift.holidays": shift("holidays: office"),
  ...Object.fromEntries(
    ["every-day", "mon-fri", "mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [`Week.${day}`, week(day)])
  ),
  "WorkDone.times": does("times: [{ takes: 1 hour }]"),
  "WorkDone.factor": does("factor: 2"),
  "WorkDone.rework": what("work: {}", "work: { rework: 1% }"),
  "WorkDone.needs": what(works("skills: thai")[1], `${works("skills: thai")[1]}\nwork: { needs: { billing: thai } }`),
  "WorkDone.hand-over": does("hand-over: 5%"),
  "WorkDone.denied": does("denied: 5%"),
  "WorkDone.found-wrong": does("found-wrong: 5%"),
  "WorkDone.systemic": does("systemic: 5%"),
  "WorkDone.decisions": does("decisions: { adopted: 1 }"),
  "WorkDone.compensation": does("compensation: { share: 5%, amount: 20 }"),
  "WorkDone.pauses": does("pauses: { waiting-on-customer: { share: 5%, lasts: 1 day } }"),
  "WorkDone.extensions": does("extensions: { share: 5% }"),
  "WorkDone.waivers": does("waivers: { share: 5% }"),
  "WorkDone.splits": does("splits: 5%"),
  "PauseBefore.share": pausing("share: 6%, lasts: 1 day"),
  "PauseBefore.lasts": pausing("share: 5%, lasts: 2 days"),
  "PauseBefore.gates": pausing("share: 5%, lasts: 1 day, gates: agreed"),
  "ExtensionsAsked.share": what(does("extensions: { share: 5% }")[1], does("extensions: { share: 6% }")[1]),
  "ExtensionsAsked.before": what(
    does("extensions: { share: 5% }")[1],
    does("extensions: { share: 5%, before: 2 hours }")[1]
  ),
  "ExtensionsAsked.clocks": what(
    does("extensions: { share: 5% }")[1],
    does("extensions: { share: 5%, clocks: agreed }")[1]
  ),
  "WaiversAsked.share": what(does("waivers: { share: 5% }")[1], does("waivers: { share: 6% }")[1]),
  "WaiversAsked.gates": what(does("waivers: { share: 5% }")[1], does("waivers: { share: 5%, gates: agreed }")[1]),
  "WorkTime.gate": takes("gate: agreed"),
  "WorkTime.kind": takes("kind: proposal"),
  "WorkTime.errand": takes("errand: approval"),
  "WorkTime.grade": takes("grade: urgent"),
  "WorkTime.category": takes("category: billing"),
  "WorkTime.takes": varies("1 hour", "2 hours"),
  "CompensationGiven.share": what(
    does("compensation: { share: 5%, amount: 20 }")[1],
    does("compensation: { share: 6%, amount: 20 }")[1]
  ),
  "CompensationGiven.amount": what(
    does("compensation: { share: 5%, amount: 20 }")[1],
    does("compensation: { share: 5%, amount: 30 }")[1]
  ),
  "CompensationGiven.categories": what(
    does("compensation: { share: 5%, amount: 20 }")[1],
    does("compensation: { share: 5%, amount: 20, categories: billing }")[1]
  ),
  "CustomersDo.proposals": what("customers: {}", "customers: { proposals: { delay: 1 hour } }"),
  "CustomersDo.confirmations": what("customers: {}", "customers: { confirmations: { delay: 1 hour } }"),
  "CustomersDo.patience": what("customers: {}", patient("leaves: 5%")[1]),
  "CustomersDo.words": what("customers: {}", "customers: { words: 2 days }"),
  "CustomersDo.other-channel": what("customers: {}", "customers: { other-channel: 5% }"),
  "CustomersDo.come-back": what("customers: {}", "customers: { come-back: { share: 5%, after: 2 days } }"),
  "OnProposal.delay": says("proposals", "delay: 1 hour"),
  "OnProposal.agree": says("proposals", "agree: 5%"),
  "OnProposal.counter": says("proposals", "counter: 5%"),
  "OnProposal.refuse": says("proposals", "refuse: 5%"),
  "OnProposal.silent": says("proposals", "silent: 5%"),
  "OnResult.delay": says("confirmations", "delay: 1 hour"),
  "OnResult.satisfied": says("confirmations", "satisfied: 5%"),
  "OnResult.dissatisfied": says("confirmations", "dissatisfied: 5%"),
  "OnResult.silent": says("confirmations", "silent: 5%"),
  "Patience.lasts": what(patient("leaves: 5%")[1], patient("leaves: 5%")[1].replace("2 days", "3 days")),
  "Patience.until": what(patient("leaves: 5%")[1], patient("leaves: 5%")[1].replace("begun", "answered")),
  "Patience.again": patient("again: 5%"),
  "Patience.escalates": patient("escalates: 5%"),
  "Patience.leaves": patient("leaves: 5%"),
  "Patience.at-most": patient("at-most: 1"),
  "ComeBack.share": what(
    "customers: { come-back: { share: 5%, after: 2 days } }",
    "customers: { come-back: { share: 6%, after: 2 days } }"
  ),
  "ComeBack.after": what(
    "customers: { come-back: { share: 5%, after: 2 days } }",
    "customers: { come-back: { share: 5%, after: 3 days } }"
  ),
  "FaultOfMany.every": what(fault("lasts: 1 day")[1], fault("lasts: 1 day")[1].replace("9 days", "8 days")),
  "FaultOfMany.per-day": what(fault("lasts: 1 day")[1], fault("lasts: 1 day")[1].replace("per-day: 2", "per-day: 3")),
  "FaultOfMany.category": what(fault("lasts: 1 day")[1], fault("lasts: 1 day")[1].replace("billing", "delivery")),
  "FaultOfMany.facts": fault("facts: { amount: 5 }"),
  "FaultOfMany.prevented": fault("prevented: 80%"),
  "FaultOfMany.lasts": fault("lasts: 1 day"),
  "FaultOfMany.months": fault(months),
  "Costs.hour": what("money: {}", "money: { hour: { agent: 50 } }"),
  "Costs.lost-customer": what("money: {}", "money: { lost-customer: 900 }")
}

describe("every key of a simulation file", () => {
  it("F-C24 · is read", () => {
    const found = acting()
    const keys = keysIn("simulation")
    expect(keys.filter((id) => !found.has(id) && ofSimulations[id] === undefined)).toEqual([])
    expect(Object.keys(ofSimulations).filter((id) => !keys.includes(id))).toEqual([])
  })

  it.each(Object.entries(ofSimulations))("F-C24 · %s is read in a file of its own", (_, [without, within]) => {
    const outcome = (text: string): string =>
      shown(
        readSimulation(
          { path: "w.yaml", text: `hearback: 1\nsimulation: w\npolicy: p.yaml\n${text}\n` },
          shop,
          companions
        )
      )
    expect(outcome(within)).not.toBe(outcome(without))
    // A finding would be a difference that proves nothing.
    expect(outcome(within)).toContain('"diagnostics":[]')
  })
})
