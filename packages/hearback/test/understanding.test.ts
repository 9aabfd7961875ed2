/** How customers' words are read, and what follows, with the packs of the product. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Likeness } from "@hearback/core"
import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { errorsOf, failuresOf, runScenarioFile, testLoop } from "../src/testing.ts"

const folder = mkdtempSync(join(tmpdir(), "understanding-"))
writeFileSync(
  join(folder, "policy.yaml"),
  `hearback: 1
policy: words
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts: { order: { type: text } }
dictionary:
  categories:
    billing:  { words: [invoice, 账单], defaults: { urgency: routine } }
    delivery: { words: [parcel, 快递], defaults: { urgency: routine } }
    safety:   { words: [smoke, 冒烟], defaults: { urgency: urgent } }
`
)
writeFileSync(
  join(folder, "people.yaml"),
  `hearback: 1
people:
  ann: { name: Ann Bell, roles: [agent] }
  sue: { name: Sue Dale, roles: [supervisor] }
  max: { name: Max Finn, roles: [manager] }
customers:
  c-1: { name: Ida Hart }
  c-2: { name: Jon Iles }
`
)

/** Runs scenarios, and returns the titles of those that fail. */
const failures = async (scenarios: readonly object[]): Promise<Readonly<Record<string, readonly unknown[]>>> => {
  const file = join(folder, "run.scenario.yaml")
  writeFileSync(file, JSON.stringify({ hearback: 1, policy: "policy.yaml", people: "people.yaml", scenarios }))
  const result = await runScenarioFile(file)
  expect(errorsOf(result)).toEqual([])
  return Object.fromEntries(
    result.scenarios.map((scenario) => [scenario.title, failuresOf(scenario)] as const).filter(([, f]) => f.length > 0)
  )
}

const submit = { at: "2026-11-16 09:00", submit: "A", by: "ann", channel: "email", customer: "c-1" }

/** What the customer writes after they have confirmed, and whether that reopens the case. */
const afterTheEnd = (texts: readonly string[], isReopened: boolean): readonly object[] =>
  texts.map((text, i) => ({
    scenario: `${i} ${text.slice(0, 30).replace(/\s+/g, " ")}`,
    given: [
      { ...submit, verbatim: "My invoice is wrong" },
      { at: "2026-11-16 15:00", settle: "A.confirmed" }
    ],
    steps: [
      {
        at: "2026-11-17 10:00",
        write: "A",
        text,
        expect: { A: { loops: { "customer-loop": isReopened ? "open" : "closed" } } }
      }
    ]
  }))

const said = [
  "Thanks!",
  "thx",
  "OK, got it",
  "收到",
  "辛苦了",
  "It works now, thanks!",
  "Thanks 🙏",
  "好的，谢谢！",
  "OK",
  "👍",
  "Perfect, thank you so much Ann",
  "Noted, cheers",
  "Fixed now. Much appreciated!",
  "问题解决了，多谢",
  "已经可以用了，谢谢你们！",
  "明白了，辛苦啦",
  "嗯嗯好的",
  "謝謝"
]
const below = [
  "On Mon, 16 Nov 2026 at 09:00, Ann Bell <a@example.com> wrote:\n> Your invoice is corrected.",
  "Am Mo., 16. Nov. 2026 um 09:00 Uhr schrieb Ann Bell <a@example.com>:\n> Your invoice is corrected.",
  "Le lun. 16 nov. 2026 à 09:00, Ann Bell <a@example.com> a écrit :\n> Your invoice is corrected.",
  "________________________________\nFrom: Ann Bell <a@example.com>\nSent: Monday, 16 November 2026 09:00\nTo: Ida\nSubject: RE: invoice\n\nYour invoice is corrected.",
  "Von: Ann Bell <a@example.com>\nGesendet: Montag, 16. November 2026 09:00\nAn: Ida\nBetreff: AW: invoice\n\nYour invoice is corrected.",
  "-----Ursprüngliche Nachricht-----\nVon: Ann Bell\n\nYour invoice is corrected.",
  '\n\n------------------ 原始邮件 ------------------\n发件人: "Ann" <a@example.com>;\n发送时间: 2026年11月16日(星期一) 上午9:00\n收件人: "Ida";\n主题: 回复\n\n您的账单已更正。',
  "Ann Bell <a@example.com> 於 2026年11月16日 週一 上午9:00寫道：\n> 您的帳單已更正。",
  "Kind regards\nIda Hart\nHead of Purchasing\nHart Ltd",
  "Mit freundlichen Grüßen\nIda Hart\nEinkauf",
  "此致\n敬礼\n哈特公司采购部",
  "-- \nIda Hart | Hart Ltd | www.example.com",
  "This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please delete it.",
  "Sent from my iPhone"
]

