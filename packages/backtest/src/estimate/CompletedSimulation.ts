/** Combines a simulation file with the simulation that was estimated from a record. */
import { defined } from "@hearback/core"
import type { Simulation } from "@hearback/simulation"

/**
 * Returns the recorded simulation, where each value of the simulation file replaces the recorded one. Arrivals always
 * come from the record: the result lists the values of the file that have no effect.
 */
export const withGiven = (recorded: Simulation, given: Simulation): Simulation => ({
  ...recorded,
  ...given,
  ...defined({ from: recorded.from, weeks: recorded.weeks, overruled: overruledBy(recorded, given) }),
  arrivals: { ...withoutRecord(given.arrivals), ...recorded.arrivals },
  work: {
    ...recorded.work,
    ...given.work,
    ...defined({ pauses: pausesOf(recorded.work?.pauses, given.work?.pauses) }),
    times: [...(given.work?.times ?? []), ...(recorded.work?.times ?? [])]
  },
  customers: {
    ...recorded.customers,
    ...given.customers,
    ...defined({
      proposals: answersOf(recorded.customers?.proposals, given.customers?.proposals),
      confirmations: answersOf(recorded.customers?.confirmations, given.customers?.confirmations)
    })
  },
  staff: { ...recorded.staff, ...given.staff }
})

const overruledBy = (recorded: Simulation, { from, weeks, arrivals }: Simulation): Simulation["overruled"] => {
  const said = { from: recorded.from && from, weeks: recorded.weeks && weeks, trace: arrivals?.trace }
  const settings = (["from", "weeks", "trace"] as const).filter((key) => said[key] !== undefined)
  return settings.length === 0 ? undefined : { by: "record", settings }
}

const withoutRecord = ({ trace: _, leftOut: __, ...rest }: NonNullable<Simulation["arrivals"]> = {}) => rest

type Pauses = NonNullable<Simulation["work"]>["pauses"]

/** Returns the recorded pauses, where a pause of the file replaces the recorded pauses with the same reason. */
const pausesOf = (recorded: Pauses, given: Pauses): Pauses => {
  if (recorded === undefined || given === undefined) return given ?? recorded
  const said = new Set(given.map(({ reason }) => reason))
  return [...given, ...recorded.filter(({ reason }) => !said.has(reason))]
}

/**
 * Returns the recorded replies, where the shares and the delays of the file are replaced independently of each other.
 */
const answersOf = <A extends NonNullable<NonNullable<Simulation["customers"]>["proposals" | "confirmations"]>>(
  recorded: A | undefined,
  given: A | undefined
): A | undefined => {
  if (recorded === undefined || given === undefined) return given ?? recorded
  const { delay, ...shares } = recorded
  const isShared = Object.keys(given).some((key) => key !== "delay")
  return { ...(isShared ? {} : shares), ...defined({ delay }), ...given } as A
}
