/** What prevents a cause on one case serves every case of the problem, and they hear of it. Mon is 2026-11-16. */
import { describe, expect, it } from "vitest"
import { submit } from "../../src/testing/Spec.ts"
import { analyse, done, MON, plan, TUE, told } from "./complaint.ts"

/** Three customers with one cause; A is worked on, B and C wait. */
const three = () => {
  const d = told({ limits: [{ role: "agent", close: "all" }] }, { facts: {} })
  d.does(`${MON} 09:55`, "ben", submit({ case: "B", customer: "dave" }))
  d.does(`${MON} 09:56`, "sam", submit({ case: "C", customer: "eve" }))
  d.does(`${MON} 10:00`, "ann", analyse)
  d.does(`${MON} 10:10`, "ann", plan)
  return d
}

describe("a problem's progress", () => {
  it("RC-5 · prevention in place on one case is told to the others and their owners", () => {
    const d = three()
    d.does(`${MON} 10:20`, "ben", done).emits({ event: "problem-progressed", gate: "prevented", progress: "live" })
    expect(d.case("B").relations.problem).toMatchObject({ customers: 3, progress: "live" })
    expect(d.named("problem-told", "C").at(-1)).toMatchObject({ progress: "live", by: "A" })
    expect(d.letters("B")).toContain("problem-told to ben")
    expect(d.letters("C")).toContain("problem-told to sam")
    expect(d.letters("A").filter((one) => one.startsWith("problem-"))).toEqual([])
  })
  it("RC-5 · that it proved effective closes the problem, also for cases that are closed by then", () => {
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
  it("a case that is counted in later hears of what comes after", () => {
    const d = three()
    d.does(`${MON} 10:20`, "ben", done)
    d.does(`${TUE} 09:00`, "ben", submit({ case: "D", customer: "fay" }))
    expect(d.case("D").relations.problem?.progress).toBeUndefined()
    d.tick("2026-12-18 09:00")
    expect(d.case("D").relations.problem?.progress).toBe("verified")
  })
})
