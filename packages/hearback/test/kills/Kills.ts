/** Kills processes at any moment of their work on one store, and checks what they leave. */
import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Loop, type LoopEvent, type OpenOptions } from "hearback"
import type { Chance } from "../simulation/Chance.ts"
import { directory, policy, storeOf } from "./Host.ts"

const program = join(import.meta.dirname, "Worker.ts")

/** How processes are killed. */
export interface Killing {
  /** How many processes work at once; each is killed. */
  readonly processes: number
  readonly kills: number
  readonly chance: Chance
  /** Where the store is; without it, a separate file. */
  readonly place?: string
  /** What else happens once in each round while they work. */
  readonly meanwhile?: () => Promise<void>
  /** How the store is opened for the check; a test opens it wrongly. */
  readonly open?: (options: OpenOptions) => Promise<Loop>
  /** What happens to the folder of messages at the end; a test removes some. */
  readonly spoil?: (outbox: string) => void
}

/** What was found after killing. */
export interface Killed {
  readonly violation?: string
  readonly answers: number
  readonly messages: number
}

/**
 * Lets a process work until it has answered and a moment longer, then kills it; returns the complete lines of its
 * output.
 */
const killed = (place: string, outbox: string, name: string, answers: number, moment: number) =>
  new Promise<readonly string[]>((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=source", program, place, outbox, name])
    let [said, wrong] = ["", ""]
    let isOver = false
    child.stderr.on("data", (data: Buffer) => {
      wrong += data.toString()
    })
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString()
      if (isOver || said.split("\n").length <= answers) return
      isOver = true
      setTimeout(() => child.kill("SIGKILL"), moment)
    })
    child.on("close", (_, signal) => {
      if (signal !== "SIGKILL") reject(new Error(wrong || `the process ended by itself (${signal})`))
      else resolve(said.split("\n").slice(0, -1))
    })
  })

/** Kills processes, opens the store again, and returns what is wrong with it. */
export const killMany = async ({
  processes,
  kills,
  chance,
  place,
  meanwhile,
  open = Hearback.open,
  spoil
}: Killing): Promise<Killed> => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-kills-"))
  const [store, outbox] = [place ?? join(folder, "loop.db"), join(folder, "outbox")]
  try {
    const said: string[] = []
    for (let round = 0; round * processes < kills; round++) {
      const names = Array.from({ length: processes }, (_, n) => `r${round}p${n}`)
      const lines = names.map((name) => killed(store, outbox, name, chance.below(12), chance.below(40)))
      await meanwhile?.()
      said.push(...(await Promise.all(lines)).flat())
    }
    let ahead = 0
    const clock = { now: () => Date.now() + ahead }
    const loop = await open({ policy, people: directory, ...(await storeOf(store, outbox)), clock })
    try {
      // Leases of killed processes end, and notices that waited to be joined are sent.
      for (let n = 0; n < 4; n++) {
        await loop.tick()
        ahead += 3_600_000
      }
      const events: LoopEvent[] = []
      for await (const event of loop.events()) events.push(event)
      spoil?.(outbox)
      const violation = (await broken(loop, said, events)) ?? undelivered(events, outbox)
      const messages = events.filter(({ event }) => event === "message-queued").length
      return { answers: said.length, messages, ...(violation === undefined ? {} : { violation }) }
    } finally {
      await loop.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Checks that every answer is recorded once, and that further records are answers that nobody was told. */
const broken = async (
  loop: Loop,
  said: readonly string[],
  events: readonly LoopEvent[]
): Promise<string | undefined> => {
  const { ok, breaks } = await loop.verify()
  if (!ok) return `the record does not verify: ${JSON.stringify(breaks[0])}`
  const byId = new Map(events.map((event) => [event.id, event]))
  const texts = events.flatMap(({ body }) =>
    [body["text"], body["reason"], body["verbatim"], receiptOf(body)].filter(isText)
  )
  for (const line of said) {
    const [what = "", key = "", id = "", ids = ""] = line.split(" ")
    if (what === "submit") {
      const receipt = await loop.submit(feedbackOf(key), { key })
      if (`${receipt.outcome} ${receipt.case}` !== `${id} ${ids}`)
        return `${line}: asked again it is ${receipt.outcome} ${receipt.case}`
      if (texts.filter((text) => text === `The invoice ${key} is wrong`).length !== 1) return `${line}: not stored once`
      continue
    }
    const missing = ids.split(",").find((each) => each !== "" && !byId.has(each))
    if (missing !== undefined) return `${line}: ${missing} is not in the record`
    const word = what === "note" ? `note ${key}` : `sorry ${key}`
    const times = events.filter(({ event, body }) => isGiven(event) && (body["text"] ?? body["reason"]) === word).length
    if (times > 1 || (what === "note" && times !== 1)) return `${line}: stored ${times} times`
  }
  const twice = texts.find((text, n) => text.startsWith("note ") && texts.indexOf(text) !== n)
  return twice && `${twice} is stored twice`
}

const isGiven = (event: string): boolean => event === "note-added" || event === "compensated"
const isText = (value: unknown): value is string => typeof value === "string"
const receiptOf = (body: LoopEvent["body"]): unknown =>
  (body["receipt"] as { readonly verbatim?: string } | undefined)?.verbatim

const feedbackOf = (key: string) => ({
  channel: "email",
  customer: `c-${(Number(key.split("-")[1]) % 3) + 1}`,
  verbatim: `The invoice ${key} is wrong`
})

/** Checks that every message of the record is in a complete file. A file with another name is no message yet. */
const undelivered = (events: readonly LoopEvent[], outbox: string): string | undefined => {
  const names = readdirSync(outbox).filter((name) => name.endsWith(".txt"))
  const files = names.map((name) => ({ name, text: readFileSync(join(outbox, name), "utf8") }))
  const torn = files.find(({ text }) => !text.endsWith("\n"))
  if (torn !== undefined) return `${torn.name} is no whole message`
  const lost = events.find(
    ({ event, body }) => event === "message-queued" && !files.some(({ text }) => text.includes(String(body["text"])))
  )
  return lost && `${lost.id} was never delivered: ${String(lost.body["text"]).slice(0, 80)}`
}
