/**
 * Inputs that a policy reads and a record does not tell. An input counts where its value could change what was decided;
 * one that could not, whatever it was, is not missed.
 */
import { type Case, type InputName, Inputs, Policy, Table } from "@hearback/core"
import type { Known, RecordedCase } from "../record/RecordedCase.ts"

type Tabled = { readonly table: Table.Table }

/** Inputs that are read in words alone. */
const inWords: ReadonlySet<string> = new Set(["emotion", "confidence", "departments.count", "names-owner"])

/** Everything is on our own record, but for words that were erased. */
const isOurs = (source: InputName.InputSource, { said }: RecordedCase): boolean =>
  said.verbatim !== undefined ||
  said.score !== undefined ||
  !(source._tag === "Signal" || (source._tag === "Fixed" && inWords.has(source.name)))

/** Returns whether a record tells the value of an input for a case, be it that there is none. */
const isTold = (source: InputName.InputSource, recorded: RecordedCase, known: Known): boolean => {
  const { said, facts, moments } = recorded
  const hasWords = said.verbatim !== undefined
  if (known.all === true && isOurs(source, recorded)) return true
  switch (source._tag) {
    case "Level":
    case "GateState":
    case "ClockState":
      return true
    case "Signal":
      return hasWords
    case "CategoryDefault":
      return hasWords || said.category !== undefined
    case "Fact":
      return (
        facts[source.fact] !== undefined ||
        moments.some(({ what }) => what._tag === "FactsRecorded" && what.facts[source.fact] !== undefined)
      )
    case "Fixed":
      break
  }
  switch (source.name) {
    case "kind":
      return hasWords || said.kind !== undefined
    case "category":
    case "category.department":
      return hasWords || said.category !== undefined
    case "emotion":
    case "confidence":
    case "departments.count":
    case "names-owner":
      return hasWords
    case "channel":
      return said.channel !== undefined
    case "score":
      return known.said.has("score")
    case "anonymous":
      return known.said.has("customer")
    case "same-matter.contacts":
    case "same-matter.unanswered":
      return said.contacts !== undefined
    case "same-problem.customers":
    case "same-problem.cases":
      return false
    case "received":
    case "handovers":
    case "reopened":
    case "cause":
    case "satisfaction":
      return true
  }
}

/** What of a policy is missing for a case. */
export interface Missing {
  /** Inputs on which grades, loop, gates or clocks depend. */
  readonly ofCase: readonly string[]
  /** Inputs on which the owner alone depends. */
  readonly ofOwner: readonly string[]
}

const nothing: Missing = { ofCase: [], ofOwner: [] }

/** Returns which inputs were read of a case as it was decided, although the record does not tell them. */
export const missingOf = (policy: Policy.Policy, state: Case.Case, recorded: RecordedCase, known: Known): Missing => {
  const untold = policy.sources.flatMap((source, slot) => (isTold(source, recorded, known) ? [] : [slot]))
  if (untold.length === 0) return nothing
  const vector = Inputs.inputs(policy, state)
  const open = [...vector]
  for (const slot of untold) open[slot] = Number.NaN
  const named = (tables: readonly Tabled[]): readonly string[] => {
    const slots = new Set(tables.flatMap(({ table }) => table.slots.filter((slot) => untold.includes(slot))))
    return policy.bundle.inputs.flatMap(({ name }, slot) => (slots.has(slot) ? [name] : []))
  }
  const { bundle } = policy
  const loop = Policy.loopOf(policy, state.lifecycle.loop)
  const chosen: readonly (Tabled | undefined)[] = [
    ...bundle.grading.map(({ table }) => table),
    ...(loop === undefined ? [] : [...loop.clocks.values()].map(({ within }) => within))
  ]
  const conditions: readonly (Tabled | undefined)[] = [
    ...bundle.loops.map(({ when }) => when),
    ...bundle.grading.flatMap(({ lift }) => lift.map(({ when }) => when)),
    ...(loop === undefined
      ? []
      : [...loop.rule.gates.map(({ when }) => when), ...[...loop.clocks.values()].map(({ when }) => when)])
  ]
  const { department, recuse, team, onCall } = bundle.ownership
  const isOpen = (one: Tabled): boolean => Table.decided(one.table, open) !== Table.decided(one.table, vector)
  const isUndecided = (one: Tabled): boolean =>
    Table.undecided(one.table, open) === "not-yet" && Table.undecided(one.table, vector) !== "not-yet"
  const ofOwner = [department].filter(isThere).filter(isOpen)
  const whenOwned = [recuse?.when, team?.when, onCall?.when].filter(isThere).filter(isUndecided)
  return {
    ofCase: named([...chosen.filter(isThere).filter(isOpen), ...conditions.filter(isThere).filter(isUndecided)]),
    ofOwner: named([...ofOwner, ...whenOwned])
  }
}

const isThere = <T>(one: T | undefined): one is T => one !== undefined
