/**
 * Limits which cases a desk can read. Staff read all of the tenant, customers only their own, and anonymous actors
 * none. A desk shows a case as staff see it, so a case of several customers is not shown to one of them.
 */
import type { Case } from "@hearback/core"
import type { Engine, Page } from "@hearback/engine"
import type { LoopEvent } from "../answer/LoopEvent.ts"
import type { ActorReference } from "../call/Actor.ts"
import type { CaseFilter } from "../case/CaseQuery.ts"
import type { CaseRow } from "../case/Worklist.ts"

interface Reading {
  mayRead(id: string): Promise<boolean>
  /** Limits a query to what may be read; undefined if nothing may. */
  own<Query extends CaseFilter>(query: Query): Query | undefined
  page(found: Page<CaseRow>): Promise<Page<CaseRow>>
  events(all: AsyncIterable<LoopEvent>): AsyncIterable<LoopEvent>
}

const everything: Reading = {
  mayRead: async () => true,
  own: (query) => query,
  page: async (found) => found,
  events: (all) => all
}

/** Returns the limits of reading for an actor. */
export const readingOf = (engine: Engine, reference: ActorReference | undefined): Reading => {
  if (reference === undefined || "id" in reference) return everything
  const customer = "customer" in reference ? reference.customer : undefined
  const mayRead = async (id: string): Promise<boolean> =>
    customer !== undefined && isTheirsAlone((await engine.cases.load(id)).state, customer)
  return {
    mayRead,
    own: (query) => (customer === undefined ? undefined : { ...query, customer }),
    page: async (found) => {
      const mine = await Promise.all(found.items.map(({ id }) => mayRead(id)))
      return { ...found, items: found.items.filter((_, n) => mine[n]) }
    },
    events: (all) => only(all, (event) => mayRead(event.case))
  }
}

const isTheirsAlone = ({ feedback, conversation }: Case.Case, customer: string): boolean =>
  feedback.receipt?.customer === customer && conversation.others.every((party) => party.customer === customer)

async function* only<T>(all: AsyncIterable<T>, keeps: (one: T) => Promise<boolean>): AsyncGenerator<T, void> {
  for await (const one of all) if (await keeps(one)) yield one
}
