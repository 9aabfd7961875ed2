/**
 * When a message leaves: at once, or at the end of the quiet hours, which are longer for questions to a customer. A
 * notice may wait for others to the same person. Receipts always leave at once, and so does what the policy excepts by
 * level or by name.
 */

import type { QueuedMessage } from "../case/track/Message.ts"
import { add } from "../deadline/Span.ts"
import type { SendingRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { DAY, type Instant, MINUTE } from "../time/Instant.ts"
import { toInstant, toLocal, type Zone } from "../time/Zone.ts"
import { defined } from "../value/Optional.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"

/**
 * The properties of a message that decide when it leaves. `asks`: it is a question. `before`: it is useless from then
 * on. `names`: the instants at which something is due that it names.
 */
export type Letter = Pick<QueuedMessage, "message" | "audience"> & {
  readonly gate?: string | undefined
  readonly asks?: true | undefined
  readonly before?: Instant | undefined
  readonly names?: readonly Instant[]
}

/**
 * Returns when a message leaves, and within what time it may be joined with others; empty if it leaves at once and
 * alone.
 */
export const leaving = (draft: Draft, letter: Letter): Pick<QueuedMessage, "notBefore" | "digest" | "before"> => {
  const { sending } = draft.policy.bundle
  if (sending === undefined || isReceipt(draft, letter) || isExcepted(draft, sending, letter.message)) return {}
  // The decision may lie before its record or after it; the message cannot leave before both.
  const now = Math.max(draft.now, draft.recordedAt)
  const { before = Number.POSITIVE_INFINITY, names = [] } = letter
  const quiet = quietEnd(now, letter.asks === true ? questionless(sending) : sending.quiet, draft.policy.zone)
  // A customer hears of a delay before the promise lapses, and people are asked while they can still answer.
  const notBefore = quiet !== undefined && quiet < before ? quiet : undefined
  if (letter.audience !== "staff" || sending.digest === undefined) return defined({ notBefore })
  const until = Math.min(before, ...names.filter((due) => due > now))
  return defined({
    notBefore,
    digest: add(draft, now, sending.digest) - now,
    before: Number.isFinite(until) ? until : undefined
  })
}

const questionless = ({ quiet, quietQuestions = [] }: SendingRule): SendingRule["quiet"] => [
  ...quiet,
  ...quietQuestions
]

/** Returns when a question that is about no case may leave; undefined if at once. */
export const askedFrom = ({ bundle, zone }: Policy, message: string, at: Instant): Instant | undefined => {
  const { sending } = bundle
  if (sending === undefined || sending.quietExcept.messages.includes(message)) return undefined
  return quietEnd(at, questionless(sending), zone)
}

/** Returns when a notice to the staff that is about no case leaves. */
export const noticeLeaves = (
  policy: Policy,
  message: string,
  now: Instant
): Pick<QueuedMessage, "notBefore" | "digest"> => {
  const { sending } = policy.bundle
  if (sending === undefined || sending.quietExcept.messages.includes(message)) return {}
  const digest = sending.digest === undefined ? undefined : add({ policy, now }, now, sending.digest) - now
  return defined({ notBefore: quietEnd(now, sending.quiet, policy.zone), digest })
}

/**
 * Returns whether a message only confirms that something arrived: the receipt of the intake, or of a gate of such a
 * kind.
 */
export const isReceipt = (draft: Draft, { message, audience, gate }: Letter): boolean =>
  audience === "customer" &&
  (message === draft.policy.bundle.form.tell || (gate !== undefined && isReceiptGate(draft, gate)))

const isReceiptGate = (draft: Draft, gate: string): boolean => {
  const kind = Drafts.loop(draft)?.gates.get(gate)?.kind
  return kind !== undefined && draft.kinds[kind].facts.isReceipt === true
}

const isExcepted = (draft: Draft, { quietExcept }: SendingRule, message: string): boolean =>
  quietExcept.messages.includes(message) ||
  (quietExcept.levels.length > 0 &&
    Object.values(draft.state.grades).some(({ level }) => quietExcept.levels.includes(level)))

/** Returns the end of the quiet hours that an instant lies in; undefined if it lies in none. */
export const quietEnd = (at: Instant, quiet: SendingRule["quiet"], zone: Zone): Instant | undefined => {
  let until = at
  // Quiet hours may follow each other without a gap. Quiet hours all day are a mistake of the policy and do not count.
  for (let turn = 0; turn <= quiet.length; turn++) {
    const next = endOf(until, quiet, zone)
    if (next === undefined) return until === at ? undefined : until
    until = next
  }
  return until
}

const endOf = (at: Instant, quiet: SendingRule["quiet"], zone: Zone): Instant | undefined => {
  const local = toLocal(at, zone)
  const midnight = Math.floor(local / DAY) * DAY
  let last: Instant | undefined
  // The quiet hours of the day before may last until after midnight.
  for (const [from, to] of quiet)
    for (let day = midnight - DAY; day <= midnight; day += DAY) {
      const end = day + to * MINUTE
      if (day + from * MINUTE <= local && local < end) last = Math.max(last ?? end, end)
    }
  return last === undefined ? undefined : toInstant(last, zone)
}
