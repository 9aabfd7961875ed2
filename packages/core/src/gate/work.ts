/**
 * What there is to do on a case for its staff: each thing with the command that does it, and everybody who is asked for it
 * at an instant. What waits for the customer, for time, or for another gate is not there yet.
 */
import type { Case } from "../case/Case.ts"
import * as Gate from "../case/track/Gate.ts"
import { isMachine } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { loopOf, type Policy } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import { type AskedOf, type AwaitedAct, asked, type Errand } from "../who/Awaited.ts"
import * as Who from "../who/Who.ts"
import { gateFacts } from "./registry.ts"

/** Anybody of the roles, and the people. */
export interface AskedPeople {
  readonly roles: readonly string[]
  readonly people: readonly string[]
}

/** `closing`: the end was asked for and denied, and the owner has to ask again. */
export type OpenWork = Omit<AwaitedAct, "as" | "of"> & AskedPeople & { readonly as: Errand | "closing" }

/** Returns what there is to do, whoever may do it by rights: that is asked of them when they begin. */
export const work = (policy: Policy, state: Case, staff: readonly PersonState[], at: Instant): readonly OpenWork[] => {
  const all: OpenWork[] = []
  const add = ({ of, ...one }: Omit<AwaitedAct, "as"> & Pick<OpenWork, "as">): void => {
    const { roles, people } = whoIsAsked(policy, state, of, { staff, at })
    if (roles.length > 0 || people.length > 0) all.push({ ...one, roles, people })
  }
  for (const one of asked(policy, state)) if (one.as !== "gate" || isForPassing(policy, state, one)) add(one)
  if (isHeld(policy, state)) add({ as: "closing", command: "close", of: { words: ["owner"] } })
  return all
}

/** Nothing is owed any more on a side, its closing was denied, and nobody is asked for it. */
const isHeld = (policy: Policy, state: Case): boolean => {
  const { authority, lifecycle, gates } = state
  if (authority.closeDeniedAt === undefined || lifecycle.closedAt !== undefined) return false
  if (authority.approvals.some(({ command }) => command.do === "close")) return false
  const rules = loopOf(policy, lifecycle.loop)?.rule.gates ?? []
  const isOpen = {
    "customer-loop": lifecycle.customerLoop === undefined,
    "system-loop": lifecycle.systemLoop === undefined
  }
  return (["customer-loop", "system-loop"] as const).some((side) => {
    const own = rules.filter((rule) => rule.side === side)
    return (
      isOpen[side] &&
      own.length > 0 &&
      own.every(({ name, optional }) => optional || Gate.isSettled(Gate.at(gates, name)))
    )
  })
}

/** Evidence is what it takes next: none is there, no action is under way, and neither time nor the customer gives it. */
const isForPassing = (policy: Policy, caseState: Case, { gate = "" }: AwaitedAct): boolean => {
  const rule = loopOf(policy, caseState.lifecycle.loop)?.gates.get(gate)
  const state = Gate.at(caseState.gates, gate)
  if (rule === undefined || state.evidence !== undefined || state.actions.length > 0) return false
  return gateFacts[rule.kind].awaitsReply?.(state) !== true && takesEvidence(rule)
}

const anyMoment = { by: "", today: "", isSystemic: false, words: () => "" }
const known = new WeakMap<GateRule, boolean>()

/** Whether somebody gives the evidence of a gate, and not time or the customer alone: by its rule, whatever the case. */
const takesEvidence = (rule: GateRule): boolean => {
  let takes = known.get(rule)
  if (takes === undefined) {
    const { example } = gateFacts[rule.kind]
    takes = example === undefined || example(rule, anyMoment) !== undefined
    known.set(rule, takes)
  }
  return takes
}

const whoIsAsked = (
  policy: Policy,
  state: Case,
  of: AskedOf,
  { staff, at }: { readonly staff: readonly PersonState[]; readonly at: Instant }
): AskedPeople => {
  if ("person" in of) return { roles: [], people: [of.person] }
  if ("department" in of)
    return { roles: [], people: Who.ofDepartment(policy, of.department, "contact", staff).slice(0, 1) }
  const { roles } = policy.bundle
  const isRole = (who: string): boolean => Object.hasOwn(roles, who)
  if (of.words.every(isRole)) return { roles: of.words, people: [] }
  const named = of.words.filter((who) => !isRole(who))
  const people = Who.people(policy, state, named, staff, at)
  // What nobody owns is for whoever might have owned it first.
  const isNobodys = people.some(isMachine)
  return {
    roles: [...of.words, ...(isNobodys ? policy.bundle.ownership.firstOwner : [])].filter(isRole),
    people: people.filter((id) => !isMachine(id))
  }
}
