/** The page of `hearback simulate --html`: a single file, in both languages, with the numbers of every figure. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { tag } from "../../../src/cli/page/Markup.ts"
import { axisFor, roundStep } from "../../../src/cli/page/Ranges.ts"
import { example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")
const small = ["--per-day", "1", "--weeks", "2", "--replications", "2"]

const pageOf = async (...words: readonly string[]): Promise<string> => {
  const cwd = folder()
  const { out } = await hearback(["simulate", first, ...small, "--html", "page.html", ...words], { cwd })
  expect(out).toMatch(/(written: |已写入 )page\.html$/m)
  return readFileSync(join(cwd, "page.html"), "utf8")
}

/** Returns the part of a page in one language. */
const within = (page: string, lang: "zh-CN" | "en"): string =>
  page.split("<main ").find((part) => part.startsWith(`id="${lang.slice(0, 2)}"`)) ?? ""

const headings = (page: string): readonly string[] =>
  [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text = ""]) => text)

describe("the page of a simulation", () => {
  it("is a single file without scripts, with valid nesting, and each figure has a table", async () => {
    const page = await pageOf()
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).not.toMatch(/<script|https?:\/\/|@import|url\(|<link|<img/)
    expect(headings(within(page, "en"))).toEqual([
      "Deadlines met",
      "How long work waits",
      "Distribution of waits",
      "How long until the customer loop closes",
      "Open cases over time",
      "How busy people are",
      expect.stringMatching(/^One case: S\d+$/),
      "Assumed, because nothing else is stated"
    ])
    const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0
    expect(count(/<table>/g)).toBe(count(/<figure>/g))
    expect(count(/aria-hidden="true"/g)).toBe(count(/<figure>/g))
    for (const name of ["svg", "div", "section", "span", "table", "tr", "td", "th", "details"])
      expect(count(new RegExp(`<${name}[ >]`, "g")), name).toBe(count(new RegExp(`</${name}>`, "g")))
    expect(page).toMatch(/first\.policy\.yaml:\d+/)
  }, 60_000)

  it("is Chinese for Chinese readers, and shows a change and influences on a figure", async () => {
    const page = await pageOf("--lang", "zh", "--against", first)
    expect(page).toMatch(/<html lang="zh-CN">/)
    expect(headings(within(page, "zh-CN")).slice(0, 2)).toEqual(["改前与改后", "按时率"])
    expect(page).toContain("没有差异")
    const other = await pageOf("--sensitivity", "time-to-answer")
    expect(headings(within(other, "en"))[0]).toBe("What affects from receipt to closing of the customer loop most")
  }, 90_000)

  it("has both languages, of which one is shown without a script, first that of --lang", async () => {
    const page = await pageOf("--lang", "zh")
    const [zh, en] = [within(page, "zh-CN"), within(page, "en")]
    expect(headings(zh)).toHaveLength(headings(en).length)
    const pictures = (part: string): number => part.match(/<(?:svg|table|figure)[ >]/g)?.length ?? 0
    expect(pictures(zh)).toBe(pictures(en))
    const text = (part: string): string => part.replace(/<[^>]*>/g, " ")
    expect(text(en)).not.toMatch(/\p{Script=Han}/u)
    expect(page).toMatch(/<input [^>]*id="in-zh" checked="">/)
    expect(page).toMatch(/<input [^>]*id="in-en">/)
    expect(page).toContain("#in-zh:checked~#en,#in-en:checked~#zh{display:none}")
    expect(page.length).toBeLessThan(200_000)
  }, 60_000)

  it("reports work that piles up, and then draws no deadlines", async () => {
    const page = await pageOf("--per-day", "5", "--replications", "1")
    expect(page).toContain('<p class="warn">Work piles up')
    expect(headings(page)).not.toContain("Deadlines met")
  }, 60_000)

  it("shows texts of people as they were written", () => {
    expect(tag("p", { title: '"' }, "<b>&").html).toBe('<p title="&quot;">&lt;b&gt;&amp;</p>')
  })

  it.each([
    [
      [0.4, 3.9],
      [0, 1, 2, 3, 4]
    ],
    [
      [-0.21, 0.35],
      [-0.4, -0.2, 0, 0.2, 0.4]
    ],
    [[120], [0, 50, 100, 150]]
  ])("has an axis with round steps for %j that contains all values", (values, ticks) => {
    const axis = axisFor(values, String, roundStep)
    expect(axis.ticks.map((tick) => Number(tick.toFixed(6)))).toEqual(ticks)
    expect(axis.from).toBeLessThanOrEqual(Math.min(0, ...values))
    expect(axis.to).toBeGreaterThanOrEqual(Math.max(...values))
  })
})
