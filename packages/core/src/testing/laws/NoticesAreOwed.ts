import type { Case, CaseEvent, EventName } from "../../case/Case.ts"
import { live } from "../../case/track/Clocks.ts"
import { letterOf, type QueuedMessage } from "../../case/track/Message.ts"
import { isNotice, type Name } from "../../draft/Notice.ts"
import { custodian, isMachine, nameOf } from "../../people/Actor.ts"
import type { Policy } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import { hasLeft, reached } from "../../who/Presence.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import type { Decider, TestDecision } from "../World.ts"

/** An event with the case before and after it. */
interface Moment {
  readonly event: CaseEvent
  readonly before: Case
  readonly after: Case
}

type EventOf<T extends EventName> = Extract<CaseEvent, { readonly event: T }>

interface Owed {
  readonly notice: string
  /** Absent: to the owner. */
  readonly to?: readonly string[]
}

type Owes = { readonly [T in EventName]?: (event: EventOf<T>, moment: Moment, step: Steps) => Owed | undefined }

/** The other events of the step. */
interface Steps {
  readonly has: (...names: readonly EventName[]) => boolean
  readonly end: Case
  readonly policy: Policy
}

const owner = (notice: Name) => (): Owed => ({ notice })

/** Causes of a reopening that have a notice of their own. */
const reopenedOtherwise: ReadonlySet<string> = new Set(["regraded", "bounced", "later", "merged", "shortfall"])
const early: ReadonlySet<string> = new Set(["withdrawn", "forwarded", "turned-away", "merged"])

const owes: Owes = {
  "owner-assigned": ({ owner: to, takenUp }, _, { end }) =>
    takenUp || end.ownership.owner !== to || end.lifecycle.closedAt !== undefined ? undefined : { notice: "assigned" },
  "customer-wrote": ({ as }, _, { has }) =>
    as === undefined && !has("case-reopened", "reopening-parked", "case-followed", "survey-answered")
      ? { notice: "word-to-read" }
      : undefined,
  "proposal-agreed": owner("proposal-agreed"),
  "proposal-countered": owner("proposal-countered"),
  "proposal-refused": owner("proposal-refused"),
  "customer-confirmed": owner("customer-satisfied"),
  "customer-dissatisfied": (_, __, { has }) => (has("case-reopened") ? undefined : { notice: "customer-dissatisfied" }),
  "case-reopened": ({ cause }, _, { has }) =>
    reopenedOtherwise.has(cause) || has("verification-failed") ? undefined : { notice: "reopened" },
  "reopening-parked": owner("reopening-parked"),
  "case-withdrawn": owner("ended-early"),
  "case-forwarded": owner("ended-early"),
  "case-turned-away": owner("ended-early"),
  "case-merged": owner("ended-early"),
  "customer-loop-closed": ({ outcome }) => (outcome === "unconfirmed" ? { notice: "closed-by-silence" } : undefined),
  "message-bounced": ({ id }, { before }) => {
    const letter = letterOf(before.messages, id)
    const isOver = early.has(before.lifecycle.customerLoop?.outcome ?? "") || before.record.expiredAt !== undefined
    return letter === undefined || letter.returned === true || isOver ? undefined : { notice: "message-bounced" }
  },
  "verification-failed": owner("verification-failed"),
  "problem-closed": owner("problem-closed"),
  "department-answered": owner("department-answered"),
  "action-done": owner("action-done"),
  "alarm-raised": ({ alarm, told }, _, { policy }) => ({
    notice: policy.bundle.alarms?.find(({ name }) => name === alarm)?.send ?? "alarm",
    to: told
  }),
  "handover-offered": ({ to }) => ({ notice: "handover-offered", to: [to] }),
  "on-call-asked": ({ to }) => ({ notice: "handover-offered", to: [to] }),
  "arbiter-called": ({ arbiter }) => ({ notice: "handover-offered", to: [arbiter] }),
  "handover-accepted": (_, { before }) => ({ notice: "handover-returned", to: [before.ownership.offer?.from ?? ""] }),
  "on-call-accepted": ({ from }) => ({ notice: "handover-returned", to: [from] }),
  "spot-check-drawn": ({ person }) => (person === undefined ? undefined : { notice: "spot-check", to: [person] }),
  "approval-asked": ({ approval }) => ({ notice: "approval-asked", to: [approval.person] }),
  approved: ({ id }, { before }) => ({ notice: "request-approved", to: askerOf(before, id) }),
  denied: ({ id, reason }, { before }) => ({
    notice: reason === "gates-open" ? "request-ended" : "request-denied",
    to: askerOf(before, id)
  }),
  "approval-ended": ({ id }, { before }) => ({ notice: "request-ended", to: askerOf(before, id) })
}

const askerOf = ({ authority }: Case, id: string): readonly string[] =>
  authority.approvals.filter((approval) => approval.id === id).map(({ by }) => by)

