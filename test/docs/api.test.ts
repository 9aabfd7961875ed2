import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { apiPage, apiText, givenNames } from "./Api.ts"
import { root } from "./Markdown.ts"

describe("the page of the program interface", () => {
  const given = givenNames()

  it("is what the code says", () => {
    expect(readFileSync(join(root, apiPage), "utf8")).toBe(apiText(given))
  })

  it("has a sentence for every name of every entry point", () => {
    expect(given.length).toBeGreaterThan(200)
    expect(given.filter(({ says }) => says === "").map(({ entry, name }) => `${entry} ${name}`)).toEqual([])
  })
})
