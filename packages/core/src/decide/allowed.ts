/** What an actor could do now: the buttons of a desk, and what a refusal offers instead. */

import type { Case } from "../case/Case.ts"
import { inputs } from "../case/Inputs.ts"
import type { Approval } from "../case/track/Authority.ts"
import { live } from "../case/track/Clocks.ts"
import * as Gate from "../case/track/Gate.ts"
import { registry } from "../gate/registry.ts"
import type { Actor } from "../people/Actor.ts"
import { isAutomatic, isOfCustomer, nameOf, rolesOf } from "../people/Actor.ts"
import type { AuthorityRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { holds, loopOf } from "../policy/Policy.ts"
import { limitsOf } from "../rule/authority/limits.ts"
import { signers } from "../rule/gate/explain.ts"
import * as Who from "../who/Who.ts"

const ofGates = (policy: Policy, c: Case, actor: Actor): readonly string[] => {
  const loop = loopOf(policy, c.lifecycle.loop)
  const vector = inputs(policy, c)
  return (loop?.rule.gates ?? []).flatMap((rule) => {
    const state = Gate.at(c.gates, rule.name)
    if (
      state.status !== "open" &&
      !(state.status === "waiting" && rule.outOfOrder === "recorded" && holds(rule.when, vector) === "yes")
    )
      return []
    const mine = Who.is(policy, c, rule.by, actor)
    const found: string[] = []
    const { awaitsReply, waitsForActions } = registry[rule.kind]
    const asksReply = awaitsReply?.(state) === true
    if (asksReply && (mine || isOfCustomer(actor))) found.push(`reply ${rule.name}`)
    if (mine && !asksReply && state.evidence === undefined && (waitsForActions !== true || state.actions.length === 0))
      found.push(`pass ${rule.name}`)
    if (
      state.actions.some((action) => action.doneAt === undefined && (mine || action.owner === nameOf(actor))) &&
      waitsForActions === true
    )
      found.push(`act-done ${rule.name}`)
    if (
      Who.maySign(policy, c, Who.signatures(policy, c, signers(rule, state).who), actor).some(
        (who) => !state.signatures.includes(who)
      )
    )
      found.push(`sign ${rule.name}`)
    if (rule.orExplain !== undefined && Who.is(policy, c, rule.orExplain.by, actor)) found.push(`explain ${rule.name}`)
    return found
  })
}

const ofStaff = (policy: Policy, c: Case, actor: Actor, authority: AuthorityRule): readonly string[] => {
  const found: string[] = []
  const { offer, call } = c.ownership
  const isOwner = Who.isOwner(c, actor)
  if (offer?.to === nameOf(actor) || call?.to === nameOf(actor)) found.push("accept", "decline")
  if (isOwner && !c.ownership.takenUp) found.push("take-up")
  if (isOwner) found.push(offer === undefined ? "hand-over" : "decline")
  const owes = Object.entries(c.ownership.parts).some(
    ([name, part]) =>
      part.answeredAt === undefined && (part.contact === nameOf(actor) || Who.isContact(policy, name, actor))
  )
  if (owes) found.push("act-done")
  const isAsked = ({ by, person, from }: Approval): boolean =>
    by !== nameOf(actor) && (person === nameOf(actor) || standsAt(authority, actor, from))
  if (c.authority.approvals.some(isAsked)) found.push("approve", "deny")
  found.push(...ofChecks(policy, c, actor, authority), ...ofEndings(policy, c, actor))
  const limits = limitsOf({ bundle: { authority } }, rolesOf(actor))
  if (limits?.compensate !== undefined) found.push("compensate")
  if (limits?.discount !== undefined) found.push("discount")
  if (limits?.resources !== undefined) found.push("grant")
  if (limits !== undefined && limits.regrade.length > 0) found.push("regrade")
  if (limits !== undefined && limits.waive.length > 0) found.push("waive")
  const clocks = [...(loopOf(policy, c.lifecycle.loop)?.clocks.values() ?? [])].filter((rule) =>
    live(c.clocks[rule.name])
  )
  if (clocks.some((rule) => Object.keys(rule.pause).length > 0))
    found.push(clocks.some((rule) => c.clocks[rule.name]?.status === "paused") ? "resume" : "pause")
  if (clocks.some((rule) => rule.extend !== undefined)) found.push("extend")
  const merged = policy.bundle.endings.find(({ name }) => name === "merged")
  if (merged !== undefined && Who.is(policy, c, merged.by, actor)) found.push("merge")
  if (Who.isOwner(c, actor)) found.push("split")
  return [...found, "delegate", "reclassify", "set", "write", "note"]
}

/** Whether somebody has this role, or one that stands above it among the limits. */
const standsAt = ({ limits }: AuthorityRule, actor: Actor, role: string): boolean => {
  const roles = rolesOf(actor)
  const at = limits.findIndex((limit) => limit.role === role)
  return roles.includes(role) || (at >= 0 && limits.slice(at).some((limit) => roles.includes(limit.role)))
}

/** A drawn decision waits for somebody who had no hand in it. */
const ofChecks = (policy: Policy, c: Case, actor: Actor, { spotCheck }: AuthorityRule): readonly string[] => {
  const mine = Who.is(policy, c, spotCheck?.by ?? [], actor)
  const isOpen = c.authority.draws.some(
    ({ finding, by, approvedBy, person }) =>
      finding === undefined &&
      by !== nameOf(actor) &&
      approvedBy !== nameOf(actor) &&
      (mine || person === nameOf(actor))
  )
  return isOpen ? ["spot-check"] : []
}

const ofEndings = (policy: Policy, c: Case, actor: Actor): readonly string[] => {
  const rule = policy.bundle.endings.find(({ name }) => name === "forwarded")
  const isOffered = rule !== undefined && c.lifecycle.customerLoop === undefined && Who.is(policy, c, rule.by, actor)
  return isOffered ? ["forward"] : []
}

/** A closed case is written to and reopened; what was parked is left as it is by closing it. */
const ofClosed = (policy: Policy, c: Case, actor: Actor, authority: AuthorityRule): readonly string[] => {
  if (isAutomatic(actor)) return []
  const parked = c.lifecycle.parked !== undefined && actor.kind === "person" ? ["close"] : []
  return ["write", "reopen", ...parked, ...(actor.kind === "person" ? ofChecks(policy, c, actor, authority) : [])]
}

/**
 * Returns the commands that this actor could give, gates by name, in the order of the policy; `authority` is that of
 * the version in force, where the case is pinned to another.
 */
export const allowed = (
  policy: Policy,
  c: Case,
  actor: Actor,
  authority: AuthorityRule = policy.bundle.authority
): readonly string[] => {
  if (c.version === 0) return ["submit"]
  if (c.ownership.recused.includes(nameOf(actor))) return []
  // Whoever is neither on the staff nor a customer of this case has no say in it.
  if (isOfCustomer(actor) && !Who.isCustomer(c, actor)) return []
  if (c.lifecycle.closedAt !== undefined) return ofClosed(policy, c, actor, authority)
  const gates = ofGates(policy, c, actor)
  if (isOfCustomer(actor)) return [...gates, "write", "withdraw"]
  return isAutomatic(actor) ? gates : [...gates, ...ofStaff(policy, c, actor, authority)]
}
