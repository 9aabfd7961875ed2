/** Threads that run replications: as many at once as there are threads, in whatever order they end. */
import { Worker } from "node:worker_threads"
import type { Bundle } from "@hearback/core"
import { type Outcome, type Round, type Simulation, type Subject, settled } from "@hearback/simulation"

export interface Job {
  readonly job: number
  /** The number of its subject: a thread makes it ready once. */
  readonly subject: number
  readonly bundle: Bundle.Bundle
  readonly simulation: Simulation
  readonly replication: number
  readonly countedFrom: number
}

export interface Pool {
  /** Runs a round; `done` is called for each replication that ends.  Errors: whatever a thread ends with. */
  readonly run: (round: Round, done: () => void) => Promise<readonly Outcome[]>
  readonly end: () => void
}

/** Where the program runs from its source, a thread does too; built, its file lies beside this one. */
const isSource = import.meta.url.endsWith(".ts")
const file = new URL(isSource ? "./worker.ts" : "./simulationWorker.js", import.meta.url)

export const makePool = (size: number, stopped: AbortSignal): Pool => {
  const threads: Worker[] = []
  const numbers = new Map<Subject, number>()

  const numberOf = (subject: Subject): number => {
    const known = numbers.get(subject) ?? numbers.size
    numbers.set(subject, known)
    return known
  }

  const end = (): void => {
    for (const thread of threads.splice(0)) void thread.terminate()
  }

  const run: Pool["run"] = (round, done) =>
    new Promise((resolve, reject) => {
      const { policy, simulation } = settled(round.subject)
      const waiting = round.replications.map(
        (replication, job): Job => ({
          job,
          subject: numberOf(round.subject),
          bundle: policy.bundle,
          simulation,
          replication,
          countedFrom: round.countedFrom
        })
      )
      const outcomes: Outcome[] = []
      const fail = (error: unknown): void => {
        end()
        reject(error)
      }
      stopped.addEventListener("abort", () => fail(stopped.reason), { once: true })
      if (waiting.length === 0) return resolve(outcomes)
      const give = (thread: Worker): void => {
        const job = waiting.shift()
        if (job !== undefined) thread.postMessage(job)
      }
      while (threads.length < Math.min(size, waiting.length))
        threads.push(new Worker(file, isSource ? { execArgv: ["--conditions=source"] } : {}))
      for (const thread of threads) {
        thread.removeAllListeners()
        thread.on("error", fail)
        thread.on("message", ({ outcome }: { readonly outcome: Outcome }) => {
          outcomes.push(outcome)
          done()
          if (outcomes.length === round.replications.length) resolve(outcomes)
          else give(thread)
        })
        give(thread)
      }
    })

  return { run, end }
}
