/** Shows the changes of a text line by line, as `diff -u` does. */
import type { Paint, TextStyle } from "../terminal/Paint.ts"

interface Line {
  readonly sign: " " | "-" | "+"
  readonly text: string
}

/** The number of unchanged lines that are shown around changed ones. */
const around = 2

/** Returns the changed parts of a text, each with the lines around it. */
export const diffText = (path: string, before: string, after: string, paint: Paint): string => {
  const lines = changes(linesOf(before), linesOf(after))
  const shown = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== " ")
  )
  const head = paint("strong", `--- ${path}\n+++ ${path}`)
  let [was, now] = [1, 1]
  const body = lines.flatMap(({ sign, text }, index) => {
    const begins = shown[index] === true && shown[index - 1] !== true
    const at = begins ? [paint("accent", `@@ -${was} +${now} @@`)] : []
    if (sign !== "+") was += 1
    if (sign !== "-") now += 1
    return shown[index] === true ? [...at, paint(tones[sign], `${sign}${text}`)] : []
  })
  return `${[head, ...body].join("\n")}\n`
}

/** Returns the lines of a text. A line break at the end starts no further line. */
const linesOf = (text: string): readonly string[] => text.replace(/\n$/, "").split("\n")

const tones: Readonly<Record<Line["sign"], TextStyle>> = { " ": "dim", "-": "bad", "+": "good" }

/** Returns all lines in order; at a change, removed lines come before added ones. */
const changes = (before: readonly string[], after: readonly string[]): readonly Line[] => {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const least = Math.min(before.length, after.length) - start
  while (end < least && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const [gone, came] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const same = (texts: readonly string[]): readonly Line[] => texts.map((text) => ({ sign: " ", text }))
  return [...same(before.slice(0, start)), ...between(gone, came), ...same(before.slice(before.length - end))]
}

/** Returns the longest common subsequence of lines, by dynamic programming, because fixes change few lines. */
const between = (gone: readonly string[], came: readonly string[]): readonly Line[] => {
  const [rows, columns] = [gone.length, came.length]
  const common = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  const at = (at: number, upTo: number): number => common[at]?.[upTo] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const row = common[i]
      if (row !== undefined) row[j] = gone[i] === came[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    if (i < rows && j < columns && gone[i] === came[j]) {
      lines.push({ sign: " ", text: gone[i] ?? "" })
      i++
      j++
    } else if (i < rows && (j >= columns || at(i + 1, j) >= at(i, j + 1)))
      lines.push({ sign: "-", text: gone[i++] ?? "" })
    else lines.push({ sign: "+", text: came[j++] ?? "" })
  }
  return lines
}
