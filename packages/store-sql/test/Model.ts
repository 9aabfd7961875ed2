/** Calls of every kind in any order: a store must answer each as the store in memory does. */
import assert from "node:assert/strict"
import { type Claim, type EventStore, memoryStore, type Settlement, verify } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import fc from "fast-check"

/** One call. Both stores must give the same answer. */
type Call = (store: EventStore, held: Claim[]) => Promise<unknown>

const { event, intakeRow, message, row, unit, write } = Sample
const name = fc.constantFrom("a", "b", "c")
const tenant = fc.constantFrom("acme", "other")
const instant = fc.integer({ min: 0, max: 30 })

/** Returns claims without their names, which each store chooses. */
const anonymous = (claims: readonly Claim[]) =>
  claims.map(({ id: _, ...claim }) => claim).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

const unitOf = fc
  .record({
    tenant,
    key: fc.nat({ max: 15 }),
    fingerprint: fc.constantFrom("f", "f", "f", "g"),
    writes: fc.uniqueArray(
      fc.record({
        name,
        expected: fc.nat({ max: 2 }),
        count: fc.nat({ max: 2 }),
        dueAt: fc.option(instant),
        promiseAt: fc.option(instant),
        owner: name,
        customer: fc.option(name, { nil: undefined }),
        arrived: fc.boolean()
      }),
      { selector: (each) => each.name, maxLength: 2 }
    ),
    letters: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 2 })
  })
  .map(({ tenant: whose, key, fingerprint, writes, letters }) =>
    unit(
      `k-${key}`,
      writes.map(({ name: id, expected, count, dueAt, promiseAt, owner, customer, arrived }) =>
        write(`case/${id}`, expected, {
          events: Array.from({ length: count }, (_, n) => event({ clear: { key, n } })),
          row: row(id, { dueAt, promiseAt, owner, receivedAt: key, ...(customer && { customer }) }),
          ...(arrived && {
            intake: intakeRow(id, { receivedAt: key, state: dueAt === null ? "opened" : "quarantined" })
          })
        })
      ),
      { tenant: whose, fingerprint, answer: { key }, outbox: letters.map((n) => message(`m-${n}`, { notBefore: n })) }
    )
  )

const outcomeOf = (how: string, at: number): Settlement["outcome"] => {
  if (how === "done") return "done"
  if (how === "dead") return { dead: "no", at }
  if (how === "untried") return { untried: at }
  return how === "failed" ? { retryAt: at, error: "late" } : { retryAt: at }
}

/** Returns which of all claims are held, as indexes. */
const placesOf = (held: readonly Claim[], ids: readonly string[]) =>
  held.flatMap(({ id }, n) => (ids.includes(id) ? [n] : []))

const ask = (call: Call): Call => call

