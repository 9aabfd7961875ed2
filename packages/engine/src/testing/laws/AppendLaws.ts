import assert from "node:assert/strict"
import { event, events, intakeRow, message, monday, row, unit, write } from "./Sample.ts"
import { acme, append, claimOutbox, ids, readAll, type StoreLaw, storeLaw, version } from "./StoreFixture.ts"

const whole = unit(
  "k",
  [
    write("case/1", 0, { events: events(2), row: row("1"), intake: intakeRow("m-1") }),
    write("authority/agent-7", 0, { events: events(1) })
  ],
  { outbox: [message("case/1/1/1")], answer: { case: "1" } }
)

/** Laws of writing: a unit is one transaction, each stream has one version check, and each key has one answer. */
export const appendLaws: readonly StoreLaw[] = [
  storeLaw(
    "a unit is stored whole: events of every stream, rows, messages",
    "a decision that is stored in part would show a case that nobody decided, or promise a message that never leaves",
    [],
    async ({ store }) => {
      const outcome = await append(store, whole)
      assert.deepEqual(outcome.versions, { "case/1": 2, "authority/agent-7": 1 })
      assert.equal(await version(store, "case/1"), 2)
      assert.equal(await version(store, "authority/agent-7"), 1)
      assert.deepEqual((await store.list(acme)).items, [row("1")])
      assert.deepEqual((await store.intake(acme)).items, [intakeRow("m-1")])
      assert.deepEqual(
        (await claimOutbox(store, monday)).map((claim) => claim.message),
        [message("case/1/1/1")]
      )
    }
  ),

  storeLaw(
    "an append answers with the events as they are loaded, and with the last position",
    "the engine goes on from this answer without reading again, so the next decision would rest on another record",
    [],
    async ({ store }) => {
      const outcome = await append(store, whole)
      const [first, second] = await Promise.all(
        ["case/1", "authority/agent-7"].map((stream) => store.load({ tenant: acme, stream }))
      )
      assert.deepEqual(outcome.events, [...(first?.events ?? []), ...(second?.events ?? [])])
      assert.equal(outcome.position, outcome.events.at(-1)?.position)
      assert.equal(outcome.position, (await store.status(acme)).position)
    }
  ),

  storeLaw(
    "a conflict on one stream leaves nothing of the unit behind",
    "the decision is made again on what is stored now, and what was left behind would count twice",
    [],
    async ({ store }) => {
      await append(store, unit("first", [write("authority/agent-7", 0)]))
      const outcome = await store.append(whole)
      assert.deepEqual(outcome, { result: "conflict", stream: "authority/agent-7", version: 1 })
      assert.equal(await version(store, "case/1"), 0)
      assert.equal((await readAll(store)).length, 1)
      assert.deepEqual((await store.list(acme)).items, [])
      assert.deepEqual((await store.intake(acme)).items, [])
      assert.deepEqual(await claimOutbox(store, monday), [])
    }
  ),

  storeLaw(
    "of two writers at one version one wins, the other is told the version it lost to",
    "two decisions on the same state could together pass a limit that each of them keeps",
    [],
    async ({ store }) => {
      await append(store, unit("base", [write("case/1", 0)]))
      const outcomes = await Promise.all([
        store.append(unit("a", [write("case/1", 1)])),
        store.append(unit("b", [write("case/1", 1)]))
      ])
      assert.deepEqual(outcomes.map(({ result }) => result).sort(), ["appended", "conflict"])
      assert.deepEqual(
        outcomes.find(({ result }) => result === "conflict"),
        { result: "conflict", stream: "case/1", version: 2 }
      )
      assert.equal(await version(store, "case/1"), 2)
    }
  ),

  storeLaw(
    "a version ahead of the stream is a conflict too",
    "a gap in a stream cannot be told from events that were removed",
    [],
    async ({ store }) => {
      const outcome = await store.append(unit("k", [write("case/1", 3)]))
      assert.deepEqual(outcome, { result: "conflict", stream: "case/1", version: 0 })
      assert.deepEqual(await readAll(store), [])
    }
  ),

  storeLaw(
    "a write without events must still hold, and adds nothing",
    "a grant relies on what was read of linked cases and of the ledger, also where it adds nothing to them",
    [],
    async ({ store }) => {
      const grant = (key: string, stream: string, seen: number) =>
        store.append(unit(key, [write("authority/agent-7", seen, { events: [] }), write(stream, 0)]))
      assert.equal((await grant("a", "case/1", 0)).result, "appended")
      assert.equal(await version(store, "authority/agent-7"), 0)
      await append(store, unit("spend", [write("authority/agent-7", 0)]))
      assert.deepEqual(await grant("b", "case/2", 0), { result: "conflict", stream: "authority/agent-7", version: 1 })
      assert.equal(await version(store, "case/2"), 0)
      assert.equal((await grant("c", "case/3", 1)).result, "appended")
      assert.equal(await version(store, "authority/agent-7"), 1)
    }
  ),

  storeLaw(
    "the same key again gives the same events and answer, and stores nothing",
    "hosts repeat calls after a broken connection, and a repeated grant would pay twice",
    [],
    async ({ store }) => {
      const { events: stored } = await append(store, whole)
      await append(store, unit("later", [write("case/1", 2)]))
      const again = await store.append(whole)
      assert.deepEqual(again, { result: "replayed", events: stored, answer: { case: "1" } })
      assert.equal(await version(store, "case/1"), 3)
      assert.equal((await claimOutbox(store, monday)).length, 1)
    }
  ),

  storeLaw(
    "the same key at the same time is stored once",
    "the same request often comes twice at once, by two servers or two clicks",
    [],
    async ({ store }) => {
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.append(whole)))
      assert.deepEqual(outcomes.map(({ result }) => result).sort(), ["appended", ...Array(4).fill("replayed")])
      assert.equal((await readAll(store)).length, 3)
    }
  ),

  storeLaw(
    "the same key for something else is refused, and stores nothing",
    "the caller would take the answer to another request for its own",
    [],
    async ({ store }) => {
      await append(store, unit("k", [write("case/1", 0)]))
      const outcome = await store.append(unit("k", [write("case/1", 1)], { fingerprint: "of something else" }))
      assert.deepEqual(outcome, { result: "key-reused" })
      assert.equal(await version(store, "case/1"), 1)
    }
  ),

  storeLaw(
    "a conflict does not use up its key",
    "the engine decides again under the same key, and could never store that decision",
    [],
    async ({ store }) => {
      await append(store, unit("base", [write("case/1", 0)]))
      assert.equal((await store.append(unit("k", [write("case/1", 0)]))).result, "conflict")
      assert.equal((await store.append(unit("k", [write("case/1", 1)]))).result, "appended")
    }
  ),

  storeLaw(
    "a unit without events keeps its answer under its key",
    "a refusal changes nothing and must be the same when it is asked for again",
    [],
    async ({ store }) => {
      const base = await append(store, unit("base", [write("case/1", 0)]))
      const refused = unit("k", [], { answer: { ok: false } })
      const { position } = await append(store, refused)
      assert.equal(position, base.position)
      assert.deepEqual(await store.append(refused), { result: "replayed", events: [], answer: { ok: false } })
    }
  ),

  storeLaw(
    "what throws midway leaves nothing behind and can be tried again",
    "a full disk or a bad value would leave half a decision",
    [],
    async ({ store }) => {
      const broken = [
        write("case/1", 0, { row: row("1") }),
        write("case/2", 0, { events: [event({ clear: Number.NaN })] })
      ]
      await assert.rejects(async () => store.append(unit("k", broken)))
      assert.deepEqual(await readAll(store), [])
      assert.deepEqual(ids((await store.list(acme)).items), [])
      await append(store, unit("k", [write("case/1", 0)]))
    }
  ),

  storeLaw(
    "of many units each has its own outcome, in order",
    "an import would report the outcome of one row for another",
    ["batch"],
    async ({ store }) => {
      const outcomes = await store.appendMany?.([
        unit("a", [write("case/1", 0)]),
        unit("b", [write("case/1", 1), write("case/2", 4)]),
        unit("c", [write("case/1", 1)]),
        unit("a", [write("case/1", 0)])
      ])
      assert.deepEqual(
        outcomes?.map(({ result }) => result),
        ["appended", "conflict", "appended", "replayed"]
      )
      assert.equal(await version(store, "case/1"), 2)
    }
  ),

  storeLaw(
    "of many units none is stored when one throws",
    "an import that is started again could not know which rows are stored",
    ["batch"],
    async ({ store }) => {
      const broken = unit("b", [write("case/2", 0, { events: [event({ clear: Number.NaN })] })])
      await assert.rejects(async () => store.appendMany?.([unit("a", [write("case/1", 0)]), broken]))
      assert.deepEqual(await readAll(store), [])
    }
  ),

  storeLaw(
    "messages of a unit without writes leave too",
    "what is sent follows from a decision and need not change a stream",
    [],
    async ({ store }) => {
      await append(store, unit("k", [], { outbox: [message("case/1/1/0")] }))
      const sent = async () => (await claimOutbox(store, monday)).map((claim) => claim.message.id)
      assert.deepEqual(await sent(), ["case/1/1/0"])
      await store.appendMany?.([unit("l", [], { outbox: [message("case/1/1/1")] }), unit("m", [write("case/2", 0)])])
      if (store.appendMany !== undefined) assert.deepEqual(await sent(), ["case/1/1/1"])
    }
  )
]
