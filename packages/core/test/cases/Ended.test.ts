/** However a case ends, nothing waits on it afterwards, and a later answer is refused with the reason. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { total } from "../../src/case/track/Authority.ts"
import { live } from "../../src/case/track/Clocks.ts"
import * as Letters from "../../src/case/track/Message.ts"
import type { EndingRule } from "../../src/policy/Bundle.ts"
import { dates, days, people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON } from "./complaint.ts"

type Closes = EndingRule["closes"]

const ending = (name: EndingRule["name"], closes: Closes): EndingRule => ({
  name,
  path: `endings.${name}`,
  by: ["owner", "customer"],
  fields: [],
  closes
})

/** A policy with a short loop, and with everything that can wait on it. */
const wishes = (closes: Closes): Wishes => ({
  only: ["acknowledged", "told", "confirmed"],
  gates: {
    told: { after: [] },
    checked: { kind: "record", side: "system-loop" },
    thanked: { kind: "record", optional: true, onlyWithin: days(20) },
    planned: { kind: "correction", optional: true }
  },
  clocks: {
    final: { metBy: ["passed:confirmed"], within: days(30), extend: { times: 1, each: days(2), approve: ["director"] } }
  },
  endings: (["withdrawn", "forwarded", "turned-away", "merged"] as const).map((name) => ending(name, closes)),
  limits: [
    { role: "agent", compensate: { perCase: 10_000 }, discount: 100, close: "all" },
    { role: "supervisor", compensate: { perCase: 50_000 }, close: "all", regrade: "all" },
    {
      role: "director",
      compensate: { perCase: null },
      discount: null,
      resources: null,
      close: "all",
      regrade: "all",
      waive: "all"
    }
  ],
  team: { answerWithin: days(5), when: { urgent: true } },
  overrideLasts: days(15),
  retention: { keep: dates(30), from: "closed" }
})

const tell: Command = { do: "pass", gate: "told", result: "redone" }
const seen: Command = { do: "pass", gate: "checked" }

/** Everything that can wait, each with the commands after which it waits. */
const pending: Readonly<Record<string, (d: TestDesk) => void>> = {
  compensate: (d) => d.does(`${MON} 10:00`, "ann", { do: "compensate", amount: 200, reason: "x" }),
  discount: (d) => d.does(`${MON} 10:00`, "ann", { do: "discount", amount: "50%", reason: "x" }),
  grant: (d) => d.does(`${MON} 10:00`, "ann", { do: "grant", amount: 3, reason: "x" }),
  regrade: (d) => d.does(`${MON} 10:00`, "ann", { do: "regrade", to: "urgent", reason: "x" }),
  waive: (d) => d.does(`${MON} 10:00`, "ann", { do: "waive", gate: "confirmed", reason: "x" }),
  extend: (d) => d.does(`${MON} 10:00`, "ann", { do: "extend", clock: "final", reason: "x" }),
  handover: (d) => d.does(`${MON} 10:00`, "ann", { do: "hand-over", to: "ben", reason: "x" }),
  action: (d) =>
    d.does(`${MON} 10:00`, "ann", {
      do: "pass",
      gate: "planned",
      actions: [{ what: "check", owner: "ben", due: "2027-03-01" }]
    }),
  override: (d) => d.does(`${MON} 10:00`, "ann", { do: "reclassify", category: "billing", reason: "x" }),
  team: (d) => d.does(`${MON} 10:00`, "ann", { do: "set", facts: { urgent: true } })
}

const both = (d: TestDesk): void => {
  d.does(`${MON} 11:00`, "ann", seen)
}
const waitForCustomer = (d: TestDesk): void => {
  both(d)
  d.does(`${MON} 11:10`, "ann", tell)
}

const withdraw = ["carl", { do: "withdraw" }] as const
const forward = ["ann", { do: "forward" }] as const
/** Ann is off duty, so somebody on call is asked. */
const staff = people.map((person) => (person.id === "ann" ? { ...person, onDuty: false } : person))

