/**
 * Finds the first difference: the earliest event in which two runs with the same random numbers differ, and the lines
 * of the policies that caused it. Before it both runs are equal, so the difference comes from there.
 */
import { type Bundle, type Case, defined, type Policy } from "@hearback/core"
import type { Turns } from "../kernel/Turns.ts"
import type { Plan } from "../model/Plan.ts"
import { replicationOf } from "../run/Replication.ts"

/** The first difference of two runs. */
export interface FirstDifference {
  readonly replication: number
  readonly case: string
  readonly at: number
  /** The event in each run; absent if nothing happened there at this point. */
  readonly before?: ExplainedEvent
  readonly after?: ExplainedEvent
  /** The number of cases that differ, and of all cases in both runs. */
  readonly changed: number
  readonly of: number
}

/** An event with the rule that it names and its place. */
export interface ExplainedEvent {
  readonly case: string
  readonly event: Case.CaseEvent
  readonly rule?: string
  readonly place?: Bundle.PolicyPlace
}

/** Every event as a number, in the order of the run; and for each case all of its events. */
interface Trail {
  readonly events: readonly number[]
  readonly cases: ReadonlyMap<string, number>
}

/** Omits the policy version of a case and the line of its rule, because lines move when another is added. */
const names: ReadonlySet<string> = new Set(["policy", "under", "why", "rule", "rules"])

const wordOf = (text: string, before: number): number => {
  let word = before ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193)
  return word | 0
}

const textOf = (event: Case.CaseEvent): string =>
  JSON.stringify(event, (key, value: unknown) => (names.has(key) ? undefined : value))

function* trailOf(plan: Plan, replication: number): Turns<Trail> {
  const events: number[] = []
  const cases = new Map<string, number>()
  yield* replicationOf(plan, replication, {
    event: ({ id }, event) => {
      const word = wordOf(textOf(event), 0)
      events.push(wordOf(id, word))
      cases.set(id, wordOf(String(word), cases.get(id) ?? 0))
    }
  })
  return { events, cases }
}

/** Runs up to an event and returns it. */
function* toldAt(plan: Plan, replication: number, index: number): Turns<ExplainedEvent | undefined> {
  let [count, found] = [0, undefined as ExplainedEvent | undefined]
  const observer = {
    event: ({ id }: { readonly id: string }, event: Case.CaseEvent): void => {
      if (count === index) found = told(plan.policy, id, event)
      count += 1
    }
  }
  yield* replicationOf(plan, replication, observer, () => count > index)
  return found
}

const told = ({ bundle }: Policy.Policy, id: string, event: Case.CaseEvent): ExplainedEvent => {
  const { why } = event
  return defined({ case: id, event, rule: why, place: why === undefined ? undefined : bundle.places[why] })
}

/** Returns the first difference in one replication; undefined if there is none. */
export function* firstChange(before: Plan, after: Plan, replication: number): Turns<FirstDifference | undefined> {
  const [one, other] = [yield* trailOf(before, replication), yield* trailOf(after, replication)]
  const length = Math.max(one.events.length, other.events.length)
  let index = 0
  while (index < length && one.events[index] === other.events[index]) index += 1
  if (index === length) return undefined
  const [was, is] = [yield* toldAt(before, replication, index), yield* toldAt(after, replication, index)]
  const first = [was, is].filter((each) => each !== undefined).sort((a, b) => a.event.at - b.event.at)[0]
  const all = new Set([...one.cases.keys(), ...other.cases.keys()])
  return {
    replication,
    case: first?.case ?? "",
    at: first?.event.at ?? 0,
    ...defined({ before: was, after: is }),
    changed: [...all].filter((id) => one.cases.get(id) !== other.cases.get(id)).length,
    of: all.size
  }
}
