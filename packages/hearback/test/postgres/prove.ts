/** Lives on PostgreSQL whose driver fails: `prove.ts faults-on-postgres <how many> <first>`; one by `prove.ts seed <seed>`. */
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { again, liveOnPostgres } from "./Faults.ts"

const [name, count = "1", first = "0"] = process.argv.slice(2)
const programs = folderOfPrograms()

if (name === undefined) process.stdout.write(JSON.stringify(programs === undefined ? [] : ["faults-on-postgres"]))
else {
  const server = await startServer(programs ?? "")
  const began = performance.now()
  const [from, lives] = name === "seed" ? [Number(count), 1] : [Number(first) * 1_000, Number(count)]
  let [histories, commands, messages] = [0, 0, 0]
  for (let seed = from; seed < from + lives; seed++) {
    const { trace, violation, ...done } = await liveOnPostgres(seed, server.url)
    if (violation !== undefined) {
      process.stderr.write(`${trace.join("\n")}\nseed ${seed}: ${violation}\nAgain: ${again(seed)}\n`)
      process.exitCode = 1
      break
    }
    histories += 1
    commands += done.commands
    messages += done.messages
  }
  await server.stop()
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories, commands, messages, seconds })}\n`)
}
