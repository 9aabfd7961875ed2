/** The query for cases, and its translation for the store. */
import { type AnyNames, type Bundle, type Case, defined, type PolicyNames, Text } from "@hearback/core"
import { AwaitedName, type CaseListQuery as StoredQuery } from "@hearback/engine"
import { nearest } from "@hearback/policy"
import type { Session } from "../call/Call.ts"
import { type Instantish, toBound } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"

/** Conditions on the cases of a list. A case has to fit all of them. */
export interface CaseFilter<N extends PolicyNames = AnyNames> {
  /**
   * The worklist of this person: open cases that they own, and cases that wait for them (approval, spot check, handover
   * …).
   */
  readonly for?: string
  /** The id of the owner. */
  readonly owner?: string
  /** The state of the case. `all`, the default, stands for every state. */
  readonly state?: Case.Standing | "all"
  readonly kind?: N["kind"]
  readonly category?: N["category"]
  /** The id of the customer. */
  readonly customer?: string
  /** Levels by the name of the dimension: `{ priority: "P1" }`. */
  readonly grades?: N["grades"]
  /** The name of a gate that can be worked on now. */
  readonly gate?: N["gate"]
  /** Received at or after this instant. A date without a time is the start of that day in the zone of the policy. */
  readonly from?: Instantish
  /** Received before this instant. A date without a time includes that whole day in the zone of the policy. */
  readonly to?: Instantish
}

/** A page of a list of cases: the conditions, the order, where the page begins and its length. */
export interface CaseQuery<N extends PolicyNames = AnyNames> extends CaseFilter<N> {
  /**
   * Words that all appear in what the customer said. This text has no index: one call opens and searches the texts of
   * up to 1,000 cases. So a page may have fewer cases than `limit`, or none, and still have a `next`.
   */
  readonly text?: string
  /**
   * `due`, the default: the nearest promise to the customer first, cases without one last. `received`: the oldest
   * first.
   */
  readonly order?: "due" | "received"
  /** The `next` of the page before. */
  readonly after?: string
  /** How many items the page has at most. Default 50, at most 200. */
  readonly limit?: number
}

const standings: readonly Case.Standing[] = ["open", "customer-loop-closed", "closed", "expired"]

const filterFields: Readonly<Record<keyof CaseFilter, Shape.ValueKind>> = {
  for: Shape.name,
  owner: Shape.name,
  state: Shape.oneOf([...standings, "all"]),
  kind: Shape.oneOf(Text.known("kind")),
  category: Shape.text,
  customer: Shape.name,
  grades: Shape.textsByName,
  gate: Shape.name,
  from: Shape.bound,
  to: Shape.bound
}

const queryFields: Readonly<Record<keyof CaseQuery, Shape.ValueKind>> = {
  ...filterFields,
  text: Shape.name,
  order: Shape.oneOf(["due", "received"]),
  after: Shape.text,
  limit: Shape.positive
}

/**
 * Returns the query for the store.
 *
 * Errors: `call/invalid` for an unknown option or name of a policy, `time/not-an-instant`.
 */
export const storedQueryOf = async (session: Session, what: string, query: CaseQuery): Promise<StoredQuery> => {
  Shape.check(what, query, what === "count" ? filterFields : queryFields)
  const { for: person, from, to, gate, state, text: _, ...rest } = query
  await checkNames(session, what, query)
  const { zone } = session.engine.policies.active
  return {
    ...rest,
    ...defined({
      state: state === "all" ? undefined : state,
      openGate: gate,
      receivedFrom: from === undefined ? undefined : toBound(from, "from", zone),
      receivedBefore: to === undefined ? undefined : toBound(to, "to", zone, "end"),
      concerns: person === undefined ? undefined : { owner: person, names: await namesOf(session, person) }
    })
  }
}

/** Returns the names under which a case can wait for a person: their id and their roles, also lent ones. */
export const namesOf = async ({ engine }: Session, person: string): Promise<readonly string[]> => {
  const roles = (await engine.staff.person(person))?.roles ?? []
  return [AwaitedName.ofPerson(person), ...roles.map(AwaitedName.ofRole)]
}

/** The names in a version of a policy that a query can use. */
interface Known {
  readonly category: readonly string[]
  readonly gate: readonly string[]
  readonly grades: readonly string[]
}

const knownIn = ({ dictionary, loops, grading }: Bundle.Bundle): Known => ({
  category: dictionary.categories.map(({ name }) => name),
  gate: loops.flatMap(({ gates }) => gates.map(({ name }) => name)),
  grades: grading.flatMap(({ name, levels }) => [name, ...levels.map((level) => `${name}=${level}`)])
})

/** Throws if no version has a name, because an empty list would look like a correct answer. */
const checkNames = async (session: Session, what: string, query: CaseFilter): Promise<void> => {
  const { category, gate, grades = {} } = query
  const asked = (known: Known): readonly { readonly option: keyof Known; readonly name: string }[] => [
    ...[category ?? []].flat().map((name) => ({ option: "category" as const, name })),
    ...[gate ?? []].flat().map((name) => ({ option: "gate" as const, name })),
    ...Object.entries(grades).map(([dimension, level]) => ({
      option: "grades" as const,
      name: known.grades.includes(dimension) ? `${dimension}=${level}` : dimension
    }))
  ]
  const { active } = session.engine.policies
  const unknownIn = (known: Known) => asked(known).filter(({ option, name }) => !known[option].includes(name))
  const now = knownIn(active.bundle)
  if (unknownIn(now).length === 0) return
  const { published } = await session.engine.policies.publications()
  const all = await Promise.all(published.map(({ content }) => session.engine.policies.of(content)))
  const known = all.map(({ bundle }) => knownIn(bundle)).reduce(together, now)
  const [unknown] = unknownIn(known)
  if (unknown === undefined) return
  const { option, name } = unknown
  const guess = nearest(name, now[option])
  const meant = guess === undefined ? "" : ` (did you mean \`${guess.word}\`?)`
  throw Shape.invalid(`\`${option}\` of \`${what}\` is "${name}", which no version of the policy has${meant}`)
}

const together = (one: Known, other: Known): Known => ({
  category: [...one.category, ...other.category],
  gate: [...one.gate, ...other.gate],
  grades: [...one.grades, ...other.grades]
})
