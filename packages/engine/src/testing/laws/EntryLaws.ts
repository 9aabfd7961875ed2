import assert from "node:assert/strict"
import { queuedMessage } from "../../decide/QueuedMessage.ts"
import { event, events, intakeRow, message, monday, row, rowUnit, unit, write } from "./Sample.ts"
import { acme, append, claimDue, claimOutbox, type StoreLaw, storeLaw, version } from "./StoreFixture.ts"

const at = { tenant: acme, stream: "case/1" }

/** Laws of entries: events that are written together stay together, and a waiting message equals its event. */
export const entryLaws: readonly StoreLaw[] = [
  storeLaw(
    "events of one write have one hash, and those of two have two",
    "verify could not tell where an entry ends, and would find every record broken",
    [],
    async ({ store }) => {
      const two = [write("case/1", 0, { events: events(2) }), write("case/2", 0, { events: events(2) })]
      await append(store, unit("a", two))
      await append(store, unit("b", [write("case/1", 2, { events: events(2) })]))
      const hashes = (await store.read(acme, null, 10)).events.map(({ hash }) => hash)
      const different = [...new Set(hashes)]
      assert.deepEqual(
        hashes.map((hash) => different.indexOf(hash)),
        [0, 0, 1, 1, 2, 2]
      )
    }
  ),

  storeLaw(
    "events of one write are of one command: others are refused, and nothing of them is stored",
    "what they share is kept once: one of them would be said to be of another actor, or another policy",
    [],
    async ({ store }) => {
      const others = [{ command: "c-2" }, { actor: "agent-8" }, { policy: "77aa01" }, { recordedAt: monday + 1 }]
      for (const change of others) {
        const mixed = unit("k", [write("case/1", 0, { events: [event(), event(change)] })])
        await assert.rejects(async () => store.append(mixed), TypeError)
        assert.equal(await version(store, "case/1"), 0)
      }
      await append(store, unit("k", [write("case/1", 0, { events: events(2) })]))
    }
  ),

  storeLaw(
    "numbers are kept exactly, or refused",
    "databases round what lies beyond 2^53, each in its own way, or cannot read it any more",
    [],
    async ({ store }) => {
      const last = Number.MAX_SAFE_INTEGER - 1
      await append(store, rowUnit("far", row("1", { receivedAt: -last, dueAt: last, promiseAt: last })))
      const [kept] = (await store.list(acme)).items
      assert.deepEqual([kept?.receivedAt, kept?.dueAt, kept?.promiseAt], [-last, last, last])
      for (const wrong of [2 ** 53, -(2 ** 60), 1.5]) {
        const one = (change: object) => unit("k", [write("case/2", 0, change)])
        const units = [
          one({ events: [event({ recordedAt: wrong })] }),
          one({ row: row("2", { dueAt: wrong }) }),
          one({ row: row("2", { promiseAt: wrong }) }),
          one({ row: row("2", { receivedAt: wrong }) }),
          one({ intake: intakeRow("a", { receivedAt: wrong }) }),
          { ...one({}), outbox: [message("m", { notBefore: wrong })] }
        ]
        for (const each of units) {
          await assert.rejects(async () => store.append(each), RangeError)
          assert.equal(await version(store, "case/2"), 0)
        }
        await assert.rejects(async () => store.claim(acme, "due", { now: wrong, leaseMs: 1, limit: 1 }), RangeError)
      }
      const [held] = await claimDue(store, last, 1, 1)
      const late = [{ claim: held?.id ?? "", outcome: { retryAt: 2 ** 60 } }]
      await assert.rejects(async () => store.settle(acme, late), RangeError)
    }
  ),

  storeLaw(
    "values that are sealed together keep their places",
    "one event would be read with the words of another",
    [],
    async ({ store }) => {
      const both = { customer: "c-1", ciphertext: Uint8Array.of(1, 2, 3) }
      const sealed = [
        { ...both, place: 1 },
        undefined,
        { ...both, place: 0 },
        { customer: "c-2", ciphertext: Uint8Array.of(4) }
      ]
      const given = sealed.map((part) => event(part === undefined ? {} : { sealed: part }))
      await append(store, unit("k", [write("case/1", 0, { events: given })]))
      const { events: loaded } = await store.load(at)
      assert.deepEqual(
        loaded.map((one) => one.sealed),
        sealed
      )
    }
  ),

  storeLaw(
    "a message that says what its event says comes back whole, however often it is tried",
    "a store may keep it by its event alone, and must find it there",
    [],
    async ({ store }) => {
      const said = event({
        type: "message-queued",
        clear: {
          audience: "customer",
          channel: "email",
          to: "c-1",
          message: "receipt",
          notBefore: monday + 5,
          why: "x"
        },
        sealed: { customer: "c-1", ciphertext: Uint8Array.of(7, 8), place: 1 }
      })
      const given = queuedMessage("case/1/2/0", said, monday)
      await append(store, unit("a", [write("case/1", 0, { events: [event(), said] })], { outbox: [given] }))
      await append(store, unit("b", [write("case/1", 2)]))
      for (const now of [monday + 5, monday + 6, monday + 7]) {
        const [claim] = await claimOutbox(store, now)
        assert.deepEqual(claim?.message, given)
        await store.settle(acme, [{ claim: claim?.id ?? "", outcome: { retryAt: now + 1, error: "late" } }])
      }
      const [letter] = (await store.undelivered(acme, { state: "failing" })).items
      assert.deepEqual(letter?.message, given)
      assert.deepEqual(await store.filed(acme, "message", null, 10), [{ key: given.id, row: given, torn: [] }])
    }
  ),

  storeLaw(
    "a message keeps the trace of the work that gave rise to it",
    "its delivery goes on with that trace, and is found beside what led to it",
    [],
    async ({ store }) => {
      const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      const said = event({
        type: "message-queued",
        clear: { audience: "staff", to: "agent-7", message: "assigned", notBefore: monday, why: "x" }
      })
      const whole = { ...queuedMessage("case/1/1/0", said, monday), trace }
      const kept = message("case/1/1/1", { kind: "command", lane: "command", trace })
      await append(store, unit("a", [write("case/1", 0, { events: [said] })], { outbox: [whole, kept] }))
      const claims = await claimOutbox(store, monday)
      assert.deepEqual(
        claims.map((claim) => claim.message.trace),
        [trace, trace]
      )
    }
  )
]
