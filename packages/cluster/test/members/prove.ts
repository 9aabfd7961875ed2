/** Loses processes of a cluster: `prove.ts <law> <commands> <seed>`, one for every 300 commands. */
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { loseMembers } from "./Members.ts"

const [law, commands = "0", seed = "0"] = process.argv.slice(2)
const programs = folderOfPrograms()

if (law === undefined || programs === undefined)
  process.stdout.write(JSON.stringify(programs === undefined ? [] : ["cluster-members"]))
else {
  const server = await startServer(programs)
  let state = Number(seed)
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const told = (line: string): void => void process.stderr.write(`${line}\n`)
  const load = { url: server.url, name: `members_${seed}`, cases: 30, commands: Number(commands), below, told }
  const { violation, longestMs, seconds, hasOwners } = await loseMembers({
    ...load,
    losses: Math.ceil(Number(commands) / 300)
  })
  told(`${commands} commands in ${Math.round(seconds)} s, the longest took ${Math.round(longestMs)} ms`)
  await server.stop()
  const late = longestMs < 10_000 ? undefined : `a command took ${Math.round(longestMs)} ms`
  const ownerless = hasOwners ? undefined : "a case has no owner, or two"
  for (const wrong of [violation, late, ownerless]) {
    if (wrong === undefined) continue
    process.stderr.write(`${wrong}\n`)
    process.exitCode = 1
  }
  process.stdout.write(`${JSON.stringify({ law, histories: 1, commands: Number(commands), seconds })}\n`)
}
