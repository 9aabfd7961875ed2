/** What somebody might do next to a case as it stands: the command, and who gives it. */
import type { Case } from "../../../src/case/Case.ts"
import type { Command } from "../../../src/case/generated/Command.ts"
import * as Gate from "../../../src/case/track/Gate.ts"
import type { GateRule } from "../../../src/policy/Bundle.ts"
import { loopOf, type Policy } from "../../../src/policy/Policy.ts"
import type { SentCommand, TestWorld } from "../../../src/testing/World.ts"
import { DAY, type Instant, renderDate } from "../../../src/time/Instant.ts"

export interface Standing {
  readonly world: TestWorld
  readonly policy: Policy
  /** The policy in its other version, and with its other calendars. */
  readonly others: { readonly version: () => Policy; readonly calendars: () => Policy }
  readonly c: Case
  readonly at: Instant
}

interface Move extends Partial<Omit<SentCommand, "at" | "by" | "command">> {
  readonly by: string
  readonly command: Command
}

/** Undefined where the case offers nothing to do it to. */
export type Turn = (s: Standing) => Move | undefined

/** The same person and command, however the case stands. */
export const fixed =
  (by: string, command: Command): Turn =>
  () => ({ by, command })

/** A command of the owner's; where nobody owns the case, of whoever leads. */
export const owners =
  (command: Command): Turn =>
  (s) => ({ by: ownerOf(s), command })

export const ownerOf = ({ c }: Standing): string =>
  c.ownership.owner.startsWith("system:") ? "sam" : c.ownership.owner

/** Somebody else on the staff than these. */
export const otherThan = ({ world }: Standing, ...ids: readonly (string | undefined)[]): string =>
  world.people.find(({ id }) => !ids.includes(id))?.id ?? "sam"

export const customerOf = ({ c }: Standing): string => c.feedback.receipt?.customer ?? "carl"

/** Returns a date so many days ahead. */
export const inDays = ({ at }: Standing, days: number): string => renderDate(Math.floor(at / DAY) + days)

/** Returns the first gate of these that stands open. */
export const openGate = (
  { policy, c }: Standing,
  fits: (rule: GateRule) => boolean
): { readonly rule: GateRule; readonly state: Gate.GateState } | undefined => {
  for (const rule of loopOf(policy, c.lifecycle.loop)?.rule.gates ?? []) {
    const state = Gate.at(c.gates, rule.name)
    if (state.status === "open" && fits(rule)) return { rule, state }
  }
  return undefined
}
