/** Collects what a scenario exercised. It is read at the end, so that the scenario itself is not measured. */
import { type Case, defined, type Refusal } from "@hearback/core"
import type { Scenario } from "@hearback/policy"
import type { VirtualWorld } from "../virtual/World.ts"
import type { CaseNames } from "./act/Act.ts"
import type { ActResult } from "./act/ActResult.ts"

/** A refused command. */
export interface Refused {
  readonly command: string
  readonly gate?: string
  readonly reasons: readonly Refusal.RefusalReason[]
  /** The case at that moment. */
  readonly state: Case.Case
}

/** What one scenario left behind. */
export interface Observed {
  /** Every event of each case. */
  readonly cases: readonly { readonly id: string; readonly events: readonly Case.CaseEvent[] }[]
  readonly refused: readonly Refused[]
  /** The names of the messages that were sent. */
  readonly sent: readonly string[]
}

/** Returns the refusal of a step's command, if it was refused. */
export const refusedOf = async (
  world: VirtualWorld,
  names: CaseNames,
  act: Scenario.Act,
  { refusal }: ActResult
): Promise<readonly Refused[]> => {
  const id = act._tag === "Command" ? names.get(act.case) : undefined
  if (refusal === undefined || act._tag !== "Command" || id === undefined) return []
  const gate = "gate" in act.command ? act.command.gate : undefined
  const { state } = await world.engine.cases.load(id)
  return [{ command: act.command.do, reasons: refusal.reasons, state, ...defined({ gate }) }]
}

/** Collects what a scenario left behind. */
export const observedIn = async (
  world: VirtualWorld,
  names: CaseNames,
  refused: readonly Refused[]
): Promise<Observed> => {
  const ids = [...new Set(names.values())]
  const cases = await Promise.all(
    ids.map(async (id) => ({ id, events: (await world.engine.cases.history(id)).map(({ event }) => event) }))
  )
  const sent = world.sent.flatMap(({ template, contains = [] }) => [
    template,
    ...contains.map(({ message }) => message)
  ])
  return { cases, refused, sent }
}
