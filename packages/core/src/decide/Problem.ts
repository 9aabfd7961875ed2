/**
 * One root cause that many cases share. The problem counts its cases from the first one. When the count crosses a bound
 * that a table of the policy reads, it tells every case; the third customer may thus regrade all three cases.
 */

import type { CommandOf } from "../case/generated/Command.ts"
import type { PreventionProgress } from "../case/track/Relations.ts"
import type { EventOf, EvolveTable } from "../case/track/Track.ts"
import { add } from "../deadline/Span.ts"
import type { Condition } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { holds } from "../policy/Policy.ts"
import type { Table } from "../table/Table.ts"
import type { Instant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"

/** A case of a problem. */
export interface Member {
  readonly case: string
  /** Absent for an anonymous customer, who counts as a customer of their own. */
  readonly customer?: string
  readonly at: Instant
}

/** How many cases and customers a problem has within the policy's window. */
export interface ProblemCount {
  readonly customers: number
  readonly cases: number
  readonly open: boolean
}

/** The state of a problem. */
export interface Problem {
  readonly id: string
  readonly version: number
  /** The cases, sorted by the instant from which they count. */
  readonly members: readonly Member[]
  readonly open: boolean
  /** How far the prevention of the cause is, by any of its cases. */
  readonly progress: PreventionProgress | undefined
  /** The count that the cases were last told. */
  readonly told: ProblemCount
}

/** The events of a problem, by name. */
export interface ProblemEvents {
  "case-counted": Member
  "case-uncounted": { readonly case: string }
  "problem-opened": Readonly<Record<never, never>>
  "members-told": ProblemCount
  /** Prevention of the cause is in place on one of the cases, or `failed` there. */
  "problem-progressed": { readonly case: string; readonly failed?: true }
  /** Prevention has proved effective. */
  "problem-closed": { readonly case: string }
}

/** An event of a problem. */
export type ProblemEvent = EventOf<ProblemEvents>

/** Returns the state of a problem before its first event. */
export const empty = (id: string): Problem => ({
  id,
  version: 0,
  members: [],
  open: false,
  progress: undefined,
  told: { customers: 0, cases: 0, open: false }
})

const table: EvolveTable<Problem, ProblemEvents> = {
  "case-counted": (problem, event) => {
    const others = problem.members.filter((m) => m.case !== event.case)
    const place = others.findLastIndex((m) => m.at <= event.at) + 1
    const member = defined({ case: event.case, at: event.at, customer: event.customer })
    return { ...problem, members: others.toSpliced(place, 0, member) }
  },
  "case-uncounted": (p, e) => ({ ...p, members: p.members.filter((m) => m.case !== e.case) }),
  // Prevention shown before a problem ended does not count after it is opened again.
  "problem-opened": (p) => ({ ...p, open: true, progress: undefined }),
  "problem-progressed": (p, e) => ({ ...p, progress: e.failed === true ? undefined : "live" }),
  "problem-closed": (p) => ({ ...p, open: false, progress: "verified" }),
  "members-told": (p, e) => ({ ...p, told: { customers: e.customers, cases: e.cases, open: e.open } })
}

const fold = table as Readonly<Record<string, (problem: Problem, event: ProblemEvent) => Problem>>

/** Returns the state after an event. An event of a later version is counted and changes nothing else. */
export const evolve = (problem: Problem, event: ProblemEvent): Problem => ({
  ...(fold[event.event]?.(problem, event) ?? problem),
  version: problem.version + 1
})

/** A command to a problem: to count a case in or out, or to report prevention. */
export type ProblemCommand =
  | { readonly do: "count-in"; readonly member: Member }
  | { readonly do: "count-out"; readonly case: string }
  | { readonly do: "progress"; readonly case: string; readonly progress: PreventionProgress | "failed" }

/** Returns how many cases and customers lie in the policy's window, which ends at the latest case. */
export const count = (policy: Policy, problem: Problem): ProblemCount => {
  const within = inWindow(policy, problem.members)
  return {
    customers: new Set(within.map((m) => m.customer ?? `case:${m.case}`)).size,
    cases: within.length,
    open: problem.open
  }
}

/**
 * Returns the cases within the window. Its first case is found by binary search, since a later start never ends
 * earlier.
 */
const inWindow = (policy: Policy, members: readonly Member[]): readonly Member[] => {
  const latest = members.at(-1)?.at ?? 0
  let [from, to] = [0, members.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const at = members[middle]?.at ?? latest
    if (add({ policy, now: latest }, at, policy.bundle.problems.within) > latest) to = middle
    else from = middle + 1
  }
  return members.slice(from)
}

const tables = function* (value: unknown): Generator<Table> {
  if (typeof value !== "object" || value === null) return
  if ("slots" in value && "rows" in value) yield value as Table
  else for (const inner of Object.values(value)) yield* tables(inner)
}

const bounds = new WeakMap<Policy, ReadonlyMap<string, readonly number[]>>()

/** Returns the values of an input at which the answer of any table of the policy changes. */
const cuts = (policy: Policy, input: string): readonly number[] => {
  let known = bounds.get(policy)
  if (known === undefined) {
    const found = new Map<string, number[]>()
    for (const each of tables([
      policy.bundle.grading,
      policy.bundle.loops,
      policy.bundle.clocks,
      policy.bundle.problems
    ]))
      for (const row of each.rows)
        row.cells.forEach((cell, index) => {
          const name = policy.bundle.inputs[each.slots[index] ?? -1]?.name
          if (name !== undefined && cell !== null) found.set(name, [...(found.get(name) ?? []), ...cell])
        })
    known = found
    bounds.set(policy, known)
  }
  return known.get(input) ?? []
}

const band = (policy: Policy, input: string, value: number): number =>
  cuts(policy, input).filter((cut) => cut <= value).length

const differs = (policy: Policy, a: ProblemCount, b: ProblemCount): boolean =>
  a.open !== b.open ||
  band(policy, "same-problem.customers", a.customers) !== band(policy, "same-problem.customers", b.customers) ||
  band(policy, "same-problem.cases", a.cases) !== band(policy, "same-problem.cases", b.cases)

const opens = (policy: Policy, when: Condition | undefined, now: ProblemCount): boolean => {
  if (when === undefined) return false
  const vector = policy.bundle.inputs.map(({ name }) =>
    name === "same-problem.customers" ? now.customers : name === "same-problem.cases" ? now.cases : Number.NaN
  )
  return holds(when, vector) === "yes"
}

/** The result of a command to a problem: events, the new state, and the cases to tell. */
export interface ProblemStep {
  readonly events: readonly ProblemEvent[]
  readonly state: Problem
  /** The commands to the cases that have to be told of the change. */
  readonly tell: readonly { readonly case: string; readonly command: CommandOf<"count" | "progress"> }[]
}

/** Returns the cases to tell of what the events of one step have changed. `problem` is the state after the step. */
export const toldBy = (problem: Problem, events: readonly ProblemEvent[]): readonly string[] => {
  const members = problem.members.map((member) => member.case)
  const moved = events.find(({ event }) => event === "problem-progressed" || event === "problem-closed")
  if (moved !== undefined && "case" in moved) return members.filter((member) => member !== moved.case)
  if (events.some(({ event }) => event === "members-told")) return members
  return events.flatMap((event) => (event.event === "case-counted" ? [event.case] : []))
}

/** Counts a case in or out, or records how far prevention is. A repeat changes nothing. */
export const step = (policy: Policy, state: Problem, command: ProblemCommand, at: Instant): ProblemStep => {
  const events: ProblemEvent[] = []
  let p = state
  const emit = (event: ProblemEvent): void => {
    p = evolve(p, event)
    events.push(event)
  }
  if (command.do === "progress") {
    const { case: by, progress } = command
    if (p.progress === progress || !p.members.some((m) => m.case === by)) return { events, state, tell: [] }
    if (progress === "failed" && p.progress === undefined) return { events, state, tell: [] }
    // News of prevention that comes after the problem has ended changes nothing.
    if (progress === "live" && p.progress === "verified") return { events, state, tell: [] }
    if (progress === "failed") emit({ event: "problem-progressed", at, case: by, failed: true })
    else emit({ event: progress === "live" ? "problem-progressed" : "problem-closed", at, case: by })
    const told = { do: "progress", problem: p.id, case: by, progress } as const
    return { events, state: p, tell: toldBy(p, events).map((member) => ({ case: member, command: told })) }
  }
  const id = command.do === "count-in" ? command.member.case : command.case
  const known = p.members.some((m) => m.case === id)
  if (command.do === "count-in" ? known : !known) return { events, state, tell: [] }
  emit(
    command.do === "count-in" ? { event: "case-counted", ...command.member } : { event: "case-uncounted", at, case: id }
  )
  if (command.do === "count-in" && !p.open && opens(policy, policy.bundle.problems.openWhen, count(policy, p)))
    emit({ event: "problem-opened", at, why: "problems.open-when" })
  const now = p.members.length === 0 ? { customers: 0, cases: 0, open: p.open } : count(policy, p)
  if (differs(policy, p.told, now)) emit({ event: "members-told", at, ...now })
  const { open, ...counts } = now
  const told = { do: "count", problem: p.id, ...counts, status: open ? "open" : "watching" } as const
  return { events, state: p, tell: toldBy(p, events).map((member) => ({ case: member, command: told })) }
}
