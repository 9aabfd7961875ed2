import { describe, expect, it } from "vitest"
import * as Publication from "../../src/decide/Publication.ts"
import { type Actor, customer, person, system } from "../../src/people/Actor.ts"
import type { Bundle } from "../../src/policy/Bundle.ts"
import { bundle } from "../../src/testing/Build.ts"

type Publish = NonNullable<Bundle["authority"]["publish"]>

const day = 86_400_000
const at = Date.UTC(2026, 10, 16, 9)

const version = (content: string, publish?: Publish, more: Partial<Bundle> = {}): Bundle => {
  const made = bundle({ version: content })
  return { ...made, authority: publish === undefined ? made.authority : { ...made.authority, publish }, ...more }
}

const byManagers: Publish = { by: ["director"], signOff: [] }
const director = person({ id: "dora", roles: ["director"] })
const agent = person({ id: "ann", roles: ["agent"] })
const host = system("host")

/** A policy that was published, with functions that publish further versions. */
const given = (first: Bundle) => {
  const known = new Map([[first.content, first]])
  let state = Publication.step(
    undefined,
    Publication.nothing,
    { bundle: first, reason: "first-policy" },
    host,
    at
  ).state
  return {
    publish: (next: Bundle, by: Actor, when = at + day, reason = "new limits"): readonly string[] => {
      const { active } = Publication.inForce(state, when)
      known.set(next.content, next)
      const step = Publication.step(known.get(active?.content ?? ""), state, { bundle: next, reason }, by, when)
      state = step.state
      return step.refusal?.map(({ code }) => code) ?? step.events.map(({ event }) => event)
    },
    /** Returns why a publication is refused; nothing is published. */
    refused: (next: Bundle, by: Actor) => {
      const { active } = Publication.inForce(state, at + day)
      const order = { bundle: next, reason: "new limits" }
      return Publication.step(known.get(active?.content ?? ""), state, order, by, at + day).refusal ?? []
    },
    inForce: (when: number): readonly (string | undefined)[] => {
      const { active, next } = Publication.inForce(state, when)
      return [active?.content, next?.content]
    },
    get state() {
      return state
    }
  }
}

