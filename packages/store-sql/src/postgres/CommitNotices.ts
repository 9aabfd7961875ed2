/**
 * Notices of commits between processes. A process sends a notice after a commit, at most a few times a second: notices
 * within transactions would make all commits of the database wait for each other. Within a host's transaction there is
 * no other way, since its commit is not seen here. Notices may be lost, so followers also ask regularly.
 */
import { createHash } from "node:crypto"
import type { Appended } from "@hearback/engine"
import { query, type SqlProgram } from "../sql/SqlProgram.ts"
import type { PostgresPool } from "./PostgresPool.ts"
import type { PostgresRunner } from "./PostgresRunner.ts"

/** Sends notices of commits. */
export interface CommitNotices {
  /** Sends a notice if these answers contain commits. */
  readonly after: (tenant: string, answers: readonly Appended[]) => void
  /** Adds a notice to the open transaction. The server sends it once with the commit, and never after a rollback. */
  readonly within: (tenant: string) => SqlProgram<unknown>
  readonly watch: (tenant: string, listener: () => void) => () => void
  readonly close: () => void
}

const notify = "SELECT pg_notify(?, ?)"

/** The shortest time between two notices of a process.  Units: ms. */
const pauseMs = 50

/** Makes the notices of a store. */
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

/** Returns a short name of a tenant. A notice has room for few characters, and a tenant's name may be long. */
const shortName = (tenant: string): string => createHash("sha256").update(tenant).digest("hex").slice(0, 32)
