/** Stores and channels that are wrong on purpose: for each law of the simulation at least one that breaks it. */
import {
  type Claim,
  type EventStore,
  memoryKeyStore,
  memoryStore,
  type OutboxMessage,
  Stream,
  type Unit
} from "@hearback/engine"
import type { Parts } from "./Simulation.ts"

interface BrokenWorld {
  readonly name: string
  /** What the simulation reports. */
  readonly found: RegExp
  readonly make: () => Parts
  /** The first seed that is tried, if earlier ones are known to find nothing. */
  readonly from?: number
}

const world = (name: string, found: RegExp, change: (store: EventStore) => Partial<EventStore>): BrokenWorld => ({
  name,
  found,
  make: () => {
    const store = memoryStore()
    return { store: { ...store, ...change(store) }, keys: memoryKeyStore() }
  }
})

/** Returns the writes of a unit, each with the current version of its stream. */
const onAnyVersion = async (store: EventStore, unit: Unit): Promise<Unit> => ({
  ...unit,
  writes: await Promise.all(
    unit.writes.map(async (write) => ({
      ...write,
      expected: (await store.load({ tenant: unit.tenant, stream: write.stream })).version
    }))
  )
})

const isOfCase = (unit: Unit): boolean => unit.writes.some(({ stream }) => Stream.caseIn(stream) !== undefined)

/** All broken worlds. */
export const brokenWorlds: readonly BrokenWorld[] = [
  world("the keys of units are forgotten", /was answered .*, and (stored as|stands in|then)/, (store) => {
    let n = 0
    return { append: (unit) => store.append({ ...unit, key: `${unit.key}#${++n}` }) }
  }),
  world("a commit is acknowledged and not kept, now and then", /and (stored as nothing|stands in no case)/, (store) => {
    let n = 0
    return {
      append: async (unit) => {
        if (!isOfCase(unit) || ++n % 9 !== 0) return store.append(unit)
        const elsewhere = memoryStore()
        return elsewhere.append(await onAnyVersion(elsewhere, unit))
      }
    }
  }),
  world("a decision on an old version is stored", /was recorded before|and stored as|the limit is/, (store) => ({
    append: async (unit) => store.append(await onAnyVersion(store, unit))
  })),
  {
    ...world("two grants at once do not see each other", /the limit is/, (store) => ({
      append: async (unit) => {
        const now = await onAnyVersion(store, unit)
        const writes = unit.writes.map((write, n) =>
          Stream.parse(write.stream)?.kind === "authority" ? (now.writes[n] ?? write) : write
        )
        return store.append({ ...unit, writes })
      }
    })),
    from: 40
  },
  world(
    "somebody closes a case behind the loop's back",
    /has case-closed while acknowledged is not settled/,
    (store) => {
      let isDone = false
      return {
        append: (unit) => {
          const [write] = unit.writes.filter(({ stream, events }) => Stream.caseIn(stream) && events.length > 0)
          const last = write?.events.at(-1)
          if (isDone || write === undefined || last === undefined) return store.append(unit)
          isDone = true
          const { sealed: _, ...clear } = last
          const closed = { ...clear, type: "case-closed", clear: { outcome: "answered" } }
          const writes = unit.writes.map((each) =>
            each === write ? { ...each, events: [...each.events, closed] } : each
          )
          return store.append({ ...unit, writes })
        }
      }
    }
  ),
  world("a message is gone once it is handed out", /was never delivered/, (store) => ({
    claim: async (tenant, what, options) => {
      const claims = await store.claim(tenant, what, options)
      const messages = claims.filter(({ kind }) => kind === "outbox")
      await store.settle(
        tenant,
        messages.map(({ id }) => ({ claim: id, outcome: "done" }))
      )
      return claims
    }
  })),
  world("a message that is tried again says something else", /was sent as .*, and then as/, (store) => {
    const others: OutboxMessage[] = []
    const changed = <C extends Claim>(claim: C): C => {
      if (claim.kind !== "outbox" || claim.message.sealed === undefined) return claim
      const other = others.find(({ to, id }) => to === claim.message.to && id !== claim.message.id)
      others.push(claim.message)
      if (claim.attempts === 0 || other?.sealed === undefined) return claim
      return { ...claim, message: { ...claim.message, sealed: other.sealed } }
    }
    return { claim: async (tenant, what, options) => (await store.claim(tenant, what, options)).map(changed) }
  }),
  world("a unit is torn: its messages are lost, now and then", /was never delivered|is due, and/, (store) => {
    let n = 0
    return { append: (unit) => store.append(++n % 5 === 0 ? { ...unit, outbox: [] } : unit) }
  }),
  world("a case is forgotten once it was due", /is due, and nobody tells it the time/, (store) => ({
    settle: (tenant, results) =>
      store.settle(
        tenant,
        results.map((one) => (one.claim.includes("due") ? { ...one, outcome: { dead: "", at: 0 } } : one))
      )
  })),
  world(
    "a clock that was set back shows in the record",
    /was recorded before the entry that it follows on/,
    (store) => {
      let n = 0
      return {
        append: (unit) =>
          store.append({
            ...unit,
            writes: unit.writes.map((write) => {
              const isBack = ++n % 5 === 0
              return { ...write, events: write.events.map((event) => (isBack ? { ...event, recordedAt: 1 } : event)) }
            })
          })
      }
    }
  ),
  world("what cannot be read of an outage is thrown as it is", /threw what cannot be tried again/, (store) => {
    let n = 0
    return {
      load: async (ref, after) => {
        if (++n % 40 === 0) throw new TypeError("cannot read properties of undefined")
        return store.load(ref, after)
      }
    }
  })
]
