/** One engine under a clock that tests move: production's own shell on a store in memory. */
import type { Bundle, Policy } from "@hearback/core"
import { type Delegation, type Directory, type Engine, memoryKeyStore, memoryStore, openEngine } from "@hearback/engine"
import type { People, StaffMember } from "@hearback/policy"
import { customersOf, directoryOf } from "../../open/PeopleDirectory.ts"
import { type Fate, makeRecorder, type Sent } from "./Recorder.ts"
import { seededIds } from "./SeededIds.ts"
import { travel } from "./VirtualTime.ts"

export interface VirtualWorld {
  readonly engine: Engine
  readonly policy: Policy.Policy
  readonly people: People
  readonly sent: readonly Sent[]
  now(): number
  /** Moves time on, through every instant at which something is due. */
  travel(to: number): Promise<void>
  /** Delivers what waits now. */
  settle(): Promise<void>
  lend(from: string, delegation: Delegation): void
}

export interface WorldOptions {
  readonly bundle: Bundle.Bundle
  readonly people: People
  readonly at: number
  readonly seed?: number
  readonly fate?: Fate
}

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
    // What spot checks are drawn by is fixed: a seed tells draws apart by the ids that it gives.
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

/** The people file, with what its people have lent since. */
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
