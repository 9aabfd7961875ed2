/** The meaning of activities in a simulated log: events of cases, each with its gate or clock. */
import { Case, type Deed, errands, type Happened } from "@hearback/core"

type Meaning = Happened.Happened | Deed.Deed | undefined

const meanings: Readonly<Partial<Record<Case.EventName, Meaning>>> = {
  "customer-told": { _tag: "CustomerTold" },
  "customer-wrote": { _tag: "CustomerWrote" },
  "proposal-made": { _tag: "Asked", question: "proposal" },
  "attempt-made": { _tag: "Asked", question: "confirmation" },
  "proposal-agreed": { _tag: "Answered", says: "agree" },
  "proposal-countered": { _tag: "Answered", says: "counter" },
  "proposal-refused": { _tag: "Answered", says: "refuse" },
  "customer-confirmed": { _tag: "Answered", says: "satisfied" },
  "customer-dissatisfied": { _tag: "Answered", says: "dissatisfied" }
}

/** The activity of a clock that was met after its due date. */
export const metLate = "clock-met-late"

const names: readonly Case.EventName[] = Object.values(Case.eventsOf).flat()

/** Returns the meaning of each event. Events of clocks have no meaning, because a replay decides them again. */
export const simulatedEvents = (
  gates: readonly string[],
  clocks: readonly string[]
): readonly (readonly [string, Meaning])[] => [
  ...names.map((name) => [name, meanings[name]] as const),
  ...clocks.flatMap((clock) => [...names, metLate].map((name) => [`${name} ${clock}`, undefined] as const)),
  ...gates.flatMap((gate) =>
    names.map((name) => {
      const passed: Meaning = name === "gate-passed" ? { _tag: "GatePassed", gate } : undefined
      return [`${name} ${gate}`, passed ?? meanings[name]] as const
    })
  ),
  ...[...gates, "closing", ...errands].map((on) => [`work ${on}`, { _tag: "Worked", on }] as const)
]

/**
 * Returns the columns of facts that are not in `columns`. In XES they are attributes of traces, whose keys have no
 * blanks.
 */
export const factColumns = (
  facts: readonly string[],
  columns: Readonly<Record<string, string>>
): Readonly<Record<string, string>> => {
  const taken = new Set(Object.values(columns))
  const columnOf = (name: string): string => {
    if (!taken.has("case:channel")) return `fact ${name}`
    const key = name.replace(/^[\d.-]/u, "_$&")
    return taken.has(`case:${name}`) ? `case:fact_${name}` : `case:${key}`
  }
  return Object.fromEntries(facts.map((name) => [name, columnOf(name)]))
}
