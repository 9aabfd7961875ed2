/** The state after a step, for its expectations: each case with its events, and the messages that were sent. */
import type { Case, Policy } from "@hearback/core"
import type { StoredCaseEvent } from "@hearback/engine"
import type { Story } from "@hearback/insight"
import type { Sent } from "../virtual/Recorder.ts"
import type { VirtualWorld } from "../virtual/World.ts"
import type { ActResult } from "./act/ActResult.ts"

/** The state of a case. */
export interface CaseSnapshot {
  readonly state: Case.Case
  readonly policy: Policy.Policy
  /** Every event of the case. */
  readonly history: readonly Case.CaseEvent[]
  /** Events since the previous step. */
  readonly fresh: readonly Case.CaseEvent[]
}

/** The state after a step. */
export interface Snapshot {
  readonly world: VirtualWorld
  readonly result: ActResult
  readonly cases: ReadonlyMap<string, CaseSnapshot>
  /** The scenario's name of each case, by its id. */
  readonly nameOf: (id: string) => string
  /** Messages that were sent since the previous step. */
  readonly sent: readonly Sent[]
  /** Every case as measures read it; empty if the step expects no measures. */
  readonly stories: readonly Story[]
}

/** Reads the current cases of a scenario; `before` are their versions at the previous step. */
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
