import type { Meta } from "../../case/Gathered.ts"
import type { Command } from "../../case/generated/Command.ts"
import type { Step } from "../../decide/step.ts"
import { system } from "../../people/Actor.ts"
import type { AuthorityRule } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import type { Decider } from "../World.ts"
import { core } from "../World.ts"
import { type BrokenDecider, changed } from "./Decider.ts"

/** Returns the authority of a policy in which every role may do everything. */
const unbound = ({ bundle: { authority, roles } }: Policy): AuthorityRule => ({
  ...authority,
  apart: [],
  limits: Object.keys(roles).map((role) => ({ role, close: "all", regrade: "all", waive: "all" }))
})

const given = (verbs: readonly Command["do"][], meta: (policy: Policy, meta: Meta) => Meta): Decider => ({
  ...core,
  step: (policy, before, command, envelope): Step =>
    core.step(policy, before, command, verbs.includes(command.do) ? meta(policy, envelope) : envelope)
})

const withEveryPower = (policy: Policy, meta: Meta): Meta => ({
  ...meta,
  gathered: { ...meta.gathered, authority: { content: policy.bundle.content, rule: unbound(policy) } }
})

/** Deciders in which a case demands less without a decision. */
export const brokenDemands: readonly BrokenDecider[] = [
  {
    name: "to reclassify takes no authority",
    breaks: "demands-are-kept",
    decider: given(["reclassify"], withEveryPower)
  },
  {
    name: "facts that the staff set are taken for the host's",
    breaks: "demands-are-kept",
    decider: given(["set"], (_, meta) => (meta.actor.kind === "person" ? { ...meta, actor: system("host") } : meta))
  },
  {
    name: "to merge takes no authority",
    breaks: "demands-are-kept",
    decider: given(["merge"], withEveryPower)
  },
  {
    name: "what was let go stands nowhere",
    breaks: "demands-are-kept",
    decider: changed(({ events }) => events.filter(({ event }) => event !== "demands-reduced"))
  }
]
