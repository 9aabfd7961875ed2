/** Grades by rule, stream and person, and the problem that many cases share. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { elapsedHours, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"

const grade = (d: TestDesk, dimension = "priority", id = "A") => d.case(id).grades[dimension]?.level
const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}
const regrade = (to: string, reason = "a closer look"): Command => ({ do: "regrade", to, reason })

describe("by rule", () => {
  it("GR-1 · urgency and impact come from tables and priority from the matrix, each with its rule", () => {
    const d = opened()
    expect(d.case().grades).toMatchObject({
      urgency: { level: "important", rule: "grading.urgency.rules.3" },
      impact: { level: "individual", rule: "grading.impact.rules.3" },
      priority: { level: "P2", rule: "grading.priority.matrix.4" }
    })
  })
  it("GR-2 · changed facts regrade the case, recompute promises and notify the owner once", () => {
    const d = opened()
    const before = d.due("told")
    const { step } = d
      .does(`${MON} 10:00`, "ann", { do: "set", facts: { urgent: true }, reason: "the fair is tomorrow" })
      .emits(
        {
          event: "regraded",
          dimension: "urgency",
          from: "important",
          why: "grading.urgency.rules.1",
          reason: "the fair is tomorrow"
        },
        { event: "regraded", dimension: "priority", from: "P2" },
        { event: "deadline-moved", clock: "told" }
      )
    expect(step.events.filter((e) => e.event === "message-queued" && e.message === "regraded")).toHaveLength(1)
    expect([grade(d), d.due("told") < before]).toEqual(["P1", true])
  })
  it("K7 · a safety word lifts a low matrix cell, and both results are recorded", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "the report printer caught fire" }))
    expect(d.case().grades["priority"]).toMatchObject({
      level: "P0",
      rule: "grading.priority.matrix.4",
      lifted: { from: "P2", rule: "grading.priority.lift.1" }
    })
  })
  it("K6 · another category regrades the case and changes clocks and department in one step", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", { do: "reclassify", category: "billing", reason: "it is about money" }).emits(
      "reclassified",
      { event: "regraded", dimension: "urgency", from: "important" },
      { event: "department-asked", department: "delivery" },
      { event: "deadline-moved", clock: "told" }
    )
    d.send(`${MON} 10:10`, "ben", { do: "reclassify", category: "nonsense", reason: "x" }).rejects(
      "classification/unknown"
    )
  })
  it.each(["prompt", "none"] as const)(
    "told the time %s, a promise that another loop makes anew for an instant in the past rings for nobody a second time",
    (ticks) => {
      const notify = {
        at: { _tag: "Due" as const },
        notify: ["supervisor"],
        send: "overdue",
        rule: "clocks.x.escalate.1"
      }
      const within = { from: ["fact:promised-by"], metBy: ["passed:told"], within: elapsedHours(9), escalate: [notify] }
      const d = desk(policy({ clocks: { promised: { ...within, ofCase: true } } }), ticks)
      d.does(`${MON} 09:00`, "ann", submit({ facts: { "promised-by": "2026-11-17" } }))
      d.tick("2026-11-19 09:00")
      d.does("2026-11-19 09:00", "dora", { do: "reclassify", kind: "inquiry", reason: "a question" }).emits(
        { event: "clock-cancelled", clock: "promised", reason: "loop-changed" },
        { event: "clock-escalated", clock: "promised" }
      )
      const told = d.named("message-queued").filter((one) => "text" in one && one.text.includes("promised"))
      expect(told).toMatchObject([{ to: "sam" }])
    }
  )
  it("another kind goes through another loop, and promises only of the former loop end", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "dora", { do: "reclassify", kind: "suggestion", reason: "an idea" }).emits(
      { event: "loop-chosen", loop: "suggestion" },
      { event: "clock-cancelled", clock: "told", reason: "loop-changed" }
    )
    expect([d.gate("decided"), d.clockState("acknowledged")]).toEqual(["open", "cancelled"])
    d.does(`${MON} 10:10`, "dora", { do: "reclassify", kind: "complaint", reason: "no, it is wrong" })
    expect([d.gate("acknowledged"), d.clockState("told"), d.clock("told").cycle]).toEqual(["open", "running", 2])
  })
})

describe("by a person", () => {
  it("GR-6 · within the role's list and with a reason; it stays whatever facts arrive", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "ann", regrade("routine", "")).rejects("reason/missing")
    d.does(`${MON} 10:00`, "ann", regrade("routine")).emits(
      { event: "regraded", dimension: "urgency", grade: { by: "ann" } },
      { event: "regraded", dimension: "priority" }
    )
    expect(grade(d)).toBe("P3")
    d.does(`${MON} 10:10`, "ann", { do: "set", facts: { urgent: true } })
    expect([grade(d, "urgency"), grade(d)]).toEqual(["routine", "P3"])
  })
  it("GR-6 · above the list it is pending, judged by the grades before and after", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", regrade("urgent"))
      .emits({ event: "approval-asked", why: "authority.limits.agent.regrade", approval: { from: "supervisor" } })
      .without("regraded")
    d.does(`${MON} 10:10`, "sam", { do: "approve" }).emits({
      event: "regraded",
      grade: { level: "urgent", by: "ann" },
      reason: "a closer look"
    })
    expect(grade(d)).toBe("P1")
    d.does(`${MON} 10:20`, "ann", regrade("routine")).emits("approval-asked").without("regraded")
  })
  it("GR-6 · the level of a matrix is never set, and an unknown level is refused", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "dora", regrade("P0")).rejects("grade/derived")
    d.send(`${MON} 10:00`, "dora", regrade("P9")).rejects("grade/unknown-level")
  })
})

describe("by the number of cases", () => {
  const report = (d: TestDesk, id: string, customer: string | undefined, at: string) =>
    d.does(
      at,
      "ann",
      customer === undefined
        ? { do: "submit", case: id, channel: "phone", verbatim: "the report is wrong" }
        : submit({ case: id, customer })
    )
  it("GR-4 · the third customer regrades all three cases, recomputes their promises and notifies their owners", () => {
    const d = desk(policy())
    report(d, "A", "carl", `${MON} 09:00`)
    report(d, "B", "dave", `${MON} 10:00`)
    expect(grade(d, "impact")).toBe("individual")
    report(d, "C", "eve", `${MON} 11:00`)
    for (const id of ["A", "B", "C"]) {
      expect([grade(d, "impact", id), grade(d, "priority", id)]).toEqual(["group", "P1"])
      expect(d.gate("prevented", id)).toBe("waiting")
      expect(d.case(id).relations.problem).toMatchObject({ customers: 3, cases: 3, open: true })
    }
    expect(d.named("regraded")).toMatchObject([{ dimension: "impact", reason: "stream" }, { dimension: "priority" }])
    expect(d.letters()).toContain("regraded to ann")
    expect([...d.world().problems.values()]).toMatchObject([{ open: true, told: { customers: 3, cases: 3 } }])
  })
  it("GR-4 · one customer three times counts as one; each anonymous customer counts", () => {
    const d = desk(policy())
    for (const [i, id] of ["A", "B", "C"].entries()) report(d, id, "carl", `${MON} 1${i}:00`)
    expect(d.case("C").relations.problem).toMatchObject({ customers: 1, cases: 3 })
    const e = desk(policy())
    for (const [i, id] of ["A", "B", "C"].entries()) report(e, id, undefined, `${MON} 1${i}:00`)
    expect(grade(e, "impact")).toBe("group")
  })
  it("GR-4 · cases outside the window do not count", () => {
    const d = desk(policy())
    report(d, "A", "carl", `${MON} 09:00`)
    report(d, "B", "dave", "2026-12-20 10:00")
    report(d, "C", "eve", "2026-12-21 10:00")
    expect(d.case("C").relations.problem).toMatchObject({ customers: 2 })
  })
  it("GR-4 · a case that turns out to concern something else leaves its problem", () => {
    const d = desk(policy())
    report(d, "A", "carl", `${MON} 09:00`)
    report(d, "B", "dave", `${MON} 10:00`)
    d.does(`${MON} 10:30`, "ann", { do: "reclassify", category: "billing", reason: "money" }, { case: "B" }).emits(
      "case-unlinked",
      "case-linked"
    )
    report(d, "C", "eve", `${MON} 11:00`)
    expect([grade(d, "impact"), d.case("C").relations.problem?.customers]).toEqual(["individual", 2])
    expect(d.world().problems.size).toBe(2)
  })
  it("GR-4 · a closed case keeps its grades, but its number is still updated", () => {
    const d = desk(policy({ only: ["acknowledged", "told"] }))
    report(d, "A", "carl", `${MON} 09:00`)
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 09:20`, "ann", { do: "pass", gate: "told", result: "done" })
    expect(d.case().lifecycle.closedAt).toBeDefined()
    report(d, "B", "dave", `${MON} 10:00`)
    report(d, "C", "eve", `${MON} 11:00`)
    expect([grade(d, "impact"), d.case().relations.problem?.customers, grade(d, "impact", "B")]).toEqual([
      "individual",
      3,
      "group"
    ])
    expect(d.case().lifecycle.closedAt).toBeDefined()
  })
  it("GR-5 · a repetition of the same matter is an input of grades", () => {
    const d = desk(
      policy({
        grading: {
          priority: {
            levels: ["high", "low"],
            rules: [{ when: { "same-matter.contacts": { from: 3 } }, gives: "high" }, { gives: "low" }]
          }
        },
        clocks: { told: { metBy: ["passed:told"], gate: "told" } },
        gates: {
          investigated: { kind: "root-cause", side: "system-loop", when: { priority: "high" } },
          prevented: { kind: "prevention", when: { priority: "high" } }
        }
      })
    )
    d.does(`${TUE} 09:00`, "ann", submit(), { sameMatter: { contacts: 3, unanswered: 2 } })
    expect(grade(d)).toBe("high")
  })
})
