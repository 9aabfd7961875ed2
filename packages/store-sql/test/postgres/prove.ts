/** A million open cases with clocks cost what ten thousand cost, three times as much at most: `prove.ts million-clocks`. */
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { fewAndMany } from "../../bench/PostgresCases.ts"

const [clocks, most] = [1_000_000, 3]
const [name] = process.argv.slice(2)
const programs = folderOfPrograms()

if (name === undefined) process.stdout.write(JSON.stringify(programs === undefined ? [] : ["million-clocks"]))
else {
  const began = performance.now()
  const server = await startServer(programs ?? "")
  try {
    const { few, many } = await fewAndMany(server.url, clocks)
    process.stderr.write(`of 10,000 clocks ${JSON.stringify(few)}, of ${clocks} ${JSON.stringify(many)}\n`)
    if (few.timersPerSecond / many.timersPerSecond > most || many.command / few.command > most) process.exitCode = 1
  } finally {
    await server.stop()
  }
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories: 1, commands: clocks, seconds })}\n`)
}
