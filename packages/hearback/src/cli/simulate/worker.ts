/** Runs replications on a thread of its own: an outcome is the same wherever it was made. */
import { parentPort } from "node:worker_threads"
import { Policy } from "@hearback/core"
import { prepare, type Subject } from "@hearback/simulation"
import type { Job } from "./Pool.ts"

let [number, subject] = [-1, undefined as Subject | undefined]

parentPort?.on("message", ({ job, subject: of, bundle, simulation, replication, countedFrom }: Job) => {
  if (subject === undefined || of !== number) subject = { policy: Policy.load(bundle), simulation }
  number = of
  parentPort?.postMessage({ job, outcome: prepare(subject).run(replication, countedFrom) })
})
