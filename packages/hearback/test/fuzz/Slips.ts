/** Correct texts with lines removed, repeated or exchanged, and with unexpected values. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import type { Chance } from "../simulation/Chance.ts"

const examples = join(import.meta.dirname, "../../../../examples")

/** Values that people, other programs and attackers write instead of what is meant. */
export const odd: readonly unknown[] = [
  ...["", " ", "null", "~", "[]", "{}", "，", "：", "“”", "\u202e", "😀", "\ud800", "\u0000", "\ufeff", "__proto__"],
  ...["constructor", "toString", "hasOwnProperty", "0x10", "1e999", "-1", "NaN", "99999999 years", "-3 days"],
  ...[
    "2026-02-30",
    "24:00-00:00",
    "<<: *a",
    "&a",
    "!!x",
    "- ",
    "? ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "\t",
    "'",
    '"',
    "system:host"
  ],
  ...["customer:c-1", "anonymous", "周".repeat(300), "x".repeat(9_000), "=1+1", "../../etc/passwd"],
  ...[null, true, -1, 0, 0.1, 1e21, Number.NaN, Number.POSITIVE_INFINITY, [], {}, [[]], { constructor: 1 }, [null]]
]

/** Returns a value as text. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""))

/** A text of the repository. */
export interface Source {
  readonly path: string
  readonly text: string
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === "node_modules") return []
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

const yaml = filesIn(examples).filter((path) => path.endsWith(".yaml"))
const sources = (isOne: (path: string) => boolean): readonly Source[] =>
  yaml.filter(isOne).map((path) => ({ path, text: readFileSync(path, "utf8") }))

/** The policies of the repository. */
export const policies = sources((path) => path.endsWith(".policy.yaml"))
/** The people files of the repository. */
export const people = sources((path) => path.endsWith("people.yaml"))
/** The scenario files of the repository. */
export const scenarios = sources((path) => path.endsWith(".scenario.yaml"))

/** Makes one to four slips in a text. */
export const slipped = (chance: Chance, text: string): string => {
  const lines = text.split("\n")
  for (let n = 0; n < 1 + chance.below(4); n++) {
    const at = chance.below(lines.length)
    const here = lines[at] ?? ""
    const cut = chance.below(here.length + 1)
    const by = textOf(chance.pick(odd))
    const what = chance.below(7)
    if (what === 0) lines.splice(at, 1)
    else if (what === 1) lines.splice(at, 0, chance.pick(lines))
    else if (what === 2) lines[at] = here.slice(0, cut) + by + here.slice(cut)
    else if (what === 3) lines[at] = here.slice(0, cut) + here.slice(cut + 1)
    else if (what === 4) lines[at] = here.replace(/^(\s*[^:]+:\s*)(.*)$/u, (_, key: string) => key + by)
    else if (what === 5) lines[at] = `${" ".repeat(chance.below(5))}${here}`
    else lines.length = at + 1
    if (lines.length === 0) lines.push("")
  }
  return lines.join("\n")
}
