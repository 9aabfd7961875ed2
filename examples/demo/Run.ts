/** One example from its first arrival to its last working day: policy, people and rows read, the store opened. */
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

export interface RunOptions {
  readonly example: Example
  readonly seed: string
  /** Where its cases are kept; an unfinished run is gone on with. */
  readonly store: Store
  readonly language: "zh-CN" | "en"
  /** Where it ends; some time after the last arrival unless it is said. Units: ms since 1970. */
  readonly until?: number
  readonly onProgress?: (progress: Progress) => void
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

/** Returns the store of an SQLite file, which is made with its folder where it is not there. */
export const fileStore = (db: string): Store => {
  mkdirSync(dirname(db), { recursive: true })
  return sqlite(db, { synchronous: "normal" })
}

/** Runs an example to its end. Errors: what the store or the policy throws. */
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
