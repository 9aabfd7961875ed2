import { describe, expect, it } from "vitest"
import { superfluous } from "./api/Chinese.ts"
import { givenNames } from "./api/Given.ts"
import { apiPages, untranslated } from "./api/Page.ts"
import { textOf } from "./Markdown.ts"

describe("the pages of the program interface", () => {
  const given = givenNames()
  const used = new Set(given.flatMap((one) => [one.says, ...one.members.map(({ says }) => says)]))

  it("have a sentence for every name of every entry point", () => {
    expect(given.length).toBeGreaterThan(200)
    expect(given.filter(({ says }) => says === "").map(({ entry, name }) => `${entry} ${name}`)).toEqual([])
  })

  it("have the Chinese of every comment, and no other", () => {
    expect(untranslated(given)).toEqual([])
    expect(superfluous(used)).toEqual([])
  })

  it("say what the code and the Chinese tables say", () => {
    for (const [path, text] of Object.entries(apiPages(given))) expect(textOf(path), path).toBe(text)
  })

  it("are found wanting where a comment has changed", () => {
    const [first] = given
    if (first === undefined) throw new Error("no entry point gives anything")
    const changed = { ...first, says: "Something new.", members: [] }
    expect(untranslated([changed])).toEqual([
      `hearback Hearback: add the Chinese of "Something new." to test/docs/api/zh-CN/Loop.ts`
    ])
    expect(superfluous(new Set([...used].filter((says) => says !== first.says)))).toEqual([
      `test/docs/api/zh-CN/Loop.ts: no comment says "${first.says}" any more`
    ])
  })
})
