/**
 * Whether a command may be given: the one answer that both a step and the list of what is allowed go by. What keeps the
 * actor from it and what keeps the case from it are told apart, since somebody else may do what an actor may not.
 */
import type { Command } from "../case/generated/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import type { Description, Partly } from "../command/Description.ts"
import { againstStranger } from "../command/Rights.ts"
import { registry } from "../command/registry.ts"
import type { Situation } from "../draft/Draft.ts"
import { againstRecused } from "../rule/ownership/recuse.ts"
import type { Instant } from "../time/Instant.ts"

export interface Against {
  /** The case takes no such command, or the actor has no say in it at all. */
  readonly standing: readonly Reason[]
  /** This actor may not give it. */
  readonly who: readonly Reason[]
  /** Nobody can give it now. */
  readonly now: readonly Reason[]
}

export const descriptionOf = (c: Pick<Command, "do">): Description => registry[c.do] as unknown as Description

/** Returns the instant at which a command acts. */
export const actsAt = (command: Pick<Command, "do">, occurredAt: Instant, receivedAt: Instant): Instant =>
  descriptionOf(command).acts === "reported" ? Math.min(occurredAt, receivedAt) : receivedAt

/** Returns everything that keeps a command from being given, as far as its target and its actor decide. */
export const against = (x: Situation, c: Partly<Command["do"]>): Against => {
  const standing = againstStanding(x, c)
  if (standing.length > 0) return { standing, who: [], now: [] }
  const { who, now } = descriptionOf(c)
  return { standing, who: who(x, c as never), now: now?.(x, c as never) ?? [] }
}

const againstStanding = (x: Situation, c: Pick<Command, "do">): readonly Reason[] => {
  const { state } = x
  if (state.version === 0) return c.do === "submit" ? [] : [reason("case/unknown", undefined, { case: state.id })]
  const { until } = descriptionOf(c)
  if (until !== "erased" && state.record.expiredAt !== undefined) return [reason("case/expired", "retention")]
  const isClosed = until === "closed" && state.lifecycle.closedAt !== undefined
  // The directory leaves out the recused. Whatever roles anybody else comes with: it has to know them.
  const recused = againstRecused(x)
  const stranger = recused.length > 0 ? [] : againstStranger(x)
  return stranger.length > 0 ? stranger : [...(isClosed ? [reason("case/closed")] : []), ...recused]
}