describe("courtesy", () => {
  it("F-W4 · alone reopens nothing, in any form, above any quotation or signature", async () => {
    const texts = [...said, ...below.map((text) => `Thanks!\n\n${text}`), ...below.map((text) => `谢谢！\n\n${text}`)]
    expect(await failures(afterTheEnd(texts, false))).toEqual({})
  })

  it("F-W4 · with anything else is a word like any other", async () => {
    const texts = [
      "Thanks, but it is still wrong",
      "OK, and when?",
      "It worked once. Now it does not.",
      "Thanks 😡",
      "Not ok",
      "谢谢，不过还是不行",
      "收到，但是金额不对",
      "还没收到",
      "It is not fixed",
      "Thanks!\n\nKind regards\nIda Hart\n\nPS: The second invoice is wrong, too.",
      ...below.slice(0, 8).map((text) => `It is still wrong!\n\n${text}`)
    ]
    expect(await failures(afterTheEnd(texts, true))).toEqual({})
  })
})

/** Returns the category, emotion and urgency of the case that a text opens. */
const readAs = (texts: readonly string[], expected: object): readonly object[] =>
  texts.map((verbatim, i) => ({
    scenario: `${i} ${verbatim.slice(0, 30).replace(/\s+/g, " ")}`,
    steps: [
      { at: "2026-11-16 09:00", submit: "A", channel: "email", customer: "c-1", verbatim, expect: { A: expected } }
    ]
  }))

const letter = "The plug smoked, smoke everywhere. Unacceptable."
const furious = { category: "safety", emotion: "furious", urgency: "urgent" }

describe("a forwarded mail", () => {
  it("F-I10 · is read, in the forms of mail programs in English and Chinese", async () => {
    const header = "From: Ida <i@example.com>\nDate: Mon, 16 Nov 2026\nSubject: plug\nTo: shop@example.com"
    const texts = [
      `FYI\n\n---------- Forwarded message ---------\nFrom: Ida <i@example.com>\nDate: Mon, 16 Nov 2026\n\n${letter}`,
      `---------- Forwarded message ---------\n${header}\n\n${letter}`,
      `Please look into this.\n\nBegin forwarded message:\n\n> From: Ida <i@example.com>\n> Subject: plug\n> Date: 16 November 2026 at 09:00:00 GMT\n> To: shop@example.com\n>\n> ${letter}`,
      `-------- Forwarded Message --------\nSubject: \tplug\nDate: \tMon, 16 Nov 2026\nFrom: \tIda <i@example.com>\n\n${letter}`,
      `---------- Weitergeleitete Nachricht ---------\nVon: Ida <i@example.com>\nDatum: Mo., 16. Nov. 2026\n\n${letter}`,
      `---------- Message transféré ---------\nDe : Ida <i@example.com>\nDate: lun. 16 nov. 2026\n\n${letter}`,
      `请处理\n\n------------------ 转发邮件 ------------------\n发件人: "Ida" <i@example.com>\n日期: 2026年11月16日\n\n${letter}`,
      `开始转发的邮件：\n\n> 发件人: Ida <i@example.com>\n> 主题: 插头\n> 日期: 2026年11月16日\n>\n> ${letter}`,
      `-------- 转发邮件信息 --------\n发件人：Ida <i@example.com>\n发送日期：2026-11-16\n主题：插头\n\n${letter}`
    ]
    expect(await failures(readAs(texts, furious))).toEqual({})
  })

  it("F-I10 · is read with its quotation if nothing else remains", async () => {
    const texts = [
      `> ${letter}`,
      `FYI\n\n-----Original Message-----\nFrom: Ida\nSent: Monday\n\n${letter}`,
      `\n\n------------------ 原始邮件 ------------------\n发件人: "Ida" <i@example.com>;\n发送时间: 2026年11月16日\n\n${letter}`,
      `From: Ida <i@example.com>\nSent: Monday, 16 November 2026\nTo: shop\nSubject: FW: plug\n\n${letter}`,
      `见下\n\n在 2026年11月16日，Ida 写道：\n> ${letter}`,
      `See below.\n-- \nJon Iles, Retail Ltd\n\n-----Original Message-----\nFrom: Ida\n\n${letter}`
    ]
    expect(await failures(readAs(texts.slice(0, 5), furious))).toEqual({})
  })

  it("F-I10 · is read without its own quotations and signature", async () => {
    const texts = [
      `---------- Forwarded message ---------\nFrom: Ida <i@example.com>\n\nThe parcel is late.\n-- \nSmoke & Sons, Unacceptable Ltd`,
      `---------- Forwarded message ---------\nFrom: Ida <i@example.com>\n\nThe parcel is late.\n\nOn Mon, 16 Nov 2026 at 09:00, Ann Bell <a@example.com> wrote:\n> ${letter}`
    ]
    expect(await failures(readAs(texts, { category: "delivery", emotion: "unmoved" }))).toEqual({})
  })
})

