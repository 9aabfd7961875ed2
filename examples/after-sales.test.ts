/**
 * Checks the example `after-sales`, which is written in Chinese throughout, and the first policy in the Chinese README.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { format } from "@hearback/policy"
import { expect, it } from "vitest"

const here = import.meta.dirname
const files = readdirSync(join(here, "after-sales"), { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".yaml")
)
const read = (path: string): string => readFileSync(join(here, path), "utf8")

/**
 * Words that stay Latin in Chinese text: file names, codes of standards, identity numbers, titles of English pages, and
 * names that `pack:base` defines.
 */
const notOurs =
  /\.\.\/\S+\.yaml|\b\d{17}X\b|(?<=, )en: \w+(?= })|pack:base|zh-CN|Asia\/Shanghai|CNY?\b|(?<=^ *)(?:suggestion|receipt)(?=: 删去$)|\b(?:alarm|overdue|confirmation-asked|survey-question|word-to-read)(?= 给 )/gm

it.each(files)("F-C12 · after-sales/%s has no English word", (file) => {
  const text = read(`after-sales/${file}`).replace(/#.*$/gm, "").replace(notOurs, "")
  expect(text.match(/[A-Za-z]+/g) ?? []).toEqual([])
})

it.each(files)("F-C12 · after-sales/%s reads the same with English keys", (file) => {
  const written = read(`after-sales/${file}`)
  const { text: english, diagnostics } = format({ path: file, text: written }, { keys: "en" })
  expect(diagnostics.filter(({ level }) => level === "error")).toEqual([])
  expect(english).toMatch(/^(?:#.*\n|\n)*hearback: 1\n/)
  expect(format({ path: file, text: english ?? "" }, { keys: "zh-CN" }).text).toBe(written)
})

it("F-C12 · the Chinese README begins with policies in Chinese", () => {
  const readme = read("../README.zh-CN.md")
  const [first] = /examples\/[\w-]+(?=\))/.exec(readme) ?? []
  expect(first).toBe("examples/after-sales")
  for (const [, policy = ""] of readme.matchAll(/(?:check|grade) (examples\/\S+\.policy\.yaml)/g))
    expect(read(`../${policy}`)).toMatch(/^闭环: 1$/m)
})
