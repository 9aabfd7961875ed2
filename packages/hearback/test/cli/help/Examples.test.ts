/** The examples of help, as a person types them after `init`: each answers yes or no, and all can run. */
import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { helps } from "../../../src/cli/text/Helps.ts"
import { commandMeant, commandNames } from "../../../src/cli/text/Names.ts"
import { folder, hearback } from "../Capture.ts"

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? "")

/** What the policy of the examples has in addition to that of `init`. */
const more = {
  en: "channels: { rating: { mode: passive, scale: [1, 5] } }\nlearning: { reviews: { case-review: weekly }, you-said-we-did: monthly }\n",
  zh: "渠道: { rating: { 方式: 被动, 分值: [1, 5] } }\n复盘改进: { 复盘: { case-review: 每周 }, 改进公示: 每月 }\n"
}

/** Makes the folder of `init` in a language, with the files that examples name and a store with three cases. */
const begin = async (cwd: string, lang: "en" | "zh"): Promise<string> => {
  await hearback(["init", "--lang", lang], { cwd })
  appendFileSync(join(cwd, "policy.yaml"), more[lang])
  for (const name of ["a.policy.yaml", "b.policy.yaml"]) copyFileSync(join(cwd, "policy.yaml"), join(cwd, name))
  for (const name of ["reviews.csv", "old.csv"]) copyFileSync(join(cwd, "feedback.csv"), join(cwd, name))
  writeFileSync(join(cwd, "feedback.ndjson"), '{"text":"The parcel never arrived"}\n')
  writeFileSync(join(cwd, "incidents.csv"), "id,when,gravity\nA,2026-11-16 10:00,urgent\n")
  writeFileSync(
    join(cwd, "incidents.mapping.yaml"),
    "hearback: 1\nmapping: Incidents\ncolumns: { case: id, at: when }\ndecided: { grades: { urgency: gravity } }\n"
  )
  writeFileSync(join(cwd, "map.yaml"), 'verbatim: text\n"channel:": web\n')
  await hearback(["ingest", "--db", "loop.db", "--input", "reviews.csv", "--map", "map.yaml"], { cwd })
  writeFileSync(join(cwd, "anchor.json"), (await hearback(["anchor", "--db", "loop.db"], { cwd })).out)
  const { cases } = (await hearback(["worklist", "--db", "loop.db", "--json"], { cwd })).json
  return cases[0].id
}

/** Returns a terminal whose person has already interrupted what runs until then. */
const ended = { interrupted: AbortSignal.abort() }

const goesOn = (words: readonly string[]): boolean =>
  commandMeant(words[0] ?? "") === "work" || words.includes("--watch") || words.includes("--监视")

describe.each([
  ["en", helps.en],
  ["zh", helps["zh-CN"]]
] as const)("examples of help in %s", (lang, help) => {
  const cwd = mkdtempSync(join(tmpdir(), "hearback-examples-"))
  afterAll(() => rmSync(cwd, { recursive: true }))
  let id = ""
  beforeAll(async () => {
    id = await begin(cwd, lang)
  })

  it.each(commandNames.flatMap((name) => help[name].examples.map(([line]) => line)))("F-C17 · %s", async (line) => {
    const words = wordsOf(line.replace(/ > \S+$/, "").replace("2611-7Q2K9M", id)).slice(1)
    const { exit, out, err } = await hearback([...words, "--lang", lang], {
      cwd: commandMeant(words[0] ?? "") === "init" ? folder() : cwd,
      terminal: goesOn(words) ? ended : {}
    })
    expect(exit, `${line}\n${out}${err}`).toBeLessThan(2)
  })
})
