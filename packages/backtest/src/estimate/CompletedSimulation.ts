/** The simulation of a record, with what a simulation file says beside it. */
import { defined } from "@hearback/core"
import type { Simulation } from "@hearback/simulation"

/**
 * What a simulation file says counts before what the record tells. What arrived and when is the record's: of these the
 * result names what the file says in vain.
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

/** What is said of one reason leaves the others recorded. */
const pausesOf = (recorded: Pauses, given: Pauses): Pauses => {
  if (recorded === undefined || given === undefined) return given ?? recorded
  const said = new Set(given.map(({ reason }) => reason))
  return [...given, ...recorded.filter(({ reason }) => !said.has(reason))]
}

/** How often customers answer how is one thing, and how long it takes another: what is said of one leaves the other recorded. */
const answersOf = <A extends NonNullable<NonNullable<Simulation["customers"]>["proposals" | "confirmations"]>>(
  recorded: A | undefined,
  given: A | undefined
): A | undefined => {
  if (recorded === undefined || given === undefined) return given ?? recorded
  const { delay, ...shares } = recorded
  const isShared = Object.keys(given).some((key) => key !== "delay")
  return { ...(isShared ? {} : shares), ...defined({ delay }), ...given } as A
}
