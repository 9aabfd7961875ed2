/** Values of a simulation file: what is read, and what is refused because no simulation could use it. */
import { describe, expect, it } from "vitest"
import { renderCompact } from "../../src/index.ts"
import { readSimulation } from "../../src/simulation/SimulationReader.ts"
import { readSimulationValue } from "../../src/simulation/SimulationValues.ts"
import { bundleOf, head } from "../compile/Sample.ts"

const shop = bundleOf(
  `${head}facts: { again: { type: yes-no, default: no } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
loops:
  idea: { when: { kind: suggestion }, customer-loop: { decided: { needs: decision }, told: { needs: result } } }
`
)

const read = (body: string) => {
  const text = `hearback: 1\nsimulation: w\npolicy: p.yaml\n${body}\n`
  return readSimulation({ path: "w.simulation.yaml", text }, shop)
}
const told = (body: string): readonly string[] =>
  read(body).diagnostics.map((one) => renderCompact(one, "en").split(" ").slice(1).join(" "))

const refused: readonly (readonly [body: string, says: string])[] = [
  ["arrivals: { batch: 0.5 }", "error[simulation/limit] a batch has at least one"],
  ["arrivals: { batch: [2, 0] }", "error[simulation/limit] a batch has at least one"],
  ["arrivals: { mix: { channels: { web: 0 } } }", "error[simulation/limit] none of these ever arrives"],
  ["arrivals: { mix: { facts: { again: { maybe: 1 } } } }", "error[cell/wrong-type] `again` is `yes` or `no`"],
  ["arrivals: { texts: ['', ' '] }", "error[simulation/no-rows] `texts` has no rows"],
  ["arrivals: { trace: [] }", "error[simulation/no-rows] `trace` has no rows, so nothing arrives"],
  ["arrivals: { hours: [1, 1] }", "error[simulation/numbers] 24 or 168 numbers are expected here, but there are 2"],
  [
    "staff: { people: { a: { roles: agent, at-once: 0 } } }",
    "error[simulation/limit] a person must be able to work on at least one thing"
  ],
  ["staff: { people: { a: { roles: agent, count: 10001 } } }", "error[simulation/limit] so many people cannot be"],
  ["staff: { people: { a: { roles: agent, deputy: a } } }", "error[people/own-deputy] `a` is their own deputy"],
  [
    "staff: { people: { a: { roles: agent, deputy: b }, b: { roles: agent, count: 2 } } }",
    "error[name/unknown] there is no person called `b`"
  ],
  [
    "staff: { people: { a: { roles: agent, count: 2 }, a-1: { roles: agent } } }",
    "error[simulation/same-person] two people are called `a-1`"
  ],
  [
    "staff: { people: { a: { roles: agent, calendar: office, shift: { hours: { mon: [09:00-12:00] } } } } }",
    "error[simulation/limit] both `calendar` and `shift` set the working hours"
  ],
  [
    "staff: { people: { a: { roles: agent, shift: { hours: { mon: [09:00-12:00, 11:00-13:00] } } } } }",
    "error[calendar/overlapping-hours] calendar `a` has overlapping hours on `mon`"
  ],
  [
    "staff: { people: { a: { roles: agent, shift: { time-zone: Mars/Phobos, hours: { mon: [09:00-12:00] } } } } }",
    "error[name/unknown] there is no time zone called `Mars/Phobos`"
  ],
  ["work: { rework: 100% }", "error[simulation/limit] work that is always redone is never finished"],
  ["work: { needs: { told: thai } }", "error[simulation/limit] nobody has this skill"],
  [
    "staff: { people: { a: { roles: agent, skills: tamil } } }\nwork: { needs: { told: thai } }",
    "error[name/unknown] there is no skill called `thai`"
  ],
  ["work: { decisions: { adoptd: 1 } }", "error[name/unknown] there is no conclusion called `adoptd`"],
  ["work: { times: [{ gate: told, kind: proposal, takes: 1 hour }] }", "error[simulation/limit] the gate of this row"],
  [
    "work: { times: [{ category: billing, takes: 1 hour }, { gate: told, category: billing, takes: 2 hours }] }",
    "error[simulation/limit] an earlier row covers all its cases"
  ],
  ["staff: { first: fifo, interrupts: yes }", "error[simulation/limit] later work never interrupts current work"],
  [
    "customers: { proposals: { agree: 90%, counter: 60% } }",
    "error[simulation/shares] these shares add up to 150%, more"
  ],
  [
    "customers: { confirmations: { satisfied: 50%, dissatisfied: 10%, silent: 10% } }",
    "error[simulation/shares] these shares add up to 70%, not 100%"
  ],
  [
    "customers: { patience: { lasts: 1 hour, until: begun, again: 70%, leaves: 40% } }",
    "error[simulation/shares] these shares add up to 110%, more"
  ],
  ["seed: 4294967296", "error[simulation/limit] this is not a valid seed"],
  ["seed: 9007199254740992", "error[simulation/limit] this is not a valid seed"],
  ["horizon: terminating\nwarm-up: 2 days", "error[simulation/limit] a `terminating` run leaves out nothing"],
  ["replications: { least: 10, most: 3 }", "error[simulation/limit] the maximum is less than the minimum"],
  ["replications: { precision: 0% }", "error[simulation/limit] no number of replications reaches this"]
]

