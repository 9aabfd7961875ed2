/**
 * Runs one example from its first arrival to its last working day: reads policy, people and rows, and opens the store.
 */
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Policy } from "@hearback/core"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { Hearback, type Loop, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { type Example, policyOf } from "./Example.ts"
import { makeHours } from "./Hours.ts"
import { type Intake, ingest } from "./Ingest.ts"
import { phrasesOf } from "./Phrases.ts"
import type { World } from "./Situation.ts"
import { live, type Progress } from "./Weeks.ts"

/** What `run` needs to run one example. */
export interface RunOptions {
  readonly example: Example
  readonly seed: string
  /** Store that keeps the cases; an unfinished run continues from it. */
  readonly store: Store
  readonly language: "zh-CN" | "en"
  /** End of the run; without it, some time after the last arrival. Units: ms since 1970. */
  readonly until?: number
  readonly onProgress?: (progress: Progress) => void
}

/** What `run` returns about a finished run. */
export interface Ran {
  readonly loop: Loop
  readonly world: World
  readonly intake: Intake
  /** Instant at which the run begins. Units: ms since 1970. */
  readonly from: number
  readonly to: number
  /** Number of commands given by this process, without those before a restart. */
  readonly commands: number
}

/** Returns what a run and every reader of its record share: the policy, the people and the rows. */
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

/** Makes case ids from the seed and the instant of arrival, which differs for each arrival. */
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

/** Returns the store of an SQLite file; creates the file and its folder where they do not exist. */
export const fileStore = (db: string): Store => {
  mkdirSync(dirname(db), { recursive: true })
  return sqlite(db, { synchronous: "normal" })
}

/** Runs an example to its end. Errors: throws what the store or the policy throws. */
export const run = async (options: RunOptions): Promise<Ran> => {
  const { example, seed, store } = options
  const { world, intake } = worldOf(example, seed)
  const loop = await Hearback.open({
    policy: policyOf(example),
    store,
    virtualTime: true,
    language: options.language,
    ids: idsOf(seed),
    channels: [
      {
        name: "post",
        audiences: ["customer", "staff"],
        needsAddress: false,
        send: async () => ({ delivery: "sent" })
      }
    ]
  })
  const { arrivals } = intake
  const from = arrivals[0]?.at ?? 0
  const to = options.until ?? (arrivals.at(-1)?.at ?? 0) + example.after
  const { onProgress } = options
  const commands = await live({ loop, world, arrivals, to, ...(onProgress === undefined ? {} : { onProgress }) })
  return { loop, world, intake, from, to, commands }
}
