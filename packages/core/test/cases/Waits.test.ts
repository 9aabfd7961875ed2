/** What may be paused, for which reason, and what ends a pause, whenever it becomes known. Monday is 2026-11-16. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { allowed } from "../../src/decide/allowedCommands.ts"
import { situationOf } from "../../src/decide/situation.ts"
import { person } from "../../src/people/Actor.ts"
import type { ClockWish } from "../../src/testing/Build.ts"
import { days, hours, people, policy } from "../../src/testing/Build.ts"
import { desk, local, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, opened, pause, resume, TUE, toldIn } from "./deadline.ts"

const ack: Command = { do: "pass", gate: "acknowledged" }

describe("what ends a pause", () => {
  const word: Command = { do: "write", text: "the number is 4711" }
  const ends: Readonly<Record<string, readonly [by: string, command: Command]>> = {
    "customer-wrote": ["carl", word],
    "told-customer": ["ann", word],
    answered: ["ann", word],
    "passed:acknowledged": ["ann", ack],
    "clock:acknowledged": ["ann", ack],
    "event:delivered": ["system:host", { do: "event", name: "delivered" }]
  }
  const waits = (by: string) =>
    toldIn({ within: hours(40), pause: { "waiting-on-vendor": days(10) }, resumedBy: { "waiting-on-vendor": [by] } })
  it.each(Object.entries(ends))("%s: also if the pause is recorded after it", (trigger, [by, command]) => {
    const rules = waits(trigger)
    const prompt = desk(rules)
    prompt.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    prompt.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    expect(prompt.due("told")).toBe("never")
    prompt.does(`${MON} 12:00`, by, command).emits({ event: "clock-resumed", clock: "told" })
    const late = desk(rules)
    late.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    late.does(`${MON} 12:00`, by, command)
    late
      .does(`${MON} 14:00`, "ann", pause("waiting-on-vendor"), { said: `${MON} 10:00` })
      .emits({ event: "clock-paused", clock: "told" }, { event: "clock-resumed", clock: "told" })
    for (const d of [prompt, late])
      expect([d.clockState("told"), d.due("told")]).toEqual(["running", "2026-11-23 11:00"])
  })
  it.each(Object.entries(ends))("%s: not if it happened before the pause", (trigger, [by, command]) => {
    const d = desk(waits(trigger))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 10:00`, by, command)
    d.does(`${MON} 14:00`, "ann", pause("waiting-on-vendor"), { said: `${MON} 11:00` })
    expect(d.clockState("told")).toBe("paused")
  })
  it.each(Object.entries(ends))(
    "%s: not a second time, for a pause that began afterwards",
    (trigger, [by, command]) => {
      const d = desk(waits(trigger))
      d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
      d.does(`${MON} 09:30`, "ann", pause("waiting-on-vendor"))
      d.does(`${MON} 10:00`, by, command).emits({ event: "clock-resumed", clock: "told" })
      for (const said of [`${MON} 10:00`, `${MON} 11:00`])
        d.does(`${MON} 14:00`, "ann", pause("waiting-on-vendor"), { said }).without("clock-resumed")
      expect(d.clockState("told")).toBe("paused")
    }
  )
  it.each(["prompt", "late"])("a pause that continues through a new start of its clock, if it is %s", (how) => {
    const d = opened({
      within: hours(40),
      restartedBy: ["event:delivered"],
      resumedBy: { "waiting-on-vendor": ["customer-wrote"] }
    })
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    if (how === "prompt") d.does(`${MON} 11:00`, "carl", word)
    d.does(`${MON} 12:00`, "system:host", { do: "event", name: "delivered" })
    expect(d.clockState("told")).toBe(how === "prompt" ? "running" : "paused")
    if (how === "late") d.does(`${MON} 14:00`, "carl", word, { said: `${MON} 11:00` })
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", "2026-11-23 12:00"])
  })
  it("nothing if there is no pause; an event at the instant of the pause ends it", () => {
    const d = desk(waits("customer-wrote"))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 09:30`, "carl", word).without("clock-resumed")
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 10:00`, "carl", word).emits({ event: "clock-resumed", clock: "told" })
    expect(d.clock("told").switches.at(-1)).toMatchObject({ at: d.world().now, reason: "" })
  })
  it("the pause of that time, if it is known late", () => {
    const d = desk(waits("customer-wrote"))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 12:00`, "ann", resume)
    const before = d.due("told")
    d.does(`${MON} 14:00`, "carl", word, { said: `${MON} 11:00` }).emits({ event: "clock-resumed", clock: "told" })
    expect([before, d.due("told")]).toEqual(["2026-11-23 11:00", "2026-11-23 10:00"])
    const e = desk(toldIn({ within: hours(40), resumedBy: { "waiting-on-vendor": ["customer-wrote"] } }))
    e.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    e.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    e.does(`${MON} 13:00`, "ann", pause("waiting-on-customer"))
    e.does(`${MON} 14:00`, "carl", word, { said: `${MON} 11:00` }).emits({ event: "clock-resumed", clock: "told" })
  })
  it.each(["received", "logged", "closed", "reopened", "withdrawn", "gate:acknowledged", "fact:promised-by"])(
    "%s: nothing of a wait that is recorded late",
    (trigger) => {
      const d = desk(waits(trigger))
      d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true, "promised-by": MON } }))
      d.does(`${MON} 12:00`, "ann", ack)
      d.does(`${MON} 14:00`, "ann", pause("waiting-on-vendor"), { said: `${MON} 10:00` }).without("clock-resumed")
      expect(d.clockState("told")).toBe("paused")
    }
  )
  it("a clock: not if it ended otherwise than met", () => {
    const d = desk(waits("clock:acknowledged"))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 12:00`, "dora", { do: "waive", gate: "acknowledged", reason: "known" }).emits("clock-cancelled")
    d.does(`${MON} 14:00`, "ann", pause("waiting-on-vendor"), { said: `${MON} 10:00` }).without("clock-resumed")
  })
  it("passed: not if the gate is settled otherwise", () => {
    const d = desk(waits("passed:acknowledged"))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 12:00`, "dora", { do: "waive", gate: "acknowledged", reason: "known" })
    d.does(`${MON} 14:00`, "ann", pause("waiting-on-vendor"), { said: `${MON} 10:00` })
    expect(d.clockState("told")).toBe("paused")
  })
  it.each([
    ["told-customer", "person", 2],
    ["told-customer", "machine", 2],
    ["answered", "person", 2],
    ["answered", "machine", 1]
  ] as const)("%s: as a %s's message of a gate, switches %i", (by, who, count) => {
    const tell = (is: typeof who) => (is === who ? { tell: "joined" } : {})
    const rules = policy({
      only: ["acknowledged", "receipted", "told"],
      gates: {
        acknowledged: { kind: "acknowledgement", ...tell("person") },
        receipted: { kind: "acknowledgement", by: ["automatic"], after: ["acknowledged"], ...tell("machine") }
      },
      clocks: { told: { within: hours(40), pause: { elsewhere: days(10) }, resumedBy: { elsewhere: [by] } } }
    })
    const switches = (isLate: boolean) => {
      const d = desk(rules)
      d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
      if (!isLate) d.does(`${MON} 10:00`, "ann", pause("elsewhere"))
      d.does(`${MON} 12:00`, "ann", ack)
      if (isLate) d.does(`${MON} 14:00`, "ann", pause("elsewhere"), { said: `${MON} 10:00` })
      return d.clock("told").switches.map(({ at }) => local(at))
    }
    expect(switches(false)).toEqual([`${MON} 10:00`, `${MON} 12:00`].slice(0, count))
    expect(switches(true)).toEqual(switches(false))
  })
  it("each reason by its own trigger, among several that a clock allows", () => {
    const d = opened({
      within: hours(40),
      resumedBy: {
        "waiting-on-customer": ["customer-wrote"],
        "waiting-on-vendor": ["customer-wrote", "event:delivered"]
      }
    })
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 11:00`, "carl", word)
    expect(d.clock("told").switches.at(-1)?.of).toEqual(["waiting-on-customer", "waiting-on-vendor"])
    expect(d.clockState("told")).toBe("running")
  })
})

describe("what may be paused", () => {
  const offered = (d: TestDesk, at: number) =>
    allowed(
      situationOf(d.world().policy, d.case(), {
        actor: person({ id: "ann", roles: ["agent"] }),
        at,
        gathered: { people, ledgers: {} }
      })
    ).filter((one) => one === "pause" || one === "resume")
  it("is offered while a clock runs that can be paused, and resuming while one is paused", () => {
    const d = opened()
    const { now } = d.world()
    expect(offered(d, now)).toEqual(["pause"])
    d.does(`${MON} 10:00`, "ann", pause())
    expect(offered(d, d.world().now)).toEqual(["resume"])
    const none = opened({ pause: {} })
    expect(offered(none, now)).toEqual([])
    none.does(`${MON} 10:00`, "ann", resume).without("clock-resumed")
  })
  const several = (): TestDesk => {
    const other: ClockWish = { metBy: ["passed:told"], within: hours(20), pause: { "waiting-on-vendor": hours(1) } }
    const d = desk(toldIn({ pause: { "waiting-on-vendor": hours(4), elsewhere: hours(4) } }, { clocks: { other } }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    return d
  }
  it("by the reasons that its clocks allow, each named once in a refusal", () => {
    const { step } = several().send(`${MON} 10:00`, "ann", pause("lunch"))
    expect(step.refusal?.reasons).toEqual([
      {
        code: "clock/pause-not-allowed",
        rule: "clock-defaults.pause",
        says: { reason: "lunch", allowed: ["waiting-on-vendor", "elsewhere"] }
      }
    ])
  })
  it("on every clock with some cap left for the reason; refused if none has any", () => {
    const d = several()
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 11:30`, "ann", resume)
    const { step } = d.does(`${MON} 12:00`, "ann", pause("waiting-on-vendor"))
    expect(step.events.flatMap((one) => (one.event === "clock-paused" ? [one.clock] : []))).toEqual(["told"])
    d.tick(`${MON} 16:00`)
    const { refusal } = d.send(`${MON} 16:00`, "ann", pause("waiting-on-vendor")).step
    expect(refusal?.reasons).toEqual([
      {
        code: "clock/pause-used-up",
        rule: "clock-defaults.pause.waiting-on-vendor",
        says: { reason: "waiting-on-vendor", clock: "told" }
      }
    ])
  })
  it("not for a reason that was used up by then, if that is known late and another pause followed", () => {
    const d = opened({ pause: { "waiting-on-vendor": hours(1), elsewhere: hours(4) } })
    d.does(`${MON} 09:30`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 10:30`, "ann", resume)
    d.does(`${MON} 12:00`, "ann", pause("elsewhere"))
    const used = { said: `${MON} 11:00` }
    d.send(`${MON} 13:00`, "ann", pause("waiting-on-vendor"), used).rejects("clock/pause-used-up")
  })
  it("no clock that began after the pause", () => {
    const answer: ClockWish = {
      from: ["customer-wrote"],
      metBy: ["answered"],
      within: hours(4),
      pause: { elsewhere: days(1) }
    }
    const d = desk(policy({ only: ["acknowledged", "told"], clocks: { answer } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "any news?" })
    d.send(`${MON} 12:00`, "ann", pause("elsewhere"), { said: `${MON} 10:00` }).rejects("clock/pause-not-allowed")
    d.does(`${MON} 12:00`, "ann", pause("elsewhere"), { said: `${MON} 11:00` })
    expect(d.clockState("answer")).toBe("paused")
  })
  it("a late pause moves no miss that it does not explain", () => {
    const d = opened()
    d.tick(`${TUE} 09:00`)
    d.does(`${TUE} 09:00`, "ann", pause(), { said: `${MON} 17:00` }).without("miss-refuted", "clock-missed")
    d.does(`${TUE} 10:00`, "ann", resume).without("miss-refuted", "clock-missed")
    d.tick(`${TUE} 17:00`)
    expect(d.clock("told").breaches).toHaveLength(1)
  })
})
