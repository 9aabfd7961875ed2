/**
 * Kills processes: `prove.ts <law> <how many> <seed>`, a third each with one, two and four at once; on a file, or on
 * a PostgreSQL server that is also killed, if one is installed.
 */
import { setTimeout as pause } from "node:timers/promises"
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { chanceOf } from "../simulation/Chance.ts"
import { type Killing, killMany } from "./Kills.ts"

const [name, count = "0", seed = "0"] = process.argv.slice(2)
const programs = folderOfPrograms()
const onServer = "real-kills-postgres"

if (name === undefined)
  process.stdout.write(JSON.stringify(["real-kills", ...(programs === undefined ? [] : [onServer])]))
else {
  const server = name === onServer && programs !== undefined ? await startServer(programs) : undefined
  const place = (processes: number): Partial<Killing> =>
    server === undefined
      ? {}
      : {
          place: `${server.url}#kills_${seed}_${processes}`,
          meanwhile: async () => {
            await pause(1_000 + (Number(seed) % 1_000))
            await server.crash()
          }
        }
  const began = performance.now()
  const figures = { histories: 0, commands: 0, messages: 0 }
  for (const processes of [1, 2, 4]) {
    const kills = Math.ceil(Number(count) / 3)
    const { violation, answers, messages } = await killMany({
      processes,
      kills,
      chance: chanceOf(Number(seed) + processes),
      ...place(processes)
    })
    if (violation !== undefined) {
      process.stderr.write(`${processes} processes: ${violation}\n`)
      process.exitCode = 1
    }
    figures.histories += kills
    figures.commands += answers
    figures.messages += messages
  }
  await server?.stop()
  process.stdout.write(`${JSON.stringify({ law: name, ...figures, seconds: (performance.now() - began) / 1000 })}\n`)
}
