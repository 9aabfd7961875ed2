import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { clauses, ownWords } from "../../src/language/OwnWords.ts"

const pieces = (text: string, spans: readonly number[]): readonly string[] =>
  spans.flatMap((at, i) => (i % 2 === 0 ? [text.slice(at, spans[i + 1])] : []))
const own = (text: string): string => pieces(text, ownWords(text)).join("").trim()
const cut = (text: string): readonly string[] =>
  pieces(text, clauses(text, [0, text.length]))
    .map((part) => part.trim())
    .filter((part) => part !== "")

describe("Text", () => {
  it.each([
    ["quoted lines", "Thanks.\n> I am furious\n  > unacceptable\nBye", "Thanks.\nBye"],
    ["a reply on top", "Solved.\n\nOn Mon, 3 Nov 2026 at 10:00, Li Na <li@x.cn> wrote:\nYou are furious", "Solved."],
    [
      "an attribution over two lines",
      "Solved.\nOn Mon, 3 Nov 2026 at 10:00, A Very Long Name\n<long@x.cn> wrote:\n> furious",
      "Solved."
    ],
    ["an answer below the quote", "On 3 Nov 2026 Li Na wrote:\n> furious\n\nSolved now.", "Solved now."],
    ["a divider", "Solved.\n-----Original Message-----\nFrom: me\nI am furious", "Solved."],
    ["a header block", "Solved.\nFrom: Li Na\nSent: Monday\nTo: me\nI am furious", "Solved."],
    ["a Chinese header", "已解决。\n发件人: 李娜\n主题: 太差了", "已解决。"],
    ["a Chinese divider", "已解决。\n------------------ 原始邮件 ------------------\n太差了", "已解决。"],
    ["a Chinese attribution", "已解决。\n在 2026年11月3日，李娜 写道：\n太差了", "已解决。"],
    ["an attribution without 在", "已解决。\n李娜 <li@x.cn> 于2026年11月3日周一 10:00写道：\n> 太差了", "已解决。"],
    ["a signature", "Solved.\n-- \nAngry Birds Ltd", "Solved."],
    ["a device", "Solved.\nSent from my iPhone", "Solved."],
    ["a device above a quote", "Solved.\r\nSent from my Galaxy S30\r\n\r\n> furious", "Solved."],
    ["a Chinese device", "已解决\n发自我的iPhone", "已解决"],
    ["a device nobody knows", "已解决\n发自我的小天才手表\n\n", "已解决"]
  ])("K2 · leaves out %s", (_, text, left) => {
    expect(own(text)).toBe(left)
  })

  it.each([
    "On Monday your agent wrote:\nyou are wrong",
    "From: the start it was bad\nand stayed so",
    "Sent from my account to the wrong one\nI want it back",
    "price ---- value\nI want -- now --\nmy money",
    "a > b\n-> see",
    "他写道：太差了",
    "--\n1\n2\n3\n4\n5\n6\n7\n8\n9"
  ])("K2 · keeps what only looks like it: %j", (text) => {
    expect(own(text)).toBe(text)
  })

  it("ends clauses at marks and turns of thought, not within numbers", () => {
    expect(cut("Good, but slow. Costs 1,200.50; why?")).toEqual(["Good", "slow", "Costs 1,200.50", "why"])
    expect(cut("不贵，但是太慢。还行！但愿如此")).toEqual(["不贵", "太慢", "还行", "愿如此"])
    expect(cut("butter and although\nnext")).toEqual(["butter and", "next"])
  })

  it("gives spans of the original, sorted and apart, for any text", () => {
    const line = fc.constantFrom(
      "> q",
      "-- ",
      "--",
      "On 1 wrote:",
      "On 2",
      "发件人：",
      "hi, but",
      "",
      "Sent from my x",
      "在1写道："
    )
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(line, { maxLength: 9 }).map((lines) => lines.join("\n"))
    )
    fc.assert(
      fc.property(text, (given) => {
        const spans = ownWords(given)
        const parts = clauses(given, spans)
        for (const list of [spans, parts]) {
          expect(list.length % 2).toBe(0)
          for (const [i, at] of list.entries()) expect(at).toBeGreaterThanOrEqual(list[i - 1] ?? 0)
          expect(list.at(-1) ?? 0).toBeLessThanOrEqual(given.length)
        }
      })
    )
  })

  // Time that grows with the square of a text would run past the time limit of a test.
  it.each(["On 1 wrote:\n>\n", "Sent from my x\n", "> ", "On ", "，", "a", "--\n", "On 1 "])(
    "reads a megabyte of %j",
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length)
      expect(clauses(text, ownWords(text)).length % 2).toBe(0)
    }
  )
})
