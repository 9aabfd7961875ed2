/** Requests for approval: who is asked, who may answer, what a refusal says, and who is notified of the answer. */
import { describe, expect, it } from "vitest"
import { type Gathered, nothingGathered } from "../../src/case/Gathered.ts"
import type { Command } from "../../src/case/generated/Command.ts"
import { situationOf } from "../../src/decide/situation.ts"
import { load } from "../../src/policy/Policy.ts"
import { isForAnswering } from "../../src/rule/approval/requests.ts"
import { actor, bundle, days, hours, people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, instant, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, TUE } from "../cases/complaint.ts"

/** An amount and a limit, as each language writes them. */
const euros = (amount: string, limit: string) => ({
  amount: `${amount} EUR`,
  "amount.zh-CN": `${amount} 欧元`,
  limit: `${limit} EUR`,
  "limit.zh-CN": `${limit} 欧元`
})

const give = (amount: number | string): Command => ({ do: "compensate", amount, reason: "goodwill" })
const approve: Command = { do: "approve" }
const deny: Command = { do: "deny", reason: "too much" }
const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}
const asking = (wishes: Wishes = {}): TestDesk => {
  const d = opened(wishes)
  d.does(`${MON} 10:00`, "ann", give(200))
  return d
}
const reasons = (d: TestDesk, by: string, command: Command, at = `${MON} 11:00`) =>
  d.send(at, by, command).step.refusal?.reasons

describe("who is notified of an answer", () => {
  /** Returns the notices after the request, with the reason of each. */
  const heard = (d: TestDesk, since: number) =>
    d
      .world()
      .letters.slice(since)
      .map(({ message, to, text }) => `${message} to ${to}: ${/(?:^| )reason: ([^.]*)\./.exec(text)?.[1] ?? "-"}`)
  const told = (act: (d: TestDesk) => void, wishes: Wishes = {}): readonly string[] => {
    const d = asking(wishes)
    const since = d.world().letters.length
    act(d)
    return heard(d, since)
  }
  const rows: readonly (readonly [string, (d: TestDesk) => void, readonly string[]])[] = [
    ["who was asked approves", (d) => d.does(`${MON} 11:00`, "sam", approve), ["request-approved to ann: -"]],
    [
      "somebody else approves",
      (d) => d.does(`${MON} 11:00`, "sue", approve),
      ["request-ended to sam: it was answered", "request-approved to ann: -"]
    ],
    ["who was asked denies", (d) => d.does(`${MON} 11:00`, "sam", deny), ["request-denied to ann: too much"]],
    [
      "who asked takes it back",
      (d) => d.does(`${MON} 11:00`, "ann", { do: "deny" }),
      ["request-ended to sam: the request was withdrawn"]
    ],
    [
      "nobody answers",
      (d) => d.tick(`${MON} 14:00`),
      ["approval-asked to dora: -", "request-passed-on to ann: -", "request-passed-on to sam: -"]
    ]
  ]
  it.each(rows)("%s", (_, act, expected) => expect(told(act)).toEqual(expected))

  it("nobody answers, and nobody has a higher role", () => {
    expect(told((d) => d.tick(`${MON} 14:00`), { approval: { unanswered: "denied" } })).toEqual([
      "request-denied to ann: nobody answered"
    ])
  })
})

it("the amount that was asked for is given, whatever its figures would mean in a later version", () => {
  const d = asking()
  const under = load({ ...bundle({ version: "build-2" }), currency: { code: "EUR", digits: 3 } })
  d.does(`${MON} 10:30`, "system:host", { do: "move-policy", reason: "anew" }, { under })
  d.does(`${MON} 11:00`, "sam", approve).emits("approved", { event: "compensated", amount: 20_000, approvedBy: "sam" })
})