describe("a value that no simulation could use", () => {
  it.each(refused)("is refused: %s", (body, says) => {
    expect(told(body)).toEqual([expect.stringContaining(says)])
  })
})

describe("the value", () => {
  it("of hours can be one number for each hour of the week", () => {
    const hours = Array.from({ length: 168 }, (_, hour) => hour)
    expect(read(`arrivals: { hours: [${hours.join()}] }`).simulation?.arrivals?.profile).toEqual(hours)
  })

  it("of a time zone can be a zone that the policy does not know, which comes with its data", () => {
    const shift = "shift: { time-zone: America/New_York, hours: { mon: [09:00-12:00] } }"
    const { simulation, diagnostics } = read(
      `staff: { people: { a: { roles: [agent, supervisor, manager], ${shift} } } }`
    )
    expect(diagnostics).toEqual([])
    expect(simulation?.staff?.people?.[0]?.shift?.zone).toMatchObject({
      id: "America/New_York",
      offsetMinutes: expect.arrayContaining([-300, -240])
    })
  })

  it("of customers' answers can leave one share open", () => {
    const { customers } = read("customers: { proposals: { agree: 50% } }").simulation ?? {}
    expect(customers?.proposals).toEqual({ agree: 0.5 })
    expect(told("customers: { confirmations: { satisfied: 60.5%, dissatisfied: 9.5%, silent: 30% } }")).toEqual([])
  })

  it("of a program that no file can contain is refused at its place", () => {
    const given = (perDay: unknown) =>
      readSimulationValue({ arrivals: { perDay: perDay as number } }, shop).faults.map(
        ({ at, diagnostic }) => `${at}: ${diagnostic.message.en}`
      )
    expect(given(Number.NaN)).toEqual(["arrivals.perDay: `NaN` is not allowed at `per-day`"])
    expect(given(3n)).toEqual(["arrivals.perDay: `3` is not allowed at `per-day`"])
    expect(given(new Date(Number.NaN))).toEqual(["arrivals.perDay: `Invalid Date` is not allowed at `per-day`"])
  })

  it("can be in the words of either language: yes and no, and conclusions of a decision", () => {
    const { simulation, diagnostics } = read(
      "arrivals: { mix: { facts: { again: { 是: 1, 否: 3 } } } }\nwork: { decisions: { 采纳: 1, declined: 2 } }"
    )
    expect(diagnostics).toEqual([])
    expect(simulation?.arrivals?.mix?.facts).toEqual({ again: { true: 1, false: 3 } })
    expect(simulation?.work?.decisions).toEqual({ adopted: 1, declined: 2 })
  })
})
