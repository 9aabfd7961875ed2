/** Codes `simulation/…`: settings with which no simulation can be made. */

import { entry } from "../text/Entry.ts"

/** The setting of a simulation that is outside its limits. */
export type SimulationLimit =
  | "batch"
  | "at-once"
  | "rework"
  | "precision"
  | "most"
  | "skill"
  | "seed"
  | "warm-up"
  | "all-warm-up"
  | "kind"
  | "row"
  | "interrupts"
  | "people"
  | "hours"
  | "weights"

/**
 * Why a setting has no effect: it is outside the simulated time, longer than it, nothing arrives, it never occurs, or
 * it is later than every deadline.
 */
export type IdleIn = "outside" | "beyond" | "arrivals" | "share" | "late"

/** The entries of these codes. */
export const simulation = {
  "simulation/no-fixed-length": entry<{ found: string }>({ level: "error" }),
  "simulation/numbers": entry<{ counts: readonly number[]; found: number; below?: number }>({ level: "error" }),
  "simulation/nothing": entry({ level: "error" }),
  "simulation/no-rows": entry<{ path: string; of: "at" | "text" }>({ level: "error" }),
  "simulation/below-zero": entry<{ found: string }>({ level: "error" }),
  "simulation/limit": entry<{ limit: SimulationLimit }>({ level: "error" }),
  "simulation/idle": entry<{ why: IdleIn }>({ level: "warning" }),
  "simulation/same-person": entry<{ person: string }>({ level: "error" }),
  "simulation/shares": entry<{ sum: string; isWhole: boolean }>({ level: "error" }),
  "simulation/row": entry({ level: "warning" }),
  "simulation/spread": entry({ level: "error" })
}
