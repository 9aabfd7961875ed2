/**
 * A customer's word that would reopen a case once more than it may be: kept, told to nobody outside, and left to a
 * person. Two machines that answer each other would otherwise reopen a case without end.
 */

import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import { HOUR } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

/** Within an hour no case is reopened more often than this without a person. */
const mostInAnHour = 5

/** Returns why a case may not be reopened now but by a person; a person's own decision is never limited. */
export const tooFast = (situation: Situation, path: string): readonly RefusalReason[] => {
  if (situation.meta.actor.kind === "person") return []
  const lately = situation.state.lifecycle.reopenings.filter((at) => at > situation.now - HOUR && at <= situation.now)
  return lately.length < mostInAnHour ? [] : [reason("loop/reopened-too-fast", path, { times: mostInAnHour })]
}

const left: ReadonlySet<string> = new Set(["loop/reopened-too-fast", "loop/reopened-enough"])

const parking = (situation: Situation, refused: readonly RefusalReason[]): RefusalReason | undefined =>
  situation.meta.actor.kind === "person" ? undefined : refused.find(({ code }) => left.has(code))

/** Returns whether what was said is left to a person, for these reasons. */
export const isParked = (situation: Situation, refused: readonly RefusalReason[]): boolean =>
  parking(situation, refused) !== undefined

/** Leaves what the customer said to a person where it came too often; returns whether it did. */
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

/** A person has looked at what was parked, and the case stays closed. */
export const dismiss = (draft: Draft): boolean => {
  const { parked } = draft.state.lifecycle
  if (parked === undefined || draft.meta.actor.kind !== "person") return false
  Drafts.emit(draft, "reopening-dismissed", { by: nameOf(draft.meta.actor) }, parked.rule)
  return true
}
