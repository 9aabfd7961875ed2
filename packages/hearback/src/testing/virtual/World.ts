/** An engine with a clock that tests move: the real shell on a store in memory. */
import type { Bundle, Policy } from "@hearback/core"
import { type Delegation, type Directory, type Engine, memoryKeyStore, memoryStore, openEngine } from "@hearback/engine"
import type { People, StaffMember } from "@hearback/policy"
import { customersOf, directoryOf } from "../../open/PeopleDirectory.ts"
import { type Fate, makeRecorder, type Sent } from "./Recorder.ts"
import { seededIds } from "./SeededIds.ts"
import { travel } from "./VirtualTime.ts"

/** An engine in virtual time. */
export interface VirtualWorld {
  readonly engine: Engine
  readonly policy: Policy.Policy
  readonly people: People
  readonly sent: readonly Sent[]
  now(): number
  /** Moves time forward, through every instant at which something is due. */
  travel(to: number): Promise<void>
  /** Sends the messages that wait now. */
  settle(): Promise<void>
  lend(from: string, delegation: Delegation): void
}

/** How the world is made. */
export interface WorldOptions {
  readonly bundle: Bundle.Bundle
  readonly people: People
  readonly at: number
  readonly seed?: number
  readonly fate?: Fate
}

/** Makes a world. */
export const makeWorld = async ({ bundle, people, at, seed = 1, fate }: WorldOptions): Promise<VirtualWorld> => {
  let now = at
  const recorder = makeRecorder(() => now, fate)
  const lent = new Map<string, readonly Delegation[]>()
  const engine = await openEngine({
    bundle,
    store: memoryStore(),
    keys: memoryKeyStore(),
    clock: { now: () => now },
    ids: seededIds(seed),
    // The random number of spot checks is fixed; a seed changes them through the ids.
    drawsBy: new Uint8Array(32),
    directory: lending(people, lent),
    customers: customersOf(() => people),
    channels: [recorder.channel]
  })
  const clock = {
    now: () => now,
    set: (to: number) => {
      now = to
    }
  }
  return {
    engine,
    policy: engine.policies.active,
    people,
    sent: recorder.sent,
    now: clock.now,
    travel: (to) =>
      travel({ ...engine, policy: engine.policies.active }, clock, to, async () => void (await engine.work.tick())),
    settle: async () => void (await engine.work.tick()),
    lend: (from, delegation) => void lent.set(from, [...(lent.get(from) ?? []), delegation])
  }
}

/** The people file, with later delegations. */
const lending = (people: People, lent: ReadonlyMap<string, readonly Delegation[]>): Directory => {
  const current = (): Directory =>
    directoryOf({
      ...people,
      people: people.people.map(
        (person): StaffMember => ({ ...person, delegates: [...person.delegates, ...(lent.get(person.id) ?? [])] })
      )
    })
  return {
    person: (id) => current().person(id),
    withRole: (role, x) => current().withRole(role, x),
    absence: (id, at) => current().absence(id, at)
  }
}
