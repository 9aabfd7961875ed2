import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { errorsOf, failuresOf, runScenarioFile } from "../../src/testing.ts"

const here = new URL("cases/", import.meta.url).pathname
const files = readdirSync(here)
  .filter((file) => file.endsWith(".scenario.yaml"))
  .sort()

describe.each(files)("%s", async (file) => {
  const result = await runScenarioFile(`${here}${file}`)
  it("has no error", () => expect(errorsOf(result)).toEqual([]))
  for (const scenario of result.scenarios) it(scenario.title, () => expect(failuresOf(scenario)).toEqual([]))
})
