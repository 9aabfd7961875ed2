/**
 * When a message leaves: at once, or at the end of the quiet hours, which are longer for questions to a customer; a notice
 * may wait for others to the same person. Receipts always leave at once, and so does what the policy excepts by level or
 * by name.
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
 * What of a message decides when it leaves; `asks`: it is a question; `before`: it is worth nothing from then on; `names`:
 * instants at which something is due, as it says.
 */
export type Letter = Pick<QueuedMessage, "message" | "audience"> & {
  readonly gate?: string | undefined
  readonly asks?: true | undefined
  readonly before?: Instant | undefined
  readonly names?: readonly Instant[]
}

/** Returns when a message leaves, and within what time it may be joined with others; nothing where it leaves alone. */
export const leaving = (draft: Draft, letter: Letter): Pick<QueuedMessage, "notBefore" | "digest" | "before"> => {
  const { sending } = draft.policy.bundle
  if (sending === undefined || isReceipt(draft, letter) || isExcepted(draft, sending, letter.message)) return {}
  // Decided earlier or recorded later: it cannot leave before both.
  const now = Math.max(draft.now, draft.recordedAt)
  const { before = Number.POSITIVE_INFINITY, names = [] } = letter
  const quiet = quietEnd(now, letter.asks === true ? questionless(sending) : sending.quiet, draft.policy.zone)
  // That a promise is put off the customer hears before it lapses, and who is asked while they can answer.
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

/** Returns when a question may leave that is about no case; undefined where it leaves at once. */
export const askedFrom = ({ bundle, zone }: Policy, message: string, at: Instant): Instant | undefined => {
  const { sending } = bundle
  if (sending === undefined || sending.quietExcept.messages.includes(message)) return undefined
  return quietEnd(at, questionless(sending), zone)
}

/** Returns when a notice to the staff leaves that is about no case. */
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

/** Word that something has arrived: the intake's own message, or that of a gate of such a kind. */
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

/** Returns when the quiet hours end that an instant lies in; undefined where it lies in none. */
export const quietEnd = (at: Instant, quiet: SendingRule["quiet"], zone: Zone): Instant | undefined => {
  let until = at
  // Stretches may touch: the end of one is the beginning of the next. All day quiet is no rule but a mistake.
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
  // Yesterday's stretch may reach over midnight.
  for (const [from, to] of quiet)
    for (let day = midnight - DAY; day <= midnight; day += DAY) {
      const end = day + to * MINUTE
      if (day + from * MINUTE <= local && local < end) last = Math.max(last ?? end, end)
    }
  return last === undefined ? undefined : toInstant(last, zone)
}
