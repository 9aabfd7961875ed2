/**
 * Finds which cases of a store a change of the policy affects, and how, by kind of change with some of their ids.
 * Open cases are those that a move would change; past cases are those that would have been decided differently.
 */
import { type AssembledLog, changesOf, makeReplay, type ReplayChange, type TracedAspect } from "@hearback/backtest"
import { type Bundle, defined, Policy } from "@hearback/core"
import type { Loop, MovedCase, Rejection } from "../../index.ts"
import { staffAt } from "../grade/Staff.ts"
import type { Opened } from "./OpenStore.ts"

/** What happens to a deadline, a gate or a promise; for anything else, see `from` and `to`. */
type How = "sooner" | "later" | "runs" | "runs-no-longer" | "demanded" | "not-demanded"

interface Touching {
  readonly of: TracedAspect | "move"
  /** The name of the clock, the gate or the dimension; empty if there is only one. */
  readonly name: string
  readonly how?: How
  readonly from?: string
  readonly to?: string
}

/** A kind of change with its cases. */
export interface Touch extends Touching {
  readonly count: number
  /** The ids of some of them. */
  readonly cases: readonly string[]
}

/** The affected cases. */
export interface TouchedCases {
  /** The number of cases that were compared. */
  readonly of: number
  readonly touched: number
  /** The number of cases that the old or the new policy cannot decide. */
  readonly notDecided?: number
  /** The most frequent first. */
  readonly kinds: readonly Touch[]
}

/** The affected cases of a store. */
export interface TouchedStore {
  readonly open: TouchedCases
  readonly past: TouchedCases
}

/** The number of ids of each kind. */
const examples = 3

const tallyOf = () => {
  const kinds = new Map<string, Touch>()
  let touched = 0
  return {
    add: (id: string, all: readonly Touching[]): void => {
      if (all.length > 0) touched += 1
      for (const one of all) {
        const key = JSON.stringify(one)
        const { count = 0, cases = [] } = kinds.get(key) ?? {}
        kinds.set(key, { ...one, count: count + 1, cases: cases.length < examples ? [...cases, id] : cases })
      }
    },
    found: (of: number): TouchedCases => ({
      of,
      touched,
      kinds: [...kinds.values()].sort((a, b) => b.count - a.count)
    })
  }
}

/** Returns what a move changes on cases; `of` is the number of all cases. */
export const touchedByMove = (moved: readonly MovedCase[], of: number): TouchedCases => {
  const tally = tallyOf()
  for (const one of moved) tally.add(one.case, touchingsOf(one))
  return tally.found(of)
}

const touchingsOf = ({ clocks, demanded, notNeeded, rejection }: MovedCase): readonly Touching[] => [
  ...(rejection === undefined ? [] : [{ of: "move", name: "" } as const]),
  ...clocks.flatMap(({ clock, before, after }): readonly Touching[] => {
    const due = (how: How): readonly Touching[] => [{ of: "due", name: clock, how }]
    if (before === undefined || after === undefined)
      return before === after ? [] : due(before === undefined ? "runs" : "runs-no-longer")
    // A paused clock has no due date, which counts as the latest.
    const [was, is] = [before, after].map((at) => at?.getTime() ?? Number.POSITIVE_INFINITY)
    return was === is || was === undefined || is === undefined ? [] : due(is < was ? "sooner" : "later")
  }),
  ...demanded.map((name): Touching => ({ of: "gate", name, how: "demanded" })),
  ...notNeeded.map((name): Touching => ({ of: "gate", name, how: "not-demanded" }))
]

interface Versions {
  readonly before: Bundle.Bundle
  readonly after: Bundle.Bundle
}

/** Returns which past cases the new policy would have decided differently from the old one. */
const touchedPast = ({ before, after }: Versions, { cases, known, quality }: AssembledLog): TouchedCases => {
  const policies = [Policy.load(before), Policy.load(after)] as const
  const nobody = { people: [], customers: {} }
  const [was, is] = policies.map((policy) =>
    makeReplay(policy, { known, until: quality.to, peopleAt: (at) => staffAt(policy, nobody, at) })
  )
  const tally = tallyOf()
  let notDecided = 0
  for (const recorded of cases) {
    const [one, two] = [was?.(recorded), is?.(recorded)]
    if (one?._tag !== "Decided" || two?._tag !== "Decided") notDecided += 1
    else tally.add(recorded.id, changesOf(policies[1], one.decided, two.decided).flatMap(touchingOf))
  }
  return { ...tally.found(cases.length), ...(notDecided > 0 && { notDecided }) }
}

/** Omits owners, because they depend on who was present, which no store tells. */
const touchingOf = ({ of, name, from, to, sense }: ReplayChange): readonly Touching[] => {
  switch (of) {
    case "owner":
      return []
    case "due":
      return [{ of, name, how: sense === "weaker" ? "later" : "sooner" }]
    case "gate":
      return [{ of, name, how: sense === "weaker" ? "not-demanded" : "demanded" }]
    default:
      return [{ of, name, from, to }]
  }
}

/** Returns which open and past cases of a store a change affects, or why its cases cannot move to the new policy. */
export const touchedStore = async (
  { loop }: Opened,
  log: AssembledLog,
  versions: Versions
): Promise<TouchedStore | Rejection> => {
  const moved = await loop.policy.preview({ to: versions.after })
  if (!moved.ok) return moved.rejection
  const open = await openCases(loop)
  const past = { ...log, cases: log.cases.filter(({ id }) => !open.has(id)) }
  return { open: touchedByMove(moved.cases, open.size), past: touchedPast(versions, past) }
}

const openCases = async (loop: Loop): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const state of ["open", "customer-loop-closed"] as const) {
    let after: string | undefined
    do {
      const { items, next } = await loop.list({ state, limit: 200, ...defined({ after }) })
      for (const { id } of items) found.add(id)
      after = next
    } while (after !== undefined)
  }
  return found
}
