/** Sessions at a terminal, as a page shows them: lines that are typed, begun by `$ `, and below each what is printed. */
import { join } from "node:path"
import { keeps } from "./Program.ts"
import { answerIn } from "./Shell.ts"

interface Turn {
  readonly typed: string
  readonly shown: readonly string[]
}

const turnsOf = (text: string): readonly Turn[] =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map((turn) => {
      const [typed = "", ...shown] = turn.trimEnd().split("\n")
      return { typed, shown }
    })

/** A line of `…` alone stands for any number of lines. */
const misses = (lines: readonly string[], shown: readonly string[]): string | undefined => {
  let at = 0
  for (const [i, promise] of shown.entries()) {
    if (promise.trim() === "…") {
      const next = shown[i + 1]
      if (next === undefined) return undefined
      while (at < lines.length && !keeps(lines[at], next)) at += 1
    } else if (keeps(lines[at], promise)) at += 1
    else return `expected: ${promise}\nprinted:  ${lines[at] ?? "nothing more"}`
  }
  return at === lines.length ? undefined : `printed and not shown: ${lines[at]}`
}

/** When the sessions of the documentation take place: a Monday morning in Shanghai. */
const instant = Date.parse("2026-11-16T09:40:00+08:00")

/** Types the lines of a session in a folder; returns the first that prints something else than is shown. */
export const sessionProblem = async (text: string, folder: string): Promise<string | undefined> => {
  let cwd = folder
  for (const { typed, shown } of turnsOf(text)) {
    for (const command of typed.split(" && ")) {
      const [, into] = /^cd (\S+)$/.exec(command) ?? []
      const [, words] = /^npx hearback (.+?)(?:\s+#.*)?$/.exec(command) ?? []
      if (into !== undefined) cwd = join(cwd, into)
      else if (words === undefined) return `nothing is known of such a line: ${command}`
      else {
        const { said } = await answerIn(words, { cwd, now: instant, columns: 120, env: { HEARBACK_COMMAND: "npx hearback" } })
        const problem = shown.length === 0 ? undefined : misses(said.trimEnd().split("\n"), shown)
        if (problem !== undefined) return `${command}\n${problem}\n\n${said}`
      }
    }
  }
  return undefined
}
