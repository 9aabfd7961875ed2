/** Counts promises to customers by name: kept, missed, extended in time, and still running. */
import { type Policy, Text } from "@hearback/core"
import type { CaseRecord } from "./Figures.ts"

/** Counts of one promise. */
export interface Promised {
  readonly clock: string
  readonly title: string
  readonly kept: number
  /** How many were missed, whether they were kept late or never. */
  readonly missed: number
  readonly running: number
  /** How many of all these got more time before they were due. */
  readonly extended: number
}

/**
 * Counts promises in the order of the policy; a promise that is no longer owed (after regrading or withdrawal) is not
 * counted.
 */
export const promised = (policy: Policy.Policy, { cases, events }: CaseRecord): readonly Promised[] => {
  const extended = new Set(
    events.filter((one) => one.event === "clock-extended").map((one) => `${one.case} ${String(one.body["clock"])}`)
  )
  const found = new Map<string, Promised>()
  const repeating = repeatingOf(policy)
  for (const view of cases)
    for (const clock of view.clocks) {
      if (!clock.promise || clock.state === "cancelled" || clock.state === "not-started") continue
      if (repeating.has(clock.name) && clock.state !== "running") continue
      const { kept, missed, running, extended: more, ...names } = found.get(clock.name) ?? start(policy, clock.name)
      const isMissed = clock.state === "met-late" || clock.state === "missed"
      found.set(clock.name, {
        ...names,
        kept: kept + (clock.state === "met" ? 1 : 0),
        missed: missed + (isMissed ? 1 : 0),
        running: running + (clock.state === "running" || clock.state === "paused" ? 1 : 0),
        extended: more + (extended.has(`${view.id} ${clock.name}`) ? 1 : 0)
      })
    }
  for (const clock of repeating) {
    const known = found.get(clock) ?? start(policy, clock)
    const of = (name: string): number =>
      events.filter((one) => one.event === name && one.body["clock"] === clock).length
    const missed = of("clock-missed")
    const kept = events.filter(
      (one) => one.event === "clock-met" && one.body["clock"] === clock && one.body["inTime"] === true
    )
    if (kept.length + missed + known.running > 0) found.set(clock, { ...known, kept: kept.length, missed })
  }
  return [...found.values()]
}

/**
 * Returns the names of promises that start again each time they are kept. The case shows only the last turn of such a
 * promise; the record has every turn.
 */
const repeatingOf = (policy: Policy.Policy): ReadonlySet<string> =>
  new Set(
    [...policy.loops.values()].flatMap((loop) =>
      [...loop.clocks.values()].filter((one) => one.repeats).map((one) => one.name)
    )
  )

const start = (policy: Policy.Policy, clock: string): Promised => ({
  clock,
  title: titleOf(policy, clock),
  kept: 0,
  missed: 0,
  running: 0,
  extended: 0
})

/** Returns the title of a clock: its own title, otherwise the title of its gate, in whichever loop has one. */
const titleOf = (policy: Policy.Policy, name: string): string => {
  const language = policy.bundle.language
  for (const loop of policy.loops.values()) {
    const title = loop.clocks.get(name)?.title ?? loop.gates.get(name)?.title
    if (title !== undefined) return title[language] ?? Object.values(title)[0] ?? Text.readable(name)
  }
  return Text.readable(name)
}
