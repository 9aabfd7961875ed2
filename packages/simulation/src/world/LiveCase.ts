/** A case as it begins. */
import { Case } from "@hearback/core"
import type { LiveCase } from "./Scene.ts"

export type SimulatedArrival = Pick<LiveCase, "id" | "entity" | "customer" | "text" | "channel" | "fault"> & {
  readonly isPart?: boolean
}

/** `isCounted`: it arrives in the time that is looked at. */
export const makeLiveCase = (opening: SimulatedArrival, isCounted: boolean): LiveCase => ({
  ...opening,
  isPart: opening.isPart === true,
  isCounted,
  state: Case.empty(opening.id),
  commands: 0,
  tasks: [],
  draws: new Map(),
  timerAt: Number.POSITIVE_INFINITY,
  timers: new Set(),
  pending: 0,
  replies: new Set(),
  prepared: new Set(),
  compensation: "open",
  wait: undefined,
  considered: undefined,
  dues: undefined,
  isBegun: false,
  isAnswered: false,
  wasClosed: false,
  missed: new Set(),
  asked: new Map(),
  groups: [],
  groupedBy: undefined
})

/** Counts one more draw of a purpose. */
export const nextDraw = (live: LiveCase, purpose: string): number => {
  const n = live.draws.get(purpose) ?? 0
  live.draws.set(purpose, n + 1)
  return n
}
