/** A small desk: a proposal that the customer answers, and a result. */
import { type Bundle, Policy } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import type { Simulation } from "../../src/model/Simulation.ts"
import { prepare } from "../../src/replicate/PreparedSimulation.ts"
import { HOUR } from "../truth/Queue.ts"

/** Returns a policy with two gates: a proposal that the customer answers, and a result. */
export const policyOf = (
  more: Parameters<typeof Build.bundle>[0] = {},
  laid: Partial<Bundle.Bundle> = {}
): Policy.Policy => {
  const made = Build.bundle({
    takeUp: "never",
    openWhen: "never",
    clocks: { told: { within: Build.hours(8), gate: "told", metBy: ["passed:told"] } },
    loops: {
      complaint: {
        when: { kind: "complaint" },
        customer: {
          agreed: { kind: "proposal", tell: "proposal" },
          told: { kind: "result", after: ["agreed"], tell: "result" }
        },
        system: {},
        reopen: { dissatisfied: { within: Build.dates(30), backTo: "told" } }
      }
    },
    ...more
  })
  return Policy.load({ ...made, clocks: made.clocks.filter(({ name }) => name === "told"), ...laid })
}

/** Returns a number of equal agents. */
export const agents = (count: number) => ({ id: "agent", roles: ["agent"], count })

/** All feedback arrives while the staff is on duty, who are asked first. */
const profile = Array.from({ length: 168 }, (_, hour) => (hour < 120 && hour % 24 >= 9 && hour % 24 < 16 ? 1 : 0))

/** A simulation of this desk. */
export const base: Simulation = {
  weeks: 2,
  horizon: "terminating",
  arrivals: { perDay: 6, profile, texts: ["report"], mix: { channels: { mail: 1 } } },
  work: { times: [{ time: { kind: "fixed", value: HOUR / 2 } }] },
  customers: { proposals: { delay: { kind: "fixed", value: HOUR }, agree: 1, counter: 0, refuse: 0 } },
  staff: { people: [agents(3), { id: "boss", roles: ["supervisor"] }, { id: "dora", roles: ["director"] }] }
}

interface Seen {
  readonly case: string
  readonly event: string
  readonly at: number
  readonly id?: string
  readonly gate?: string
}

/** Runs a simulation of this desk. */
export const run = (policy: Policy.Policy, simulation: Simulation) => {
  const { run: make, plan } = prepare({ policy, simulation: { ...base, ...simulation } })
  const events: Seen[] = []
  const refused: string[] = []
  const rejected: string[] = []
  const spells: {
    readonly of: string
    readonly worker: string
    readonly from: number
    readonly to: number
    readonly work: number
  }[] = []
  const outcome = make(0, plan.from, {
    event: ({ id }, event) => void events.push({ ...(event as unknown as Seen), case: id }),
    refused: ({ work }, reasons) => void refused.push(`${work.as} ${work.gate ?? ""} ${reasons.join()}`),
    rejected: (_, command, reasons) => void rejected.push(`${command.do} ${reasons.join()}`),
    worked: ({ live }, { id }, spell) => void spells.push({ of: live.id, worker: id, ...spell })
  })
  const of = (name: string) => events.filter(({ event }) => event === name)
  return { outcome, events, of, refused, rejected, spells, plan }
}
