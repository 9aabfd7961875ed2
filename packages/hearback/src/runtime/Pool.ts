/** A pool of threads that run replications: as many at once as there are threads, finished in any order. */
import { Worker } from "node:worker_threads"
import type { Bundle } from "@hearback/core"
import {
  type ReplicationOutcome,
  type ReplicationRound,
  type Simulation,
  type SimulationSubject,
  settled
} from "@hearback/simulation"

/** A message to a thread: a subject once, then replications of it. */
export type Job =
  | { readonly bundle: Bundle.Bundle; readonly simulation: Simulation }
  | { readonly replication: number; readonly countedFrom: number }

/** A message from a thread: the finished share of a replication, and at the end its outcome. */
export type ThreadAnswer = number | ReplicationOutcome

/** Called with the finished share of one replication of a round; the whole is 1. */
export type Hear = (replication: number, share: number) => void

/** A pool of threads. */
export interface Pool {
  /** Runs a round.  Errors: the error of a thread. */
  readonly run: (round: ReplicationRound, hear: Hear) => Promise<readonly ReplicationOutcome[]>
  readonly end: () => void
}

/** The file of a thread: the source file if the program runs from its source, else the built file beside this one. */
const isSource = import.meta.url.endsWith(".ts")
const file = new URL(isSource ? "./worker.ts" : "./simulationWorker.js", import.meta.url)

/** Makes a pool of threads. */
export const makePool = (size: number, stopped: AbortSignal | undefined): Pool => {
  const threads: Worker[] = []
  /** The subject that the thread got last. */
  const subjects = new WeakMap<Worker, SimulationSubject>()

  const end = (): void => {
    for (const thread of threads.splice(0)) void thread.terminate()
  }

  const introduce = (thread: Worker, subject: SimulationSubject): void => {
    if (subjects.get(thread) === subject) return
    subjects.set(thread, subject)
    const { policy, simulation } = settled(subject)
    thread.postMessage({ bundle: policy.bundle, simulation } satisfies Job)
  }

  const outcomesOf = (
    { subject, replications, countedFrom }: ReplicationRound,
    hear: Hear,
    resolve: (outcomes: readonly ReplicationOutcome[]) => void,
    reject: (error: unknown) => void
  ): void => {
    const [waiting, outcomes] = [[...replications], [] as ReplicationOutcome[]]
    if (waiting.length === 0) return resolve(outcomes)
    const given = new Map<Worker, number>()
    const give = (thread: Worker): void => {
      const replication = waiting.shift()
      if (replication === undefined) return
      given.set(thread, replication)
      thread.postMessage({ replication, countedFrom } satisfies Job)
    }
    while (threads.length < Math.min(size, replications.length))
      threads.push(new Worker(file, isSource ? { execArgv: ["--conditions=source"] } : {}))
    for (const thread of threads) {
      thread.removeAllListeners()
      thread.on("error", reject)
      thread.on("message", (answer: ThreadAnswer) => {
        if (typeof answer === "number") return hear(given.get(thread) ?? 0, answer)
        outcomes.push(answer)
        hear(answer.replication, 1)
        if (outcomes.length === replications.length) resolve(outcomes)
        else give(thread)
      })
      introduce(thread, subject)
      give(thread)
    }
  }

  const run: Pool["run"] = async (round, hear) => {
    let stop: (() => void) | undefined
    try {
      return await new Promise((resolve, reject) => {
        stop = () => reject(stopped?.reason)
        stopped?.addEventListener("abort", stop)
        outcomesOf(round, hear, resolve, reject)
      })
    } catch (error) {
      end()
      throw error
    } finally {
      if (stop !== undefined) stopped?.removeEventListener("abort", stop)
    }
  }

  return { run, end }
}