/** For notices that ask or remind somebody: whether what they are about is still open on the case. */
const stands: { readonly [N in Name]?: (state: Case, notice: QueuedMessage & { readonly at: Instant }) => boolean } = {
  assigned: ({ lifecycle }) => lifecycle.closedAt === undefined,
  reminder: ({ clocks }, { at }) => Object.values(clocks).some((clock) => live(clock) && (clock.dueAt ?? at + 1) > at),
  "approval-asked": ({ authority }) => authority.approvals.length > 0,
  "handover-offered": ({ ownership: { offer, call, arbiter } }) =>
    [offer, call, arbiter].some((one) => one !== undefined),
  "signature-asked": ({ gates }) =>
    Object.values(gates).some(
      ({ status, evidence, explanation }) => status === "open" && (evidence ?? explanation) !== undefined
    ),
  "review-asked": ({ feedback }) => feedback.review !== undefined,
  "spot-check": ({ authority }) => authority.draws.some(({ finding }) => finding === undefined),
  "department-asked": ({ ownership }) =>
    Object.values(ownership.parts).some(({ answeredAt }) => answeredAt === undefined),
  "action-asked": ({ gates }) =>
    Object.values(gates).some(({ actions }) => actions.some(({ doneAt }) => doneAt === undefined)),
  "action-overdue": ({ gates }) =>
    Object.values(gates).some(({ actions }) => actions.some(({ doneAt }) => doneAt === undefined)),
  "reopening-parked": ({ lifecycle }) => lifecycle.parked !== undefined
}

/** Returns the events of a step, each with the case before and after it. */
const momentsOf = (decider: Decider, { before, step }: TestDecision): readonly Moment[] => {
  let state = before
  return step.events.map((event) => {
    const after = decider.evolve(state, event)
    const moment = { event, before: state, after }
    state = after
    return moment
  })
}

const noticeIn = ({ event }: Moment): (QueuedMessage & { readonly at: Instant; readonly message: Name }) | undefined =>
  event.event === "message-queued" && event.audience === "staff" && isNotice(event.message)
    ? { ...event, message: event.message }
    : undefined

/** Returns whether nobody should write to them: a machine, or a person who has left or is recused. */
const isGone = ({ meta }: TestDecision, { ownership }: Case, id: string): boolean =>
  id === custodian || isMachine(id) || hasLeft(meta.gathered.people, id) || ownership.recused.includes(id)

const wrongly = (decision: TestDecision, moment: Moment): string | undefined => {
  const notice = noticeIn(moment)
  if (notice === undefined) return undefined
  const { to, message } = notice
  if (isGone(decision, moment.before, to)) return `${message} goes to ${to}, who is gone`
  if (stands[message]?.(moment.before, notice) === false) return `${message} goes to ${to} after that has ended`
  return undefined
}

const twice = (notices: readonly (QueuedMessage & { readonly at: Instant })[]): string | undefined => {
  const said = notices.map(({ to, message, text, at }) => JSON.stringify([to, message, text, at]))
  const again = said.find((one, n) => said.indexOf(one) !== n)
  return again === undefined ? undefined : `${again} is sent twice`
}

/**
 * Returns who may get a notice that is required; one of each list is enough. A deputy reads the owner's notices, and
 * the owner may have changed by the time of the notice.
 */
const readersOf = (decision: TestDecision, { event, after }: Moment, { to }: Owed): readonly (readonly string[])[] => {
  const { policy, meta, step } = decision
  const owners = [after.ownership.owner, step.state.ownership.owner]
  const inPlace = (id: string): readonly string[] => [id, reached(policy, meta.gathered.people, id, event.at)]
  return to === undefined ? [owners.flatMap(inPlace)] : to.map((id) => (owners.includes(id) ? inPlace(id) : [id]))
}

const missing = (decision: TestDecision, moments: readonly Moment[]): string | undefined => {
  const { policy, meta, step } = decision
  const [opened] = step.events
  if (opened?.event === "case-opened" && opened.receipt.history !== undefined) return undefined
  const names = new Set(step.events.map(({ event }) => event))
  const steps: Steps = { has: (...some) => some.some((name) => names.has(name)), end: step.state, policy }
  const sent = step.events.flatMap((event) => (event.event === "message-queued" ? [event] : []))
  return first(moments, (moment) => {
    const { event } = moment
    const owed = (
      owes[event.event] as ((event: CaseEvent, moment: Moment, state: Steps) => Owed | undefined) | undefined
    )?.(event, moment, steps)
    if (owed === undefined || policy.bundle.messages[owed.notice] === undefined) return undefined
    return first(readersOf(decision, moment, owed), (readers) => {
      if (readers.some((id) => isGone(decision, step.state, id) || id === "" || id === nameOf(meta.actor)))
        return undefined
      const isSent = sent.some(
        ({ message, to, at }) => message === owed.notice && readers.includes(to) && at === event.at
      )
      return isSent ? undefined : `${event.event} owes ${owed.notice} to ${readers[0]}`
    })
  })
}

/**
 * Law of the notices that `draft/Notice.ts` lists: each notice that an event requires goes once to whoever must get it.
 * None goes to somebody who has left or is recused, and none asks for something that has ended. The law reads only the
 * case and the directory, not how notices are sent.
 */
export const noticesAreOwed: DeciderLaw = {
  name: "notices-are-owed",
  violation: (decider, history) =>
    first(run(decider, history).decisions, (decision) => {
      const moments = momentsOf(decider, decision)
      const notices = moments.flatMap((moment) => noticeIn(moment) ?? [])
      const found =
        first(moments, (moment) => wrongly(decision, moment)) ?? twice(notices) ?? missing(decision, moments)
      return found === undefined ? undefined : `on ${decision.command.do}: ${found}`
    })
}
