import { readdirSync } from "node:fs"
import { errorsOf, failuresOf, runScenarioFile } from "hearback/testing"
import { describe, expect, it } from "vitest"

const here = new URL(".", import.meta.url).pathname
const files = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".scenario.yaml"))
  .sort()

it("every example has scenarios", () => {
  const folders = readdirSync(here, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".policy.yaml"))
    .map((file) => file.split("/")[0])
  expect([...new Set(files.map((file) => file.split("/")[0]))].sort()).toEqual([...new Set(folders)].sort())
})

describe.each(files)("%s", async (file) => {
  const result = await runScenarioFile(`${here}${file}`)
  it("can be read, and so can its policy and its people", () => expect(errorsOf(result)).toEqual([]))
  for (const scenario of result.scenarios) it(scenario.title, () => expect(failuresOf(scenario)).toEqual([]))
})
