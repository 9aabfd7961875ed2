/**
 * Whom a case waits for beside its owner: it is what makes the worklists of people complete. Read from the record alone, so
 * a person of a role is meant by the role's name.
 */
import type { Case } from "../case/Case.ts"
import * as Gate from "../case/track/Gate.ts"
import type { GateRule, Who } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { loopOf } from "../policy/Policy.ts"
import * as Signature from "./Signature.ts"
import * as People from "./Who.ts"

/** What somebody is asked for. */
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
export type Errand = (typeof errands)[number]

/** One person, or anybody of a role. */
export type Awaited = { readonly as: Errand } & ({ readonly person: string } | { readonly role: string })

/** Returns everybody whom a case waits for, each errand of each once. */
export const awaited = (policy: Policy, c: Case): readonly Awaited[] => {
  const open = c.lifecycle.closedAt === undefined && c.record.expiredAt === undefined
  const all = [...checks(policy, c), ...reopening(policy, c), ...(open ? errandsOf(policy, c) : [])]
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** A decision is looked at again also after the case was closed. */
const checks = (policy: Policy, { authority, record }: Case): readonly Awaited[] =>
  record.expiredAt !== undefined
    ? []
    : authority.draws
        .filter(({ finding }) => finding === undefined)
        .flatMap(({ person }) =>
          person === undefined
            ? anybody("spot-check", policy, policy.bundle.authority.spotCheck?.by ?? [])
            : [{ as: "spot-check" as const, person }]
        )

const reopening = (policy: Policy, { lifecycle }: Case): readonly Awaited[] => {
  const { reviewBy } = policy.bundle.dictionary
  return lifecycle.parked === undefined || reviewBy === undefined ? [] : [{ as: "reopening", role: reviewBy }]
}

const errandsOf = (policy: Policy, c: Case): readonly Awaited[] => {
  const { authority, ownership, feedback } = c
  return [
    ...authority.approvals.map(
      ({ person, from }): Awaited => (person === "" ? { as: "approval", role: from } : { as: "approval", person })
    ),
    ...(ownership.offer === undefined ? [] : [{ as: "handover" as const, person: ownership.offer.to }]),
    ...(ownership.call === undefined ? [] : [{ as: "on-call" as const, person: ownership.call.to }]),
    ...(feedback.review === undefined ? [] : [{ as: "review" as const, role: feedback.review }]),
    ...Object.values(ownership.parts).flatMap(({ contact, answeredAt }): readonly Awaited[] =>
      contact === undefined || answeredAt !== undefined ? [] : [{ as: "part", person: contact }]
    ),
    ...(loopOf(policy, c.lifecycle.loop)?.rule.gates ?? []).flatMap((rule) => atGate(policy, c, rule))
  ]
}

const atGate = (policy: Policy, c: Case, rule: GateRule): readonly Awaited[] => {
  const state = Gate.at(c.gates, rule.name)
  const undone = state.actions.filter(({ doneAt, owner }) => doneAt === undefined && owner !== undefined)
  const actions = undone.map(
    ({ owner = "" }): Awaited =>
      Object.hasOwn(policy.bundle.roles, owner) ? { as: "action", role: owner } : { as: "action", person: owner }
  )
  if (state.status !== "open") return actions
  const signing =
    state.evidence !== undefined ? rule.signOff : state.explanation !== undefined ? rule.orExplain?.signOff : undefined
  if (signing !== undefined && signing.length > 0) return [...actions, ...signatures(policy, c, state, signing)]
  if (rule.arbiter !== undefined && Gate.isUndecided(state, rule.rounds))
    return [...actions, { as: "ruling", role: rule.arbiter }]
  const isElsewhere = !rule.by.some((who) => who === "owner" || who === "automatic" || who === "customer")
  return isElsewhere && !rule.optional ? [...actions, ...anybody("gate", policy, rule.by)] : actions
}

const signatures = (policy: Policy, c: Case, state: Gate.GateState, signing: readonly Who[]): readonly Awaited[] =>
  Signature.missing(People.signatories(policy, c, signing), state.signatures).flatMap((one) => {
    if (one._tag === "Who") return anybody("signature", policy, [one.who])
    const contact = c.ownership.parts[one.department]?.contact
    return contact === undefined ? [] : [{ as: "signature" as const, person: contact }]
  })

/** Whom words mean that name a role; whoever else they mean hears of it by a notice. */
const anybody = (as: Errand, { bundle }: Policy, words: readonly Who[]): readonly Awaited[] =>
  words.filter((who) => Object.hasOwn(bundle.roles, who)).map((role) => ({ as, role }))
