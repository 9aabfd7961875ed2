import assert from "node:assert/strict"
import { defined } from "@hearback/core"
import type { EventStore } from "../../port/EventStore.ts"
import type { CaseListQuery } from "../../port/ListRow.ts"
import { isStoreError } from "../../port/StoreError.ts"
import { intakeRow, monday, row, rowUnit, unit, write } from "./Sample.ts"
import { acme, append, ids, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const walk = async (store: EventStore, query: CaseListQuery, between?: (page: number) => Promise<void>) => {
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; ; page++) {
    const { items, next } = await store.list(acme, { ...query, ...defined({ after }) })
    seen.push(...ids(items))
    if (next === undefined) return seen
    after = next
    await between?.(page)
  }
}

const found = async (store: EventStore, query: CaseListQuery) => ids((await store.list(acme, query)).items)

/**
 * Laws of lists: they show what was just done, their pages continue by key, and they never show another tenant's rows.
 */
export const listLaws: readonly StoreLaw[] = [
  storeLaw("a row is listed as it was last written", "the worklist is what people work by", [], async ({ store }) => {
    const full = row("1", {
      priority: "P1",
      customer: "c-1",
      outcome: "confirmed",
      review: "spot-check",
      problem: "p-1",
      dueAt: monday,
      promiseAt: monday + 1,
      more: { tier: ["key"] }
    })
    await append(store, rowUnit("a", row("1"), row("2")))
    await append(store, rowUnit("b", full))
    assert.deepEqual((await store.list(acme)).items, [full, row("2")])
    await append(store, rowUnit("c", row("1")))
    assert.deepEqual((await store.list(acme, { customer: "c-1" })).items, [])
  }),

  storeLaw(
    "a list is filtered by each of its questions, and by all together",
    "people would see cases of others, or miss their own",
    [],
    async ({ store }) => {
      const odd = {
        owner: "b",
        state: "closed",
        kind: "praise",
        category: "delivery",
        customer: "c",
        problem: "p"
      } as const
      const questions = Object.entries(odd).map(([name, value]) => ({ [name]: value }) as CaseListQuery)
      await append(
        store,
        rowUnit("k", row("plain"), row("all", odd), ...questions.map((q, n) => row(`${n}`, q as object)))
      )
      for (const [n, question] of questions.entries()) assert.deepEqual(await found(store, question), [`${n}`, "all"])
      assert.deepEqual(await found(store, odd), ["all"])
      assert.deepEqual(await found(store, { owner: "nobody" }), [])
      assert.deepEqual(await found(store, { owner: ["b", "nobody"], state: ["open", "closed"] }), ["0", "all"])
      assert.deepEqual(await found(store, { owner: [] }), [])
    }
  ),

  storeLaw(
    "a list is filtered by grade, by open gate and by when a case was received",
    "somebody would look through every case for the few that are meant",
    [],
    async ({ store }) => {
      const high = row("high", { grades: { urgency: "high", size: "low" }, openGates: ["heard"] })
      const low = row("low", { grades: { urgency: "low", size: "high" }, openGates: ["told"], receivedAt: monday + 2 })
      const both = row("both", { grades: { urgency: "high" }, openGates: ["heard", "told"], receivedAt: monday + 1 })
      await append(store, rowUnit("k", high, low, both, row("none", { grades: {}, receivedAt: monday + 3 })))
      const asked = (query: CaseListQuery) => found(store, { ...query, order: "received" })
      assert.deepEqual(await asked({ grades: { urgency: "high" } }), ["high", "both"])
      assert.deepEqual(await asked({ grades: { urgency: "high", size: "low" } }), ["high"])
      assert.deepEqual(await asked({ grades: { urgency: "hig" } }), [])
      assert.deepEqual(await asked({ openGate: "told" }), ["both", "low"])
      assert.deepEqual(await asked({ receivedFrom: monday + 1, receivedBefore: monday + 3 }), ["both", "low"])
      assert.deepEqual(await asked({ openGate: "heard", grades: { urgency: "high" }, receivedFrom: monday + 1 }), [
        "both"
      ])
      assert.equal((await store.count(acme, { openGate: "told", receivedBefore: monday + 2 })).count, 1)
      await append(store, rowUnit("l", row("both", { receivedAt: monday + 1 })))
      assert.deepEqual(await asked({ openGate: "told" }), ["low"])
    }
  ),

  storeLaw(
    "what concerns somebody is what they own and is open, and what waits for one of their names",
    "a request would wait for somebody who cannot see it",
    [],
    async ({ store }) => {
      const waiting = { owner: "ann", awaits: [{ as: "approval", who: "person:boris" }] }
      await append(
        store,
        rowUnit(
          "k",
          row("own", { owner: "boris" }),
          row("old", { owner: "boris", state: "closed" }),
          row("asked", waiting),
          row("check", { ...waiting, state: "closed" }),
          row("role", {
            owner: "ann",
            awaits: [
              { as: "review", who: "role:lead" },
              { as: "part", who: "person:eve" }
            ]
          }),
          row("other", { owner: "ann", awaits: [{ as: "review", who: "role:leader" }] })
        )
      )
      const concerns = (owner: string, ...names: readonly string[]) => found(store, { concerns: { owner, names } })
      assert.deepEqual((await concerns("boris", "person:boris")).toSorted(), ["asked", "check", "own"])
      assert.deepEqual((await concerns("boris", "person:boris", "role:lead")).toSorted(), [
        "asked",
        "check",
        "own",
        "role"
      ])
      assert.deepEqual(await concerns("eve", "person:eve"), ["role"])
      assert.deepEqual(await concerns("boris"), ["own"])
      assert.equal((await store.count(acme, { concerns: { owner: "x", names: ["role:lead"] } })).count, 1)
      await append(store, rowUnit("l", row("asked", { owner: "ann" })))
      assert.deepEqual((await concerns("boris", "person:boris")).toSorted(), ["check", "own"])
    }
  ),

  storeLaw(
    "order `due` is by promise, those without one last; `received` by arrival, `latest` the other way round",
    "what is due first must stand first",
    [],
    async ({ store }) => {
      const rows = [
        row("a", { receivedAt: monday + 3 }),
        row("b", { receivedAt: monday + 2, promiseAt: monday + 20 }),
        row("c", { receivedAt: monday + 1, promiseAt: monday + 10 }),
        row("d", { receivedAt: monday + 1, promiseAt: monday + 10 })
      ]
      await append(store, rowUnit("k", ...rows))
      assert.deepEqual(await found(store, {}), ["c", "d", "b", "a"])
      assert.deepEqual(await found(store, { order: "received" }), ["c", "d", "b", "a"])
      await append(store, rowUnit("l", row("a", { receivedAt: monday, promiseAt: monday + 30 })))
      assert.deepEqual(await found(store, { order: "due" }), ["c", "d", "b", "a"])
      assert.deepEqual(await found(store, { order: "received" }), ["a", "c", "d", "b"])
      assert.deepEqual(await walk(store, { order: "latest", limit: 1 }), ["b", "d", "c", "a"])
      assert.deepEqual(await found(store, { order: "latest", receivedBefore: monday + 2 }), ["d", "c", "a"])
    }
  ),

  storeLaw(
    "pages meet every row that stays once, while others come, go and move",
    "a case that is on no page is forgotten",
    [],
    async ({ store }) => {
      const name = (count: number) => `s-${String(count).padStart(2, "0")}`
      const stay = Array.from({ length: 20 }, (_, n) => row(name(n), { promiseAt: n < 15 ? monday + (n >> 1) : null }))
      await append(store, rowUnit("k", ...stay, row("mover", { promiseAt: monday })))
      for (const order of ["due", "received"] as const) {
        const seen = await walk(store, { order, limit: 3 }, async (page) => {
          const moved = row("mover", { promiseAt: page % 2 ? monday - page : null, receivedAt: monday - page })
          await append(
            store,
            rowUnit(`${order}-${page}`, row(`a-new-${order}-${page}`, { promiseAt: monday - 5 }), moved)
          )
        })
        assert.deepEqual(
          seen.filter((id) => id.startsWith("s-")),
          ids(stay)
        )
      }
    }
  ),

  storeLaw(
    "a page has 50 rows unless asked, never more than 200",
    "a page without bounds reads the whole table into memory",
    [],
    async ({ store }) => {
      const rows = Array.from({ length: 230 }, (_, n) => row(`${n}`, { promiseAt: n }))
      await append(store, rowUnit("k", ...rows))
      assert.equal((await store.list(acme)).items.length, 50)
      const page = await store.list(acme, { limit: 1000 })
      assert.equal(page.items.length, 200)
      const rest = await store.list(acme, { limit: 1000, after: page.next ?? "" })
      assert.equal(rest.items.length, 30)
      assert.equal(rest.next, undefined)
    }
  ),

  storeLaw(
    "a cursor serves only the tenant and the order that it came from",
    "a page would begin at a place that means something else in this list",
    [],
    async ({ store }) => {
      await append(store, rowUnit("k", row("1"), row("2")))
      await append(store, { ...rowUnit("k", row("1"), row("2")), tenant: "other" })
      const after = (await store.list(acme, { limit: 1 })).next ?? ""
      const refused = (error: unknown) => isStoreError(error, "store/cursor")
      await assert.rejects(async () => store.list("other", { after }), refused)
      await assert.rejects(async () => store.list(acme, { after, order: "received" }), refused)
      await assert.rejects(async () => store.list(acme, { after: "nonsense" }), refused)
    }
  ),

  storeLaw(
    "a list and a count are of one tenant",
    "one tenant would see the cases of another",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("theirs")), tenant: "other" })
      await append(store, unit("i", [write("intake/1", 0, { intake: intakeRow("theirs") })], { tenant: "other" }))
      assert.deepEqual((await store.list(acme)).items, [])
      assert.deepEqual(await store.count(acme), { count: 0, capped: false })
      assert.deepEqual((await store.intake(acme)).items, [])
      assert.equal(await store.countIntake(acme, "received"), 0)
    }
  ),

  storeLaw(
    "a count stops at 10 000 and says so",
    "a store would walk all rows for a number that nobody reads",
    [],
    async ({ store }) => {
      const rows = Array.from({ length: 10_001 }, (_, n) => row(`${n}`, { state: n < 4 ? "closed" : "open" }))
      await append(store, rowUnit("k", ...rows))
      assert.deepEqual(await store.count(acme), { count: 10_000, capped: true })
      assert.deepEqual(await store.count(acme, { state: "open" }), { count: 9_997, capped: false })
      assert.deepEqual(await store.count(acme, { state: "closed", owner: "agent-7" }), { count: 4, capped: false })
    }
  ),

  storeLaw(
    "arrivals are listed as they stand now, oldest first, in pages",
    "what is in quarantine waits for a person who reads this list",
    [],
    async ({ store }) => {
      const arrive = (key: string, at: number, change = {}) =>
        write(`intake/${key}`, 0, { events: [], intake: intakeRow(key, { receivedAt: monday + at, ...change }) })
      const unreadable = { state: "quarantined", reason: "not decodable" }
      await append(store, unit("a", [arrive("x", 2, unreadable), arrive("y", 1), arrive("z", 0, { channel: "wecom" })]))
      await append(store, unit("b", [arrive("y", 1, unreadable)]))
      const keys = async (query: Parameters<typeof store.intake>[1]) =>
        (await store.intake(acme, query)).items.map(({ key }) => key)
      assert.deepEqual(await keys({}), ["z", "y", "x"])
      assert.deepEqual(await keys({ state: "quarantined" }), ["y", "x"])
      assert.deepEqual(
        [await store.countIntake(acme, "quarantined"), await store.countIntake(acme, "released")],
        [2, 0]
      )
      assert.deepEqual(await keys({ channel: "wecom" }), ["z"])
      assert.deepEqual(await keys({ key: "x", state: ["quarantined", "released"] }), ["x"])
      const { next = "" } = await store.intake(acme, { limit: 2 })
      assert.deepEqual(await keys({ limit: 2, after: next }), ["x"])
      await append(store, unit("c", [arrive("x", 2, { state: "released", caseId: "1" })]))
      assert.deepEqual(await keys({ state: "quarantined" }), ["y"])
      assert.equal((await store.intake(acme, { key: "x" })).items[0]?.caseId, "1")
    }
  )
]
