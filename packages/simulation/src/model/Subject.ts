/** A policy with the simulation that runs under it. */
import type { Policy } from "@hearback/core"
import type { Simulation } from "./Simulation.ts"

/** A policy with the simulation that runs under it. */
export interface SimulationSubject {
  readonly policy: Policy.Policy
  readonly simulation: Simulation
}
