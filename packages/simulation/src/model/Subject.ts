/** A policy, and what is simulated under it. */
import type { Policy } from "@hearback/core"
import type { Simulation } from "./Simulation.ts"

export interface SimulationSubject {
  readonly policy: Policy.Policy
  readonly simulation: Simulation
}
