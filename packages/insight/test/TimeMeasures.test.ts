import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import {
  ack,
  analyse,
  apart,
  december,
  dissatisfied,
  figure,
  instant,
  MON,
  opened,
  result,
  satisfied,
  storiesOf,
  TUE,
  told,
  work
} from "./Fixture.ts"

const { hours } = Build
const graded = [{ when: { urgency: "urgent" }, gives: hours(4) }, { gives: hours(8) }] as const
const setUrgent = (urgent: boolean) => ({ do: "set", facts: { urgent, slow: !urgent }, reason: "so it is" }) as const

describe("kept", () => {
  it("counts every promise of the customer loop that was met or broken", () => {
    // Acknowledged at 09:10 (8 h), told at 09:50 (80 h): both met. The other case: acknowledged too late, told not
    // due yet.
    const late = opened()
    late.does(`${TUE} 10:00`, "ann", ack)
    expect(figure(storiesOf(told(), late), "kept")).toBe("2 of 3")
  })
  it("leaves out clocks of the system loop, kept or broken, because they promise nothing to a customer", () => {
    const clocks = {
      acknowledged: { gate: "acknowledged", metBy: ["passed:acknowledged"], within: hours(8) },
      investigated: { gate: "investigated", metBy: ["passed:investigated"], within: hours(2), promise: false }
    }
    const d = opened({ clocks }, { facts: {} })
    d.does(`${MON} 09:10`, "ann", ack)
    expect(figure(storiesOf(d), "kept")).toBe("1 of 1")
    d.does(`${MON} 09:20`, "ann", analyse)
    expect(figure(storiesOf(d), "kept")).toBe("1 of 1")
    const late = opened({ clocks }, { facts: {} })
    late.does(`${MON} 09:10`, "ann", ack)
    late.tick(`${TUE} 17:00`)
    expect(figure(storiesOf(late), "kept")).toBe("1 of 1")
  })
  it("leaves out what only a machine meets, and counts what people can meet as well", () => {
    const receipted = (...metBy: readonly string[]) => {
      const clocks = { receipted: { gate: "receipted", metBy, within: hours(1) } }
      return figure(storiesOf(opened({ clocks, only: ["receipted", "acknowledged"] })), "kept")
    }
    expect(receipted("passed:receipted")).toBe("no cases")
    expect(receipted("passed:receipted", "passed:acknowledged")).toBe("1 of 1")
    expect(receipted("passed:receipted", "answered")).toBe("1 of 1")
  })
  it("leaves out what still runs, and has no rate without a promise", () => {
    expect(figure(storiesOf(opened()), "kept", undefined, Date.UTC(2026, 10, 16, 12))).toBe("no cases")
    expect(figure([], "kept")).toBe("no cases")
  })
  it("counts a broken promise in the period of its due date, met later or not", () => {
    const d = opened({
      clocks: {
        acknowledged: { gate: "acknowledged", metBy: ["passed:acknowledged"], within: Build.dates(20) },
        told: { gate: "told", metBy: ["passed:told"], within: Build.dates(60) }
      },
      only: ["acknowledged"]
    })
    d.does("2026-12-09 10:00", "ann", ack)
    expect(figure(storiesOf(d), "kept")).toBe("no cases")
    expect(figure(storiesOf(d), "kept", december)).toBe("0 of 1")
  })
  it("P14 · counts the miss of an earlier grade apart, and judges by the due date that replaced it", () => {
    const d = opened({
      clocks: { told: { gate: "told", metBy: ["passed:told"], within: graded } },
      gates: { told: { after: [] } }
    })
    d.does(`${MON} 09:05`, "ann", ack)
    d.does(`${MON} 09:10`, "ann", setUrgent(true))
    d.tick(`${MON} 14:00`)
    d.does(`${MON} 14:30`, "system:host", setUrgent(false))
    d.does(`${MON} 16:00`, "ann", result)
    expect(figure(storiesOf(d), "kept")).toBe("2 of 2")
    expect(apart(storiesOf(d), "kept")).toMatchObject({ refuted: 0, "earlier-deadline": 1, overtaken: 0 })
  })
  it("counts a miss that a late record refutes apart", () => {
    const d = opened({
      clocks: {
        acknowledged: {
          gate: "acknowledged",
          metBy: ["told-customer"],
          within: hours(1),
          pause: { "waiting-on-customer": hours(80) }
        }
      },
      only: ["acknowledged"]
    })
    d.tick(`${MON} 11:00`)
    expect(figure(storiesOf(d), "kept")).toBe("0 of 1")
    d.does(`${MON} 11:30`, "ann", { do: "pause", reason: "waiting-on-customer" }, { said: `${MON} 09:30` })
    expect(d.clock("acknowledged").breaches).toMatchObject([{ refuted: true }])
    expect(figure(storiesOf(d), "kept")).toBe("no cases")
    expect(apart(storiesOf(d), "kept")).toMatchObject({ refuted: 1, "earlier-deadline": 0, overtaken: 0 })
  })
  it("R8 · has a new promise after a reopening, and earlier kept promises stay kept", () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    expect(figure(storiesOf(d), "kept")).toBe("2 of 2")
    d.does(`${TUE} 09:00`, "carl", dissatisfied)
    d.tick("2027-01-15 12:00")
    // 80 working hours from Monday 09:00, minus the 7 h 10 min from 09:50 to the reopening: due on the 30th at 16:10.
    expect(d.clock("told").breaches.map(({ dueAt }) => dueAt)).toEqual([instant("2026-11-30 16:10")])
    expect(figure(storiesOf(d), "kept")).toBe("2 of 3")
    expect(figure(storiesOf(d), "kept", december)).toBe("no cases")
  })
  it("R8 · counts no second broken promise for a clock that continues without time left", () => {
    const clocks = { told: { gate: "told", metBy: ["passed:told"], within: hours(1) } }
    const d = opened({ clocks }, { facts: {} })
    work(d, TUE)
    d.does(`${TUE} 10:00`, "carl", satisfied)
    d.does(`${TUE} 11:00`, "carl", dissatisfied)
    expect(d.clock("told").breaches.map(({ dueAt }) => dueAt)).toEqual([
      instant(`${MON} 10:00`),
      instant(`${MON} 10:00`)
    ])
    // Acknowledged too late, told too late.
    expect(figure(storiesOf(d), "kept")).toBe("0 of 2")
  })
  it("leaves out promises that the end of the case cancelled", () => {
    const d = opened()
    d.does(`${MON} 09:30`, "carl", { do: "withdraw" })
    expect(figure(storiesOf(d), "kept")).toBe("no cases")
  })
})

