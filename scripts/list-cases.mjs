// Lists the catalogue of awkward cases with the test that shows each, from the titles of tests and scenarios.
// With --check it writes nothing and fails when docs/cases.md is out of date.
import { globSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "..")
const page = join(root, "docs/cases.md")

const chapters = {
  C: ["Calendar arithmetic", "日历运算"],
  P: ["Pause, resume, regrade, versions", "暂停、恢复、改级、换版"],
  R: ["Response, reopening, merging, intake", "答复、重开、合并、受理"],
  K: ["Classification and severity", "分类与定级"],
  S: ["Statutory clocks", "法定时限"],
  O: ["Ownership", "首问负责"],
  A: ["Authority", "授权"],
  G: ["Gates", "关口"],
  "F-": ["Faults found in use", "使用中发现的缺陷"]
}

const sources = [
  ...globSync("packages/*/test/**/*.test.ts", { cwd: root }),
  ...globSync("packages/*/test/**/*.scenario.yaml", { cwd: root }),
  ...globSync("examples/**/*.scenario.yaml", { cwd: root })
]
/** `C3`, `R1b`, `P4–6`, `G3, G5`; of a fault `F-R1`. */
const id = "(?:[CPRKSOAG]\\d+b?(?:[,–-] ?[CPRKSOAG]?\\d+)*|F-[A-Z]\\d+) · "
/**
 * Matches a title, which ends with its quote or with its line. Titles of groups and of tests over a table are listed
 * only for faults.
 */
const title = new RegExp(
  `(?:\\bit\\(\\s*|\\bdescribe\\((?=\\s*["'\`]F-)\\s*|\\)\\((?=\\s*["'\`]F-)\\s*|\\btest\\(\\s*|scenario:\\s*)(?:(["'\`])(${id}(?:(?!\\1)[^\\n])+)|(${id}[^\\n]+))`,
  "g"
)

/** Matches a fault whose number is written in another way and would not be listed. */
const misspelt = /["'`]F-[A-Z]\d+ (?!·)[^"'`\n]*/g

const found = new Map()
for (const path of sources.filter((path) => !path.includes("node_modules")).sort()) {
  const text = readFileSync(join(root, path), "utf8")
  for (const [words] of text.matchAll(misspelt)) {
    console.error(`${path}: write "${words.slice(1).split(" ")[0]} · …" in the title ${words}`)
    process.exitCode = 1
  }
  for (const match of text.matchAll(title)) {
    const [id, ...rest] = (match[2] ?? match[3]).split(" · ")
    found.set(id, [
      ...(found.get(id) ?? []),
      {
        says: rest
          .join(" · ")
          .replace(/\$\{[^}]*\}/g, "each of them")
          .replace(/\$[a-z]+(?:\.[a-z]+)*|%[js]/g, "…")
          .trim(),
        path
      }
    ])
  }
}

const chapterOf = (id) => (id.startsWith("F-") ? "F-" : id[0])
/** Returns the place of an id: by chapter, for faults by the letter of their kind, and then by number. */
const order = (id) => {
  const [, kind, number] = /([A-Z])(\d+)/.exec(id)
  const place = Object.keys(chapters).indexOf(chapterOf(id)) * 100 + kind.charCodeAt(0)
  return place * 1000 + Number(number) + (id.endsWith("b") ? 0.5 : 0)
}
const ids = [...found.keys()].sort((a, b) => order(a) - order(b))
const lines = [
  "# The case catalogue",
  "",
  "Difficult cases that cause trouble in other products, and the test of each. Written by `node --run cases`.",
  ""
]
for (const [letter, [en, zh]] of Object.entries(chapters)) {
  const own = ids.filter((id) => chapterOf(id) === letter)
  if (own.length === 0) continue
  lines.push(`## ${letter[0]} · ${en} · ${zh}`, "", "| id | what is shown | where |", "|---|---|---|")
  for (const id of own)
    for (const one of found.get(id))
      lines.push(`| ${id} | ${one.says.replaceAll("|", "\\|")} | [${one.path.split("/").at(-1)}](../${one.path}) |`)
  lines.push("")
}
const text = lines.join("\n")

if (!process.argv.includes("--check")) writeFileSync(page, text)
else if (readFileSync(page, "utf8") !== text) {
  console.error('docs/cases.md is out of date: run "node --run cases"')
  process.exitCode = 1
}
