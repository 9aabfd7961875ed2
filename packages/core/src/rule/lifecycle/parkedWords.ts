/**
 * A customer's message that would reopen a case more often than allowed. It is kept for a person to decide, and nobody
 * outside is told. Otherwise two machines that answer each other would reopen a case without end.
 */

import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import { HOUR } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

/** The most reopenings of a case within an hour that need no person. */
const mostInAnHour = 5

/** Returns why a case may be reopened now only by a person. A person's own decision is never limited. */
export const tooFast = (situation: Situation, path: string): readonly RefusalReason[] => {
  if (situation.meta.actor.kind === "person") return []
  const lately = situation.state.lifecycle.reopenings.filter((at) => at > situation.now - HOUR && at <= situation.now)
  return lately.length < mostInAnHour ? [] : [reason("loop/reopened-too-fast", path, { times: mostInAnHour })]
}

const left: ReadonlySet<string> = new Set(["loop/reopened-too-fast", "loop/reopened-enough"])

const parking = (situation: Situation, refused: readonly RefusalReason[]): RefusalReason | undefined =>
  situation.meta.actor.kind === "person" ? undefined : refused.find(({ code }) => left.has(code))

/** Returns whether these reasons leave a message to a person. */
export const isParked = (situation: Situation, refused: readonly RefusalReason[]): boolean =>
  parking(situation, refused) !== undefined

/** Leaves a message to a person if such messages came too often. Returns whether it did. */
export const park = (
  draft: Draft,
  cause: string,
  refused: readonly RefusalReason[],
  text: string | undefined
): boolean => {
  const rule = parking(draft, refused)
  if (rule === undefined) return false
  const said = defined({ text })
  Drafts.emit(draft, "reopening-parked", { cause, by: nameOf(draft.meta.actor), ...said }, rule.rule)
  return true
}

/** Records that a person has looked at a parked message and leaves the case closed. */
export const dismiss = (draft: Draft): boolean => {
  const { parked } = draft.state.lifecycle
  if (parked === undefined || draft.meta.actor.kind !== "person") return false
  Drafts.emit(draft, "reopening-dismissed", { by: nameOf(draft.meta.actor) }, parked.rule)
  return true
}
