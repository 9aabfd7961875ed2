/** Whose key seals each event of a case: one test for each event that names whom it concerns. */
import type { Case } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { type KeySubject, ofCase, render, subjectOf } from "../../src/record/KeySubject.ts"

/** A case of c-1 into which case B of c-2 and the anonymous case C were merged. */
const caseOf = (customer?: string): Case.Case =>
  ({
    id: "A",
    feedback: { receipt: customer === undefined ? {} : { customer } },
    conversation: { others: [{ customer: "c-2", case: "B" }, { case: "C" }] },
    messages: {
      sent: [
        { id: "m1", to: "c-2", audience: "customer" },
        { id: "m2", to: "c-2", audience: "staff" }
      ]
    }
  }) as unknown as Case.Case

const sealedFor = (event: object, customer: string | undefined = "c-1"): string =>
  render(subjectOf(caseOf(customer), event as Case.CaseEvent))

describe("an event is sealed for", () => {
  it.each<readonly [event: object, subject: string]>([
    [{ event: "note-added", by: "ann" }, "customer:c-1"],
    [{ event: "owner-assigned", owner: "ann" }, "customer:c-1"],
    [{ event: "customer-erased", by: "ann" }, "case:A"],
    [{ event: "message-queued", audience: "customer", to: "c-2" }, "customer:c-2"],
    [{ event: "message-queued", audience: "customer", to: "c-1" }, "customer:c-1"],
    [{ event: "message-queued", audience: "customer", to: "anonymous" }, "case:C"],
    [{ event: "message-queued", audience: "staff", to: "c-2" }, "customer:c-1"],
    // Nobody with that id has anything to do with the case.
    [{ event: "message-queued", audience: "customer", to: "c-9" }, "customer:c-1"],
    [{ event: "message-handed-over", id: "m1", to: "c-2" }, "customer:c-2"],
    [{ event: "message-bounced", id: "m1" }, "customer:c-2"],
    [{ event: "message-bounced", id: "m2" }, "customer:c-1"],
    [{ event: "message-bounced", id: "m9" }, "customer:c-1"],
    [{ event: "feedback-joined", customer: "c-2" }, "customer:c-2"],
    [{ event: "feedback-joined", from: "C" }, "case:C"],
    [{ event: "feedback-joined" }, "customer:c-1"],
    [{ event: "customer-wrote", customer: "c-2" }, "customer:c-2"],
    [{ event: "customer-wrote", customer: "anonymous" }, "case:C"],
    [{ event: "customer-wrote" }, "customer:c-1"],
    [{ event: "case-followed", customer: "c-2" }, "customer:c-2"],
    ...["proposal-countered", "proposal-refused", "customer-dissatisfied", "case-withdrawn"].flatMap(
      (event): readonly (readonly [object, string])[] => [
        [{ event, by: "customer:c-2" }, "customer:c-2"],
        [{ event, by: "anonymous" }, "case:C"],
        [{ event, by: "ann" }, "customer:c-1"],
        [{ event, by: "ann", onBehalfOf: "customer:c-2" }, "customer:c-2"]
      ]
    ),
    ...["facts-recorded", "facts-suggested", "reopening-parked"].flatMap(
      (event): readonly (readonly [object, string])[] => [
        [{ event, by: "customer:c-2" }, "customer:c-2"],
        [{ event, by: "system:c-2" }, "customer:c-1"],
        [{ event, by: "ann" }, "customer:c-1"]
      ]
    )
  ])("%j: %s", (event, subject) => expect(sealedFor(event)).toBe(subject))

  it("the case itself, if its customer is not known", () => {
    expect(render(subjectOf(caseOf(), { event: "note-added", by: "ann" } as Case.CaseEvent))).toBe("case:A")
    const own = { event: "customer-wrote", customer: "anonymous" } as Case.CaseEvent
    expect(render(subjectOf(caseOf(), own))).toBe("case:A")
    expect([ofCase(caseOf()), ofCase(caseOf("c-1"))].map(render)).toEqual(["case:A", "customer:c-1"])
  })
})

it.each<readonly [KeySubject, string]>([
  [{ kind: "customer", id: "1" }, "customer:1"],
  [{ kind: "case", id: "1" }, "case:1"],
  [{ kind: "policy" }, "policy"],
  [{ kind: "checkpoint" }, "checkpoint"],
  [{ kind: "arrival", command: "1" }, "intake:1"],
  [{ kind: "draws" }, "draws"],
  [{ kind: "anonymous" }, "anonymous"],
  [{ kind: "figures" }, "figures"]
])("the key of %j has its name for ever: %s", (subject, name) => expect(render(subject)).toBe(name))
