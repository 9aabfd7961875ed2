/** Makes cases of the simulation. */
import { Case } from "@hearback/core"
import type { LiveCase } from "./Scene.ts"

/** What a case begins with. */
export type SimulatedArrival = Pick<LiveCase, "id" | "entity" | "customer" | "text" | "channel" | "fault"> & {
  readonly isPart?: boolean
}

/** Makes a case. `isCounted`: it arrives in the counted window. */
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

/** Returns the number of the next draw for a purpose. */
export const nextDraw = (live: LiveCase, purpose: string): number => {
  const n = live.draws.get(purpose) ?? 0
  live.draws.set(purpose, n + 1)
  return n
}
