/**
 * `prove.ts <law> <how many> <seed>`, on servers of its own. `million-clocks`: a million open cases with clocks cost at
 * most three times as much as ten thousand. `calls-on-postgres`: any calls are answered as the store in memory does.
 */
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { fewAndMany } from "../../bench/PostgresCases.ts"
import { answersAsMemory } from "../Model.ts"
import { countedPositions } from "./CountedPositions.ts"
import { emptiedStores } from "./Emptied.ts"

const [clocks, most] = [1_000_000, 3]

interface Proved {
  readonly histories: number
  readonly commands: number
}

/** The laws; each throws if it does not hold. */
const laws: Readonly<Record<string, (url: string, runs: number, seed: number) => Promise<Proved>>> = {
  "million-clocks": async (url) => {
    const { few, many } = await fewAndMany(url, clocks)
    const figures = `of 10,000 clocks ${JSON.stringify(few)}, of ${clocks} ${JSON.stringify(many)}`
    process.stderr.write(`${figures}\n`)
    if (few.timersPerSecond / many.timersPerSecond > most || many.command / few.command > most) throw new Error(figures)
    return { histories: 1, commands: clocks }
  },
  "calls-on-postgres": async (url, runs, seed) => {
    const stores = emptiedStores(url)
    await answersAsMemory(async () => countedPositions(await stores.make()), runs, seed).finally(stores.end)
    return { histories: runs, commands: 0 }
  }
}

const [name, runs = "1", seed = "0"] = process.argv.slice(2)
const programs = folderOfPrograms()
const law = laws[name ?? ""]

if (law === undefined || programs === undefined)
  process.stdout.write(JSON.stringify(programs === undefined ? [] : Object.keys(laws)))
else {
  const began = performance.now()
  const server = await startServer(programs)
  try {
    const proved = await law(server.url, Number(runs), Number(seed))
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`${JSON.stringify({ law: name, ...proved, seconds })}\n`)
  } finally {
    await server.stop()
  }
}
