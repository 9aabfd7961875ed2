import assert from "node:assert/strict"
import type { EventStore, StoreStatus } from "../../port/EventStore.ts"
import { intakeRow, message, monday, row, rowUnit, unit, write } from "./Sample.ts"
import { acme, append, ids, readAll, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const other = "other"
const lease = { now: monday, leaseMs: 60_000, limit: 10 }

/** Fills a tenant. Two tenants use the same names and differ only in `owner`. */
const fill = async (store: EventStore, tenant: string): Promise<void> => {
  const common = { owner: tenant, customer: "c-1", dueAt: monday }
  const writes = [
    write("case/1", 0, { row: row("1", common), intake: intakeRow("mail-1", { channel: tenant }) }),
    write("case/2", 0, { row: row("2", common) })
  ]
  const outbox = ["m-1", "m-2", "m-3"].map((id) => message(id, { to: tenant }))
  await append(store, unit("first", writes, { tenant, outbox, answer: tenant }))
  const [given] = await store.claim(tenant, "outbox", { ...lease, limit: 1 })
  await store.settle(tenant, [{ claim: given?.id ?? "", outcome: { dead: `refused by ${tenant}`, at: monday } }])
  await store.setMeta(tenant, "time", tenant)
}

/** Returns everything that a tenant can see. Positions grow over all tenants, so only their order is compared. */
const viewOf = async (store: EventStore, tenant: string): Promise<unknown> => {
  const events = await readAll(store, tenant)
  const { position, ...status }: StoreStatus = await store.status(tenant)
  const { events: loaded } = await store.load({ tenant, stream: "case/1" })
  return {
    events: events.map(({ position: _, ...event }) => event),
    loaded: loaded.map(({ position: _, ...event }) => event),
    heads: await store.streams(tenant, null, 10),
    rows: (await store.list(tenant)).items,
    count: await store.count(tenant, { owner: tenant }),
    arrivals: (await store.intake(tenant)).items,
    dead: (await store.undelivered(tenant, { state: "dead" })).items,
    failing: (await store.undelivered(tenant, { state: "failing" })).items,
    status,
    isLast: position === (events.at(-1)?.position ?? 0),
    kept: await store.meta(tenant, "time")
  }
}

/** What a tenant sees that has no data. */
const nothing = {
  events: [],
  loaded: [],
  heads: [],
  rows: [],
  count: { count: 0, capped: false },
  arrivals: [],
  dead: [],
  failing: [],
  status: { nextDueAt: null, oldestDueAt: null, outbox: { waiting: 0, failing: 0, nextAt: null, lanes: [], dead: 0 } },
  isLast: true,
  kept: undefined
}

/** Acts as one tenant beside another, also with the other's names and claims. */
const act = async (store: EventStore, tenant: string, theirs: readonly string[]): Promise<void> => {
  const claims = [...(await store.claim(tenant, "due", lease)), ...(await store.claim(tenant, "outbox", lease))]
  const settled = [...claims.map(({ id }) => id), ...theirs]
  await store.settle(
    tenant,
    settled.map((claim) => ({ claim, outcome: "done" as const }))
  )
  await store.revive(tenant, ["m-1"], monday)
  await store.setMeta(tenant, "more", 1)
  await append(store, unit("second", [write("case/1", 1, { row: row("1", { owner: tenant }) })], { tenant }))
}

/** Laws of tenants: one store serves several tenants, and none of them sees anything of the others. */
export const tenantLaws: readonly StoreLaw[] = [
  storeLaw(
    "no call of one tenant observes or changes another",
    "a store is shared by organisations that must never learn of each other, and one would settle the work of another",
    [],
    async ({ store }) => {
      await fill(store, acme)
      const [due] = await store.claim(acme, "due", { ...lease, limit: 1 })
      const [letter] = await store.claim(acme, "outbox", { ...lease, limit: 1 })
      const before = await viewOf(store, acme)
      assert.deepEqual(await viewOf(store, other), nothing, "a tenant that has done nothing sees something")
      await fill(store, other)
      assert.deepEqual(ids((await store.list(other, { owner: acme })).items), [])
      assert.deepEqual(await viewOf(store, acme), before, "another tenant's record shows")
      await act(store, other, [due?.id ?? "", letter?.id ?? ""])
      assert.deepEqual(await viewOf(store, acme), before, "another tenant's calls changed something")
      assert.equal(await store.meta(acme, "more"), undefined)
      const rest = [...(await store.claim(acme, "due", lease)), ...(await store.claim(acme, "outbox", lease))]
      assert.deepEqual(
        rest.map((claim) => (claim.kind === "due" ? claim.case : `${claim.message.id} to ${claim.message.to}`)),
        [due?.case === "1" ? "2" : "1", letter?.message.id === "m-3" ? "m-2 to acme" : "m-3 to acme"]
      )
      const later = { ...lease, now: lease.now + lease.leaseMs }
      assert.equal((await store.claim(acme, "due", later)).length, 2, "what was claimed is settled by its own tenant")
      const again = await store.append(unit("first", [], { tenant: other }))
      assert.deepEqual(again.result === "replayed" ? again.answer : again.result, other, "keys are a tenant's own")
    }
  ),

  storeLaw(
    "a tenant with one thing to do is served beside one with a thousand",
    "whoever has much to do, or has been down for a week, would keep everybody else waiting",
    [],
    async ({ store }) => {
      const names = Array.from({ length: 1_000 }, (_, n) => `${n}`)
      const rows = names.map((name) => row(name, { dueAt: monday }))
      await append(store, { ...rowUnit("many", ...rows), outbox: names.map((name) => message(name)) })
      // The other tenant's case has waited for a shorter time than any of the many.
      const one = [write("case/1", 0, { row: row("1", { dueAt: monday + 1 }) })]
      await append(store, unit("one", one, { tenant: other, outbox: [message("m-1", { notBefore: monday + 1 })] }))
      const now = { ...lease, now: monday + 2, limit: 8 }
      for (const what of ["due", "outbox"] as const) {
        const [ofMany, ofOne] = [await store.claim(acme, what, now), await store.claim(other, what, now)]
        assert.deepEqual([ofMany.length, ofOne.length], [8, 1], `${what}: the next batch of each`)
      }
    }
  )
]
