/**
 * Word of commits between processes. Whoever commits sends a notice after the commit, a few times a second at most: one
 * within the transaction makes all commits of the database that have one wait for each other. In a transaction of the host's
 * there is no other way: nobody here hears of its commit. Notices may be lost, so nothing depends on them: who follows also
 * asks from time to time.
 */
import { createHash } from "node:crypto"
import type { Appended } from "@hearback/engine"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import type { PostgresPool } from "./PostgresPool.ts"
import type { PostgresRunner } from "./PostgresRunner.ts"

export interface CommitNotices {
  /** Tells of commits among these answers. */
  readonly after: (tenant: string, answers: readonly Appended[]) => void
  /** Puts a notice into the transaction that is open: the server sends it with the commit, once, and else never. */
  readonly within: (tenant: string) => SqlProgram<unknown>
  readonly watch: (tenant: string, listener: () => void) => () => void
  readonly close: () => void
}

const notify = "SELECT pg_notify(?, ?)"

/** Between two notices of a process, in ms. */
const pauseMs = 50

export const makeCommitNotices = (
  pool: PostgresPool,
  runner: PostgresRunner,
  channel: string,
  listens: boolean
): CommitNotices => {
  const listeners = new Set<{ readonly of: string; readonly tell: () => void }>()
  const unsent = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let stopListening: (() => void) | undefined
  let isClosed = false

  const hear = (of: string | undefined): void => {
    for (const each of listeners) if (of === undefined || each.of === of) each.tell()
  }

  const send = (): void => {
    timer = undefined
    const names = [...unsent]
    unsent.clear()
    if (isClosed || names.length === 0) return
    timer = setTimeout(send, pauseMs)
    timer.unref()
    for (const name of names) runner.run(notify, channel, name).catch(() => {})
  }

  const stopIfAlone = (): void => {
    if (listeners.size > 0) return
    stopListening?.()
    stopListening = undefined
  }

  return {
    after: (tenant, answers) => {
      if (!listens || isClosed || !answers.some(({ result }) => result === "appended")) return
      const name = shortName(tenant)
      hear(name)
      unsent.add(name)
      if (timer === undefined) send()
    },
    within: (tenant) => query(notify, channel, shortName(tenant)),
    watch: (tenant, listen) => {
      const listener = { of: shortName(tenant), tell: listen }
      listeners.add(listener)
      if (listens) stopListening ??= pool.listen(channel, hear)
      return () => {
        listeners.delete(listener)
        stopIfAlone()
      }
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
      listeners.clear()
      stopIfAlone()
    }
  }
}

/** A notice has room for few letters, and a tenant may have a long name. */
const shortName = (tenant: string): string => createHash("sha256").update(tenant).digest("hex").slice(0, 32)
