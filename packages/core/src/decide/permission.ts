/**
 * Whether a command may be given. A step and the list of allowed commands use the same answer. Reasons against the
 * actor and reasons against the case are separate, since somebody else may do what this actor may not.
 */
import type { Command } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import type { Description, Partly } from "../command/Description.ts"
import { againstStranger } from "../command/Rights.ts"
import { registry } from "../command/registry.ts"
import type { Situation } from "../draft/Draft.ts"
import { againstRecused } from "../rule/ownership/recusal.ts"
import type { Instant } from "../time/Instant.ts"

/** Why a command may not be given, in three groups. */
export interface Against {
  /** The case takes no such command, or the actor has no access to the case. */
  readonly standing: readonly RefusalReason[]
  /** This actor may not give it. */
  readonly who: readonly RefusalReason[]
  /** Nobody may give it now. */
  readonly now: readonly RefusalReason[]
}

/** Returns the description of a command. */
export const descriptionOf = (command: Pick<Command, "do">): Description =>
  registry[command.do] as unknown as Description

/** Returns the instant at which a command takes effect. */
export const actsAt = (command: Pick<Command, "do">, occurredAt: Instant, receivedAt: Instant): Instant =>
  descriptionOf(command).acts === "reported" ? Math.min(occurredAt, receivedAt) : receivedAt

/** Reasons against an actor that hold for every command. */
interface AgainstActor {
  readonly stranger: readonly RefusalReason[]
  readonly recused: readonly RefusalReason[]
}

/** Returns the reasons against an actor that hold for every command. */
export const againstActor = (situation: Situation): AgainstActor => {
  // The directory leaves recused people out. An actor with roles must be known to it.
  const recused = againstRecused(situation)
  return { recused, stranger: recused.length > 0 ? [] : againstStranger(situation) }
}

/** Returns the reasons against a command, as far as its target and its actor decide them. */
export const against = (
  situation: Situation,
  command: Partly<Command["do"]>,
  actor = againstActor(situation)
): Against => {
  const description = descriptionOf(command)
  const standing = againstStanding(situation, command, description, actor)
  if (standing.length > 0) return { standing, who: [], now: [] }
  return {
    standing,
    who: description.who(situation, command as never),
    now: description.now?.(situation, command as never) ?? []
  }
}

const againstStanding = (
  { state }: Situation,
  command: Pick<Command, "do">,
  { until }: Description,
  { recused, stranger }: AgainstActor
): readonly RefusalReason[] => {
  if (state.version === 0) return command.do === "submit" ? [] : [reason("case/unknown", undefined, { case: state.id })]
  if (until !== "erased" && state.record.expiredAt !== undefined) return [reason("case/expired", "retention")]
  if (stranger.length > 0) return stranger
  const isClosed = until === "closed" && state.lifecycle.closedAt !== undefined
  return isClosed ? [reason("case/closed"), ...recused] : recused
}
