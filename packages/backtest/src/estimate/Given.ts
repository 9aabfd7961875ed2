/** The simulation of a record, with what a simulation file says beside it. */
import { defined } from "@hearback/core"
import type { Simulation } from "@hearback/simulation"

/** What a simulation file says counts before what the record tells; what arrived is the record's. */
export const withGiven = (recorded: Simulation, given: Simulation): Simulation => ({
  ...given,
  ...recorded,
  work: {
    ...recorded.work,
    ...given.work,
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
  ...defined({ staff: given.staff ?? recorded.staff })
})

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