/** Every way in which a case ends. */
const ways: Readonly<Record<string, { readonly closes?: Closes; readonly end: (d: TestDesk) => void }>> = {
  "withdrawn, both loops": { closes: "both-loops", end: (d) => d.does(`${MON} 12:00`, "carl", { do: "withdraw" }) },
  "forwarded, both loops": { closes: "both-loops", end: (d) => d.does(`${MON} 12:00`, "ann", { do: "forward" }) },
  "merged into another": {
    closes: "both-loops",
    end: (d) => {
      d.does(`${MON} 11:30`, "ann", submit({ case: "B", verbatim: "the invoice is wrong" }))
      d.does(`${MON} 12:00`, "ann", { do: "merge", into: "B" })
    }
  },
  "withdrawn, then the system loop is through": {
    end: (d) => {
      d.does(`${MON} 12:00`, "carl", { do: "withdraw" })
      d.does(`${MON} 12:10`, "ann", seen)
    }
  },
  "forwarded, then the system loop is through": {
    end: (d) => {
      d.does(`${MON} 12:00`, "ann", { do: "forward" })
      d.does(`${MON} 12:10`, "ann", seen)
    }
  },
  "the customer is satisfied": {
    end: (d) => {
      waitForCustomer(d)
      d.does(`${MON} 12:00`, "carl", { do: "reply", says: "satisfied" })
    }
  },
  "the customer is not satisfied, and nothing reopens it": {
    end: (d) => {
      waitForCustomer(d)
      d.does(`${MON} 12:00`, "carl", { do: "reply", says: "dissatisfied", text: "no" })
    }
  },
  "the customer stays silent": {
    end: (d) => {
      waitForCustomer(d)
      d.tick("2026-12-01 17:00")
    }
  },
  "the last gate is waived": {
    end: (d) => {
      waitForCustomer(d)
      d.does(`${MON} 12:00`, "dora", { do: "waive", gate: "confirmed", reason: "x" })
    }
  }
}

