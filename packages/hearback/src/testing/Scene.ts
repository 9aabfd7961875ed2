/** What a step left behind, as its expectations are judged by: each case, what it did, and what was sent. */
import type { Case, Policy } from "@hearback/core"
import type { StoredCaseEvent } from "@hearback/engine"
import type { Story } from "@hearback/insight"
import type { Played } from "./Played.ts"
import type { Sent } from "./Recorder.ts"
import type { World } from "./World.ts"

export interface CaseScene {
  readonly state: Case.Case
  readonly policy: Policy.Policy
  /** Every event of the case. */
  readonly history: readonly Case.CaseEvent[]
  /** Those since the step before. */
  readonly fresh: readonly Case.CaseEvent[]
}

export interface Scene {
  readonly world: World
  readonly played: Played
  readonly cases: ReadonlyMap<string, CaseScene>
  /** A case's name in the scenario by its id. */
  readonly nameOf: (id: string) => string
  /** What left since the step before. */
  readonly sent: readonly Sent[]
  /** Every case as measures read it; empty where the step expects none. */
  readonly stories: readonly Story[]
}

/** Reads the cases of a scenario as they stand; `before` are their versions at the step before. */
export const scenesOf = async (
  world: World,
  names: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, number>
): Promise<ReadonlyMap<string, CaseScene>> => {
  const scenes = new Map<string, CaseScene>()
  for (const [name, id] of names) {
    const { state, policy } = await world.engine.cases.load(id)
    const history = (await world.engine.cases.history(id)).map((stored: StoredCaseEvent) => stored.event)
    scenes.set(name, { state, policy, history, fresh: history.slice(before.get(name) ?? 0) })
  }
  return scenes
}
