/** Passing gates: why a gate is not passed, with everything in the refusal; and what is still to be done. */
import { describe, expect, it } from "vitest"
import { nothingGathered } from "../../src/case/Gathered.ts"
import type { Command } from "../../src/case/generated/Command.ts"
import { situationOf } from "../../src/decide/situation.ts"
import { isForPassing, isForReply, mayReportAction, openActions, unsettled } from "../../src/rule/gate/settlement.ts"
import { action, actor, people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, instant, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, agree, analyse, correct, done, MON, plan, propose, tell } from "../cases/complaint.ts"

const loop = "loops.complaint"
const wishes: Wishes = {
  gates: {
    filed: { kind: "record", side: "system-loop", after: [], fields: ["promised-by", "amount"] },
    later: { kind: "record", side: "system-loop", after: [], when: { "gate.told": "passed" } },
    seen: { kind: "approval", side: "system-loop", after: [], by: ["agent"], notBy: ["acknowledged"] }
  },
  facts: { amount: { type: { _tag: "Amount", scale: 2, unit: "EUR", min: 0 }, kind: "money" } }
}
const opened = (more: Wishes = {}): TestDesk => {
  const d = desk(policy({ ...wishes, ...more, gates: { ...wishes.gates, ...more.gates } }))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 09:10`, "ann", ack)
  return d
}
const reasons = (d: TestDesk, by: string, command: Command) =>
  d.send(`${MON} 11:00`, by, command).step.refusal?.reasons.map(({ code, rule, says }) => [code, rule, says])

describe("a gate is not passed", () => {
  it.each<readonly [string, by: string, command: Command, reason: readonly unknown[]]>([
    [
      "that there is not",
      "ann",
      { do: "pass", gate: "moon" },
      [
        "gate/unknown",
        undefined,
        {
          gate: "moon",
          known: expect.arrayContaining(["acknowledged", "agreed", "told", "confirmed", "investigated", "filed"])
        }
      ]
    ],
    [
      "twice",
      "ann",
      ack,
      ["gate/settled", `${loop}.customer-loop.acknowledged`, { gate: "acknowledged", status: "passed" }]
    ],
    [
      "by somebody else",
      "ben",
      propose(),
      [
        "gate/wrong-person",
        `${loop}.customer-loop.agreed.by`,
        { gate: "agreed", by: ["owner"], actor: "ben", owner: "ann" }
      ]
    ],
    [
      "before its turn",
      "ann",
      correct,
      ["gate/order", `${loop}.customer-loop.corrected.after`, { gate: "corrected", after: ["agreed"] }]
    ],
    [
      "before it is known to be needed",
      "ann",
      { do: "pass", gate: "later" },
      ["gate/not-yet-known", `${loop}.system-loop.later.when`, { gate: "later" }]
    ],
    [
      "without its fields",
      "ann",
      { do: "pass", gate: "filed", fields: { amount: 3 } },
      ["gate/fields-missing", `${loop}.system-loop.filed.fields`, { gate: "filed", missing: ["promised-by"] }]
    ],
    [
      "by who passed another",
      "ann",
      { do: "pass", gate: "seen" },
      ["gate/same-person", `${loop}.system-loop.seen.not-by`, { gate: "seen", other: "acknowledged", actor: "ann" }]
    ],
    [
      "by waiving it without a reason",
      "dora",
      { do: "waive", gate: "agreed", reason: " " },
      ["reason/missing", `${loop}.customer-loop.agreed`, {}]
    ]
  ])("%s", (_, by, command, reason) => expect(reasons(opened(), by, command)).toEqual([reason]))

  it("waived if it is settled or unknown", () => {
    const waive = (gate: string): Command => ({ do: "waive", gate, reason: "none" })
    expect(reasons(opened(), "dora", waive("acknowledged"))?.[0]?.[0]).toBe("gate/settled")
    expect(reasons(opened(), "dora", waive("moon"))?.[0]?.[0]).toBe("gate/unknown")
  })
})

describe("a gate with fields", () => {
  it("records given fields and is passed", () => {
    const d = opened()
    d.does(`${MON} 11:00`, "ann", {
      do: "pass",
      gate: "filed",
      fields: { amount: 3, "promised-by": "2026-11-20" }
    }).emits(
      { event: "facts-recorded", by: "ann", why: `${loop}.system-loop.filed` },
      { event: "gate-evidence-shown", gate: "filed" },
      { event: "gate-passed", gate: "filed" }
    )
    expect(d.case().feedback.facts["amount"]).toBe(3)
  })
  it("needs no known fields, and then records nothing", () => {
    const d = opened()
    d.does(`${MON} 10:50`, "ann", { do: "set", facts: { amount: 3, "promised-by": "2026-11-20" } })
    d.does(`${MON} 11:00`, "ann", { do: "pass", gate: "filed" })
      .emits({ event: "gate-passed" })
      .without("facts-recorded")
  })
})

it("passed out of order, if the policy records that, with the gates that it skipped", () => {
  const d = opened({ gates: { told: { kind: "result", after: ["corrected"], outOfOrder: "recorded" } } })
  d.does(`${MON} 11:00`, "ann", tell).emits(
    { event: "order-violated", gate: "told", after: ["corrected"], why: `${loop}.customer-loop.told.out-of-order` },
    { event: "gate-opened", gate: "told" },
    { event: "gate-passed", gate: "told" }
  )
})

it("a waiver records by whom, why, and by which rule", () => {
  const d = opened()
  d.does(`${MON} 11:00`, "dora", { do: "waive", gate: "agreed", reason: "by phone" }).emits({
    event: "gate-waived",
    gate: "agreed",
    by: "dora",
    reason: "by phone",
    why: `${loop}.customer-loop.agreed`
  })
})

describe("the next step at a gate", () => {
  const seen = (d: TestDesk, by = "ann") =>
    situationOf(policy(wishes), d.case(), {
      actor: actor(by),
      at: instant(`${MON} 12:00`),
      gathered: { ...nothingGathered, people }
    })
  const working = opened()
  working.does(`${MON} 10:00`, "ann", propose())
  working.does(`${MON} 10:10`, "ann", analyse)
  working.does(`${MON} 10:20`, "ann", plan)

  it("is evidence, if it is open and waits neither for a reply nor for an action", () => {
    const fresh = opened()
    const of = (d: TestDesk) =>
      ["agreed", "investigated", "prevented", "corrected", "acknowledged", "moon"].filter((gate) =>
        isForPassing(seen(d), { gate })
      )
    expect([of(fresh), of(working)]).toEqual([["agreed", "investigated"], []])
    expect(isForPassing(seen(fresh), {})).toBe(false)
  })
  it("is evidence also out of order, if the policy only records that", () => {
    const early = {
      ...wishes,
      gates: { told: { kind: "result" as const, after: ["corrected"], outOfOrder: "recorded" as const } }
    }
    const d = desk(policy(early))
    d.does(`${MON} 09:00`, "ann", submit())
    const x = situationOf(policy(early), d.case(), {
      actor: actor("ann"),
      at: instant(`${MON} 12:00`),
      gathered: { ...nothingGathered, people }
    })
    expect(["told", "corrected"].map((gate) => isForPassing(x, { gate }))).toEqual([true, false])
  })
  it("is a reply, if it waits for one", () => {
    const of = (d: TestDesk) => ["agreed", "investigated", "moon"].filter((gate) => isForReply(seen(d), { gate }))
    expect([of(opened()), of(working)]).toEqual([[], ["agreed"]])
    expect(isForReply(seen(working), {})).toBe(false)
  })
  it("concerns every gate that is not settled", () => {
    const gates = unsettled(seen(working)).map(({ gate }) => gate)
    expect(gates).toEqual(expect.arrayContaining(["agreed", "prevented", "filed"]))
    expect(gates).not.toContain("acknowledged")
    expect(gates).not.toContain("investigated")
  })
})

describe("planned actions", () => {
  const planned = (): TestDesk => {
    const d = opened()
    d.does(`${MON} 09:20`, "ann", propose())
    d.does(`${MON} 09:30`, "carl", agree)
    d.does(`${MON} 09:40`, "ann", { do: "pass", gate: "corrected", actions: [{ what: "redone" }] })
    d.does(`${MON} 10:00`, "ann", analyse)
    d.does(`${MON} 10:10`, "ann", {
      do: "pass",
      gate: "prevented",
      actions: [action("an alarm"), action("a second alarm")]
    })
    return d
  }
  const x = (d: TestDesk, by: string) =>
    situationOf(policy(wishes), d.case(), {
      actor: actor(by),
      at: instant(`${MON} 12:00`),
      gathered: { ...nothingGathered, people }
    })

  it("are open, each by its number, until they are done", () => {
    const d = planned()
    const all = [
      { gate: "corrected", action: 1 },
      { gate: "prevented", action: 1 },
      { gate: "prevented", action: 2 }
    ]
    expect(openActions(x(d, "ann"))).toEqual(all)
    d.does(`${MON} 11:00`, "ben", done).emits(
      { event: "action-done", gate: "prevented", action: 1, by: "ben" },
      "clock-met"
    )
    expect(openActions(x(d, "ann"))).toEqual([all[0], all[2]])
  })
  it.each<readonly [by: string, about: { readonly gate?: string; readonly action?: number }, says: object | undefined]>(
    [
      ["ben", { gate: "prevented", action: 1 }, undefined],
      ["ann", { gate: "prevented", action: 1 }, undefined],
      ["sam", { gate: "prevented", action: 1 }, { gate: "prevented", by: ["ben"], actor: "sam", owner: "ann" }],
      ["sam", { gate: "corrected", action: 1 }, { gate: "corrected", by: ["owner"], actor: "sam", owner: "ann" }],
      // The gate that waits for its actions is preferred.
      ["sam", { action: 1 }, { gate: "prevented", by: ["ben"], actor: "sam", owner: "ann" }],
      ["sam", { action: 3 }, undefined],
      ["sam", { gate: "moon", action: 1 }, undefined]
    ]
  )("is reported done by its owner and the owner of the case: %s, %j", (by, about, says) => {
    const found = mayReportAction(x(planned(), by), about)
    expect(found.map((one) => one.says)).toEqual(says === undefined ? [] : [says])
    if (says !== undefined) expect(found[0]?.rule).toMatch(/\.by$/)
  })
  it("are all that can be reported", () => {
    expect(reasons(planned(), "ann", { do: "act-done", action: 9 } as Command)).toEqual([
      ["action/unknown", undefined, { action: 9 }]
    ])
  })
})
