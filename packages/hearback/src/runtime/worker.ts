/** Runs replications on a separate thread. The outcome is the same on every thread. */
import { parentPort } from "node:worker_threads"
import { Policy } from "@hearback/core"
import { type PreparedSimulation, prepare } from "@hearback/simulation"
import type { Job, ThreadAnswer } from "./Pool.ts"

let prepared: PreparedSimulation | undefined

const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)

parentPort?.on("message", (job: Job) => {
  if ("bundle" in job) prepared = prepare({ policy: Policy.load(job.bundle), simulation: job.simulation })
  else if (prepared !== undefined) run(prepared, job)
})

const run = (
  { begin }: PreparedSimulation,
  { replication, countedFrom }: Extract<Job, { readonly replication: number }>
): void => {
  const turns = begin(replication, countedFrom)
  for (let next = turns.next(); ; next = turns.next()) {
    tell(next.value)
    if (next.done === true) return
  }
}
