/** Teams, departments with parts of their own, two people who take a case up at once, and powers lent on a case. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { PersonState } from "../../src/people/Person.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { dates, hours, people, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"
import { world } from "../../src/testing/World.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"

/** One head and one contact for each department, in addition to the usual people. */
const staff: readonly PersonState[] = [
  ...people,
  { id: "hal", name: "Hal", roles: ["director"], department: "delivery", onDuty: true, openCases: 0 }
]
const at = (wishes: Wishes): TestDesk => {
  const under = policy(wishes)
  return desk(under, "prompt", { ...world(under), people: staff })
}
const team = { when: { "departments.count": { from: 2 } }, answerWithin: hours(8) }
const both = submit({ verbatim: "the report is wrong and the invoice too" })
const answer = (evidence?: string): Command => ({ do: "act-done", ...(evidence === undefined ? {} : { evidence }) })
const owner = (d: TestDesk): string => d.case().ownership.owner

describe("teams", () => {
  it("O6 · every department concerned owes a part with a clock of its own; there is still one owner", () => {
    const d = at({ team })
    d.does(`${MON} 09:00`, "ann", both).emits(
      { event: "team-formed", owner: "ann", departments: ["support", "delivery"], members: ["sam", "sue"] },
      { event: "department-asked", department: "support", contact: "sam" },
      { event: "department-asked", department: "delivery", contact: "sue" }
    )
    expect([d.due("part:support"), d.due("part:delivery"), owner(d)]).toEqual([`${MON} 17:00`, `${MON} 17:00`, "ann"])
    expect(d.case().ownership.department).toBe("support")
    expect(d.letters().filter((one) => one.startsWith("department-asked"))).toEqual([
      "department-asked to sam",
      "department-asked to sue"
    ])
  })
  it("O6 · a part is reported by the department's contact, and by nobody else", () => {
    const d = at({ team })
    d.does(`${MON} 09:00`, "ann", both)
    d.send(`${MON} 10:00`, "ben", answer()).rejects("ownership/no-part")
    d.does(`${MON} 10:00`, "sue", answer("the invoice is corrected")).emits(
      { event: "department-answered", department: "delivery", by: "sue", text: "the invoice is corrected" },
      { event: "clock-met", clock: "part:delivery", inTime: true }
    )
    expect([d.clockState("part:delivery"), d.clockState("part:support")]).toEqual(["met", "running"])
    d.send(`${MON} 11:00`, "sue", answer()).rejects("ownership/no-part")
  })
  it("O6 · an overdue part is a miss of its own and escalates to the head of that department only", () => {
    const d = at({ team })
    d.does(`${MON} 09:00`, "ann", both)
    d.does(`${MON} 10:00`, "sam", answer())
    d.tick(`${MON} 17:00`)
    expect(d.letters()).toEqual(expect.arrayContaining(["overdue to hal", "overdue to ann"]))
    expect(d.letters()).not.toContain("overdue to dora")
    expect(d.clockState("part:delivery")).toBe("missed")
    d.does(`${TUE} 09:00`, "sue", answer())
    expect([d.clockState("part:delivery"), owner(d)]).toEqual(["met-late", "ann"])
  })
  it("O6 · done in time and recorded late: the miss stays, refuted", () => {
    const d = at({ team })
    d.does(`${MON} 09:00`, "ann", both)
    d.tick(`${MON} 18:00`)
    d.does(`${TUE} 09:00`, "sue", answer(), { said: `${MON} 16:00` }).emits("clock-met", "miss-refuted")
  })
  it("OW-5 · a department that becomes concerned later is asked then; a closed case owes no part", () => {
    const d = at({ team: { ...team, when: { urgent: true } }, only: ["acknowledged"], limits: [] })
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    expect(Object.keys(d.case().ownership.parts)).toEqual(["support"])
    d.does(`${MON} 10:00`, "ann", { do: "reclassify", category: "billing", reason: "money" }).emits({
      event: "department-asked",
      department: "delivery"
    })
    d.does(`${MON} 11:00`, "ann", { do: "pass", gate: "acknowledged" })
    expect([d.clockState("part:support"), d.clockState("part:delivery")]).toEqual(["cancelled", "cancelled"])
    expect(d.nextDue()).toBe("never")
  })
  it("OW-5 · a reopened case asks again for parts that its end stopped, with new times, and for no finished part", () => {
    const d = at({
      team,
      only: ["acknowledged"],
      limits: [],
      reopen: { dissatisfied: { backTo: "acknowledged", within: dates(30) } }
    })
    d.does(`${MON} 09:00`, "ann", both)
    d.does(`${MON} 09:30`, "sam", answer())
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "acknowledged" }).emits("case-closed")
    d.does(`${TUE} 09:00`, "ann", { do: "reopen", because: "dissatisfied", reason: "they rang" }).emits(
      "case-reopened",
      {
        event: "department-asked",
        department: "delivery",
        contact: "sue"
      }
    )
    expect([d.clockState("part:support"), d.clockState("part:delivery")]).toEqual(["met", "running"])
    expect(d.due("part:delivery")).toBe(`${TUE} 17:00`)
    expect(d.named("department-asked", "A").filter((one) => "dueAt" in one)).toHaveLength(3)
  })
  it("OW-5 · members may be roles, who are notified, and departments by name", () => {
    const d = at({ team: { members: ["delivery", "quality"], answerWithin: hours(2), overdue: ["quality"] } })
    d.does(`${MON} 09:00`, "ann", submit()).emits({ event: "team-formed", members: ["sue", "quinn"] })
    expect(d.letters()).toContain("team-formed to quinn")
    d.tick(`${MON} 11:00`)
    expect(d.letters()).toContain("overdue to quinn")
  })
})

