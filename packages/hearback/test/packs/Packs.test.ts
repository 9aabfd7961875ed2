/** The golden scenarios of the packs, with a policy that only extends the pack and gives what it leaves open. */
import { readdirSync, readFileSync } from "node:fs"
import { packs } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { errorsOf, failuresOf, runScenarioFile } from "../../src/testing.ts"

const here = new URL(".", import.meta.url).pathname
const files = readdirSync(here)
  .filter((file) => file.endsWith(".scenario.yaml"))
  .sort()
/** Packs that every policy extends; examples and first steps run them. */
const beginnings = ["base", "starter"]

describe.each(files)("%s", async (file) => {
  const result = await runScenarioFile(`${here}${file}`)
  it("can be read, and so can its policy and its people", () => expect(errorsOf(result)).toEqual([]))
  for (const scenario of result.scenarios) it(scenario.title, () => expect(failuresOf(scenario)).toEqual([]))
})

/** How a policy and its golden scenarios name their source: `cite`, else the name of the source. */
const cites = (bundle: string): readonly string[] => {
  const [, sources = ""] = /^(?:sources|来源):\n((?: {2}.*\n)+)/mu.exec(bundle) ?? []
  return [
    ...sources.matchAll(
      /^ {2}([^\s:]+):(?:\n(?: {4}.*\n)*?| \{.*)(?: {4}|[ ,])(?:cite|引称): ([^,}\n]+)|^ {2}([^\s:]+):/gmu
    )
  ].map(([, , cite, name]) => (cite ?? name ?? "").trim())
}

it.each([...packs()].filter(([, text]) => cites(text).length > 0))(
  "%s and its golden scenarios are no legal advice, and each names its clause",
  async (name, text) => {
    const file = `${here}${name.slice("pack:".length)}.scenario.yaml`
    for (const one of [text, readFileSync(file, "utf8")]) expect(one).toMatch(/^# (?:Not legal advice|不构成法律意见)/u)
    const { scenarios } = await runScenarioFile(file)
    const unnamed = scenarios
      .map(({ title }) => title)
      .filter((title) => !cites(text).some((cite) => title.includes(cite)))
    // Most rules of this pack have no source in a text.
    if (name !== "pack:quality-closed-loop") expect(unnamed).toEqual([])
    expect(unnamed.length).toBeLessThan(scenarios.length)
  }
)

it("each pack has golden scenarios", () => {
  const names = [...packs().keys()].map((name) => name.slice("pack:".length))
  const golden = files.map((file) => file.slice(0, -".scenario.yaml".length))
  expect([...golden, ...beginnings].sort()).toEqual(names.sort())
})
