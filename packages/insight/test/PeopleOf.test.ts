/** Whose names a report to customers must hide: everybody whom the record of a case names, anywhere. */
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
  "the person in `%s` of an event is named",
  (key) => {
    expect(after({ event: "note-added", by: "ann", text: "seen", [key]: "ida" })).toContain("ida")
    expect(after({ event: "note-added", by: "ann", text: "seen", [key]: "customer:ida" })).toContain("ida")
  }
)
it.each(["members", "people", "told"])("all people in `%s` of an event are named", (key) =>
  expect(after({ event: "note-added", by: "ann", text: "seen", [key]: ["ida", "bea"] })).toEqual(
    expect.arrayContaining(["ida", "bea"])
  )
)
it.each<readonly [event: string, body: object]>([
  ["handover-offered", { id: "1", reason: "leave" }],
  ["handover-accepted", { id: "1", hops: 1 }],
  ["on-call-asked", { id: "1", owner: "ann", asked: [] }],
  ["delegated", { roles: [], until: 0, reason: "leave" }]
])("the sender and the receiver of `%s` are named", (event, body) =>
  expect(after({ event, ...body, from: "bea", to: "ida" })).toEqual(expect.arrayContaining(["ida", "bea"]))
)
it("the case to which another is linked is no person", () =>
  expect(after({ event: "case-linked", to: "ida", as: "earlier" })).not.toContain("ida"))
it("the person who must do an action is named", () => {
  const actions = [{ what: "an alarm", owner: "ida" }]
  expect(after({ event: "action-planned", gate: "corrected", by: "ann", actions })).toContain("ida")
})
