/** Who sets a fact: whoever its `by` names, else the owner, whoever may correct a classification, and the host. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON } from "./complaint.ts"

const opened = (wishes: Wishes = {}, more: Parameters<typeof submit>[0] = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit(more))
  return d
}

describe("who may set a fact", () => {
  const flag = { type: { _tag: "Flag" }, kind: "yes-no" } as const
  const wishes: Wishes = {
    facts: { defect: { ...flag, by: ["quality"] }, fault: { ...flag, by: ["quality", "automatic"], default: true } },
    gates: { investigated: { when: { fault: true } } }
  }
  const set = (facts: Record<string, boolean>, reason = "looked at it"): Command => ({ do: "set", facts, reason })

  it("F-R4 · whoever its `by` names; the owner only if named", () => {
    const d = opened(wishes)
    d.send(`${MON} 09:10`, "ann", set({ defect: true }))
      .rejects("fact/wrong-person")
      .rejects("facts.defect.by")
    d.send(`${MON} 09:10`, "dora", set({ defect: true })).rejects("fact/wrong-person")
    d.send(`${MON} 09:10`, "system:host", set({ defect: true })).rejects("fact/wrong-person")
    d.does(`${MON} 09:10`, "quinn", set({ defect: true })).emits("facts-recorded")
  })
  it("F-R4 · they set it whatever follows; the setting is recorded by this rule and may be drawn", () => {
    const d = opened({ ...wishes, spotCheck: { share: 1, of: ["waive"], by: ["supervisor"] } })
    d.send(`${MON} 09:10`, "quinn", set({ fault: false }, "")).rejects("reason/missing")
    d.does(`${MON} 09:10`, "quinn", set({ fault: false })).emits(
      { event: "demands-reduced", by: "quinn", gates: ["investigated"], powers: [], why: "facts.fault.by" },
      { event: "spot-check-drawn", of: "waive", by: "quinn" }
    )
    const byHost = opened(wishes)
    byHost.does(`${MON} 09:10`, "system:host", set({ fault: false })).emits("demands-reduced")
  })
  it("F-R4 · without `by` the owner, whoever may correct a classification, and the host", () => {
    const limits: Wishes["limits"] = [{ role: "agent" }, { role: "director", regrade: "all" }]
    const d = opened({ limits })
    d.send(`${MON} 09:10`, "ben", set({ urgent: true }))
      .rejects("fact/wrong-person")
      .rejects("facts.urgent")
    d.send(`${MON} 09:10`, "quinn", set({ urgent: true })).rejects("fact/wrong-person")
    for (const by of ["ann", "sam", "dora", "system:host"])
      opened({ limits }).does(`${MON} 09:10`, by, set({ urgent: true }))
  })
  it("F-R4 · a gate's own fields are set by whoever passes it; other facts with them, at intake or in a split, are not", () => {
    const d = opened(
      { ...wishes, gates: { checked: { kind: "record", fields: ["defect"] } } },
      { facts: { defect: true } }
    )
    expect(d.case().feedback.facts["defect"]).toBeUndefined()
    expect(d.named("facts-suggested")).toMatchObject([{ facts: { defect: true }, by: "ann" }])
    const beside: Command = { do: "pass", gate: "acknowledged", fields: { defect: true } }
    d.send(`${MON} 09:10`, "ann", beside).rejects("fact/wrong-person")
    d.send(`${MON} 09:10`, "ann", { do: "split", text: "and this", facts: { defect: true } }).rejects(
      "fact/wrong-person"
    )
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "checked", fields: { defect: true } }).emits("facts-recorded")
  })
  it("F-R4 · the customer's own words set none of them and are kept as they are", () => {
    const d = opened({ ...wishes, only: ["told", "confirmed"], gates: { told: { after: [] } } })
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "told", result: "done" })
    d.does(`${MON} 09:20`, "carl", { do: "reply", says: "satisfied", facts: { defect: false } })
      .emits({ event: "facts-suggested", facts: { defect: false } })
      .without("facts-recorded")
  })
  it("F-R4 · a deputy sets facts of an absent owner's case in the owner's name", () => {
    const staff = people.map((one) => (one.id === "ann" ? { ...one, onDuty: false, absence: {} } : one))
    const d = opened({ absent: ["deputy"], limits: [{ role: "agent" }] })
    d.does(`${MON} 09:10`, "ben", set({ urgent: true }), { people: staff }).emits("deputy-acted")
  })
})
