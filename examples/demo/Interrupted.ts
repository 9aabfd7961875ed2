/** Runs one example to an instant and tells its parent of every instant, so that a test can kill it anywhere. */
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
