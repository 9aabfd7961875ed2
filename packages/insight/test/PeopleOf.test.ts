/** Whose names a report to customers has to hide: everybody whom the record of a case names, wherever it does. */
import type { Case } from "@hearback/core"
import { expect, it } from "vitest"
import { peopleOf } from "../src/report/SaidAndDone.ts"
import { opened, storyOf } from "./Fixture.ts"

const after = (event: object): readonly string[] => {
  const d = opened()
  const [first] = d.events()
  return peopleOf(storyOf(d.world().policy, "A", [...d.events(), { at: first?.at, ...event } as Case.CaseEvent]))
}

it("the customer, the receiver and the owner are named, and no part of the system", () => {
  const named = after({ event: "note-added", by: "system:host", text: "seen" })
  expect(named).toEqual(expect.arrayContaining(["carl", "ann"]))
  expect(named.filter((name) => /system|:/.test(name))).toEqual([])
})
it.each(["by", "owner", "customer", "person", "approvedBy", "arbiter", "for", "contact"])(
  "whoever stands in `%s` of an event is",
  (key) => {
    expect(after({ event: "note-added", by: "ann", text: "seen", [key]: "ida" })).toContain("ida")
    expect(after({ event: "note-added", by: "ann", text: "seen", [key]: "customer:ida" })).toContain("ida")
  }
)
it.each(["members", "people", "told"])("all that stand in `%s` of an event are", (key) =>
  expect(after({ event: "note-added", by: "ann", text: "seen", [key]: ["ida", "bea"] })).toEqual(
    expect.arrayContaining(["ida", "bea"])
  )
)
it.each<readonly [event: string, body: object]>([
  ["handover-offered", { id: "1", reason: "leave" }],
  ["handover-accepted", { id: "1", hops: 1 }],
  ["on-call-asked", { id: "1", owner: "ann", asked: [] }],
  ["delegated", { roles: [], until: 0, reason: "leave" }]
])("whom `%s` goes to is, and whom it comes from", (event, body) =>
  expect(after({ event, ...body, from: "bea", to: "ida" })).toEqual(expect.arrayContaining(["ida", "bea"]))
)
it("the case that another one is linked to is nobody", () =>
  expect(after({ event: "case-linked", to: "ida", as: "earlier" })).not.toContain("ida"))
it("whoever is to do an action is", () => {
  const actions = [{ what: "an alarm", owner: "ida" }]
  expect(after({ event: "action-planned", gate: "corrected", by: "ann", actions })).toContain("ida")
})
