import assert from "node:assert/strict"
import { defined } from "@hearback/core"
import type { EventStore, OutboxClaim, Settlement } from "../../port/EventStore.ts"
import { message, monday, row, rowUnit, unit, write } from "./Sample.ts"
import { acme, append, claimDue, claimOutbox, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const minute = 60_000

const letters = async (store: EventStore, now: number) =>
  (await claimOutbox(store, now)).map((claim) => claim.message.id)

const oneLetter = unit("k", [write("case/1", 0)], { outbox: [message("m-1")] })

/**
 * Laws of messages in the outbox: renewed leases, joined messages, failed messages, and messages that were given up.
 */
export const letterLaws: readonly StoreLaw[] = [
  storeLaw(
    "a dead message is kept and counted, but never offered again",
    "people see there what did not reach a customer",
    [],
    async ({ store }) => {
      await append(store, { ...oneLetter, outbox: [message("m-1"), message("m-2")] })
      const [first] = await claimOutbox(store, monday, 1)
      await store.settle(acme, [{ claim: first?.id ?? "", outcome: { dead: "no such address", at: monday } }])
      assert.equal((await letters(store, monday + 1e12)).length, 1)
      const { outbox } = await store.status(acme)
      assert.deepEqual([outbox.waiting, outbox.dead], [1, 1])
    }
  ),

  storeLaw(
    "what was given up is listed with its reason, each tenant's own, the longest ago first",
    "a person decides by the reason whether to send again",
    [],
    async ({ store }) => {
      await append(store, { ...oneLetter, outbox: ["m-1", "m-2", "m-3"].map((id) => message(id)) })
      for (const [n, { id }] of (await claimOutbox(store, monday)).toReversed().entries())
        await store.settle(acme, [{ claim: id, outcome: { dead: `reason ${n}`, at: monday + n } }])
      const first = await store.undelivered(acme, { state: "dead", limit: 2 })
      const rest = await store.undelivered(acme, defined({ state: "dead", limit: 2, after: first.next }))
      const all = [...first.items, ...rest.items]
      assert.deepEqual(
        all.map(({ reason }) => reason),
        ["reason 0", "reason 1", "reason 2"]
      )
      assert.deepEqual(
        all.map(({ at }) => at),
        [monday, monday + 1, monday + 2]
      )
      assert.deepEqual(
        all.map(({ attempts }) => attempts),
        [1, 1, 1]
      )
      assert.deepEqual(all.map(({ message: { id } }) => id).toSorted(), ["m-1", "m-2", "m-3"])
      assert.equal(rest.next, undefined)
      assert.deepEqual(await store.undelivered("another", { state: "dead" }), { items: [] })
    }
  ),

  storeLaw(
    "a revived message is offered like a new one, and is on the list no more",
    "it would be sent before it was asked for, or be sent again from the list",
    [],
    async ({ store }) => {
      await append(store, { ...oneLetter, outbox: [message("m-1"), message("m-2")] })
      for (const { id } of await claimOutbox(store, monday))
        await store.settle(acme, [{ claim: id, outcome: { dead: "no such address", at: monday } }])
      assert.equal(await store.revive("another", ["m-1"], monday), 0)
      assert.equal(await store.revive(acme, ["m-1", "m-9"], monday + minute), 1)
      assert.deepEqual(await letters(store, monday + minute - 1), [])
      const [again] = await claimOutbox(store, monday + minute)
      assert.deepEqual([again?.message.id, again?.attempts], ["m-1", 0])
      assert.deepEqual(
        (await store.undelivered(acme, { state: "dead" })).items.map(({ message: { id } }) => id),
        ["m-2"]
      )
      assert.equal(await store.revive(acme, ["m-1"], monday), 0)
    }
  ),

  storeLaw(
    "a renewed lease lasts from then on, and is renewed for its holder alone",
    "a slow message would be sent by two workers, or kept from whoever may send it",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      const held = [...(await claimDue(store, monday, 10, minute)), ...(await claimOutbox(store, monday, 10, minute))]
      const names = held.map(({ id }) => id)
      const later = { now: monday + minute / 2, leaseMs: minute }
      assert.deepEqual(await store.renew("another", names, later), [], "claims of another tenant were renewed")
      assert.deepEqual(await store.renew(acme, names, later), names)
      assert.deepEqual(await claimDue(store, monday + minute), [])
      assert.deepEqual(await claimOutbox(store, monday + minute), [])
      const taken = [
        ...(await claimDue(store, monday + 2 * minute)),
        ...(await claimOutbox(store, monday + 2 * minute))
      ]
      assert.equal(taken.length, 2)
      assert.deepEqual(await store.renew(acme, names, { now: monday + 2 * minute, leaseMs: minute }), [])
      assert.equal((await claimOutbox(store, monday + 3 * minute)).length, 1, "the lease of the new holder was renewed")
    }
  ),

  storeLaw(
    "several claimed messages are joined into one, or none of them is",
    "a notice would be lost, or leave by itself as well",
    [],
    async ({ store }) => {
      const outbox = ["m-1", "m-2", "m-3"].map((id) => message(id))
      await append(store, { ...oneLetter, outbox })
      const slow = (await claimOutbox(store, monday, 10, minute)).map(({ id }) => id)
      const together = message("digest/1", { body: { parts: 2 }, notBefore: monday + minute })
      assert.equal(await store.join("another", slow, together), false, "claims of another tenant were joined")
      const [first, ...rest] = await claimOutbox(store, monday + minute, 10, minute)
      assert.equal(await store.join(acme, [...slow.slice(1), first?.id ?? ""], together), false)
      assert.equal((await store.status(acme)).outbox.waiting, 3)
      const joined = [first, rest[0]].flatMap((claim) => claim?.id ?? [])
      assert.equal(await store.join(acme, joined, together), true)
      await store.settle(acme, [{ claim: rest[1]?.id ?? "", outcome: "done" }])
      const found = await claimOutbox(store, monday + 9 * minute)
      assert.deepEqual(
        found.map(({ message: one, attempts }) => [one, attempts]),
        [[together, 0]]
      )
    }
  ),

  storeLaw(
    "what was given back untried is not offered before, and does not count",
    "a notice that waits for others would be given up although nobody tried to send it",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      const held = [...(await claimDue(store, monday)), ...(await claimOutbox(store, monday))]
      await store.settle(
        acme,
        held.map(({ id }) => ({ claim: id, outcome: { untried: monday + minute } }))
      )
      assert.deepEqual(await claimDue(store, monday + minute - 1), [])
      assert.deepEqual(await letters(store, monday + minute - 1), [])
      assert.equal((await claimDue(store, monday + minute)).length, 1)
      assert.equal((await claimOutbox(store, monday + minute))[0]?.attempts, 0)
    }
  ),

  storeLaw(
    "a message that failed is listed with why, until it is done or tried otherwise",
    "nobody would see for days that an adapter fails",
    [],
    async ({ store }) => {
      await append(store, { ...oneLetter, outbox: ["m-1", "m-2", "m-3", "m-4"].map((id) => message(id)) })
      const failed = async (now: number) =>
        (await store.undelivered(acme, { state: "failing" })).items.map((one) => [
          one.message.id,
          one.state,
          one.error,
          one.at - now
        ])
      const settle = async (claims: readonly OutboxClaim[], ...outcomes: readonly Settlement["outcome"][]) =>
        store.settle(
          acme,
          claims.map(({ id }, n) => ({ claim: id, outcome: outcomes[n] ?? "done" }))
        )
      const claim = async (now: number) =>
        (await claimOutbox(store, now)).toSorted((a, b) => (a.message.id < b.message.id ? -1 : 1))
      const first = await claim(monday)
      await settle(
        first,
        { retryAt: monday + 2 * minute, error: "no route" },
        { retryAt: monday + minute, error: "a TypeError" },
        { retryAt: monday + minute },
        { dead: "given up", at: monday, error: "no such host" }
      )
      assert.deepEqual(await failed(monday), [
        ["m-2", "failing", "a TypeError", minute],
        ["m-1", "failing", "no route", 2 * minute]
      ])
      assert.deepEqual(await store.undelivered("another", { state: "failing" }), { items: [] })
      const { waiting, failing, dead } = (await store.status(acme)).outbox
      assert.deepEqual([waiting, failing, dead], [3, 2, 1])
      const [given] = (await store.undelivered(acme, { state: "dead" })).items
      assert.deepEqual([given?.reason, given?.error], ["given up", "no such host"])
      assert.equal(await store.revive(acme, ["m-1", "m-3"], monday + minute), 1, "m-3 did not fail")
      const again = await claim(monday + minute)
      assert.deepEqual(
        again.map(({ message: { id }, attempts }) => [id, attempts]),
        [
          ["m-1", 0],
          ["m-2", 1],
          ["m-3", 1]
        ]
      )
      const held = [["m-2", "failing", "a TypeError", minute]]
      assert.deepEqual(await failed(monday + minute), held, "a message that is held is offered when its lease is over")
      await settle(again, { untried: monday }, { untried: monday }, { retryAt: monday, error: "late" })
      assert.deepEqual(
        (await failed(monday)).map(([id, , error]) => [id, error]),
        [
          ["m-2", "a TypeError"],
          ["m-3", "late"]
        ]
      )
      await settle(await claim(monday + minute), "done", { retryAt: monday }, "done")
      assert.deepEqual(await failed(monday), [])
    }
  )
]
