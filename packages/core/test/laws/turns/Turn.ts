/** What somebody might do next on a case: the command, and who gives it. */
import type { Case } from "../../../src/case/Case.ts"
import type { Command } from "../../../src/case/generated/Command.ts"
import * as Gate from "../../../src/case/track/Gate.ts"
import type { GateRule } from "../../../src/policy/Bundle.ts"
import { loopOf, type Policy } from "../../../src/policy/Policy.ts"
import type { SentCommand, TestWorld } from "../../../src/testing/World.ts"
import { DAY, type Instant, renderDate } from "../../../src/time/Instant.ts"

/** The case and the world in which a turn is chosen. */
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

/** Returns the command of a turn; undefined if the case has nothing for it. */
export type Turn = (s: Standing) => Move | undefined

/** Returns a turn with the same person and command on any case. */
export const fixed =
  (by: string, command: Command): Turn =>
  () => ({ by, command })

/** Returns a turn of the owner, or of the lead if nobody owns the case. */
export const owners =
  (command: Command): Turn =>
  (s) => ({ by: ownerOf(s), command })

/** Returns the owner of the case. */
export const ownerOf = ({ c }: Standing): string =>
  c.ownership.owner.startsWith("system:") ? "sam" : c.ownership.owner

/** Returns a member of staff other than these. */
export const otherThan = ({ world }: Standing, ...ids: readonly (string | undefined)[]): string =>
  world.people.find(({ id }) => !ids.includes(id))?.id ?? "sam"

/** Returns the customer of the case. */
export const customerOf = ({ c }: Standing): string => c.feedback.receipt?.customer ?? "carl"

/** Returns a date some days ahead. */
export const inDays = ({ at }: Standing, days: number): string => renderDate(Math.floor(at / DAY) + days)

/** Returns the first open gate that fits. */
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
