/** Hosts with channels that tests control: a message is answered when the test says so. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Actor, type Bundle } from "@hearback/core"
import {
  type Channel,
  type Delivery,
  type Engine,
  type EngineOptions,
  type EventStore,
  memoryKeyStore,
  memoryStore,
  type Outgoing,
  openEngine
} from "@hearback/engine"
import { compile, readPeople } from "@hearback/policy"
import { directoryOf } from "../../src/open/PeopleDirectory.ts"

const cases = join(import.meta.dirname, "../scenario/cases")
/** Returns the policy of the scenarios that joins notices to one person within thirty minutes, or another time. */
export const joining = (within = "30 minutes"): Bundle.Bundle => {
  const read = (path: string): string => readFileSync(join(cases, path), "utf8").replace("30 minutes", within)
  return compile({ root: "standing.policy.yaml", read }).bundle as Bundle.Bundle
}
const bundle = joining()
const { people } = readPeople({ path: "people.yaml", text: readFileSync(join(cases, "people.yaml"), "utf8") }, bundle)
if (people === undefined) throw new Error("the people file of the cases cannot be read")
const directory = directoryOf(people)

/** A minute in ms. */
export const minute = 60_000

/** What a customer gives in addition to their words; without a channel they call. */
interface Given {
  readonly channel?: string
  readonly addresses?: Readonly<Record<string, string>>
}

/** Makes one store and one clock with as many processes as a test opens. */
export const makeHosts = (store: EventStore = memoryStore()) => {
  let now = Date.UTC(2026, 10, 16, 9)
  const keys = memoryKeyStore()
  const open = (channel: Channel, options: Partial<EngineOptions> = {}): Promise<Engine> =>
    openEngine({ bundle, store, keys, clock: { now: () => now }, directory, channels: [channel], ...options })
  const person = async (engine: Engine, id: string): Promise<Actor.Actor> => {
    const found = await engine.staff.person(id)
    if (found === undefined) throw new Error(`the directory has no ${id}`)
    return found
  }
  return {
    store,
    now: () => now,
    passes: (ms: number) => {
      now += ms
    },
    goTo: (at: string) => {
      now = Date.parse(at)
    },
    open,
    submit: async (engine: Engine, customer: string, given: Given = {}): Promise<string> => {
      const { channel = "phone", ...rest } = given
      const feedback = { channel, customer, verbatim: "My invoice is wrong", ...rest }
      const actor = await person(engine, "ann")
      const taken = await engine.intake.take({ key: customer, channel, actor, receivedAt: now, feedback })
      if (taken.outcome !== "opened") throw new Error(taken.outcome)
      return taken.case
    },
    /** Sends Ann a notice that there is a word to read. */
    writes: async (engine: Engine, id: string, customer: string, key: string, channel = "phone"): Promise<void> => {
      const command = { do: "write", text: "Where does it stand?", channel } as const
      await engine.cases.execute({ case: id, command, actor: Actor.customer(customer), key })
    },
    /** Answers the customer, on the channel that they used last. */
    tells: async (engine: Engine, id: string, key: string): Promise<void> => {
      const command = { do: "write", text: "We are on it." } as const
      await engine.cases.execute({ case: id, command, actor: await person(engine, "ann"), key })
    },
    /** Sends Sue a notice that she must decide. */
    asks: async (engine: Engine, id: string, key: string): Promise<void> => {
      const actor = await person(engine, "ann")
      const command = { do: "compensate", amount: 300, reason: "sorry" } as const
      await engine.cases.execute({ case: id, command, actor, key })
    }
  }
}

interface Send {
  readonly message: Outgoing
  readonly signal: AbortSignal
  answer(delivery: Delivery): void
}

/** Makes a channel that answers when it is told to. */
export const heldChannel = (name = "post") => {
  /** Everything that it was given, in order. */
  const given: Outgoing[] = []
  const open: Send[] = []
  const watchers = new Set<() => void>()
  const channel: Channel = {
    name,
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: (message, { signal }) =>
      new Promise((resolve) => {
        given.push(message)
        open.push({ message, signal, answer: resolve })
        for (const tell of watchers) tell()
      })
  }
  return {
    channel,
    given,
    open,
    /** Resolves when it has been given this many messages. */
    hasGiven: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (given.length < count) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
    /** Answers what waits; returns how many messages those were. */
    answerAll: (delivery: Delivery = { delivery: "sent" }): number => {
      const waiting = open.splice(0)
      for (const one of waiting) one.answer(delivery)
      return waiting.length
    }
  }
}

/** Makes a channel that answers at once. */
export const quickChannel = (answer: (message: Outgoing) => unknown = () => ({ delivery: "sent" }), name = "post") => {
  const given: Outgoing[] = []
  const channel: Channel = {
    name,
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async (message) => {
      given.push(message)
      return (await answer(message)) as Delivery
    }
  }
  return { channel, given }
}

/** Returns the store of a process that can be killed: then nothing of its work reaches the store. */
export const mortal = (store: EventStore, watch: Partial<Record<keyof EventStore, () => void>> = {}) => {
  let isKilled = false
  const seen = new Proxy(store, {
    get: (target, name: keyof EventStore) => {
      const member = target[name]
      if (typeof member !== "function") return member
      return async (...given: readonly unknown[]) => {
        if (isKilled) return new Promise(() => {})
        const answer = await Reflect.apply(member, target, given)
        watch[name]?.()
        return answer
      }
    }
  })
  return {
    store: seen,
    kill: () => {
      isKilled = true
    }
  }
}

/** Lets everything run that is ready. */
export const settled = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve))
}
