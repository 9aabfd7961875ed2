/**
 * Whom a case waits for beside its owner, so that everybody's worklist is complete. It is computed from the record
 * alone, so people of a role are named by the role.
 */
import type { Case } from "../case/Case.ts"
import type { Verb } from "../case/generated/Command.ts"
import * as Gate from "../case/track/Gate.ts"
import type { GateRule, Who } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { loopOf } from "../policy/Policy.ts"
import * as Signature from "./Signature.ts"
import * as People from "./Who.ts"

/** The tasks that somebody may be asked for. */
export const errands = [
  "approval",
  "spot-check",
  "handover",
  "on-call",
  "review",
  "reopening",
  "part",
  "action",
  "gate",
  "signature",
  "ruling"
] as const
/** A task that somebody is asked for. */
export type Errand = (typeof errands)[number]

/** Somebody whom a case waits for: one person, or anybody with a role. */
export type Awaited = { readonly as: Errand } & ({ readonly person: string } | { readonly role: string })

/** Who is asked: one person, the people and roles that the policy names, or a department's contact. */
export type AskedOf = { readonly person: string } | { readonly words: readonly Who[] } | { readonly department: string }

/** What a case asks of somebody: the command for it, and its target. */
export interface AwaitedAct {
  readonly as: Errand
  readonly command: Verb
  readonly gate?: string
  /** The number of a planned action. */
  readonly action?: number
  readonly approval?: string
  /** The id of a decision that was drawn for a spot check. */
  readonly decision?: string
  readonly of: AskedOf
}

/** Returns everybody whom a case waits for, each task of each once. */
export const awaited = (policy: Policy, state: Case): readonly Awaited[] => {
  const all = asked(policy, state).flatMap((one) => (isElsewhere(policy, state, one) ? named(policy, state, one) : []))
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Returns the roles that are asked. Other people whom the policy names are notified, and have no row in a worklist. */
const named = ({ bundle }: Policy, { ownership }: Case, { as, of }: AwaitedAct): readonly Awaited[] => {
  if ("words" in of) return of.words.filter((who) => Object.hasOwn(bundle.roles, who)).map((role) => ({ as, role }))
  const person = "person" in of ? of.person : ownership.parts[of.department]?.contact
  return person === undefined ? [] : [{ as, person }]
}

/** Returns whether a task is on no other worklist: the owner does it without being asked, or nobody has to do it. */
const isElsewhere = (policy: Policy, state: Case, { as, gate = "", action, of }: AwaitedAct): boolean => {
  if (as === "action") return "person" in of || ownerOf(state, gate, action) !== undefined
  const rule = as === "gate" ? loopOf(policy, state.lifecycle.loop)?.gates.get(gate) : undefined
  return rule === undefined || (!rule.optional && !rule.by.some((who) => isAtHome.has(who)))
}

const isAtHome: ReadonlySet<Who> = new Set(["owner", "automatic", "customer"])

const ownerOf = ({ gates }: Case, gate: string, action = 0): string | undefined =>
  Gate.at(gates, gate).actions[action - 1]?.owner

/** Returns everything that a case asks of the staff, whether or not it can be done yet. */
export const asked = (policy: Policy, state: Case): readonly AwaitedAct[] => {
  const isOpen = state.lifecycle.closedAt === undefined && state.record.expiredAt === undefined
  const all = [...checks(policy, state), ...reopening(policy, state)]
  if (isOpen) addErrands(all, policy, state)
  return all
}

const person = (id: string): AskedOf => ({ person: id })
const words = (...all: readonly Who[]): AskedOf => ({ words: all })

/** Returns the decisions that wait for a spot check, also on a closed case. */
const checks = (policy: Policy, { authority, record }: Case): readonly AwaitedAct[] =>
  record.expiredAt !== undefined
    ? []
    : authority.draws.flatMap(({ id, finding, person: checker }): readonly AwaitedAct[] =>
        finding !== undefined
          ? []
          : [
              {
                as: "spot-check",
                command: "spot-check",
                decision: id,
                of: checker === undefined ? words(...(policy.bundle.authority.spotCheck?.by ?? [])) : person(checker)
              }
            ]
      )

const reopening = (policy: Policy, { lifecycle }: Case): readonly AwaitedAct[] => {
  const { reviewBy } = policy.bundle.dictionary
  return lifecycle.parked === undefined || reviewBy === undefined
    ? []
    : [{ as: "reopening", command: "close", of: words(reviewBy) }]
}

/** Adds the tasks to a list that exists, since it runs after nearly every step of a simulation. */
const addErrands = (all: AwaitedAct[], policy: Policy, caseState: Case): void => {
  const { authority, ownership, feedback } = caseState
  for (const { id, person: asker, from } of authority.approvals)
    all.push({
      as: "approval",
      command: "approve",
      approval: id,
      of: asker === "" ? words(from) : person(asker)
    })
  if (ownership.offer !== undefined) all.push({ as: "handover", command: "accept", of: person(ownership.offer.to) })
  if (ownership.call !== undefined) all.push({ as: "on-call", command: "accept", of: person(ownership.call.to) })
  if (feedback.review !== undefined) all.push({ as: "review", command: "reclassify", of: words(feedback.review) })
  for (const { contact, answeredAt } of Object.values(ownership.parts))
    if (contact !== undefined && answeredAt === undefined)
      all.push({ as: "part", command: "act-done", of: person(contact) })
  for (const rule of loopOf(policy, caseState.lifecycle.loop)?.rule.gates ?? []) {
    const state = Gate.at(caseState.gates, rule.name)
    if (state.actions.length > 0) all.push(...actionsAt(policy, rule, state))
    if (state.status === "open") all.push(...shownAt(policy, caseState, rule, state))
  }
}

const actionsAt = (
  { bundle }: Policy,
  { name: gate, by }: GateRule,
  { actions }: Gate.GateState
): readonly AwaitedAct[] =>
  actions.flatMap(({ doneAt, owner }, index): readonly AwaitedAct[] => {
    if (doneAt !== undefined) return []
    const isPerson = owner !== undefined && !Object.hasOwn(bundle.roles, owner)
    const of = isPerson ? person(owner) : words(...(owner === undefined ? [...by, "owner"] : [owner]))
    return [{ as: "action", command: "act-done", gate, action: index + 1, of }]
  })

/** Returns what an open gate waits for: signatures, a ruling of the arbiter, or its evidence. */
const shownAt = (policy: Policy, caseState: Case, rule: GateRule, state: Gate.GateState): readonly AwaitedAct[] => {
  const { name: gate, signOff, orExplain, arbiter, rounds, by } = rule
  const signing =
    state.evidence !== undefined ? signOff : state.explanation !== undefined ? orExplain?.signOff : undefined
  if (signing !== undefined && signing.length > 0) return signatures(policy, caseState, state, { gate, signing })
  if (arbiter !== undefined && Gate.isUndecided(state, rounds))
    return [{ as: "ruling", command: "pass", gate, of: words(arbiter) }]
  return [{ as: "gate", command: "pass", gate, of: { words: by } }]
}

const signatures = (
  policy: Policy,
  caseState: Case,
  state: Gate.GateState,
  { gate, signing }: { readonly gate: string; readonly signing: readonly Who[] }
): readonly AwaitedAct[] =>
  Signature.missing(People.signatories(policy, caseState, signing), state.signatures).map((one) => ({
    as: "signature",
    command: "sign",
    gate,
    of: one._tag === "Who" ? words(one.who) : { department: one.department }
  }))
