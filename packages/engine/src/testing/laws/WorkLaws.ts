import assert from "node:assert/strict"
import type { EventStore } from "../../port/EventStore.ts"
import { message, monday, row, rowUnit, unit, write } from "./Sample.ts"
import { acme, append, claimDue, claimOutbox, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const minute = 60_000

const cases = async (store: EventStore, now: number, limit?: number) =>
  (await claimDue(store, now, limit)).map((claim) => claim.case)

const letters = async (store: EventStore, now: number, limit?: number) =>
  (await claimOutbox(store, now, limit)).map((claim) => claim.message.id)

const oneLetter = unit("k", [write("case/1", 0)], { outbox: [message("m-1")] })

/**
 * Laws of work: work that is due is claimed under a lease, by one worker at a time, and is offered again if nobody
 * settles it.
 */
export const workLaws: readonly StoreLaw[] = [
  storeLaw(
    "a case is claimed when its time has come, earliest first",
    "what is overdue must fire, and in the order in which it fell due",
    [],
    async ({ store }) => {
      const at = { a: monday + 3, b: monday + 1, c: monday + 2, later: monday + 99, never: null }
      await append(store, rowUnit("k", ...Object.entries(at).map(([id, dueAt]) => row(id, { dueAt }))))
      assert.deepEqual(await claimDue(store, monday), [])
      assert.equal((await store.status(acme)).nextDueAt, monday + 1)
      const claims = await claimDue(store, monday + 3)
      assert.deepEqual(
        claims.map((claim) => [claim.kind, claim.case, claim.dueAt]),
        [
          ["due", "b", monday + 1],
          ["due", "c", monday + 2],
          ["due", "a", monday + 3]
        ]
      )
      const { nextDueAt, oldestDueAt } = await store.status(acme)
      assert.deepEqual([nextDueAt, oldestDueAt], [monday + 99, monday + 1])
    }
  ),

  storeLaw(
    "a message is claimed when its time has come, earliest first",
    "what a customer has waited for longest leaves first",
    [],
    async ({ store }) => {
      const at = { a: monday + 3, b: monday + 1, c: monday + 2, later: monday + 99 }
      const outbox = Object.entries(at).map(([id, notBefore]) => message(id, { notBefore }))
      await append(store, unit("k", [write("case/1", 0)], { outbox }))
      assert.deepEqual(await letters(store, monday), [])
      assert.deepEqual(await letters(store, monday + 3), ["b", "c", "a"])
    }
  ),

  storeLaw(
    "a claim of some lanes takes their messages alone",
    "a process would take mail that only another one can carry",
    [],
    async ({ store }) => {
      const lanes = ["customer/email", "customer/email 2", "staff", "command"]
      const outbox = lanes.map((lane, n) => message(`m-${n}`, { lane, notBefore: monday + n }))
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox })
      assert.deepEqual((await store.status(acme)).outbox.lanes, [
        { lane: "command", nextAt: monday + 3 },
        { lane: "customer/email", nextAt: monday },
        { lane: "customer/email 2", nextAt: monday + 1 },
        { lane: "staff", nextAt: monday + 2 }
      ])
      const claimed = async (...served: readonly string[]) => {
        const options = { now: monday + 9, leaseMs: minute, limit: 10, lanes: served }
        return (await store.claim(acme, "outbox", options)).map((claim) => claim.message.lane)
      }
      assert.deepEqual(await claimed(), [])
      assert.deepEqual(await claimed("fax", "'; --"), [])
      assert.deepEqual(await claimed("command", "customer/email"), ["customer/email", "command"])
      assert.deepEqual(await letters(store, monday + 9), ["m-1", "m-2"])
      assert.equal((await claimDue(store, monday + 9)).length, 1)
    }
  ),

  storeLaw(
    "a claim takes no more than its limit",
    "a worker could not finish what it holds before its lease ends",
    [],
    async ({ store }) => {
      const rows = Array.from({ length: 7 }, (_, n) => row(`${n}`, { dueAt: monday + n }))
      const outbox = Array.from({ length: 7 }, (_, n) => message(`m-${n}`))
      await append(store, { ...rowUnit("k", ...rows), outbox })
      assert.equal((await claimDue(store, monday + 9, 3)).length, 3)
      assert.equal((await claimOutbox(store, monday + 9, 5)).length, 5)
    }
  ),

  storeLaw(
    "a claim is its holder's alone until the lease ends",
    "two workers would send the same message",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      const claims = await Promise.all([1, 2, 3].map(() => claimDue(store, monday, 10, minute)))
      const messages = await Promise.all([1, 2, 3].map(() => claimOutbox(store, monday, 10, minute)))
      assert.equal(claims.flat().length, 1)
      assert.equal(messages.flat().length, 1)
      assert.deepEqual(await cases(store, monday + minute - 1), [])
      assert.deepEqual(await letters(store, monday + minute - 1), [])
    }
  ),

  storeLaw(
    "what a stopped worker held comes back when its lease ends",
    "what a killed process held would never be done",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      await claimDue(store, monday, 10, minute)
      await claimOutbox(store, monday, 10, minute)
      assert.deepEqual(await cases(store, monday + minute), ["1"])
      const [again] = await claimOutbox(store, monday + minute)
      assert.deepEqual([again?.message.id, again?.attempts], ["m-1", 1])
    }
  ),

  storeLaw(
    "who comes too late settles nothing that is now another's",
    "a message would count as sent that its new holder has not sent yet",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      const slow = [...(await claimDue(store, monday, 10, minute)), ...(await claimOutbox(store, monday, 10, minute))]
      const quick = [
        ...(await claimDue(store, monday + minute, 10, minute)),
        ...(await claimOutbox(store, monday + minute, 10, minute))
      ]
      await store.settle(
        acme,
        slow.map(({ id }) => ({ claim: id, outcome: "done" }))
      )
      assert.deepEqual(await cases(store, monday + minute + 1), [])
      await store.settle(
        acme,
        quick.map(({ id }) => ({ claim: id, outcome: { retryAt: monday + minute + 1 } }))
      )
      assert.deepEqual(await cases(store, monday + minute + 1), ["1"])
      assert.deepEqual(await letters(store, monday + minute + 1), ["m-1"])
    }
  ),

  storeLaw(
    "settling a case only frees it: when it is due is what the last append wrote",
    "a case would miss its next instant, or never rest",
    [],
    async ({ store }) => {
      await append(store, rowUnit("a", row("1", { dueAt: monday })))
      const settle = async (now: number) =>
        store.settle(
          acme,
          (await claimDue(store, now)).map(({ id }) => ({ claim: id, outcome: "done" }))
        )
      await settle(monday)
      assert.deepEqual(await cases(store, monday), ["1"], "nobody moved its time")
      await store.settle(
        acme,
        (await claimDue(store, monday + 2 * minute)).map(({ id }) => ({ claim: id, outcome: "done" }))
      )
      const [claim] = await claimDue(store, monday + 2 * minute)
      await append(store, rowUnit("b", row("1", { dueAt: monday + 5 * minute })))
      await store.settle(acme, [{ claim: claim?.id ?? "", outcome: "done" }])
      assert.deepEqual(await cases(store, monday + 5 * minute - 1), [])
      await settle(monday + 5 * minute)
      await append(store, rowUnit("c", row("1", { dueAt: null })))
      assert.deepEqual(await cases(store, monday + 1e9), [])
      assert.equal((await store.status(acme)).nextDueAt, null)
    }
  ),

  storeLaw(
    "an append does not take a case from who holds it",
    "two workers would fire the same instant",
    [],
    async ({ store }) => {
      await append(store, rowUnit("a", row("1", { dueAt: monday })))
      await claimDue(store, monday, 10, minute)
      await append(store, rowUnit("b", row("1", { dueAt: monday + 1 })))
      assert.deepEqual(await cases(store, monday + 1), [])
      assert.deepEqual(await cases(store, monday + minute), ["1"])
    }
  ),

  storeLaw(
    "a retry is not offered before its time, and counts",
    "a channel that is down would be called without a pause, and never given up",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("k", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      const held = [...(await claimDue(store, monday)), ...(await claimOutbox(store, monday))]
      await store.settle(
        acme,
        held.map(({ id }) => ({ claim: id, outcome: { retryAt: monday + 2 * minute } }))
      )
      assert.deepEqual(await cases(store, monday + 2 * minute - 1), [])
      assert.deepEqual(await letters(store, monday + 2 * minute - 1), [])
      assert.deepEqual(await cases(store, monday + 2 * minute), ["1"])
      assert.equal((await claimOutbox(store, monday + 2 * minute))[0]?.attempts, 1)
    }
  ),

  storeLaw(
    "a case given up is offered again once an append has changed it",
    "the append may have removed the reason, and its clocks would stand still",
    [],
    async ({ store }) => {
      await append(store, rowUnit("a", row("1", { dueAt: monday })))
      const [claim] = await claimDue(store, monday)
      await store.settle(acme, [
        { claim: claim?.id ?? "", outcome: { dead: "its policy cannot be loaded", at: monday } }
      ])
      assert.deepEqual(await cases(store, monday + 1e12), [])
      assert.equal((await store.status(acme)).nextDueAt, null)
      await append(store, rowUnit("b", row("1", { dueAt: monday })))
      assert.deepEqual(await cases(store, monday), ["1"])
    }
  ),

  storeLaw(
    "a message does not leave before its time, and is gone when done",
    "a customer would be written to at night, or twice",
    [],
    async ({ store }) => {
      await append(store, { ...oneLetter, outbox: [message("m-1", { notBefore: monday + minute })] })
      assert.deepEqual(await letters(store, monday + minute - 1), [])
      assert.equal((await store.status(acme)).outbox.nextAt, monday + minute)
      const [claim] = await claimOutbox(store, monday + minute)
      await store.settle(acme, [{ claim: claim?.id ?? "", outcome: "done" }])
      assert.deepEqual(await letters(store, monday + 1e12), [])
      assert.deepEqual((await store.status(acme)).outbox, { waiting: 0, failing: 0, nextAt: null, lanes: [], dead: 0 })
    }
  ),

  storeLaw(
    "an append frees a case that a retry kept back, and no message",
    "the append may have removed what made the case fail, and tells nothing about the channel",
    [],
    async ({ store }) => {
      await append(store, { ...rowUnit("a", row("1", { dueAt: monday })), outbox: [message("m-1")] })
      const held = [...(await claimDue(store, monday)), ...(await claimOutbox(store, monday))]
      await store.settle(
        acme,
        held.map(({ id }) => ({ claim: id, outcome: { retryAt: monday + minute } }))
      )
      assert.deepEqual([await cases(store, monday), await letters(store, monday)], [[], []])
      await append(store, rowUnit("b", row("1", { dueAt: monday })))
      assert.deepEqual(await cases(store, monday), ["1"])
      assert.deepEqual(await letters(store, monday), [])
    }
  )
]