describe("timely-response", () => {
  it("is the share of acknowledgements by the owner in time", () => {
    const late = opened()
    late.does(`${TUE} 10:00`, "ann", ack)
    const never = opened()
    never.tick("2026-11-20 12:00")
    expect(figure(storiesOf(told(), late, never), "timely-response")).toBe("1 of 3")
  })
  it("ignores automatic receipts", () => {
    const clocks = { receipted: { gate: "receipted", metBy: ["passed:receipted"], within: hours(1) } }
    expect(figure(storiesOf(opened({ clocks, only: ["receipted"] })), "timely-response")).toBe("no cases")
  })
})

describe("cycle-time", () => {
  it("is the median of the times from receipt to close; of an even number the middle of two", () => {
    const closed = (at: string) => {
      const d = told()
      d.does(`${MON} ${at}`, "carl", satisfied)
      return d
    }
    expect(figure(storiesOf(closed("10:00")), "cycle-time")).toBe("60 min of 1")
    expect(figure(storiesOf(closed("10:00"), closed("12:00")), "cycle-time")).toBe("120 min of 2")
    expect(figure(storiesOf(closed("10:00"), closed("12:00"), closed("16:00")), "cycle-time")).toBe("180 min of 3")
  })
  it("begins again with a reopening, and the first close stays", () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    d.does(`${TUE} 09:00`, "carl", dissatisfied)
    d.does(`${TUE} 09:20`, "ann", { do: "pass", gate: "agreed", proposal: "once more" })
    d.does(`${TUE} 09:30`, "carl", { do: "reply", says: "agree" })
    d.does(`${TUE} 09:40`, "ann", { do: "pass", gate: "corrected", actions: [{ what: "redone" }] })
    d.does(`${TUE} 09:50`, "ann", result)
    d.does(`${TUE} 12:00`, "carl", satisfied)
    // 60 min, and 180 min from the reopening.
    expect(figure(storiesOf(d), "cycle-time")).toBe("120 min of 2")
  })
  it("of a gate is from its opening to its passing, without machines", () => {
    const d = told()
    expect(figure(storiesOf(d), "cycle-time.agreed")).toBe("20 min of 1")
    expect(figure(storiesOf(d), "cycle-time.receipted")).toBe("no such measure")
  })
  it("leaves out withdrawn cases", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "carl", { do: "withdraw" })
    expect(figure(storiesOf(d), "cycle-time")).toBe("no cases")
  })
})

it("is the same for the same work on another day", () => {
  const d = opened()
  work(d, TUE)
  expect(figure(storiesOf(d), "kept")).toBe("1 of 2")
})
