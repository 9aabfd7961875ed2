import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import { parts, wordsRead } from "../../src/language/part/Parts.ts"
import { clauses } from "../../src/language/TextRead.ts"
import { expectQuick, hostile } from "./hostile.ts"

const pieces = (text: string, spans: readonly number[]): readonly string[] =>
  spans.flatMap((at, i) => (i % 2 === 0 ? [text.slice(at, spans[i + 1])] : []))
const own = (text: string): string => pieces(text, wordsRead(text)).join("").trim()
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

  const kindsOf = (text: string): readonly (readonly [string, string])[] =>
    parts(text).map(({ kind, start, end }) => [kind, text.slice(start, end).trim()] as const)

  it("F-I10 · separates a forwarded message from its header, and reads it", () => {
    const text =
      "FYI\n\n---------- Forwarded message ---------\nFrom: Ida <i@x.de>\nDate: Mon\n\nIt smoked.\n> You said so."
    expect(kindsOf(text)).toEqual([
      ["own", "FYI"],
      ["header", "---------- Forwarded message ---------\nFrom: Ida <i@x.de>\nDate: Mon"],
      ["forwarded", "It smoked."],
      ["quoted", "> You said so."]
    ])
    expect(own(text)).toBe("FYI\n\n\nIt smoked.")
    const apple = "Begin forwarded message:\n\n> From: Ida\n> Subject: plug\n>\n> It smoked.\n>> You said so."
    expect(own(apple)).toBe("It smoked.")
  })

  it("F-I10 · reads quotations if nothing else contains words", () => {
    expect(own("> It smoked.\n> Yes.")).toBe("> It smoked.\n> Yes.")
    expect(own("见下\n\n-----原始邮件-----\n发件人: 甲\n\n冒烟了")).toMatch(/^见下\s+冒烟了$/)
    expect(own("Solved\n> It smoked.")).toBe("Solved")
  })

  it("F-I11 · finds signatures and disclaimers", () => {
    const text =
      "It smoked.\n\nKind regards,\nIda Hart\nHart Ltd\n\nThis e-mail is confidential and intended for the addressee only."
    expect(kindsOf(text)).toEqual([
      ["own", "It smoked."],
      ["signature", "Kind regards,\nIda Hart\nHart Ltd"],
      ["disclaimer", "This e-mail is confidential and intended for the addressee only."]
    ])
    expect(own("It smoked.\nBest regards\nIda\nPS: It still does.")).toBe("It smoked.\nPS: It still does.")
    expect(own("Best regards to the team, it works")).toBe("Best regards to the team, it works")
  })

  it("F-J2 · separates the labels of a form from its values", () => {
    const form = "Name: Ida\nType of problem: none of these\n订单号：7\nMessage: It smoked."
    expect(kindsOf(form).filter(([kind]) => kind === "own")).toEqual([
      ["own", "Ida"],
      ["own", "none of these"],
      ["own", "7"],
      ["own", "It smoked."]
    ])
    expect(own("Question: why?\nIt smoked at 9:30")).toBe("Question: why?\nIt smoked at 9:30")
  })

  it("ends clauses at marks and at words such as but, not within numbers", () => {
    expect(cut("Good, but slow. Costs 1,200.50; why?")).toEqual(["Good", "slow", "Costs 1,200.50", "why"])
    expect(cut("不贵，但是太慢。还行！但愿如此")).toEqual(["不贵", "太慢", "还行", "愿如此"])
    expect(cut("butter and although\nnext")).toEqual(["butter and", "next"])
  })

  it.each([
    ...["> q", "＞ 引用", "-- ", "=====", "祝好！", "Best regards,", "ＫＲ", "发自我的 iPhone", "Sent from my iPad"],
    ...[
      "由小天才发送",
      "免责声明",
      "请查收本邮件，内容保密",
      "This e-mail is confidential",
      "发件人：李娜",
      "On 3 Nov 2026 Li wrote:"
    ],
    ...["-----Original Message-----", "转发的邮件：", "请尽快，生产还停着", "Solved.", "...", " "]
  ])("F-I11 · reads one line alone as it reads it with its line break: %j", (line) => {
    const kinds = (text: string): readonly string[] => parts(text).map(({ kind }) => kind)
    expect(kinds(line)).toEqual(kinds(`${line}\n`))
  })

  it("gives spans of the original, sorted and without overlap, for any text", () => {
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
      "在1写道：",
      "---- Forwarded message ----",
      "From: a",
      "Date: b",
      "Kind regards",
      "> > q",
      "This e-mail is confidential",
      "________"
    )
    const text = fc.oneof(
      fc.string({ unit: character }),
      fc.array(line, { maxLength: 9 }).map((lines) => lines.join("\n"))
    )
    fc.assert(
      fc.property(text, (given) => {
        const spans = wordsRead(given)
        const all = parts(given)
        expect(all.map(({ start, end }) => given.slice(start, end)).join("")).toBe(given)
        for (const list of [spans, clauses(given, spans)]) {
          expect(list.length % 2).toBe(0)
          for (const [i, at] of list.entries()) expect(at).toBeGreaterThanOrEqual(list[i - 1] ?? 0)
          expect(list.at(-1) ?? 0).toBeLessThanOrEqual(given.length)
        }
      })
    )
  })

  it.each([
    "---- Forwarded message ----\n",
    "From: a\n",
    "Kind regards\n",
    "_____\n\n",
    "a: b\n",
    "On 1 wrote:\n>\n",
    "Sent from my x\n",
    "> ",
    "On ",
    "，",
    "a",
    "--\n",
    "On 1 "
  ])("reads 80 000 characters of %j", (unit) => {
    const text = hostile(unit)
    expectQuick(() => expect(clauses(text, wordsRead(text)).length % 2).toBe(0))
  })
})
