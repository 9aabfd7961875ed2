import { defined } from "@hearback/core"
import type { EventStore, Unit, Write } from "../../port/EventStore.ts"
import type { CaseListQuery, CaseListRow } from "../../port/ListRow.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

/** Returns a store that lists and counts with a changed query. */
const asking = (store: EventStore, change: (query: CaseListQuery) => CaseListQuery): Partial<EventStore> => ({
  list: (tenant, query = {}) => store.list(tenant, change(query)),
  count: (tenant, query = {}) => store.count(tenant, change(query))
})

const writing = (store: EventStore, change: (write: Write) => Write): Partial<EventStore> => ({
  append: (unit: Unit) => store.append({ ...unit, writes: unit.writes.map(change) })
})

/** Returns every row that matches a query, of all pages. */
const everything = async (store: EventStore, tenant: string, query: CaseListQuery): Promise<readonly CaseListRow[]> => {
  const { after: _, limit: __, ...rest } = query
  const rows: CaseListRow[] = []
  let next: string | undefined
  do {
    const page: Awaited<ReturnType<EventStore["list"]>> = await store.list(tenant, {
      ...rest,
      limit: 200,
      ...defined({ after: next })
    })
    rows.push(...page.items)
    next = page.next
  } while (next !== undefined)
  return rows
}

const without =
  (name: keyof CaseListQuery) =>
  (query: CaseListQuery): CaseListQuery =>
    Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))

const filters = ["owner", "state", "kind", "category", "customer", "problem"] as const

/** Stores whose lists are wrong. */
export const brokenLists: readonly BrokenStore[] = [
  broken("a row is listed as it was last written", "keeps the first row", (store) => {
    const first = new Map<string, CaseListRow>()
    return writing(store, ({ row, ...write }) => {
      if (row === undefined) return write
      first.set(row.id, first.get(row.id) ?? row)
      return { ...write, row: first.get(row.id) ?? row }
    })
  }),
  broken("a row is listed as it was last written", "lays the new row over the old", (store) => {
    const rows = new Map<string, CaseListRow>()
    return writing(store, ({ row, ...write }) => {
      if (row === undefined) return write
      rows.set(row.id, { ...rows.get(row.id), ...row })
      return { ...write, row: rows.get(row.id) ?? row }
    })
  }),
  ...(["grades", "openGate", "receivedFrom", "receivedBefore"] as const).map((name) =>
    broken(
      "a list is filtered by grade, by open gate and by when a case was received",
      `does not ask for ${name}`,
      (store) => asking(store, without(name))
    )
  ),
  broken(
    "what concerns somebody is what they own and is open, and what waits for one of their names",
    "lists what they own alone",
    (store) =>
      asking(store, ({ concerns, ...query }) =>
        concerns === undefined ? query : { ...query, concerns: { ...concerns, names: [] } }
      )
  ),
  ...filters.map((name) =>
    broken("a list is filtered by each of its questions, and by all together", `does not ask for ${name}`, (store) =>
      asking(store, without(name))
    )
  ),
  broken(
    "order `due` is by promise, those without one last; `received` by arrival, `latest` the other way round",
    "one order for all",
    (store) => asking(store, without("order"))
  ),
  broken("pages meet every row that stays once, while others come, go and move", "pages by count", (store) => ({
    list: async (tenant, query = {}) => {
      const rows = await everything(store, tenant, query)
      const from = Number(query.after ?? 0)
      const to = from + (query.limit ?? 50)
      return { items: rows.slice(from, to), ...defined({ next: to < rows.length ? `${to}` : undefined }) }
    }
  })),
  broken("a page has 50 rows unless asked, never more than 200", "gives all that is asked for", (store) => ({
    list: async (tenant, query = {}) => ({
      items: (await everything(store, tenant, query)).slice(0, query.limit ?? 50)
    })
  })),
  broken("a cursor serves only the tenant and the order that it came from", "takes any cursor", (store) => ({
    list: (tenant, query = {}) => store.list(tenant, query).catch(() => store.list(tenant, without("after")(query)))
  })),
  broken("a list and a count are of one tenant", "lists all tenants", (store) => ({
    list: async (_, query = {}) => ({
      items: [...(await everything(store, "acme", query)), ...(await everything(store, "other", query))]
    })
  })),
  broken("a list and a count are of one tenant", "shows the arrivals of all", (store) => ({
    intake: (_, query) => store.intake("other", query)
  })),
  broken("a list and a count are of one tenant", "counts the arrivals of all", (store) => ({
    countIntake: (_, state) => store.countIntake("other", state)
  })),
  broken("a count stops at 10 000 and says so", "counts on", (store) => ({
    count: async (tenant, query = {}) => ({ count: (await everything(store, tenant, query)).length, capped: false })
  })),
  broken("arrivals are listed as they stand now, oldest first, in pages", "keeps the first state", (store) => {
    const seen = new Set<string>()
    return writing(store, ({ intake, ...write }) => {
      if (intake === undefined || seen.has(intake.key)) return write
      seen.add(intake.key)
      return { ...write, intake }
    })
  }),
  broken("arrivals are listed as they stand now, oldest first, in pages", "does not look at the state", (store) => ({
    intake: (tenant, { state: _, ...query } = {}) => store.intake(tenant, query)
  })),
  broken("arrivals are listed as they stand now, oldest first, in pages", "counts those of all states", (store) => ({
    countIntake: async (tenant) => (await store.intake(tenant)).items.length
  }))
]
