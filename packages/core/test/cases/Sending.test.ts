/** When messages leave: quiet hours, exceptions, notices that wait for others. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { quietEnd } from "../../src/draft/sendingTime.ts"
import { load } from "../../src/policy/Policy.ts"
import { bundle, elapsedHours, london, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, instant, local, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { civil } from "../../src/time/Target.ts"
import { MON, tell } from "./complaint.ts"

const night = [[21 * 60, 32 * 60]] as const
const opened = (sending: NonNullable<Wishes["sending"]>): TestDesk => desk(policy({ sending }))
const letter = (d: TestDesk, message: string) =>
  d.named("message-queued").flatMap((e) => (e.event === "message-queued" && e.message === message ? [e] : []))

describe("quiet hours", () => {
  it("delay everything but receipts until they end", () => {
    const d = opened({ quiet: night })
    d.does(`${MON} 22:30`, "ann", submit())
    expect(letter(d, "receipt")).toMatchObject([{ to: "carl" }])
    expect("notBefore" in (letter(d, "receipt")[0] ?? {})).toBe(false)
    d.does(`${MON} 23:00`, "ann", { do: "hand-over", to: "ben", reason: "my shift ends" })
    expect(local(letter(d, "handover-offered")[0]?.notBefore)).toBe("2026-11-17 08:00")
  })
  it("SL-4 · a delay of a promise is told before it lapses, at any hour", () => {
    const extend = { times: 1, each: elapsedHours(24), approve: ["agent"], tell: "delayed" }
    const put = (within: number) => {
      const told = { gate: "told", metBy: ["passed:told"], within: elapsedHours(within), calendar: "always", extend }
      const d = desk(policy({ sending: { quiet: night }, clocks: { told } }))
      d.does(`${MON} 20:00`, "ann", submit())
      d.does(`${MON} 22:00`, "ann", { do: "extend", clock: "told", reason: "a part is late" })
      return letter(d, "delayed")[0]
    }
    expect("notBefore" in (put(6) ?? {})).toBe(false)
    expect(local(put(20)?.notBefore)).toBe("2026-11-17 08:00")
  })
  it("O9 · whoever is asked is notified while they can still answer", () => {
    const d = desk(
      policy({
        sending: { quiet: night },
        handover: { acceptWithin: elapsedHours(2) },
        approval: { within: elapsedHours(20) }
      })
    )
    d.does(`${MON} 20:00`, "ann", submit())
    d.does(`${MON} 22:00`, "ann", { do: "hand-over", to: "ben", reason: "my shift ends" })
    d.does(`${MON} 22:00`, "ann", { do: "compensate", amount: 200, reason: "late" })
    expect("notBefore" in (letter(d, "handover-offered")[0] ?? {})).toBe(false)
    expect(local(letter(d, "approval-asked")[0]?.notBefore)).toBe("2026-11-17 08:00")
    const soon = desk(policy({ sending: { digest: elapsedHours(1) }, handover: { acceptWithin: elapsedHours(1) } }))
    soon.does(`${MON} 10:00`, "ann", submit())
    soon.does(`${MON} 10:10`, "ann", { do: "compensate", amount: 200, reason: "late" })
    soon.does(`${MON} 10:20`, "ann", { do: "hand-over", to: "sam", reason: "yours" })
    expect(letter(soon, "approval-asked")[0]?.digest).toBe(3_600_000)
    expect(letter(soon, "handover-offered")[0]).toMatchObject({ before: instant(`${MON} 11:20`) })
  })
  it("end on the morning after, seen from before or after midnight", () => {
    const end = (at: string) => local(quietEnd(instant(at), night, london))
    expect(end(`${MON} 21:00`)).toBe("2026-11-17 08:00")
    expect(end("2026-11-17 07:59")).toBe("2026-11-17 08:00")
    expect(quietEnd(instant("2026-11-17 08:00"), night, london)).toBeUndefined()
    expect(quietEnd(instant(`${MON} 20:59`), night, london)).toBeUndefined()
  })
  it("that touch are one, and the night on which clocks are put back is an hour longer", () => {
    const both = [
      [20 * 60, 24 * 60],
      [0, 7 * 60]
    ] as const
    expect(local(quietEnd(instant(`${MON} 20:10`), both, london))).toBe("2026-11-17 07:00")
    const before = instant("2026-10-24 22:00")
    expect(((quietEnd(before, night, london) ?? 0) - before) / 3_600_000).toBe(11)
  })
  it("never end while they last, and always end after what they delay", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 700 })), { maxLength: 3 }),
        (at, stretches) => {
          const quiet = stretches.map(([from, length]) => [from, from + length] as const)
          const end = quietEnd(at, quiet, london)
          if (end === undefined) return true
          return end > at
        }
      ),
      { seed: 20261116 }
    )
  })
  it("do not delay levels and messages that the policy excepts", () => {
    const d = opened({ quiet: night, quietExcept: { levels: ["P0", "P1"], messages: ["handover-offered"] } })
    d.does(`${MON} 22:00`, "ann", submit())
    d.does(`${MON} 22:10`, "ann", { do: "hand-over", to: "ben", reason: "my shift ends" })
    expect(letter(d, "handover-offered")[0]?.notBefore).toBeUndefined()
    d.does(`${MON} 22:20`, "ann", { do: "compensate", amount: 300, reason: "sorry" })
    expect(local(letter(d, "approval-asked")[0]?.notBefore)).toBe("2026-11-17 08:00")
    d.does(`${MON} 22:30`, "ann", { do: "set", facts: { urgent: true } })
    d.does(`${MON} 22:40`, "ann", { do: "compensate", amount: 300, reason: "sorry" })
    expect(letter(d, "approval-asked")[1]?.notBefore).toBeUndefined()
  })
  it("change no obligation: the answer counts when it is decided", () => {
    const d = opened({ quiet: night })
    d.does(`${MON} 21:30`, "ann", submit({ verbatim: "how do I print?" }))
    d.does(`${MON} 22:00`, "ann", tell).emits({ event: "gate-passed", gate: "told" }, "case-closed")
  })
})

describe("digests", () => {
  it("are only for notices to staff, and not for exceptions", () => {
    const d = opened({ digest: elapsedHours(0.5), quietExcept: { levels: ["P0"], messages: [] } })
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "hand-over", to: "ben", reason: "his product" })
    expect(letter(d, "handover-offered")[0]).toMatchObject({ digest: 1_800_000 })
    expect(letter(d, "receipt")[0]?.digest).toBeUndefined()
    d.does(`${MON} 09:20`, "sam", { do: "set", facts: { urgent: true }, cause: "systemic" })
    d.does(`${MON} 09:30`, "ann", { do: "compensate", amount: 300, reason: "sorry" })
    expect(letter(d, "approval-asked")[0]?.digest).toBeUndefined()
  })
  it("are not waited for beyond a future instant that a notice names", () => {
    const acknowledged = {
      gate: "acknowledged",
      metBy: ["passed:acknowledged"],
      within: elapsedHours(1),
      calendar: "always",
      remind: [{ at: { _tag: "Share" as const, percent: 50 }, rule: "clocks.acknowledged.remind.1" }],
      escalate: [
        { at: { _tag: "Share" as const, percent: 75 }, notify: ["supervisor"], rule: "clocks.acknowledged.escalate.1" }
      ]
    }
    const made = bundle({
      sending: { digest: elapsedHours(2), quiet: night },
      handover: { acceptWithin: elapsedHours(3) },
      approval: { within: elapsedHours(4) },
      clocks: { acknowledged }
    })
    const text = { en: "Next is {next.promise}, by {next.due}." }
    const offered = { name: "handover-offered", text, mustSay: [] }
    const d = desk(load({ ...made, messages: { ...made.messages, "handover-offered": offered } }))
    d.does(`${MON} 20:45`, "ann", submit())
    d.does(`${MON} 20:50`, "ann", { do: "compensate", amount: 200, reason: "late" })
    d.does(`${MON} 20:55`, "ann", { do: "hand-over", to: "ben", reason: "his product" })
    d.tick(`${MON} 21:40`)
    const waits = d.named("message-queued").flatMap((e) => {
      if (e.event !== "message-queued" || e.audience !== "staff") return []
      return [`${e.message} to ${e.to}: ${e.digest} ms, before ${local(e.before)}, from ${local(e.notBefore)}`]
    })
    expect(waits).toMatchInlineSnapshot(`
      [
        "approval-asked to sam: 7200000 ms, before 2026-11-17 00:50, from never",
        "handover-offered to ben: 7200000 ms, before 2026-11-16 21:45, from never",
        "reminder to ann: 7200000 ms, before 2026-11-16 21:45, from never",
        "reminder to sam: 7200000 ms, before 2026-11-16 21:45, from never",
      ]
    `)
  })
  it("may have a length in days of the calendar", () => {
    const d = desk(policy({ sending: { digest: civil(0, 1) }, handover: { acceptWithin: civil(0, 7) } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:00`, "ann", { do: "hand-over", to: "ben", reason: "his product" })
    expect(letter(d, "handover-offered")[0]?.digest).toBeGreaterThan(0)
  })
})

describe("the same text", () => {
  const twice = policy({
    form: { tell: "receipt" },
    gates: { receipted: { kind: "acknowledgement", by: ["owner"], tell: "receipt" } }
  })
  const pass = { do: "pass", gate: "receipted" } as const

  it("F-D12 · is sent once by the form and the acknowledgement, and by whichever arrives", () => {
    const d = desk(twice)
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", pass).emits("gate-passed")
    expect(d.letters().filter((one) => one === "receipt to carl")).toHaveLength(1)
    const [sent] = letter(d, "receipt")
    d.does(`${MON} 09:20`, "system:delivery", { do: "bounced", message: sent?.id ?? "", reason: "unknown address" })
    expect(d.gate("receipted")).toBe("open")
    d.does(`${MON} 09:30`, "ann", pass)
    expect(d.letters().filter((one) => one === "receipt to carl")).toHaveLength(2)
  })
  it("F-D12 · is sent again if the customer has spoken since, or another owner answers", () => {
    const spoken = desk(twice)
    spoken.does(`${MON} 09:00`, "ann", submit())
    spoken.does(`${MON} 09:05`, "carl", { do: "write", text: "and the report of May too" })
    spoken.does(`${MON} 09:10`, "ann", pass)
    expect(letter(spoken, "receipt")).toHaveLength(2)
    const handed = desk(twice)
    handed.does(`${MON} 09:00`, "ann", submit())
    handed.does(`${MON} 09:05`, "ann", { do: "hand-over", to: "ben", reason: "his product" })
    handed.does(`${MON} 09:06`, "ben", { do: "accept" })
    handed.does(`${MON} 09:10`, "ben", pass)
    expect(letter(handed, "receipt").map(({ text: said }) => said.includes("Ben"))).toEqual([false, true])
  })
  it("F-D12 · reaches nobody twice at one instant, by whatever rules", () => {
    const due = { at: { _tag: "Due" as const }, notify: ["supervisor"], rule: "clocks.acknowledged.escalate.1" }
    const d = desk(
      policy({
        clocks: {
          acknowledged: {
            gate: "acknowledged",
            metBy: ["passed:acknowledged"],
            within: elapsedHours(1),
            calendar: "always",
            remind: [],
            escalate: [due, due]
          }
        }
      })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.tick(`${MON} 10:30`)
    const told = letter(d, "overdue").filter(({ to, text: said }) => to === "sam" && said.includes("10:00"))
    expect(told).toHaveLength(1)
  })
})
