/** Owners who are absent, off duty, gone or recused, and who is called in their place. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { custodian } from "../../src/people/Actor.ts"
import type { PersonState } from "../../src/people/Person.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { elapsedHours, hours, people, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { world } from "../../src/testing/World.ts"

const MON = "2026-11-16"
const ack: Command = { do: "pass", gate: "acknowledged" }
const absent = ["deputy", "supervisor"]

type Changes = Readonly<Record<string, Partial<PersonState>>>
const staff = (changes: Changes): readonly PersonState[] =>
  people.map((person) => ({ ...person, ...(changes[person.id] ?? {}) }))

const at = (wishes: Wishes, changes: Changes = {}, ticks: "prompt" | "none" = "prompt"): TestDesk => {
  const under = policy(wishes)
  return desk(under, ticks, { ...world(under), people: staff(changes) })
}
const owner = (d: TestDesk): string => d.case().ownership.owner

describe("absence", () => {
  const away: Changes = { ann: { deputy: "ben", absence: { until: instant("2026-11-20 00:00") }, onDuty: false } }

  it("O5 · on leave: the deputy acts on the owner's behalf, and it is recorded as theirs; the owner stays", () => {
    const d = at({ absent }, away)
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ben", ack).emits(
      { event: "deputy-acted", by: "ben", for: "ann", asked: "pass", as: "deputy" },
      { event: "gate-passed", gate: "acknowledged", by: "ben" }
    )
    expect(owner(d)).toBe("ann")
    d.send(`${MON} 10:10`, "sam", { do: "pass", gate: "agreed", proposal: "again" }).rejects("gate/wrong-person")
    d.does(`${MON} 10:20`, "ben", { do: "hand-over", to: "sue", reason: "hers" }).emits("deputy-acted", {
      event: "handover-offered",
      from: "ann",
      to: "sue"
    })
  })
  it("O5 · the deputy takes back what the absent owner has offered, in the owner's name", () => {
    const d = at({ absent }, away)
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "hand-over", to: "sue", reason: "hers" })
    d.send(`${MON} 09:20`, "dora", { do: "decline" }).rejects("ownership/no-offer")
    d.does(`${MON} 09:30`, "ben", { do: "decline" }).emits(
      { event: "deputy-acted", by: "ben", for: "ann", asked: "decline" },
      { event: "handover-declined", by: "ben", takenBack: true }
    )
  })
  it("OW-4 · nobody can offer a case to somebody on leave: the refusal says until when, and who their deputy is", () => {
    const d = at({ absent }, { ben: { deputy: "sam", absence: { until: instant("2026-11-20 00:00") }, onDuty: false } })
    d.does(`${MON} 09:00`, "ann", submit())
    const refused = d
      .send(`${MON} 10:00`, "ann", { do: "hand-over", to: "ben", reason: "his" })
      .rejects("ownership/away")
    expect(refused.step.refusal?.reasons[0]?.says).toEqual({ person: "ben", until: "2026-11-19 24:00", deputy: "sam" })
    d.does("2026-11-20 09:00", "ann", { do: "hand-over", to: "ben", reason: "back" }).emits("handover-offered")
  })
  it("O5 · nobody can act for an owner who is present", () => {
    const d = at({ absent }, { ann: { deputy: "ben" } })
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 10:00`, "ben", ack).rejects("gate/wrong-person").without("deputy-acted")
  })
  it("O5 · what the owner may not do either is refused to the deputy for the same reason, and nothing is done in the owner's name", () => {
    const d = at({ absent }, away)
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 10:00`, "ben", { do: "pass", gate: "corrected", actions: [{ what: "x" }] })
      .rejects("gate/order")
      .without("deputy-acted")
  })
  it("O5 · without a deputy, or with an absent one, the next entry of `absent` stands in", () => {
    const d = at({ absent }, { ...away, ben: { absence: {}, onDuty: false } })
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 10:00`, "ben", ack).rejects("gate/wrong-person")
    d.does(`${MON} 10:10`, "sue", ack).emits({ event: "deputy-acted", by: "sue", as: "supervisor" })
  })
  it("SL-5 · notices to an absent owner go to whoever stands in, and escalations skip absent people", () => {
    const escalate = [{ at: { _tag: "Due" as const }, notify: ["owner", "quality"], send: "overdue", rule: "clocks.x" }]
    const remind = [{ at: { _tag: "Share" as const, percent: 50 }, rule: "clocks.x" }]
    const within = { gate: "told", metBy: ["passed:told"], within: hours(4), escalate, remind }
    const d = at(
      { absent, clocks: { told: within } },
      { ...away, quinn: { absence: {}, onDuty: false, deputy: "dora" } }
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.tick(`${MON} 14:00`)
    expect(d.letters().filter((one) => /^(reminder|overdue)/.test(one))).toEqual([
      "reminder to ben",
      "overdue to ben",
      "overdue to dora"
    ])
  })
  it("OW-4 · the owner is off duty: once others have worked for as long as taking up may take, the deputy acts", () => {
    const early = {
      early: {
        name: "early",
        zone: "Europe/London",
        weekly: [...Array.from({ length: 5 }, () => [[7 * 60, 12 * 60]] as const), [], []],
        closed: [],
        open: []
      }
    }
    const d = at({ absent, calendars: early }, { ann: { deputy: "dora", calendar: "early" } })
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 12:59`, "dora", ack).rejects("gate/wrong-person")
    d.does(`${MON} 13:00`, "dora", ack).emits("deputy-acted")
    d.send("2026-11-17 08:00", "dora", { do: "pass", gate: "agreed", proposal: "x" }).rejects("gate/wrong-person")
  })
  it("O5 · the owner has left the directory: the lead owns the case in the same step, and is asked to take it up", () => {
    const d = at({ absent })
    d.does(`${MON} 09:00`, "ann", submit())
    const left = people.filter((person) => person.id !== "ann")
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "news?" }, { people: left }).emits(
      { event: "owner-assigned", owner: "sam", as: "lead" },
      "customer-wrote"
    )
    expect([owner(d), d.due("take-up")]).toEqual(["sam", `${MON} 12:00`])
    expect(d.letters()).toContain("assigned to sam")
  })
  it("O5 · the owner has left and there is no lead: the custodian owns the case", () => {
    const d = at({ absent, only: ["acknowledged"] })
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "news?" }, { people: people.filter((p) => p.id === "ben") })
    expect(owner(d)).toBe(custodian)
  })
})

describe("recusal", () => {
  const recuse = { when: { "names-owner": true }, to: ["supervisor"] }
  const named = submit({ verbatim: "ANN was rude about my report" })

  it("O7 · the customer names the owner: somebody else owns the case at once, and the former owner has no say any more", () => {
    const d = at({ recuse })
    d.does(`${MON} 09:00`, "ann", named).emits(
      { event: "owner-assigned", owner: "ann" },
      { event: "recused", person: "ann", named: true, why: "ownership.recuse.when" },
      { event: "owner-assigned", owner: "sam", as: "recusal", why: "ownership.recuse.to" }
    )
    d.send(`${MON} 09:10`, "ann", ack).rejects("ownership/recused")
    d.send(`${MON} 09:10`, "ann", { do: "note", text: "not me" }).rejects("ownership/recused")
    d.send(`${MON} 09:20`, "sam", { do: "hand-over", to: "ann", reason: "back" }).rejects("ownership/recused")
    d.does(`${MON} 09:30`, "sam", ack)
  })
  it("O7 · if the customer later names the next owner, the case moves again; a name within a longer word does not count", () => {
    const d = at({ recuse })
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "the announcement in the report is wrong" }))
    expect(owner(d)).toBe("ann")
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "ann, and Sam, laughed at me" })
    expect([owner(d), d.case().ownership.recused]).toEqual(["sue", ["ann"]])
  })
  it("O7 · Chinese names are found without blanks, in either order of their parts", () => {
    const d = at({ recuse }, { ann: { name: "李娜" } })
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "你们的李娜态度很差 report" }))
    expect(owner(d)).toBe("sam")
    const e = at({ recuse }, { ann: { name: "Ann Lee" } })
    e.does(`${MON} 09:00`, "ann", submit({ verbatim: "Lee Ann lost my report" }))
    expect(owner(e)).toBe("sam")
  })
  it("O7 · if the customer names everybody, the custodian owns the case until somebody takes it up", () => {
    const d = at({ recuse, handover: { arbiter: "supervisor" } })
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "report: Ann, Sam and Sue all lied" }))
    expect(owner(d)).toBe(custodian)
    d.send(`${MON} 09:10`, "ann", { do: "take-up" }).rejects("ownership/recused")
    d.does(`${MON} 09:20`, "ben", { do: "take-up" })
    expect(owner(d)).toBe("ben")
  })
  it("O7 · recusal by a condition: whoever a recusal has chosen may act, whoever gets the case from them may not", () => {
    const d = at({ recuse: { when: { tier: "strategic" }, to: ["director"] } })
    d.does(`${MON} 09:00`, "ann", submit({ facts: { tier: "strategic" } }))
    expect(owner(d)).toBe("dora")
    d.does(`${MON} 10:00`, "dora", { do: "hand-over", to: "ben", reason: "his" })
    d.does(`${MON} 10:10`, "ben", { do: "accept" }).emits("handover-accepted", { event: "recused", person: "ben" })
    expect(owner(d)).toBe("dora")
  })
})

describe("on call", () => {
  const onCall = { when: { priority: "P0" }, to: ["supervisor"], acceptWithin: elapsedHours(1) }
  const urgent = submit({ verbatim: "the report caught fire", facts: { urgent: true } })
  const office: Changes = { ann: { calendar: "office" } }

  it("O9 · an urgent case while the owner is off duty: whoever is on call must accept, and the owner is accountable until then", () => {
    const d = at({ onCall }, { ann: { onDuty: false } })
    d.does(`${MON} 09:00`, "ann", urgent).emits({ event: "on-call-asked", to: "sam", owner: "ann" })
    expect([owner(d), d.due("on-call:1")]).toEqual(["ann", `${MON} 10:00`])
    d.send(`${MON} 09:05`, "ben", { do: "accept" }).rejects("ownership/no-offer")
    d.does(`${MON} 09:10`, "sam", { do: "accept" }).emits({ event: "on-call-accepted", to: "sam", from: "ann" })
    expect([owner(d), d.case().ownership.hops, d.clockState("on-call:1")]).toEqual(["sam", 0, "cancelled"])
  })
  it("O9 · an unanswered or declined call goes up, one person further each time, and ends at last", () => {
    const d = at({ onCall }, { ann: { onDuty: false } })
    d.does(`${MON} 09:00`, "ann", urgent)
    d.tick(`${MON} 10:00`)
    expect(d.named("on-call-asked").map((e) => ("to" in e ? e.to : ""))).toEqual(["sam", "sue"])
    d.does(`${MON} 10:10`, "sue", { do: "decline" }).emits(
      { event: "on-call-lapsed", to: "sue", reason: "declined" },
      { event: "on-call-asked", to: "dora" }
    )
    d.tick(`${MON} 18:00`)
    expect(d.named("on-call-asked")).toHaveLength(3)
    expect(owner(d)).toBe("ann")
    expect(d.letters()).toEqual(expect.arrayContaining(["overdue to ann", "overdue to dora"]))
  })
  it("O9 · nobody on leave is called", () => {
    const d = at({ onCall }, { ann: { onDuty: false }, sam: { absence: {}, onDuty: false }, sue: { onDuty: false } })
    d.does(`${MON} 09:00`, "ann", urgent).emits({ event: "on-call-asked", to: "sue" })
  })
  it("O9 · nobody is called while the owner works; at the end of the shift somebody is", () => {
    const d = at({ onCall }, office)
    d.does(`${MON} 09:00`, "ann", urgent).without("on-call-asked")
    expect(d.due("shift")).toBe(`${MON} 17:00`)
    d.tick(`${MON} 17:00`)
    expect(d.named("on-call-asked").map((e) => e.at)).toEqual([instant(`${MON} 17:00`)])
  })
  it("O9 · the call is made at the same instant, whether time is told late or promptly", () => {
    const d = at({ onCall }, office, "none")
    d.does(`${MON} 09:00`, "ann", urgent)
    d.does("2026-11-16 17:30", "carl", { do: "write", text: "it still burns" })
    expect(d.named("on-call-asked").map((e) => e.at)).toEqual([instant(`${MON} 17:00`)])
  })
  it("O9 · if nobody accepts, somebody is called the next night only if something has happened in between", () => {
    const d = at({ onCall }, office)
    d.does(`${MON} 09:00`, "ann", urgent)
    d.tick("2026-11-17 18:00")
    const first = d.named("on-call-asked").length
    d.tick("2026-12-24 00:00")
    expect(d.named("on-call-asked")).toHaveLength(first)
    d.does("2027-01-05 10:00", "carl", { do: "write", text: "it burns again" })
    d.tick("2027-01-05 17:00")
    expect(d.named("on-call-asked")).toHaveLength(first + 1)
  })
  it("O9 · if something happened while the owner was off duty, the end of their next shift is waited for", () => {
    const d = at({ onCall }, office)
    d.does(`${MON} 09:00`, "ann", urgent)
    d.tick(`${MON} 23:00`)
    d.does(`${MON} 23:30`, "carl", { do: "write", text: "it still burns" }).without("on-call-asked")
    expect(d.due("shift")).toBe("2026-11-17 17:00")
  })
  it("O9 · if nobody could be called, the next shift is waited for only once something happens, however often time is told", () => {
    const left = { ...office, sam: { absence: {} }, sue: { absence: {} }, dora: { absence: {} } }
    const d = at({ onCall }, left)
    d.does(`${MON} 09:00`, "ann", urgent)
    d.tick(`${MON} 17:00`)
    for (const time of ["2026-11-17 10:00", "2026-11-17 18:00", "2026-11-18 11:00"])
      d.does(time, "system:timer", { do: "time" }).without("clock-started")
    d.does("2026-11-18 12:00", "carl", { do: "write", text: "it burns again" }).emits({
      event: "clock-started",
      clock: "shift"
    })
    expect(d.named("on-call-asked")).toEqual([])
  })
  it("O9 · the owner has left and the next one is off duty: whoever is called is notified, even if their own command led to it", () => {
    const d = at({ onCall: { ...onCall, to: ["quality"] } })
    d.does(`${MON} 09:00`, "ann", urgent).without("on-call-asked")
    const off = { onDuty: false }
    const left = staff({ sam: off, sue: off, dora: off }).filter(({ id }) => id !== "ann")
    d.send(`${MON} 09:10`, "quinn", { do: "withdraw", reason: "not mine to say" }, { people: left })
      .rejects("gate/wrong-person")
      .emits(
        { event: "owner-assigned", owner: "dora", reason: "owner-gone" },
        { event: "on-call-asked", to: "quinn" },
        { event: "message-queued", message: "handover-offered", to: "quinn" }
      )
  })
  it("O9 · nobody is called for a less urgent case", () => {
    const d = at({ onCall }, { ann: { onDuty: false } })
    d.does(`${MON} 09:00`, "ann", submit()).without("on-call-asked")
    d.does(`${MON} 09:10`, "ann", { do: "set", facts: { urgent: true } }).without("on-call-asked")
  })
  it("O9 · a new owner ends a call", () => {
    const d = at({ onCall }, { ann: { onDuty: false } })
    d.does(`${MON} 09:00`, "ann", urgent)
    d.does(`${MON} 09:05`, "ann", { do: "hand-over", to: "ben", reason: "his" })
    d.does(`${MON} 09:10`, "ben", { do: "accept" })
    expect([owner(d), d.case().ownership.call, d.clockState("on-call:1")]).toEqual(["ben", undefined, "cancelled"])
    d.send(`${MON} 09:20`, "sam", { do: "accept" }).rejects("ownership/no-offer")
  })
})

describe("overload", () => {
  it("OW-4 · whoever owns as many cases as allowed is passed over for the next on the list; the last on the list is not", () => {
    const full: Changes = { ann: { openCases: 3 }, ben: { openCases: 3 } }
    const d = at({ atMostOpen: 3 }, full)
    d.does(`${MON} 09:00`, "ann", submit())
    expect(owner(d)).toBe("sam")
    const e = at({ atMostOpen: 3 }, { ...full, ben: { openCases: 2 } })
    e.does(`${MON} 09:00`, "ann", submit())
    expect(owner(e)).toBe("ben")
    const f = at({ atMostOpen: 3 }, { ...full, sam: { openCases: 9 }, sue: { openCases: 9 } })
    f.does(`${MON} 09:00`, "channel:mail", submit())
    expect(owner(f)).toBe("sam")
  })
})

describe("praise", () => {
  it("IN-7 · praise reaches the people whom the customer names, else the owner", () => {
    const d = at({})
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "thank you for the help of Ben" }))
    expect(d.letters()).toContain("praised to ben")
    expect(d.letters()).not.toContain("praised to ann")
    const e = at({})
    e.does(`${MON} 09:00`, "ann", submit({ verbatim: "thank you for the help" }))
    expect(e.letters()).toContain("praised to ann")
  })
})
