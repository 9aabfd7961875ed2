/** The fixture on which the laws of a store run, with short functions to read a store. */
import assert from "node:assert/strict"
import type { StoredEvent } from "../../port/Event.ts"
import type { Appended, Capability, EventStore, Querier, Unit } from "../../port/EventStore.ts"
import type { CaseListRow } from "../../port/ListRow.ts"
import { type Disposable, type Law, law } from "./Law.ts"

/** A store under test. */
export interface StoreFixture extends Disposable {
  /** The store, new and empty. */
  readonly store: EventStore
  /** Opens a second handle on the same data, as another process would. Needed for the capability `multiProcess`. */
  readonly another?: () => Promise<EventStore>
  /**
   * Runs a function in a transaction of the host on the same data, and rolls it back if the function throws. Needed for
   * the capability `hostTransaction`.
   */
  readonly transaction?: <T>(run: (tx: Querier) => Promise<T>) => Promise<T>
}

/** A law of a store. */
export type StoreLaw = Law<StoreFixture, Capability>

/** Makes a law of a store. */
export const storeLaw = (
  name: string,
  because: string,
  needs: readonly Capability[],
  body: (fixture: StoreFixture) => Promise<void>
): StoreLaw => law<StoreFixture, Capability>({ name, because, needs }, body)

/** The name of the tenant that most laws use. */
export const acme = "acme"

/** Appends a unit that must be accepted. */
export const append = async (store: EventStore, unit: Unit): Promise<Extract<Appended, { result: "appended" }>> => {
  const outcome = await store.append(unit)
  assert.equal(outcome.result, "appended", `unit \`${unit.key}\` was not appended`)
  return outcome as Extract<Appended, { result: "appended" }>
}

/** Returns the version of a stream. */
export const version = async (store: EventStore, stream: string, tenant = acme): Promise<number> =>
  (await store.load({ tenant, stream })).version

/** Reads all events of a tenant, page by page. */
export const readAll = async (store: EventStore, tenant = acme): Promise<readonly StoredEvent[]> => {
  const all: StoredEvent[] = []
  let after: number | null = null
  for (;;) {
    const page: Awaited<ReturnType<EventStore["read"]>> = await store.read(tenant, after, 100)
    if (page.events.length === 0) return all
    all.push(...page.events)
    after = page.next
  }
}

/** Returns the ids of rows. */
export const ids = (rows: readonly CaseListRow[]): readonly string[] => rows.map(({ id }) => id)

/** Claims cases that are due. */
export const claimDue = (store: EventStore, now: number, limit = 10, leaseMs = 60_000) =>
  store.claim(acme, "due", { now, leaseMs, limit })

/** Claims messages of the outbox. */
export const claimOutbox = (store: EventStore, now: number, limit = 10, leaseMs = 60_000) =>
  store.claim(acme, "outbox", { now, leaseMs, limit })