describe("taking up at once", () => {
  it("O1 · the first one owns the case, the second becomes a collaborator, and it is recorded once", () => {
    const d = at({})
    d.does(`${MON} 09:00`, "channel:mail", submit(), { people: [] })
    d.does(`${MON} 09:10`, "ben", { do: "take-up" }).emits({ event: "owner-assigned", owner: "ben", as: "take-up" })
    d.does(`${MON} 09:10`, "sam", { do: "take-up" }).emits({ event: "collaborator-joined", by: "sam", owner: "ben" })
    d.does(`${MON} 09:11`, "sam", { do: "take-up" }).yields()
    expect([owner(d), d.case().ownership.collaborators]).toEqual(["ben", ["sam"]])
    d.send(`${MON} 09:20`, "sam", { do: "pass", gate: "acknowledged" }).rejects("gate/wrong-person")
  })
})

describe("powers lent on a case", () => {
  const lend: Command = { do: "delegate", to: "ann", until: MON, roles: ["supervisor"], reason: "training" }
  const pay = (amount: number): Command => ({ do: "compensate", amount, reason: "sorry" })

  it("A4 · hold until their end, on this case only; a later decision is judged without them", () => {
    const d = at({})
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:00`, "ann", submit({ case: "B" }))
    d.does(`${MON} 09:10`, "sam", lend).emits({ event: "delegated", from: "sam", to: "ann", roles: ["supervisor"] })
    d.does(`${MON} 23:59`, "ann", pay(300)).emits("compensated")
    d.does(`${TUE} 00:00`, "ben", pay(190)).emits("approval-asked")
    d.send(`${TUE} 00:10`, "ann", { do: "approve" }).rejects("authority/over-limit")
  })
  it("A4 · are never more than the lender has, never lent powers, never in the past, and never lent to nobody", () => {
    const d = at({})
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 09:10`, "sam", { ...lend, roles: ["director"] }).rejects("ownership/not-yours-to-lend")
    d.send(`${MON} 09:10`, "sam", { ...lend, until: "2026-11-15" }).rejects("ownership/already-over")
    d.send(`${MON} 09:10`, "sam", { ...lend, until: "soon" }).rejects("ownership/already-over")
    d.send(`${MON} 09:10`, "sam", { ...lend, to: "zoe" }).rejects("ownership/unknown-person")
    d.send(`${MON} 09:10`, "sam", { ...lend, to: "sam" }).rejects("ownership/to-oneself")
    d.send(`${MON} 09:10`, "carl", { ...lend, roles: [] }).rejects("authority/none")
    d.does(`${MON} 09:20`, "sam", lend)
    d.send(`${MON} 09:30`, "ann", { ...lend, to: "ben" }).rejects("ownership/not-yours-to-lend")
    d.does(`${MON} 09:40`, "ann", { do: "delegate", to: "ben", until: TUE }).emits({
      event: "delegated",
      roles: ["agent"]
    })
  })
  it("A4 · that the lender has lost end", () => {
    const d = at({})
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "sam", lend)
    const demoted = staff.map((person) => (person.id === "sam" ? { ...person, roles: ["agent"] } : person))
    d.does(`${MON} 09:20`, "ann", pay(300), { people: demoted }).emits("approval-asked")
  })
})
