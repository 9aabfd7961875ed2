/**
 * Runs one example up to a given instant and reports every instant to the parent process, so that a test can kill this
 * process at any of them.
 */
import { examples } from "./Example.ts"
import { fileStore, run } from "./Run.ts"

const [name, db, seed, until] = process.argv.slice(2)
const example = examples.find((one) => one.name === name)
if (example === undefined || db === undefined || seed === undefined || until === undefined)
  throw new Error("usage: Interrupted.ts EXAMPLE DB SEED UNTIL")

const { loop } = await run({
  example,
  seed,
  store: fileStore(db),
  language: "en",
  until: Number(until),
  onProgress: (progress) => process.send?.(progress)
})
await loop.close()
process.disconnect?.()
