/**
 * The open work of the staff on a case: each piece with its command, and everybody who is asked for it at an instant.
 * Work that waits for the customer, for time or for another gate is not listed.
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

/** The people and the roles that are asked for a piece of work. */
export interface AskedPeople {
  readonly roles: readonly string[]
  readonly people: readonly string[]
}

/** One piece of open work. `closing`: closing was asked for and denied, so the owner has to ask again. */
export type OpenWork = Omit<AwaitedAct, "as" | "of"> & AskedPeople & { readonly as: Errand | "closing" }

/** Returns the open work on a case, whoever may do it: rights are checked when somebody begins. */
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

/** Returns whether a side of the case has no open gate, its closing was denied, and nobody is asked for it. */
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

/**
 * Returns whether a gate waits for evidence from a person: no evidence is there, no action is under way, and neither
 * time nor the customer passes it.
 */
const isForPassing = (policy: Policy, caseState: Case, { gate = "" }: AwaitedAct): boolean => {
  const rule = loopOf(policy, caseState.lifecycle.loop)?.gates.get(gate)
  const state = Gate.at(caseState.gates, gate)
  if (rule === undefined || state.evidence !== undefined || state.actions.length > 0) return false
  return gateFacts[rule.kind].awaitsReply?.(state) !== true && takesEvidence(rule)
}

const anyMoment = { by: "", today: "", isSystemic: false, words: () => "" }
const known = new WeakMap<GateRule, boolean>()

/** Returns whether a person gives the evidence of a gate, by its rule alone: not only time or the customer. */
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
  // Work on a case without an owner is for everybody who could own it.
  const isNobodys = people.some(isMachine)
  return {
    roles: [...of.words, ...(isNobodys ? policy.bundle.ownership.firstOwner : [])].filter(isRole),
    people: people.filter((id) => !isMachine(id))
  }
}
