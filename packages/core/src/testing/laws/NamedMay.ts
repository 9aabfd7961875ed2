import type { Command } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import type { Actor } from "../../people/Actor.ts"
import * as Actors from "../../people/Actor.ts"
import type { PersonState } from "../../people/Person.ts"
import type { Who as WhoWord } from "../../policy/Bundle.ts"
import { defined } from "../../value/Optional.ts"
import * as Who from "../../who/Who.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import type { Decider, TestDecision } from "../World.ts"

const actorOf = ({ id, roles, department }: PersonState): Actor => Actors.person(defined({ id, roles, department }))

/** Returns the answer that another actor would get to a command. */
const asked = (decider: Decider, { policy, before, meta }: TestDecision, actor: Actor, command: Command) =>
  decider.step(policy, before, command, { ...meta, actor }).refusal?.reasons ?? []

const target = ({ says }: RefusalReason): string => JSON.stringify([says["gate"], says["dimension"], says["clock"]])

const isSame = (one: RefusalReason, other: RefusalReason): boolean =>
  one.code === other.code && target(one) === target(other)

const listed = (says: unknown): readonly string[] => (Array.isArray(says) ? (says as readonly string[]) : [])

/** Returns the direct command that removes the demand of a refusal. */
const direct = ({ code, says: { gate } }: RefusalReason): Command | undefined => {
  const isOfGate = code === "authority/gate-lost" || code === "merge/owes-more"
  return isOfGate && typeof gate === "string" ? { do: "waive", gate, reason: "named" } : undefined
}

/** Returns what is wrong with somebody who is named for a power. */
const lacksPower = (
  decider: Decider,
  decision: TestDecision,
  refused: RefusalReason,
  role: string
): string | undefined => {
  const holders = decision.meta.gathered.people.filter(({ roles }) => roles.includes(role))
  const could = (actor: Actor): boolean => {
    if (!asked(decider, decision, actor, decision.command).some((one) => isSame(one, refused) || isOfRights(one)))
      return true
    const other = direct(refused)
    return other !== undefined && asked(decider, decision, actor, other).length === 0
  }
  return holders.length === 0 || holders.some((holder) => could(actorOf(holder))) ? undefined : `role ${role}`
}

const rights: ReadonlySet<string> = new Set(["command/wrong-person", "gate/wrong-person", "ownership/not-owner"])
const isOfRights = ({ code }: RefusalReason): boolean => rights.has(code)

/** Returns what is wrong with somebody who is named for a right. */
const lacksRight = (decider: Decider, decision: TestDecision, refused: RefusalReason): string | undefined => {
  const { policy, before, meta } = decision
  const by = listed(refused.says["by"]) as readonly WhoWord[]
  const named = Who.people(policy, before, by, meta.gathered.people)
  return first(
    meta.gathered.people.filter(({ id }) => named.includes(id)),
    (one) => {
      const found = asked(decider, decision, actorOf(one), decision.command).some((other) => isSame(other, refused))
      return found ? one.id : undefined
    }
  )
}

/**
 * Law: whoever a refusal names can really do what was refused. A person who is said to have the right is not refused
 * for lack of it, and a role that is said to have a power can give the command or use the power on what would be lost.
 */
export const namedMay: DeciderLaw = {
  name: "named-may",
  violation: (decider, history) =>
    first(run(decider, history).decisions, (decision) => {
      const { refusal } = decision.step
      if (refusal === undefined || decision.before.version === 0) return undefined
      const given = `${decision.before.id}: ${JSON.stringify(decision.command)} is refused`
      const needed = first(refusal.needs?.people ?? [], (id) => {
        const one = decision.meta.gathered.people.find((person) => person.id === id)
        const left = one === undefined ? [] : asked(decider, decision, actorOf(one), decision.command)
        return left.length === 0
          ? undefined
          : `${given}, needs ${id}, who is refused by ${left.map(({ code }) => code).join()}`
      })
      return (
        needed ??
        first(refusal.reasons, (one) => {
          const found = isOfRights(one)
            ? lacksRight(decider, decision, one)
            : first(listed(one.says["roles"]), (role) => lacksPower(decider, decision, one, role))
          return found === undefined ? undefined : `${given} by ${one.code}, which names ${found} who cannot do it`
        })
      )
    })
}
