/**
 * What is listed as allowed is never refused for rights, and what is listed as refused is refused for the same reason:
 * for each command that a history gives, given by each sort of person and part of the system instead.
 */
import type { Case } from "../../case/Case.ts"
import type { Command } from "../../case/generated/Command.ts"
import type { Reason, RefusalCode } from "../../case/Refusal.ts"
import type { Target } from "../../command/Description.ts"
import type { Permission } from "../../decide/allowed.ts"
import { permissions } from "../../decide/allowed.ts"
import { descriptionOf } from "../../decide/permission.ts"
import { situationOf } from "../../decide/situation.ts"
import type { Actor } from "../../people/Actor.ts"
import { anonymous, channel, customer, nameOf, person, system } from "../../people/Actor.ts"
import { actor } from "../Cast.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import type { Decider, Decision } from "../World.ts"
import { core } from "../World.ts"

/** Who tries: everybody of the cast, the customer of the case, and those who have no part in it. */
const actors = ({ conversation }: Case): readonly Actor[] => [
  ...["ann", "ben", "sam", "sue", "dora", "quinn"].map((name) => actor(name)),
  person({ id: "mallory", roles: [] }),
  ...(conversation.customer === undefined ? [] : [customer(conversation.customer)]),
  customer("somebody else"),
  anonymous,
  system("host"),
  channel("mail")
]

/** Reasons that speak of the actor, whatever the other arguments are. */
const ofRights: ReadonlySet<RefusalCode> = new Set([
  "people/unknown",
  "command/wrong-person",
  "gate/wrong-person",
  "ownership/not-owner"
])

const targetKeys = ["gate", "clock", "approval", "name", "action"] as const satisfies readonly (keyof Target)[]

/** Returns the permission that speaks of a command, if one is listed for exactly what it is about. */
const permissionOf = (listed: readonly Permission[], command: Command): Permission | undefined => {
  const about = command as Target
  const keys = descriptionOf(command).targets === undefined ? [] : targetKeys
  return listed.find((one) => one.command === command.do && keys.every((key) => one[key] === about[key]))
}

/** What a reply says decides whether the case takes it late: of a reply the rights alone are compared. */
const compared = (command: Command, { reasons }: Permission): readonly Reason[] =>
  command.do === "reply" ? reasons.filter(({ code }) => ofRights.has(code)) : reasons

const named = (reasons: readonly Reason[]): string => reasons.map(({ code }) => code).join(", ")

const violationBy = (decider: Decider, decision: Decision, by: Actor): string | undefined => {
  const { policy, command, before } = decision
  const at = decision.meta.receivedAt
  const meta = { ...decision.meta, actor: by, occurredAt: at }
  const { refusal } = decider.step(policy, before, command, meta)
  const listed = permissions(situationOf(policy, before, { actor: by, at, gathered: meta.gathered }))
  const permission = permissionOf(listed, command)
  if (permission === undefined) return undefined
  const found = refusal?.reasons ?? []
  const who = `"${command.do}" by ${nameOf(by)}`
  if (permission.allowed) {
    const against = found.filter(({ code }) => ofRights.has(code))
    return against.length === 0 ? undefined : `${who} is listed as allowed, and refused: ${named(against)}`
  }
  const listedFor = `${who} is listed as refused: ${named(permission.reasons)}`
  const reasons = compared(command, permission)
  if (reasons.length === 0) return undefined
  if (refusal === undefined) return `${listedFor}; it is done`
  const isSaid = reasons.every(({ code }) => found.some((one) => one.code === code))
  return isSaid ? undefined : `${listedFor}; it is refused: ${named(found)}`
}

/** Of the decisions of a history, those that are tried again. */
const every = 4

export const allowedIsAccepted: DeciderLaw = {
  name: "allowed-is-what-is-accepted",
  violation: (decider, history) =>
    first(
      run(core, history).decisions.filter((_, i) => i % every === 0),
      (decision) => first(actors(decision.before), (by) => violationBy(decider, decision, by))
    )
}
