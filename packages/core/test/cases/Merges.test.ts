/** Merging cannot be used to avoid a gate of either loop. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, MON } from "./complaint.ts"

/** A complaint about a report, graded P2, which demands an investigation. */
const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}

describe("merged into another case", () => {
  const into: Command = { do: "merge", into: "B", reason: "one matter" }
  const lost = (d: TestDesk, by = "ann"): readonly unknown[] =>
    d.send(`${MON} 12:00`, by, into).step.refusal?.reasons.map(({ code, says }) => [code, says["gate"]]) ?? []
  const two = (wishes: Wishes = {}, b: Parameters<typeof submit>[0] = {}): TestDesk => {
    const d = opened(wishes)
    d.does(`${MON} 09:05`, "ben", submit({ case: "B", customer: "dave", ...b }))
    return d
  }

  it("F-J7 · a complaint does not lose gates of its customer loop in another customer's inquiry", () => {
    const d = two({}, { kind: "inquiry" })
    expect(lost(d)).toEqual(
      ["acknowledged", "agreed", "corrected", "confirmed", "investigated"].map((gate) => ["merge/owes-more", gate])
    )
    expect(d.case().relations.mergedInto).toBeUndefined()
  })
  it("F-J7 · nor gates of its system loop, whatever the ending closes", () => {
    expect(lost(two({}, { verbatim: "the invoice is wrong" }))).toEqual([["merge/owes-more", "investigated"]])
    const apart: Wishes["endings"] = [
      { name: "merged", path: "endings.merged", by: ["owner"], fields: [], closes: "customer-loop" }
    ]
    const d = two({ endings: apart }, { kind: "inquiry" })
    expect(lost(d)).not.toEqual([])
    const goesOn = two({ endings: apart }, { verbatim: "the invoice is wrong" })
    goesOn.does(`${MON} 12:00`, "ann", into)
    expect(goesOn.case().lifecycle).toMatchObject({ customerLoop: { outcome: "merged" }, systemLoop: undefined })
  })
  it("F-J7 · a waiver on the other case holds for that case alone", () => {
    const d = two()
    d.does(`${MON} 09:10`, "dora", { do: "waive", gate: "investigated", reason: "known" }, { case: "B" })
    expect(lost(d)).toEqual([["merge/owes-more", "investigated"]])
  })
  it("F-J7 · another customer's agreement does not count for this one; the same customer's answer does", () => {
    const agreed = (customer: string): TestDesk => {
      const d = two({}, { customer })
      d.does(`${MON} 09:10`, "ben", ack, { case: "B" })
      d.does(`${MON} 09:20`, "ben", { do: "pass", gate: "agreed", proposal: "anew" }, { case: "B" })
      d.does(`${MON} 09:30`, customer, { do: "reply", says: "agree" }, { case: "B" })
      return d
    }
    expect(lost(agreed("dave"))).toEqual([["merge/owes-more", "agreed"]])
    agreed("carl").does(`${MON} 12:00`, "ann", into).emits("case-merged")
  })
  it("F-J7 · a gate of another kind with the same name is another gate, and an optional gate counts for nothing", () => {
    const loops = (kind: "record" | "result", optional = false): Wishes => ({
      only: ["told"],
      gates: { told: { after: [] } },
      loops: {
        inquiry: { when: { kind: "inquiry" }, customer: { told: { kind, optional }, done: { kind: "record" } } }
      }
    })
    expect(lost(two(loops("record"), { kind: "inquiry" }))).toEqual([["merge/owes-more", "told"]])
    expect(lost(two(loops("result", true), { kind: "inquiry" }))).toEqual([["merge/owes-more", "told"]])
    expect(lost(two(loops("result"), { kind: "inquiry" }))).toEqual([])
  })
  it("F-J7 · whoever may waive the gates may merge, with a reason, and that is recorded", () => {
    const endings: Wishes["endings"] = [
      { name: "merged", path: "endings.merged", by: ["owner", "director"], fields: [], closes: "both-loops" }
    ]
    const d = two({ endings }, { kind: "inquiry" })
    expect(d.send(`${MON} 12:00`, "ann", into).step.refusal?.reasons[0]?.says).toMatchObject({ roles: ["director"] })
    d.send(`${MON} 12:00`, "dora", { do: "merge", into: "B" }).rejects("reason/missing")
    d.does(`${MON} 12:10`, "dora", into).emits("case-merged", {
      event: "demands-reduced",
      by: "dora",
      powers: ["waive"],
      reason: "one matter"
    })
  })
})
