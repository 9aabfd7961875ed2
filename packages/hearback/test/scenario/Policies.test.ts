import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { errorsOf, failuresOf, runScenarioFile } from "../../src/testing.ts"

const here = new URL("../../../policy/test/fixtures/scenarios/", import.meta.url).pathname

describe.each(readdirSync(here).sort())("%s", async (file) => {
  const result = await runScenarioFile(`${here}${file}`)
  it("has no error", () => expect(errorsOf(result)).toEqual([]))
  for (const scenario of result.scenarios) it(scenario.title, () => expect(failuresOf(scenario)).toEqual([]))
})
