/**
 * A million open cases with clocks cost a few times what a thousand cost, since pages come from the disk: `prove.ts
 * million-clocks`. A table that is read whole would cost hundreds of times as much.
 */
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { figuresWith } from "../../bench/PostgresCases.ts"

const [clocks, due, most] = [1_000_000, 10_000, 10]
const [name] = process.argv.slice(2)
const programs = folderOfPrograms()

if (name === undefined) process.stdout.write(JSON.stringify(programs === undefined ? [] : ["million-clocks"]))
else {
  const began = performance.now()
  const server = await startServer(programs ?? "")
  try {
    const few = await figuresWith(server.url, "few", 1_000, 500)
    const many = await figuresWith(server.url, "many", clocks, due)
    process.stderr.write(`of 1,000 clocks ${JSON.stringify(few)}, of ${clocks} ${JSON.stringify(many)}\n`)
    if (few.timersPerSecond / many.timersPerSecond > most || many.command / few.command > most) process.exitCode = 1
  } finally {
    await server.stop()
  }
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories: 1, commands: due, seconds })}\n`)
}