const opened = (closes: Closes): TestDesk => {
  const d = desk(policy({ ...wishes(closes), reopen: {} }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
  return d
}

const timers = (d: TestDesk): readonly string[] =>
  Object.values(d.case().clocks).flatMap((clock) => (live(clock) && clock.timer !== undefined ? [clock.name] : []))

describe.each(Object.entries(ways))("F-R11 · %s", (_, { closes = "customer-loop", end }) => {
  it.each(Object.entries(pending))("nothing of %s waits any more, and what comes later is refused", (_, begin) => {
    const d = opened(closes)
    begin(d)
    end(d)
    const { authority, ownership, lifecycle } = d.case()
    expect(lifecycle.closedAt).toBeDefined()
    expect([authority.approvals, ownership.offer, ownership.call, timers(d)]).toEqual([
      [],
      undefined,
      undefined,
      ["retention"]
    ])
    const later = "2026-12-02 09:00"
    const given = (["compensate", "discount", "grant"] as const).map((power) => total(authority, power))
    d.send(later, "dora", { do: "approve" }).rejects("authority/no-request").without("approved")
    d.send(later, "ben", { do: "accept" }).rejects("case/closed")
    expect([given, d.case().grades["urgency"]?.by]).toEqual([[0, 0, 0], undefined])
  })
})

describe("F-R11 · a loop, a gate or a clock that ends", () => {
  const request = (d: TestDesk): unknown => d.case().authority.approvals.map(({ command }) => command.do)

  it.each(["withdrawn", "forwarded"])(
    "the customer loop, %s: what would be given falls, what concerns the rest waits",
    (how) => {
      const d = opened("customer-loop")
      for (const one of ["compensate", "discount", "grant", "waive", "extend", "regrade"]) pending[one]?.(d)
      const [by, command] = how === "withdrawn" ? withdraw : forward
      d.does(`${MON} 12:00`, by, command)
      expect([request(d), d.case().lifecycle.closedAt]).toEqual([["regrade"], undefined])
      d.send(`${MON} 12:10`, "dora", { do: "approve", approval: "c3" })
        .rejects("authority/no-request")
        .without("compensated")
      // Requested again it is a decision made with knowledge of the end.
      d.does(`${MON} 12:20`, "ann", { do: "compensate", amount: 300, reason: "all the same" }).emits("approval-asked")
      d.does(`${MON} 12:30`, "sam", { do: "approve", approval: "c11" }).emits("compensated")
    }
  )
  it("a passed gate needs no waiver, and a stopped clock no extension", () => {
    const d = opened("customer-loop")
    pending["waive"]?.(d)
    pending["extend"]?.(d)
    waitForCustomer(d)
    d.does(`${MON} 12:00`, "carl", { do: "reply", says: "satisfied" }).emits(
      { event: "approval-ended", asked: "waive" },
      { event: "approval-ended", asked: "extend" }
    )
  })
  it("a case in another loop has no gates of the former loop to waive", () => {
    const d = opened("customer-loop")
    pending["waive"]?.(d)
    d.does(`${MON} 11:00`, "dora", { do: "reclassify", kind: "inquiry", reason: "a question" }).emits({
      event: "approval-ended",
      asked: "waive",
      reason: "loop-changed"
    })
  })
  it("a call ends with the case, and whoever was asked may not accept any more", () => {
    const d = desk(policy({ ...wishes("both-loops"), onCall: { to: ["supervisor"], acceptWithin: days(2) } }))
    d.does(`${MON} 08:00`, "ann", submit(), { people: staff })
    expect(d.case().ownership.call).toMatchObject({ to: "sam" })
    d.does(`${MON} 08:10`, "carl", { do: "withdraw" }, { people: staff }).emits({
      event: "on-call-lapsed",
      reason: "withdrawn"
    })
    d.send(`${MON} 08:20`, "sam", { do: "accept" }, { people: staff }).rejects("case/closed")
    expect(timers(d)).toEqual(["retention"])
  })
})

describe("F-R11 · after the end", () => {
  it("after a reopening, actions and the time of a category that the end stopped continue", () => {
    const d = desk(
      policy({ ...wishes("customer-loop"), reopen: { dissatisfied: { within: dates(30), backTo: "told" } } })
    )
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    pending["action"]?.(d)
    pending["override"]?.(d)
    const due = ["action:planned.1", "override:category"].map((name) => d.due(name))
    waitForCustomer(d)
    d.does(`${MON} 12:00`, "carl", { do: "reply", says: "satisfied" }).emits("case-closed")
    d.does("2026-11-18 09:00", "carl", { do: "reply", says: "dissatisfied", text: "no" }).emits("case-reopened")
    expect(["action:planned.1", "override:category"].map((name) => d.due(name))).toEqual(due)
    expect(d.clockState("override:category")).toBe("running")
  })
  it.each<readonly [outcome: string, by: string, command: Command]>([
    ["withdrawn", ...withdraw],
    ["forwarded", ...forward],
    ["turned-away", "ann", { do: "turn-away", reason: "not ours" }],
    ["merged", "ann", { do: "merge", into: "B" }]
  ])("a message that comes back opens no case that was %s", (outcome, ...ends) => {
    const d = opened("both-loops")
    d.does(`${MON} 10:00`, "ann", submit({ case: "B", verbatim: "the invoice is wrong" }))
    d.does(`${MON} 11:00`, "ann", tell)
    const { messages } = d.case()
    const message = messages.sent.find(({ id }) => Letters.toldBy(messages, id) === "told")?.id ?? ""
    d.does(`${MON} 12:00`, ...ends)
    expect(d.case().lifecycle.customerLoop?.outcome).toBe(outcome)
    d.does(`${MON} 12:10`, "system:delivery", { do: "bounced", message, reason: "unknown address" })
      .emits("message-bounced")
      .without("case-reopened", "gate-reopened")
  })
  it("a case that was merged into another one is not reopened", () => {
    const d = opened("both-loops")
    ways["merged into another"]?.end(d)
    d.send(`${MON} 13:00`, "ann", { do: "reopen", because: "dissatisfied", reason: "x" }).rejects("loop/ended-early")
  })
  it("a postponed suggestion is not decided again on a withdrawn case or an expired record", () => {
    const late: Wishes = {
      ...wishes("customer-loop"),
      loops: {
        suggestion: {
          when: { kind: "suggestion" },
          customer: {
            decided: { kind: "decision", oneOf: ["adopted", "later"] },
            told: { kind: "result", after: ["decided"], tell: "answer" }
          }
        }
      }
    }
    const suggested = (): TestDesk => {
      const d = desk(policy(late))
      d.does(`${MON} 09:00`, "ann", submit({ verbatim: "I suggest a dark report" }))
      d.does(`${MON} 09:10`, "ann", {
        do: "pass",
        gate: "decided",
        decision: "later",
        reason: "x",
        until: "2027-03-01"
      })
      return d
    }
    const withdrawn = suggested()
    withdrawn.does(`${MON} 10:00`, ...withdraw)
    const over = suggested()
    over.does(`${MON} 10:00`, "ann", { do: "pass", gate: "told", result: "later" })
    for (const d of [withdrawn, over]) {
      d.tick("2027-04-01 09:00")
      expect([d.named("case-reopened"), d.case().record.expiredAt !== undefined, timers(d)]).toEqual([[], true, []])
    }
  })
})
