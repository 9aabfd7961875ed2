/**
 * One example from its first arrival to its last working day, told from outside: time, feedback, commands.
 *
 * Invariant: what happens at an instant follows from the store and the seed, never from what this process remembers.
 * So a run that was killed goes on where it stopped.
 */
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Policy } from "@hearback/core"
import { compileFile, readPeople } from "@hearback/policy"
import { type CaseRow, Hearback, type Loop, type Receipt } from "hearback"
import { sqlite } from "hearback/sqlite"
import { type Example, policyOf } from "./Example.ts"
import { makeHours } from "./Hours.ts"
import { type Arrival, type Intake, ingest } from "./Ingest.ts"
import { phrasesOf } from "./Phrases.ts"
import { plan, type Step } from "./Plan.ts"
import type { World } from "./Situation.ts"

export interface RunOptions {
  readonly example: Example
  readonly seed: string
  /** The SQLite file; an unfinished one is gone on with. */
  readonly db: string
  readonly language: "zh-CN" | "en"
  /** Told now and then. Units: ms since 1970. */
  readonly onProgress?: (progress: {
    readonly at: number
    readonly done: number
    readonly arrivals: number
    readonly commands: number
  }) => void
}

export interface Ran {
  readonly loop: Loop
  readonly world: World
  readonly intake: Intake
  /** Units: ms since 1970. */
  readonly from: number
  readonly to: number
  /** Given in this process, not those before a restart. */
  readonly commands: number
}

/** What is the same for a run and for whoever reads its record. */
export const worldOf = (example: Example, seed: string): { readonly world: World; readonly intake: Intake } => {
  const { bundle } = compileFile(policyOf(example))
  if (bundle === undefined) throw new Error(`${policyOf(example)} does not compile: run \`hearback check\` on it`)
  const path = join(example.folder, "people.yaml")
  const { people } = readPeople({ path, text: readFileSync(path, "utf8") }, bundle)
  if (people === undefined) throw new Error(`${path} cannot be read: run \`hearback check\` on its policy`)
  const policy = Policy.load(bundle)
  const intake = ingest(example, policy.zone, seed)
  const hours = makeHours(policy, people.people, example.calendar)
  const phrases = phrasesOf(example.name)
  return { intake, world: { seed, example, policy, people: people.people, hours, phrases, readings: intake.readings } }
}

/** Case ids out of the seed and the instant of arrival, which is another one for each. */
const idsOf = (seed: string) => ({
  case: (at: number): string => {
    const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    const bytes = createHash("sha256").update(`${seed}/${at}`).digest()
    const word = Array.from(bytes.subarray(0, 6), (byte) => letters[byte & 31]).join("")
    const date = new Date(at).toISOString()
    return `${date.slice(2, 4)}${date.slice(5, 7)}-${word}`
  },
  command: (at: number): string => `${seed}/${at}`
})

/** Runs an example to its end. Errors: what the store or the policy throws. */
export const run = async (options: RunOptions): Promise<Ran> => {
  const { example, seed, db } = options
  const { world, intake } = worldOf(example, seed)
  mkdirSync(dirname(db), { recursive: true })
  const loop = await Hearback.open({
    policy: policyOf(example),
    store: sqlite(db, { synchronous: "normal" }),
    virtualTime: true,
    language: options.language,
    ids: idsOf(seed),
    channels: [
      {
        name: "post",
        capabilities: { receipts: "sent", threads: true, dedupes: true },
        send: async () => ({ delivery: "sent" })
      }
    ]
  })
  const { arrivals } = intake
  const from = arrivals[0]?.at ?? 0
  const to = (arrivals.at(-1)?.at ?? 0) + example.after
  const commands = await live(loop, world, arrivals, to, options.onProgress)
  return { loop, world, intake, from, to, commands }
}

const rowsOf = async (loop: Loop, state: NonNullable<CaseRow["state"]>): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await loop.list({ state, limit: 200, ...(after === undefined ? {} : { after }) })
    rows.push(...page.items)
    if (page.next === undefined) return rows
    after = page.next
  }
}

