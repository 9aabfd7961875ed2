/** What a case records of authority: everything once, however often it is reported. */
import { describe, expect, it } from "vitest"
import * as Case from "../../src/case/Case.ts"
import { total } from "../../src/case/track/Authority.ts"
import { ledgerLine } from "../../src/decide/outbox.ts"

const at = 1_794_819_000_000
const fold = (...events: readonly object[]) =>
  Case.fold(
    "A",
    events.map((event) => ({ at, ...event }) as unknown as Case.CaseEvent)
  ).authority
const used = (event: string, id: string, amount: number, more = {}) => ({
  event,
  id,
  amount,
  by: "ann",
  reason: "goodwill",
  ...more
})
const request = (id: string) => ({ event: "approval-asked", approval: { id, from: "supervisor", person: "sam" } })
const drawn = (id: string, of: string, person: string) => ({
  event: "spot-check-drawn",
  id,
  of,
  by: "ann",
  person,
  draw: 0
})

it("a case without such events has used none", () => {
  expect(fold()).toEqual({
    grants: [],
    approvals: [],
    ended: [],
    approvers: [],
    checkers: [],
    closeDeniedAt: undefined,
    draws: [],
    reduced: []
  })
})

describe("what was given", () => {
  it.each([
    ["compensated", "compensate"],
    ["discounted", "discount"],
    ["resources-granted", "grant"]
  ] as const)("%s counts as %s, once for each command", (event, power) => {
    const found = fold(used(event, "1", 30), used(event, "2", 12, { approvedBy: "sam" }), used(event, "1", 30))
    expect(found.grants).toEqual([
      { id: "1", power, amount: 30, by: "ann" },
      { id: "2", power, amount: 12, by: "ann", approvedBy: "sam" }
    ])
    const powers = ["compensate", "discount", "grant"] as const
    expect(powers.map((one) => total(found, one))).toEqual(powers.map((one) => (one === power ? 42 : 0)))
  })
})

describe("the ledger of a person", () => {
  const line = (event: object) => ledgerLine(Case.empty("A"), { at, ...event } as unknown as Case.CaseEvent)
  it.each([
    ["compensated", "compensate"],
    ["discounted", "discount"],
    ["resources-granted", "grant"]
  ] as const)("counts %s as %s, for who approved it, else for who gave it", (event, power) => {
    const entry = { case: "A", power, amount: 30, at }
    expect(line(used(event, "1", 30))).toEqual({ actor: "ann", entry })
    expect(line(used(event, "1", 30, { approvedBy: "sam" }))).toEqual({ actor: "sam", entry })
  })
  it.each(["approved", "approval-asked", "demands-reduced", "gate-waived"])("counts nothing of %s", (event) =>
    expect(line(used(event, "1", 30))).toBeUndefined()
  )
})

describe("a request", () => {
  it.each([
    [{ event: "approved", id: "1", by: "sam", policy: "p" }],
    [{ event: "denied", id: "1", by: "sam" }],
    [{ event: "approval-lapsed", id: "1", dueAt: at }],
    [{ event: "approval-ended", id: "1", asked: "compensate", reason: "loop-closed" }]
  ])("waits until %j, and others go on waiting", (answer) => {
    const waits = fold(request("1"), request("2"), request("1"))
    expect(waits.approvals.map(({ id }) => id)).toEqual(["2", "1"])
    expect(fold(request("1"), request("2"), answer).approvals.map(({ id }) => id)).toEqual(["2"])
  })

  it("that ended has its reason, and whoever approved is recorded once", () => {
    const approved = (id: string, by: string) => ({ event: "approved", id, by, policy: "p" })
    const ended = { event: "approval-ended", id: "1", asked: "compensate", reason: "loop-closed" }
    expect(fold(request("1"), ended).ended).toEqual([{ id: "1", reason: "loop-closed" }])
    expect(fold(approved("1", "sam"), approved("2", "sam"), approved("3", "sue")).approvers).toEqual(["sam", "sue"])
  })

  it("to close that was denied is recorded, and no other denial", () => {
    expect(fold({ event: "denied", id: "1", by: "sam", asked: "close" }).closeDeniedAt).toBe(at)
    expect(fold({ event: "denied", id: "1", by: "sam", asked: "compensate" }).closeDeniedAt).toBeUndefined()
  })
})

describe("a spot check", () => {
  it("is drawn once for each decision and duty; the last one counts", () => {
    const { draws } = fold(
      drawn("1", "compensate", "sam"),
      drawn("1", "approval", "sue"),
      drawn("2", "compensate", "sue"),
      drawn("1", "compensate", "quinn")
    )
    expect(draws.map(({ id, of, person }) => `${id} ${of} ${person}`)).toEqual([
      "1 approval sue",
      "2 compensate sue",
      "1 compensate quinn"
    ])
  })

  it("has one finding, and whoever checked is recorded once", () => {
    const found = (id: string, by: string) => ({ event: "spot-check-found", id, by, finding: "wrong" })
    const { draws, checkers } = fold(
      drawn("1", "compensate", "sam"),
      drawn("2", "compensate", "sam"),
      found("1", "sam"),
      found("1", "sam"),
      found("1", "sue")
    )
    expect(draws.map(({ finding }) => finding)).toEqual(["wrong", undefined])
    expect(checkers).toEqual(["sam", "sue"])
  })
})

it("a command that removed demands counts as each power that it used", () => {
  const event = { event: "demands-reduced", id: "1", by: "sam", gates: [], grades: [], clocks: [], reason: "x" }
  expect(fold({ ...event, powers: ["waive", "regrade"] }, { ...event, powers: [] }).reduced).toEqual([
    { as: "waive", by: "sam" },
    { as: "regrade", by: "sam" }
  ])
})
