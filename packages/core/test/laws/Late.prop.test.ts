/**
 * Facts may be late: in whatever order and however often they become known, the clocks end as if each had been reported
 * when it happened. A miss that was recorded meanwhile stays on record, refuted.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Case } from "../../src/case/Case.ts"
import type { Command } from "../../src/case/generated/Command.ts"
import { stateOf } from "../../src/case/track/Clocks.ts"
import { days, hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit } from "../../src/testing/Spec.ts"
import { tick } from "../../src/testing/World.ts"
import { MON, TUE } from "../cases/deadline.ts"

const p = policy({
  only: ["acknowledged", "told"],
  gates: { acknowledged: { kind: "acknowledgement", tell: "joined" } },
  clocks: {
    told: {
      gate: "told",
      metBy: ["passed:told"],
      within: hours(8),
      pause: { "waiting-on-customer": days(30), "waiting-on-vendor": days(30) },
      resumedBy: { "waiting-on-customer": ["customer-wrote"], "waiting-on-vendor": ["answered"] }
    },
    "next-answer": { from: ["customer-wrote"], metBy: ["answered"], within: hours(2) },
    "keep-informed": { metBy: ["told-customer"], within: hours(4), repeats: true }
  }
})

type Fact = readonly [by: string, command: Command]
const kinds: readonly Fact[] = [
  ["ann", { do: "pause", reason: "waiting-on-customer" }],
  ["ann", { do: "pause", reason: "waiting-on-vendor" }],
  ["ann", { do: "resume" }],
  ["carl", { do: "write", text: "when will it be put right, please?" }],
  ["ann", { do: "write", text: "soon" }]
]

/** A decision is never late: the gate is passed, and the customer told, at this minute. */
const PASSED = 200

const minutes = fc.integer({ min: 1, max: 600 }).filter((minute) => minute !== PASSED)
/** Facts at instants of their own, by the minute after nine on Monday. */
const facts = fc.uniqueArray(fc.tuple(minutes, fc.constantFrom(...kinds)), {
  selector: ([minute]) => minute,
  minLength: 1,
  maxLength: 8
})

const START = instant(`${MON} 09:00`)
const END = `${TUE} 12:00`

const told = (all: readonly (readonly [minute: number, fact: Fact])[], at: "then" | "at the end"): Case => {
  const d = desk(p)
  d.does(`${MON} 09:00`, "ann", submit())
  const time = (minute: number): string => local(START + minute * 60_000)
  const pass = () => d.does(time(PASSED), "ann", { do: "pass", gate: "acknowledged" })
  const isBefore = ([minute]: (typeof all)[number]): boolean => at === "then" && minute < PASSED
  for (const [minute, [by, command]] of all.filter(isBefore)) d.send(time(minute), by, command)
  pass()
  for (const one of all) {
    const [minute, [by, command]] = one
    if (isBefore(one)) continue
    if (at === "then") d.send(time(minute), by, command)
    else d.send(END, by, command, { said: time(minute) })
  }
  const w = tick(d.world(), instant(END))
  const found = w.cases.get("A")
  if (found === undefined) throw new Error("no case")
  return found
}

const standing = ({ clocks }: Case) =>
  Object.fromEntries(
    Object.entries(clocks)
      .filter(([, clock]) => clock.timer === undefined)
      .map(([name, clock]) => [name, [stateOf(clock), local(clock.startedAt), local(clock.dueAt)]])
  )

describe("facts that become known late", () => {
  it("P24 · in any order and repeated, they lead to the same clocks as in order", () => {
    fc.assert(
      fc.property(facts, fc.array(fc.nat()), (all, order) => {
        const inOrder = told(
          all.toSorted(([a], [b]) => a - b),
          "then"
        )
        const shuffled = [...all, ...all.slice(0, 2)].toSorted(
          (a, b) => (order[a[0] % (order.length || 1)] ?? 0) - (order[b[0] % (order.length || 1)] ?? 0)
        )
        expect(standing(told(shuffled, "at the end"))).toEqual(standing(inOrder))
      }),
      { seed: 20_261_116, numRuns: 100 }
    )
  })
})
