/** Finds the people whom the words and roles of a policy mean, and what these people may do. */

import type { Case } from "../case/Case.ts"
import { departments } from "../case/Inputs.ts"
import type { Actor } from "../people/Actor.ts"
import { isAutomatic, isOfCustomer, nameOf, rolesOf } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import { oneOf } from "../people/Person.ts"
import type { Who } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import { reached } from "./Presence.ts"
import type { Signatory } from "./Signature.ts"
import * as Signature from "./Signature.ts"

/** Returns the words of the policy for a department's contact or head. */
const of = (policy: Policy, department: string | undefined, part: "contact" | "head"): readonly Who[] =>
  department === undefined ? [] : (policy.bundle.departments[department]?.[part] ?? [])

/** Returns whether a list of people and roles includes this actor. An empty list includes nobody. */
export const is = (policy: Policy, state: Case, who: readonly Who[], actor: Actor): boolean =>
  who.some((w) => isOne(policy, state, w, actor))

const isOne = (policy: Policy, state: Case, who: Who, actor: Actor): boolean => {
  switch (who) {
    case "owner":
      return isOwner(state, actor)
    case "customer":
      return isCustomer(state, actor)
    case "automatic":
      return isAutomatic(actor)
    case "receiver":
      return nameOf(actor) === state.feedback.receipt?.receiver
    case "department":
      return isContact(policy, state.ownership.department, actor)
    case "head":
      return is(policy, state, of(policy, state.ownership.department, "head"), actor)
    case "departments":
      return departments(state, policy).some((department) => isContact(policy, department, actor))
    case "deputy":
      return (
        actor.kind === "person" &&
        (actor.deputyOf === state.ownership.owner || actor.standsInFor === state.ownership.owner)
      )
    default:
      return rolesOf(actor).includes(who)
  }
}

/** Returns whether an actor is the owner, or acts in the absent owner's name. */
export const isOwner = (state: Case, actor: Actor): boolean =>
  actor.kind === "person" && (actor.id === state.ownership.owner || actor.standsInFor === state.ownership.owner)

/** Returns whether an actor is a customer of this case. If the feedback was anonymous, any customer is. */
export const isCustomer = (state: Case, actor: Actor): boolean =>
  isOfCustomer(actor) && (state.feedback.receipt?.customer === undefined || isNamed(state, actor))

const isNamed = ({ feedback, conversation }: Case, actor: Actor): boolean =>
  actor.kind === "customer" &&
  (actor.id === feedback.receipt?.customer || conversation.others.some((other) => other.customer === actor.id))

/**
 * Returns whether an actor is the contact of a department: they have its contact role and, if several departments share
 * the role, belong to it.
 */
export const isContact = (policy: Policy, department: string | undefined, actor: Actor): boolean =>
  actor.kind === "person" &&
  of(policy, department, "contact").some((role) => actor.roles.includes(role)) &&
  (actor.department === undefined || actor.department === department)

/** Returns the people of a department, one for each role: its own people before those of no department, then others. */
export const ofDepartment = (
  policy: Policy,
  department: string | undefined,
  part: "contact" | "head",
  staff: readonly PersonState[]
): readonly string[] => {
  const found: string[] = []
  for (const role of of(policy, department, part)) {
    const one = oneFrom(staff, department, role) ?? oneFrom(staff, undefined, role) ?? oneOf(staff, role)
    if (one !== undefined) found.push(one.id)
  }
  return found
}

const oneFrom = (
  staff: readonly PersonState[],
  department: string | undefined,
  role: string
): PersonState | undefined =>
  oneOf(
    staff.filter((person) => person.department === department),
    role
  )

/**
 * Returns the people whom a notice reaches: one for each role (on duty, fewest open cases, first by id). With an
 * instant, the deputy of an absent person is returned instead.
 */
export const people = (
  policy: Policy,
  state: Case,
  who: readonly Who[],
  staff: readonly PersonState[],
  at?: Instant,
  department: string | undefined = state.ownership.department
): readonly string[] => {
  const found: string[] = []
  const add = (id: string): void => {
    if (!found.includes(id)) found.push(id)
  }
  const reach = (id: string | undefined): void => {
    if (id !== undefined) add(at === undefined ? id : reached(policy, staff, id, at))
  }
  for (const w of who) {
    if (w === "owner") reach(state.ownership.owner)
    else if (w === "receiver") reach(state.feedback.receipt?.receiver ?? state.ownership.owner)
    else if (w === "department" || w === "head")
      ofDepartment(policy, department, w === "head" ? "head" : "contact", staff).forEach(reach)
    else if (w === "departments")
      for (const d of departments(state, policy)) ofDepartment(policy, d, "contact", staff).forEach(reach)
    else if (w === "praised") {
      // The people whom the customer names; if they name nobody, the owner.
      const { named, owner } = state.ownership
      for (const id of named.length === 0 ? [owner] : named) add(id)
    } else if (w === "deputy") reach(staff.find((person) => person.id === state.ownership.owner)?.deputy)
    else if (w !== "customer" && w !== "automatic") reach(oneOf(staff, w)?.id)
  }
  return found
}

/** Returns who must sign a gate, each once. */
export const signatories = (policy: Policy, state: Case, signOff: readonly Who[]): readonly Signatory[] => {
  const found: Signatory[] = []
  const add = (one: Signatory): void => {
    if (!found.some((other) => Signature.nameOf(other) === Signature.nameOf(one))) found.push(one)
  }
  for (const who of signOff) {
    if (who !== "departments") add({ _tag: "Who", who })
    else for (const department of departments(state, policy)) add({ _tag: "Department", department })
  }
  return found
}

/** Returns the signatories for whom this actor may sign. */
export const maySign = (policy: Policy, state: Case, asked: readonly Signatory[], actor: Actor): readonly Signatory[] =>
  asked.filter((one) =>
    one._tag === "Department" ? isContact(policy, one.department, actor) : isOne(policy, state, one.who, actor)
  )