describe("F-R9 · a version of the policy", () => {
  it("F-R9 · keeps the currency of all recorded amounts, whoever publishes it", () => {
    const inPounds = { currency: { code: "GBP", digits: 2 } }
    const policy = given(version("one", byManagers, inPounds))
    const inYen = version("two", byManagers, { currency: { code: "JPY", digits: 0 } })
    const { currency: _, ...inNone } = version("three", byManagers)
    for (const by of [director, host])
      for (const other of [inYen, inNone]) expect(policy.publish(other, by)).toEqual(["publish/other-currency"])
    expect(policy.publish(version("four", byManagers, inPounds), director)).toEqual(["policy-published"])
    expect(given(inNone).publish(version("two", undefined, inPounds), host)).toEqual(["policy-published"])
  })
  it("is published by a role that the version in force names, and who, why and when are recorded", () => {
    const policy = given(version("one", byManagers))
    expect(policy.publish(version("two"), agent)).toEqual(["governing/wrong-person"])
    expect(policy.publish(version("two"), director, at + day, "  ")).toEqual(["reason/missing"])
    expect(policy.inForce(at + day)).toEqual(["one", undefined])
    expect(policy.publish(version("two"), director)).toEqual(["policy-published"])
    expect(policy.state.published.at(-1)).toEqual({
      policy: "build",
      content: "two",
      at: at + day,
      by: "dora",
      reason: "new limits"
    })
    expect(policy.inForce(at + day)).toEqual(["two", undefined])
  })

  it("cannot admit its own author: the version before it decides", () => {
    const policy = given(version("one", byManagers))
    expect(policy.publish(version("two", { by: ["agent"], signOff: [] }), agent)).toEqual(["governing/wrong-person"])
  })

  it("is published by the host alone if the policy names nobody, and never by a customer", () => {
    const policy = given(version("one"))
    for (const by of [director, agent, customer("c-1")])
      expect(policy.publish(version("two"), by)).toEqual(["governing/unsaid"])
    expect(policy.publish(version("two"), host, at + day, "")).toEqual(["reason/missing"])
    expect(policy.publish(version("two"), host)).toEqual(["policy-published"])
    const said = given(version("one", { by: ["customer", "director"], signOff: [] }))
    expect(said.publish(version("two"), customer("c-1"))).toEqual(["governing/wrong-person"])
  })

  it("waits for a second person with a role that signs, if the policy wants one", () => {
    const both: Publish = { by: ["director"], signOff: ["director", "quality"] }
    const policy = given(version("one", both))
    expect(policy.publish(version("two"), director)).toEqual(["publication-asked"])
    expect(policy.inForce(at + day)).toEqual(["one", undefined])
    expect(policy.publish(version("two"), director)).toEqual(["publish/same-person"])
    expect(policy.publish(version("two"), agent)).toEqual(["governing/wrong-person"])
    const quality = person({ id: "quin", roles: ["quality"] })
    expect(policy.publish(version("two"), quality, at + 2 * day, "looked at")).toEqual(["policy-published"])
    expect(policy.state.published.at(-1)).toMatchObject({ by: "dora", reason: "new limits", signedBy: "quin" })
    expect(policy.state.asked).toBeUndefined()
  })

  it("waits while another person's version waits for a signature, and the refusal names who may end that", () => {
    const both: Publish = { by: ["director", "agent"], signOff: ["quality"] }
    const policy = given(version("one", both))
    expect(policy.publish(version("two"), director)).toEqual(["publication-asked"])
    expect(policy.publish(version("three"), agent)).toEqual(["publish/waits"])
    const [waits] = policy.refused(version("three"), agent)
    expect(waits?.says).toEqual({ content: "two", asker: "dora", by: ["quality"] })
    expect(policy.state.asked).toMatchObject({ content: "two", by: "dora" })
    // Each person whom it names can do it: sign it, or ask for another version.
    expect(policy.publish(version("four"), director)).toEqual(["publication-asked"])
    const quality = person({ id: "quin", roles: ["quality"] })
    expect(policy.publish(version("four"), quality)).toEqual(["policy-published"])
    expect(policy.publish(version("three", both), host)).toEqual(["policy-published"])
    expect(policy.publish(version("five", both), director)).toEqual(["publication-asked"])
    // The host needs no signature, and its publication ends the wait.
    expect(policy.publish(version("six"), host)).toEqual(["policy-published"])
    expect(policy.state.asked).toBeUndefined()
  })

  it("by the same person replaces their version that waits for a signature", () => {
    const policy = given(version("one", { by: ["director"], signOff: ["quality"] }))
    policy.publish(version("two"), director)
    expect(policy.publish(version("three"), director)).toEqual(["publication-asked"])
    const quality = person({ id: "quin", roles: ["quality"] })
    expect(policy.publish(version("two"), quality)).toEqual(["governing/wrong-person"])
    expect(policy.publish(version("three"), quality)).toEqual(["policy-published"])
  })

  it("of another policy is refused, and so is a published one", () => {
    const policy = given(version("one", byManagers))
    expect(policy.publish(version("two", byManagers, { id: "other" }), host)).toEqual(["governing/other-policy"])
    expect(policy.publish(version("one"), director)).toEqual(["publish/in-force"])
  })

  it("waits for its date, and is withdrawn by publishing the version in force again", () => {
    const policy = given(version("one", byManagers))
    const later = version("two", byManagers, { effective: "2026-12-01" })
    expect(policy.publish(later, director)).toEqual(["policy-published"])
    expect(policy.publish(later, director)).toEqual(["publish/in-force"])
    expect(policy.inForce(at + day)).toEqual(["one", "two"])
    expect(policy.inForce(Date.UTC(2026, 11, 1))).toEqual(["two", undefined])
    expect(policy.publish(version("one", byManagers), director, at + 2 * day)).toEqual(["policy-published"])
    expect(policy.inForce(Date.UTC(2026, 11, 2))).toEqual(["one", undefined])
  })

  it("whose date has come stays in force when another is published after it", () => {
    const policy = given(version("one", byManagers))
    policy.publish(version("two", byManagers, { effective: "2026-12-01" }), director)
    const third = version("three", byManagers, { effective: "2027-01-01" })
    expect(policy.publish(third, director, Date.UTC(2026, 11, 10))).toEqual(["policy-published"])
    expect(policy.inForce(Date.UTC(2026, 11, 10))).toEqual(["two", "three"])
    expect(policy.inForce(Date.UTC(2027, 0, 1))).toEqual(["three", undefined])
  })
})