const live = async (
  loop: Loop,
  world: World,
  arrivals: readonly Arrival[],
  to: number,
  onProgress: RunOptions["onProgress"]
): Promise<number> => {
  const steps = new Map<string, Step>()
  let commands = 0
  const consider = async (id: string, from: number): Promise<void> => {
    const view = await loop.get(id)
    const step = view === undefined ? undefined : plan(world, view, from)
    if (step === undefined) steps.delete(id)
    else steps.set(id, step)
  }
  const working = async (): Promise<readonly CaseRow[]> => [
    ...(await rowsOf(loop, "open")),
    ...(await rowsOf(loop, "customer-loop-closed"))
  ]

  /** Everyone does what they mean to do at this instant, case by case. */
  const act = async (at: number): Promise<void> => {
    const due = [...steps].filter(([, step]) => step.at <= at).sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [id, step] of due) {
      await give(loop, world.example.language, id, step)
      commands += 1
      await consider(id, at + 1)
    }
  }

  const take = async (at: number, next: number): Promise<number> => {
    let n = next
    for (let arrival = arrivals[n]; arrival !== undefined && arrival.at <= at; arrival = arrivals[++n]) {
      const receipt = await arrive(loop, arrival)
      if (receipt.outcome !== "quarantined") await consider(receipt.case, at + 1)
    }
    return n
  }

  const told = (await loop.health()).timers.lastTickAt?.getTime()
  let next = 0
  let timer = Number.POSITIVE_INFINITY
  if (told !== undefined) {
    // The instant at which the last run stopped is finished first; what was done then is not done again.
    next = arrivals.findIndex((arrival) => arrival.at >= told)
    if (next === -1) next = arrivals.length
    for (const row of await working()) {
      await consider(row.id, told)
      timer = Math.min(timer, row.dueAt?.getTime() ?? timer)
    }
    next = await take(told, next)
    await act(told)
  }
  for (let resumed = told !== undefined; ; resumed = false) {
    const at = Math.min(arrivals[next]?.at ?? to, timer, ...[...steps.values()].map((step) => step.at))
    const now = Math.max(at, (told ?? 0) + 1)
    if (now >= to) break
    const ticked = await loop.tick({ at: new Date(now) })
    // A killed process may have held claims at this very instant; a moment later they are free.
    const again = resumed ? await loop.tick({ at: new Date(now + 1) }) : ticked
    timer = again.nextDue?.getTime() ?? Number.POSITIVE_INFINITY
    if (resumed || ticked.fired + ticked.sent > 0)
      for (const row of await working()) if (row.updatedAt.getTime() >= now) await consider(row.id, now)
    next = await take(now, next)
    await act(now)
    onProgress?.({ at: now, done: next, arrivals: arrivals.length, commands })
  }
  await loop.tick({ at: new Date(to) })
  return commands
}

/** A command that the case does not allow now is kept for another day. Whose evidence is sent back notes why. */
const give = async (loop: Loop, language: "zh-CN" | "en", id: string, step: Step): Promise<void> => {
  const desk = loop.for({ actor: { id: step.by } })
  const view = await desk.get(id)
  if (view === undefined || (step.needs !== "" && !view.allowed.includes(step.needs))) return
  const outcome = await desk.execute(id, step.command, { key: step.key })
  if (outcome.ok || step.command.do !== "pass") return
  const text = outcome.rejection.messages[language]
  await desk.execute(id, { do: "note", text }, { key: `${step.key}/note` })
}

/** Hands an arrival in. A second time gives the receipt of the first. */
export const arrive = async (loop: Loop, arrival: Arrival): Promise<Receipt> => {
  const { key, at } = arrival
  if ("raw" in arrival)
    return loop.quarantine.put({
      key,
      channel: "file",
      raw: arrival.raw,
      reason: arrival.reason,
      received: new Date(at)
    })
  for await (const receipt of loop.submitMany([{ feedback: arrival.feedback, key }])) return receipt
  throw new Error(`no receipt for ${key}`)
}
