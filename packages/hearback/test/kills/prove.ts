/** Kills processes: `prove.ts kills <how many> <seed>`, a third of them each with one, two and four at once. */
import { chanceOf } from "../simulation/Chance.ts"
import { killMany } from "./Kills.ts"

const [name, count = "0", seed = "0"] = process.argv.slice(2)

if (name === undefined) process.stdout.write(JSON.stringify(["real-kills"]))
else {
  const began = performance.now()
  const figures = { histories: 0, commands: 0, messages: 0 }
  for (const processes of [1, 2, 4]) {
    const kills = Math.ceil(Number(count) / 3)
    const { violation, answers, messages } = await killMany({
      processes,
      kills,
      chance: chanceOf(Number(seed) + processes)
    })
    if (violation !== undefined) {
      process.stderr.write(`${processes} processes: ${violation}\n`)
      process.exitCode = 1
    }
    figures.histories += kills
    figures.commands += answers
    figures.messages += messages
  }
  process.stdout.write(`${JSON.stringify({ law: name, ...figures, seconds: (performance.now() - began) / 1000 })}\n`)
}
