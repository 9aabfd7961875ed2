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

/** The id of a case: whichever is printed where a page shows one, that case is meant by it further down. */
const anId = /\b\d{4}-[0-9A-Z]{6}\b/g

/** The ids of cases that are meant, by those that the page shows. */
type Meant = Map<string, string>

/** Columns are as wide as what stands in them, which may be a date of today: blanks between them count as two. */
const inColumns = (line: string): string => line.trimEnd().replace(/ {2,}/g, "  ")

const fits = (line: string | undefined, promise: string, meant: Meant): boolean => {
  const shown = promise.match(anId) ?? []
  const known = promise.replace(anId, (id) => meant.get(id) ?? "…")
  if (line === undefined || !keeps(inColumns(line), inColumns(known))) return false
  const printed = line.match(anId) ?? []
  shown.forEach((id, i) => {
    if (!meant.has(id) && printed[i] !== undefined) meant.set(id, printed[i])
  })
  return true
}

/** A line of `…` alone stands for any number of lines. */
const misses = (lines: readonly string[], shown: readonly string[], meant: Meant): string | undefined => {
  let at = 0
  for (const [i, promise] of shown.entries()) {
    if (promise.trim() === "…") {
      const next = shown[i + 1]
      if (next === undefined) return undefined
      while (at < lines.length && !fits(lines[at], next, meant)) at += 1
    } else if (fits(lines[at], promise, meant)) at += 1
    else return `expected: ${promise}\nprinted:  ${lines[at] ?? "nothing more"}`
  }
  return at === lines.length ? undefined : `printed and not shown: ${lines[at]}`
}

/** When the sessions of the documentation take place: a Monday morning in Shanghai. */
const instant = Date.parse("2026-11-16T09:40:00+08:00")

/** Types the lines of a session in a folder; returns the first that prints something else than is shown. */
export const sessionProblem = async (
  text: string,
  folder: string,
  language: "en" | "zh-CN"
): Promise<string | undefined> => {
  let cwd = folder
  const meant: Meant = new Map()
  for (const { typed, shown } of turnsOf(text)) {
    for (const command of typed.split(" && ")) {
      const [, into] = /^cd (\S+)$/.exec(command) ?? []
      const [, words] = /^npx hearback (.+?)(?:\s+#.*)?$/.exec(command) ?? []
      if (into !== undefined) cwd = join(cwd, into)
      else if (words === undefined) return `nothing is known of such a line: ${command}`
      else {
        const { status, said } = await answerIn(
          words.replace(anId, (id) => meant.get(id) ?? id),
          { cwd, now: instant, columns: 120, env: { HEARBACK_COMMAND: "npx hearback", HEARBACK_LANG: language } }
        )
        if (status === 2 && shown.join("").trim() === "…") return `${command}\nexit 2\n\n${said}`
        const problem = shown.length === 0 ? undefined : misses(said.trimEnd().split("\n"), shown, meant)
        if (problem !== undefined) return `${command}\n${problem}\n\n${said}`
      }
    }
  }
  return undefined
}
