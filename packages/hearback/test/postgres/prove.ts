/**
 * Laws of lives on PostgreSQL, on a separate server: `prove.ts <law> <how many> <first>`. Lives whose driver fails
 * (one of them by `prove.ts seed <seed>`), two tenants at the same time, and the laws of the shell.
 */
import { postgres } from "hearback/postgres"
import pg from "pg"
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { seed as usual } from "../../../core/test/laws/histories.ts"
import { prove, laws as shellLaws } from "../../../engine/test/laws/Proof.ts"
import { emptiedStores } from "../../../store-sql/test/postgres/Emptied.ts"
import { observedOnServer } from "../isolation/Interleaving.ts"
import { again, liveOnPostgres } from "./Faults.ts"
import { freshSchema } from "./Schemas.ts"

interface Proved {
  readonly histories: number
  readonly commands: number
  readonly messages?: number
}

/** Runs lives from a seed on.  Errors: throws the broken law with the command that repeats it. */
const faults = async (url: string, lives: number, from: number): Promise<Proved> => {
  const done = { histories: 0, commands: 0, messages: 0 }
  for (let seed = from; seed < from + lives; seed++) {
    const { trace, violation, commands, messages } = await liveOnPostgres(seed, url)
    if (violation !== undefined)
      throw new Error(`${trace.join("\n")}\nseed ${seed}: ${violation}\nAgain: ${again(seed)}`)
    done.histories += 1
    done.commands += commands
    done.messages += messages
  }
  return done
}

const tenants = async (url: string, lives: number, from: number): Promise<Proved> => {
  const pool = new pg.Pool({ connectionString: url })
  // The pool reports its end before its connections are closed, so the stop of the server reaches them.
  pool.on("error", () => {})
  const fresh = () => postgres({ pool, schema: freshSchema() })
  try {
    for (let seed = from; seed < from + lives; seed++) {
      const found = await observedOnServer(seed, fresh)
      if (found !== undefined) throw new Error(`seed ${seed}: ${found}`)
    }
  } finally {
    await pool.end()
  }
  return { histories: lives, commands: lives * 60 }
}

type Law = (url: string, lives: number, first: number) => Promise<Proved>

const laws: Readonly<Record<string, Law>> = {
  "faults-on-postgres": (url, lives, first) => faults(url, lives, first * 1_000),
  seed: (url, seed) => faults(url, 1, seed),
  "tenants-on-postgres": (url, lives, first) => tenants(url, lives, first * 1_000),
  ...Object.fromEntries(
    shellLaws.map((law): readonly [string, Law] => [
      `${law.name}-postgres`,
      async (url, runs, first) => {
        const { make, end } = emptiedStores(url)
        const parts = async () => {
          const store = await make()
          return { store, keys: store.keys }
        }
        return prove(law, { seed: usual + first, runs }, undefined, parts).finally(end)
      }
    ])
  )
}

const [name, count = "1", first = "0"] = process.argv.slice(2)
const programs = folderOfPrograms()
const law = laws[name ?? ""]

if (law === undefined || programs === undefined) {
  const names = Object.keys(laws).filter((each) => each !== "seed")
  process.stdout.write(JSON.stringify(programs === undefined ? [] : names))
} else {
  const server = await startServer(programs)
  const began = performance.now()
  try {
    const proved = await law(server.url, Number(count), Number(first))
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`${JSON.stringify({ law: name, ...proved, seconds })}\n`)
  } finally {
    await server.stop()
  }
}
