/** The lists of folders on the pages about the architecture are those of the code. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { fencesOf, root } from "./Markdown.ts"

/** The places of code that have a list, in the order of the pages. */
const places = [
  "packages/core/src",
  "packages/engine/src",
  "packages/simulation/src",
  "packages/backtest/src",
  "packages/policy/src",
  "packages/hearback/src",
  "packages/hearback/src/cli"
]

/** Returns the folders of each list of a page, those at the beginning of lines. */
const listsOf = (page: string): readonly (readonly string[])[] =>
  fencesOf(page)
    .map(({ text }) => text.split("\n").flatMap((line) => /^((?:[a-z]+\/ ?)+)/.exec(line)?.[1]?.match(/[a-z]+/g) ?? []))
    .filter((folders) => folders.length > 1)

describe("the pages about the architecture", () => {
  const english = listsOf("docs/architecture.md")

  it("list every folder of the code", () => {
    const folders = places.map((place) =>
      readdirSync(join(root, place), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
    )
    expect(english.map((list) => [...list].sort())).toEqual(folders.map((list) => list.sort()))
  })

  it("list them alike in Chinese", () => {
    expect(listsOf("docs/zh-CN/architecture.md")).toEqual(english)
  })
})
