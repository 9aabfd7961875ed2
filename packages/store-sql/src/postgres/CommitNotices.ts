/**
 * Word of commits between processes. Whoever commits sends a notice after the commit, a few times a second at most: one
 * within the transaction would make all commits of the database wait for each other. Notices may be lost, so nothing
 * depends on them: who follows also asks from time to time.
 */
import { createHash } from "node:crypto"
import type { Appended } from "@hearback/engine"
import type { PostgresPool } from "./PostgresPool.ts"
import type { PostgresRunner } from "./PostgresRunner.ts"

export interface CommitNotices {
  /** Tells of commits among these answers. */
  readonly after: (tenant: string, answers: readonly Appended[]) => void
  readonly watch: (tenant: string, listener: () => void) => () => void
  readonly close: () => void
}

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
    for (const name of names) runner.run("SELECT pg_notify(?, ?)", channel, name).catch(() => {})
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
