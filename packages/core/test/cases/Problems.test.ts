/** Prevention shown on one case counts for every case of the problem, and all are told. Monday is 2026-11-16. */
import { describe, expect, it } from "vitest"
import * as Problem from "../../src/decide/Problem.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, instant, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { analyse, done, MON, plan, TUE, told } from "./complaint.ts"

const MONDAY = instant(`${MON} 09:00`)

/** Three cases with one cause. A is worked on; B and C wait. */
const three = () => {
  const d = told({ limits: [{ role: "agent", close: "all" }] }, { facts: {} })
  d.does(`${MON} 09:55`, "ben", submit({ case: "B", customer: "dave" }))
  d.does(`${MON} 09:56`, "sam", submit({ case: "C", customer: "eve" }))
  d.does(`${MON} 10:00`, "ann", analyse)
  d.does(`${MON} 10:10`, "ann", plan)
  return d
}

describe("the progress of a problem", () => {
  it("RC-5 · prevention in place on one case is told to the others and their owners", () => {
    const d = three()
    d.does(`${MON} 10:20`, "ben", done).emits({ event: "problem-progressed", gate: "prevented", progress: "live" })
    expect(d.case("B").relations.problem).toMatchObject({ customers: 3, progress: "live" })
    expect(d.named("problem-told", "C").at(-1)).toMatchObject({ progress: "live", by: "A" })
    expect(d.letters("B")).toContain("problem-told to ben")
    expect(d.letters("C")).toContain("problem-told to sam")
    expect(d.letters("A").filter((one) => one.startsWith("problem-"))).toEqual([])
  })
  it("RC-5 · effective prevention closes the problem, also for cases that are closed by then", () => {
    const d = three()
    d.does(`${MON} 10:20`, "ben", done)
    d.does(`${MON} 11:00`, "dave", { do: "withdraw", reason: "never mind" }, { case: "B" })
    expect(d.case("C").relations.problem).toMatchObject({ open: true })
    d.tick("2026-12-18 09:00")
    expect(d.gate("verified")).toBe("passed")
    expect(d.named("problem-closed", "C")).toMatchObject([{ by: "A" }])
    expect(d.case("B").relations.problem?.progress).toBe("verified")
    expect(d.letters("C")).toContain("problem-closed to sam")
    expect([...d.world().problems.values()][0]).toMatchObject({ progress: "verified", open: false })
    expect(d.case("C").relations.problem).toMatchObject({ open: false })
  })
  it("a case that is counted in later is told of later progress", () => {
    const d = three()
    d.does(`${MON} 10:20`, "ben", done)
    d.does(`${TUE} 09:00`, "ben", submit({ case: "D", customer: "fay" }))
    expect(d.case("D").relations.problem?.progress).toBeUndefined()
    d.tick("2026-12-18 09:00")
    expect(d.case("D").relations.problem?.progress).toBe("verified")
  })
})

describe("F-R11 · a problem that has ended", () => {
  const at = (n: number) => MONDAY + n * 86_400_000
  const under = policy()
  const member = (id: string, n: number): Problem.ProblemCommand => ({
    do: "count-in",
    member: { case: id, customer: id, at: at(n) }
  })
  const steps = (p: Problem.Problem, ...commands: readonly Problem.ProblemCommand[]): Problem.Problem =>
    commands.reduce((state, command, n) => Problem.step(under, state, command, at(n)).state, p)
  const ended = steps(
    Problem.empty("p"),
    member("A", 0),
    member("B", 1),
    member("C", 2),
    { do: "progress", case: "A", progress: "live" },
    { do: "progress", case: "A", progress: "verified" }
  )

  it("is not reopened by later news of a prevention, nor by a case that leaves it", () => {
    expect(ended).toMatchObject({ open: false, progress: "verified" })
    const later = Problem.step(under, ended, { do: "progress", case: "B", progress: "live" }, at(9))
    expect([later.events, later.tell]).toEqual([[], []])
    expect(steps(ended, { do: "count-out", case: "C" })).toMatchObject({ open: false })
  })
  it("leaves no prevention to the problem after it", () => {
    const next = Problem.step(under, ended, member("D", 3), at(9))
    expect(next.state).toMatchObject({ open: true, progress: undefined })
    const d = three()
    d.does(`${MON} 10:20`, "ben", done)
    d.tick("2026-12-18 09:00")
    d.does("2026-12-18 10:00", "sam", submit({ case: "D", customer: "gil" }))
    d.does("2026-12-18 10:10", "sam", submit({ case: "E", customer: "hal" }))
    d.does("2026-12-18 10:20", "sam", submit({ case: "F", customer: "ida" }))
    expect(d.case("C").relations.problem).toMatchObject({ open: true })
    expect(d.case("C").relations.problem?.progress).toBeUndefined()
  })
})

describe("F-J3 · unknown values are nothing in common", () => {
  const text = { type: { _tag: "Text" as const, values: [] }, kind: "text" as const }
  /** Opens three cases of different customers with these words and facts. */
  const strangers = (same: readonly string[], verbatim: string, facts: readonly Record<string, string>[]): TestDesk => {
    const d = desk(policy({ facts: { module: text, where: text }, problems: { same } }))
    for (const [i, customer] of ["carl", "dave", "eve"].entries())
      d.does(
        `${MON} 09:0${i}`,
        "ann",
        submit({ case: "ABC"[i] as string, customer, verbatim: `${verbatim} ${i}`, facts: facts[i] ?? {} }),
        { case: "ABC"[i] as string }
      )
    return d
  }
  const known = ["x", "x", "x"].map((module) => ({ module }))
  const levels = (d: TestDesk): readonly (string | undefined)[] =>
    ["A", "B", "C"].map((id) => d.case(id).grades["impact"]?.level)

  it.each<readonly [string, readonly string[], string, readonly Record<string, string>[]]>([
    ["an unknown fact", ["category", "module"], "the report", []],
    ["a blank one", ["module"], "the report", [{ module: " " }, { module: " " }, { module: " " }]],
    ["the category of what fits no other", ["category", "module"], "the zebra", known],
    ["that category alone", ["category"], "the zebra", []],
    ["a place that nobody gave", ["category", "where"], "the report", []],
    ["a demand that nobody made", ["demand"], "the report", []]
  ])("%s groups no strangers", (_, same, verbatim, facts) => {
    const d = strangers(same, verbatim, facts)
    expect(levels(d)).toEqual(["individual", "individual", "individual"])
    expect(d.case("C").relations.problem).toBeUndefined()
  })
  it.each<readonly [string, readonly string[], string, readonly Record<string, string>[]]>([
    ["a fact", ["category", "module"], "the report", known],
    ["a category", ["category"], "the report", []],
    ["a default", ["category", "line"], "the report", []]
  ])("%s that all of them have does", (_, same, verbatim, facts) => {
    expect(levels(strangers(same, verbatim, facts))).toEqual(["group", "group", "group"])
  })
  it("a case without a category leaves its problem, and joins one when its category is known", () => {
    const d = strangers(["category", "module"], "the report", known)
    d.does(`${MON} 10:00`, "sam", { do: "reclassify", category: "other", reason: "none of it" }, { case: "C" })
    expect([d.case("C").relations.problem, d.case("A").relations.problem?.customers]).toEqual([undefined, 2])
    const e = strangers(["category", "module"], "the report", [{ module: "x" }, { module: "x" }])
    e.does(`${MON} 10:00`, "ann", { do: "set", facts: { module: "x" } }, { case: "C" })
    expect(levels(e)).toEqual(["group", "group", "group"])
  })
})
