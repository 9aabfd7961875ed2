/** What people do: with permissions, in their hours, with the money that they may grant. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { figureIn, HOUR } from "../truth/Queue.ts"
import { agents, base, policyOf, run } from "./SmallDesk.ts"

const DAY = 24 * HOUR

interface Received {
  readonly case: string
  readonly receipt: { readonly channel: string }
}

describe("people", () => {
  it("bring every case to its end, and are refused nothing", () => {
    const { of, refused, outcome } = run(policyOf(), {})
    expect(of("case-opened").length).toBeGreaterThan(50)
    expect(of("case-closed").length).toBe(of("case-opened").length)
    expect(refused).toEqual([])
    expect(figureIn(outcome, "unanswered").sum).toBe(0)
  })

  it("work in their hours: work stops at the end of a shift and continues in the next", () => {
    const eight = { times: [{ time: { kind: "fixed", value: 6 * HOUR } }] } as const
    const { spells } = run(policyOf(), { work: eight, arrivals: { ...base.arrivals, perDay: 1 } })
    const isOff = (at: number): boolean => {
      const hour = (at % DAY) / HOUR
      return hour < 9 || hour > 17 || [5, 6].includes((Math.floor(at / DAY) + 3) % 7)
    }
    expect(spells.filter(({ from, to }) => isOff(from) || isOff(to))).toEqual([])
    expect(spells.some(({ from, to, work }) => to - from > work)).toBe(true)
    // Requests for approval can lapse meanwhile, and their readers then do something else.
    const own = spells.filter(({ worker }) => worker.startsWith("agent"))
    expect(own.filter(({ work }) => work !== 6 * HOUR)).toEqual([])
  })

  it("take up what waits in the queue when they come on duty", () => {
    const full = policyOf({ atMostOpen: 1, queue: true, firstOwner: ["agent"] })
    const { of } = run(full, {})
    const owned = of("owner-assigned") as unknown as readonly { readonly as: string }[]
    expect(owned.filter(({ as }) => as === "custodian").length).toBeGreaterThan(5)
    expect(owned.filter(({ as }) => as === "take-up").length).toBeGreaterThan(5)
    expect(of("case-closed").length).toBe(of("case-opened").length)
  })

  it("on leave are absent, and others act for them", () => {
    const from = Date.UTC(2026, 2, 9)
    const away = [{ from, to: from + 7 * DAY }]
    const people = [
      { id: "ann", roles: ["agent"], away, deputy: "ben" },
      { id: "ben", roles: ["agent"] },
      { id: "dora", roles: ["director"] }
    ]
    const absent = policyOf({ absent: ["deputy"] })
    const { spells, of } = run(absent, { staff: { people }, arrivals: { ...base.arrivals, perDay: 9 } })
    expect(spells.filter((one) => one.worker === "ann" && one.from >= from && one.from < from + 7 * DAY)).toEqual([])
    expect(of("deputy-acted").length).toBeGreaterThan(0)
    expect(of("case-closed").length).toBe(of("case-opened").length)
  })

  it("without a calendar have the assumed hours, so that none gets all cases at night", () => {
    const people = [
      { id: "ann", roles: ["agent"], calendar: "office" },
      { id: "ben", roles: ["agent"] },
      { id: "dora", roles: ["director"] }
    ]
    const { of } = run(policyOf(), { staff: { people }, arrivals: { perDay: 8, texts: ["report"] }, weeks: 6 })
    const owned = of("owner-assigned") as unknown as { owner: string }[]
    const cases = (id: string) => owned.filter(({ owner }) => owner === id).length
    expect(cases("ann")).toBeGreaterThan(20)
    expect(Math.abs(cases("ann") - cases("ben"))).toBeLessThan(cases("ann") / 4)
  })

  it("fall sick as often as given, on the same days in the same replication", () => {
    const sick = { perYear: 40, lasts: { kind: "fixed", value: 2 * DAY } } as const
    const people = [
      { ...agents(3), sickness: sick },
      { id: "dora", roles: ["director"] }
    ]
    const [healthy, often] = [run(policyOf(), {}), run(policyOf(), { staff: { people } })]
    const onShift = (outcome: typeof healthy.outcome) => figureIn(outcome, "utilisation", "role\tagent").of
    expect(onShift(often.outcome)).toBeLessThan(onShift(healthy.outcome))
    expect(often.of("case-closed").length).toBe(often.of("case-opened").length)
    expect(JSON.stringify(run(policyOf(), { staff: { people } }).outcome)).toBe(JSON.stringify(often.outcome))
  })

  it("take up equal work in the order of its arrival, even if a person without the skill skipped it", () => {
    const monday = Date.UTC(2026, 2, 2)
    const shift = (from: number) => ({ shift: { weekly: Array.from({ length: 7 }, () => [[from, 1020] as const]) } })
    const people = [
      { id: "ann", roles: ["agent"], skills: ["writing"], ...shift(615) },
      { id: "ben", roles: ["agent"], ...shift(540) },
      { id: "dora", roles: ["director"] }
    ]
    const gates = { agreed: { kind: "record", by: ["agent"] }, told: { kind: "result", by: ["agent"] } } as const
    const trace = [0, 1, 40].map((minute) => ({
      at: monday + 9 * HOUR + minute * 60_000,
      text: "report",
      channel: "mail"
    }))
    const { of } = run(policyOf({ gates }, { problems: { same: [], within: Build.dates(30) } }), {
      arrivals: { trace },
      weeks: 1,
      staff: { people, discipline: "priority" },
      work: { ...base.work, needs: { told: "writing" } }
    })
    const passed = of("gate-passed") as unknown as { gate: string; by: string; case: string }[]
    expect(passed.filter(({ gate }) => gate === "told").map((each) => each.case)).toEqual(["T1", "T2", "T3"])
  })

  it("can work in a zone that the policy does not know, also when its daylight saving time changes", () => {
    // New York has winter time until Sunday 8 March 2026: 9:00 is 14:00 UTC before and 13:00 after.
    const zone = {
      id: "America/New_York",
      from: [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)],
      offsetMinutes: [-300, -240, -300]
    }
    const weekly = Array.from({ length: 7 }, () => [[540, 600] as const])
    const people = [{ id: "ann", roles: ["agent", "director"], shift: { weekly, zone } }]
    const at = (day: number) => Date.UTC(2026, 2, day, 1)
    const trace = [at(3), at(10)].map((instant) => ({ at: instant, text: "report", channel: "mail" }))
    const { spells } = run(policyOf(), { arrivals: { trace }, weeks: 2, staff: { people } })
    const first = (day: number) => spells.find(({ from }) => from >= at(day))?.from
    expect([first(3), first(10)]).toEqual([Date.UTC(2026, 2, 3, 14), Date.UTC(2026, 2, 10, 13)])
  })

  it("do only what their skills and permissions allow", () => {
    const people = [
      { id: "ann", roles: ["agent"], skills: ["writing"] },
      { id: "ben", roles: ["agent"] },
      { id: "dora", roles: ["director"] }
    ]
    const gates = {
      agreed: { kind: "record", by: ["agent"] },
      told: { kind: "result", by: ["agent"], notBy: ["agreed"] }
    } as const
    const needs = { ...base.work, needs: { told: "writing" } }
    const apart = policyOf({ gates })
    const { of, refused } = run(apart, { staff: { people }, work: needs, arrivals: { ...base.arrivals, perDay: 2 } })
    const passed = of("gate-passed") as unknown as { gate: string; by: string; case: string }[]
    const told = passed.filter(({ gate }) => gate === "told")
    expect(told.length).toBeGreaterThan(5)
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set(["ann"]))
    // One person may not do both, so nobody begins what the policy would refuse.
    const agreed = new Map(passed.filter(({ gate }) => gate === "agreed").map((one) => [one.case, one.by]))
    expect(told.filter((one) => agreed.get(one.case) === one.by)).toEqual([])
    expect(refused.every((one) => one === "gate told ")).toBe(true)
  })

  it("grant money up to their limits, and request more", () => {
    const compensation = { share: 1, amount: { kind: "empirical", values: [50, 200] } } as const
    const { of, outcome } = run(policyOf(), { work: { ...base.work, compensation } })
    const given = of("compensated") as unknown as { amount: number; by: string; approvedBy?: string }[]
    expect(given.length).toBe(of("case-opened").length)
    expect(given.filter(({ amount, approvedBy }) => amount > 10_000 && approvedBy === undefined)).toEqual([])
    // No customer is told of a proposal before the money is decided.
    const asked = of("approval-asked") as unknown as {
      case: string
      approval: { id: string; command: { do: string } }
    }[]
    const money = asked.filter(({ approval }) => approval.command.do === "compensate")
    const ends = new Map(of("approved").map((event) => [`${event.case} ${event.id}`, event.at]))
    const made = new Map(of("proposal-made").map((event) => [event.case, event.at]))
    expect(money.length).toBeGreaterThan(10)
    expect(
      money.filter((one) => (made.get(one.case) ?? 0) < (ends.get(`${one.case} ${one.approval.id}`) ?? 0))
    ).toEqual([])
    const used = (who: string) => figureIn(outcome, "authority", `power\tcompensated\t${who}`).sum
    const byRole = ["agent", "supervisor", "director"].map((role) => used(`role\t${role}`))
    expect(byRole.reduce((sum, one) => sum + one)).toBe(given.reduce((sum, { amount }) => sum + amount, 0))
    expect(figureIn(outcome, "cost-of-compensation").sum).toBe(given.reduce((sum, { amount }) => sum + amount, 0))
  })

  it("cost as much for each week as they are paid for one, however long the last case takes", () => {
    const trace = [{ at: Date.UTC(2026, 2, 2, 10), text: "report", channel: "mail" }]
    const slow = { proposals: { delay: { kind: "fixed", value: 14 * DAY }, agree: 1 } } as const
    const people = [{ id: "ann", roles: ["agent", "director"] }]
    const { outcome } = run(policyOf(), {
      arrivals: { trace },
      weeks: 1,
      staff: { people },
      customers: slow,
      money: { hours: { agent: 60 } }
    })
    const { sum, of } = figureIn(outcome, "cost-of-work")
    expect(of).toBeGreaterThan(2)
    // 40 hours a week; the run ends within one.
    expect(Math.abs(sum / of / 100 - 40 * 60)).toBeLessThan(8 * 60)
  })

  it("have limits over time as in production", () => {
    const compensation = { share: 1, amount: { kind: "fixed", value: 90 } } as const
    const monthly = policyOf({
      limits: [
        { role: "agent", compensate: { perCase: 10_000, perMonth: 100_000 }, close: "all" },
        { role: "director", compensate: { perCase: null }, close: "all" }
      ]
    })
    const { of } = run(monthly, { weeks: 6, work: { ...base.work, compensation } })
    const given = of("compensated") as unknown as { at: number; amount: number; by: string; approvedBy?: string }[]
    const own = new Map<string, number>()
    for (const { at, amount, by, approvedBy } of given)
      if (approvedBy === undefined) {
        const key = `${by} ${new Date(at).getUTCMonth()}`
        own.set(key, (own.get(key) ?? 0) + amount)
      }
    expect(Math.max(...own.values())).toBeLessThanOrEqual(100_000)
    expect(Math.max(...own.values())).toBeGreaterThan(90_000)
    expect(of("approval-asked").length).toBeGreaterThan(0)
    // A new month has its own sum.
    expect([...own.keys()].filter((key) => key.startsWith("agent-1")).length).toBeGreaterThan(1)
  })

  it("hand cases over, and the receivers accept", () => {
    const { of } = run(policyOf({ takeUp: Build.hours(1) }), { work: { ...base.work, handOver: 0.5 } })
    expect(of("handover-offered").length).toBeGreaterThan(10)
    expect(of("handover-accepted").length).toBe(of("handover-offered").length)
    expect(of("case-closed").length).toBe(of("case-opened").length)
  })
})

describe("customers", () => {
  const twice = { kind: "fixed", value: HOUR } as const

  it("counter and refuse proposals, and get others", () => {
    const proposals = { delay: twice, agree: 0.5, counter: 0.4, refuse: 0.1 }
    const { of } = run(policyOf(), { customers: { proposals } })
    expect(of("proposal-made").length).toBeGreaterThan(of("case-opened").length * 1.3)
    expect(of("case-closed").length).toBe(of("case-opened").length)
  })

  it("repeat their feedback when they have waited long enough, and it joins their case", () => {
    const patience = { lasts: twice, until: "answered", reaction: { again: 1 } } as const
    const slow = { times: [{ time: { kind: "fixed", value: 3 * HOUR } }] } as const
    const { of, outcome } = run(policyOf(), { work: slow, customers: { ...base.customers, patience } })
    expect(of("feedback-joined").length).toBeGreaterThan(20)
    const times = new Map<string, number>()
    for (const event of of("feedback-joined")) times.set(event.case, (times.get(event.case) ?? 0) + 1)
    expect(Math.max(...times.values())).toBe(3)
    expect(figureIn(outcome, "contacts").sum).toBe(of("feedback-joined").length)
  })

  it("come back if it was not put right, and the case is open again", () => {
    const dissatisfied = { share: 0.3, after: { kind: "fixed", value: DAY } } as const
    const { of, outcome } = run(policyOf(), { customers: { ...base.customers, dissatisfied } })
    expect(of("case-reopened").length).toBeGreaterThan(5)
    expect(figureIn(outcome, "reopened").sum).toBe(of("case-reopened").length)
    expect(of("case-closed").length).toBeGreaterThan(of("case-opened").length)
    // The first answer ends the wait of the customer; a reopening adds no second one.
    expect(figureIn(outcome, "time-to-answer").of).toBe(of("case-opened").length)
    expect(figureIn(outcome, "time-to-close").of).toBe(of("case-opened").length)
  })

  it("write more while they wait", () => {
    const { of } = run(policyOf(), { customers: { ...base.customers, words: { kind: "fixed", value: 2 * HOUR } } })
    expect(of("customer-wrote").length).toBeGreaterThan(20)
  })

  it("use another channel as often as given", () => {
    const arrivals = { ...base.arrivals, mix: { channels: { mail: 1, phone: 1 } } }
    const words = { kind: "fixed", value: 2 * HOUR } as const
    const wrote = (otherChannel: number) => {
      const { of } = run(policyOf(), { arrivals, customers: { ...base.customers, words, otherChannel } })
      const came = new Map((of("case-opened") as unknown as Received[]).map((one) => [one.case, one.receipt.channel]))
      const said = of("customer-wrote") as unknown as { case: string; channel: string }[]
      return said.filter((one) => one.channel !== came.get(one.case)).length / said.length
    }
    expect(wrote(0)).toBe(0)
    expect(wrote(1)).toBe(1)
    expect(wrote(0.5)).toBeCloseTo(0.5, 0)
  })
})
