/** Who has no access to a case: every command that people give, by every kind of outsider. */
import { describe, expect, it } from "vitest"
import type { Case } from "../../src/case/Case.ts"
import { nothingGathered } from "../../src/case/Gathered.ts"
import type { Command, Verb } from "../../src/case/generated/Command.ts"
import { registry } from "../../src/command/registry.ts"
import { against } from "../../src/decide/permission.ts"
import { situationOf } from "../../src/decide/situation.ts"
import { step } from "../../src/decide/step.ts"
import type { Actor } from "../../src/people/Actor.ts"
import { anonymous, customer, person } from "../../src/people/Actor.ts"
import { action, actor, people, policy, rootCause } from "../../src/testing/Build.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { MON, told } from "./complaint.ts"

const strangers: readonly (readonly [string, Actor])[] = [
  ["another customer", customer("dave")],
  ["an id that nobody has", person({ id: "mallory", roles: [] })],
  [
    "an id that nobody has, with roles of its own",
    person({ id: "mallory", roles: ["agent", "supervisor", "director"] })
  ],
  ["a customer who gave no name", anonymous]
]

const given = (Object.keys(registry) as Verb[]).filter(
  (verb) => registry[verb].acts !== "told" && verb !== "submit" && verb !== "join"
)

/** Returns the example of a command, with arguments of the test policy. */
const commandOf = (verb: Verb): Command =>
  ({
    ...registry[verb].example,
    ...{
      compensate: { amount: 10 },
      pass: { gate: "investigated", ...rootCause, actions: [action("an alarm")] },
      set: { facts: { slow: false } },
      reply: { says: "satisfied" },
      "hand-over": { to: "ben" },
      delegate: { to: "ben" }
    }[verb as string]
  }) as Command

const fresh = (): Case => {
  const d = desk(policy())
  d.does(`${MON} 09:00`, "ann", submit())
  return d.case()
}

describe("outsiders", () => {
  const standing = { "just opened": fresh(), "told the result": told().case() }
  const table = given.flatMap((verb) =>
    strangers.flatMap(([who, actor]) =>
      Object.entries(standing).map(([when, before]) => ({ verb, who, actor, when, before }))
    )
  )
  it.each(table)("F-R1 · $verb by $who is refused on a case $when, and nothing changes", ({ verb, actor, before }) => {
    const at = instant(`${MON} 09:55`)
    const meta = { id: "x", occurredAt: at, receivedAt: at, actor, draw: 0, gathered: { ...nothingGathered, people } }
    const after = step(policy(), before, commandOf(verb), meta)
    expect(after.refusal?.reasons.length).toBeGreaterThan(0)
    expect(after.refusal?.allowed).toEqual([])
    const byTime = step(policy(), before, { do: "time" }, { ...meta, actor: { kind: "system", part: "timer" } })
    expect(after.events.filter(({ event }) => event !== "command-refused")).toEqual(byTime.events)
  })
})

describe("a command that nobody may give now is listed as such before it is tried", () => {
  const none = policy({ endings: [] })
  it.each<readonly [verb: Verb, who: string, target: object, code: string]>([
    ["reply", "carl", { gate: "agreed" }, "gate/not-open"],
    ["answer", "carl", { gate: "confirmed" }, "gate/not-open"],
    ["withdraw", "carl", {}, "ending/not-offered"],
    ["merge", "ann", {}, "ending/not-offered"],
    ["forward", "ann", {}, "ending/not-offered"],
    ["turn-away", "ann", {}, "ending/not-offered"],
    ["waive", "dora", { gate: "nowhere" }, "gate/unknown"],
    ["deny", "sam", {}, "authority/no-request"],
    ["approve", "sam", {}, "authority/no-request"],
    ["spot-check", "quinn", {}, "authority/not-drawn"],
    ["close", "sam", {}, "loop/gates-open"],
    ["reopen", "ann", { because: "nothing" }, "loop/not-reopenable"]
  ])("%s by %s", (verb, who, target, code) => {
    const viewer = { actor: actor(who), at: instant(`${MON} 09:55`), gathered: { ...nothingGathered, people } }
    const { now } = against(situationOf(none, fresh(), viewer), { do: verb, ...target })
    expect([...new Set(now.map((one) => one.code))]).toEqual([code])
  })
  it.each(["compensate", "discount", "grant"] as const)("%s, where no role of the policy may", (verb) => {
    const idle = policy({ limits: [{ role: "agent", close: "all" }] })
    const viewer = { actor: actor("ann"), at: instant(`${MON} 09:55`), gathered: { ...nothingGathered, people } }
    const { now } = against(situationOf(idle, fresh(), viewer), { do: verb })
    expect(now.map((one) => one.code)).toEqual(["authority/nobody"])
  })
})
