/** Spot checks, and duties that are kept apart. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { isDrawn } from "../../src/rule/authority/spotCheck.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { fraction } from "../../src/value/Hash.ts"
import { ack, analyse, MON, told } from "./complaint.ts"

const give = (amount = 10): Command => ({ do: "compensate", amount, reason: "goodwill" })
const all: Wishes = { spotCheck: { share: 1, of: ["compensate", "close", "explain", "approval"], by: ["quality"] } }
const opened = (wishes: Wishes = all): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}
const right: Command = { do: "spot-check", finds: "right" }
const wrong: Command = { do: "spot-check", finds: "wrong", reason: "paid twice" }

describe("spot checks", () => {
  it("A6 · a drawn decision is recorded, and whoever checks it is notified", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give()).emits(
      { event: "compensated", id: "c2" },
      { event: "spot-check-drawn", id: "c2", of: "compensate", by: "ann", person: "quinn", why: "authority.spot-check" }
    )
    expect(d.letters().at(-1)).toBe("spot-check to quinn")
    d.does(`${MON} 11:00`, "quinn", wrong).yields({
      event: "spot-check-found",
      id: "c2",
      by: "quinn",
      finding: "wrong",
      reason: "paid twice"
    })
    expect(d.case().authority.draws).toMatchObject([{ id: "c2", finding: "wrong" }])
    d.send(`${MON} 11:10`, "quinn", right).rejects("authority/not-drawn")
  })
  it("A6 · the finding `wrong` needs a reason and a person whom the policy names, other than who decided", () => {
    const d = opened({ spotCheck: { share: 1, of: ["compensate"], by: ["agent"] } })
    d.does(`${MON} 10:00`, "ann", give()).emits({ event: "spot-check-drawn", by: "ann", person: "ben" })
    d.send(`${MON} 11:00`, "ann", right).rejects("authority/own-decision").emits("command-refused")
    d.send(`${MON} 11:00`, "sam", right).rejects("authority/none")
    d.send(`${MON} 11:00`, "ben", { do: "spot-check", finds: "wrong" }).rejects("reason/missing")
    d.does(`${MON} 11:00`, "ben", { do: "spot-check", finds: "right", decision: "c2" }).emits("spot-check-found")
  })
  it("A6 · nor does whoever approved it check it", () => {
    const d = opened({ spotCheck: { share: 1, of: ["compensate"], by: ["supervisor"] } })
    d.does(`${MON} 10:00`, "ann", give(200))
    d.does(`${MON} 10:10`, "sam", { do: "approve" }).emits({
      event: "spot-check-drawn",
      by: "ann",
      approvedBy: "sam",
      person: "sue"
    })
    d.send(`${MON} 11:00`, "sam", right).rejects("authority/own-decision")
    d.does(`${MON} 11:10`, "sue", right).emits("spot-check-found")
  })
  it("A6 · nobody is asked to check who may not combine that with what they did", () => {
    const d = opened({
      apart: ["compensate", "spot-check"],
      spotCheck: { share: 1, of: ["compensate"], by: ["agent", "supervisor"] }
    })
    d.does(`${MON} 09:30`, "ben", give(5)).emits({ event: "spot-check-drawn", by: "ben", person: "ann" })
    d.does(`${MON} 10:00`, "ann", give(5)).emits({ event: "spot-check-drawn", by: "ann", person: "sam" })
  })
  it("A6 · closing, explaining and approving are drawn, too; a machine's closing never is", () => {
    const d = opened()
    d.does(`${MON} 09:05`, "ann", ack)
    d.does(`${MON} 09:10`, "ann", analyse)
    d.does(`${MON} 09:20`, "sam", { do: "explain", gate: "prevented", reason: "a single slip" }).emits({
      event: "spot-check-drawn",
      of: "explain",
      by: "sam"
    })
    d.does(`${MON} 10:00`, "ann", give(200))
    d.does(`${MON} 10:10`, "sam", { do: "approve" }).emits(
      { event: "spot-check-drawn", of: "compensate", by: "ann" },
      { event: "spot-check-drawn", of: "approval", by: "sam" }
    )
    const e = desk(policy(all))
    e.does(`${MON} 09:00`, "ann", submit({ verbatim: "how do I print?" }))
    e.does(`${MON} 10:00`, "ann", { do: "pass", gate: "told", result: "like this" }).emits(
      { event: "customer-loop-closed", by: "ann" },
      { event: "spot-check-drawn", of: "close", by: "ann" }
    )
    e.does(`${MON} 11:00`, "quinn", right).emits("spot-check-found")
    const f = told(all)
    f.tick("2026-12-18 10:00")
    expect(f.case().lifecycle.closedAt).toBeDefined()
    expect(f.named("spot-check-drawn")).toEqual([])
  })
  it("F-R8 · the sample depends on the draws alone, and has the requested share", () => {
    const draws = Array.from({ length: 20_000 }, (_, i) => fraction(`draw ${i}`))
    const drawn = (duty: "compensate" | "approval", id: string) =>
      draws.filter((draw) => isDrawn(draw, duty, id, 0.1)).length
    // Whatever is decided under any id, a tenth of all possible draws is in the sample.
    for (const id of ["a", "b", "1", "never drawn"]) {
      expect(Math.abs(drawn("compensate", id) - 2_000)).toBeLessThan(150)
      expect(Math.abs(drawn("approval", id) - 2_000)).toBeLessThan(150)
    }
  })
  it("F-R8 · two decisions of one command are drawn separately", () => {
    const draws = Array.from({ length: 20_000 }, (_, i) => fraction(`draw ${i}`))
    const both = draws.filter((n) => isDrawn(n, "compensate", "a", 0.1) && isDrawn(n, "approval", "b", 0.1))
    expect(both.length).toBeGreaterThan(120)
    expect(both.length).toBeLessThan(290)
  })
  it("A6 · the numbers of similar texts are spread evenly", () => {
    const buckets = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 50_000; i++) {
      const at = Math.floor(fraction(`case/${i}`) * 10)
      buckets[at] = (buckets[at] ?? 0) + 1
    }
    for (const count of buckets) expect(Math.abs(count - 5_000)).toBeLessThan(350)
  })
  it("A6 · another case does not change who is drawn", () => {
    const share = { spotCheck: { share: 0.5, of: ["compensate" as const], by: ["quality"] } }
    const drawn = (others: number): readonly string[] => {
      const d = desk(policy(share))
      d.does(`${MON} 09:00`, "ann", submit())
      const found: string[] = []
      for (let n = 1; n <= 8; n++) d.does(`${MON} 10:0${n}`, "ann", give(1))
      for (let n = 0; n < others; n++) d.does(`${MON} 11:00`, "ben", submit({ case: `B${n}`, customer: `b${n}` }))
      for (const event of d.named("spot-check-drawn")) if (event.event === "spot-check-drawn") found.push(event.id)
      return found
    }
    expect(drawn(5)).toEqual(drawn(0))
    expect(drawn(0).length).toBeGreaterThan(0)
    expect(drawn(0).length).toBeLessThan(8)
  })
})

describe("duties apart", () => {
  it("AU-4 · nobody combines two duties that the policy keeps apart", () => {
    const d = opened({ ...all, apart: ["compensate", "approval", "spot-check", "explain", "waive", "extend"] })
    d.does(`${MON} 09:05`, "ann", ack)
    d.does(`${MON} 09:10`, "ann", analyse)
    d.does(`${MON} 10:00`, "sam", give())
    d.does(`${MON} 10:05`, "ann", give(200))
    d.send(`${MON} 10:10`, "sam", { do: "approve" }).rejects("authority/apart").rejects("authority.apart")
    d.does(`${MON} 10:15`, "sue", { do: "approve" })
    d.send(`${MON} 10:20`, "sue", give()).rejects("authority/apart")
    d.does(`${MON} 10:25`, "quinn", { do: "spot-check", finds: "right" })
    d.send(`${MON} 10:30`, "sam", { do: "extend", clock: "told", reason: "a part is late" }).rejects("authority/apart")
    d.does(`${MON} 10:40`, "dora", { do: "extend", clock: "told", reason: "a part is late" })
    d.send(`${MON} 10:50`, "dora", { do: "waive", gate: "corrected", reason: "none" }).rejects("authority/apart")
    d.send(`${MON} 10:55`, "sam", { do: "explain", gate: "prevented", reason: "slip" }).rejects("authority/apart")
  })
  it("AU-4 · a waiver still counts for its person after the gate was reopened", () => {
    const d = told({
      apart: ["waive", "compensate"],
      reopen: { dissatisfied: { within: { _tag: "Civil", months: 1, days: 0 }, backTo: "agreed" } }
    })
    d.does(`${MON} 10:00`, "carl", { do: "reply", says: "dissatisfied" })
    d.does(`${MON} 10:10`, "dora", { do: "waive", gate: "agreed", reason: "said it twice" })
    d.does(`${MON} 10:20`, "ann", { do: "pass", gate: "corrected", actions: [{ what: "again" }] })
    d.does(`${MON} 10:30`, "ann", { do: "pass", gate: "told", result: "done" })
    d.does(`${MON} 10:40`, "carl", { do: "reply", says: "dissatisfied" })
    expect(d.gate("agreed")).toBe("open")
    d.send(`${MON} 10:50`, "dora", give()).rejects("authority/apart")
  })
  it("AU-4 · a person who may not close is no obstacle: somebody else is asked", () => {
    const d = desk(
      policy({
        apart: ["compensate", "close"],
        limits: [
          { role: "agent", compensate: { perCase: 10_000 }, close: "all" },
          { role: "supervisor", compensate: { perCase: null }, close: "all" }
        ]
      })
    )
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "how do I print?" }))
    d.does(`${MON} 09:10`, "ann", give())
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "told", result: "like this" })
      .emits({ event: "approval-asked", approval: { from: "supervisor" } })
      .without("case-closed")
    d.does(`${MON} 10:10`, "sam", { do: "approve" }).emits({ event: "customer-loop-closed", by: "ann" })
  })
})
