import assert from "node:assert/strict"
import type { EventStore, RowKind } from "../../port/EventStore.ts"
import { events, intakeRow, message, monday, row, unit, write } from "./Sample.ts"
import { acme, append, claimDue, claimOutbox, ids, type StoreLaw, storeLaw } from "./StoreFixture.ts"

const none = { case: [], arrival: [], message: [] }

const keysOf = async (store: EventStore, kind: RowKind, tenant = acme): Promise<readonly string[]> =>
  (await store.filed(tenant, kind, null, 10)).map(({ key }) => key)

/** Laws of what an audit needs: which streams have new events, stored rows, and corrected rows. */
export const auditLaws: readonly StoreLaw[] = [
  storeLaw(
    "streams that moved since a position are named with their last event, stretch by stretch",
    "a checkpoint would leave events out, and nobody would notice that they are changed",
    [],
    async ({ store }) => {
      assert.deepEqual(await store.moved(acme, null, 10), { heads: [], events: 0, to: null })
      await append(store, unit("a", [write("case/2", 0, { events: events(2) }), write("case/1", 0)]))
      await append(store, unit("k", [write("case/1", 0)], { tenant: "other" }))
      const { position } = await append(store, unit("b", [write("case/2", 2)]))
      const all = await store.moved(acme, null, 10)
      assert.deepEqual(all, { heads: await store.streams(acme, null, 10), events: 4, to: position })
      const first = await store.moved(acme, null, 2)
      assert.deepEqual(
        [first.events, first.heads.map(({ stream, version }) => [stream, version])],
        [2, [["case/2", 2]]]
      )
      const rest = await store.moved(acme, first.to, 10)
      assert.deepEqual(
        [rest.events, rest.heads.map(({ stream, version }) => [stream, version])],
        [
          2,
          [
            ["case/1", 1],
            ["case/2", 3]
          ]
        ]
      )
      assert.deepEqual(await store.moved(acme, position, 10), { heads: [], events: 0, to: null })
    }
  ),

  storeLaw(
    "rows are given as they are kept, in pages by key, whatever became of them",
    "what is not looked at is not found to be changed",
    [],
    async ({ store }) => {
      const [one, two] = [row("1", { dueAt: monday, customer: "c-1" }), row("2", { promiseAt: monday })]
      const arrival = intakeRow("mail-1")
      const letters = ["m-1", "m-2", "m-3"].map((id) =>
        message(id, { sealed: { customer: "c-1", ciphertext: Uint8Array.of(0, 255) } })
      )
      await append(
        store,
        unit("a", [write("case/1", 0, { row: one, intake: arrival }), write("case/2", 0, { row: two })], {
          outbox: letters
        })
      )
      await append(store, unit("k", [write("case/1", 0, { row: row("9") })], { tenant: "other" }))
      const [claim] = await claimOutbox(store, monday, 1)
      await store.settle(acme, [{ claim: claim?.id ?? "", outcome: { dead: "refused", at: monday } }])
      await claimOutbox(store, monday, 1)
      await claimDue(store, monday)
      const whole = <T>(rows: readonly T[], key: (one: T) => string) =>
        rows.map((each) => ({ key: key(each), row: each, torn: [] }))
      assert.deepEqual(
        await store.filed(acme, "case", null, 10),
        whole([one, two], ({ id }) => id)
      )
      assert.deepEqual(
        await store.filed(acme, "case", "1", 10),
        whole([two], ({ id }) => id)
      )
      assert.deepEqual(
        await store.filed(acme, "arrival", null, 10),
        whole([arrival], ({ key }) => key)
      )
      assert.deepEqual(
        await store.filed(acme, "message", null, 2),
        whole(letters.slice(0, 2), ({ id }) => id)
      )
      assert.deepEqual(
        await store.filed(acme, "message", "m-2", 10),
        whole(letters.slice(2), ({ id }) => id)
      )
    }
  ),

  storeLaw(
    "rows are put in place of others and taken out, and no event is written",
    "a list would go on to show what the record does not say",
    [],
    async ({ store }) => {
      const wrong = row("1", { owner: "nobody", dueAt: null })
      const writes = [write("case/1", 0, { row: wrong, intake: intakeRow("a") }), write("case/2", 0, { row: row("2") })]
      await append(store, unit("a", writes, { outbox: [message("m-1", { to: "nobody" }), message("m-2")] }))
      await append(store, unit("k", [write("case/1", 0, { row: row("1") })], { tenant: "other" }))
      const events = await store.read(acme, null, 10)
      const right = { ...wrong, owner: "agent-7", dueAt: monday }
      await store.refile(acme, {
        put: {
          case: [right],
          arrival: [intakeRow("b", { state: "opened" })],
          message: [message("m-1", { notBefore: monday - 1 }), message("m-3")]
        },
        out: { ...none, case: ["2"], arrival: ["a"], message: ["m-2"] }
      })
      assert.deepEqual(ids((await store.list(acme, { owner: "agent-7" })).items), ["1"])
      assert.deepEqual((await store.list(acme, { owner: "nobody" })).items, [])
      assert.deepEqual(await keysOf(store, "case"), ["1"])
      assert.deepEqual(
        (await claimDue(store, monday)).map((claim) => claim.case),
        ["1"]
      )
      assert.deepEqual((await store.intake(acme)).items, [intakeRow("b", { state: "opened" })])
      assert.deepEqual(
        (await claimOutbox(store, monday)).map((claim) => [claim.message.id, claim.message.to, claim.attempts]),
        [
          ["m-1", "customer-1", 0],
          ["m-3", "customer-1", 0]
        ]
      )
      assert.deepEqual(await store.read(acme, null, 10), events)
      assert.deepEqual(await keysOf(store, "case", "other"), ["1"])
    }
  )
]