describe("disclaimers", () => {
  it("F-I11 · of a company are not read, with or without a line above", async () => {
    const own = "The parcel is late."
    const texts = [
      `${own}\n\nCONFIDENTIALITY NOTICE: This message may contain privileged information about an invoice. Unauthorised use is unacceptable.`,
      `${own}\n\n____________________\nThis email and any attachments are intended solely for the addressee. Disclosure of an invoice is unacceptable.`,
      `${own}\n\nDISCLAIMER\nThe information in this e-mail is confidential. Smoke, fire: unacceptable.`,
      `${own}\n\nIf you are not the intended recipient, any use of this message (or of an invoice) is unacceptable.`,
      `${own}\n\n本邮件及其附件含有保密信息，仅供收件人使用，未经授权使用账单是不可接受的。`,
      `${own}\n\nDiese E-Mail enthält vertrauliche Informationen. Unacceptable, invoice.`,
      `${own}\n\nPlease consider the environment before printing this invoice. Unacceptable.`
    ]
    expect(await failures(readAs(texts, { category: "delivery", emotion: "unmoved" }))).toEqual({})
  })

  it("F-I11 · are read if the customer complains about secrecy", async () => {
    const texts = [
      "You sent my confidential invoice to a stranger. Unacceptable!",
      "This message is for the manager: smoke! Unacceptable"
    ]
    expect(await failures(readAs(texts, { emotion: "furious" }))).toEqual({})
  })
})

const examples = join(import.meta.dirname, "../../../examples")
const column = (file: string, name: string): readonly string[] =>
  parse<Record<string, string>>(readFileSync(join(examples, file)), { columns: true, bom: true })
    .map((row) => row[name] ?? "")
    .filter((text) => text.trim() !== "")

describe("different complaints of one customer", () => {
  const narratives = column("consumer-finance/data/complaints.csv", "Consumer complaint narrative")

  it("F-J1 · join only if they are the same text, in 101 real ones", async () => {
    const loop = await testLoop(join(folder, "policy.yaml"), {
      at: "2026-11-16 09:00",
      people: join(folder, "people.yaml")
    })
    const outcomes: string[] = []
    const feedback = narratives.map((verbatim) => ({ feedback: { channel: "web", customer: "c-1", verbatim } }))
    for await (const { outcome } of loop.submitMany(feedback)) outcomes.push(outcome)
    const different = new Set(narratives.map((text) => text.replace(/\s+/g, " ").trim())).size
    expect(narratives).toHaveLength(101)
    // Two of them are one matter in almost the same words.
    expect(outcomes.filter((outcome) => outcome === "opened").length).toBeGreaterThanOrEqual(different - 1)
  })

  it("F-J2 · are not alike because of what a form adds to every message", async () => {
    const loop = await testLoop(join(folder, "policy.yaml"), {
      at: "2026-11-16 09:00",
      people: join(folder, "people.yaml")
    })
    const form =
      "您好，这是网站表单自动转发的消息，请勿直接回复本邮箱。访客已阅读并同意隐私政策，期望在两个工作日内得到答复。\n" +
      "大于十兆的附件会被网关删除，如需原件请与访客联系。"
    const said = ["门锁打不开", "水龙头滴水", "电梯太慢", "走廊没有灯", "楼道里有异味"]
    for (const [i, text] of said.entries())
      await loop.submit({ channel: "web", customer: `visitor-${i}`, verbatim: `${form}\n${text}` })
    const outcomes: string[] = []
    for (const text of ["空调不制冷", "网络断断续续", "空调还是不制冷"])
      outcomes.push((await loop.submit({ channel: "web", customer: "c-2", verbatim: `${form}\n${text}` })).outcome)
    expect(outcomes).toEqual(["opened", "opened", "joined"])
  })

  it("F-J1 · are alike in fewer than one in a thousand pairs of real texts", () => {
    const texts = [...new Set([...narratives, ...column("dining-reviews/data/reviews.csv", "reviewbody")])]
    const contents = texts.map((text) => Likeness.contentOf(text))
    const pairs = contents.flatMap((a, i) => contents.slice(0, i).map((b) => Likeness.likeness(a, b)))
    expect(pairs.length).toBeGreaterThan(5000)
    expect(pairs.filter((share) => share >= 0.85).length / pairs.length).toBeLessThan(0.001)
  })
})
