/** The golden scenarios of the packs: a policy that only extends the pack and fills in what it leaves open. */
import { readdirSync } from "node:fs"
import { packs } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { errorsOf, failuresOf, runScenarioFile } from "../../src/testing.ts"

const here = new URL(".", import.meta.url).pathname
const files = readdirSync(here)
  .filter((file) => file.endsWith(".scenario.yaml"))
  .sort()
/** What every policy begins with; examples and first steps run them. */
const beginnings = ["base", "starter"]

describe.each(files)("%s", async (file) => {
  const result = await runScenarioFile(`${here}${file}`)
  it("can be read, and so can its policy and its people", () => expect(errorsOf(result)).toEqual([]))
  for (const scenario of result.scenarios) it(scenario.title, () => expect(failuresOf(scenario)).toEqual([]))
})

it("each pack has golden scenarios", () => {
  const names = [...packs().keys()].map((name) => name.slice("pack:".length))
  const golden = files.map((file) => file.slice(0, -".scenario.yaml".length))
  expect([...golden, ...beginnings].sort()).toEqual(names.sort())
})
