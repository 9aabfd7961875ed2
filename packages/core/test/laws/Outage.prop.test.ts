/**
 * If nobody told the time for hours, every step of every escalation is made up for once when it is told again, in
 * order, at its own instant and with the due of then. Notices to one person are marked to leave together. Nothing is
 * made up for while the clock was paused or after the case ended.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { CaseEvent } from "../../src/case/Case.ts"
import type { Command } from "../../src/case/generated/Command.ts"
import { days, elapsedHours, hours, policy } from "../../src/testing/Build.ts"
import { brokenDeciders } from "../../src/testing/broken/index.ts"
import { instant, submit } from "../../src/testing/Spec.ts"
import { core, type Decider, send, type TestWorld, tell, tick, world } from "../../src/testing/World.ts"
import { MON } from "../cases/deadline.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const level = (n: number, notify: readonly string[]) =>
  ({ at: { _tag: "After", by: hours(n) }, notify, send: "overdue", rule: `clocks.told.escalate.${n}` }) as const

const p = policy({
  only: ["acknowledged", "told"],
  clocks: {
    told: {
      gate: "told",
      metBy: ["passed:told"],
      within: hours(1),
      pause: { "waiting-on-customer": days(3) },
      escalate: [level(1, ["supervisor"]), level(2, ["supervisor", "director"]), level(3, ["director", "owner"])]
    }
  },
  sending: { digest: elapsedHours(0.5) }
})

const start = instant(`${MON} 09:00`)

/** Cases that were left open, paused, or answered before anything was due, and when time is told again. */
const outages = fc.record({
  cases: fc.array(
    fc.record({ how: fc.constantFrom("open", "open", "paused", "over"), from: fc.integer({ min: 0, max: 20 }) }),
    { minLength: 1, maxLength: 4 }
  ),
  down: fc.integer({ min: 2 * 60, max: 3 * 24 * 60 })
})
type Outage = typeof outages extends fc.Arbitrary<infer T> ? T : never

const lived = ({ cases }: Outage, decider: Decider): TestWorld => {
  let w = world(p, decider)
  const give = (id: string, minutes: number, command: Command): void => {
    w = send(w, { case: id, at: start + minutes * MINUTE, by: "ann", command }, "none").world
  }
  for (const [n, { how, from }] of cases.entries()) {
    const id = `case-${n}`
    give(id, from, submit({ case: id, customer: id }))
    if (how === "paused") give(id, from + 10, { do: "pause", reason: "waiting-on-customer" })
    if (how !== "over") continue
    give(id, from + 10, { do: "pass", gate: "acknowledged" })
    give(id, from + 20, { do: "pass", gate: "told", result: "done" })
  }
  return w
}

const ofTold = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.filter((event) => "clock" in event && event.clock === "told" && /missed|escalated/.test(event.event))

const known = (events: readonly CaseEvent[]): readonly unknown[] =>
  events.map((event) => ({ ...event, ...("detectedAt" in event ? { detectedAt: 0 } : {}) }))

const madeUpFor = (decider: Decider) =>
  fc.property(outages, (outage) => {
    const before = lived(outage, decider)
    const back = start + outage.down * MINUTE
    const late = [...before.cases.keys()].reduce((w, id) => tell(w, id, back), before)
    const again = [...late.cases.keys()].reduce((w, id) => tell(w, id, back), late)
    const prompt = tick(before, back)
    for (const [n, { how }] of outage.cases.entries()) {
      const id = `case-${n}`
      const fired = ofTold(late.events.get(id) ?? [])
      expect(ofTold(again.events.get(id) ?? [])).toHaveLength(fired.length)
      if (how !== "open") expect(fired).toEqual([])
      expect(known(fired)).toEqual(known(ofTold(prompt.events.get(id) ?? [])))
      const marks = fired.map((event) => ("mark" in event ? event.mark : event.event))
      expect(marks).toEqual(["clock-missed", "escalate.1", "escalate.2", "escalate.3"].slice(0, marks.length))
      expect(fired.map(({ at }) => at)).toEqual(fired.map(({ at }) => at).toSorted((a, b) => a - b))
      const due = late.cases.get(id)?.clocks["told"]?.breaches.map(({ dueAt }) => dueAt) ?? []
      expect(due).toEqual(fired.filter(({ event }) => event === "clock-missed").map(({ at }) => at))
      expect(fired.every((event) => "detectedAt" in event && event.detectedAt === back)).toBe(true)
      const letters = late.letters.filter((one) => one.case === id && one.message === "overdue" && one.to !== "ann")
      expect(letters.every(({ digest }) => digest === HOUR / 2)).toBe(true)
    }
  })

const seed = 20_261_116

describe("a scheduler that was down", () => {
  it("P23 · every step over hours and levels once, in order, at its own instant; none for paused or closed cases", () => {
    fc.assert(madeUpFor(core), { seed, numRuns: 100 })
  })
  it.each(brokenDeciders.filter(({ breaks }) => breaks === "ticks-are-harmless" || breaks === "escalation-ends"))(
    "P23 · is broken where $name",
    ({ decider }) => {
      expect(fc.check(madeUpFor(decider), { seed, numRuns: 100, endOnFailure: true }).failed).toBe(true)
    }
  )
})
