/**
 * One process of the cluster: `Member.ts <address of PostgreSQL> <name> <port>`. It takes notes on cases from its
 * parent, gives them to whoever owns the case, and says when it has decided one itself.
 */
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { cluster } from "@hearback/cluster"
import { type Desk, Hearback, isHearbackError, type Loop } from "hearback"
import { postgres } from "hearback/postgres"

/** What the parent asks. */
export interface Note {
  readonly case: string
  readonly text: string
}

/** What the parent is told: it may begin, who has decided, what is stored. */
export type News = { readonly ready: true } | { readonly decided: string } | { readonly stored: string }

const [url = "", name = "", port = ""] = process.argv.slice(2)
const say = (news: News): void => void process.send?.(news)

const open = async (): Promise<Loop> => {
  const store = await postgres({ url, schema: name })
  return Hearback.open({ policy: join(import.meta.dirname, "../first/first.policy.yaml"), store })
}

/** Processes that make the tables at the same time wait for each other. */
const patiently = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (!isHearbackError(error) || !error.retryable) throw error
      await pause(50)
    }
}

/** The same desk, which says what is decided here. */
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