const calls: fc.Arbitrary<Call> = fc.oneof(
  { weight: 6, arbitrary: unitOf.map((each) => ask((store) => store.append(each))) },
  fc.array(unitOf, { maxLength: 4 }).map((units) => ask(async (store) => store.appendMany?.(units))),
  fc
    .tuple(tenant, fc.constantFrom("due", "outbox"), instant, fc.integer({ min: 1, max: 9 }))
    .map(([whose, what, now, leaseMs]) =>
      // Which of several equal rows is claimed is left to the store, so here all are.
      ask(async (store, held) => {
        const claims: readonly Claim[] = await store.claim(whose, what as "due", { now, leaseMs, limit: 100 })
        held.push(...claims)
        return anonymous(claims)
      })
    ),
  fc
    .tuple(
      fc.constantFrom("due/a", "due/b", "outbox/m-1", "outbox/m-5"),
      fc.constantFrom("done", "dead", "retry", "failed", "untried"),
      instant,
      tenant
    )
    .map(([which, how, retryAt, whose]) =>
      ask((store, held) => {
        const mine = held.filter(
          (claim) => `${claim.kind}/${claim.kind === "due" ? claim.case : claim.message.id}` === which
        )
        const outcome = outcomeOf(how, retryAt)
        return store.settle(
          whose,
          mine.map(({ id }) => ({ claim: id, outcome }))
        )
      })
    ),
  fc
    .record({
      tenant,
      order: fc.constantFrom("due", "received"),
      owner: fc.option(name),
      limit: fc.integer({ min: 1, max: 3 })
    })
    .map(({ tenant: whose, owner, ...asked }) =>
      ask((store) => store.list(whose, { ...asked, ...(owner !== null && { owner }) } as object))
    ),
  tenant.map((whose) => ask((store) => store.intake(whose, { state: ["quarantined"], limit: 2 }))),
  fc
    .tuple(tenant, fc.option(fc.nat({ max: 9 })), fc.integer({ min: 1, max: 9 }))
    .map(([whose, after, limit]) => ask(async (store) => (await store.read(whose, after, limit)).events)),
  fc
    .tuple(tenant, name, fc.nat({ max: 3 }))
    .map(([whose, id, after]) => ask((store) => store.load({ tenant: whose, stream: `case/${id}` }, after))),
  tenant.map((whose) => ask((store) => store.streams(whose, null, 10))),
  tenant.map((whose) => ask((store) => store.histories(whose, null, 10))),
  fc
    .tuple(tenant, fc.option(fc.nat({ max: 9 })), fc.integer({ min: 1, max: 9 }))
    .map(([whose, after, limit]) => ask((store) => store.moved(whose, after, limit))),
  fc
    .tuple(tenant, fc.constantFrom("case", "arrival", "message"))
    .map(([whose, kind]) => ask((store) => store.filed(whose, kind, null, 10))),
  fc.tuple(tenant, name, fc.nat({ max: 15 })).map(([whose, of, before]) =>
    ask(async (store) => {
      const { without, ...said } = await store.coverage(whose, of, 1)
      return [await store.latest(whose, of, before, 2), said, without.toSorted()]
    })
  ),
  fc.tuple(tenant, name, fc.boolean()).map(([whose, of, anew]) =>
    ask(async (store) => {
      if (anew) await store.dropIndex(whose, of)
      // A case without events does not count.
      const heads = (await store.latest(whose, of, 99, 9)).filter(({ version }) => version > 0)
      const cases = heads.map(({ id, version }) => ({ id, stream: `case/${id}`, version }))
      await store.index(whose, { of, edition: 1, cases, sealed: { customer: of, ciphertext: Uint8Array.of(1) } })
      // Numbers grow; nothing else is promised about them.
      return (await store.segments(whose, of, 0, 9)).map(({ sealed }) => sealed)
    })
  ),
  fc
    .tuple(tenant, name, fc.nat())
    .map(([whose, key, value]) =>
      ask(async (store) => [await store.meta(whose, key), await store.setMeta(whose, key, value)])
    ),
  tenant.map((whose) => ask((store) => store.count(whose))),
  fc
    .tuple(tenant, fc.constantFrom("dead", "failing"), fc.integer({ min: 1, max: 2 }))
    .map(([whose, state, limit]) => ask(async (store) => (await store.undelivered(whose, { state, limit })).items)),
  fc.tuple(tenant, instant, fc.integer({ min: 1, max: 9 })).map(([whose, now, leaseMs]) =>
    ask(async (store, held) => {
      const ids = held.map(({ id }) => id)
      return placesOf(held, await store.renew(whose, ids, { now, leaseMs }))
    })
  ),
  fc
    .tuple(tenant, fc.subarray(["m-1", "m-2", "m-3", "m-5"], { minLength: 1 }), instant)
    .map(([whose, which, notBefore]) =>
      ask((store, held) => {
        const newest = which.flatMap(
          (letter) => held.findLast((claim) => claim.kind === "outbox" && claim.message.id === letter)?.id ?? []
        )
        return store.join(whose, newest, message(`joined/${which.join("+")}`, { notBefore }))
      })
    ),
  fc
    .tuple(tenant, fc.subarray(["m-1", "m-5"]), instant)
    .map(([whose, ids, at]) => ask((store) => store.revive(whose, ids, at))),
  tenant.map((whose) => ask((store) => store.status(whose)))
)

/** Returns an answer without undefined members. */
const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer ?? null))

/** Compares a store with the one in memory for some sequences of calls. `open` returns an empty store each time. */
export const answersAsMemory = (open: () => Promise<EventStore>, sequences: number, seed = 20_261_116): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(calls, { maxLength: 40, size: "max" }), async (sequence) => {
      const stores = [memoryStore(), await open()] as const
      const held: readonly [Claim[], Claim[]] = [[], []]
      for (const call of sequence) {
        const [ours, theirs] = [await call(stores[0], held[0]), await call(stores[1], held[1])]
        assert.deepEqual(plain(theirs), plain(ours))
      }
      const records = await Promise.all(stores.map((store) => verify(store, "acme")))
      assert.deepEqual(plain(records[1]), plain(records[0]))
      await stores[1].close()
    }),
    { seed, numRuns: sequences }
  )
