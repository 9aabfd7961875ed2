/**
 * The grants of each person, as limits read them: sums of the day, of the rest of its month, and of the rest of its
 * year. So a ledger stays short, however long the run is.
 */
import { type Gathered, Instant, Zone } from "@hearback/core"

type Entry = Gathered.LedgerEntry

/** The ledgers of all people. */
export interface Ledgers {
  readonly all: Gathered.Gathered["ledgers"]
  readonly use: (actor: string, entry: Entry) => void
}

/** Returns how close two days are: the same day, month, year, or none of them. */
const span = (day: number, today: number): "day" | "month" | "year" | "past" => {
  if (day === today) return "day"
  const [a, b] = [Instant.civilFromDays(day), Instant.civilFromDays(today)]
  if (a.year !== b.year) return "past"
  return a.month === b.month ? "month" : "year"
}

/** Makes empty ledgers. */
export const makeLedgers = (zone: Zone.Zone): Ledgers => {
  const all: Record<string, readonly Entry[]> = {}
  const dayOf = (at: number): number => Math.floor(Zone.toLocal(at, zone) / Instant.DAY)
  return {
    all,
    use: (actor, entry) => {
      const today = dayOf(entry.at)
      const sums = new Map<string, Entry>()
      for (const one of [...(all[actor] ?? []), entry]) {
        const near = span(dayOf(one.at), today)
        if (near === "past") continue
        const before = sums.get(`${one.power} ${near}`)
        sums.set(`${one.power} ${near}`, before === undefined ? one : { ...before, amount: before.amount + one.amount })
      }
      all[actor] = [...sums.values()]
    }
  }
}
