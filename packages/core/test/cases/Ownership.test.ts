/** Who owns a case, and how the owner changes. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { custodian } from "../../src/people/Actor.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { people, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, local, submit } from "../../src/testing/Spec.ts"
import { world } from "../../src/testing/World.ts"

const MON = "2026-11-16"

const offer = (to: string, reason = "their product"): Command => ({ do: "hand-over", to, reason })
const accept: Command = { do: "accept" }
const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}
const owner = (d: TestDesk): string => d.case().ownership.owner

describe("the first owner", () => {
  it("OW-1 · whoever receives the feedback owns the case and has begun", () => {
    const d = opened()
    expect(d.case().ownership).toMatchObject({ owner: "ann", takenUp: true })
  })
  it("of a routine is the first named person who is not on leave, then somebody of its roles", () => {
    const review = { mode: "routine", frequency: "monthly", question: { en: "Hold it." } } as const
    const owned = (named: readonly string[], staff: typeof people, by: object): void => {
      const made = policy({ channels: { review: { ...review, person: named, owner: ["supervisor"] } } })
      const d = desk(made, "prompt", { ...world(made), people: staff })
      d.does(`${MON} 00:00`, "channel:review", submit({ channel: "review" })).emits({ event: "owner-assigned", ...by })
    }
    const leave = people.map((one) => (one.id === "ben" ? { ...one, onDuty: false, absence: {} } : one))
    const asleep = people.map((one) => ({ ...one, onDuty: one.id !== "ben" }))
    const named = (owner: string) => ({ owner, as: "named", why: "channels.review.person" })
    owned(["nobody", "ben", "ann"], people, named("ben"))
    owned(["ben", "ann"], asleep, named("ben"))
    owned(["ben", "ann"], leave, named("ann"))
    owned(["ben"], leave, { owner: "sam", as: "supervisor", why: "channels.review.owner" })
  })
  it("O2 · received by a machine: the role on duty, who has to take it up in time", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "channel:mail", submit())
    expect(d.case().ownership).toMatchObject({ owner: "ann", takenUp: false })
    expect(d.due("take-up")).toBe(`${MON} 10:00`)
    d.tick(`${MON} 10:00`)
    expect(d.letters()).toContain("overdue to dora")
    d.does(`${MON} 10:10`, "ann", { do: "take-up" }).emits("taken-up")
    const e = desk(policy())
    e.does(`${MON} 09:00`, "channel:mail", submit())
    e.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" }).emits("taken-up", {
      event: "clock-cancelled",
      clock: "take-up"
    })
  })
  it("OW-4 · somebody off duty is passed over, except the last on the list", () => {
    const off = people.map((person) => ({ ...person, onDuty: person.roles.includes("director") }))
    const d = desk(policy())
    d.does(`${MON} 09:00`, "channel:mail", submit(), { people: off })
    expect(owner(d)).toBe("sam")
  })
  it("O2 · nobody there: the custodian, with a time to hand it on; then any person may take it up", () => {
    const d = desk(policy({ only: ["acknowledged"] }))
    d.does(`${MON} 09:00`, "channel:mail", submit(), { people: [] })
    expect([owner(d), d.due("take-up")]).toEqual([custodian, `${MON} 10:00`])
    d.does(`${MON} 09:30`, "ben", { do: "take-up" })
    expect([owner(d), d.clockState("take-up")]).toEqual(["ben", "cancelled"])
  })
  it("OW-3 · if the department is to own it: the department that the first words name", () => {
    const d = desk(policy({ firstOwner: ["receiver", "department", "director"] }))
    d.does(`${MON} 09:00`, "channel:mail", submit({ verbatim: "charged twice on the invoice" }))
    expect(d.case().ownership).toMatchObject({ owner: "sue", as: "department", takenUp: false })
  })
  it("K6 · another category finds another owner while the wrong department has not begun", () => {
    const fresh = (): TestDesk => {
      const d = desk(policy({ firstOwner: ["receiver", "department", "director"] }))
      d.does(`${MON} 09:00`, "channel:mail", submit({ verbatim: "charged twice on the invoice" }))
      return d
    }
    const d = fresh()
    d.does(`${MON} 09:30`, "sam", { do: "reclassify", category: "report", reason: "read it" }).emits(
      { event: "reclassified" },
      { event: "owner-assigned", owner: "sam", as: "department", why: "ownership.first-owner" }
    )
    expect(d.letters()).toContain("assigned to sam")
    expect(d.due("take-up")).toBe(`${MON} 10:30`)
    const begun = fresh()
    begun.does(`${MON} 09:10`, "sue", { do: "take-up" })
    begun.does(`${MON} 09:30`, "sam", { do: "reclassify", category: "report", reason: "read it" })
    expect(owner(begun)).toBe("sue")
  })
  it("K6 · another category also finds another owner while the wrong department's head has not begun", () => {
    const staff = [
      ...people,
      { id: "hal", name: "Hal", roles: ["director"], department: "delivery", onDuty: true, openCases: 0 }
    ]
    const under = policy({ firstOwner: ["head", "director"] })
    const d = desk(under, "prompt", { ...world(under), people: staff })
    d.does(`${MON} 09:00`, "channel:mail", submit({ verbatim: "charged twice on the invoice" }))
    expect(d.case().ownership).toMatchObject({ owner: "hal", as: "head", takenUp: false })
    const right: Command = { do: "reclassify", category: "report", reason: "read it" }
    d.does(`${MON} 09:30`, "sam", right).emits({ event: "owner-assigned", owner: "dora", as: "head" })
  })
  it("K6 · a case without an owner looks for one again with the other category", () => {
    const d = desk(policy({ firstOwner: ["receiver", "department"] }))
    d.does(`${MON} 09:00`, "channel:mail", submit({ verbatim: "charged twice on the invoice" }), { people: [] })
    expect(owner(d)).toBe(custodian)
    d.does(`${MON} 09:30`, "sam", { do: "reclassify", category: "report", reason: "read it" })
    expect(owner(d)).toBe("sam")
  })
  it("OW-3 · the category names the department that must act; with another category it changes", () => {
    const d = opened()
    expect(d.case().ownership.department).toBe("support")
    d.does(`${MON} 09:10`, "ann", { do: "reclassify", category: "billing", reason: "it is about money" }).emits({
      event: "department-asked",
      department: "delivery"
    })
    expect(owner(d)).toBe("ann")
  })
})

describe("a handover", () => {
  it("OW-2 · is complete only when the receiver accepts; until then the giver is accountable", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", offer("ben")).emits({ event: "handover-offered", from: "ann", to: "ben" })
    expect(owner(d)).toBe("ann")
    expect(d.letters()).toContain("handover-offered to ben")
    d.send(`${MON} 10:05`, "sam", accept).rejects("ownership/no-offer")
    d.send(`${MON} 10:05`, "ann", offer("sam")).rejects("ownership/offer-pending")
    const due = d.due("told")
    d.does(`${MON} 10:10`, "ben", accept).emits("handover-accepted")
    expect([owner(d), d.case().ownership.hops, d.due("told")]).toEqual(["ben", 1, due])
  })
  it("OW-2 · is declined: the case stays, with the reason", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", offer("ben"))
    d.does(`${MON} 10:10`, "ben", { do: "decline", reason: "at the customer's" }).emits({
      event: "handover-declined",
      reason: "at the customer's"
    })
    expect([owner(d), d.case().ownership.hops]).toEqual(["ann", 0])
    d.does(`${MON} 10:20`, "ann", offer("ben"))
  })
  it("OW-2 · may be taken back by whoever offered it, and by nobody else", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", offer("ben"))
    d.send(`${MON} 10:05`, "sam", { do: "decline" }).rejects("ownership/no-offer")
    d.does(`${MON} 10:10`, "ann", { do: "decline", reason: "ben is ill" }).emits({
      event: "handover-declined",
      by: "ann",
      takenBack: true
    })
    expect(d.letters()).toContain("handover-returned to ben")
    expect([owner(d), d.case().ownership.offer]).toEqual(["ann", undefined])
    d.does(`${MON} 10:20`, "ann", offer("sam"))
    d.tick(`${MON} 14:30`)
    expect(d.named("handover-lapsed")).toHaveLength(1)
  })
  it("OW-2 · of a former owner ends, and so does its time", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", offer("ben"))
    const left = people.filter((person) => person.id !== "ann")
    d.does(`${MON} 10:30`, "carl", { do: "write", text: "news?" }, { people: left }).emits("owner-assigned", {
      event: "clock-cancelled",
      reason: "owner-changed"
    })
    expect(d.case().ownership.offer).toBeUndefined()
  })
  it("O3 · not accepted in time returns, and the giver and the arbiter are notified", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", offer("ben"))
    d.tick(`${MON} 14:00`)
    expect(d.named("handover-lapsed").map((e) => local(e.at))).toEqual([`${MON} 14:00`])
    expect([owner(d), d.case().ownership.offer]).toEqual(["ann", undefined])
    expect(d.letters().filter((one) => one.startsWith("overdue"))).toEqual(["overdue to ann", "overdue to dora"])
    d.send(`${MON} 14:01`, "ben", accept).rejects("ownership/no-offer")
  })
  it("O4 · after two the case is frozen: the arbiter alone decides; no clock is reset", () => {
    const d = opened()
    const due = d.due("told")
    d.does(`${MON} 10:00`, "ann", offer("ben"))
    d.does(`${MON} 10:10`, "ben", accept)
    d.does(`${MON} 10:20`, "ben", offer("ann"))
    d.does(`${MON} 10:30`, "ann", accept)
    d.send(`${MON} 10:40`, "ann", offer("ben"))
      .rejects("ownership/too-many-handovers")
      .emits({ event: "arbiter-called", arbiter: "dora", hops: 2 })
    d.send(`${MON} 10:50`, "ann", offer("ben")).rejects("ownership/too-many-handovers").without("arbiter-called")
    d.does(`${MON} 11:00`, "dora", offer("ben")).emits({ event: "owner-assigned", owner: "ben", as: "arbiter" })
    expect([owner(d), d.due("told"), d.clockState("take-up")]).toEqual(["ben", due, "running"])
  })
  it("OW-2 · is possible only by the owner, to another known person, with a reason", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "ben", offer("ben")).rejects("ownership/not-owner")
    d.send(`${MON} 10:00`, "ann", offer("zoe")).rejects("ownership/unknown-person")
    d.send(`${MON} 10:00`, "ann", offer("ann")).rejects("ownership/to-oneself")
    d.send(`${MON} 10:00`, "ann", offer("ben", "")).rejects("reason/missing")
    const e = opened({ handover: { outsideDepartment: "never" } })
    e.send(`${MON} 10:00`, "ann", offer("sue")).rejects("ownership/outside-department")
  })
  it("that is open when the case closes lapses without a notice", () => {
    const d = desk(policy({ only: ["acknowledged"] }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", offer("ben"))
    d.does(`${MON} 09:20`, "ann", { do: "pass", gate: "acknowledged" })
    d.tick(`${MON} 17:00`)
    expect([d.nextDue(), d.letters().includes("overdue to ann")]).toEqual(["never", false])
  })
})
