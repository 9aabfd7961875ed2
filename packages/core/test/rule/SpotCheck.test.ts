/** Who may check a decision, and what is needed to call it wrong. */
import { expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { isDrawn } from "../../src/rule/authority/spotCheck.ts"
import { people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { fraction } from "../../src/value/Hash.ts"
import { MON } from "../cases/complaint.ts"

const give: Command = { do: "compensate", amount: 10, reason: "goodwill" }
const right: Command = { do: "spot-check", finds: "right" }
const all = { share: 1, of: ["compensate"], by: ["quality"] } as const
const drawn = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy({ spotCheck: all, ...wishes }))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 10:00`, "ann", give)
  return d
}
const reasons = (d: TestDesk, by: string, command: Command) => d.send(`${MON} 11:00`, by, command).step.refusal?.reasons

it("a share of 0 draws nothing, and a number is drawn only below the share", () => {
  expect(drawn({ spotCheck: { ...all, share: 0 } }).named("spot-check-drawn")).toEqual([])
  const number = fraction(JSON.stringify([0.5, "compensate", "c2"]))
  expect(isDrawn(0.5, "compensate", "c2", number)).toBe(false)
  expect(isDrawn(0.5, "compensate", "c2", number + Number.EPSILON)).toBe(true)
})

it("whoever may not check is told whom the policy names", () => {
  expect(reasons(drawn(), "sam", right)).toEqual([
    { code: "authority/none", rule: "authority.spot-check.by", says: { actor: "sam", by: ["quality", "quinn"] } }
  ])
})

it("whoever was asked may check, also with another role by then", () => {
  const d = drawn()
  const moved = people.map((one) => (one.id === "quinn" ? { ...one, roles: ["agent"] } : one))
  d.does(`${MON} 11:00`, "quinn", right, { people: moved }).emits("spot-check-found")
})

it("whoever decided is told that the decision is theirs", () => {
  const d = drawn({ spotCheck: { ...all, by: ["agent"] } })
  expect(reasons(d, "ann", right)).toEqual([
    { code: "authority/own-decision", rule: "authority.spot-check", says: { actor: "ann" } }
  ])
})

it("nobody checks who may not combine checking with what they did", () => {
  const d = drawn({
    apart: ["discount", "spot-check"],
    limits: [
      { role: "agent", compensate: { perCase: null } },
      { role: "quality", discount: null }
    ]
  })
  d.does(`${MON} 10:10`, "quinn", { do: "discount", amount: "1%", reason: "goodwill" })
  expect(reasons(d, "quinn", right)).toEqual([
    {
      code: "authority/apart",
      rule: "authority.apart",
      says: { actor: "quinn", duty: "spot-check", other: "discount" }
    }
  ])
})

it("a decision must be named if several wait, and an unknown one is refused with the waiting ones", () => {
  const d = drawn()
  d.does(`${MON} 10:10`, "ann", give)
  const [first, second] = d.case().authority.draws.map(({ id }) => id)
  expect(reasons(d, "quinn", { ...right, decision: "c9" })).toEqual([
    { code: "authority/not-drawn", rule: "authority.spot-check", says: { open: [first, second] } }
  ])
  d.does(`${MON} 11:00`, "quinn", { ...right, decision: second ?? "" }).emits({ event: "spot-check-found", id: second })
  d.does(`${MON} 11:10`, "quinn", right).emits({ event: "spot-check-found", id: first })
  expect(reasons(d, "quinn", right)).toEqual([
    { code: "authority/not-drawn", rule: "authority.spot-check", says: { open: [] } }
  ])
})

it("a wrong decision needs a reason that is not blank; a right one needs none, and keeps a given one", () => {
  const d = drawn()
  d.does(`${MON} 10:10`, "ann", give)
  expect(reasons(d, "quinn", { do: "spot-check", finds: "wrong", reason: "  " })).toEqual([
    { code: "reason/missing", rule: "authority.spot-check", says: {} }
  ])
  d.does(`${MON} 11:10`, "quinn", right)
  d.does(`${MON} 11:20`, "quinn", { ...right, reason: " it was late " })
  expect(d.named("spot-check-found").map((event) => ("reason" in event ? event.reason : "none"))).toEqual([
    "none",
    "it was late"
  ])
})

it("whoever is asked is told what kind of decision it was, and whose", () => {
  const [letter] = drawn()
    .world()
    .letters.filter(({ message }) => message === "spot-check")
  expect(letter).toMatchObject({ to: "quinn", text: expect.stringContaining("act.by: Ann. reason: compensation.") })
})

it("nobody is asked if nobody is free, and the decision waits for somebody", () => {
  const d = drawn({ spotCheck: { ...all, by: ["nobody"] } })
  expect(d.named("spot-check-drawn")).toMatchObject([{ by: "ann" }])
  expect(d.case().authority.draws[0]).not.toHaveProperty("person")
  expect(d.letters()).not.toContain("spot-check to quinn")
})
