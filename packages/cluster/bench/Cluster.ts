/**
 * Commands through a cluster of three members, beside the same commands given to the loop over the same store. The members
 * share a process, its loop and the cores with the server; what is compared is the way to the owner.
 */
import { randomBytes } from "node:crypto"
import { type Desk, Hearback } from "hearback"
import { postgres } from "hearback/postgres"
import type { Measure } from "../../../bench/bench.ts"
import * as Examples from "../../../bench/Examples.ts"
import { folderOfPrograms, freePort, startServer } from "../../../test/postgres/Server.ts"
import { cluster } from "../src/index.ts"

const cases = 32
const perCase = 20

/** Measures a cluster on a PostgreSQL server that is started for the measurement. */
export const measure: Measure = async (give) => {
  const programs = folderOfPrograms()
  if (programs === undefined)
    return give({ what: "no PostgreSQL is installed", ours: "", limit: "", ratio: Number.NaN })
  const server = await startServer(programs)
  const { url } = server
  const loop = await Hearback.open({ policy: Examples.policyPath("first"), store: await postgres({ url }) })
  try {
    const join = async () => cluster({ loop, url, address: `127.0.0.1:${await freePort()}`, waitMs: 60_000 })
    const members = await Promise.all([join(), join(), join()])
    const ids: string[] = []
    for (let n = 0; n < cases; n++) {
      const words = { channel: "email", customer: `c-${n}`, verbatim: `The invoice ${n} is wrong` }
      ids.push((await loop.submit(words, { key: `case-${n}` })).case)
    }
    // Members have found each other, and cases are in memory.
    await run(ids, () => members[0], 1)
    const [alone, routed] = [[], []] as [number[], number[]]
    for (let turn = 0; turn < 3; turn++) {
      alone.push(await run(ids, () => loop, perCase))
      routed.push(await run(ids, (n) => members[n % 3], perCase))
    }
    const [fastest, through] = [Math.max(...alone), Math.max(...routed)]
    give({
      what: `commands on ${cases} cases at once, through a cluster of three`,
      ours: `${Math.round(through)}/s`,
      limit: `the store alone ${Math.round(fastest)}/s`,
      ratio: fastest / through,
      target: 2
    })
    await Promise.all(members.map((member) => member.close()))
  } finally {
    await loop.close()
    await server.stop()
  }
}

/** Returns commands a second. */
const run = async (ids: readonly string[], deskOf: (n: number) => Desk | undefined, count: number): Promise<number> => {
  const from = performance.now()
  await Promise.all(
    ids.map(async (id, n) => {
      const desk = deskOf(n)?.for({ actor: { id: "agent-7" } })
      for (let k = 0; k < count; k++) {
        const text = randomBytes(6).toString("hex")
        await desk?.execute(id, { do: "note", text }, { key: text })
      }
    })
  )
  return ((ids.length * count) / (performance.now() - from)) * 1000
}
