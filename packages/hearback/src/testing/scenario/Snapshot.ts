/** What a step left behind, as its expectations are judged by: each case, what it did, and what was sent. */
import type { Case, Policy } from "@hearback/core"
import type { StoredCaseEvent } from "@hearback/engine"
import type { Story } from "@hearback/insight"
import type { Sent } from "../virtual/Recorder.ts"
import type { VirtualWorld } from "../virtual/World.ts"
import type { ActResult } from "./act/ActResult.ts"

export interface CaseSnapshot {
  readonly state: Case.Case
  readonly policy: Policy.Policy
  /** Every event of the case. */
  readonly history: readonly Case.CaseEvent[]
  /** Those since the step before. */
  readonly fresh: readonly Case.CaseEvent[]
}

export interface Snapshot {
  readonly world: VirtualWorld
  readonly result: ActResult
  readonly cases: ReadonlyMap<string, CaseSnapshot>
  /** A case's name in the scenario by its id. */
  readonly nameOf: (id: string) => string
  /** What left since the step before. */
  readonly sent: readonly Sent[]
  /** Every case as measures read it; empty where the step expects none. */
  readonly stories: readonly Story[]
}

/** Reads the cases of a scenario as they stand; `before` are their versions at the step before. */
export const snapshotsOf = async (
  world: VirtualWorld,
  names: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, number>
): Promise<ReadonlyMap<string, CaseSnapshot>> => {
  const snapshots = new Map<string, CaseSnapshot>()
  for (const [name, id] of names) {
    const { state, policy } = await world.engine.cases.load(id)
    const history = (await world.engine.cases.history(id)).map((stored: StoredCaseEvent) => stored.event)
    snapshots.set(name, { state, policy, history, fresh: history.slice(before.get(name) ?? 0) })
  }
  return snapshots
}
