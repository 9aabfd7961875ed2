/**
 * One process of the cluster example, started as `Member.ts <address of PostgreSQL> <name> <port>`. The process
 * receives notes on cases from its parent, gives each note to the process that owns the case, and reports to the parent
 * when it has decided a case itself.
 */
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { cluster } from "@hearback/cluster"
import { type Desk, Hearback, isHearbackError, type Loop } from "hearback"
import { postgres } from "hearback/postgres"

/** A note on a case that the parent process sends. */
export interface Note {
  readonly case: string
  readonly text: string
}

/** What the process reports to its parent: that it is ready, who decided a note, or which note is stored. */
export type News = { readonly ready: true } | { readonly decided: string } | { readonly stored: string }

const [url = "", name = "", port = ""] = process.argv.slice(2)
const say = (news: News): void => void process.send?.(news)

const open = async (): Promise<Loop> => {
  const store = await postgres({ url, schema: name })
  return Hearback.open({ policy: join(import.meta.dirname, "../first/first.policy.yaml"), store })
}

/** Repeats an attempt to create the tables, because several processes create them at the same time. */
const patiently = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (!isHearbackError(error) || !error.retryable) throw error
      await pause(50)
    }
}

/** Returns a desk that behaves as the given one and reports to the parent what it decides. */
const telling = (desk: Desk): Desk => ({
  ...desk,
  execute: async (id, command, call) => {
    const outcome = await desk.execute(id, command, call)
    say({ decided: call?.key ?? "" })
    return outcome
  },
  for: (scope) => telling(desk.for(scope))
})

const loop = await patiently(open)
const member = await cluster({
  loop: { ...loop, ...telling(loop) },
  url,
  name,
  address: `127.0.0.1:${port}`
})
const desk = member.for({ actor: { id: "agent-7" } })

const store = async ({ case: id, text }: Note): Promise<void> => {
  const outcome = await patiently(() => desk.execute(id, { do: "note", text }, { key: text }))
  if (!outcome.ok) throw new Error(outcome.rejection.message)
  say({ stored: text })
}

process.on("message", (note: Note) => void store(note))
process.on("disconnect", () => process.exit())
say({ ready: true })
