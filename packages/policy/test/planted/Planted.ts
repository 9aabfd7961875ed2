/**
 * Faults planted in good policies, a row each: `base ¦ from → to ¦ from → to`.
 *
 * `«…»` is what a careful colleague would underline, `‹…›` what they might underline as well. `⏎` is the end of a line,
 * `@people` before an edit makes it one of the people file. A heading `== …` names the kind of the faults below it.
 * Whoever wrote them knew the language reference, and not how it is checked. Signs before a row own up to what `check`
 * does not see of it: `-` nothing is found, `~` something else is underlined, `+` one cause is found more than once.
 * `=` before a row says that what it writes is right, and only unusual: nothing is to be found.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Files of a policy by their role: `policy`, `people`, `scenario` and so on. */
export type Files = Readonly<Record<string, string>>

interface Mark {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One row of the tables. */
export interface Planted {
  readonly kind: string
  /** The row as written in the table, without its signs. */
  readonly row: string
  readonly signs: string
  readonly base: string
  readonly files: Files
  /** The spans, one of which must be underlined. */
  readonly marks: readonly Mark[]
}

/** Reads the tables beside this file. */
export const planted = (bases: Readonly<Record<string, Files>>): readonly Planted[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => rowsOf(readFileSync(join(import.meta.dirname, name), "utf8"), bases))

const rowsOf = (table: string, bases: Readonly<Record<string, Files>>): readonly Planted[] => {
  let kind = ""
  return table.split("\n").flatMap((row) => {
    if (row.startsWith("== ")) kind = row.slice(3)
    return row.includes("¦") ? [plantedOf(kind, row, bases)] : []
  })
}

const plantedOf = (kind: string, line: string, bases: Readonly<Record<string, Files>>): Planted => {
  const [, signs = "", row = ""] = /^([-~+=]*) ?(.*)$/s.exec(line) ?? []
  const [base = "", ...edits] = row.split(" ¦ ")
  const files = edits.reduce((made, edit) => edited(made, edit, row), bases[base] ?? fail(row, `no base ${base}`))
  const read = Object.entries(files).map(([file, text]) => unmarked(file, text))
  const marks = read.flatMap((each) => each.marks)
  if (marks.length === 0 && signs !== "=") fail(row, "nothing is marked")
  return { kind, row, signs, base, files: Object.fromEntries(read.map(({ file, text }) => [file, text])), marks }
}

const edited = (files: Files, edit: string, row: string): Files => {
  const [, file = "policy", change = ""] = /^(?:@(\w+) )?(.*)$/s.exec(edit) ?? []
  const [from = "", to = ""] = change.replaceAll("⏎", "\n").split(" → ")
  const text = files[file] ?? fail(row, `no file ${file}`)
  const parts = text.split(from)
  if (parts.length !== 2) fail(row, `${JSON.stringify(from)} stands there ${parts.length - 1} times`)
  return { ...files, [file]: parts.join(to) }
}

const brackets = /[«»‹›]/g

/** Removes the marks of a text; they can be nested. */
const unmarked = (file: string, text: string): { file: string; text: string; marks: readonly Mark[] } => {
  const marks: Mark[] = []
  const open = { "»": 0, "›": 0 }
  let taken = 0
  for (const { 0: sign, index } of text.matchAll(brackets)) {
    const at = index - taken++
    if (sign === "«") open["»"] = at
    else if (sign === "‹") open["›"] = at
    else marks.push({ file, start: open[sign as "»" | "›"], end: at })
  }
  return { file, text: text.replaceAll(brackets, ""), marks }
}

const fail = (row: string, reason: string): never => {
  throw new Error(`${reason}: ${row}`)
}