describe("what a refusal says", () => {
  it("of an amount above every limit: by how much, whose limit, and that nobody may", () => {
    const d = opened({ limits: [{ role: "agent", compensate: { perCase: 10_000, perMonth: 25_000 } }] })
    expect(reasons(d, "ann", give(300))).toEqual([
      {
        code: "authority/over-limit",
        rule: "authority.limits.agent.compensate.per-case",
        says: { actor: "ann", asked: "compensate", ...euros("300.00", "100"), window: "per-case" }
      },
      {
        code: "authority/over-limit",
        rule: "authority.limits.agent.compensate.per-month",
        says: { actor: "ann", asked: "compensate", ...euros("300.00", "250"), window: "per-month" }
      },
      { code: "authority/nobody", rule: "authority.limits", says: { asked: "compensate" } }
    ])
  })

  it("of a power that no role has", () => {
    const none: Wishes = { limits: [{ role: "agent", compensate: { perCase: 10_000 } }] }
    for (const command of [
      { do: "discount", amount: "1%", reason: "goodwill" },
      { do: "grant", amount: 1, reason: "goodwill" }
    ] as const)
      expect(reasons(opened(none), "ann", command)).toEqual([
        { code: "authority/nobody", rule: "authority.limits", says: { asked: command.do } }
      ])
  })

  it("of an invalid amount, and of a missing reason", () => {
    expect(reasons(opened(), "ann", { do: "compensate", amount: "ten", reason: " " })).toEqual([
      { code: "authority/amount", says: { amount: "ten", unit: "EUR" } },
      { code: "reason/missing", says: {} }
    ])
    expect(reasons(opened(), "dora", { do: "discount", amount: 5, reason: "goodwill" })).toEqual([
      { code: "authority/amount", says: { amount: "5", unit: "%" } }
    ])
  })

  it("of money without an exchange rate", () => {
    expect(reasons(opened(), "dora", give("5 USD"))).toEqual([
      { code: "authority/no-rate", rule: "currency", says: { amount: "5 USD", currency: "EUR" } }
    ])
  })

  it("of an unknown request: which ones there are", () => {
    const d = asking()
    const [asked] = d.case().authority.approvals
    const none = [{ code: "authority/no-request", says: { open: [asked?.id] } }]
    expect(reasons(d, "sam", { do: "approve", approval: "x" })).toEqual(none)
    expect(reasons(d, "sam", { do: "deny", approval: "x" })).toEqual(none)
  })

  it("of one's own request, and of an actor without limits", () => {
    const d = asking({
      limits: [
        { role: "agent", compensate: { perCase: 10_000 } },
        { role: "supervisor", compensate: { perCase: null } }
      ]
    })
    expect(reasons(d, "ann", approve)).toEqual([
      {
        code: "authority/over-limit",
        rule: "authority.limits.agent.compensate.per-case",
        says: { actor: "ann", asked: "compensate", ...euros("200.00", "100"), window: "per-case" }
      },
      { code: "authority/self-approval", says: { actor: "ann" } }
    ])
    for (const command of [approve, deny])
      expect(reasons(d, "system:host", command)).toEqual([
        { code: "authority/none", rule: "authority.limits", says: { actor: "system:host" } }
      ])
    expect(reasons(d, "ben", deny)).toEqual([
      {
        code: "authority/over-limit",
        rule: "authority.limits",
        says: { actor: "ben", asked: "compensate", amount: "200.00 EUR", "amount.zh-CN": "200.00 欧元" }
      }
    ])
  })
})

