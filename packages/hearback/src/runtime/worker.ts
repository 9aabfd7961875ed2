/** Runs replications on a thread of its own: an outcome is the same wherever it was made. */
import { parentPort } from "node:worker_threads"
import { Policy } from "@hearback/core"
import { type Prepared, prepare } from "@hearback/simulation"
import type { Job } from "./Pool.ts"

let prepared: Prepared | undefined

parentPort?.on("message", (job: Job) => {
  if ("bundle" in job) prepared = prepare({ policy: Policy.load(job.bundle), simulation: job.simulation })
  else parentPort?.postMessage(prepared?.run(job.replication, job.countedFrom))
})