describe("a request is for", () => {
  const isFor = (d: TestDesk, who: string, approval?: string, gathered: Partial<Gathered> = {}): boolean => {
    const at = instant(`${MON} 11:00`)
    const viewer = { actor: actor(who), at, gathered: { ...nothingGathered, people, ...gathered } }
    return isForAnswering(situationOf(policy(), d.case(), viewer), approval === undefined ? {} : { approval })
  }

  it.each<readonly [who: string, expected: boolean, why: string]>([
    ["ann", false, "they asked themselves"],
    ["ben", false, "their role stands below the one that was asked"],
    ["sam", true, "they were asked"],
    ["sue", true, "they have the role that was asked"],
    ["dora", true, "their role stands above it"],
    ["quinn", false, "their role has no limits"],
    ["carl", false, "a customer approves nothing"],
    ["system:host", false, "a machine approves nothing"]
  ])("%s: %s, since %s", (who, expected, _) => expect(isFor(asking(), who)).toBe(expected))

  it("nobody if none waits, or none with that name", () => {
    expect(isFor(opened(), "sam")).toBe(false)
    expect(isFor(asking(), "sam", "x")).toBe(false)
  })

  it("whoever has the role that was asked and the person who was, even if the role has no limits any more", () => {
    const { authority: rule } = policy().bundle
    const limits = rule.limits.filter(({ role }) => role !== "supervisor")
    const authority = { content: "build-2", rule: { ...rule, limits } }
    const now = (who: string, roles = ["supervisor"]): boolean => {
      const staff = people.map((one) => (one.id === "sam" ? { ...one, roles } : one))
      const viewer = {
        actor: actor(who, staff),
        at: instant(`${MON} 11:00`),
        gathered: { ...nothingGathered, people: staff, authority }
      }
      return isForAnswering(situationOf(policy(), asking().case(), viewer), {})
    }
    expect(["sam", "sue", "dora", "ben"].map((who) => now(who))).toEqual([true, true, false, false])
    expect(now("sam", ["agent"])).toBe(true)
  })
})

describe("an extension is asked of", () => {
  const extend: Command = { do: "extend", clock: "told", reason: "a part is late" }
  const asked = (by: string, approve: readonly string[]) => {
    const d = opened({ clocks: { told: { within: days(5), extend: { times: 1, each: hours(8), approve } } } })
    d.send(`${MON} 10:00`, by, extend)
    const [request] = d.case().authority.approvals
    return request === undefined ? "nobody" : `${request.from} ${request.person}`
  }
  it.each<readonly [by: string, approve: readonly string[], expected: string]>([
    ["ann", ["supervisor", "director"], "supervisor sam"],
    ["ann", ["director", "supervisor"], "supervisor sam"],
    ["ann", ["quality", "director"], "director dora"],
    ["ann", ["quality"], "quality quinn"],
    ["sam", ["director"], "director dora"],
    ["dora", ["supervisor"], "supervisor sam"],
    ["quinn", ["supervisor", "director"], "supervisor sam"],
    ["ann", ["nobody"], "nobody"]
  ])("by %s, where %j approve it: %s", (by, approve, expected) => expect(asked(by, approve)).toBe(expected))

  it("the next of those that the clock names, if the first does not answer", () => {
    const wish = { times: 1, each: hours(8), approve: ["director", "quality", "supervisor"] }
    const d = opened({ clocks: { told: { within: days(5), extend: wish } } })
    d.does(`${MON} 10:00`, "ann", extend)
    d.tick(`${MON} 14:00`)
    expect(d.case().authority.approvals).toMatchObject([{ from: "director", person: "dora" }])
    d.does(`${TUE} 09:30`, "dora", approve).emits({ event: "clock-extended", why: "clocks.told" })
  })
})

describe("by which limit something was given", () => {
  it.each<readonly [command: Command, rule: string]>([
    [give(10), "authority.limits.director.compensate"],
    [{ do: "discount", amount: "5%", reason: "goodwill" }, "authority.limits.director.discount"],
    [{ do: "grant", amount: 1, reason: "goodwill" }, "authority.limits.director.resources"]
  ])("%j", (command, why) => {
    const { step } = opened().does(`${MON} 10:00`, "dora", command)
    expect(step.events[0]).toMatchObject({ by: "dora", why })
  })

  it("one power does not count against another, also on a linked case", () => {
    const d = opened()
    d.does(`${MON} 09:10`, "ben", submit({ case: "B", customer: "dave" }))
    d.does(`${MON} 09:20`, "ben", { do: "set", causeOf: "A" }, { case: "B" })
    d.does(`${MON} 10:00`, "ann", { do: "discount", amount: "5%", reason: "goodwill" }, { case: "B" })
    d.does(`${MON} 10:10`, "ann", give(100)).emits("compensated")
    d.does(`${MON} 10:20`, "ann", { do: "discount", amount: "1%", reason: "goodwill" }).emits("approval-asked")
  })
})
